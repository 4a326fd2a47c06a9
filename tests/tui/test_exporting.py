"""The export: format, paper and path, a page that has to fit, and what can go wrong."""

import json
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from briefing.export import FORMATS
from briefing.tui.dialogs.export import ExportDialog
from briefing.tui.opener import opener
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.pages import fitted, write_long_pack
from tests.tui.reader import SIZES, SMALL, WIDE, Reader, reading


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder that the app runs in."""
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose opener notes what it is asked to open; the file that it notes it in."""
    told = tmp_path / "opened"
    script = tmp_path / "xdg-open"
    script.write_text(f"#!/bin/sh\nprintf '%s' \"$1\" > '{told}.part'; mv '{told}.part' '{told}'\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return told


async def to(reader: Reader, field: str) -> None:
    """Go to a field of the dialog."""
    for _ in range(3):
        if reader.app.focused is not None and reader.app.focused.id == field:
            return
        await reader.press("tab")
    raise AssertionError(f"no field {field}:\n{reader.screen}")


async def fill_in(reader: Reader, path: str, fmt: str = "md") -> None:
    """Open the export dialog, choose a format, and fill in a path."""
    await reader.press("e")
    await to(reader, "formats")
    await reader.press("home", *["down"] * list(FORMATS).index(fmt))
    await to(reader, "path")
    await reader.press("end", "ctrl+u")
    await reader.paste(path)


async def test_the_page_is_exported_to_the_path_in_the_dialog(pack: Path, folder: Path) -> None:
    async with reading(pack) as reader:
        await fill_in(reader, "page.md")
        await reader.press("enter")
        await reader.sees("Written to")
        assert "Export the page" not in reader.screen
        await reader.press("escape")
        assert "Written to" not in reader.screen
    page = (folder / "page.md").read_text()
    assert page.startswith("# Birchmark sells tidal power for less")


async def test_without_another_path_the_page_goes_where_the_app_was_started(
    pack: Path, folder: Path
) -> None:
    async with reading(pack) as reader:
        await reader.press("e", "enter")
        await reader.sees("Written to")
    assert [file.name for file in folder.iterdir()] == ["tidal-power-one-pager.md"]


async def test_the_format_is_chosen_with_the_arrows_also_where_the_file_is_named(
    pack: Path,
) -> None:
    async with reading(pack) as reader:
        first, second, *_ = (made.suffix for made in FORMATS.values())
        await reader.press("e")
        await reader.sees(f"one-pager{first} ")
        await reader.press("down")
        await reader.sees(f"one-pager{second} ")
        await reader.press("up")
        await reader.sees(f"one-pager{first} ")


@pytest.mark.parametrize("fmt", FORMATS)
async def test_every_format_is_written(pack: Path, folder: Path, fmt: str) -> None:
    async with reading(pack, SMALL) as reader:
        await fill_in(reader, f"page{FORMATS[fmt].suffix}", fmt)
        await reader.press("enter")
        await reader.sees("Written to")
        assert FORMATS[fmt].title in reader.words
    assert (folder / f"page{FORMATS[fmt].suffix}").stat().st_size > 100


async def test_a_tilde_is_the_home_of_the_user(
    pack: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder))
    async with reading(pack) as reader:
        await fill_in(reader, "~/page.md")
        await reader.press("enter")
        await reader.sees("Written to")
    assert (folder / "page.md").exists()


async def test_a_second_export_asks_before_it_replaces(pack: Path, folder: Path) -> None:
    page = folder / "page.md"
    page.write_text("mine")
    async with reading(pack, SMALL) as reader:
        await fill_in(reader, "page.md")
        await reader.press("enter")
        await reader.until(lambda: "enter again to replace it" in reader.words, "a question")
        assert page.read_text() == "mine"
        await reader.press("enter")
        await reader.sees("Written to")
    assert page.read_text().startswith("# Birchmark")


async def test_another_path_is_asked_about_anew(pack: Path, folder: Path) -> None:
    for name in ("one.md", "two.md"):
        (folder / name).write_text("mine")
    async with reading(pack, SMALL) as reader:
        await fill_in(reader, "one.md")
        await reader.press("enter", "end", "ctrl+u")
        await reader.paste("two.md")
        await reader.press("enter")
        await reader.until(lambda: "enter again to replace it" in reader.words, "a question")
    assert (folder / "two.md").read_text() == "mine"


