"""Experts: by question, by person, as a matrix, and two head to head."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefing.describe import item
from briefing.describe.relations import head_to_head
from briefing.document import Cell, Document, Paragraph, Run, Table, run
from briefing.pack.manifest import Question
from briefing.pack.model import Expert, Position
from briefing.pack.pack import Ref
from briefing.pack.types import STANCES, Stance
from briefing.text import width
from briefing.tui.commands import bindings
from briefing.tui.views.listed import PivotedView
from briefing.tui.widgets.row_list import ColumnHead, Row
from briefing.words import STANCE_HEADING

QUESTION, EXPERT, MATRIX, HEAD_TO_HEAD = range(4)
GLYPHS: dict[Stance, str] = {
    "strongly-disagree": "−−",
    "disagree": "−",
    "mixed": "±",
    "agree": "+",
    "strongly-agree": "++",
}
NO_VIEW = "·"
KEY = (
    "++ strongly agrees  + agrees  ± mixed  − disagrees  −− strongly disagrees  "
    "() inferred  · no stated view"
)
HEADER = "Curated, not a poll. Chosen by the editors of this pack."


class Experts(PivotedView):
    """Who stands where; always headed by what the panel is not."""

    NAME = "experts"
    PIVOTS = ("By question", "By expert", "Matrix", "Head to head")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("experts")

    def __init__(self) -> None:
        super().__init__()
        self._opponent = ""

    def body(self) -> ComposeResult:
        """Yield the pivots, the list and the detail."""
        yield from self.choices()
        yield Static(HEADER, id="panel", markup=False)
        yield ColumnHead(id="columns")
        with Horizontal():
            yield from self.list_and_detail()

    def fill_pivot(self) -> None:
        """List what the pivot is about."""
        self.set_class(self.pivot == MATRIX, "-matrix")
        columns = self.query_one(ColumnHead)
        columns.names = self._matrix_head()
        columns.display = self.pivot == MATRIX
        rows = {
            QUESTION: self._question_rows,
            EXPERT: self._expert_rows,
            MATRIX: self._matrix_rows,
            HEAD_TO_HEAD: self._expert_rows,
        }[self.pivot]()
        self.list_rows(rows or [Row("", "Nobody yet")])

    def _question_rows(self) -> list[Row]:
        return [Row(f"question:{q.id}", q.short) for q in self.pack.questions]

    def _expert_rows(self) -> list[Row]:
        people = [e for e in self.pack.experts if e.kind == "person"]
        outlets = [e for e in self.pack.experts if e.kind == "outlet"]
        rows = [Row("", "People"), *map(self._expert_row, people)] if people else []
        return rows + ([Row("", "Outlets"), *map(self._expert_row, outlets)] if outlets else [])

    def _expert_row(self, expert: Expert) -> Row:
        versus = "  ⇄" if self.pivot == HEAD_TO_HEAD and expert.id == self._opponent else ""
        return Row(f"expert:{expert.id}", expert.name + versus)

    def _matrix_head(self) -> str:
        size = self._column
        return "".join(_centred(q.short, size) for q in self.pack.questions)

    @property
    def _column(self) -> int:
        return 4 if self.narrow else 9

    def _matrix_rows(self) -> list[Row]:
        size = self._column
        return [
            Row(
                f"expert:{expert.id}",
                expert.name,
                "".join(_centred(glyph(expert.on(q.id)), size) for q in self.pack.questions),
                "plain",
            )
            for expert in self.pack.experts
        ] + [Row("", KEY)]

    def document(self, key: str) -> Document:
        """Return a question with its stance line, an expert, or two experts head to head."""
        ref = self.as_ref(key)
        if ref is None:
            return Document(title="")
        if self.pivot == HEAD_TO_HEAD and ref.kind == "expert":
            other = Ref("expert", self._opponent)
            if other not in self.pack.items or other == ref:
                hint = Paragraph(run("Press x on an expert, then highlight another.", "muted"))
                return Document(title="Head to head", blocks=(hint,))
            return head_to_head(self.pack, ref.id, other.id)
        found = self.pack.items[ref]
        if isinstance(found, Question):
            doc = item(self.pack, ref)
            return replace(
                doc,
                blocks=(*doc.blocks[:2], stance_line(self.pack.experts, found), *doc.blocks[2:]),
            )
        return item(self.pack, ref)

    def show(self, ref: Ref) -> None:
        """Go to a question or an expert, in the pivot that lists it."""
        if ref.kind == "question":
            self.pivot = QUESTION
        elif self.pivot == QUESTION:
            self.pivot = EXPERT
        self.fill()
        super().show(ref)

    def action_opponent(self) -> None:
        """Set the highlighted expert against whoever is highlighted next."""
        ref = self.current
        if ref is not None and ref.kind == "expert":
            self._opponent = ref.id
            self.pivot = HEAD_TO_HEAD
            self.fill()


def glyph(position: Position | None) -> str:
    """Return a position in a few characters: "++" to "−−", in brackets where inferred."""
    if position is None:
        return NO_VIEW
    sign = GLYPHS[position.stance]
    return sign if position.basis == "stated" else f"({sign})"


def _centred(text: str, size: int) -> str:
    """Return text in the middle of so many cells, cut where it would fill them."""
    text = Content(text).truncate(size - 1).plain
    left = (size - width(text)) // 2
    return " " * left + text + " " * (size - left - width(text))


def stance_line(experts: tuple[Expert, ...], question: Question) -> Table:
    """Return who stands where on a question, in five places from one end to the other."""
    cells = []
    for stance in STANCES:
        there = [(e, p) for e in experts if (p := e.on(question.id)) and p.stance == stance]
        names = tuple(
            (Run(f"● {e.name}" if p.basis == "stated" else f"○ {e.name}*"),) for e, p in there
        )
        cells.append(Cell(names or ((Run("–", "muted"),),)))
    return Table(
        tuple(STANCE_HEADING[stance] for stance in STANCES),
        (tuple(cells),),
        caption="Where they stand (○ and *: inferred by the editor)",
        named=False,
    )
