"""What a rule is: its function, and all that `briefing explain` tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing.pack.pack import Pack
from briefing.pack.types import Item
from briefing.problems import Severity


class Finding(NamedTuple):
    """Something that a rule found: in which field of which item, and at which words.

    `field` is called as in the file, and "" for the item as a whole. `phrase` are the words to
    point at, and `earlier` is how often they stand in the field before that. Where a mend is
    certain, `addition` is what has to follow the phrase.
    """

    item: Item
    field: str
    message: str
    hint: str = ""
    phrase: str = ""
    earlier: int = 0
    addition: str = ""


EVERYTHING = ("",)
"""What a rule goes by that needs the whole pack: each path in it begins like this."""
Find = Callable[[Pack], Iterable[Finding]]


class Rule(NamedTuple):
    """A rule, and why it is there.

    `find` is None where someone else finds the problems: the reader of packs, or a command
    that knows what a pack does not hold. `wrong` and `right` are lines of a pack. `limits`
    says what the rule cannot know. Only rules that `find` something may be waived: what the
    reader tells of is left out of the pack. `goes_by` are the files and folders of whose content
    nothing may be missing for the rule to judge: it waits while one of them has an error.
    """

    id: str
    severity: Severity
    title: str
    why: str
    standard: str
    mend: str
    wrong: str = ""
    right: str = ""
    limits: str = ""
    waivable: bool = False
    find: Find | None = None
    goes_by: tuple[str, ...] = ()


def error(
    name: str,
    title: str,
    *,
    why: str,
    mend: str,
    standard: str = "",
    wrong: str = "",
    right: str = "",
) -> Rule:
    """Return a rule whose problems the reader of packs tells of; all of them are errors."""
    return Rule(name, Severity.ERROR, title, why, standard, mend, wrong, right)


def rule(
    name: str,
    severity: Severity,
    title: str,
    *,
    why: str,
    standard: str,
    mend: str,
    wrong: str,
    right: str,
    limits: str,
    waivable: bool = True,
    goes_by: tuple[str, ...] = (),
) -> Callable[[Find], Rule]:
    """Make a rule of the function that finds its problems."""

    def made(find: Find) -> Rule:
        told = (name, severity, title, why, standard, mend, wrong, right, limits)
        return Rule(*told, waivable, find, goes_by)

    return made
