"""The paragraph itself in the citation drawer, where the text of its source is at hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.settings import settings_file
from tests.packs import SURVEY_TEXT, TEXTS, edit
from tests.tui.reader import SIZES, Reader, reading, screen_strips
from tests.tui.terminal import Terminal

PRICE = Ref("claim", "alder-price")
PARAGRAPH = "Their power sells at 65 crowns a megawatt-hour."
FILE = "tide-survey.txt"


@pytest.fixture
def texts(pack: Path) -> Path:
    """The folder of texts within the pack."""
    folder = pack / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


async def cite(reader: Reader) -> str:
    """Open the drawer of the claim on the price; what stands on the screen comes back."""
    await reader.press("c")
    return reader.words


def underlined(reader: Reader) -> str:
    """Return what is underlined on the screen."""
    found = [
        text
        for strip in screen_strips(reader.app)
        for text, style, _ in strip
        if style and style.underline and style.bold
    ]
    return " ".join("".join(found).split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("texts")
async def test_the_paragraph_is_shown_with_its_terms_marked(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, PRICE) as reader:
        await cite(reader)
        for _ in range(12):
            if "As cited" in reader.words:
                break
            await reader.press("down")
        assert "65 crowns a" in reader.words
        assert underlined(reader) == "65 crowns"


@pytest.mark.parametrize("place", ["named", "settings"])
async def test_texts_are_taken_from_a_folder_that_the_reader_names(
    pack: Path, texts: Path, tmp_path: Path, place: str
) -> None:
    elsewhere = texts.rename(tmp_path / "elsewhere")
    if place == "settings":
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(f"texts: {elsewhere}\n")
    async with reading(pack, (100, 30), PRICE) as reader:
        reader.app.named_texts = elsewhere if place == "named" else None
        assert PARAGRAPH in await cite(reader)


async def test_without_a_text_at_hand_the_drawer_says_so(pack: Path) -> None:
    async with reading(pack, (160, 48), PRICE) as reader:
        assert f"{FILE} is not at hand" in await cite(reader)


def edited(texts: Path) -> None:
    (texts / FILE).write_text(SURVEY_TEXT.replace("three", "four"))


def moved(texts: Path) -> None:
    (texts / FILE).rename(texts / "other.txt")


def unreadable(texts: Path) -> None:
    (texts / FILE).write_bytes(b"\0\1")


def past_the_end(texts: Path) -> None:
    edit(texts.parent, "dimensions/price.yaml", "at: 3", "at: 93")


def other_term(texts: Path) -> None:
    edit(texts.parent, "dimensions/price.yaml", '["65 crowns"]', '["66 crowns"]')


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (edited, "✗ tide-survey.txt is not the text that was cited: its SHA-256"),
        (moved, "now called other.txt"),
        (unreadable, "✗ tide-survey.txt cannot be read: not a text"),
        (past_the_end, "there is no ¶ 93"),
        (other_term, 'does not stand in "tide-survey"'),
    ],
)
async def test_what_is_wrong_with_a_text_is_told_in_words(
    pack: Path, texts: Path, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(texts)
    async with reading(pack, (160, 48), PRICE) as reader:
        assert told in await cite(reader)


async def test_a_text_cannot_drive_the_terminal(pack: Path, texts: Path) -> None:
    hostile = SURVEY_TEXT.replace("Their power", "[bold]Their\x1b]0;x\x07 \u202epower")
    (texts / FILE).write_text(hostile)
    async with reading(pack, (160, 48), PRICE) as reader:
        shown = await cite(reader)
        assert "[bold]Their␛]0;x␇ <U+202E>power" in shown


async def test_no_text_is_read_before_a_drawer_opens(pack: Path, texts: Path) -> None:
    async with reading(pack, (160, 48), PRICE) as reader:
        (texts / FILE).write_text(SURVEY_TEXT.replace("Their", "Whose"))
        assert "Whose power sells" in await cite(reader)


def test_a_folder_of_texts_that_is_not_there_is_told_before_the_app_opens(pack: Path) -> None:
    with Terminal(pack, "open", "--texts", "no-such-folder") as terminal:
        assert terminal.ends() == 4
        assert b"no-such-folder: No such file or directory" in terminal.written
        assert b"\x1b[?1049h" not in terminal.written