async def test_the_suffix_follows_the_format(pack: Path) -> None:
    first, second, *_ = (made.suffix for made in FORMATS.values())
    async with reading(pack) as reader:
        await fill_in(reader, f"a.b{first}")
        await to(reader, "formats")
        await reader.press("down")
        await reader.sees(f"a.b{second} ")
        await reader.press("up")
        await reader.sees(f"a.b{first} ")


@pytest.mark.parametrize("fmt", FORMATS)
async def test_a_path_that_is_typed_chooses_the_format_that_its_name_tells(
    pack: Path, folder: Path, fmt: str
) -> None:
    made = FORMATS[fmt]
    async with reading(pack) as reader:
        await reader.press("e", "ctrl+u")
        await reader.type(f"page{made.suffix}")
        await reader.press("enter")
        await reader.sees("Written to")
        assert made.title in reader.screen
    assert [file.name for file in folder.iterdir()] == [f"page{made.suffix}"]
    starts = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!doctype html>", "csl": b"["}
    assert (
        (folder / f"page{made.suffix}")
        .read_bytes()
        .lower()
        .startswith(starts.get(fmt, b"").lower())
    )


async def test_a_name_that_is_typed_in_capitals_stays_as_it_is(pack: Path, folder: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("e", "ctrl+u")
        await reader.type("PAGE.PDF")
        await reader.press("enter")
        await reader.sees("Written to")
    assert (folder / "PAGE.PDF").read_bytes().startswith(b"%PDF")


async def test_the_last_format_paper_and_folder_are_offered_again(pack: Path, folder: Path) -> None:
    (folder / "out").mkdir()
    async with reading(pack, WIDE) as reader:
        await fill_in(reader, "out/page.pdf", "pdf")
        await to(reader, "paper")
        await reader.press("right", "tab", "enter")
        await reader.sees("Written to")
        await reader.press("escape", "e")
        path = reader.app.screen.query_one("#path", Input).value
        assert path == str(folder / "out/tidal-power-one-pager.pdf")
        assert "● A4" in reader.screen
    assert (folder / "out/page.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", [WIDE, SMALL])
@pytest.mark.parametrize("pasted", ["page.md\n", "\rpage.md", "\r\n \r\npage.md\r\n"])
async def test_a_path_arrives_whatever_lines_it_is_pasted_with(
    pack: Path, folder: Path, size: tuple[int, int], pasted: str
) -> None:
    async with reading(pack, size) as reader:
        await fill_in(reader, pasted)
        await reader.press("enter")
        await reader.sees("Written to")
    assert [file.name for file in folder.iterdir()] == ["page.md"]


async def test_after_another_format_a_path_is_replaced_as_a_whole(pack: Path, folder: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("e", "tab", "home", "down")
        await to(reader, "path")
        await reader.press("ctrl+u")
        await reader.paste("page.html")
        await reader.press("enter")
        await reader.sees("Written to")
    assert [file.name for file in folder.iterdir()] == ["page.html"]


async def test_of_a_long_path_the_end_is_shown(pack: Path, folder: Path) -> None:
    Workspace().set("export folder", str(folder / "a-folder-with-a-name-of-many-words"))
    async with reading(pack, SMALL) as reader:
        await reader.press("e")
        await reader.sees("words/tidal-power-one-pager.md")


@pytest.mark.parametrize("path", ["/", ".", "~nobody-of-this-name/page.md", "", "no/page.md"])
async def test_a_path_that_cannot_be_written_is_told(pack: Path, folder: Path, path: str) -> None:
    async with reading(pack, SMALL) as reader:
        await fill_in(reader, path)
        await reader.press("enter")
        told = ("is a folder", "no folder")
        await reader.until(lambda: any(words in reader.words for words in told), "why not")
        await reader.press("escape")
        assert "Export the page" not in reader.screen
    assert list(folder.iterdir()) == []


async def test_a_working_folder_that_is_gone_is_told(pack: Path, folder: Path) -> None:
    async with reading(pack, WIDE) as reader:
        folder.rmdir()
        await reader.press("e")
        assert "~/tidal-power-one-pager.md" in reader.screen
        await reader.press("end", "ctrl+u")
        await reader.paste("page.md")
        await reader.press("enter")
        await reader.sees("The folder that the app was started in is gone; write the whole path")


async def test_content_with_errors_is_not_exported(pack: Path, folder: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        await reader.press("e", "enter")
        await reader.sees("The content has errors")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_that_is_too_long_is_not_written_until_what_has_to_go_is_left_out(
    tmp_path: Path, folder: Path, size: tuple[int, int]
) -> None:
    pack = write_long_pack(tmp_path / "long")
    async with reading(pack, size) as reader:
        await fill_in(reader, "page.docx", "docx")
        over = fitted(pack).full.over
        assert f"{over} lines too many for one page; ctrl+t leaves out 2 items" in reader.words
        await reader.press("enter")
        assert "Nothing written" in reader.words
        assert list(folder.iterdir()) == []
        await reader.press("ctrl+t", "enter")
        await reader.sees("Written to")
        assert "Left out: option “Open the grid”; dimension “Permits" in reader.words
        assert reader.app.session.brief is not None
        assert len(reader.app.session.brief.blocks) == 8
    assert (folder / "page.docx").exists()


async def test_a_click_leaves_out_what_has_to_go(tmp_path: Path, folder: Path) -> None:
    async with reading(write_long_pack(tmp_path / "long"), WIDE) as reader:
        await fill_in(reader, "page.pdf", "pdf")
        await reader.click("lines too many for one page")
        await reader.sees("ctrl+t puts them back")
        await reader.click("enter write")
        await reader.sees("Written to")


async def test_a_format_without_pages_is_written_at_any_length(
    tmp_path: Path, folder: Path
) -> None:
    async with reading(write_long_pack(tmp_path / "long", 60), WIDE) as reader:
        await fill_in(reader, "page.json", "csl")
        await reader.sees("This format may be of any length.")
        await reader.press("enter")
        await reader.sees("Written to")
    assert json.loads((folder / "page.json").read_text())


async def test_a_page_that_cannot_be_made_to_fit_says_what_to_do(
    tmp_path: Path, folder: Path
) -> None:
    async with reading(write_long_pack(tmp_path / "long", 60), WIDE) as reader:
        await fill_in(reader, "page.pdf", "pdf")
        await reader.press("ctrl+t", "enter")
        assert "drop what you can spare in the Brief view" in reader.words
    assert list(folder.iterdir()) == []


async def test_esc_stops_an_export_and_nothing_is_written(pack: Path, folder: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await fill_in(reader, "page.pdf", "pdf")
        assert isinstance(reader.app.screen, ExportDialog)
        reader.app.screen.action_export()
        reader.app.post_message(Key("escape", None))
        await reader.sees("Stopped; nothing was written")
        assert list(folder.iterdir()) == []
        await reader.press("enter")
        await reader.sees("Written to")


async def test_the_path_of_what_was_written_is_copied(pack: Path, folder: Path) -> None:
    async with reading(pack, SMALL) as reader:
        await reader.press("e", "enter", "y")
        await reader.sees("The path is copied")
        assert reader.app.clipboard == str(folder / "tidal-power-one-pager.md")


@pytest.mark.parametrize(("key", "name"), [("o", "tidal-power-one-pager.md"), ("f", "")])
async def test_what_was_written_is_opened_where_there_is_a_desktop(
    pack: Path, folder: Path, desktop: Path, key: str, name: str
) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("e", "enter")
        await reader.sees("o open · f folder · y copy path · esc close")
        await reader.press(key)
        await reader.until(desktop.exists, "the opener")
    assert Path(desktop.read_text()) == folder / name


async def test_without_a_desktop_opening_is_not_offered(
    pack: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with reading(pack, WIDE) as reader:
        await reader.press("e", "enter", "o")
        await reader.sees("Written to")
        assert "o open" not in reader.screen


@pytest.mark.parametrize(
    ("platform", "environ", "name"),
    [
        ("linux", {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
        ("linux", {}, ""),
        ("linux", {"SSH_CONNECTION": "x"}, ""),
        ("linux", {"SSH_CONNECTION": "x", "DISPLAY": "localhost:10.0"}, "xdg-open"),
        ("linux", {"DISPLAY": ":0", "PATH": "/nowhere"}, ""),
        ("darwin", {}, "open"),
        ("darwin", {"SSH_TTY": "/dev/ttys1"}, ""),
        ("win32", {}, "start"),
        ("win32", {"SSH_CLIENT": "x"}, ""),
    ],
)
def test_the_opener_is_the_desktops_own(
    desktop: Path, platform: str, environ: dict[str, str], name: str
) -> None:
    assert opener(platform, {"PATH": str(desktop.parent), **environ}) == name
