"""The workers of a release, and who gets one next.

Fair between clients: of those who wait, the one who has used least is served first, and among those who have used as good as nothing who came first;
no client holds the last worker; and while somebody waits for longer than ``patience_seconds``, the query that has run longest beyond ``assured_seconds``
makes room. The more wait, the less is a query assured of, so that everybody's turn comes before ``queue_seconds`` are over.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kg.errors import StoreError
from kg.web.problems import BUSY, TOO_MANY, problem
from kg.web.workers.worker import QUERYING, Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from kg.web.clients import Client
    from kg.web.limits import Limits
    from kg.web.workers.places import Place

_LIGHT_SECONDS = 0.25
"""Who has used less lately has used as good as nothing: a stranger is not served before who has asked a little."""
_LEAST_ASSURED_SECONDS = 0.25
_RETRY_SECONDS = (0.1, 0.5, 2.0, 5.0)
"""Pauses between attempts to replace a worker that does not start; the last one for as long as it takes."""


Reason = Literal["", "time", "room", "gone"]
"""Why a worker was ended in the middle of an answer: its time was over, somebody else waited, its client had gone; empty: it ended itself."""


@dataclass(eq=False)
class Lease:
    """A worker in the hands of a client, since when, and why it was ended, if it was."""

    worker: Worker
    client: Client
    since: float
    ended: Reason = ""

    def end(self, why: Reason) -> None:
        """End the worker, whatever it does; its answer breaks off with LostError."""
        if not self.ended:
            self.ended = why
            self.worker.kill()


@dataclass(eq=False)
class _Turn:
    client: Client
    since: float
    ready: asyncio.Future[Lease] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Pool:
    """``size`` workers of ``module`` over one store at a time; a new store takes over query by query."""

    def __init__(self, size: int, limits: Limits, module: str = QUERYING) -> None:
        self._size = size
        self._module = module
        self._limits = limits
        self._place: Place | None = None
        self._idle: list[Worker] = []
        self._leases: set[Lease] = set()
        self._turns: list[_Turn] = []
        self._starting = 0
        self._running: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self.network = False
        self.replaced = 0

    @property
    def busy(self) -> int:
        """Workers that answer a query at the moment."""
        return len(self._leases)

    @property
    def waiting(self) -> int:
        """Queries that wait for a worker."""
        return len(self._turns)

    @property
    def alive(self) -> int:
        """Workers that could answer."""
        return len(self._idle) + len(self._leases)

    async def open(self, place: Place) -> None:
        """Serve ``place`` from now on: its workers start before those of the old one end; who answers a query, finishes it.

        Raises StoreError where no worker starts; then all stays as it was.
        """
        fresh = await asyncio.gather(
            *(Worker.start(place, self._limits, self._lost, self._module) for _ in range(self._size)), return_exceptions=True
        )
        started = [worker for worker in fresh if isinstance(worker, Worker)]
        if len(started) < self._size:
            for worker in started:
                self._spawn(worker.end())
            fault = next(error for error in fresh if isinstance(error, BaseException))
            raise fault
        self.network = any(worker.network for worker in started)
        old, self._idle = self._idle, []
        self._place = place
        for worker in old:
            self._spawn(worker.end())
        for worker in started:
            self._offer(worker)

    async def close(self) -> None:
        """End all workers, whatever they do."""
        self._place = None
        for worker in [*self._idle, *(lease.worker for lease in self._leases)]:
            await worker.end()
        for task in list(self._tasks):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    @contextlib.asynccontextmanager
    async def lease(self, client: Client) -> AsyncIterator[Lease]:
        """A worker for one query of ``client``. Raises Problem (429, 503) where none gets free in time."""
        client.asking += 1
        try:
            lease = self._take(client) or await self._wait(client)
            try:
                yield lease
            finally:
                self._return(lease)
        finally:
            client.asking -= 1

    def _take(self, client: Client) -> Lease | None:
        """A worker that is free, if nobody waits who may have it."""
        return self._grant(client) if self._idle and not self._turns and self._may(client) else None

    def _grant(self, client: Client) -> Lease:
        lease = Lease(self._idle.pop(), client, time.monotonic())
        self._leases.add(lease)
        self._running[client.name] += 1
        return lease

    def _return(self, lease: Lease) -> None:
        self._leases.discard(lease)
        name = lease.client.name
        self._running[name] -= 1
        if not self._running[name]:
            del self._running[name]
        lease.client.used(time.monotonic() - lease.since)
        self._back(lease.worker)
        self._next()  # also where that one is not free: its client may have another worker now

    def _may(self, client: Client) -> bool:
        """Whether a client may have one worker more: never the last one, and but one if it has used more than its share."""
        running = self._running[client.name]
        if running and client.recent() > self._limits.client_seconds:
            return False
        return running < max(1, self._size - 1)

    async def _wait(self, client: Client) -> Lease:
        limits = self._limits
        if client.asking > limits.client_parallel or len(self._turns) >= limits.queue_length:
            kind = TOO_MANY if client.asking > limits.client_parallel else BUSY
            raise problem(
                kind,
                "同時の問い合わせが多すぎます。少し待ってから送ってください。",
                "too many queries at the same time; wait a little",
                headers={"Retry-After": "1"},
            )
        turn = _Turn(client, time.monotonic())
        self._turns.append(turn)
        self._next()
        patience = asyncio.get_running_loop().call_later(limits.patience_seconds, self._lose_patience, turn)
        try:
            async with asyncio.timeout(limits.queue_seconds):
                return await turn.ready
        except (asyncio.CancelledError, TimeoutError) as error:
            if turn.ready.done() and not turn.ready.cancelled():  # its turn came at the same moment
                self._return(turn.ready.result())
            if isinstance(error, asyncio.CancelledError):
                raise
            raise problem(
                BUSY,
                f"{limits.queue_seconds:g} 秒待ちましたが、順番が来ませんでした。",
                f"no worker got free within {limits.queue_seconds:g} s",
                headers={"Retry-After": "5"},
            ) from error
        finally:
            patience.cancel()
            if turn in self._turns:
                self._turns.remove(turn)

    def _lose_patience(self, turn: _Turn) -> None:
        """Make room for a query that has waited for long, now and as long as it waits."""
        if turn in self._turns:
            self._make_room(turn.client)
            again = min(self._limits.patience_seconds, self._assured_seconds())
            asyncio.get_running_loop().call_later(again, self._lose_patience, turn)

    def _make_room(self, client: Client) -> None:
        """End the query that has run longest beyond what it is assured of, unless it is of a client that has used less than this one."""
        now, assured = time.monotonic(), self._assured_seconds()
        old = [lease for lease in self._leases if lease.client is not client and not lease.ended and now - lease.since > assured]
        if old and self._may(client):
            lease = min(old, key=lambda lease: lease.since)
            lease.end("room")

    def _assured_seconds(self) -> float:
        """How long a query may run while others wait: so long that all of them have had their turn within half of the time that they wait at most."""
        turns = max(len(self._turns) / self._size, 1.0)
        return max(
            min(self._limits.assured_seconds, self._limits.queue_seconds / 2 / turns),
            min(_LEAST_ASSURED_SECONDS, self._limits.assured_seconds),
        )

    def _back(self, worker: Worker) -> None:
        """A worker after an answer: free again, or replaced where it is spent, in the middle of an answer, or of another release."""
        if worker.answering or worker.spent or worker.lost:
            worker.kill()
            self._spawn(worker.end())
            if worker.place is self._place:
                self._spawn(self._replace(worker.place))
        elif worker.place is not self._place:
            self._spawn(worker.end())
        else:
            self._idle.append(worker)

    async def _replace(self, place: Place) -> None:
        """Start a worker in the place of one that has ended, until it starts or another release is served."""
        self.replaced += 1
        attempt = 0
        while place is self._place:
            try:
                worker = await Worker.start(place, self._limits, self._lost, self._module)
            except StoreError:
                await asyncio.sleep(_RETRY_SECONDS[min(attempt, len(_RETRY_SECONDS) - 1)])
                attempt += 1
                continue
            if place is self._place:
                self._offer(worker)
            else:
                await worker.end()
            return

    def _offer(self, worker: Worker) -> None:
        self._idle.append(worker)
        self._next()

    def _next(self) -> None:
        """Give free workers to those who wait: first who has fewest running, then who has used least, then who came first."""
        while self._idle and self._turns:
            used = {turn.client: 0.0 for turn in self._turns if not turn.ready.done()}
            used = {client: client.recent() for client in used if self._may(client)}  # once a client, since it fades while one looks
            ready = [turn for turn in self._turns if turn.client in used and not turn.ready.done()]
            if not ready:
                return
            turn = min(ready, key=lambda turn: (self._running[turn.client.name], used[turn.client] // _LIGHT_SECONDS, turn.since))
            self._turns.remove(turn)
            turn.ready.set_result(self._grant(turn.client))

    def _lost(self, worker: Worker) -> None:
        """A process has ended. One that answers is looked after by who holds it; one that was free is replaced here."""
        if worker in self._idle:
            self._idle.remove(worker)
            self._back(worker)  # it is lost, and not free again

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
