"""The name of an item: its kind and its id."""

from typing import NamedTuple


class Ref(NamedTuple):
    """The name of an item, written `kind:id`."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"
