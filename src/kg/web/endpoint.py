"""The SPARQL endpoint: a query is looked at, asked of a worker, and its answer sent on as it comes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kg.store.syntax import Traits, examine
from kg.web.answers import Gathered, Streamed
from kg.web.cache import Cache, Kept, key_of
from kg.web.exchange import BrokenError, GoneError, head_of
from kg.web.media import GRAPHS, JSON, RESULTS, Format, chosen
from kg.web.problems import (
    BUSY,
    FEDERATION_DISABLED,
    METHOD,
    QUERY_TOO_COMPLEX,
    Problem,
    problem,
)
from kg.web.protocol import Operation, Received, operation
from kg.web.quick import Quick, Remembered
from kg.web.workers.attending import Attending
from kg.web.workers.faults import ended, told_by
from kg.web.workers.worker import FaultError, LostError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from kg.web.addresses import Addresses
    from kg.web.answers import Taking
    from kg.web.exchange import Exchange
    from kg.web.limits import Limits
    from kg.web.lines import Row
    from kg.web.workers.pool import Lease, Pool

_METHODS = "GET, HEAD, POST, OPTIONS"
_QUICK_BYTES = 64 * 1024
"""The largest answer that is remembered together with the bytes of its request."""
FORM_BYTES = 3
"""A form encodes every byte of a query in at most so many."""
_FRESH = b"public, max-age=300"


class Asking:
    """Asks the workers of what is served, for whichever page or endpoint wants an answer.

    ``quick`` is None where an answer may be another one at any time, and nothing is kept.
    """

    def __init__(self, pool: Pool, limits: Limits, addresses: Addresses, quick: Quick | None) -> None:
        self.pool = pool
        self.quick = quick
        self.limits = limits
        self.cache = Cache(limits.cache_bytes, limits.cache_entry_bytes)
        self.release = ""
        self.addresses = addresses

    def serve(self, release: str) -> None:
        """From now on answers are those of ``release``; with an empty name there is none at the moment."""
        self.release = release
        self.cache.clear()
        if self.quick:
            self.quick.clear()

    def _whole(self) -> None:
        """Raise Problem (503) while the store holds no whole release."""
        if not self.release:
            ja, en = (
                "データベースの入れ替え中です。少し待ってから送ってください。",
                "another release is being loaded into the store; wait a little",
            )
            raise problem(BUSY, ja, en, headers={"Retry-After": "10"})

    async def send(
        self, exchange: Exchange, asked: Operation, offered: tuple[Format, ...] | None = None, links: Sequence[tuple[bytes, bytes]] = ()
    ) -> None:
        """Answer an operation on ``exchange``, with ``links`` as further headers. Raises Problem, BrokenError, GoneError."""
        self._whole()
        traits = self.looked_at(asked.text)
        offered = offered or (GRAPHS if traits.form in {"CONSTRUCT", "DESCRIBE"} else RESULTS)
        form = chosen(exchange.header(b"accept"), asked.format, offered)
        exchange.note["query"] = hashlib.sha256(asked.text.encode()).hexdigest()[:16]
        volatile = traits.volatile or self.quick is None

        def key(release: str) -> str:
            return key_of(release, asked.text, asked.dataset, form.name)

        def headers(release: str) -> list[tuple[bytes, bytes]]:
            told = [*links, (b"vary", b"Accept"), (b"x-tsunagi-release", release[:12].encode())]
            if volatile:
                return [*told, (b"cache-control", b"no-store")]
            return [*told, (b"cache-control", _FRESH), (b"etag", f'W/"{key(release)}"'.encode())]

        if not volatile:
            if exchange.has(f'W/"{key(self.release)}"'):
                await exchange.respond(304, "", b"", headers(self.release))
                return
            kept = self.cache.get(key(self.release))
            if kept is not None:
                exchange.note["cache"] = "hit"
                self._remember(exchange, kept, headers(self.release))
                await exchange.respond(200, kept.content_type, kept.body, headers(self.release))
                return
        whole, release = await self.stream(exchange, self._request(asked, traits, form), form, headers)
        if not volatile and whole is not None and release == self.release:
            self.cache.put(key(release), Kept(form.content_type, f'W/"{key(release)}"', whole))

    async def stream(
        self, exchange: Exchange, request: dict[str, object], form: Format, headers: Callable[[str], Sequence[tuple[bytes, bytes]]]
    ) -> tuple[bytes | None, str]:
        """Answer ``exchange`` with what a worker says to a request as it comes; return it where it came in one part, and the worker's release.

        ``headers`` tells the headers of an answer of a release: while a query waits, another one may come. Raises Problem, BrokenError, GoneError.
        """
        answer = Streamed(exchange, form, headers)
        try:
            await self._leased(exchange, request, answer)
        except Problem as why:
            exchange.note["problem"] = why.kind.name
            if answer.begun:
                raise BrokenError from why
            raise
        return answer.whole, answer.release

    async def _leased(self, exchange: Exchange, request: dict[str, object], taking: Taking) -> None:
        """Let a worker answer; another one, once, where somebody killed the first before anything was taken. Raises Problem, GoneError."""
        async with self.pool.lease(exchange.client) as lease:
            if exchange.left():  # while it waited
                raise GoneError
            taking.release = lease.worker.place.release
            try:
                await self.run(lease, request, taking.part, exchange=exchange)
            except Problem:
                if taking.begun or lease.ended or not await lease.worker.was_killed():
                    raise
            else:
                return
        async with self.pool.lease(exchange.client) as lease:
            taking.release = lease.worker.place.release
            await self.run(lease, request, taking.part, exchange=exchange)

    def _remember(self, exchange: Exchange, kept: Kept, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """From now on the same bytes of a request get this answer at once."""
        request = exchange.whole_request()
        if self.quick and request and len(kept.body) <= _QUICK_BYTES:
            head = head_of(kept.content_type, kept.body, headers)
            self.quick.remember(request, Remembered(exchange.headers, head, kept.body, exchange.route, dict(exchange.note)))

    async def ask(self, exchange: Exchange, text: str, form: Format) -> bytes:
        """A whole answer, for a page. Raises Problem."""
        self._whole()
        asked, traits = Operation(text), examine(text)
        key = key_of(self.release, text, None, form.name)
        kept = None if traits.volatile else self.cache.get(key)
        if kept is not None:
            return kept.body
        answer = Gathered()
        await self._leased(exchange, self._request(asked, traits, form), answer)
        if not traits.volatile and answer.release == self.release:
            self.cache.put(key_of(answer.release, text, None, form.name), Kept(form.content_type, "", answer.body))
        return answer.body

    async def rows(self, exchange: Exchange, text: str) -> list[Row]:
        """The solutions of a SELECT, for a page. Raises Problem."""
        found: list[Row] = json.loads(await self.ask(exchange, text, JSON))["results"]["bindings"]
        return found

    def looked_at(self, text: str) -> Traits:
        """What a look tells of a query. Raises Problem where it is refused before it is parsed."""
        traits, limits = examine(text), self.limits
        refuse_elsewhere(traits)
        for name, ja, found, most in (
            ("query_depth", "括弧の入れ子", traits.depth, limits.query_depth),
            ("query_steps", "パターンと経路の段数", traits.steps, limits.query_steps),
            ("query_operators", "演算子と節の数", traits.operators, limits.query_operators),
        ):
            if found > most:
                raise problem(
                    QUERY_TOO_COMPLEX,
                    f"{ja}が {found:,} あります（上限 {most:,}）。問い合わせを分けてください。",
                    f"{name.replace('_', ' ')} is {found:,}, and at most {most:,}; split the query",
                    limit=name,
                )
        return traits

    def _request(self, asked: Operation, traits: Traits, form: Format) -> dict[str, object]:
        request: dict[str, object] = {
            "query": asked.text, "base": self.addresses.sparql, "format": form.name, "union": not traits.names_dataset,
        }  # fmt: skip
        if asked.dataset is not None:
            request["default"], request["named"] = asked.dataset
        return request

    async def run(
        self,
        lease: Lease,
        request: dict[str, object],
        take: Callable[..., Awaitable[None]],
        bodies: Sequence[bytes] = (),
        exchange: Exchange | None = None,
        seconds: float = 0,
    ) -> None:
        """Let the worker answer any request, and hand on what it says. Raises Problem, GoneError.

        It is stopped when its time is over (``seconds``, or as long as a query has), or the client of ``exchange`` has gone, where one is given.
        """
        seconds = seconds or self.limits.seconds
        attending = Attending(exchange, lease, seconds)
        try:
            async for content, last in lease.worker.answer(json.dumps(request).encode(), bodies):
                await take(content, last=last)
        except FaultError as fault:
            raise told_by(fault, lease, self.limits) from fault
        except LostError as error:
            if lease.ended == "gone":
                raise GoneError from error
            raise ended(lease, seconds) from error
        finally:
            attending.close()


async def sparql(exchange: Exchange, asking: Asking, describe: Callable[[Exchange], Awaitable[None]]) -> None:
    """Answer a request to /sparql; one without query gets the service description."""
    if exchange.method not in {"GET", "HEAD", "POST"}:
        raise method_refused(_METHODS)
    limits = asking.limits
    body = await exchange.body(limits.query_bytes * FORM_BYTES + 4096) if exchange.method == "POST" else b""
    received = Received(exchange.method, exchange.query_string, exchange.header(b"content-type"), body)
    asked = operation(received, limits.query_bytes)
    if asked is None:
        await describe(exchange)
    else:
        await asking.send(exchange, asked)


def refuse_elsewhere(traits: Traits) -> None:
    """Raise Problem (403) where a query would make the store ask another server."""
    if traits.asks_elsewhere:
        raise problem(
            FEDERATION_DISABLED,
            "SERVICE は使えません（検索が外部へ通信しないようにしています）。接頭辞の名前にも使わないでください。",
            "SERVICE is refused, since no query may cause requests to other servers; remove it, also from names of prefixes",
        )


def only_read(exchange: Exchange) -> None:
    """Raise Problem (405) where a request would do more than read."""
    if exchange.method not in {"GET", "HEAD"}:
        raise method_refused("GET, HEAD, OPTIONS")


def method_refused(allowed: str) -> Problem:
    """The problem (405) for a method that an address does not take."""
    return problem(METHOD, f"使えるメソッドは {allowed} です。", f"the methods here are {allowed}", headers={"Allow": allowed})
