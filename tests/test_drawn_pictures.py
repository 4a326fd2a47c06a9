"""The README's pictures: one of every view, the same each time, without a font from elsewhere."""

from pathlib import Path

from briefing.tui.commands import VIEWS
from tests.pictures import FOLDER, PICTURES, draw

README = Path(__file__).parent.parent / "README.md"


def test_the_readme_shows_a_picture_of_every_view() -> None:
    text = README.read_text(encoding="utf-8")
    assert sorted(picture.name for picture in PICTURES) == sorted(VIEWS)
    for name in VIEWS:
        assert f"(docs/pictures/{name}.svg)" in text
        assert (FOLDER / f"{name}.svg").is_file()


async def test_a_picture_is_the_same_each_time_and_needs_nothing_from_elsewhere() -> None:
    drawn = await draw(PICTURES[1])
    assert drawn == await draw(PICTURES[1])
    assert "url(http" not in drawn
    assert "United&#160;States" in drawn
