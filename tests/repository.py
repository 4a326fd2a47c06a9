"""Git repositories for tests: the same commits on every machine, whatever its settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "Tester" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "tester@example.org" for who in ("AUTHOR", "COMMITTER")},
}


class Repository:
    """A repository in a folder; its commits are made one day after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = 0
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *words: str) -> str:
        """Run a command of git and return what it says."""
        date = f"2025-03-{self.day + 1:02}T12:00:00Z"
        done = subprocess.run(
            ["git", "-C", str(self.folder), *words],
            env={**os.environ, **_ENVIRONMENT, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def commit(self) -> str:
        """Commit all that lies in the folder, a day after the last commit; return its id."""
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"day {self.day}")
        return self.git("rev-parse", "HEAD")
