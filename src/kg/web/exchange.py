"""A request and its response over ASGI: headers by name, a body with limits, one way to send, whatever is sent."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.web.problems import BODY_TIMEOUT, MEDIA, MEDIA_TYPE, PRECONDITION, TOO_LARGE, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from kg.web.clients import Client
    from kg.web.limits import Limits

_LANGUAGE = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*([0-9.]+))?\s*")
_NAMED_LANGUAGE = re.compile(rb"(?:^|&)lang=(ja|en)(?:&|$)")
_KEPT_LANGUAGE = re.compile(rb"(?:^|;\s*)lang=(ja|en)(?:;|$)")
_KEPT_SECONDS = 365 * 24 * 3600
VARY = (b"vary", b"Accept, Accept-Language, Cookie")
"""What a page depends on besides its address: form and language."""
_CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Accept-Ranges, Content-Range, ETag, Link, Location, Repr-Digest, Retry-After, X-Tsunagi-Release"),
]
_NOSNIFF = (b"x-content-type-options", b"nosniff")


class GoneError(Exception):
    """The client has gone, or takes nothing: there is nobody to answer."""


class BrokenError(Exception):
    """An answer that has begun cannot be finished: the connection is broken off, so that nobody takes it for the whole."""


@dataclass(slots=True)
class Exchange:
    """One request, and what has been sent in answer to it."""

    scope: dict[str, Any]
    receive: Callable[[], Awaitable[dict[str, Any]]]
    transmit: Callable[[dict[str, Any]], Awaitable[None]]
    limits: Limits
    client: Client
    path: str
    """The path below the service's prefix."""
    route: str
    """The first part of the path, or ``other`` where there is no such route."""
    headers: dict[bytes, bytes] = field(default_factory=dict)
    status: int = 0
    sent: int = 0
    began: float = field(default_factory=time.monotonic)
    note: dict[str, object] = field(default_factory=dict)
    """What the log tells of this exchange besides."""
    shared: bool = True
    """Whether pages of other sites may read the answer."""

    @property
    def method(self) -> str:
        """The method, such as GET."""
        return str(self.scope["method"])

    @property
    def query_string(self) -> bytes:
        """What stands behind the question mark."""
        return bytes(self.scope["query_string"])

    def header(self, name: bytes) -> str:
        """A header by its name in small letters; empty where there is none."""
        return self.headers.get(name, b"").decode("latin-1")

    def has(self, etag: str) -> bool:
        """Whether the client has already what has this entity tag, so that 304 tells it enough.

        Raises Problem (412) where the request is made on a condition that does not hold (RFC 9110, section 13.1).
        """
        wanted, held = self.header(b"if-match"), self.header(b"if-none-match")
        matched = bool(held) and _listed(etag.removeprefix("W/"), held.replace("W/", ""))
        if (wanted and not _listed(etag, wanted)) or (matched and self.method not in {"GET", "HEAD"}):
            raise problem(
                PRECONDITION,
                "If-Match か If-None-Match の条件に合いません。",
                "the condition of If-Match or If-None-Match does not hold",
                headers={"ETag": etag},
            )
        return matched

    @property
    def language(self) -> str:
        """The language that the address names (``lang``), else the one chosen before, else the one that the client likes best of ja and en; else ja."""
        named = _NAMED_LANGUAGE.search(self.query_string) or self._kept_language
        if named:
            return named[1].decode()
        best, chosen = 0.0, "ja"
        for part in self.header(b"accept-language").split(",")[:32]:
            match = _LANGUAGE.fullmatch(part)
            if match and match[1].lower() in {"ja", "en"}:
                try:
                    quality = float(match[2]) if match[2] else 1.0
                except ValueError:
                    continue
                if quality > best:
                    best, chosen = quality, match[1].lower()
        return chosen

    @property
    def _kept_language(self) -> re.Match[bytes] | None:
        """The language that the client has kept, the only thing that the service ever asks it to keep."""
        return _KEPT_LANGUAGE.search(self.headers.get(b"cookie", b""))

    def _to_keep(self) -> list[tuple[bytes, bytes]]:
        """A header that makes the client keep the language that the address names, for the pages behind the next links."""
        named, kept = _NAMED_LANGUAGE.search(self.query_string), self._kept_language
        if named is None or (kept and kept[1] == named[1]):
            return []
        return [(b"set-cookie", b"lang=%b; Path=/; Max-Age=%d; SameSite=Lax; HttpOnly" % (named[1], _KEPT_SECONDS))]

    async def body(self, most: int, seconds: float = 0) -> bytes:
        """The body, within ``seconds`` (``body_seconds`` unless given). Raises Problem where it is too large (413), encoded (415) or does not come (408), GoneError where the client has gone."""
        if self.header(b"content-encoding").lower() not in {"", "identity"}:
            raise problem(
                MEDIA,
                "圧縮した本文は受け取れません。",
                "a body with Content-Encoding is not taken",
                headers={"Accept-Encoding": "identity"},
            )
        too_large = problem(
            TOO_LARGE,
            f"本文は {most:,} バイトまでです。",
            f"a body has at most {most:,} bytes",
            headers={"Connection": "close"},
            limit=most,
        )
        length = self.header(b"content-length")
        if length.isdigit() and int(length) > most:
            raise too_large
        parts: list[bytes] = []
        size, seconds = 0, seconds or self.limits.body_seconds
        try:
            async with asyncio.timeout(seconds):
                while True:
                    message = await self.receive()
                    if message["type"] == "http.disconnect":
                        raise GoneError
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > most:
                        raise too_large
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError as error:
            raise problem(
                BODY_TIMEOUT,
                f"本文が {seconds:g} 秒以内に届きませんでした。",
                f"the body did not arrive within {seconds:g} s",
                headers={"Connection": "close"},
            ) from error

    def left(self) -> bool:
        """Whether the client is seen to have gone."""
        transport = self.scope.get("state", {}).get("transport")
        return transport is not None and bool(transport.is_closing())

    async def gone(self) -> None:
        """Return when the client has gone."""
        while (await self.receive())["type"] != "http.disconnect":
            pass

    async def begin(self, status: int, headers: Iterable[tuple[bytes, bytes]]) -> None:
        """Send status and headers."""
        self.status = status
        await self._send(
            {"type": "http.response.start", "status": status, "headers": [*headers, *(_CORS if self.shared else ()), _NOSNIFF]}
        )

    async def part(self, content: bytes, *, last: bool) -> None:
        """Send the next part of the body; to HEAD no body is sent. Raises GoneError where the client takes nothing for too long."""
        if self.method == "HEAD":
            content = b""
        self.sent += len(content)
        await self._send({"type": "http.response.body", "body": content, "more_body": not last})

    async def respond(self, status: int, content_type: str, content: bytes, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
        """Send a whole response."""
        described = [] if status in {204, 304} else _described(content_type, content)
        kept = self._to_keep() if content_type.startswith("text/html") else []
        await self.begin(status, [*described, *headers, *kept])
        await self.part(content, last=True)

    def whole_request(self) -> bytes:
        """The bytes of the request where they came as one and say nothing of the connection; else nothing."""
        received: bytes = self.scope["state"].get("received", b"")
        plain = self.method == "GET" and self.scope["http_version"] == "1.1" and b"connection" not in self.headers
        return received if plain and received.endswith(b"\r\n\r\n") and received.count(b"\r\n\r\n") == 1 else b""

    async def refuse(self, why: Problem) -> None:
        """Send a problem as RFC 9457 has it; where the answer has begun, break it off."""
        if self.status:
            raise BrokenError from why
        headers = [(name.lower().encode(), value.encode("ascii", "replace")) for name, value in why.headers.items()]
        content = why.body(self.language, instance=self.path)
        await self.respond(why.kind.status, MEDIA_TYPE, content, [*headers, (b"cache-control", b"no-store"), VARY])

    def _taken(self) -> bool:
        """Whether the client has taken what it has been sent, so that nothing is to be waited for."""
        flow = self.scope.get("state", {}).get("flow")
        return flow is not None and not flow.write_paused

    async def _send(self, message: dict[str, Any]) -> None:
        """Hand a message to the server, which waits while the client does not take what it has been sent."""
        if self._taken():
            await self.transmit(message)
            return
        try:
            async with asyncio.timeout(self.limits.stall_seconds):
                await self.transmit(message)
        except TimeoutError as error:
            raise GoneError from error


def _listed(etag: str, tags: str) -> bool:
    """Whether a strong tag stands among others; all of them are meant by a star."""
    return tags.strip() == "*" or (not etag.startswith("W/") and etag in (tag.strip() for tag in tags.split(",")))


def joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Header fields by name in small letters; what comes in several lines is one list (RFC 9110, section 5.3; of cookies, RFC 6265)."""
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        found[name] = found[name] + (b"; " if name == b"cookie" else b", ") + value if name in found else value
    return found


def head_of(content_type: str, content: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The lines of a response's head that ``respond`` sends after its first line and the date, and the empty line that ends it."""
    return b"".join(b"%b: %b\r\n" % header for header in (*_described(content_type, content), *headers, *_CORS, _NOSNIFF)) + b"\r\n"


def _described(content_type: str, content: bytes) -> list[tuple[bytes, bytes]]:
    return [(b"content-type", content_type.encode()), (b"content-length", str(len(content)).encode())]
