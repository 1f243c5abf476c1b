"""Answers without length to clients of HTTP/1.0, which know no chunks (RFC 9112, section 6.1): the end of the connection is their end."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

_RESET = struct.pack("ii", 1, 0)
"""For SO_LINGER: to close is to reset."""
_CHUNKED = b"transfer-encoding: chunked\r\n"


class Plain:
    """A transport that takes the chunks off what uvicorn writes; what has no end is broken off, so that nobody takes it for the whole."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._begun = False
        self._to_come = False

    def write(self, data: bytes) -> None:
        """Send a head, or a chunk as uvicorn writes it: its size, its bytes, and maybe the last chunk behind it."""
        if not self._begun:
            self._begun, self._to_come = True, _CHUNKED in data
            data = data.replace(_CHUNKED, b"", 1)
        elif self._to_come:
            size, _, rest = data.partition(b"\r\n")
            length = int(size, 16)
            self._to_come = length > 0 and not rest[length + 2 :]
            data = rest[:length]
        if data:
            self._transport.write(data)

    def close(self) -> None:
        """Close the connection; in the middle of an answer with a reset."""
        if self._to_come:
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._transport.abort()
        else:
            self._transport.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)
