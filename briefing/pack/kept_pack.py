"""A loaded pack as bytes and back; its dimensions are made only when one looks at them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import msgspec
from msgspec.structs import replace

from briefing.pack.collecting import without_collecting
from briefing.pack.loaded import Loaded
from briefing.pack.model import Dimension
from briefing.pack.pack import Tally

_LENGTH = 8
"""Bytes that tell how long the first part is."""


_First = tuple[Loaded, Tally]
"""The first part of what is kept: all but the dimensions, and how much these hold."""


def keepable(loaded: Loaded) -> bytes:
    """Return a loaded pack as bytes."""
    pack = loaded.pack
    first: _First = (loaded._replace(pack=replace(pack, dimensions=())), pack.tally)
    made = msgspec.msgpack.encode(first)
    dimensions = msgspec.msgpack.encode(pack.dimensions, enc_hook=tuple)
    return len(made).to_bytes(_LENGTH, "big") + made + dimensions


def taken(data: bytes) -> Loaded:
    """Return the loaded pack that `keepable` made bytes of.

    Raises `MsgspecError`, `ValueError` or `RecursionError` where something else did.
    """
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    loaded: Loaded
    loaded, tally = msgspec.msgpack.decode(data[_LENGTH:end], type=_First)
    pack = replace(loaded.pack, dimensions=Later(data[end:]))
    pack.__dict__["tally"] = tally
    return loaded._replace(pack=pack)


class Later(Sequence[Dimension]):
    """Dimensions as they were kept; a pack of ten thousand claims shows its answer without them.

    Equal to any sequence of equal dimensions.
    """

    def __init__(self, data: bytes) -> None:
        """Take what `msgspec.msgpack.encode` made of the dimensions; it is known to be whole."""
        self._data = data

    @cached_property
    def _made(self) -> tuple[Dimension, ...]:
        with without_collecting():
            made = msgspec.msgpack.decode(self._data, type=tuple[Dimension, ...])
        self._data = b""
        return made

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Dimension]:
        return iter(self._made)

    @overload
    def __getitem__(self, place: int) -> Dimension: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Dimension, ...]: ...
    def __getitem__(self, place: int | slice) -> Dimension | tuple[Dimension, ...]:
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._made == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made)
