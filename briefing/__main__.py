"""Start the command line: `python -m briefing` and the `briefing` script."""

import gc
import sys


def main() -> int:
    """Run the command line; the exit code comes back."""
    from briefing.cli import run

    # Looking again and again for what can be freed takes longer than it is worth to commands
    # that end soon, and to the first screen; and once more at the end, for nothing at all.
    gc.set_threshold(500_000)
    code = run(sys.argv[1:])
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
