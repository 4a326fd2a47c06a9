"""`briefing notes`: the reader's own notes as Markdown."""

import json
from pathlib import Path

from briefing.pack.ref import Ref
from briefing.workspace import Workspace
from tests.packs import write_pack
from tests.processes import on_pipes


def test_notes_are_printed_below_their_items_with_foreign_text_escaped(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    workspace = Workspace()
    workspace.set_note("tidal-power", Ref("option", "carry-on"), "Ask <b>Q</b>.\nTwice \x1b[2J.")
    workspace.set_note("tidal-power", Ref("claim", "gone"), "Where is it?")
    done = on_pipes("-p", pack, "notes", cwd=tmp_path)
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert said.startswith("# Your notes\n")
    assert "## Carry on\n\noption:carry-on · " in said
    assert "Ask \\<b\\>Q\\</b\\>.\n\nTwice ␛\\[2J." in said
    assert "no longer in the pack" in said
    assert said.index("Carry on") < said.index("Where is it?")


def test_notes_are_written_to_a_file(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    done = on_pipes("-p", pack, "notes", "-o", "notes.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"briefing: wrote notes.md\n"
    assert "No notes yet" in (tmp_path / "notes.md").read_text()


def test_programs_get_notes_as_json(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    Workspace().set_note("tidal-power", Ref("option", "carry-on"), "Ask Q.")
    [note] = json.loads(on_pipes("-p", pack, "notes", "--json", cwd=tmp_path).stdout)
    day = note.pop("day")
    assert note == {"kind": "option", "id": "carry-on", "title": "Carry on", "text": "Ask Q."}
    assert len(day) == len("2025-01-01")
