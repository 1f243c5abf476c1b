"""A worker as the front sees it: a process, a pipe to it, a socket from it, and one answer at a time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.web.workers import frames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from kg.web.limits import Limits
    from kg.web.workers.places import Place

_HIGH = 256 * 1024
"""Bytes of an answer that wait here for a slow client; the worker waits, too, while there are more."""
_START_SECONDS = 60.0
QUERYING = "kg.web.workers.process"
"""The module of workers that answer queries."""


@dataclass(frozen=True, slots=True)
class FaultError(Exception):
    """The worker had no answer: the kind of problem, and what the engine said."""

    kind: str
    detail: str


class LostError(Exception):
    """The process ended before its answer was complete."""


class Worker(asyncio.BufferedProtocol):
    """A process that answers one query at a time from ``place``."""

    def __init__(self, place: Place, on_lost: Callable[[Worker], None]) -> None:
        self.place = place
        self._on_lost = on_lost
        self.network = True
        self.process: subprocess.Popen[bytes]
        self._requests: asyncio.WriteTransport
        self.spent = False
        self.lost = False
        self.answering = False
        self._frames: list[tuple[bytes, bytes]] = []
        self._waiting: asyncio.Future[None] | None = None
        self._buffer = bytearray(64 * 1024)
        self._pending = bytearray()
        self._held = 0
        self._paused = False

    @classmethod
    async def start(cls, place: Place, limits: Limits, on_lost: Callable[[Worker], None], module: str = QUERYING) -> Worker:
        """Start the process of ``module`` and wait until it is ready; ``on_lost`` is called when it ends.

        Raises StoreError where it cannot open the store.
        """
        worker = cls(place, on_lost)
        ours, theirs = socket.socketpair()
        settings = {
            **place.settings(), "parent": os.getpid(), "memory_bytes": limits.worker_bytes, "response_bytes": limits.response_bytes,
            "queries": limits.worker_queries, "resident_bytes": limits.worker_resident_bytes,
        }  # fmt: skip
        with theirs:
            worker.process = subprocess.Popen(  # noqa: S603 - this very Python
                [sys.executable, "-m", module, str(theirs.fileno()), json.dumps(settings)],
                pass_fds=[theirs.fileno()], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd="/", start_new_session=True,
            )  # fmt: skip
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: worker, sock=ours)
        # requests by a way of their own: who waits at one end of a socket is also woken whenever the other end has read an answer
        worker._requests, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, worker.process.stdin)
        try:
            kind, content = await asyncio.wait_for(worker._next(), _START_SECONDS)
        except (LostError, TimeoutError) as error:
            await worker.end()
            raise StoreError("検索の担当プロセスを起動できません。", "a query worker does not start", where=place.where) from error
        told = json.loads(content)
        if kind != frames.READY:
            await worker.end()
            raise StoreError(
                f"検索用データを開けません（{told['detail']}）。",
                f"the store cannot be opened ({told['detail']})",
                where=place.where,
            )
        worker.network = told["network"]
        return worker

    async def answer(self, asked: bytes, bodies: Sequence[bytes] = ()) -> AsyncIterator[tuple[bytes, bool]]:
        """Yield the parts of the answer, each with whether it is the last. Raises FaultError, or LostError where the process ends."""
        self.answering = True
        for body in bodies:
            self._requests.write(frames.frame(frames.BODY, body))
        self._requests.write(frames.frame(frames.ASK, asked))
        while True:
            kind, content = await self._next()
            if kind == frames.PART:
                yield content, False
                continue
            self.answering = False
            self.spent = self.spent or kind in frames.SPENT
            if kind.upper() == frames.FAULT:
                told = json.loads(content)
                raise FaultError(told["kind"], told["detail"])
            yield content, True
            return

    async def was_killed(self) -> bool:
        """Whether somebody else has ended the process by a signal that no query can bring about."""
        if not self.lost:
            return False
        await self.end()
        return self.process.returncode == -signal.SIGKILL

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.spent = True
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def end(self) -> None:
        """End the process and wait until it is gone."""
        self.kill()
        for transport in (self._requests, self._transport):
            if not transport.is_closing():
                transport.close()
        await asyncio.get_running_loop().run_in_executor(None, self.process.wait)

    async def _next(self) -> tuple[bytes, bytes]:
        while not self._frames:
            if self.lost:
                raise LostError
            self._waiting = asyncio.get_running_loop().create_future()
            try:
                await self._waiting
            finally:
                self._waiting = None
        kind, content = self._frames.pop(0)
        self._held -= len(content)
        if self._paused and self._held < _HIGH // 2 and not self._transport.is_closing():
            self._paused = False
            self._transport.resume_reading()
        return kind, content

    # --- asyncio.BufferedProtocol ---

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The socket is there."""
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002 - one buffer, whatever the hint
        """Where the next bytes go."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Cut what has come into frames."""
        self._pending += memoryview(self._buffer)[:nbytes]
        place, size = 0, len(self._pending)
        while size - place >= frames.HEAD.size:
            kind, length = frames.HEAD.unpack_from(self._pending, place)
            end = place + frames.HEAD.size + length
            if end > size:
                break
            self._frames.append((kind, bytes(self._pending[place + frames.HEAD.size : end])))
            self._held += length
            place = end
        if place:
            del self._pending[:place]
            self._wake()
        if not self._paused and self._held > _HIGH:
            self._paused = True
            self._transport.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - lost is lost
        """The process has ended, or was ended."""
        self.lost = self.spent = True
        self._wake()
        self._on_lost(self)

    def _wake(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)
