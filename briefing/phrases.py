"""The lines that documents share: a claim, a judgement, a position, each always told alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.document import Line, Run
from briefing.notes import Notes
from briefing.pack.model import (
    Citation,
    Claim,
    Correction,
    Entry,
    Expert,
    Judgement,
    Option,
    Position,
    Rating,
)
from briefing.pack.pack import Pack
from briefing.words import (
    RATING_BASIS,
    STANCE,
    STANCE_BASIS,
    STATUS,
    capital,
    date,
    sentence,
)

_YEAR = re.compile(r"\b(19|20)\d\d\b")


def cited(text: str, citations: Iterable[Citation], notes: Notes) -> Line:
    """Return text with the marks of its citations."""
    mark = notes.mark(citations)
    return (Run(text), mark) if mark.notes else (Run(text),)


def dated(text: str, when: str | None) -> str:
    """Return a sentence with its month and year in words, unless it tells a year itself."""
    if when is None or _YEAR.search(text):
        return text
    return sentence(f"{text.removesuffix('.')} ({date(when[:7])})")


def claim_lines(claim: Claim, notes: Notes) -> tuple[Line, ...]:
    """Return a claim with its marks, and the correction or the doubt that goes with it."""
    text = cited(dated(claim.text, claim.date), claim.cites, notes)
    status, feel = STATUS[claim.status]
    if claim.correction:
        return text, correction_line(claim.correction, notes)
    if claim.status == "confirmed":
        return (text,)
    return ((*text, Run(f" {capital(status)}.", feel)),)


def correction_line(correction: Correction, notes: Notes) -> Line:
    """Return what is right in place of a claim, told as a correction."""
    status, feel = STATUS["corrected"]
    return (
        Run(f"{capital(status)}:", feel),
        *cited(f" {correction.text}", correction.cites, notes),
    )


def judgement_line(judgement: Judgement, pack: Pack) -> Line:
    """Return a judgement with its likelihood and range in front: "Likely (55–80%): …"."""
    likelihood = f"{capital(pack.likelihood(judgement))}:"
    return (Run(likelihood, "strong"), Run(f" {sentence(judgement.text)}"))


def confidence_line(judgement: Judgement) -> Line:
    """Return how sure the analyst is and why: the value of a field called "Confidence"."""
    return (Run(f"{judgement.confidence}. {sentence(judgement.because)}"),)


def position_line(expert: Expert, position: Position, notes: Notes) -> Line:
    """Return where an expert stands on a question, with the first source."""
    role = expert.role.partition(";")[0]
    printed = f"; printed as {expert.printed_as}" if expert.printed_as else ""
    name = (Run(expert.name, "strong"), Run(f" ({role}{printed})"))
    read = f" ({STANCE_BASIS['inferred']})" if position.basis == "inferred" else ""
    text = f": {STANCE[position.stance]}{read} – {dated(position.text, position.date)}"
    return (*name, *cited(text, position.cites[:1], notes))


def option_name(option: Option) -> Line:
    """Return an option's name, marked where it is the status quo."""
    marker = (Run(" (status quo)", "muted"),) if option.status_quo else ()
    return (Run(option.name), *marker)


def rating_line(rating: Rating, notes: Notes) -> Line:
    """Return a rating as one word with its first source; the editor's own is told as such."""
    if rating.basis == "editor":
        return (Run(rating.value), Run(" (editor)", "muted"))
    return cited(rating.value, rating.cites[:1], notes)


def rating_text(rating: Rating) -> str:
    """Return a rating with its reason and where it comes from."""
    return f"{rating.value} – {rating.why.rstrip('.')} ({RATING_BASIS[rating.basis]})"


def not_comparable(entry: Entry) -> Line:
    """Return why a side has nothing to set beside the other."""
    return (Run("Not comparable:", "muted"), Run(f" {entry.not_comparable or 'no entry.'}"))


def edition(pack: Pack) -> list[str]:
    """Return what says which pack this is: its title, its version and its date in words."""
    manifest = pack.manifest
    version = [f"version {manifest.version}"] if manifest.version else []
    return [manifest.title, *version, f"evidence as of {date(manifest.as_of)}"]


def footer(pack: Pack) -> str:
    """Return what finds the content again: "us-china-ai 1.0 · content abcdef123456"."""
    manifest = pack.manifest
    return f"{manifest.id} {manifest.version}".strip() + f" · content {pack.digest[:12]}"
