"""What every port does: a request is routed, what goes wrong becomes a problem, and the log tells of it."""

from __future__ import annotations

import asyncio
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.web.exchange import BrokenError, Exchange, GoneError, joined
from kg.web.log import say
from kg.web.problems import BAD_REQUEST, EVALUATION_FAILED, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from kg.web.addresses import Addresses
    from kg.web.clients import Client
    from kg.web.limits import Limits
    from kg.web.operation import Figures

_HOST = re.compile(r"[A-Za-z0-9._~!$&'()*+;=%:\[\]-]*")
Message = dict[str, Any]
Tell = Callable[[str, str, int, int, float, dict[str, object]], None]
"""Tells of a request: method, route, status, bytes, its beginning, and what else there is to say."""


class Frame(ABC):
    """What every port does: a request is routed, what goes wrong becomes a problem, and the log tells of it."""

    routes: frozenset[str] = frozenset()
    """Names of routes that the log may tell."""
    shared = True
    """Whether pages of other sites may read the answers."""

    def __init__(self, limits: Limits, addresses: Addresses, tell: Tell) -> None:
        self.limits = limits
        self.addresses = addresses
        self._tell = tell

    @abstractmethod
    def client_of(self, peer: str, headers: dict[bytes, bytes]) -> Client:
        """The client of a request."""

    @abstractmethod
    async def routed(self, exchange: Exchange, route: str) -> None:
        """Answer a request. Raises Problem."""

    async def refuse(self, exchange: Exchange, why: Problem) -> None:
        """Send a problem."""
        await exchange.refuse(why)

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            return
        headers = joined(scope["headers"])
        peer = scope["client"][0] if scope["client"] else ""
        client = self.client_of(peer, headers)
        raw_path = scope["raw_path"].decode("ascii")
        prefix = self.addresses.prefix
        path = raw_path.removeprefix(prefix) if raw_path.startswith(f"{prefix}/") or raw_path == prefix else ""
        route = path.lstrip("/").partition("/")[0].partition(".")[0] if path or raw_path == prefix else "outside"
        told = route if route in self.routes else "other"
        exchange = Exchange(scope, receive, send, self.limits, client, path or "/", told, headers, shared=self.shared)
        try:
            await self._answered(exchange, route)
        except GoneError:
            exchange.note["gone"] = True
        except BrokenError:
            exchange.note["broken"] = True  # returning without the last part makes uvicorn break the connection off
        finally:
            self._tell(exchange.method, exchange.route, exchange.status, exchange.sent, exchange.began, exchange.note)

    async def _answered(self, exchange: Exchange, route: str) -> None:
        try:
            _one_host(exchange)
            await self.routed(exchange, route)
        except Problem as why:
            exchange.note.setdefault("problem", why.kind.name)
            await self.refuse(exchange, why)
        except (GoneError, BrokenError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the client gets a problem, and the log where it was
            exchange.note["fault"] = _where(error)
            await exchange.refuse(problem(EVALUATION_FAILED, "サービスの不具合です。", "a fault of the service"))


def _one_host(exchange: Exchange) -> None:
    """Raise Problem (400) where HTTP/1.1 comes without a host, or with what is none (RFC 9112, section 3.2); nothing else is done with it."""
    missing = b"host" not in exchange.headers and exchange.scope["http_version"] == "1.1"
    if missing or not _HOST.fullmatch(exchange.header(b"host")):
        raise problem(
            BAD_REQUEST,
            "Host ヘッダーが一つ要ります（HTTP/1.1）。",
            "there must be one header Host with a host in it (HTTP/1.1)",
            headers={"Connection": "close"},
        )


def told(figures: Figures | None = None) -> Tell:
    """How a request is logged, and counted in ``figures``."""

    def tell(method: str, route: str, status: int, sent: int, began: float, note: dict[str, object]) -> None:
        seconds = time.monotonic() - began
        if figures:
            figures.count(route, status, sent, seconds)
        say("info", "request", method=method, route=route, status=status, bytes=sent, seconds=round(seconds, 4), **note)

    return tell


def _where(error: BaseException) -> str:
    """The kind of an error and its place in the code; never its text, which may hold what a client sent."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__} {place}"
