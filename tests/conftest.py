"""What every test has: user folders of its own, and no settings from outside."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on the machine, and says nothing about what is right.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home: Path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BRIEFING_HOME", str(home))
    for name in ("BRIEFING_PACK", "NO_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="session")
def _can_be_interrupted() -> None:
    """Let the programs that tests start be interrupted, also where a shell has put the tests in
    the background: what is ignored there would be ignored by them, too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
