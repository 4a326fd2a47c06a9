"""`briefing trace` on pages that were edited after they were exported, or were not."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Command, Result
from tests.packs import edit
from tests.repository import Repository

EDITABLE = ("md", "html", "docx", "txt")
PAGES = (*EDITABLE, "pdf")
SHIPPED = Path(__file__).parents[2] / "content" / "us-china-ai"


def alter(file: Path, old: str, new: str) -> None:
    """Replace words of a page where they stand first; in a Word file, in its document."""
    if file.suffix != ".docx":
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return
    made = BytesIO()
    with ZipFile(file) as before, ZipFile(made, "w") as after:
        parts = {name: before.read(name) for name in before.namelist()}
        document = parts["word/document.xml"].decode()
        assert old in document
        parts["word/document.xml"] = document.replace(old, new, 1).encode()
        for name, part in parts.items():
            after.writestr(name, part)
    file.write_bytes(made.getvalue())


def export(command: Command, pack: Path, fmt: str, *words: str, folder: Path | None = None) -> Path:
    file = (folder or pack.parent) / f"page.{fmt}"
    assert command("export", "-p", pack, "-o", file, *words).code == 0
    return file


def traced(
    command: Command, pack: Path, fmt: str, old: str, new: str, folder: Path | None = None
) -> Result:
    file = export(command, pack, fmt, folder=folder)
    alter(file, old, new)
    return command("trace", file, "-p", pack)


def told(result: Result) -> set[str]:
    """Return the items of which a line was altered on the page."""
    lines = result.out.splitlines()
    return {line.split()[0] for line in lines if line.endswith("  altered on the page")}


@pytest.mark.parametrize(
    ("fmt", "old", "new", "item"),
    [
        ("txt", "strongly agrees", "strongly disagrees", "expert:dario-amodei"),
        ("md", "strongly agrees", "strongly disagrees", "expert:dario-amodei"),
        ("html", "strongly agrees", "strongly disagrees", "expert:dario-amodei"),
        ("docx", "strongly agrees", "strongly disagrees", "expert:dario-amodei"),
        ("txt", "Usually reliable", "Unreliable", "source:ai-index-2026"),
        ("md", "Usually reliable", "Unreliable", "source:ai-index-2026"),
        ("txt", "Effect: medium [10]", "Effect: high [10]", "option:widen-controls"),
        ("txt", "¶ 13", "¶ 23", "source:s-strategic-edge"),
        ("txt", "copy (29 January 2025)", "copy (29 January 2026)", "source:afp-deepseek"),
    ],
)
def test_what_a_shipped_brief_says_is_altered_by_words_it_says_elsewhere(
    command: Command, tmp_path: Path, fmt: str, old: str, new: str, item: str
) -> None:
    result = traced(command, SHIPPED, fmt, old, new, tmp_path)
    assert (result.code, told(result)) == (1, {item})


@pytest.mark.parametrize("fmt", EDITABLE)
@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("strongly agrees", "strongly disagrees", "expert:mira-ostberg"),
        ("55–80%", "55–95%", "judgement:gap-narrows"),
        ("(2024)", "(2025)", "claim:birch-price"),
        ("Not comparable:", "", "dimension:permits"),
        ("Contested.", "", "claim:birch-price"),
    ],
)
def test_other_words_of_the_pack_in_a_place_that_is_not_theirs_are_altered(
    command: Command, pack: Path, fmt: str, old: str, new: str, item: str
) -> None:
    result = traced(command, pack, fmt, old, new)
    assert (result.code, told(result)) == (1, {item})


@pytest.mark.parametrize(
    ("fmt", "old", "new", "item"),
    [
        ("txt", "Birchmark: Birchmark's", "Alderland: Birchmark's", "claim:birch-price"),
        ("txt", "Effect: high [6]", "Effect: low [6]", "option:open-the-grid"),
        ("txt", "Effect: high [6]", "Price: high [6]", "option:open-the-grid"),
        ("md", "high[^6]", "low[^6]", "option:open-the-grid"),
        ("html", ">high<", ">low<", "option:open-the-grid"),
        ("docx", ">high<", ">low<", "option:open-the-grid"),
        ("md", "Fairly reliable", "Unreliable", "source:tide-survey"),
        ("txt", "Fairly reliable", "Unreliable", "source:tide-survey"),
        ("txt", "about January 2025", "about May 2025", "source:tide-survey"),
        ("txt", "¶ 4, 6.", "¶ 3, 6.", "source:tide-survey"),
        ("md", "¶ 5", "¶ 7", "source:tide-survey"),
        ("md", "| Effect | Price |", "| Price | Effect |", "brief:one-pager"),
    ],
)
def test_a_label_or_a_note_is_held_against_its_own_place(
    command: Command, pack: Path, fmt: str, old: str, new: str, item: str
) -> None:
    result = traced(command, pack, fmt, old, new)
    assert (result.code, told(result)) == (1, {item})


def test_an_altered_rating_is_told_with_the_line_that_was_printed(
    command: Command, pack: Path
) -> None:
    out = traced(command, pack, "txt", "Effect: high [6]", "Effect: low [6]").out
    assert "    Effect: low\n    was printed as: Effect: high\n" in out


def test_a_text_that_two_briefs_have_is_held_against_that_of_its_own_page(
    command: Command, pack: Path
) -> None:
    link = "See the\n  [register](https://example.org/register)."
    edit(pack, "pack.yaml", link, "That it lasts is unlikely (20–45%).")
    (pack / "briefs/other.yaml").write_text(
        (pack / "briefs/one-pager.yaml").read_text().replace("one-pager", "other")
    )
    file = export(command, pack, "txt", "--brief", "one-pager")
    alter(file, "20–45%", "20–55%")
    result = command("trace", file, "-p", pack)
    assert (result.code, told(result)) == (1, {"pack:tidal-power"})


def test_the_last_figure_of_a_text_is_held_against_its_own_and_no_other(
    command: Command, pack: Path
) -> None:
    edit(pack, "dimensions/price.yaml", "status: contested", "status: confirmed")
    edit(pack, "dimensions/permits.yaml", "does not publish its permits.", "had none in 2022.")
    result = traced(command, pack, "txt", "none in 2022.", "none in 2024.")
    assert (result.code, told(result)) == (1, {"dimension:permits"})


@pytest.mark.parametrize(
    ("fmt", "words"),
    [
        ("md", "- Birchmark ends its subsidy.\n"),
        ("md", "| Open the grid | high[^6] | high[^9] |\n"),
        ("txt", "So what: Waiting costs more than the turbines do.\n"),
        ("txt", "Effect: low (editor)\n"),
    ],
)
def test_lines_taken_off_the_page_whole_leave_the_others_as_they_were(
    command: Command, pack: Path, fmt: str, words: str
) -> None:
    result = traced(command, pack, fmt, words, "")
    assert (result.code, told(result)) == (0, set())


def test_a_wrapped_line_taken_out_of_a_text_alters_what_is_left_of_it(
    command: Command, pack: Path
) -> None:
    result = traced(command, pack, "txt", "  builder for each strait (2024). [7]\n", "")
    assert (result.code, told(result)) == (1, {"expert:jon-hale"})


def test_a_line_in_another_place_is_altered(command: Command, pack: Path) -> None:
    rows = "Effect: high [6]\nPrice: high [9]\n"
    result = traced(command, pack, "txt", rows, "Price: high [9]\nEffect: high [6]\n")
    assert (result.code, told(result)) == (1, {"option:open-the-grid"})


def test_a_line_put_in_is_none_of_the_pack(command: Command, pack: Path) -> None:
    end = "- Birchmark ends its subsidy.\n"
    code, out, _ = traced(command, pack, "md", end, end + "- Pigs fly across every strait.\n")
    assert (code, "not from this pack\n    - Pigs fly" in out) == (1, True)


@pytest.mark.parametrize("fmt", PAGES)
def test_a_rating_that_changed_is_told_though_another_of_the_item_still_has_the_word(
    command: Command, pack: Path, fmt: str
) -> None:
    file = export(command, pack, fmt)
    Repository(pack.parent).commit()
    option = (pack / "options/carry-on.md").read_text()
    (pack / "options/carry-on.md").write_text(option.replace("value: low", "value: high", 1))
    out = command("trace", file, "-p", pack).out
    assert f"option:carry-on  {pack}/options/carry-on.md:2  changed since\n" in out
    assert "    now: high" in out


@pytest.mark.parametrize("fmt", PAGES)
@pytest.mark.parametrize("brief", ["evidence-note", "expert-views"])
def test_a_page_shortened_to_fit_is_found_as_it_was_printed(
    command: Command, tmp_path: Path, brief: str, fmt: str
) -> None:
    shortened = Path(shutil.copytree(SHIPPED, tmp_path / "shortened"))
    edit(shortened, f"briefs/{brief}.yaml", "max_pages: 2", "max_pages: 1")
    file = export(command, shortened, fmt, "--brief", brief, "--trim")
    code, out, err = command("trace", file, "-p", shortened)
    assert (code, err) == (0, "")
    assert " in the full brief" in out.replace("\n    ", " ")


@pytest.mark.parametrize("fmt", PAGES)
def test_an_address_in_a_text_is_part_of_it(command: Command, pack: Path, fmt: str) -> None:
    said = "gaps: What http://example.org/a says today, and <https://example.org/b>, of"
    edit(pack, "briefs/one-pager.yaml", "gaps: What", said)
    code, out, _ = command("trace", export(command, pack, fmt), "-p", pack)
    assert (code, "unchanged" in out) == (0, True)
