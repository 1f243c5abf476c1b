"""The workers as a store for code that asks again and again and knows nothing of the event loop; it runs in a thread, one piece of work at a time."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.store.port import Solutions, Statements
from kg.store.syntax import examine
from kg.web.media import JSON, N_TRIPLES
from kg.web.problems import BUSY, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.store.port import Answer, Store
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.problems import Problem

Result = TypeVar("Result")
Each = TypeVar("Each")


class Bridge:
    """Lets work ask the workers of what is served. Who comes while other work goes on waits for ``queue_seconds``."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._one = asyncio.Semaphore(1)

    async def run(self, exchange: Exchange, work: Callable[[Store], Result], late: Problem) -> Result:
        """What ``work`` makes of the store. Raises Problem: ``late`` when its time is over, BUSY when its turn does not come, and what workers tell."""
        try:
            async with asyncio.timeout(self._asking.limits.queue_seconds):
                await self._one.acquire()
        except TimeoutError as error:
            raise problem(
                BUSY,
                "ほかの人のための計算が続いています。少し待ってから、もう一度送ってください。",
                "work for others is going on; wait a little and ask again",
                headers={"Retry-After": "10"},
            ) from error
        try:
            return await asyncio.to_thread(work, _Asked(self._asking, exchange, late))
        finally:
            self._one.release()


class _Asked:
    """What the workers answer, as a store for a thread that is not that of the service."""

    def __init__(self, asking: Asking, exchange: Exchange, late: Problem) -> None:
        self._asking = asking
        self._exchange = exchange
        self._late = late
        self._until = time.monotonic() + asking.limits.seconds
        self._loop = asyncio.get_running_loop()

    def query(self, text: str) -> Answer:
        self._look()
        graph = examine(text).form == "CONSTRUCT"
        asked = self._asking.ask(self._exchange, text, N_TRIPLES if graph else JSON)
        content = asyncio.run_coroutine_threadsafe(asked, self._loop).result()
        if graph:
            return Statements(self._in_time(quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)))
        found = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(text)
        return Solutions(tuple(variable.value for variable in found.variables), self._in_time(map(tuple, found)))

    def _in_time(self, found: Iterable[Each]) -> Iterator[Each]:
        for one in found:
            self._look()
            yield one

    def _look(self) -> None:
        if time.monotonic() > self._until:
            raise self._late
