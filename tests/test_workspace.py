"""The reader's own data: kept at once, kept whole, and never a reason to stop."""

import signal
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.workspace import Note, Reading, Workspace
from tests.processes import environment

CLAIM = Ref("claim", "alder-price")


def test_a_value_is_there_for_the_next_session(tmp_path: Path) -> None:
    Workspace(tmp_path).set("theme", "paper")
    assert Workspace(tmp_path).get("theme") == "paper"


def test_a_value_never_set_is_the_default(tmp_path: Path) -> None:
    assert Workspace(tmp_path).get("theme", "dusk") == "dusk"


def test_a_note_is_kept_for_its_pack_only(tmp_path: Path) -> None:
    Workspace(tmp_path).set_note("tidal-power", CLAIM, "ask about ␛ this")
    assert Workspace(tmp_path).notes("tidal-power")[CLAIM].text == "ask about ␛ this"
    assert Workspace(tmp_path).notes("another") == {}


def test_a_note_has_the_day_on_which_it_was_last_changed(tmp_path: Path) -> None:
    Workspace(tmp_path).set_note("tidal-power", CLAIM, "one")
    with sqlite3.connect(tmp_path / "workspace.sqlite") as database:
        database.execute("update note set day = '2020-02-02'")
    workspace = Workspace(tmp_path)
    workspace.set_note("tidal-power", CLAIM, "one")
    assert workspace.notes("tidal-power")[CLAIM].day == "2020-02-02"
    before = date.today()
    workspace.set_note("tidal-power", CLAIM, "another")
    day = date.fromisoformat(workspace.notes("tidal-power")[CLAIM].day)
    assert before <= day <= date.today()


def test_a_file_of_the_version_before_keeps_its_notes(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "workspace.sqlite") as database:
        database.executescript(OLD)
    workspace = Workspace(tmp_path)
    assert workspace.durable
    assert workspace.notes("tidal-power") == {CLAIM: Note("from before", "")}


OLD = """
create table note (pack text, item text, text text, primary key (pack, item));
insert into note values ('tidal-power', 'claim:alder-price', 'from before');
pragma user_version = 2;
"""


def test_a_file_of_version_3_keeps_all_that_is_the_readers(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "workspace.sqlite") as database:
        database.executescript(VERSION_3)
    workspace = Workspace(tmp_path)
    assert workspace.durable
    assert workspace.notes("tidal-power") == {CLAIM: Note("mine", "2025-01-01")}
    assert workspace.page("tidal-power") == "recipe"
    assert workspace.get("theme") == "paper"
    assert workspace.reading("tidal-power") == Reading("abc", "2025-02-03", b"")


VERSION_3 = """
create table note (
    pack text, item text, text text, day text not null default '', primary key (pack, item)
);
create table seen (pack text, item text, print text, primary key (pack, item));
create table state (name text primary key, value text);
create table page (
    step integer primary key, pack text, done text, recipe text, undone integer not null default 0
);
insert into note values ('tidal-power', 'claim:alder-price', 'mine', '2025-01-01');
insert into seen values ('tidal-power', 'claim:alder-price', 'f00');
insert into state values ('read tidal-power', 'abc 2025-02-03'), ('last', 'compare');
insert into state values ('theme', 'paper');
insert into page (pack, done, recipe) values ('tidal-power', 'step', 'recipe');
pragma user_version = 3;
"""


