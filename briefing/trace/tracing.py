"""Which item each line of a page comes from, and whether the pack still says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple

from briefing.diff import diff
from briefing.document import Document
from briefing.notes import worth
from briefing.pack.pack import Pack, Ref, citations
from briefing.pack.types import Place
from briefing.phrases import footer
from briefing.trace.comparing import compare
from briefing.trace.known import Known, Passage, known, said
from briefing.trace.pages import imprint
from briefing.trace.remade import Remade
from briefing.trace.tiling import GAP, Page, Tile, index, is_mark, tiles
from briefing.words import date

FLOOR = 0.5
"""The part of a line's words that have to be the pack's for it to come from there."""
_PAGE_OF = ("page", "of")


class State(StrEnum):
    """What became of a line since it was printed.

    That a line differs is all that can be said where nobody knows of what content it was made.
    """

    UNCHANGED = "unchanged"
    CHANGED = "changed since"
    GONE = "gone"
    ALTERED = "altered on the page"
    DIFFERS = "different in the pack"
    LABEL = "words of the page itself"
    FOREIGN = "not from this pack"


class Origin(NamedTuple):
    """An item that a line comes from, where that is written, and what became of it.

    `now` is what the pack says in its place, where that is something else.
    """

    ref: Ref
    place: Place
    state: State
    now: str = ""


class Traced(NamedTuple):
    """A line of a page, with the items that it comes from; none for a label, or a foreign line."""

    line: str
    state: State
    origins: tuple[Origin, ...] = ()


def trace(
    lines: Sequence[str],
    then: Pack,
    now: Pack,
    *,
    printed: bool,
    made: Remade | None = None,
    now_made: Sequence[Document] = (),
) -> list[Traced]:
    """Return where the lines of a page come from; lines that were wrapped are one again.

    `then` is the pack that the page was made of, where it was `printed` from just that
    content; else its likeliest state, which is mostly the one that it has now. Where the page
    could be `made` again, each line that differs from that is altered, and no other is.
    `now_made` are pages of the pack as it is now that are none of its briefs in full.
    """
    tracer = _Tracer(then, now, printed=printed, made=made, now_made=now_made)
    found = [(line, *tracer.line(line)) for line in tracer.lay(lines)]
    joined = []
    for _, group in groupby(found, lambda one: (one[1], one[2]) if one[2] else id(one)):
        parts = list(group)
        text = " ".join(lines[number] for number, *_ in parts)
        joined.append(parts[0][1]._replace(line=text))
    return joined


class _Tracer:
    """What all lines of a page are held against."""

    def __init__(
        self,
        then: Pack,
        now: Pack,
        *,
        printed: bool,
        made: Remade | None,
        now_made: Sequence[Document],
    ) -> None:
        self._then, self._now, self._printed, self._made = then, now, printed, made
        self._known = known(then, [(made.document, Ref("brief", made.brief))] if made else [])
        passages = self._known.passages
        self._strange: Counter[int] = Counter()
        self._labels = {tuple(said(p.text)) for p in passages if p.ref is None} | {_PAGE_OF}
        # A page that names its sources in the text tells what each is worth where it is first.
        self._labels |= {tuple(said(worth(source))) for source in then.sources}
        self._issued = {tuple(said(date(source.issued))) for source in then.sources}
        self._names = {f" {' '.join(said(source.label))} " for source in then.sources}
        self._naming = _naming(then)
        self._renamed = {c.was: c.ref for c in diff(then, now) if c.was and c.how == "renamed"}
        again = [(page, Ref("brief", made.brief)) for page in now_made] if made else []
        known_now = self._known if then is now else known(now, again)
        self._texts = _by_item(known_now)
        self._columns = _by_column(known_now)
        self._differing: set[tuple[int, int]] = set()
        # Lines that are sure to be altered, with the passages and lines of the words they lost.
        self._altered: dict[int, list[tuple[int | None, int]]] = {}
        self._was: dict[int, dict[int, str]] = {}

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
                self._texts.setdefault(own, {})[tuple(said(text))] = text

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
                    self._labels |= {said_here, unmarked}

    def _left_out(self, found: Iterable[Tile]) -> None:
        """Note the passages of which words in the middle are not on the page."""
        for tile, following in pairwise(found):
            end = tile.known + tile.length
            left_out = tuple(self._known.words[end : following.known])
            if 0 < len(left_out) <= GAP and not self._is_label(left_out):
                around = {self._known.of[end - 1], self._known.of[following.known]}
                for number in around & set(self._known.of[end : following.known]):
                    ref = self._known.passages[number].ref
                    if ref and ref.kind == "source" and left_out in self._issued:
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
            if self._is_label(_said(page, run)):
                continue  # also where a line ends within it
            for line, found in groupby(run, lambda place: page.line[place]):
                part = list(found)
                if not self._is_label(_said(page, part)):
                    yield line, part

    def _is_label(self, run: tuple[str, ...]) -> bool:
        """Say whether words are no part of a text: a label, or sources that are named in it.

        Which sources are named in the text depends on what else is on the page.
        """
        if run in self._labels:
            return True
        text = f" {' '.join(run)} "
        return self._naming.issuperset(run) and any(name in text for name in self._names)

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
        texts = self._texts.get(ref)
        if texts is None:
            return Origin(passage.ref, _place(self._then, passage.ref), State.GONE)
        place = _place(self._now, ref)
        if sure:
            was = " ".join(self._was.get(number, {}).values()) or passage.text
            return Origin(ref, place, State.ALTERED, was)
        texts = self._columns.get((ref, passage.label), texts)
        if tuple(said(passage.text)) not in texts:
            return Origin(ref, place, State.CHANGED, _nearest(passage.text, texts))
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


def _naming(pack: Pack) -> set[str]:
    """Return the words by which a text names its sources: labels, places and worth."""
    words = {word for s in pack.sources for word in said(f"{s.label} {worth(s)}")}
    for item in pack.items.values():
        words.update(word for cited in citations(item) for word in said(cited.locator))
    return words


def _by_item(known: Known) -> dict[Ref, dict[tuple[str, ...], str]]:
    """Return what each item has printed of it: texts by their words."""
    found: dict[Ref, dict[tuple[str, ...], str]] = {}
    for passage in known.passages:
        if passage.ref is not None:
            found.setdefault(passage.ref, {})[tuple(said(passage.text))] = passage.text
    return found


def _by_column(known: Known) -> dict[tuple[Ref, str], dict[tuple[str, ...], str]]:
    """Return what each item has printed of it in a column, by the label of that."""
    found: dict[tuple[Ref, str], dict[tuple[str, ...], str]] = {}
    for passage in known.passages:
        if passage.ref is not None and passage.label:
            texts = found.setdefault((passage.ref, passage.label), {})
            texts[tuple(said(passage.text))] = passage.text
    return found


def _nearest(text: str, texts: dict[tuple[str, ...], str]) -> str:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(said(text))

    def likeness(words: tuple[str, ...]) -> float:
        matcher.set_seq1(words)
        return matcher.ratio()

    return texts[max(texts, key=likeness)]


def _place(pack: Pack, ref: Ref) -> Place:
    item = pack.items.get(ref)
    return item.place if item else pack.manifest.place
