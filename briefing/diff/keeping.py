"""A state of a pack as bytes, so that it can be kept until the pack is compared with it."""

from __future__ import annotations

import zlib

import msgspec

from briefing import __version__
from briefing.pack.pack import Pack

MAX_BYTES = 256 * 1024 * 1024
"""What is kept unpacks to no more than this."""
_VERSION = f"{__version__}\n".encode()


def keep(pack: Pack) -> bytes:
    """Return a state of a pack as bytes."""
    return _VERSION + zlib.compress(msgspec.msgpack.encode(pack, enc_hook=tuple), level=1)


def kept_by_this_version(data: bytes) -> bool:
    """Return whether this version of the program kept a state."""
    return data.startswith(_VERSION)


def kept(data: bytes) -> Pack | None:
    """Return the state that was kept, or None where it was kept in another form."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(data.partition(b"\n")[2], MAX_BYTES)
        if not unpacking.eof:
            return None
        return msgspec.msgpack.decode(plain, type=Pack)
    except (zlib.error, msgspec.MsgspecError, RecursionError, ValueError):
        return None
