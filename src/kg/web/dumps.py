"""The files of the release as downloads: with their checksums, in ranges, from the release that is served at the moment."""

from __future__ import annotations

import asyncio
import base64
import os
import re
from typing import TYPE_CHECKING

from kg.release.publish import MANIFEST
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import HTML
from kg.web.problems import BUSY, NOT_FOUND, RANGE, problem

if TYPE_CHECKING:
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages
    from kg.web.problems import Problem
    from kg.web.served import Opened, Serving

_CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")
_TYPES = {
    ".nq": "application/n-quads", ".ttl": "text/turtle; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".json": "application/json",
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8", ".tsv": "text/tab-separated-values; charset=utf-8",
}  # fmt: skip
SUMS = "SHA256SUMS"
_REPORT_POLICY = (
    b"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)


class Dumps:
    """Hands out files."""

    def __init__(self, served: Serving, pages: Pages) -> None:
        self._served = served
        self._pages = pages

    async def show(self, exchange: Exchange, name: str, *, below: str = "") -> None:
        """Answer a request for the file ``below + name``; without a name the list of files. Raises Problem."""
        only_read(exchange)
        opened = self._opened()
        files = opened.release.manifest["files"]
        if not name and not below:
            listed = [(path, facts["bytes"], facts["sha256"]) for path, facts in files.items()]
            await exchange.respond(200, HTML.content_type, self._pages.files(exchange.language, listed), [*self._pages.headers, VARY])
            return
        if name == SUMS and not below:
            content = "".join(f"{facts['sha256']}  {path}\n" for path, facts in files.items())
            await exchange.respond(200, "text/plain; charset=utf-8", content.encode())
            return
        path = below + name
        facts = files.get(path)
        if facts is None and path != MANIFEST:
            raise _missing(path)
        handle = _handle(opened, path)
        try:
            await self._send(exchange, handle, path, facts["sha256"] if facts else opened.release.identity)
        finally:
            os.close(handle)

    async def content(self, path: str) -> bytes:
        """A whole file, for a page that shows it. Raises Problem."""
        opened = self._opened()
        if path not in opened.release.manifest["files"]:
            raise _missing(path)
        with os.fdopen(_handle(opened, path), "rb") as stream:
            return await asyncio.to_thread(stream.read)

    def _opened(self) -> Opened:
        opened = self._served.files
        if opened is None:
            raise problem(
                NOT_FOUND,
                "このサービスはリリースのファイルを持っていません（検索用データは別のサーバーにあります）。/sparql と /id/… をお使いください。",
                "this service has no files of the release (its store is elsewhere); ask /sparql and /id/… instead",
            )
        return opened

    async def _send(self, exchange: Exchange, handle: int, path: str, sha256: str) -> None:
        size = os.fstat(handle).st_size
        etag = f'"{sha256[:32]}"'
        suffix = os.path.splitext(path)[1]  # noqa: PTH122 - a name within the release, no path of this system
        headers = [
            (b"etag", etag.encode()), (b"accept-ranges", b"bytes"), (b"cache-control", b"public, max-age=300"),
            (b"repr-digest", b"sha-256=:" + base64.b64encode(bytes.fromhex(sha256)) + b":"),
            (b"content-type", _TYPES.get(suffix, "application/octet-stream").encode()),
            (b"content-security-policy", _REPORT_POLICY if path == "report.html" else self._pages.headers[0][1]),
        ]  # fmt: skip
        if exchange.has(etag):
            await exchange.respond(304, "", b"", headers)
            return
        first, last = 0, size - 1
        status = 200
        wanted = exchange.header(b"range") if exchange.method == "GET" else ""  # of other methods it says nothing (RFC 9110, section 14.2)
        if_range = exchange.header(b"if-range")
        match = _RANGE.fullmatch(wanted) if wanted and if_range in {"", etag} else None
        if match and (match[1] or match[2]):
            first, last = _part(match[1], match[2], size)
            status = 206
            headers.append((b"content-range", f"bytes {first}-{last}/{size}".encode()))
        headers.append((b"content-length", str(last - first + 1).encode()))
        await exchange.begin(status, headers)
        place = first
        while place <= last and exchange.method != "HEAD":
            content = await asyncio.to_thread(os.pread, handle, min(_CHUNK, last - place + 1), place)
            place += len(content)
            await exchange.part(content, last=place > last)
            if not content:
                return
        if exchange.method == "HEAD" or size == 0:
            await exchange.part(b"", last=True)


def _handle(opened: Opened, path: str) -> int:
    """A descriptor of a file of the release. Raises Problem (503) where it is gone."""
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=opened.directory)
    except OSError as error:
        raise problem(
            BUSY,
            "リリースが入れ替わるところです。もう一度送ってください。",
            "the release is being replaced; ask again",
            headers={"Retry-After": "2"},
        ) from error


def _missing(path: str) -> Problem:
    return problem(NOT_FOUND, f"{path[:200]} というファイルはありません。", f"there is no file {path[:200]}")


def _part(start: str, end: str, size: int) -> tuple[int, int]:
    """First and last byte of a range (RFC 9110, section 14.1.2). Raises Problem (416)."""
    if start:
        first, last = int(start), min(int(end) if end else size - 1, size - 1)
    else:
        first, last = max(0, size - int(end)), size - 1
    if first > last:
        raise problem(
            RANGE, f"このファイルは {size:,} バイトです。", f"this file has {size:,} bytes", headers={"Content-Range": f"bytes */{size}"}
        )
    return first, last
