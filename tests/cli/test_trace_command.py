"""`briefing trace`: from a page, or pasted lines, back to the items of the pack."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.packs import edit
from tests.repository import Repository

CLAIM = "Alderland's tidal power sells at 65 crowns a megawatt-hour."


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What stands on standard input: nothing, until a test writes it."""
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


def give(stream: io.BytesIO, text: str) -> None:
    stream.write(text.encode())
    stream.seek(0)


@pytest.mark.parametrize("fmt", ["md", "html", "pdf", "docx", "txt"])
def test_a_page_of_the_pack_as_it_is_has_nothing_but_unchanged_lines(
    command: Command, pack: Path, tmp_path: Path, fmt: str
) -> None:
    file = tmp_path / f"page.{fmt}"
    assert command("export", "-p", pack, "-o", file).code == 0
    code, out, err = command("trace", file, "-p", pack)
    assert (code, err) == (0, "")
    *_, last = out.splitlines()
    assert last.endswith("headings and labels")
    assert "unchanged, " in last
    assert f"claim:alder-price  {pack}/dimensions/price.yaml:10  unchanged\n" in out


def test_a_page_of_a_committed_state_is_held_against_that(
    command: Command, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.md"
    command("export", "-p", pack, "-o", file)
    Repository(pack.parent).commit()
    edit(pack, "dimensions/price.yaml", "sells at 65 crowns", "sells at 64 crowns")
    code, out, err = command("trace", file, "-p", pack)
    assert code == 1
    assert "it has changed since, and the pack is now at" in err
    assert f"claim:alder-price  {pack}/dimensions/price.yaml:10  changed since\n" in out
    assert "    now: Alderland's tidal power sells at 64 crowns a megawatt-hour" in out


def test_a_page_whose_content_cannot_be_found_is_held_against_the_pack_as_it_is(
    command: Command, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.md"
    command("export", "-p", pack, "-o", file)
    edit(pack, "dimensions/price.yaml", "sells at 65 crowns", "sells at 64 crowns")
    code, out, err = command("trace", file, "-p", pack)
    assert code == 1
    assert "compared with the pack as it is now\n" in err
    assert "  different in the pack\n" in out


def test_a_line_altered_on_the_page_is_told_with_what_was_printed(
    command: Command, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    command("export", "-p", pack, "-o", file)
    file.write_text(file.read_text().replace("65 crowns", "95 crowns"))
    code, out, _ = command("trace", file, "-p", pack)
    assert code == 1
    assert f"claim:alder-price  {pack}/dimensions/price.yaml:10  altered on the page\n" in out
    assert "    was printed as: Alderland: Alderland's tidal power sells at 65 crowns" in out


def test_pasted_lines_are_read_from_standard_input(
    command: Command, pack: Path, typed: io.BytesIO
) -> None:
    give(typed, f"{CLAIM}\nThe weather will be fine.\n")
    assert command("trace", "-p", pack) == (
        1,
        f"claim:alder-price  {pack}/dimensions/price.yaml:10  unchanged\n"
        f"    {CLAIM}\n"
        "not from this pack\n"
        "    The weather will be fine.\n"
        "1 unchanged, 1 not from this pack\n",
        "briefing: no content is named at the foot; compared with the pack as it is now\n",
    )


def test_json_holds_the_same_for_programs(command: Command, pack: Path, typed: io.BytesIO) -> None:
    give(typed, f"{CLAIM}\n")
    code, out, _ = command("trace", "-", "--json", "-p", pack)
    assert code == 0
    data = json.loads(out)
    assert data["page"] is None
    assert data["lines"] == [
        {
            "line": CLAIM,
            "state": "unchanged",
            "items": [
                {
                    "item": "claim:alder-price",
                    "file": "dimensions/price.yaml",
                    "line": 10,
                    "state": "unchanged",
                    "now": "",
                }
            ],
        }
    ]


def test_a_page_of_another_pack_is_told(command: Command, pack: Path, typed: io.BytesIO) -> None:
    give(typed, "wind-power 1.0 · content 0123456789ab · brief one-pager\n")
    err = command("trace", "-p", pack).err
    assert err == "briefing: the page is of the pack wind-power, compared with tidal-power\n"


def test_control_characters_of_a_page_are_made_visible(
    command: Command, pack: Path, typed: io.BytesIO
) -> None:
    give(typed, "The \x1b[2Jweather \u202ewill be fine.\n")
    out = command("trace", "-p", pack).out
    assert "The ␛[2Jweather <U+202E>will be fine." in out


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "standard input: holds no words"), ("\n---\n", "standard input: holds no words")],
)
def test_a_page_without_words_is_told(
    command: Command, pack: Path, typed: io.BytesIO, text: str, message: str
) -> None:
    give(typed, text)
    code, out, err = command("trace", "-p", pack)
    assert (code, out) == (4, "")
    assert err.splitlines()[-1] == f"briefing: {message}"


def test_a_file_that_is_no_page_is_told(command: Command, pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(b"%PDF-1.7\nbroken")
    code, out, err = command("trace", file, "-p", pack)
    assert (code, out) == (4, "")
    assert err.startswith(f"briefing: {file}: cannot be read as a PDF: ")
    missing = command("trace", tmp_path / "none.md", "-p", pack)
    assert missing == (4, "", f"briefing: {tmp_path}/none.md: No such file or directory\n")
