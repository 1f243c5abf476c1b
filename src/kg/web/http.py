"""The HTTP connection: uvicorn's, with limits on how many, how slow and how long a head may be."""

from __future__ import annotations

import re
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.web.plain import Plain
from kg.web.problems import BAD_REQUEST, HEAD_TOO_LARGE, MEDIA_TYPE, TOO_LONG, problem

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from kg.web.limits import Limits
    from kg.web.problems import Kind
    from kg.web.quick import Quick

_OK = b"HTTP/1.1 200 OK\r\n"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
LINE_BYTES = 65_535
"""The longest address of a request that the parser counts."""
_LINGER_SECONDS = 2.0
_LINGER_BYTES = 64 * 1024
"""How long, and for how much, the rest of a request is taken that was answered before it was all there: a client that is cut off reads no answer."""


def _refusal(kind: Kind, ja: str, en: str) -> bytes:
    """The whole response to what is no request: nobody knows a language or a form that its sender likes."""
    body = problem(kind, ja, en).body("ja")
    return b"%b\r\ncontent-type: %b\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%b" % (
        f"HTTP/1.1 {kind.status} {HTTPStatus(kind.status).phrase}".encode(), MEDIA_TYPE.encode(), len(body), body,
    )  # fmt: skip


_HEAD_TOO_LARGE = _refusal(HEAD_TOO_LARGE, "見出し（ヘッダー）を短くしてください。", "send fewer or shorter header fields")
_TOO_LONG = _refusal(
    TOO_LONG,
    f"アドレスは {LINE_BYTES:,} バイトまでです。長い問い合わせは POST で送ってください。",
    f"an address has at most {LINE_BYTES:,} bytes; send a long query by POST",
)
_NO_REQUEST = _refusal(BAD_REQUEST, "HTTP の要求として読めません。", "not a request of HTTP")


class Doors:
    """Open connections, by address; those of a proxy are many clients', and count in all only.

    Where there are as many as there may be, who holds most of them gives up one that asks nothing at the moment.
    """

    def __init__(self, limits: Limits, is_proxy: Callable[[str], bool] = lambda _: False) -> None:
        self.limits = limits
        self._is_proxy = is_proxy
        self.open: Counter[str] = Counter()
        self._silent: dict[str, dict[Closing, None]] = {}
        self.refused = 0

    def enter(self, address: str) -> bool:
        """Count a connection; False where there are too many."""
        full = self.open[address] >= self.limits.client_connections and not self._is_proxy(address)
        if full or (self.open.total() >= self.limits.connections and not self._made_room(self.open[address])):
            self.refused += 1
            return False
        self.open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """A connection has been closed."""
        self.open[address] -= 1
        if self.open[address] <= 0:
            del self.open[address]

    def silent(self, address: str, connection: Closing) -> None:
        """A connection asks nothing from now on."""
        self._silent.setdefault(address, {})[connection] = None

    def asking(self, address: str, connection: Closing) -> None:
        """A connection asks something, or is closed."""
        held = self._silent.get(address, {})
        held.pop(connection, None)
        if not held:
            self._silent.pop(address, None)

    def _made_room(self, held: int) -> bool:
        """Close the oldest silent connection of the address that has most, if it has more than one more than ``held``."""
        address = max((address for address in self._silent if not self._is_proxy(address)), key=lambda one: self.open[one], default="")
        if self.open.get(address, 0) <= held + 1:
            return False
        next(iter(self._silent[address])).give_way()
        self.refused += 1
        return True


class Closing(Protocol):
    """A connection that can be closed."""

    def give_way(self) -> None:
        """Close it at once, and leave."""
        ...


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
    url = b""
    _entered = ""
    _timer: asyncio.TimerHandle | None = None
    _head = 0
    _received = b""
    _in_line = True
    _in_message = False
    """From the first byte of a request to its last; what comes then belongs to it, whatever it looks like."""
    _lingering: asyncio.TimerHandle | None = None
    _rest = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let the connection in, or close it at once."""
        super().connection_made(Joining(transport, self.loop))  # type: ignore[arg-type]
        address = self.client[0] if self.client else ""
        if not self.doors.enter(address):
            transport.abort()
            return
        self._entered = address
        self.doors.silent(address, self)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        self._head_is_there()
        self._linger_no_more()
        self._leave()
        super().connection_lost(exc)

    def give_way(self) -> None:
        """Close it at once, for somebody who has none."""
        self._leave()
        self.transport.abort()

    def _leave(self) -> None:
        if self._entered:
            self.doors.asking(self._entered, self)
            self.doors.leave(self._entered)
            self._entered = ""

    def data_received(self, data: bytes) -> None:
        """Take bytes, as long as the head is not too long."""
        if self.transport.is_closing():
            return
        if self._timer is not None:
            end = data.find(b"\r\n\r\n")
            self._head += len(data) if end < 0 else end
            if self._head > self.doors.limits.head_bytes:
                self.transport.write(_HEAD_TOO_LARGE)
                self.transport.close()
                return
        if self._lingering is not None:
            self._rest += len(data)
            if self._rest > _LINGER_BYTES:
                self._close()
                return
        if not (self._entered and data[:4] == b"GET " and data[-4:] == b"\r\n\r\n" and self._answered(data)):
            self._received = data
            super().data_received(self._encoded(data) if self._in_line else data)
            if self._is_between() and self._timer is None:  # an empty line: whoever sends it has begun a request
                self._wait_for_head()

    def _is_between(self) -> bool:
        """Whether all that was asked has been answered, and nothing else has begun."""
        return not self._in_message and (self.cycle is None or self.cycle.response_complete)

    def _answered(self, data: bytes) -> bool:
        """Answer a request whose bytes are known, between two others of the connection."""
        if self.quick is None or not self._is_between():
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
        self._in_message = True
        self.scope["state"].update(received=self._received, flow=self.flow, transport=self.transport)
        if self._timer is None:
            self._wait_for_head()

    def on_message_complete(self) -> None:
        """What comes next is the line of another request."""
        super().on_message_complete()
        self._in_line, self._in_message = True, False
        self._linger_no_more()

    def on_url(self, url: bytes) -> None:
        """The next bytes of the address."""
        super().on_url(url)
        if len(self.url) > LINE_BYTES:
            raise ValueError(LINE_BYTES)  # which the parser hands on as a request that it cannot read

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._head_is_there()
        self.doors.asking(self._entered, self)
        super().on_headers_complete()
        if self.scope["http_version"] == "1.0" and self.cycle is not None:
            self.cycle.transport = Plain(self.cycle.transport)  # type: ignore[assignment]

    def on_response_complete(self) -> None:
        """A request has been answered, which may not be all there."""
        super().on_response_complete()
        if self.cycle is None or not self.cycle.response_complete:  # another one is there already
            return
        if self._entered:
            self.doors.silent(self._entered, self)
        if self._in_message and self._timer is None and not self.transport.is_closing():
            self._rest = 0
            self._lingering = self.loop.call_later(_LINGER_SECONDS, self._close)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - it tells how the parser is made
        """Refuse what is no request."""
        self.transport.write(_TOO_LONG if len(self.url) > LINE_BYTES else _NO_REQUEST)
        self.transport.close()

    def _linger_no_more(self) -> None:
        if self._lingering is not None:
            self._lingering.cancel()
            self._lingering = None

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
