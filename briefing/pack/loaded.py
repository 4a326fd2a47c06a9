"""A pack as far as it could be read, with its problems: apart from what reads it from files."""

from typing import NamedTuple

from briefing.pack.pack import Pack
from briefing.problems import Problem


class Loaded(NamedTuple):
    """A pack as far as it could be read, and everything that is wrong with it."""

    pack: Pack
    problems: tuple[Problem, ...]
