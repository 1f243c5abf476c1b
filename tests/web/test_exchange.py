"""One request and its response, apart from any server."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from kg.web.clients import Client
from kg.web.exchange import Exchange, GoneError
from kg.web.limits import Limits

uvloop = pytest.importorskip("uvloop", reason="uvloop is not there on every system")


async def nothing_comes() -> dict[str, object]:
    await asyncio.Event().wait()
    raise AssertionError


async def nothing_is_taken(_message: dict[str, object]) -> None:
    await asyncio.Event().wait()


def test_a_client_that_takes_nothing_has_gone_whatever_the_clock_rounds() -> None:
    """uvloop's clock counts milliseconds: a timer may be a moment early, and it is the client's end all the same."""
    limits = replace(Limits(), stall_seconds=0.0013)

    async def stalls() -> None:
        for _ in range(100):
            exchange = Exchange({"method": "GET"}, nothing_comes, nothing_is_taken, limits, Client("a", 1), "/", "sparql")
            with pytest.raises(GoneError):
                await exchange.part(b"x", last=False)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(stalls())
