"""Theme YAML to checked palettes: colours that can be read, or a problem that says why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.pack.context import BROKEN, Context
from briefing.pack.convert import convert
from briefing.pack.reader import parse, read_bytes
from briefing.problems import Problem
from briefing.text import one_line
from briefing.themes.contrast import contrast, nearest_readable
from briefing.themes.theme import LEAST_CONTRAST, Colours, Theme, text_pairs


def load_themes(folders: Iterable[Path]) -> tuple[list[Theme], list[Problem]]:
    """Read the themes of folders; of two with one name, the one in the later folder counts.

    A theme with a problem is left out, so one of the same name in an earlier folder stays.
    Folders that do not exist hold no themes.
    """
    themes: dict[str, Theme] = {}
    problems: list[Problem] = []
    for folder in folders:
        found: dict[str, Path] = {}
        for path in _theme_files(folder, problems):
            theme, wrong = read_theme(path)
            problems += wrong
            if theme is None:
                continue
            if theme.name in found:
                problems.append(_twice(theme, path, found[theme.name]))
                continue
            found[theme.name] = path
            themes[theme.name] = theme
    return list(themes.values()), problems


def _theme_files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        files = (path for path in folder.iterdir() if path.suffix == ".yaml")
        return sorted(files, key=lambda path: path.stem)
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        problems.append(Problem(one_line(str(folder)), 0, 0, "FIL001", reason))
        return []


def _twice(theme: Theme, path: Path, first: Path) -> Problem:
    message = f'the theme name "{theme.name}" is used twice'
    hint = f"it stands in {one_line(first.name)} already"
    return Problem(one_line(str(path)), theme.place.line, 0, "THM002", message, hint)


def read_theme(path: Path) -> tuple[Theme | None, list[Problem]]:
    """Return the theme in a file, or None and what is wrong with it, sorted by place."""
    problems: list[Problem] = []
    theme: Theme | None = None
    data = read_bytes(path.parent, path.name, problems)
    file = None if data is None else parse("theme.yaml", data, problems)
    if file is not None:
        context = Context(lost={})
        converted = convert(Theme, file, context)
        problems += map(_explained, context.problems)
        if converted is not BROKEN:
            problems += _too_faint(converted, context)
            theme = converted
    shown = one_line(str(path))
    placed = sorted({problem._replace(file=shown) for problem in problems})
    return (None if placed else theme), placed


def _explained(problem: Problem) -> Problem:
    """Say why a colour seems to be missing: without quotation marks, # begins a comment."""
    if problem.rule == "FLD005" and problem.message.split('"')[1] in Colours.__struct_fields__:
        return problem._replace(hint='put colours in quotation marks: "#1b2a3c"')
    return problem


def _too_faint(theme: Theme, context: Context) -> Iterator[Problem]:
    """Yield a problem for every text that is hard to read on what it is drawn on."""
    least = LEAST_CONTRAST[theme.contrast]
    for name, grounds in text_pairs():
        colour: str = getattr(theme.colours, name)
        behind: list[str] = [getattr(theme.colours, ground) for ground in grounds]
        ratios = {ground: contrast(colour, b) for ground, b in zip(grounds, behind, strict=True)}
        ground, ratio = min(ratios.items(), key=lambda pair: pair[1])
        if ratio < least:
            # Rounded down, so that 4.496 is not told as 4.50.
            shown = int(ratio * 100) / 100
            message = f'"{name}" on "{ground}" has a contrast of {shown:.2f}:1, below {least:g}:1'
            better = nearest_readable(colour, behind, least)
            hint = f'"{better}" would do' if better else f'change "{ground}": no shade of it passes'
            yield Problem(*context.of(theme.colours, name), "THM001", message, hint)
