"""A state of a pack as bytes, so that it can be kept until the pack is compared with it."""

from __future__ import annotations

import zlib

import msgspec

from briefing.pack.pack import Pack

MAX_BYTES = 256 * 1024 * 1024
"""What is kept unpacks to no more than this."""


def keep(pack: Pack) -> bytes:
    """Return a state of a pack as bytes."""
    return zlib.compress(msgspec.msgpack.encode(pack), level=6)


def kept(data: bytes) -> Pack | None:
    """Return the state that was kept, or None where another version of the program kept it."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(data, MAX_BYTES)
        if not unpacking.eof:
            return None
        return msgspec.msgpack.decode(plain, type=Pack)
    except (zlib.error, msgspec.MsgspecError, RecursionError, ValueError):
        return None
