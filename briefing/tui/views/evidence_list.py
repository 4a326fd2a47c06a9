"""The lists of the evidence: sources, claims, conflicts, periods, and the mix of each dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.content import Content

from briefing.describe import shelf as shelves
from briefing.describe import timeline
from briefing.describe.mix import Mix
from briefing.describe.shelf import Shelf
from briefing.describe.standing import mixes
from briefing.document import Line, Run
from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.pack.types import STATUSES
from briefing.text import width as cells
from briefing.tui import pictures_time
from briefing.tui.drawn import styled
from briefing.tui.pictures import mix_strip, mix_words
from briefing.tui.widgets.clickable import Clickable
from briefing.tui.widgets.painted import EDGE, PaintedList
from briefing.tui.widgets.row_list import Row
from briefing.words import ACCESS_SHORT, STATUS, STATUS_GLYPH, capital, counted, date

AT_ODDS = " ⇄ "
"""What stands between two claims."""
GAP = 2
PICTURE = 12
"""The cells of a picture that words stand beside."""
YEAR, BREAK = "year", "break"
"""What rows without a claim are in a timeline."""
SHORT_LABEL = 12
MARKED = 2
"""The cells of the mark before a row."""


def source_rows(pack: Pack, shelf: Shelf, *, read: bool) -> list[Row]:
    """Return the sources that are shown under their headings, each with how much rests on it.

    With `read`, also how it was read, unless that is in full.
    """
    rows = []
    for title, sources in shelves.shelved(pack, shelf):
        rows += [Row("", title)] if title else []
        rows += [Row(f"source:{s.id}", s.label, _use(pack, s, read=read)) for s in sources]
    return rows


def _use(pack: Pack, source: Source, *, read: bool) -> str:
    lines = counted(len(pack.uses.get(source.id, ())), "line")
    how = ACCESS_SHORT[source.access] if read else ""
    return f"{how} · {lines}" if how else lines


def claim_rows(pack: Pack) -> list[Row]:
    """Return all claims under their status, each with its side."""
    rows = []
    for status in STATUSES:
        claims = [claim for claim in pack.claims.values() if claim.status == status]
        if claims:
            said = f"{STATUS_GLYPH[status]} {capital(STATUS[status][0])} ({len(claims)})"
            rows.append(Row("", said))
        rows += [Row(f"claim:{c.id}", c.text, pack.homes[c.id].side.label) for c in claims]
    return rows


def conflict_rows(pack: Pack) -> list[Row]:
    """Return the pairs of claims at odds under the dimension of the first."""
    rows = []
    dimension = ""
    for one, other in pack.conflicts:
        if (label := pack.homes[one].dimension.label) != dimension:
            dimension = label
            rows.append(Row("", dimension))
        texts = (pack.claims[name].text for name in (one, other))
        rows.append(Row(f"conflict:{one}:{other}", AT_ODDS.join(texts)))
    return rows


def period_rows(pack: Pack) -> list[Row]:
    """Return the periods that hold claims under their years, and how long nothing is dated."""
    rows: list[Row] = []
    year, before = "", ""
    for found in timeline.periods(pack):
        if empty := timeline.empty_months(before, found.when):
            rows.append(Row("", f"{counted(empty, 'month')} without", tone=BREAK))
        before = found.when if found.month else before
        if found.year != year:
            year = found.year
            rows.append(Row("", year, tone=YEAR))
        rows.append(Row(f"period:{found.when}", timeline.named(found.when)))
    return rows


def mix_rows(pack: Pack) -> list[Row]:
    """Return a row for each dimension."""
    return [Row(f"dimension:{item.id}", item.label) for item in pack.dimensions]


class EvidenceList(PaintedList):
    """A list of the evidence; periods and dimensions are drawn as pictures."""

    pack: Pack | None = None

    def show_rows(self, pack: Pack, rows: list[Row], none: str) -> None:
        """Show rows of a pack, or say what to do where there are `none`."""
        self.pack = pack
        self._periods = {f"period:{found.when}": found for found in timeline.periods(pack)}
        self._mixes = {f"dimension:{item.id}": mixes(pack, item) for item in pack.dimensions}
        self.set_rows(rows or [Row("", none)])

    @property
    def picture(self) -> int:
        """How many cells the pictures of mixes take beside their words."""
        totals = (sum(n for _, n in found) for pair in self._mixes.values() for found in pair)
        return min(max(totals, default=0), PICTURE)

    @property
    def most(self) -> int:
        """How many claims of one side the fullest period holds."""
        return max((len(c) for found in self._periods.values() for c in found.claims), default=0)

    def painted(self, key: str, room: int) -> Content | None:
        """Return a period's bars, the mix of a dimension, or the beginnings of two claims."""
        if found := self._periods.get(key):
            counts = (len(found.claims[0]), len(found.claims[1]))
            line = pictures_time.bars(_month(found.when), counts, self.most, room)
            return styled(line, self.tone).truncate(room)
        if self.pack and key in self._mixes:
            return self._mixed(self.pack, key, room)
        if self.pack and key.startswith("conflict:"):
            return _opposed([self.pack.claims[name].text for name in key.split(":")[1:]], room)
        return None

    def _mixed(self, pack: Pack, key: str, room: int) -> Content:
        label, column = mix_columns(pack, room)
        name = next(item.label for item in pack.dimensions if key == f"dimension:{item.id}")
        parts = [Content(name).truncate(label - GAP, ellipsis=True, pad=True)]
        for line in _mixes(self._mixes[key], column, self.picture):
            parts.append(styled(line, self.tone).truncate(column, pad=True))
        return Content(" " * GAP).join(parts)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a row; the axis runs on through the years and where months are left out."""
        row = self._rows[line]
        room = max(self.room - EDGE, 1)
        if row.tone == BREAK:
            made = pictures_time.rule(row.text, "muted", room, pictures_time.BREAK)
        elif row.tone == YEAR:
            made = pictures_time.rule(row.text, "strong", room)
        else:
            return super().content(line, at_cursor)
        return Content(" " * MARKED) + styled(made, self.tone).truncate(room)


def _opposed(texts: Sequence[str], room: int) -> Content:
    """Return as much of two claims as there is room for, one under the other in all rows."""
    half = max((room - len(AT_ODDS)) // 2, 1)
    one, other = (Content(text).truncate(half, ellipsis=True, pad=True) for text in texts)
    return one + AT_ODDS + other


def _mixes(pair: Sequence[Mix], room: int, picture: int) -> Iterator[Line]:
    """Yield mixes as pictures and in words, as far as there is room for either."""
    strips = [mix_strip(found, room) for found in pair]
    told = mix_words(pair, room - (picture + GAP if any(strips) else 0))
    for strip, words in zip(strips, told, strict=True):
        said = words or ("" if strip else "none")
        size = sum(cells(part.text) for part in strip if isinstance(part, Run))
        if not strip or not said or size > picture:
            yield strip or (Run(said, "muted"),)
        else:
            yield (*strip, Run(" " * (picture + GAP - size)), Run(said, "muted"))


def _month(when: str) -> str:
    """Return the name of a month, or what is said where none is told."""
    if not when:
        return "no date"
    return date(when).split()[0] if "-" in when else "no month"


def mix_columns(pack: Pack, room: int) -> tuple[int, int]:
    """Return the cells for the name of a dimension, and those for each side."""
    longest = max((cells(item.label) for item in pack.dimensions), default=0) + GAP
    label = min(longest, max(room // 3, SHORT_LABEL))
    return label, max((room - label - GAP) // 2, 1)


class PictureHead(Clickable):
    """The names of the sides over the pictures of a list, and below the list what signs mean."""

    DEFAULT_CSS = """
    PictureHead { height: 1; color: $muted; }
    PictureHead .head--first { color: $first; text-style: bold; }
    PictureHead .head--second { color: $second; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"head--first", "head--second"}

    def __init__(self, shown: EvidenceList, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shown = shown
        self.of_time = False

    def render(self) -> Content:
        """Return the names where the list has its pictures."""
        pack, room = self._shown.pack, max(self._shown.room - EDGE, 1)
        if pack is None:
            return Content("")
        forms = [(side.name, side.label) for side in pack.sides]
        if self.of_time:
            line = pictures_time.names(forms[0], forms[1], room)
        else:
            label, column = mix_columns(pack, room)
            first, second = (pictures_time.fitting(names, column) for names in forms)
            pad = " " * max(column + GAP - cells(first), 1)
            line = (Run(" " * label), Run(first, "first"), Run(pad), Run(second, "second"))
        styled = [
            (run.text, self.part(f"head--{run.tone}"))
            if run.tone in {"first", "second"}
            else run.text
            for run in line
            if isinstance(run, Run)
        ]
        return Content(" " * MARKED) + Content.assemble(*styled)

    def legend(self) -> tuple[str, ...]:
        """Return what the signs of the list mean."""
        if not self.of_time:
            return tuple(f"{STATUS_GLYPH[s]} {STATUS[s][0]}" for s in STATUSES)
        share = pictures_time.per_sign(self._shown.most, max(self._shown.room - EDGE, 1))
        return (f"A sign stands for {'a claim' if share == 1 else f'up to {share} claims'}.",)
