"""What may lie in a pack's folder: every FIL rule, encodings, unsafe characters, odd names."""

import os
from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.problems import CannotRead
from tests.packs import PACK, edit, told, write_pack


def test_a_folder_without_a_pack_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as raised:
        load(tmp_path)
    assert str(raised.value) == f"{tmp_path} is not a pack: it holds no pack.yaml"


def test_a_folder_that_is_missing_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as raised:
        load(tmp_path / "no\x1b[2Jwhere")
    assert str(raised.value) == f"{tmp_path}/no␛[2Jwhere: No such file or directory"


def test_a_file_cannot_be_read_as_a_pack(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as raised:
        load(write_pack(tmp_path) / "pack.yaml")
    assert str(raised.value) == f"{tmp_path}/pack.yaml: Not a directory"


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"pack.yaml": None})
    (folder / "pack.yaml").mkdir()
    (folder / "sources" / "x.md").mkdir()
    for path in ("pack.yaml", "sources/x.md"):
        place = f"{path}: error FIL001: not a file – a pack holds plain files in its folders"
        assert place in told(folder)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    os.mkfifo(folder / "sources" / "x.md")
    assert told(folder) == [
        "sources/x.md: error FIL001: not a file – a pack holds plain files in its folders"
    ]


@pytest.mark.parametrize("target", ["tide-survey.md", "nowhere.md", "/dev/zero", "x.md"])
def test_a_symbolic_link_is_not_followed(target: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "sources" / "x.md").symlink_to(target)
    assert told(folder) == [
        "sources/x.md: error FIL002: symbolic links are not read – copy the file here"
    ]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = write_pack(tmp_path / "elsewhere")
    folder = write_pack(tmp_path / "pack", {"briefs/one-pager.yaml": None})
    (folder / "briefs").symlink_to(elsewhere / "briefs")
    assert told(folder) == [
        "briefs: error FIL002: not a folder of the pack's own – put a folder briefs in its place, "
        "with the files that belong there"
    ]


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"briefs/one-pager.yaml": None})
    (folder / "briefs").write_text("")
    assert told(folder) == [
        "briefs: error FIL002: not a folder of the pack's own – put a folder briefs in its place, "
        "with the files that belong there"
    ]


def test_a_pack_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    write_pack(tmp_path / "pack")
    (tmp_path / "link").symlink_to("pack")
    assert load(tmp_path / "link").problems == ()


def test_a_file_over_two_mebibytes_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"briefs/x.yaml": b"#" * (2 * 1024 * 1024 + 1)})
    assert told(folder) == [
        "briefs/x.yaml: error FIL003: larger than 2 MiB – split it into several files"
    ]


def test_a_file_of_two_mebibytes_is_read(tmp_path: Path) -> None:
    filler = b"#" * (2 * 1024 * 1024 - len(PACK.encode()))
    assert told(write_pack(tmp_path, {"pack.yaml": PACK.encode() + filler})) == []


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_another_encoding_is_told_at_its_first_byte(mark: bytes, tmp_path: Path) -> None:
    text = PACK.replace("Alderland and", "Ålderland and").encode("cp1252")
    assert told(write_pack(tmp_path, {"pack.yaml": mark + text})) == [
        "pack.yaml:3:8: error FIL004: not UTF-8: byte 0xc5 – save the file as UTF-8"
    ]


def test_utf_16_is_told(tmp_path: Path) -> None:
    assert told(write_pack(tmp_path, {"pack.yaml": PACK.encode("utf-16")})) == [
        "pack.yaml:1:1: error FIL004: not UTF-8: byte 0xff – save the file as UTF-8"
    ]


def test_files_that_would_not_be_read_are_told(tmp_path: Path) -> None:
    extra = {"judgement.yaml": "", "notes.yml": "", "sources/x.markdown": "", "briefs/x.yml": ""}
    assert told(write_pack(tmp_path, dict(extra))) == [
        "briefs/x.yml: error FIL005: not read – files in briefs/ end in .yaml",
        "judgement.yaml: error FIL005: not part of a pack – did you mean 'judgements.yaml'?",
        "notes.yml: error FIL005: not part of a pack",
        "sources/x.markdown: error FIL005: not read – files in sources/ end in .md",
    ]


def test_files_that_are_nobodys_mistake_are_passed_over(tmp_path: Path) -> None:
    extra = {"README.md": "", ".hidden.yaml": "", "sources/.swp": "", "sources/x.md~": ""}
    assert told(write_pack(tmp_path, {**extra, "pictures/x.yaml": ""})) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\x1b[2Jb.md", "a␛[2Jb.md"),
        (b"a\nb.md", "a b.md"),
        (b"a\xe2\x80\xaeb.md", "a<U+202E>b.md"),
        (b"\xff.md", "<U+DCFF>.md"),
    ],
)
def test_a_file_with_an_unsafe_name_is_not_read(name: bytes, shown: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Path(os.fsdecode(os.fsencode(folder) + b"/sources/" + name)).write_text("")
    assert told(folder) == [
        f"sources/{shown}: error FIL005: not read – rename it with plain letters"
    ]


def test_an_unsafe_name_beside_the_folders_is_shown_safely(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Path(os.fsdecode(os.fsencode(folder) + b"/\x1b\xff-notes.yaml")).write_text("")
    assert told(folder) == ["␛<U+DCFF>-notes.yaml: error FIL005: not part of a pack"]


def test_a_name_with_letters_of_any_language_is_read(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "sources" / "price-register.md").rename(folder / "sources" / "物价 é.md")
    loaded = load(folder)
    assert loaded.problems == ()
    source = loaded.pack.source("price-register")
    assert source is not None
    assert source.place.file == "sources/物价 é.md"


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\0", "␀"),
        ("\x1b", "␛"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\u2066", "<U+2066>"),
        ("\u2028", "<U+2028>"),
        ("\ufeff", "<U+FEFF>"),
    ],
)
def test_an_unsafe_character_is_shown_and_told(character: str, shown: str, tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", "title: Ald", f"title: Ald{character}")
    edit(folder, "options/carry-on.md", "It costs", f"It{character} costs")
    assert told(folder) == [
        f"options/carry-on.md:17:3: error TXT001: unsafe character {shown} – take it out",
        f"pack.yaml:3:11: error TXT001: unsafe character {shown} – take it out",
    ]
    pack = load(folder).pack
    assert pack.manifest.title == f"Ald{shown}erland and Birchmark in tidal power"
    assert pack.options[0].case_for == f"It{shown} costs nothing new."


@pytest.mark.parametrize(
    ("escape", "shown"),
    [("\\0", "␀"), ("\\e", "␛"), ("\\x9b", "<U+009B>"), ("\\u202e", "<U+202E>")],
)
def test_an_unsafe_character_made_by_an_escape_is_told(
    escape: str, shown: str, tmp_path: Path
) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", "title: A", f'title: "x{escape}" # A')
    assert told(folder) == [f"pack.yaml:3:8: error TXT001: unsafe character {shown} – take it out"]
    assert load(folder).pack.manifest.title == f"x{shown}"


def test_a_file_full_of_unsafe_characters_tells_of_a_hundred(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"sources/x.md": b"---\nid: x\n---\n" + b"\0" * 100_000})
    rules = [problem.rule for problem in load(folder).problems]
    assert rules.count("TXT001") == 100
