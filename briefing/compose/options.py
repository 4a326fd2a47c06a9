"""Options on a page: words on every criterion, both cases, and whose the recommendation is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compose.page import Page, chosen
from briefing.document import Cell, Inline, Line, Mark, Paragraph, Run, Table, lines, run
from briefing.pack.model import Option
from briefing.pack.recipe import CasesBlock, OptionsBlock, RecommendationBlock
from briefing.phrases import option_name, rating_line
from briefing.prose import blocks as prose

_FOR, _AGAINST, _MIXED = "Supported by", "Opposed by", "Mixed views"


def options(page: Page, recipe: OptionsBlock) -> Table:
    """Return options against criteria, the status quo first; no sums."""
    criteria = chosen(page.pack.criteria, recipe.criteria)
    rows = tuple(
        (
            Cell((option_name(option),), f"option:{option.id}"),
            *(_rating(page, option, criterion.id) for criterion in criteria),
        )
        for option in _status_quo_first(page, recipe.items)
    )
    return Table(("Option", *(criterion.name for criterion in criteria)), rows)


def _status_quo_first(page: Page, names: tuple[str, ...]) -> list[Option]:
    return sorted(chosen(page.pack.options, names), key=lambda option: not option.status_quo)


def _rating(page: Page, option: Option, criterion: str) -> Cell:
    rating = option.ratings.get(criterion)
    line = rating_line(rating, page.notes) if rating else run("not rated", "muted")
    return Cell((line,), f"option:{option.id}")


def cases(page: Page, recipe: CasesBlock) -> Table:
    """Return what each option is, with the case for it beside the case against it."""
    found = _status_quo_first(page, recipe.items)
    header = ("Option", "The case for", "The case against")
    return Table(header, tuple(_case(page, option) for option in found), paired=True)


def _case(page: Page, option: Option) -> tuple[Cell, ...]:
    origin = f"option:{option.id}"
    name = (option_name(option), run(option.action))
    return (
        Cell((*name, *_voices(page, option, "mixed", _MIXED)), origin),
        Cell((*_said(option.case_for), *_voices(page, option, "supports", _FOR)), origin),
        Cell((*_said(option.case_against), *_voices(page, option, "opposes", _AGAINST)), origin),
    )


def _said(case: str) -> tuple[Line, ...]:
    return tuple(lines(prose(case, 2)))


def _voices(page: Page, option: Option, stance: str, label: str) -> Iterator[Line]:
    """Yield who has such a view of an option, each with the first source, or nothing."""
    parts: list[Inline] = []
    for support in option.support:
        voice = page.pack.expert(support.expert)
        if voice is None or support.stance != stance:
            continue
        mark: Mark = page.notes.mark(support.cites[:1])
        parts += [Run(f"{', ' if parts else ' '}{voice.name}"), mark]
    if parts:
        yield (Run(f"{label}:", "muted"), *parts, Run("."))


def recommendation(recipe: RecommendationBlock) -> Paragraph:
    """Return the analyst's recommendation under its label, or that there is none."""
    if not recipe.text:
        return Paragraph(run("None is made here: the choice is the reader’s."))
    label = "The analyst’s own view, not a finding of the sources:"
    return Paragraph((Run(label, "emphasis"), Run(f" {recipe.text}")))
