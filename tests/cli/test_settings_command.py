"""`briefing settings`: where they are, whether they are in order, and an example."""

from briefing.settings import settings_file
from tests.cli.conftest import Command


def test_without_settings_an_example_is_printed(command: Command) -> None:
    code, out, err = command("settings")
    assert (code, err) == (0, "")
    first, *rest = out.splitlines()
    assert first == f"# {settings_file()}: not there yet; all is as it ships"
    assert all(line.startswith("#") for line in rest)
    assert any("search:" in line and '["/"]' in line for line in rest)


def test_mistakes_are_told_with_their_place(command: Command) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme: papper\nkeys: {pin: p}\n", encoding="utf-8")
    code, out, err = command("settings")
    assert code == 1
    assert out.startswith(f"# {settings_file()}: 1 warning\n")
    assert err == (
        f'{settings_file()}:1:8: warning SET004: there is no theme "papper" – '
        "did you mean 'paper'?\n"
    )
    assert any("pin:" in line and "[p]" in line for line in out.splitlines())
