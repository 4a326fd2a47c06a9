"""A pack's folder to a `Pack`, with all problems of all files in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefing.pack.collecting import without_collecting
from briefing.pack.context import BROKEN, Context
from briefing.pack.convert import convert, convert_list, sound_fields
from briefing.pack.files import DECLARED_IN, FOLDERS, JUDGEMENTS_FILE, content_digest, read_files
from briefing.pack.loaded import Loaded
from briefing.pack.manifest import Manifest, Side
from briefing.pack.model import Dimension, Expert, Judgement, Option
from briefing.pack.pack import Pack
from briefing.pack.reader import File, Map, Seq, parse
from briefing.pack.rules import check, dangling
from briefing.pack.source import Source
from briefing.pack.types import Item
from briefing.paths import PACK_FILE
from briefing.problems import Problem
from briefing.text import one_line

MAX_MESSAGE = 200
_SECTION = re.compile(r"^##[ \t]+(.+)$", re.MULTILINE)
_ID = re.compile(rb"\bid:[ \t]*[\"']?([a-z0-9-]+)")


def load(folder: Path) -> Loaded:
    """Read the pack in a folder.

    Broken items are left out of the pack and told in `problems`, which are sorted by
    place. Raises `CannotRead` where the folder holds no `pack.yaml`.
    """
    with without_collecting():
        return _load(folder)


def _load(folder: Path) -> Loaded:
    problems: list[Problem] = []
    files: list[File] = []
    lost: dict[str, set[str]] = {}
    contents = read_files(folder, problems)
    lost |= {problem.file: set() for problem in problems if problem.file in FOLDERS}
    for path, data in contents.items():
        if data is None:
            lost[path] = set()
            continue
        file = parse(path, data, problems)
        if file is not None:
            files.append(file)
        shape = Seq if path == JUDGEMENTS_FILE else Map
        if file is None or not isinstance(file.data, shape):
            lost[path] = {name.decode() for name in _ID.findall(data.replace(b"\0", b""))}
    pack, found = _convert(folder, files, lost, content_digest(contents))
    problems += found
    return Loaded(pack, tuple(sorted({_on_one_line(problem) for problem in problems})))


def _on_one_line(problem: Problem) -> Problem:
    """Return the problem with what it repeats from the pack fit to be printed."""
    message = one_line(problem.message)
    if len(message) > MAX_MESSAGE:
        message = message[: MAX_MESSAGE - 1] + "…"
    return problem._replace(message=message, hint=one_line(problem.hint))


def _convert(
    folder: Path, files: list[File], lost: dict[str, set[str]], digest: str
) -> tuple[Pack, list[Problem]]:
    """Convert all files; again without the items that lead nowhere, until nothing changes."""
    first = Context(lost)
    pack = _assemble(folder, files, first, digest)
    problems = [*first.problems, *_dangling(first), *check(pack, first)]
    usable = _usable(pack)
    while any((kind, name) not in usable for kind, name, _ in first.references):
        pack = _assemble(folder, files, Context(lost, usable), digest)
        left = _usable(pack) & usable  # what stands in for a broken manifest may change
        if left == usable:
            break
        usable = left
    return pack, problems


def _dangling(context: Context) -> Iterator[Problem]:
    """Yield a problem for every reference to an item that is not there, broken or lost."""
    known: dict[str, dict[str, None]] = {}
    for kind, name in context.declared:
        known.setdefault(kind, {})[name] = None
    lost = set().union(*context.lost.values())
    untold = {
        kind
        for path, names in context.lost.items()
        if not names
        for kind in DECLARED_IN[path.partition("/")[0]]
    }
    told = [
        reference
        for reference in context.references
        if reference[1] not in lost and reference[0] not in untold
    ]
    yield from dangling(told, known)


def _usable(pack: Pack) -> set[tuple[str, str]]:
    """Return what a reference may lead to: every item that could be read, and can stand."""
    usable = (
        {(ref.kind, ref.id) for ref in pack.items}
        | {("side", side.id) for side in pack.sides}
        | {("criterion", criterion.id) for criterion in pack.criteria}
    )
    _drop_undisputed(pack, usable)
    return usable


def _drop_undisputed(pack: Pack, usable: set[tuple[str, str]]) -> None:
    """Drop contested claims of which all that they dispute is gone, and so on down the line."""
    rivals: dict[str, list[str]] = {}
    left: dict[str, int] = {}
    for claim in pack.claims.values():
        if claim.status == "contested":
            left[claim.id] = len(claim.disputes)
            for name in claim.disputes:
                rivals.setdefault(name, []).append(claim.id)
    gone = [name for name in rivals if ("claim", name) not in usable]
    while gone:
        for claim_id in rivals.get(gone.pop(), ()):
            left[claim_id] -= 1
            if not left[claim_id]:
                usable.discard(("claim", claim_id))
                gone.append(claim_id)


def _assemble(folder: Path, files: list[File], context: Context, digest: str) -> Pack:
    """Convert every file and put the items into reading order."""
    manifest: Any = BROKEN
    sound: dict[str, Any] = {}
    found: dict[str, list[Any]] = {name: [] for name in (*FOLDERS, "judgements")}
    for file in files:
        kind = file.path.partition("/")[0]
        if file.path == PACK_FILE:
            manifest = convert(Manifest, file, context)
            if manifest is BROKEN:
                sound = sound_fields(Manifest, file, context)
        elif file.path == JUDGEMENTS_FILE:
            found["judgements"] = convert_list(Judgement, file, context)
        else:
            item = convert(FOLDERS[kind][1], file, context)
            if item is not BROKEN:
                item = _with_body(item, file, context)
            if item is not BROKEN:
                found[kind].append(item)
    if manifest is BROKEN:
        manifest = replace(_stand_in(folder, found["dimensions"]), **sound)
    order = manifest.order
    return Pack(
        manifest=manifest,
        dimensions=_ordered(found["dimensions"], order.dimensions),
        judgements=tuple(found["judgements"]),
        experts=_ordered(found["experts"], order.experts),
        options=_ordered(found["options"], order.options),
        sources=tuple(found["sources"]),
        briefs=tuple(found["briefs"]),
        digest=digest,
    )


def _stand_in(folder: Path, dimensions: list[Dimension]) -> Manifest:
    """Return a manifest for what is broken of a pack's own, so that the rest can be seen."""
    ids = list(dict.fromkeys(side for dimension in dimensions for side in dimension.entries))
    sides = tuple(Side(id=name, name=name) for name in [*ids, "one-side", "other-side"][:2])
    name = one_line(folder.absolute().name) or "pack"
    missing = "pack.yaml could not be read; see the problems."
    return Manifest(
        format="1", id="unreadable", title=name, as_of="", bottom_line=missing, sides=sides
    )


