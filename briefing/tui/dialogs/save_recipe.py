"""The page as a recipe file that can be committed, and opened by its name."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.export.output import write
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief
from briefing.problems import CannotRead
from briefing.text import one_line, slug
from briefing.tui.destination import can_hold, offered, typed_path, working_folder
from briefing.tui.session import Session
from briefing.tui.widgets.text_field import TextField

FOLDER = "briefs"
SUFFIXES = (".yaml", ".yml")
_LONGEST = 40


class SaveRecipeDialog(ModalScreen[Brief | None]):
    """Writes the page as a recipe; asks again before it replaces a file.

    Closed with the brief as it was saved where the pack now holds it, else with None.
    """

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close")]

    def __init__(self, session: Session, brief: Brief) -> None:
        super().__init__()
        self._session, self._brief = session, brief
        self._replace = ""

    def compose(self) -> ComposeResult:
        """Yield the path."""
        with Vertical(classes="dialog low"):
            yield Static("Save the page as a recipe", classes="title", markup=False)
            yield Static("File; its name becomes the name of the brief", classes="hint label")
            yield TextField(self._offer(), id="path")
            yield Static("", id="told", classes="error", markup=False)
            yield Static("enter write · esc close", classes="hint", markup=False)

    def _offer(self) -> str:
        """Return the path to begin with: in the pack, where it may be written to."""
        name = self._brief.id if self._session.is_own(self._brief) else ""
        folder = self._session.folder / FOLDER
        if not can_hold(folder):
            folder = working_folder()
        return offered(folder, f"{name or fresh_id(self._brief, self._session.pack)}.yaml")

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Write the recipe, or say why not."""
        try:
            self._save(typed_path(event.value))
        except CannotRead as error:
            self.query_one("#told", Static).update(str(error))

    def _save(self, path: Path) -> None:
        from briefing.pack.recipe_file import write_recipe

        shown = one_line(str(path))
        if path.suffix not in SUFFIXES or not slug(path.stem):
            raise CannotRead("The name of a recipe is a word or more, and ends in .yaml")
        if path.exists() and self._replace != str(path):
            self._replace = str(path)
            raise CannotRead(f"{shown} exists; press enter again to replace it")
        brief = replace(self._brief, id=slug(path.stem))
        write(path, write_recipe(brief).encode(), overwrite=self._replace == str(path))
        self.app.notify(f"Written to {shown}", markup=False)
        inside = path.parent.resolve() == (self._session.folder / FOLDER).resolve()
        self.dismiss(brief if inside else None)


def fresh_id(brief: Brief, pack: Pack) -> str:
    """Return an id for a brief that no brief of the pack has, made of its title.

    A brief with an id of its own keeps it.
    """
    taken = {own.id for own in pack.briefs}
    if brief.id not in taken:
        return brief.id
    short = slug(brief.title)[: _LONGEST + 1]
    wanted = (short.rpartition("-")[0] if len(short) > _LONGEST else short) or brief.id
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
