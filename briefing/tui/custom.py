"""What users make their own: keys, colours, and the palette that tells of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.markup import escape
from textual.screen import Screen
from textual.theme import Theme as TextualTheme

from briefing.problems import Problem, Severity
from briefing.settings import Settings, read_settings, settings_file, wrong_theme
from briefing.themes.cache import load_themes_cached
from briefing.themes.theme import TERMINAL, TERMINAL_TITLE, Theme, theme_folders
from briefing.tui.commands import COMMANDS, shown_keys
from briefing.tui.destination import typed_path
from briefing.tui.keys import keymap, with_keys
from briefing.tui.palette import terminal_theme, to_textual
from briefing.tui.stylesheet import KeptStylesheet
from briefing.tui.tending import TendingApp

if TYPE_CHECKING:
    from briefing.verify import Texts

DEFAULT_THEME = "dusk"


class CustomApp(TendingApp):
    """An app with the keys and the colours of its user, read again when their files change."""

    named_texts: Path | None = None
    _variables: dict[str, str]
    _variables_of: TextualTheme | None = None

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = KeptStylesheet()
        self.commands = COMMANDS
        self.titles: dict[str, str] = {}
        self.own_problems: tuple[Problem, ...] = ()
        self._settings = Settings("")
        self._stamp = _stamp()
        self._customize()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content, then with the user's own files."""
        return (*super().problems, *self.own_problems)

    @property
    def texts(self) -> Texts | None:
        """The texts of the sources: from the folder that was named at the start, from the
        pack's own, or from that of the settings; None where there is none of them."""
        from briefing.verify import texts_in

        named = self._settings.texts
        own = self.session.folder / "texts"
        return texts_in(self.named_texts, own, typed_path(named.name) if named else None)

    @property
    def chosen_theme(self) -> str:
        """The theme that the settings name, else the one chosen last."""
        if self._settings.theme and self._settings.theme.name in self.titles:
            return self._settings.theme.name
        kept = self.session.workspace.get("theme", DEFAULT_THEME)
        return kept if kept in self.titles else next(iter(self.titles))

    def reload(self) -> None:
        """Read the user's own files again where one has changed, and then the pack."""
        stamp = _stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self._customize()
            self.refill()
            self.tell_own_problems()
        super().reload()

    def tell_own_problems(self) -> None:
        """Say what is wrong with the user's settings and themes: the first, and how to see all."""
        if wrong := self.own_problems:
            more = f"\nand {len(wrong) - 1} more, listed under Problems" if wrong[1:] else ""
            self.say(f"{wrong[0]}{more}", "warning")

    def _customize(self) -> None:
        """Take the keys and the colours from the user's files, as far as they are in order."""
        self._settings = read_settings(settings_file())
        self.commands, wrong_keys = with_keys(self._settings)
        self.set_keymap(keymap(self.commands))
        themes, wrong_themes = load_themes_cached(theme_folders())
        self._show_themes(themes)
        named = wrong_theme(self._settings, tuple(self.titles))
        wrong = (*self._settings.problems, *named, *wrong_keys, *wrong_themes)
        self.own_problems = tuple(sorted(p._replace(severity=Severity.WARNING) for p in wrong))

    def _show_themes(self, themes: Iterable[Theme]) -> None:
        """Give the app these themes and the terminal's own, no others, and show the chosen."""
        self.titles = {theme.name: theme.title for theme in themes}
        self.titles.setdefault(TERMINAL, TERMINAL_TITLE)
        self.register_theme(terminal_theme())
        for theme in themes:
            self.register_theme(to_textual(theme))
        if self.theme == self.chosen_theme:
            self.mutate_reactive(App.theme)
        self.theme = self.chosen_theme
        for name in set(self.available_themes) - set(self.titles):
            self.unregister_theme(name)

    def get_css_variables(self) -> dict[str, str]:
        """Return what stylesheets name; of a theme that is shown again, what was made of it."""
        theme = self.current_theme
        if self._variables_of is not theme:
            self._variables, self._variables_of = super().get_css_variables(), theme
        return self._variables

    # --- choosing colours -------------------------------------------------------------

    def action_change_theme(self) -> None:
        """Choose the colours; the one that is highlighted is shown."""
        from briefing.tui.palettes import ThemePalette, Themes

        self.push_screen(ThemePalette(providers=[Themes], placeholder="Colours…"))

    def on_command_palette_option_highlighted(
        self, event: CommandPalette.OptionHighlighted
    ) -> None:
        """Show a theme before it is chosen."""
        hit = getattr(event.highlighted_event.option, "hit", None)
        if hit is not None and hit.text in self.titles:
            self.theme = str(hit.text)
            # Textual leaves the palette itself as it was.
            self.call_next(self.stylesheet.update, self.screen)

    def on_command_palette_closed(self, event: CommandPalette.Closed) -> None:
        """Go back to the theme that was chosen, where another was only looked at."""
        if not event.option_selected:
            self.theme = self.chosen_theme

    def choose_theme(self, name: str) -> None:
        """Show a theme, now and from the next start on."""
        self.theme = name
        self.session.workspace.set("theme", name)
        if self.chosen_theme != name:
            self.say(f"For now: your settings name {self.chosen_theme}, which the next start shows")

    # --- the palette ------------------------------------------------------------------

    def action_command_palette(self) -> None:
        """Open the palette of all commands."""
        from briefing.tui.palettes import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands for the palette, also those of the view: same words, same keys."""
        for command in self.commands:
            if command.scope in {"app", self.view.NAME} and command.id != "palette":
                where = self if command.scope == "app" else self.view
                act = cast("Callable[[], None]", partial(self.run_action, command.action, where))
                told = escape(f"{command.help} · {shown_keys(command)}")
                yield SystemCommand(command.label, told, act)


def _stamp() -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file of the user's changes."""
    folder = theme_folders()[1]
    files = [settings_file(), *(sorted(folder.glob("*.yaml")) if folder.is_dir() else ())]
    found = []
    for file in files:
        try:
            stat = file.stat()
        except OSError:
            continue
        found.append((str(file), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
