"""What an operator asks: whether the service lives, whether it can answer, and its figures in Prometheus' text format."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from kg.web.problems import BUSY, problem

if TYPE_CHECKING:
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.http import Doors
    from kg.web.served import Serving

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Figures:
    """Counts requests; reads the other figures where they are when somebody asks."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter("kg_requests", "requests by route and status", ["route", "status"], registry=self.registry)
        self._seconds = Histogram("kg_request_seconds", "seconds to the last byte", ["route"], buckets=_SECONDS, registry=self.registry)
        self._bytes = Counter("kg_response_bytes", "bytes of bodies sent", registry=self.registry)

    def read(self, asking: Asking, served: Serving, doors: Doors) -> None:
        """Read also how it is with workers, cache, releases and connections."""
        pool, cache = asking.pool, asking.cache
        for name, text, read in (
            ("kg_workers_busy", "workers that answer a query", lambda: pool.busy),
            ("kg_workers", "workers that live", lambda: pool.alive),
            ("kg_queries_waiting", "queries that wait for a worker", lambda: pool.waiting),
            ("kg_workers_replaced", "workers that were replaced since the start", lambda: pool.replaced),
            ("kg_cache_hits", "answers taken from the cache since the start", lambda: cache.hits),
            ("kg_cache_misses", "answers that were not in the cache since the start", lambda: cache.misses),
            ("kg_connections", "open connections", doors.open.total),
            ("kg_connections_refused", "connections over the limit since the start", lambda: doors.refused),
            ("kg_releases_swapped", "releases taken over since the start", lambda: served.swapped),
            ("kg_store_reachable", "whether the store has answered when it was last looked at", lambda: served.reachable),
            ("kg_releases_refused", "releases refused since the start", lambda: served.refused),
        ):
            Gauge(name, text, registry=self.registry).set_function(read)

    def count(self, route: str, status: int, sent: int, seconds: float) -> None:
        """Count a request that has been answered."""
        counted, timed = self._labelled(route, status)
        counted.inc()
        timed.observe(seconds)
        self._bytes.inc(sent)

    @cache  # noqa: B019 - one of these lives as long as the service, and routes and statuses are few
    def _labelled(self, route: str, status: int) -> tuple[Counter, Histogram]:
        return self._requests.labels(route, status), self._seconds.labels(route)

    async def show(self, exchange: Exchange) -> None:
        """Answer /metrics."""
        await exchange.respond(200, TEXT, generate_latest(self.registry), [(b"cache-control", b"no-store")])


async def health(exchange: Exchange) -> None:
    """The front lives, whatever the workers do."""
    await exchange.respond(200, "application/json", b'{"status":"ok"}', [(b"cache-control", b"no-store")])


async def ready(exchange: Exchange, asking: Asking, *, closing: bool) -> None:
    """Whether a query could be answered now. Raises Problem (503) where no worker lives, no whole release is served, or the service is about to end."""
    if closing or not asking.pool.alive or not asking.release:
        raise problem(BUSY, "まだ（もう）答えられません。", "cannot answer yet, or any more", headers={"Retry-After": "2"})
    told = {"status": "ready", "release": asking.release, "workers": asking.pool.alive}
    await exchange.respond(200, "application/json", json.dumps(told).encode(), [(b"cache-control", b"no-store")])
