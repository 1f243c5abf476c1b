"""The HTTP connection: uvicorn's, with limits on how many, how slow and how long a head may be."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from kg.web.limits import Limits
    from kg.web.quick import Quick

_OK = b"HTTP/1.1 200 OK\r\n"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Doors:
    """Open connections, by address; those of a proxy are many clients', and count in all only."""

    def __init__(self, limits: Limits, is_proxy: Callable[[str], bool] = lambda _: False) -> None:
        self.limits = limits
        self._is_proxy = is_proxy
        self.open: Counter[str] = Counter()
        self.refused = 0

    def enter(self, address: str) -> bool:
        """Count a connection; False where there are too many."""
        full = self.open[address] >= self.limits.client_connections and not self._is_proxy(address)
        if full or self.open.total() >= self.limits.connections:
            self.refused += 1
            return False
        self.open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """A connection has been closed."""
        self.open[address] -= 1
        if self.open[address] <= 0:
            del self.open[address]


class Joining:
    """A transport that sends what is written within one turn of the event loop at once: head and body of a response are one packet."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Send ``data`` at the end of this turn."""
        if not self._held:
            self._loop.call_soon(self._flush)
        self._held.append(data)

    def close(self) -> None:
        """Send what is held, and close."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._held:
            held, self._held = self._held, []
            if not self._transport.is_closing():
                self._transport.write(b"".join(held))

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)


class GuardedProtocol(HttpToolsProtocol):
    """uvicorn's protocol behind ``doors``; ``guarded`` makes the class that a server takes."""

    doors: Doors
    quick: Quick | None
    _entered = ""
    _timer: asyncio.TimerHandle | None = None
    _head = 0
    _received = b""
    _in_line = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let the connection in, or close it at once."""
        super().connection_made(Joining(transport, self.loop))  # type: ignore[arg-type]
        address = self.client[0] if self.client else ""
        if not self.doors.enter(address):
            transport.abort()
            return
        self._entered = address
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        self._head_is_there()
        if self._entered:
            self.doors.leave(self._entered)
            self._entered = ""
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes, as long as the head is not too long."""
        if self.transport.is_closing():
            return
        if self._timer is not None:
            self._head += len(data)
            if self._head > self.doors.limits.head_bytes + self.doors.limits.query_bytes:
                self.transport.write(_TOO_LARGE)
                self.transport.close()
                return
        if not (self._entered and data[:4] == b"GET " and data[-4:] == b"\r\n\r\n" and self._answered(data)):
            self._received = data
            super().data_received(self._encoded(data) if self._in_line else data)

    def _answered(self, data: bytes) -> bool:
        """Answer a request whose bytes are known, between two others of the connection."""
        if self.quick is None or (self.cycle is not None and not self.cycle.response_complete):
            return False
        found = self.quick.answer(data, self._entered)
        if found is None:
            return False
        self._head_is_there()
        self._unset_keepalive_if_required()
        date = b"".join(b"%b: %b\r\n" % header for header in self.server_state.default_headers)
        self.transport.write(b"".join((_OK, date, found.head, found.body)))
        self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
        return True

    def _encoded(self, data: bytes) -> bytes:
        """An IRI may come as it is written, in UTF-8; percent-encoded it is the same address (RFC 3987, section 3.1), and HTTP."""
        line, end, rest = data.partition(b"\r\n")
        self._in_line = not end
        return data if line.isascii() else _NOT_ASCII.sub(lambda match: b"%%%02X" % match[0][0], line) + end + rest

    def on_message_begin(self) -> None:
        """The first byte of a request."""
        super().on_message_begin()
        self.scope["state"].update(received=self._received, flow=self.flow)
        if self._timer is None:
            self._wait_for_head()

    def on_message_complete(self) -> None:
        """What comes next is the line of another request."""
        super().on_message_complete()
        self._in_line = True

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._head_is_there()
        super().on_headers_complete()

    def _wait_for_head(self) -> None:
        self._head = 0
        self._timer = self.loop.call_later(self.doors.limits.head_seconds, self._close)

    def _head_is_there(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _close(self) -> None:
        self._timer = None
        if not self.transport.is_closing():
            self.transport.abort()


def guarded(doors: Doors, quick: Quick | None) -> type[GuardedProtocol]:
    """The protocol class of a server behind ``doors``."""
    return type("Guarded", (GuardedProtocol,), {"doors": doors, "quick": quick})
