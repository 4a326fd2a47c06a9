"""Bibliographies to references: what `briefing.export` writes, and what Zotero does, read back.

Each reader returns what it found, with the line where it stands, and problems for what it could
not understand; nothing is raised.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from briefing.document import Reference
from briefing.problems import Problem


class Found(NamedTuple):
    """A reference, and the line of the file on which it begins."""

    line: int
    reference: Reference


class Imported(NamedTuple):
    """What a bibliography holds, in its order, and what is wrong with the rest."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(name: str, text: str) -> Imported:
    """Return the references in a text of BibTeX, BibLaTeX or CSL-JSON; `name` is the file's.

    The id of a reference is the key that it has there, whatever that looks like.
    """
    reader = "csl" if text.lstrip("\ufeff \t\r\n")[:1] in {"[", "{"} else "bibtex"
    made: Imported = import_module(f"briefing.importing.{reader}").read(
        name, text.removeprefix("\ufeff")
    )
    return made
