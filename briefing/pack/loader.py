"""A pack's folder to a `Pack`, with all problems of all files in one go."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from briefing.pack.convert import BROKEN, Context, convert, convert_list
from briefing.pack.manifest import Manifest, Side
from briefing.pack.model import Dimension, Expert, Judgement, Option
from briefing.pack.pack import Pack
from briefing.pack.reader import File, parse, read_bytes
from briefing.pack.recipe import Brief
from briefing.pack.rules import check
from briefing.pack.source import Source
from briefing.pack.types import Item
from briefing.paths import PACK_FILE
from briefing.problems import CannotRead, Problem
from briefing.text import one_line, suggestion

JUDGEMENTS_FILE = "judgements.yaml"
FOLDERS: dict[str, tuple[str, type[Item]]] = {
    "dimensions": (".yaml", Dimension),
    "experts": (".md", Expert),
    "options": (".md", Option),
    "sources": (".md", Source),
    "briefs": (".yaml", Brief),
}
_SECTION = re.compile(r"^##[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


class Loaded(NamedTuple):
    """A pack as far as it could be read, and everything that is wrong with it."""

    pack: Pack
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """Read the pack in a folder.

    Broken items are left out of the pack and told in `problems`, which are sorted by
    place. Raises `CannotRead` where the folder holds no `pack.yaml`.
    """
    problems: list[Problem] = []
    files: list[File] = []
    digest = hashlib.sha256()
    for path in pack_files(folder, problems):
        data = read_bytes(folder, path, problems)
        if data is None:
            continue
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
        file = parse(path, data, problems)
        if file is not None:
            files.append(file)
    pack, found = _convert(folder, files, digest.hexdigest())
    problems += found
    return Loaded(pack, tuple(sorted(set(problems))))


def pack_files(folder: Path, problems: list[Problem]) -> list[str]:
    """Return the files of a pack, sorted, relative to its folder.

    Files that look like part of a pack but would not be read are told as problems.
    Raises `CannotRead` where there is no pack.
    """
    try:
        names = {path.name: path for path in folder.iterdir()}
    except OSError as error:
        raise CannotRead(f"{folder}: {error.strerror or error}") from None
    if PACK_FILE not in names:
        raise CannotRead(f"{folder} is not a pack: it holds no {PACK_FILE}")
    found = [PACK_FILE]
    for name, path in names.items():
        if name in FOLDERS:
            found += _folder_files(path, problems)
        elif name == JUDGEMENTS_FILE:
            found.append(name)
        elif path.suffix in {".yaml", ".yml"} and name != PACK_FILE and name[0] != ".":
            hint = suggestion(name, (PACK_FILE, JUDGEMENTS_FILE))
            problems.append(Problem(one_line(name), 0, 0, "FIL005", "not part of a pack", hint))
    return sorted(found)


def _folder_files(folder: Path, problems: list[Problem]) -> list[str]:
    """Return the files of one folder of a pack."""
    name, suffix = folder.name, FOLDERS[folder.name][0]
    if folder.is_symlink() or not folder.is_dir():
        problems.append(Problem(name, 0, 0, "FIL002", "not a folder of the pack's own"))
        return []
    found = []
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        problems.append(Problem(name, 0, 0, "FIL001", f"cannot be read: {error.strerror}"))
        return []
    for path in paths:
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        if path.suffix == suffix:
            found.append(f"{name}/{path.name}")
        else:
            hint = f"files in {name}/ end in {suffix}"
            shown = one_line(f"{name}/{path.name}")
            problems.append(Problem(shown, 0, 0, "FIL005", "not read", hint))
    return found


def _convert(folder: Path, files: list[File], digest: str) -> tuple[Pack, list[Problem]]:
    """Convert all files; again without the items that lead nowhere, until nothing changes."""
    first = Context()
    pack = _assemble(folder, files, first, digest)
    problems = first.problems + [
        _dangling(kind, name, first, place)
        for kind, name, place in first.references
        if (kind, name) not in first.declared
    ]
    problems += check(pack, first)
    usable = _usable(pack)
    while any((kind, name) not in usable for kind, name, _ in first.references):
        pack = _assemble(folder, files, Context(usable), digest)
        left = _usable(pack)
        if left == usable:
            break
        usable = left
    return pack, problems


def _dangling(kind: str, name: str, context: Context, place: tuple[str, int, int]) -> Problem:
    known = tuple(other for other_kind, other in context.declared if other_kind == kind)
    hint = suggestion(name, known) or f"see `briefing list {kind}s`"
    return Problem(*place, "REF001", f'there is no {kind} "{name}"', hint)


def _usable(pack: Pack) -> set[tuple[str, str]]:
    """Return what a reference may lead to: every item that could be read."""
    return (
        {(ref.kind, ref.id) for ref in pack.items}
        | {("side", side.id) for side in pack.sides}
        | {("criterion", criterion.id) for criterion in pack.criteria}
    )


def _assemble(folder: Path, files: list[File], context: Context, digest: str) -> Pack:
    """Convert every file and put the items into reading order."""
    manifest: Any = BROKEN
    found: dict[str, list[Any]] = {name: [] for name in (*FOLDERS, "judgements")}
    for file in files:
        kind = file.path.partition("/")[0]
        if file.path == PACK_FILE:
            manifest = convert(Manifest, file, context)
        elif file.path == JUDGEMENTS_FILE:
            found["judgements"] = convert_list(Judgement, file, context)
        else:
            item = convert(FOLDERS[kind][1], file, context)
            if item is not BROKEN:
                item = _with_body(item, file, context)
            if item is not BROKEN:
                found[kind].append(item)
    if manifest is BROKEN:
        manifest = _stand_in(folder, found["dimensions"])
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
    """Return a manifest for a pack whose own is broken, so that the rest can be seen."""
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
    return {name.strip(): text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}
