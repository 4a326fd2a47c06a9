"""Which brief a command is about: one of the pack's, or a recipe in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli.exits import WrongUsage
from briefing.cli.packs import refuse_unread
from briefing.cli.parser import unknown
from briefing.problems import Problem

if TYPE_CHECKING:
    from briefing.pack.pack import Pack
    from briefing.pack.recipe import Brief
    from briefing.pack.types import Place


def find_brief(pack: Pack, name: str | None) -> tuple[Brief | None, list[Problem]]:
    """Return the brief of that name, in that file, or the default one; and its problems.

    Raises `WrongUsage` where the pack has no such brief, or none at all; `OSError` or
    `CannotRead` where there is no such file, or it cannot be read.
    """
    if name is None:
        from briefing.compose import default_brief

        default = default_brief(pack)
        if default is None:
            raise WrongUsage("the pack holds no brief; name a recipe with --brief FILE")
        return default, []
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or len(path.parts) > 1:
        return _read(path, pack)
    for brief in pack.briefs:
        if brief.id == name:
            return brief, []
    raise WrongUsage(unknown("brief", name, tuple(brief.id for brief in pack.briefs)))


def _read(path: Path, pack: Pack) -> tuple[Brief | None, list[Problem]]:
    """Return the brief in a file, or None and what is wrong with it."""
    from briefing.pack.context import BROKEN, Context
    from briefing.pack.convert import convert
    from briefing.pack.reader import parse, read_bytes
    from briefing.pack.recipe import Brief

    path.stat()
    problems: list[Problem] = []
    brief: Any = BROKEN
    data = read_bytes(path.parent, path.name, problems)
    refuse_unread(path, problems)
    file = None if data is None else parse("brief.yaml", data, problems)
    if file is not None:
        context = Context(lost={})
        brief = convert(Brief, file, context)
        problems += [*context.problems, *_dangling(context.references, pack)]
    placed = sorted({problem._replace(file=str(path)) for problem in problems})
    return (None if placed else brief), placed


def _dangling(references: list[tuple[str, str, Place]], pack: Pack) -> list[Problem]:
    """Return a problem for each reference to what the pack does not hold."""
    known = {(ref.kind, ref.id) for ref in pack.items}
    known |= {("criterion", criterion.id) for criterion in pack.criteria}
    return [
        Problem(*place, "REF001", f'there is no {kind} "{name}"', f"see `briefing list {kind}`")
        for kind, name, place in references
        if (kind, name) not in known
    ]
