"""Which brief a command is about: one of the pack's, or a recipe in a file of its own."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.exits import WrongUsage
from briefing.cli.packs import refuse_unread
from briefing.cli.parser import unknown

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.pack.pack import Pack
    from briefing.pack.recipe import Brief
    from briefing.problems import Problem


def find_brief(pack: Pack, name: str | None) -> tuple[Brief | None, list[Problem]]:
    """Return the brief of that name, in that file, or the default one; and its problems.

    Raises `WrongUsage` where the pack has no such brief, or none at all; `OSError` or
    `CannotRead` where there is no such file, or it cannot be read.
    """
    if name is None:
        from briefing.recipes import default_brief

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
    from briefing.pack.recipe_file import read_recipe

    path.stat()
    brief, problems = read_recipe(path, pack)
    refuse_unread(path, problems)
    return brief, problems
