"""The command line: one module per command, each of which imports what it needs when it runs."""

from __future__ import annotations

import os

from briefing.cli import streams
from briefing.cli.exits import BUG, CANNOT, FINE, INTERRUPTED, USAGE, WrongUsage


def run(argv: list[str]) -> int:
    """Run a command with its arguments; the exit code comes back, and nothing is raised."""
    streams.prepare()
    try:
        code = _run(argv)
        streams.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        streams.abandon()
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _tell(error)
    return code


def _run(argv: list[str]) -> int:
    from briefing.cli.parser import make_parser

    try:
        args = make_parser(argv).parse_args(argv)
    except SystemExit:
        # argparse has printed the help or the version.
        return FINE
    code: int = args.run(args)
    return code


def _tell(error: Exception) -> int:
    """Say on standard error what went wrong, and return the exit code for it."""
    from briefing.problems import CannotRead

    match error:
        case WrongUsage():
            streams.complain(str(error))
            code = USAGE
        case CannotRead():
            streams.complain(str(error))
            code = CANNOT
        case OSError():
            place = error.filename or "cannot write"
            streams.complain(f"{os.fsdecode(place)}: {error.strerror or error}")
            code = CANNOT
        case _:
            _tell_of_bug(error)
            code = BUG
    try:
        streams.flush()
    except OSError:
        streams.abandon()
    return code


def _tell_of_bug(error: Exception) -> None:
    shown = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if os.environ.get("BRIEFING_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    streams.complain(
        f"this is a bug in briefing, please report it ({shown}); BRIEFING_DEBUG=1 shows where"
    )
