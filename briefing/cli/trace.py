"""`briefing trace`: where the lines of a page come from, and what became of them."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from briefing.cli.parser import Subparsers
    from briefing.pack.pack import Pack
    from briefing.trace import Imprint, Origin, State, Traced

DETAILS = """\
FILE is a page as `briefing export` writes it: PDF, Word, web page, Markdown or plain text,
also after it was edited. Without it, or with -, lines are read from standard input: paste
them, and end with Ctrl-D. Of a PDF, give the file itself: where other programs take the text
out of it, the cells of its tables may lose their order.

Each line is printed with the item that it comes from, where that is written, and what became
of it: unchanged, changed since, gone, altered on the page, or not from this pack. Where the
foot of the page names its content, and git still has that, the page is made again and held
against it word by word; without that, a line that reads otherwise is different in the pack,
and which of the two was changed is not known. The exit code is 1 where any line is other than
unchanged."""

INDENT = "    "


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "trace", run, DETAILS)
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="the page")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Print the lines of the page with their items."""
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import load_pack, pack_folder
    from briefing.cli.streams import emit_json
    from briefing.problems import CannotRead
    from briefing.text import one_line
    from briefing.trace import State, formats, imprint, read_page, remade, trace

    page = "standard input" if args.file == "-" else one_line(args.file)
    try:
        data = _bytes(args.file)
        lines = read_page(data)
    except CannotRead as error:
        raise CannotRead(f"{page}: {error}") from None
    folder = pack_folder(args)
    now = load_pack(args).pack
    foot = imprint(lines)
    then, printed = _then(foot, folder, now)
    made = remade(lines, formats(data), foot, then) if printed else None
    traced = trace(lines, then, now, printed=printed, made=made)
    if not traced:
        raise CannotRead(f"{page}: holds no words")
    if args.json:
        emit_json(as_data(traced, foot, now))
    else:
        _print(traced, folder)
    fine = {State.UNCHANGED, State.LABEL}
    return FINE if all(one.state in fine for one in traced) else PROBLEMS


def _bytes(name: str) -> bytes:
    """Return what a file, or standard input, holds; one byte more than a page may have at most."""
    import sys
    from pathlib import Path

    from briefing.problems import CannotRead
    from briefing.trace.pages import MAX_BYTES

    if name != "-":
        with Path(name).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    if sys.stdin is None:
        raise CannotRead("is closed")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _then(foot: Imprint | None, folder: Path, now: Pack) -> tuple[Pack, bool]:
    """Return the pack that a page was made of, and whether that is sure; else it as it is now."""
    from briefing.cli.exporting_at import content_at
    from briefing.cli.streams import complain
    from briefing.pack.loaded import Loaded
    from briefing.problems import CannotRead

    if foot is None:
        complain("no content is named at the foot; compared with the pack as it is now")
        return now, False
    if foot.pack != now.manifest.id:
        complain(f"the page is of the pack {foot.pack}, compared with {now.manifest.id}")
        return now, False
    try:
        return content_at(foot.content, folder, Loaded(now, ())).pack, True
    except CannotRead as error:
        complain(f"{error}; compared with the pack as it is now")
        return now, False


def _print(traced: Sequence[Traced], folder: Path) -> None:
    """Print each line of the page below its items, and last how many there are of each kind."""
    from collections import Counter

    from briefing.cli.columns import cut
    from briefing.cli.streams import emit, terminal_columns
    from briefing.text import one_line
    from briefing.trace import State

    columns = terminal_columns()
    for one in traced:
        if one.state == State.LABEL:
            continue
        for origin in one.origins:
            emit(_told(origin, folder))
        if not one.origins:
            emit(str(one.state))
        emit(INDENT + cut(one_line(one.line), columns, taken=len(INDENT)))
        for origin in one.origins:
            if origin.now:
                label = "was printed as" if origin.state == State.ALTERED else "now"
                emit(f"{INDENT}{label}: {one_line(origin.now)}")
    counts = Counter(one.state for one in traced)
    labels = counts.pop(State.LABEL, 0)
    said = [f"{counts[state]} {state}" for state in State if counts[state]]
    said += [f"{labels} headings and labels"] if labels else []
    emit(", ".join(said))


def _told(origin: Origin, folder: Path) -> str:
    """Return an item, where it is written, and what became of it."""
    from briefing.cli.packs import openable
    from briefing.problems import Problem
    from briefing.text import one_line
    from briefing.trace import State

    place = f"{origin.place.file}:{origin.place.line}"
    if origin.state != State.GONE:
        place = openable(folder, Problem(origin.place.file, origin.place.line, 0, "", "")).where
    return "  ".join(map(one_line, (str(origin.ref), place, origin.state)))


def as_data(traced: Sequence[Traced], foot: Imprint | None, now: Pack) -> dict[str, Any]:
    """Return the lines as a program wants them."""
    return {
        "pack": now.manifest.id,
        "content": now.digest,
        "page": foot._asdict() if foot else None,
        "lines": [
            {
                "line": one.line,
                "state": _word(one.state),
                "items": [
                    {
                        "item": str(origin.ref),
                        "file": origin.place.file,
                        "line": origin.place.line,
                        "state": _word(origin.state),
                        "now": origin.now,
                    }
                    for origin in one.origins
                ],
            }
            for one in traced
        ],
    }


def _word(state: State) -> str:
    return state.name.lower()
