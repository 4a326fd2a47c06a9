"""Rules of style: what every reader of a page has to understand at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.prose import Prose, everything
from briefing.checks.rule import EVERYTHING, Finding, rule
from briefing.pack.pack import Pack
from briefing.problems import Severity
from briefing.text import words

MAX_TITLE_WORDS = 12
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_LETTERS = rf"{_CAPITAL}(?:{_CAPITAL}|&)*{_CAPITAL}"
_ACRONYM = re.compile(rf"(?<![\w./@#&-]){_LETTERS}(?=s?(?![\w/@#&]|\.\w))")
_SPELT_OUT = re.compile(rf"\(({_LETTERS})s?\)|(?<![\w&])({_LETTERS})\s+\([a-z]")
_WORD = re.compile(_LETTERS)
_ROMAN = re.compile(r"[IVX]+")


@rule(
    "STY001",
    Severity.WARNING,
    "undefined acronym",
    why="A minister is not of the trade. An acronym that is not explained costs the sentence.",
    standard=(
        "ISO 24495-1:2023, Plain language, 5.3 (readers can understand); GOV.UK style guide, "
        "on acronyms."
    ),
    mend="Put it into the glossary of `pack.yaml`, or spell it out: “megawatt-hour (MWh)”.",
    wrong="so_what: The TSO pays for the grid.",
    right="so_what: The transmission system operator (TSO) pays for the grid.",
    limits=(
        "An acronym is a word of two or more capitals; letters with digits, such as T-200, and "
        "Roman numerals are not. It counts as defined where the glossary has it, where any text "
        "of the pack has it in brackets or explains it in brackets, and where it is part of a "
        "name: of a side, an expert or a source. It does not know which acronyms everybody "
        "knows, and tells of each where it stands first."
    ),
    goes_by=EVERYTHING,
)
def undefined_acronyms(pack: Pack) -> Iterator[Finding]:
    """Yield acronyms that are explained nowhere in the pack, each at its first place."""
    first: dict[str, tuple[Prose, int]] = {}
    times: dict[str, int] = {}
    for prose in everything(pack):
        if not _WORD.search(prose.text):
            continue
        for found in _ACRONYM.finditer(prose.spoken):
            acronym = found.group()
            if _ROMAN.fullmatch(acronym):
                continue  # “Part II” counts
            first.setdefault(acronym, (prose, found.start()))
            times[acronym] = times.get(acronym, 0) + 1
    if first:
        for acronym in first.keys() - _defined(pack):
            prose, start = first[acronym]
            often = f", {times[acronym]} times in the pack" if times[acronym] > 1 else ""
            message = f'"{acronym}" is not explained{often}'
            hint = 'add it to the "glossary" in pack.yaml, or spell it out'
            yield prose.finding(start, start + len(acronym), message, hint)


def _defined(pack: Pack) -> set[str]:
    names = [
        *pack.manifest.glossary,
        *(name for side in pack.sides for name in (side.name, side.label)),
    ]
    for expert in pack.experts:
        names += [expert.name, expert.printed_as]
    for source in pack.sources:
        names += [source.container_title, source.publisher, source.label]
    defined = {word for name in names for word in _WORD.findall(name)}
    for prose in everything(pack):
        if "(" in prose.text:
            defined |= {word for pair in _SPELT_OUT.findall(prose.text) for word in pair}
    return defined


@rule(
    "STY004",
    Severity.WARNING,
    "title over 12 words",
    why="The title states the finding and is read first. What takes two lines is read by nobody.",
    standard="ISO 24495-1:2023, Plain language, 5.2 (readers can find): headings say what comes.",
    mend="Keep what was found and drop how. Details stand on the page.",
    wrong=(
        "title: Birchmark sells tidal power for less than Alderland does, and a good part of "
        "that is subsidy"
    ),
    right="title: Birchmark sells tidal power for less, and part of that is subsidy",
    limits=(
        "It counts the words of the titles of pages, numbers included, and not those of the "
        "titles of sources, which are as they were published."
    ),
)
def long_titles(pack: Pack) -> Iterator[Finding]:
    """Yield titles of more than 12 words."""
    for brief in pack.briefs:
        if (number := len(words(brief.title))) > MAX_TITLE_WORDS:
            message = f"the title has {number} words, and {MAX_TITLE_WORDS} are enough"
            yield Finding(brief, "title", message, "say what was found, and no more")
