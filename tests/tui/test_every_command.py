"""Every command of the registry by its key, at three sizes: each does what it is there for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from textual.screen import ModalScreen

from briefing.describe.shelf import EVERYTHING
from briefing.pack.pack import Ref
from briefing.tui.commands import COMMANDS, SCOPES
from briefing.tui.views.evidence import Evidence
from briefing.tui.views.experts import Experts
from briefing.tui.views.options import Options
from briefing.tui.widgets.grid import Grid
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pairs import Pairs
from tests.tui.reader import SIZES, Reader, reading

Done = Callable[[Reader], bool]


class Trial(NamedTuple):
    """From which item and by which keys one comes to where a command works; and what it does."""

    start: str
    way: str
    done: Done


def sees(text: str) -> Done:
    """Return whether a text stands on the screen."""
    return lambda reader: text in reader.words


def misses(text: str) -> Done:
    """Return whether a text no longer stands on the screen."""
    return lambda reader: text not in reader.words


def hears(text: str) -> Done:
    """Return whether the app tells something."""
    return lambda reader: any(text in told for told in reader.told)


def view(name: str) -> Done:
    """Return whether a view is open."""
    return lambda reader: reader.view == name


def here(ref: str) -> Done:
    """Return whether an item is highlighted."""
    return lambda reader: reader.here == ref


def dialog(name: str) -> Done:
    """Return whether a dialog is open, by the name of its class."""
    return lambda reader: type(reader.app.screen).__name__ == name


def focus(name: str) -> Done:
    """Return whether a list or pane has the keys."""
    return lambda reader: reader.app.focused is not None and reader.app.focused.id == name


def row(least: int) -> Done:
    """Return whether the cursor stands so far down."""
    return lambda reader: cast(LineWidget, reader.app.focused).cursor >= least


def top(reader: Reader) -> bool:
    """Return whether the cursor stands in the first row."""
    return cast(LineWidget, reader.app.focused).cursor == 0


def side(number: int) -> Done:
    """Return whether the cursor stands on a side."""
    return lambda reader: reader.app.view.query_one(Pairs).side == number


def column(number: int) -> Done:
    """Return whether the cursor stands in a column of the matrix."""
    return lambda reader: reader.app.view.query_one(Grid).column == number


def pinned(name: str, *, on: bool = True) -> Done:
    """Return whether an item is on the page."""
    return lambda reader: (reader.app.session.marks.get(name) == "◆") is on


def experts(true: Callable[[Experts], bool]) -> Done:
    """Return whether something is so of the view of the experts."""
    return lambda reader: true(cast(Experts, reader.app.view))


def options(true: Callable[[Options], bool]) -> Done:
    """Return whether something is so of the view of the options."""
    return lambda reader: true(cast(Options, reader.app.view))


def evidence(true: Callable[[Evidence], bool]) -> Done:
    """Return whether something is so of the view of the evidence."""
    return lambda reader: true(cast(Evidence, reader.app.view))


def first_on_page(name: str) -> Done:
    """Return whether an item stands before the other dimension on the page."""
    other = {"price": "permits", "permits": "price"}[name]

    def is_first(reader: Reader) -> bool:
        marks = [ref for ref, mark in reader.app.session.marks.items() if mark == "◆"]
        return marks.index(f"dimension:{name}") < marks.index(f"dimension:{other}")

    return is_first


JUDGEMENT, CLAIM, QUESTION = "judgement:gap-narrows", "claim:alder-price", "question:open-grid"
EXPERT, OPTION, SOURCE = "expert:mira-ostberg", "option:open-the-grid", "source:tide-survey"
OTHER_SIDE, TWO_SOURCES, PINNED = "claim:birch-price", "claim:alder-turbines", "option:carry-on"
ON_PAGE = "6 home down down"

TRIALS = {
    "overview": Trial(CLAIM, "", view("overview")),
    "compare": Trial(JUDGEMENT, "", view("compare")),
    "experts": Trial(CLAIM, "", view("experts")),
    "options": Trial(CLAIM, "", view("options")),
    "evidence": Trial(CLAIM, "", view("evidence")),
    "brief": Trial(CLAIM, "", view("brief")),
    "search": Trial(CLAIM, "", dialog("SearchDialog")),
    "citation": Trial(CLAIM, "", sees("Says who?")),
    "help": Trial(CLAIM, "", dialog("HelpDialog")),
    "pin": Trial(SOURCE, "", pinned(SOURCE)),
    "note": Trial(CLAIM, "", sees("Note on: Alderland's tidal")),
    "copy": Trial(CLAIM, "", hears("Copied as Markdown: Alderland's tidal")),
    "export": Trial(CLAIM, "", sees("Export the page")),
    "edit": Trial(CLAIM, "", hears("Set EDITOR to open dimensions/price.yaml at line")),
    "problems": Trial(CLAIM, "", sees("Content: 2 warnings")),
    "mend": Trial(CLAIM, "", hears("Nothing in the content is broken")),
    "notes": Trial(CLAIM, "", sees("Your notes")),
    "library": Trial(CLAIM, "", view("library")),
    "tour": Trial(CLAIM, "", sees("Welcome to the briefing room")),
    "back": Trial(CLAIM, "4", view("compare")),
    "forward": Trial(CLAIM, "4 left_square_bracket", view("options")),
    "theme": Trial(CLAIM, "", sees("Colours…")),
    "palette": Trial(CLAIM, "", sees("Search for commands…")),
    "quit": Trial(CLAIM, "", lambda reader: reader.app.return_code == 0),
    "down": Trial(EXPERT, "", here("expert:jon-hale")),
    "up": Trial(EXPERT, "down", here(EXPERT)),
    "page-down": Trial(SOURCE, "v home", row(1)),
    "page-up": Trial(SOURCE, "v end", lambda reader: not row(4)(reader)),
    "first": Trial(SOURCE, "v end", top),
    "last": Trial(SOURCE, "v home", row(4)),
    "open": Trial(SOURCE, "", focus("detail")),
    "right-pane": Trial(CLAIM, "6", focus("page")),
    "left-pane": Trial(CLAIM, "6 right", focus("list")),
    "next-dimension": Trial("dimension:price", "", sees("2/2")),
    "previous-dimension": Trial("dimension:permits", "", sees("1/2")),
    "left-side": Trial(OTHER_SIDE, "", side(0)),
    "right-side": Trial(CLAIM, "", side(1)),
    "expand": Trial(CLAIM, "", sees("▾")),
    "expand-all": Trial(CLAIM, "escape", sees("▾")),
    "collapse": Trial(CLAIM, "a enter", misses("▾")),
    "whole-head": Trial(CLAIM, "", lambda r: r.app.view.query_one("#sides").has_class("-whole")),
    "experts-pivot": Trial(QUESTION, "", sees("● By expert")),
    "opposing": Trial(EXPERT, "", hears("Strongest opposing view on Open grid: Jon Hale")),
    "filter": Trial(EXPERT, "", sees("Whom to show")),
    "show-all": Trial(EXPERT, "f space escape", experts(lambda shown: shown.selection.all)),
    "experts-sort": Trial(EXPERT, "", experts(lambda shown: shown.selection.order == "name")),
    "beside": Trial(EXPERT, "", sees("● Head to head")),
    "left-question": Trial(QUESTION, "v v right", column(0)),
    "right-question": Trial(QUESTION, "v v", column(1)),
    "options-sort": Trial(OPTION, "", sees("Effect, better first")),
    "turn": Trial(OPTION, "", options(lambda shown: shown.order.worse_first)),
    "options-beside": Trial(OPTION, "", sees("● Two side by side")),
    "options-pivot": Trial(OPTION, "", sees("● Two side by side")),
    "left-option": Trial(OPTION, "right", focus("list")),
    "right-option": Trial(OPTION, "", focus("detail")),
    "evidence-pivot": Trial(SOURCE, "", sees("● Claims by status")),
    "shelf": Trial(SOURCE, "", sees("Which sources to show")),
    "show-all-sources": Trial(
        SOURCE, "f space escape", evidence(lambda shown: shown.shelf == EVERYTHING)
    ),
    "evidence-sort": Trial(SOURCE, "", evidence(lambda shown: shown.shelf.order == "lines")),
    "left-evidence": Trial(SOURCE, "right", focus("list")),
    "right-evidence": Trial(SOURCE, "", focus("detail")),
    "next-source": Trial(TWO_SOURCES, "c", sees("2 of 2")),
    "previous-source": Trial(TWO_SOURCES, "c full_stop", sees("1 of 2")),
    "browse": Trial(CLAIM, "c", dialog("BrowseDialog")),
    "copy-plain": Trial(CLAIM, "c", hears("Copied the citation as a plain reference")),
    "drop": Trial(CLAIM, ON_PAGE, pinned("dimension:price", on=False)),
    "earlier": Trial(CLAIM, "6 u home down down down", first_on_page("permits")),
    "later": Trial(CLAIM, "6 u home down down", first_on_page("permits")),
    "trim": Trial(CLAIM, "6", hears("The page fits as it is")),
    "undo": Trial(CLAIM, ON_PAGE + " delete", pinned("dimension:permits")),
    "redo": Trial(CLAIM, ON_PAGE + " delete u", pinned("dimension:permits", on=False)),
    "retitle": Trial(CLAIM, "6", sees("Title of the page")),
    "choose-brief": Trial(CLAIM, "6", sees("Open a brief of this pack")),
    "save-recipe": Trial(CLAIM, "6", sees("Save the page as a recipe")),
}


def test_every_command_is_tried() -> None:
    assert sorted(TRIALS) == sorted(command.id for command in COMMANDS)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scope", SCOPES)
async def test_each_command_does_what_it_is_for(
    pack: Path, scope: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    tried = [command for command in COMMANDS if command.scope == scope and command.id != "quit"]
    tried += [command for command in COMMANDS if command.scope == scope and command.id == "quit"]
    async with reading(pack, size) as reader:
        for command in tried:
            trial = TRIALS[command.id]
            await begin(reader, trial)
            assert not trial.done(reader), f"{command.id} is done before its key is pressed"
            await reader.press(command.keys.split(",")[0])
            await reader.until(lambda trial=trial: trial.done(reader), command.id)  # type: ignore[misc]


async def begin(reader: Reader, trial: Trial) -> None:
    """Go to where a trial starts, as if nothing had been done before."""
    while isinstance(reader.app.screen, ModalScreen):
        await reader.press("escape")
    kind, _, name = trial.start.partition(":")
    reader.app.clear_notifications()
    reader.app.open(Ref(kind, name))
    await reader.settle()
    await reader.press(*trial.way.split())
