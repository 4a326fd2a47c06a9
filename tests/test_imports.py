"""What commands import: none but the app pays for the app, and the version costs nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packs import write_pack
from tests.processes import environment

LOADED = """
import sys
from briefing.cli import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""
BELOW_THE_APP = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
for path in sorted((root / "briefing").rglob("*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    if parts[1] not in ("tui", "cli", "__main__", "shipped"):
        importlib.import_module(".".join(parts).removesuffix(".__init__"))
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(script: str, *words: str | Path) -> set[str]:
    """Return the top-level modules that a script has loaded when it ends well."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return set(done.stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize(
    "words",
    [
        "export",
        "export -f txt",
        "check",
        "check --json",
        "list",
        "search tidal",
        "read",
        "read price",
        "themes",
        "themes --json",
        "--help",
        "export --help",
        "--version",
    ],
)
def test_a_command_that_draws_no_app_imports_neither_textual_nor_rich(
    tmp_path: Path, words: str
) -> None:
    pack = write_pack(tmp_path / "tides")
    assert not imported(LOADED, "-p", pack, *words.split()) & {"textual", "rich"}


@pytest.mark.parametrize("words", ["--version", "--help"])
def test_version_and_help_read_no_file_format(words: str) -> None:
    heavy = {"yaml", "msgspec", "markdown_it", "sqlite3", "platformdirs", "json"}
    assert not imported(LOADED, words) & heavy


@pytest.mark.parametrize("fmt", ["md", "html", "pdf", "txt"])
def test_an_export_imports_nothing_that_its_libraries_can_do_without(
    tmp_path: Path, fmt: str
) -> None:
    pack, page = write_pack(tmp_path / "tides"), tmp_path / "page"
    assert "typing_extensions" not in imported(LOADED, "-p", pack, "export", "-f", fmt, "-o", page)


def test_nothing_below_the_app_imports_textual_or_rich() -> None:
    root = Path(__file__).parent.parent
    assert not imported(BELOW_THE_APP, root) & {"textual", "rich"}
