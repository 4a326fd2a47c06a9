"""What leaves the app: a copied item, a file in the reader's editor."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pack.pack import Ref
from briefing.tui.editor import command
from tests.packs import edit
from tests.tui.reader import USUAL, WIDE, reading

FILE = Path("some/price.yaml")


async def test_y_copies_the_item_as_markdown_with_its_sources_as_footnotes(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("y")
        copied = reader.app.clipboard
        assert "sells at 65 crowns a megawatt-hour.[^1]" in copied
        assert "The register gives 56 crowns.[^2]" in copied
        assert re.search(r"^\[\^1\]: .*Tide survey.*¶ 3", copied, re.MULTILINE)
        assert re.search(r"^\[\^2\]: .*Register of prices.*Table 1", copied, re.MULTILINE)
        await reader.hears("Copied as Markdown: Alderland's tidal power sells")


async def test_where_nothing_is_highlighted_nothing_is_copied(pack: Path) -> None:
    edit(pack, "judgements.yaml", "- id: gap-narrows", "- id: Gap Narrows")
    async with reading(pack) as reader:
        await reader.press("y")
        assert reader.app.clipboard == ""
        await reader.hears("Highlight the item to copy")


async def test_o_without_an_editor_says_what_to_set_and_where_the_item_is(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("o")
        await reader.hears("Set EDITOR to open dimensions/price.yaml at line 10")


@pytest.mark.parametrize("editor", [" ", "'vi", "vi"])
async def test_an_editor_that_cannot_be_started_is_told(
    pack: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    told = {
        " ": "Set EDITOR to open dimensions/price.yaml at line 10",
        "'vi": "EDITOR cannot be understood: No closing quotation",
        "vi": "This terminal cannot be handed to an editor",
    }
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("o")
        await reader.hears(told[editor])


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vi", ["vi", "+7", "some/price.yaml"]),
        ("vim -n", ["vim", "-n", "+7", "some/price.yaml"]),
        ("'/opt/my editor/nano' -w", ["/opt/my editor/nano", "-w", "+7", "some/price.yaml"]),
        ("emacsclient -nw", ["emacsclient", "-nw", "+7", "some/price.yaml"]),
        ("code", ["code", "--wait", "--goto", "some/price.yaml:7"]),
        ("/usr/bin/code -n", ["/usr/bin/code", "-n", "--wait", "--goto", "some/price.yaml:7"]),
        ("subl", ["subl", "--wait", "some/price.yaml:7"]),
        ("hx", ["hx", "some/price.yaml:7"]),
        ("zed", ["zed", "--wait", "some/price.yaml:7"]),
    ],
)
def test_each_editor_is_told_the_line_as_it_understands_it(editor: str, words: list[str]) -> None:
    assert command(editor, FILE, 7) == words


def test_a_problem_of_a_whole_file_opens_it_at_its_first_line() -> None:
    assert command("vi", FILE, 0) == ["vi", "+1", "some/price.yaml"]


@given(st.text(alphabet="ab {}%+:'é漢", min_size=1).filter(str.strip), st.integers(1, 10**6))
def test_a_file_name_reaches_the_editor_whole(name: str, line: int) -> None:
    *_, last = command("vi", Path("folder") / name, line)
    assert last == str(Path("folder") / name)


async def test_the_problems_of_the_content_are_listed_by_file(pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    async with reading(pack, WIDE) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("experts/jon-hale.md")
        assert "dimensions/price.yaml" in reader.screen
        assert '"kind" cannot be "guess"' in reader.screen


async def test_a_click_on_the_count_of_problems_lists_them(pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        await reader.click("1 error")
        await reader.sees("experts/jon-hale.md")


async def test_enter_on_a_problem_opens_its_place(pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        await reader.press("exclamation_mark", "enter")
        await reader.hears("Set EDITOR to open experts/jon-hale.md at line 5")


async def test_content_without_problems_has_none_to_list(pack: Path) -> None:
    with (pack / "pack.yaml").open("a") as file:
        file.write("waive: {OPT003: it is small, EXP003: it is small}\n")
    async with reading(pack, WIDE) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("Content: no problems")
        assert "Nothing was found." in reader.screen
        await reader.press("enter", "down", "escape")
        assert "Content:" not in reader.screen
