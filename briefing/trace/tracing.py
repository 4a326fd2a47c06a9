"""Which item each line of a page comes from, and whether the pack still says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from briefing.diff import diff
from briefing.pack.pack import Pack, Ref
from briefing.pack.types import Place
from briefing.phrases import footer
from briefing.trace.comparing import compare
from briefing.trace.known import Known, Passage, known, said
from briefing.trace.labels import Labels
from briefing.trace.pages import imprint
from briefing.trace.remade import Remade, documents
from briefing.trace.states import Origin, State, Traced
from briefing.trace.texts import Printed
from briefing.trace.tiling import GAP, Page, Tile, index, is_mark, tiles

FLOOR = 0.5
"""The part of a line's words that have to be the pack's for it to come from there."""


def trace(
    lines: Sequence[str],
    then: Pack,
    now: Pack,
    *,
    printed: bool,
    made: Remade | None = None,
) -> list[Traced]:
    """Return where the lines of a page come from; lines that were wrapped are one again.

    `then` is the pack that the page was made of, where it was `printed` from just that
    content; else its likeliest state, which is mostly the one that it has now. Where the page
    could be `made` again, each line that differs from that is altered, and no other is.
    """
    tracer = _Tracer(then, now, printed=printed, made=made)
    found = [(line, *tracer.line(line)) for line in tracer.lay(lines)]
    joined = []
    for _, group in groupby(found, lambda one: (one[1], one[2]) if one[2] else id(one)):
        parts = list(group)
        text = " ".join(lines[number] for number, *_ in parts)
        joined.append(parts[0][1]._replace(line=text))
    return joined


class _Tracer:
    """What all lines of a page are held against."""

    def __init__(self, then: Pack, now: Pack, *, printed: bool, made: Remade | None) -> None:
        self._then, self._now, self._printed, self._made = then, now, printed, made
        self._known = known(then, [(made.document, Ref("brief", made.brief))] if made else [])
        self._labels = Labels(then, self._known)
        self._strange: Counter[int] = Counter()
        self._renamed = {c.was: c.ref for c in diff(then, now) if c.was and c.how == "renamed"}
        self._texts = Printed(self._known if then is now else self._known_as(now))
        self._differing: set[tuple[int, int]] = set()
        # Lines that are sure to be altered, with the passages and lines of the words they lost.
        self._altered: dict[int, list[tuple[int | None, int]]] = {}
        self._was: dict[int, dict[int, str]] = {}

    def _known_as(self, now: Pack) -> Known:
        """Return what the pack prints as it is now, with the page as it would be shortened now."""
        if self._made is None:
            return known(now)
        ref = Ref("brief", self._made.brief)
        return known(now, [(page, ref) for page in documents(self._made, now)])

    def lay(self, lines: Sequence[str]) -> list[int]:
        """Lay a page over what is known; return the numbers of the lines that hold words."""
        self._know_the_foot(lines)
        self._page, found = self._laid(lines)
        self._left_out(found)
        self._put_in()
        if self._made:
            self._compare(self._made)
        return sorted(set(self._page.line))

    def _laid(self, lines: Sequence[str]) -> tuple[Page, list[Tile]]:
        words, numbers = _words(lines, self._known.words)
        found = tiles(words, self._known, index(self._known, words))
        page = Page(words, numbers, [None] * len(words))
        for tile in found:
            at = slice(tile.page, tile.page + tile.length)
            page.passage[at] = self._known.of[tile.known : tile.known + tile.length]
        self._alone(page)
        return page, found

    def _compare(self, remade: Remade) -> None:
        """Hold the page against what was printed, which tells more than its words by themselves."""
        page = self._page
        made, _ = self._laid(remade.lines)
        compared = compare(page, made)
        if compared is None:
            return
        for place, before in enumerate(compared.printed):
            if before is not None:
                page.passage[place] = made.passage[before]
            elif compared.altered[page.line[place]]:  # what stood there is told, no likeness of it
                page.passage[place] = None
        self._altered = {
            line: [(made.passage[place], made.line[place]) for place in lost]
            for line, lost in compared.altered.items()
        }
        # Where words stand in the place of others, these are told, whatever was put there.
        put_in = [line for line, lost in self._altered.items() if not lost]
        self._strange = Counter({line: self._strange[line] for line in put_in})
        self._differing.clear()
        for place, number in enumerate(made.passage):
            if number is not None:
                self._was.setdefault(number, {})[made.line[place]] = remade.lines[made.line[place]]

    def _know_the_foot(self, lines: Sequence[str]) -> None:
        """Know what stands at the foot of a page that was made by a recipe of the reader's own."""
        foot = imprint(list(lines))
        if foot and self._then.digest.startswith(foot.content):
            own = Ref("pack", self._then.manifest.id)
            text = f"{footer(self._then)} · brief {foot.brief}, own recipe"
            self._known.add(Passage(own, text), said(text))
            if self._then.digest == self._now.digest:
                self._texts.add(own, text)

    def _alone(self, page: Page) -> None:
        """Find lines that are too short for a run: those that are just one known passage."""
        places: dict[tuple[str, ...], list[int]] = {}
        for number, passage in enumerate(self._known.passages):
            places.setdefault(tuple(said(passage.text)), []).append(number)
        for _, group in groupby(range(len(page.words)), lambda place: page.line[place]):
            at = list(group)
            if all(page.passage[place] is None for place in at):
                said_here = _said(page, at)
                unmarked = _said(page, [place for place in at if not is_mark(page.words[place])])
                found = places.get(said_here) or places.get(unmarked, [])
                if len({self._known.passages[place].ref for place in found}) == 1:
                    for place in at:
                        page.passage[place] = found[0]
                elif found:
                    self._labels.add((said_here, unmarked))

    def _left_out(self, found: Iterable[Tile]) -> None:
        """Note the passages of which words in the middle are not on the page."""
        for tile, following in pairwise(found):
            end = tile.known + tile.length
            left_out = tuple(self._known.words[end : following.known])
            if 0 < len(left_out) <= GAP and not self._labels.has(left_out):
                around = {self._known.of[end - 1], self._known.of[following.known]}
                for number in around & set(self._known.of[end : following.known]):
                    ref = self._known.passages[number].ref
                    if ref and ref.kind == "source" and self._labels.is_date(left_out):
                        continue  # named in the text, a source goes without its date
                    self._differing.add((self._page.line[tile.page + tile.length - 1], number))
                    self._differing.add((self._page.line[following.page], number))

    def _put_in(self) -> None:
        """Note the passages into which the page puts words of its own."""
        page = self._page
        for line, run in self._unknown():
            self._strange[line] += len(run)
            around = [place for place in (run[0] - 1, run[-1] + 1) if 0 <= place < len(page.line)]
            for place in around:
                number = page.passage[place]
                if page.line[place] == line and number is not None:
                    self._differing.add((line, number))

    def _unknown(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each run of words in a line that is not known, apart from marks and labels."""
        page = self._page
        places = range(len(page.words))
        for lost, group in groupby(places, lambda place: page.passage[place] is None):
            run = [place for place in group if lost and not is_mark(page.words[place])]
            if self._labels.has(_said(page, run)):
                continue  # also where a line ends within it
            for line, found in groupby(run, lambda place: page.line[place]):
                part = list(found)
                if not self._labels.has(_said(page, part)):
                    yield line, part

    def line(self, number: int) -> tuple[Traced, tuple[int, ...]]:
        """Return where a line comes from, without its text, and the passages it is of."""
        page = self._page
        at = [place for place, line in enumerate(page.line) if line == number]
        lost = self._strange[number]
        owned = Counter(n for place in at if (n := page.passage[place]) is not None)
        items = {n: count for n, count in owned.items() if self._known.passages[n].ref}
        if lost > (1 - FLOOR) * (lost + sum(owned.values())):
            return Traced("", State.FOREIGN), ()
        altered = number in self._altered
        whole = {n for n, count in items.items() if count > 1 or count == self._length(n)}
        shown = [n for n in items if n in whole] or sorted(items, key=lambda n: -items[n])[:1]
        shown += self._lost(number, shown)
        if not shown:
            return (self._altered_label(number) if altered else Traced("", State.LABEL)), ()
        origins: dict[Ref, Origin] = {}
        for n in shown:
            origin = self._origin(n, altered or (number, n) in self._differing, sure=altered)
            before = origins.get(origin.ref)
            if before is None or before.state == State.UNCHANGED:
                origins[origin.ref] = origin
        states = [origin.state for origin in origins.values()]
        state = next((s for s in states if s != State.UNCHANGED), State.UNCHANGED)
        return Traced("", state, tuple(origins.values())), tuple(shown)

    def _lost(self, number: int, shown: Sequence[int]) -> list[int]:
        """Return the passages of items that an altered line lost words of, and does not hold."""
        lost = dict.fromkeys(n for n, _ in self._altered.get(number, ()) if n is not None)
        return [n for n in lost if n not in shown and self._known.passages[n].ref]

    def _altered_label(self, number: int) -> Traced:
        """Return that a line of no item was altered, as one of the brief."""
        assert self._made is not None  # else nothing is sure to be altered
        lines = sorted({line for _, line in self._altered[number]})
        was = " ".join(self._made.lines[line] for line in lines)
        ref = Ref("brief", self._made.brief)
        origin = Origin(ref, _place(self._then, ref), State.ALTERED, was)
        return Traced("", State.ALTERED, (origin,))

    def _length(self, number: int) -> int:
        return len(said(self._known.passages[number].text))

    def _origin(self, number: int, differs: bool, *, sure: bool) -> Origin:
        """Return what became of a passage; `differs` says that the page has other words."""
        passage = self._known.passages[number]
        assert passage.ref is not None  # see `line`
        ref = self._renamed.get(passage.ref, passage.ref)
        if not self._texts.holds(ref):
            return Origin(passage.ref, _place(self._then, passage.ref), State.GONE)
        place = _place(self._now, ref)
        if sure:
            was = " ".join(self._was.get(number, {}).values()) or passage.text
            return Origin(ref, place, State.ALTERED, was)
        if other := self._texts.otherwise(ref, passage):
            return Origin(ref, place, State.CHANGED, other)
        if differs:
            state = State.ALTERED if self._printed else State.DIFFERS
            return Origin(ref, place, state, passage.text)
        return Origin(ref, place, State.UNCHANGED)


def _said(page: Page, run: Sequence[int]) -> tuple[str, ...]:
    return tuple(page.words[place] for place in run)


def _words(lines: Sequence[str], known: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the words of all lines and the line of each; a word parted by a line end is one.

    Readers of PDF make one of “open-” and “weight” below it, which are two words again.
    """
    vocabulary = set(known)
    joined = {a + b: [a, b] for a, b in pairwise(known) if a + b not in vocabulary}
    words: list[str] = []
    numbers: list[int] = []
    parted = False
    for number, line in enumerate(lines):
        found = [part for word in said(line) for part in joined.get(word, [word])]
        if parted and words and found and words[-1] + found[0] in vocabulary:
            words[-1] += found.pop(0)
        words += found
        numbers += [number] * len(found)
        parted = line.endswith(("-", "\N{HYPHEN}", "\N{SOFT HYPHEN}"))
    return words, numbers


def _place(pack: Pack, ref: Ref) -> Place:
    item = pack.items.get(ref)
    return item.place if item else pack.manifest.place
