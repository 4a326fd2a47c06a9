"""Start the command line: `python -m briefing` and the `briefing` script."""

import sys


def main() -> int:
    """Run the command line; the exit code comes back."""
    from briefing.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
