"""Watching over an answer: it has its time, and somebody waits for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.web.exchange import Exchange
    from kg.web.workers.pool import Lease

_HANGUP_SECONDS = 0.2
"""Until then nobody looks whether the client is still there: most answers come sooner."""


class Attending:
    """Watches over a worker's answer: its time, and, once it takes longer than most, whether the client is still there."""

    def __init__(self, exchange: Exchange | None, lease: Lease, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._lease = lease
        self._over = loop.call_later(seconds, lease.end, "time")
        self._look = loop.call_later(_HANGUP_SECONDS, self._begin, exchange) if exchange else None
        self._looking: asyncio.Task[None] | None = None

    def _begin(self, exchange: Exchange) -> None:
        self._looking = asyncio.get_running_loop().create_task(self._until_gone(exchange))

    async def _until_gone(self, exchange: Exchange) -> None:
        await exchange.gone()
        self._lease.end("gone")

    def close(self) -> None:
        """The answer is over."""
        self._over.cancel()
        if self._look is not None:
            self._look.cancel()
        if self._looking is not None:
            self._looking.cancel()
