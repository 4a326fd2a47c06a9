"""Two states of a pack compared: the changes between them, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from briefing.diff import items, views
from briefing.diff.change import Change, Group, How, Subject, bare, quoted
from briefing.diff.items import Both
from briefing.diff.matching import Matches, matches
from briefing.pack.manifest import Question
from briefing.pack.pack import Pack
from briefing.pack.ref import Ref
from briefing.words import capital, listed


class _Kind(NamedTuple):
    """How items of a kind are compared: which there are, their text and name, and by what."""

    group: Group
    of: Callable[[Pack], Iterable[Any]]
    text: Callable[[Any], str]
    name: Callable[[Any], str]
    compare: Callable[[Both, Any, Any], Iterator[Change]]


def _question(_: Both, old: Question, new: Question) -> Iterator[Change]:
    subject = Subject(Group.PACK, Ref("question", new.id), f"The question {quoted(new.text)}")
    yield from subject.reworded(2, "text", old.text, new.text)
    yield from subject.reworded(4, "short form", old.short, new.short)


_KINDS: dict[str, _Kind] = {
    "judgement": _Kind(
        Group.JUDGEMENTS,
        lambda pack: pack.judgements,
        lambda item: str(item.text),
        lambda item: f"The judgement {quoted(item.text)}",
        items.judgement,
    ),
    "claim": _Kind(
        Group.CLAIMS,
        lambda pack: pack.claims.values(),
        lambda item: str(item.text),
        lambda item: f"The claim {quoted(item.text)}",
        views.claim,
    ),
    "dimension": _Kind(
        Group.COMPARISON,
        lambda pack: pack.dimensions,
        lambda item: f"{item.name} {item.question}",
        lambda item: f"The dimension “{item.name}”",
        items.dimension,
    ),
    "question": _Kind(
        Group.PACK,
        lambda pack: pack.questions,
        lambda item: str(item.text),
        lambda item: f"The question {quoted(item.text)}",
        _question,
    ),
    "expert": _Kind(
        Group.POSITIONS,
        lambda pack: pack.experts,
        lambda item: str(item.name),
        lambda item: str(item.name),
        views.expert,
    ),
    "option": _Kind(
        Group.OPTIONS,
        lambda pack: pack.options,
        lambda item: f"{item.name} {item.action}",
        lambda item: f"The option “{item.name}”",
        views.option,
    ),
    "source": _Kind(
        Group.SOURCES,
        lambda pack: pack.sources,
        lambda item: str(item.title),
        lambda item: capital(item.label),
        items.source,
    ),
    "brief": _Kind(
        Group.BRIEFS,
        lambda pack: pack.briefs,
        lambda item: str(item.title),
        lambda item: f"The brief “{item.id}”",
        items.brief,
    ),
}


def diff(old: Pack, new: Pack) -> tuple[Change, ...]:
    """Return what changed from one state of a pack to another, the most important first.

    Items are matched by id, and those with an id of their own by what they say, so that what
    was renamed, reworded or moved is not told as removed and added.
    """
    if old.digest and old.digest == new.digest:
        return ()
    matched = {
        name: matches(kind.of(old), kind.of(new), kind.text) for name, kind in _KINDS.items()
    }
    renamed = {
        Ref(name, before.id): Ref(name, after.id)
        for name, found in matched.items()
        for before, after in found.pairs
        if before.id != after.id
    }
    both = Both(old, new, renamed)
    changes = list(_in_manifest(both))
    for name, found in matched.items():
        changes += _in_kind(both, name, found)
    return tuple(sorted(changes, key=lambda change: (change.group, change.weight)))


def _in_manifest(both: Both) -> Iterator[Change]:
    old, new = both.old.manifest, both.new.manifest
    found = list(items.manifest(both))
    yield from found
    before, after = bare(old, both.ids), bare(new, both.ids)
    if not found and before | {"questions": None} != after | {"questions": None}:
        yield _details(Subject(Group.PACK, Ref("pack", new.id), "The pack"))


def _in_kind(both: Both, name: str, found: Matches[Any]) -> Iterator[Change]:
    kind = _KINDS[name]
    for item in found.added:
        yield _whole(both.new, name, item, "added")
    for item in found.removed:
        yield _whole(both.old, name, item, "removed")
    for before, after in found.pairs:
        subject = Subject(kind.group, Ref(name, after.id), kind.name(after))
        if before.id != after.id:
            said = f"has another id: {after.id}, before {before.id}"
            change = subject.change(8, "renamed", "id", said, before.id, after.id)
            yield change._replace(was=Ref(name, before.id))
        yield from _in_pair(both, name, subject, before, after)


def _in_pair(both: Both, name: str, subject: Subject, old: Any, new: Any) -> Iterator[Change]:
    was, now = _said(name, old, both.ids), _said(name, new, both.ids)
    changes = list(_KINDS[name].compare(both, old, new)) if was != now or name == "claim" else []
    yield from (_renamed(change, name, old.id) for change in changes)
    if not changes and was != now and old.id == new.id:
        yield _details(subject)


def _renamed(change: Change, kind: str, former: str) -> Change:
    return change if change.ref.id == former else change._replace(was=Ref(kind, former))


def _said(name: str, item: Any, ids: Mapping[str, str]) -> Any:
    """Return what an item says; a dimension leaves its claims out, which are items themselves."""
    data = bare(item, ids)
    if name == "dimension":
        for entry in data["entries"].values():
            entry.pop("claims", None)
    return data


def _details(subject: Subject) -> Change:
    """Return that something changed which no sentence tells, such as the terms of a citation."""
    return subject.change(9, "changed", "details", "details changed that no reader sees")


def _whole(pack: Pack, name: str, item: Any, how: How) -> Change:
    """Return that an item was added or removed, with what it says."""
    kind = _KINDS[name]
    weight = 2 if name in {"judgement", "claim", "expert"} else 1
    said, text = "added" if how == "added" else "taken out", kind.text(item)
    match name:
        case "judgement":
            said += f", {pack.likelihood(item)}, {item.confidence} confidence"
        case "claim":
            said += f", {item.status} {item.kind} ({views.home(pack, item)})"
        case "expert" if item.positions:
            said += f", with {_positions(pack, item)}"
    texts = ("", text) if how == "added" else (text, "")
    return Subject(kind.group, Ref(name, item.id), kind.name(item)).change(
        weight, how, name, said, *texts
    )


def _positions(pack: Pack, item: Any) -> str:
    shorts = {question.id: question.short for question in pack.questions}
    return listed(
        [f"“{shorts.get(p.question, p.question)}”: {views.stance(p)}" for p in item.positions]
    )
