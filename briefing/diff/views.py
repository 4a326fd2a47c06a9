"""What changed in claims, in the positions of experts, and in options."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.diff.change import Change, Group, Subject, quoted
from briefing.diff.items import Both
from briefing.pack.manifest import Question
from briefing.pack.model import Claim, Expert, Option, Position, Rating
from briefing.pack.pack import Pack
from briefing.pack.ref import Ref
from briefing.words import (
    IDENTITY,
    RATING_BASIS,
    STANCE,
    STANCE_BASIS,
    STATUS,
    SUPPORT,
    date,
)


def home(pack: Pack, claim: Claim) -> str:
    """Return where a claim belongs: "Price of power, Birchmark"."""
    found = pack.homes[claim.id]
    return f"{found.dimension.name}, {found.side.name}"


def claim(both: Both, old: Claim, new: Claim) -> Iterator[Change]:
    """Yield what changed in a claim: its status first."""
    subject = Subject(Group.CLAIMS, Ref("claim", new.id), f"The claim {quoted(new.text)}")
    if old.status != new.status:
        before, after = STATUS[old.status][0], STATUS[new.status][0]
        said = f"was {before}, and is now {after}"
        right = new.correction.text if new.correction and not old.correction else ""
        if right:
            said += f" – {right.rstrip('.')}"
        yield subject.change(0, "moved", "status", said, before, after)
    yield from subject.reworded(3, "text", old.text, new.text)
    if old.correction and new.correction:
        yield from subject.reworded(3, "correction", old.correction.text, new.correction.text)
    yield from subject.moved(3, "place in the comparison", home(both.old, old), home(both.new, new))
    yield from subject.moved(4, "kind", old.kind, new.kind)
    yield from subject.moved(4, "date", _date(old.date), _date(new.date))
    before_odds = [both.now("claim", name) for name in old.disputes]
    for name in (name for name in new.disputes if name not in before_odds):
        yield subject.change(4, "added", "conflict", f"now at odds with {both.claim(name)}")
    for name in (name for name in before_odds if name not in new.disputes):
        yield subject.change(4, "removed", "conflict", f"no longer at odds with {both.claim(name)}")
    corrections = (item.correction.cites if item.correction else () for item in (old, new))
    yield from both.cites(subject, old.cites, new.cites)
    yield from both.cites(subject, *corrections)


def _date(written: str | None) -> str:
    return date(written) if written else ""


def expert(both: Both, old: Expert, new: Expert) -> Iterator[Change]:
    """Yield what changed in an expert: positions first."""
    subject = Subject(Group.POSITIONS, Ref("expert", new.id), new.name)
    before = {both.now("question", position.question): position for position in old.positions}
    after = {position.question: position for position in new.positions}
    for name, position in after.items():
        asked = _question(both, name)
        if name not in before:
            said = f"position on {asked} added, {stance(position)}"
            yield subject.change(1, "added", "position", said, "", position.text)
        else:
            yield from _position(both, subject, asked, before[name], position)
    for name, position in before.items():
        if name not in after:
            said = f"position on {_question(both, name)} taken out, {stance(position)}"
            yield subject.change(1, "removed", "position", said, position.text)
    yield from subject.reworded(4, "name", old.name, new.name)
    yield from subject.moved(4, "identity", IDENTITY[old.identity], IDENTITY[new.identity])
    yield from subject.reworded(4, "role", old.role, new.role)
    yield from subject.reworded(4, "interests", old.interests, new.interests)
    yield from subject.reworded(5, "profile", old.profile, new.profile)


def stance(position: Position) -> str:
    """Return where a position stands, and whether it was stated."""
    return f"{STANCE[position.stance]} ({STANCE_BASIS[position.basis]})"


def _question(both: Both, name: str) -> str:
    found = both.new.items.get(Ref("question", name)) or both.old.items.get(Ref("question", name))
    return quoted(found.short if isinstance(found, Question) else name)


def _position(
    both: Both, subject: Subject, asked: str, old: Position, new: Position
) -> Iterator[Change]:
    about = f"position on {asked}"
    stances = (STANCE[old.stance], STANCE[new.stance])
    yield from subject.moved(0, about, *stances)
    bases = (STANCE_BASIS[old.basis], STANCE_BASIS[new.basis])
    yield from subject.moved(2, f"basis of the {about}", *bases)
    readings = (old.confidence, new.confidence)
    yield from subject.moved(2, f"confidence in the reading of the {about}", *readings)
    yield from subject.reworded(3, about, old.text, new.text)
    yield from subject.moved(3, f"date of the {about}", date(old.date), date(new.date))
    yield from both.cites(subject, old.cites, new.cites)


def option(both: Both, old: Option, new: Option) -> Iterator[Change]:
    """Yield what changed in an option: ratings first."""
    subject = Subject(Group.OPTIONS, Ref("option", new.id), f"The option “{new.name}”")
    names = {c.id: c.name for pack in (both.old, both.new) for c in pack.criteria}
    for criterion in dict.fromkeys([*new.ratings, *old.ratings]):
        about = f"rating on {names.get(criterion, criterion)}"
        before, after = old.ratings.get(criterion), new.ratings.get(criterion)
        yield from subject.moved(
            0, about, before.value if before else "", after.value if after else ""
        )
        if before and after:
            yield from _rating(both, subject, about, before, after)
    yield from _support(both, subject, old, new)
    yield from subject.moved(1, "part as the status quo", *map(_quo, (old, new)))
    yield from subject.reworded(2, "action", old.action, new.action)
    yield from subject.reworded(3, "case for it", old.case_for, new.case_for)
    yield from subject.reworded(3, "case against it", old.case_against, new.case_against)
    yield from subject.reworded(4, "name", old.name, new.name)


def _quo(option: Option) -> str:
    return "status quo" if option.status_quo else "a change"


def _rating(both: Both, subject: Subject, about: str, old: Rating, new: Rating) -> Iterator[Change]:
    bases = (RATING_BASIS[old.basis], RATING_BASIS[new.basis])
    yield from subject.moved(2, f"basis of the {about}", *bases)
    yield from subject.reworded(3, f"reason for the {about}", old.why, new.why)
    yield from both.cites(subject, old.cites, new.cites)


def _support(both: Both, subject: Subject, old: Option, new: Option) -> Iterator[Change]:
    before = {both.now("expert", line.expert): line for line in old.support}
    after = {line.expert: line for line in new.support}
    for name in dict.fromkeys([*after, *before]):
        voice = both.new.expert(name) or both.old.expert(name)
        called = voice.name if voice else name
        if name not in before:
            said = f"{called} {SUPPORT[after[name].stance]}, which is added"
            yield subject.change(1, "added", "support", said, "", after[name].text)
        elif name not in after:
            said = f"{called} {SUPPORT[before[name].stance]}, which is taken out"
            yield subject.change(1, "removed", "support", said, before[name].text)
        else:
            stances = (SUPPORT[line.stance] for line in (before[name], after[name]))
            yield from subject.moved(1, f"view of {called}", *stances)
            about = f"view of {called}"
            yield from subject.reworded(3, about, before[name].text, after[name].text)
            yield from both.cites(subject, before[name].cites, after[name].cites)