def _ordered(items: list[Any], order: tuple[str, ...]) -> tuple[Any, ...]:
    rank = {name: place for place, name in enumerate(order)}
    return tuple(sorted(items, key=lambda item: rank.get(item.id, len(rank))))


def _with_body(item: Item, file: File, context: Context) -> Any:
    """Return the item with the text that stands below its front matter."""
    match item:
        case Expert():
            made: Item = replace(item, profile=file.body.strip())
        case Source():
            made = replace(item, worth=file.body.strip())
        case Option():
            sections = _sections(file.body)
            missing = [name for name in ("For", "Against") if not sections.get(name)]
            for name in missing:
                context.problems.append(
                    Problem(
                        file.path,
                        file.body_line + 1,
                        1,
                        "OPT002",
                        f'an option needs a section "## {name}" with the case {name.lower()} it',
                        "make the strongest case that an informed reader would make",
                    )
                )
            if missing:
                return BROKEN
            made = replace(item, case_for=sections["For"], case_against=sections["Against"])
        case _:
            return item
    context.nodes[id(made)] = context.nodes[id(item)]
    return made


def _sections(body: str) -> dict[str, str]:
    """Return the text under each second-level heading."""
    parts = _SECTION.split(body)
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return {name.strip(" \t#"): text.strip() for name, text in pairs}
