"""Search: results as you type, grouped by kind, and a jump to the one that is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.document import Block, Document, Heading, Items, Paragraph, Run, run
from briefing.pack.pack import Pack, Ref
from briefing.pack.types import STATUSES
from briefing.search import KINDS, MANY, Found, Group, Hit
from briefing.tui.dialogs.results import Result, ResultList
from briefing.tui.session import Session
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.text_field import TextField
from briefing.words import counted

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

LIMIT = 50
"""More results of a kind than this help nobody to find anything."""
QUERY = "query "
"""Begins the key of a row that stands for a search, and not for an item."""
KEYS = "enter opens · tab, then space pins · esc closes"
KEYS_SHORT = "esc closes"
SHORT = 20
"""The height in lines below which help gives way to results."""
WAYS = '"words in a row" · -without · kind: side: expert: status: source:'


class SearchDialog(ModalScreen[Ref | None]):
    """Finds anything; closed with the item that was chosen, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("space", "pin", "Pin"),
        Binding("slash", "words", "Words"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._last = session.workspace.get(self._kept, "")
        self._ready = False

    @property
    def _kept(self) -> str:
        return f"search {self._session.pack.manifest.id}"

    def compose(self) -> ComposeResult:
        """Yield the words, the results, how many there are, and what can be typed."""
        with Vertical(id="search-dialog", classes="dialog"):
            yield TextField(
                self._last, "Search names, figures, words", id="words", select_on_focus=True
            )
            yield ResultList(id="results")
            yield Static("Reading the pack …", id="count", classes="hint", markup=False)
            yield Static(WAYS, id="ways", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Make the index, where it is not made yet, while the words can be typed already."""
        self.query_one(ResultList).marks = self._session.marks
        self._prepare()

    def on_unmount(self) -> None:
        """Remember the words for the next time."""
        self._session.workspace.set(self._kept, self._last)

    @work(thread=True)
    def _prepare(self) -> None:
        self._session.index  # noqa: B018 - made when first asked for
        self.app.call_later(self._begin)

    def _begin(self) -> None:
        """Show what is found, unless the search was closed before it could begin."""
        if self in self.app.screen_stack:
            self._ready = True
            self._show()

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show what is found for the words so far."""
        self._last = event.value
        if self._ready:
            self._show()

    def _show(self) -> None:
        found = self._session.index.search(self._last, LIMIT)
        typed = self._last.strip()
        self.query_one(ResultList).set_results(
            list(results(found) if typed else examples(self._session.pack))
        )
        total = sum(group.total for group in found.groups)
        more = " or more" if any(group.total == MANY for group in found.groups) else ""
        said = f"{counted(total, 'result')}{more}" if typed else "Type to search"
        keys = KEYS_SHORT if self.app.size.height < SHORT else KEYS
        self.query_one("#count", Static).update(f"{said} · {keys}")

    def on_key(self, event: events.Key) -> None:
        """Let the arrow keys move in the results while the words keep the focus."""
        results = self.query_one(ResultList)
        step = {"down": 1, "up": -1}.get(event.key)
        if step and not results.has_focus:
            results.action_move(step)
        elif event.key in {"pagedown", "pageup"} and not results.has_focus:
            results.action_page(1 if event.key == "pagedown" else -1)
        else:
            return
        event.prevent_default()

    def action_words(self) -> None:
        """Go back to the words."""
        self.query_one(TextField).focus()

    def action_pin(self) -> None:
        """Put the highlighted result on the page, or take it off."""
        results = self.query_one(ResultList)
        ref = as_ref(results.current)
        if ref is None:
            return
        app = cast("BriefingApp", self.app)
        app.say(self._session.toggle_pin(ref))
        app.refill()
        results.marks = self._session.marks
        results.rearrange()

    @on(Input.Submitted)
    def choose(self) -> None:
        """Open the highlighted result."""
        self._choose(self.query_one(ResultList).current)

    @on(LineWidget.Opened)
    def choose_clicked(self, event: LineWidget.Opened) -> None:
        """Open the result that was opened in the list."""
        self._choose(event.key)

    def _choose(self, key: str) -> None:
        """Open an item, show a term, or search for what a row stands for."""
        if key.startswith(QUERY):
            words = self.query_one(TextField)
            words.fill(key.removeprefix(QUERY))
            words.focus()
        elif ref := as_ref(key):
            if ref.kind == "term":
                self._show_term(ref.id)
            else:
                self.dismiss(ref)

    def _show_term(self, term: str) -> None:
        """Show what a term means and where it is said, over the search."""
        from briefing.tui.dialogs.drawer import Drawer

        meaning = self._session.pack.manifest.glossary[term]
        said = self._session.index.search(f'"{term}" -kind:term', LIMIT).hits
        app = cast("BriefingApp", self.app)
        app.push_screen(Drawer(term_document(term, meaning, said)), app.open_chosen)


def as_ref(key: str) -> Ref | None:
    """Return the item that a row's key names, or None for other rows."""
    kind, _, name = key.partition(":")
    return Ref(kind, name) if kind in KINDS and name else None


def results(found: Found) -> Iterator[Result]:
    """Yield what was found under a heading for each kind, or else what may have been meant."""
    for told in found.told:
        yield Result("", told)
    for group in found.groups:
        yield Result("", heading(group))
        for hit in group.hits:
            yield _result(hit)
    if found.near:
        yield Result("", "Did you mean", note="enter searches for it")
    for query in found.near:
        yield Result(QUERY + query, query)


def _result(hit: Hit) -> Result:
    # What is marked in the title need not be shown once more.
    excerpt = ("", ()) if hit.title_spans and hit.ref.kind != "term" else (hit.excerpt, hit.spans)
    return Result(str(hit.ref), hit.title, hit.title_spans, hit.context, *excerpt)


def heading(group: Group) -> str:
    """Return a kind with the number of its results, and how many of them are shown."""
    total = f"{MANY} or more" if group.total == MANY else str(group.total)
    shown = len(group.hits)
    first = f", the first {shown} shown" if shown < group.total else ""
    return f"{KINDS[group.kind].capitalize()} ({total}{first})"


def examples(pack: Pack) -> Iterator[Result]:
    """Yield what can be typed, with names of this pack; choosing one types it."""
    yield Result("", "Names, figures, words; all must be there, the last may be unfinished")
    yield _example("kind:claim", KINDS)
    yield _example(f"side:{pack.sides[0].id}", [side.id for side in pack.sides])
    if pack.experts:
        yield _example(f"expert:{pack.experts[0].id}", ["whatever involves an expert"])
    yield _example("status:contested", STATUSES)
    if pack.sources:
        yield _example(f"source:{pack.sources[0].id}", ["whatever rests on a source"])


def _example(query: str, values: Iterable[str]) -> Result:
    return Result(QUERY + query, query, excerpt=", ".join(values))


def term_document(term: str, meaning: str, said: list[Hit]) -> Document:
    """Return a term of the glossary with its meaning and the items that hold it."""
    parts: list[Block] = [Paragraph(run(meaning))]
    if said:
        parts.append(Heading(3, run("Where it is said")))
        lines = [(Run(hit.title), Run(f"  {hit.context}", "muted")) for hit in said]
        parts.append(
            Items(
                tuple(
                    (Paragraph(line, str(hit.ref)),) for line, hit in zip(lines, said, strict=True)
                )
            )
        )
    return Document(title=term, blocks=tuple(parts))