def test_an_empty_note_is_none(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.set_note("tidal-power", CLAIM, "for a moment")
    workspace.set_note("tidal-power", CLAIM, "")
    assert workspace.notes("tidal-power") == {}


def test_two_windows_see_what_the_other_keeps(tmp_path: Path) -> None:
    one, other = Workspace(tmp_path), Workspace(tmp_path)
    one.set_note("tidal-power", CLAIM, "from one")
    other.set_note("tidal-power", Ref("option", "carry-on"), "from the other")
    assert len(one.notes("tidal-power")) == len(other.notes("tidal-power")) == 2


def test_a_pack_never_read_has_no_reading(tmp_path: Path) -> None:
    assert Workspace(tmp_path).reading("tidal-power") == Reading("", "", b"")
    assert Workspace(tmp_path).last_read() == {}


def test_what_was_read_last_is_kept_with_its_day(tmp_path: Path) -> None:
    before = date.today()
    Workspace(tmp_path).set_reading("tidal-power", "one", b"first")
    Workspace(tmp_path).set_reading("tidal-power", "two", b"\0second")
    digest, day, state = Workspace(tmp_path).reading("tidal-power")
    assert (digest, state) == ("two", b"\0second")
    assert before <= date.fromisoformat(day) <= date.today()
    assert Workspace(tmp_path).last_read() == {"tidal-power": day}


def test_what_is_read_again_has_another_day_and_no_other_state(tmp_path: Path) -> None:
    Workspace(tmp_path).set_reading("tidal-power", "one", b"state")
    with sqlite3.connect(tmp_path / "workspace.sqlite") as database:
        database.execute("update reading set day = '2020-02-02'")
    Workspace(tmp_path).read_again("tidal-power", "another")
    assert Workspace(tmp_path).reading("tidal-power") == Reading("one", "2020-02-02", b"state")
    Workspace(tmp_path).read_again("tidal-power", "one")
    digest, day, state = Workspace(tmp_path).reading("tidal-power")
    assert (digest, state) == ("one", b"state")
    assert day > "2020-02-02"


def test_a_page_never_changed_has_nothing_to_undo_or_redo(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.page("tides") == ""
    assert workspace.undo_page("tides") is None
    assert workspace.redo_page("tides") is None


def test_pages_are_undone_and_redone_over_a_restart_and_each_pack_for_itself(
    tmp_path: Path,
) -> None:
    workspace = Workspace(tmp_path)
    for number in (1, 2):
        workspace.set_page("tides", f"page {number}", f"step {number}", "own")
        workspace.set_page("winds", "other", "other", "own")
    workspace = Workspace(tmp_path)
    assert [workspace.undo_page("tides") for _ in range(3)] == ["step 2", "step 1", None]
    assert workspace.page("tides") == "own"
    workspace = Workspace(tmp_path)
    assert [workspace.redo_page("tides") for _ in range(3)] == ["step 1", "step 2", None]
    assert (workspace.page("tides"), workspace.page("winds")) == ("page 2", "other")


def test_a_change_after_undo_takes_the_place_of_what_was_undone(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.set_page("tides", "one", "first", "own")
    workspace.undo_page("tides")
    workspace.set_page("tides", "two", "second", "own")
    assert workspace.redo_page("tides") is None
    assert [workspace.undo_page("tides") for _ in range(2)] == ["second", None]


def test_only_so_many_pages_are_kept(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for number in range(210):
        workspace.set_page("tides", f"page {number}", "", "own")
    while workspace.undo_page("tides") is not None:
        pass
    assert workspace.page("tides") == "page 10"


def test_pages_outlast_a_full_disk_for_the_session(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", FULL_PAGES, str(tmp_path)],
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said == "step False one\n"
    assert Workspace(tmp_path).page("tides") == "one"


FULL_PAGES = """
import resource, signal, sys
from pathlib import Path
from briefing.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
workspace.set_page("tides", "one", "first", "own")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
workspace.set_page("tides", "x" * 500_000, "step", "own")
print(workspace.undo_page("tides"), workspace.durable, workspace.page("tides"))
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from briefing.pack.pack import Ref
from briefing.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    workspace.set_note("pack", Ref("claim", str(number)), "x" * 500)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("writes", [1, 7, 40])
def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path, writes: int) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(writes)]
    killed = subprocess.run(command, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(Workspace(tmp_path).notes("pack")) == writes


def test_without_a_folder_the_session_goes_on_and_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    workspace = Workspace(in_the_way)
    workspace.set("theme", "paper")
    assert workspace.get("theme") == "paper"
    assert not workspace.durable
    assert workspace.reason.startswith("Notes and places are kept for this session only: ")


def test_a_damaged_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "workspace.sqlite"
    path.write_bytes(b"not a database at all" * 50)
    assert not Workspace(tmp_path).durable
    assert path.read_bytes() == b"not a database at all" * 50


def test_a_file_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    Workspace(tmp_path).set("theme", "paper")
    with sqlite3.connect(tmp_path / "workspace.sqlite") as database:
        database.execute("pragma user_version = 99")
    assert "newer version" in Workspace(tmp_path).reason


FULL = """
import resource, sys
from pathlib import Path
from briefing.pack.pack import Ref
from briefing.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
workspace.set_note("pack", Ref("claim", "before"), "kept")
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace.set_note("pack", Ref("claim", "after"), "x" * 500_000)
print(len(workspace.notes("pack")), workspace.durable)
"""


def test_a_full_disk_keeps_the_session_going_with_all_it_had(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(tmp_path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said == "2 False\n"
    assert Workspace(tmp_path).notes("pack")[Ref("claim", "before")].text == "kept"


WRITES = """
import sys
from pathlib import Path
from briefing.pack.ref import Ref
from briefing.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    workspace.set_note("pack", Ref("claim", f"{sys.argv[2]}-{number}"), "x" * 200)
    print(number if workspace.durable else workspace.reason, flush=True)
"""


def _writer(folder: Path, name: str, writes: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITES, str(folder), name, str(writes)]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)


def test_windows_opened_at_once_for_the_first_time_all_keep_what_they_write(tmp_path: Path) -> None:
    writers = [_writer(tmp_path, str(number), 20) for number in range(4)]
    said = [writer.communicate()[0].split() for writer in writers]
    assert said == [[str(number) for number in range(20)]] * 4
    assert len(Workspace(tmp_path).notes("pack")) == 80


@pytest.mark.parametrize("after", [1, 2, 30, 99, 250])
def test_whenever_the_program_is_killed_what_was_kept_is_there(tmp_path: Path, after: int) -> None:
    with _writer(tmp_path, "one", 100_000) as writer:
        assert writer.stdout
        said = [writer.stdout.readline() for _ in range(after)]
        writer.kill()
        said += writer.stdout.read().splitlines(keepends=True)
    kept = Workspace(tmp_path).notes("pack")
    numbers = [line for line in said if line.endswith("\n")]
    assert len(numbers) >= after
    assert all(Ref("claim", f"one-{number}") in kept for number in range(len(numbers)))


def test_a_state_too_large_for_the_disk_leaves_the_one_before(tmp_path: Path) -> None:
    Workspace(tmp_path).set_reading("pack", "one", b"small")
    command = [sys.executable, "-c", FULL_WHEN_LEAVING, str(tmp_path)]
    said = subprocess.run(
        command, env=environment(), check=True, capture_output=True, text=True
    ).stdout
    assert said == "two False\n"
    assert Workspace(tmp_path).reading("pack").state == b"small"


FULL_WHEN_LEAVING = """
import os, resource, signal, sys
from pathlib import Path
from briefing.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
workspace.set_reading("pack", "two", os.urandom(500_000))
print(workspace.reading("pack").digest, workspace.durable)
"""


def test_a_file_that_turns_out_damaged_does_not_stop_the_session(tmp_path: Path) -> None:
    _writer(tmp_path, "one", 200).communicate()
    path = tmp_path / "workspace.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[:32768] + b"\xa5" * (len(data) - 32768))
    workspace = Workspace(tmp_path)
    workspace.notes("pack")
    workspace.set_note("pack", CLAIM, "still here")
    assert workspace.notes("pack")[CLAIM].text == "still here"
    assert not workspace.durable


FULL_FROM_THE_START = """
import resource, signal, sys
from pathlib import Path
from briefing.workspace import Workspace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
print([note.text for note in Workspace(Path(sys.argv[1])).notes("pack").values()])
"""


def test_on_a_full_disk_what_was_kept_can_be_read(tmp_path: Path) -> None:
    Workspace(tmp_path).set_note("pack", CLAIM, "kept")
    command = [sys.executable, "-c", FULL_FROM_THE_START, str(tmp_path)]
    said = subprocess.run(
        command, env=environment(), check=True, capture_output=True, text=True
    ).stdout
    assert said == "['kept']\n"
