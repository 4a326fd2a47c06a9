"""A built wheel runs away from the checkout, with the content and themes that ship."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.themes.reading import load_themes
from briefing.themes.theme import TERMINAL, theme_folders

CHECKOUT = Path(__file__).parent.parent


def run(*words: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Run Python with these arguments and return what it printed."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        env["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which a wheel of the checkout is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    run(*build, CHECKOUT, cwd=folder)
    [wheel] = folder.glob("briefing-*.whl")
    target = folder / "installed"
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--no-index")
    run(*pip, "--target", target, wheel, cwd=folder)
    return target


def test_the_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    code = "import briefing.cli; print(briefing.cli.__file__)"
    found = run("-c", code, cwd=tmp_path, path=installed)
    assert Path(found.strip()) == installed / "briefing" / "cli" / "__init__.py"


def test_it_finds_the_shipped_pack(installed: Path, tmp_path: Path) -> None:
    listed = run("-m", "briefing", "list", "sides", cwd=tmp_path, path=installed)
    assert listed == "us     United States\nchina  China\n"


def test_it_exports_the_shipped_brief_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    from_wheel = run("-m", "briefing", "export", cwd=tmp_path, path=installed)
    from_checkout = run("-m", "briefing", "export", cwd=tmp_path, path=CHECKOUT)
    assert from_wheel == from_checkout
    assert from_wheel.startswith("# ")


def test_it_finds_the_shipped_themes(installed: Path, tmp_path: Path) -> None:
    themes, _ = load_themes(theme_folders()[:1])
    listed = run("-m", "briefing", "themes", cwd=tmp_path, path=installed)
    names = [theme.name for theme in themes]
    assert [line.split()[0] for line in listed.splitlines()] == [*names, TERMINAL]


def test_it_carries_what_the_app_draws_with(installed: Path) -> None:
    package = CHECKOUT / "briefing"
    styles = {path.relative_to(package) for path in package.rglob("*.tcss")}
    carried = installed / "briefing"
    assert styles
    assert all((carried / style).is_file() for style in styles)
