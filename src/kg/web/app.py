"""The service as an ASGI application: every request is counted, answered by its route, and told in the log."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.web.documents import Documents
from kg.web.dumps import Dumps
from kg.web.endpoint import only_read, sparql
from kg.web.exchange import BrokenError, Exchange, GoneError
from kg.web.log import say
from kg.web.media import HTML, JSON, negotiate
from kg.web.networks import Networks
from kg.web.operation import health, ready
from kg.web.overviews import Overviews
from kg.web.pages import ABOUT, Pages
from kg.web.problems import EVALUATION_FAILED, NOT_FOUND, Problem, problem
from kg.web.questions import Questions
from kg.web.reasons import Reasons
from kg.web.search import Search
from kg.web.searching import Searching
from kg.web.things import Things
from kg.web.timeline import Timelines

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from kg.web.addresses import Addresses
    from kg.web.clients import Client, Clients
    from kg.web.endpoint import Asking
    from kg.web.limits import Limits
    from kg.web.operation import Figures
    from kg.web.served import Serving

Message = dict[str, Any]
Tell = Callable[[str, str, int, int, float, dict[str, object]], None]
"""Tells of a request: method, route, status, bytes, its beginning, and what else there is to say."""
_READING = "GET, HEAD, OPTIONS"
_PREFLIGHT = [
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"Accept, Accept-Language, Content-Type, If-None-Match, Range"),
    (b"access-control-max-age", b"86400"),
]
_UNCOUNTED = {"health", "ready", "metrics"}
"""Routes that an operator asks, which no rate holds up."""


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
        headers = dict(scope["headers"])
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
            await self.routed(exchange, route)
        except Problem as why:
            exchange.note.setdefault("problem", why.kind.name)
            await self.refuse(exchange, why)
        except (GoneError, BrokenError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the client gets a problem, and the log where it was
            exchange.note["fault"] = _where(error)
            await exchange.refuse(problem(EVALUATION_FAILED, "サービスの不具合です。", "a fault of the service"))


class Application(Frame):
    """Routes of the public port."""

    routes = frozenset(
        {
            "",
            *_UNCOUNTED,
            "sparql",
            "id",
            "code",
            "ontology",
            "graph",
            "rdf-graph-store",
            "data",
            "reference",
            "report",
            "static",
            "questions",
            "search",
            "compare",
            "map",
            "timeline",
            "networks",
            "table",
            "why",
            "about",
            "licence",
            "accessibility",
            "openapi",
        }
    )

    def __init__(self, asking: Asking, served: Serving, clients: Clients, addresses: Addresses, figures: Figures) -> None:
        super().__init__(asking.limits, addresses, told(figures))
        self._asking = asking
        self._served = served
        self._clients = clients
        self._figures = figures
        self._pages = Pages(addresses)
        self._things = Things(asking, self._pages, addresses)
        self._dumps = Dumps(served, self._pages)
        self._questions = Questions(asking, self._pages, addresses)
        searching = Searching(asking, served)
        overviews = Overviews(searching, self._pages, addresses)
        self._portal = {
            "questions": self._questions.show,
            "search": Search(searching, self._pages, addresses).show,
            "compare": overviews.compare,
            "map": overviews.map,
            "timeline": Timelines(asking, searching, self._pages, addresses).show,
            "networks": Networks(asking, self._pages, addresses).show,
            "table": Documents(asking, self._pages, addresses).show,
        }
        self._reasons = Reasons(asking, self._pages, addresses)
        self.closing = False

    def client_of(self, peer: str, headers: dict[bytes, bytes]) -> Client:
        """The client behind a connection, as proxies tell it."""
        return self._clients.of(peer, headers)

    async def routed(self, exchange: Exchange, route: str) -> None:
        """Answer a request. Raises Problem."""
        if exchange.method == "OPTIONS":
            await exchange.respond(
                204, "", b"", [*_PREFLIGHT, (b"allow", b"GET, HEAD, POST, OPTIONS" if route == "sparql" else _READING.encode())]
            )
            return
        if route not in _UNCOUNTED:
            self._clients.admit(exchange.client)
        await self._routed(exchange, route)

    async def _routed(self, exchange: Exchange, route: str) -> None:
        rest = exchange.path.lstrip("/")
        name, slash, below = rest.partition("/")
        if slash and route in _LEAVES and not (route == "sparql" and not below):
            route = "nowhere"
        match route:
            case "sparql":
                await sparql(exchange, self._asking, self._things.service)
            case "id" | "code":
                await self._things.show(exchange, rest)
            case "ontology":
                await self._things.ontology(exchange, name)
            case "graph" | "rdf-graph-store":
                await self._things.graph(exchange, rest if route == "graph" else "")
            case "data" | "reference" | "report":
                await self._file(exchange, route, rest)
            case _ if route in self._portal:
                await self._portal[route](exchange, below if slash else name.removeprefix(route))
            case "health" | "ready" | "metrics":
                await self._operated(exchange, route)
            case "outside" | "nowhere":
                raise _nothing()
            case _:
                await self._page(exchange, rest)

    async def _file(self, exchange: Exchange, route: str, rest: str) -> None:
        below = rest.partition("/")[2]
        match route:
            case "data":
                await self._dumps.show(exchange, below)
            case "reference":
                await self._dumps.show(exchange, below, below="reference/")
            case _:
                await self._dumps.show(exchange, rest)

    async def _operated(self, exchange: Exchange, route: str) -> None:
        match route:
            case "health":
                await health(exchange)
            case "ready":
                await ready(exchange, self._asking, closing=self.closing or not self._served.reachable)
            case _:
                await self._figures.show(exchange)

    async def _page(self, exchange: Exchange, rest: str) -> None:
        only_read(exchange)
        if rest == ".well-known/void":
            await self._things.catalogue(exchange)
        elif rest == "why":
            await self._reasons.show(exchange)
        elif rest == "openapi.json":
            await self._questions.interface(exchange, indexed=self._served.files is not None)
        elif rest == "static/style.css":
            await exchange.respond(200, "text/css; charset=utf-8", self._pages.style, [(b"cache-control", b"public, max-age=3600")])
        elif rest in ABOUT:
            content = self._pages.told(exchange.language, rest, self._asking.release)
            await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, (b"vary", b"Accept-Language")])
        elif not rest:
            content = self._pages.home(exchange.language, self._asking.release, await self._things.counts(exchange))
            await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, (b"vary", b"Accept-Language")])
        else:
            raise _nothing()

    async def refuse(self, exchange: Exchange, why: Problem) -> None:
        """A problem as a page for readers, as JSON for programs."""
        if exchange.status or negotiate(exchange.header(b"accept"), (JSON, HTML)) is not HTML:
            await exchange.refuse(why)
            return
        headers = [(name.lower().encode(), value.encode("ascii", "replace")) for name, value in why.headers.items()]
        content = self._pages.problem(exchange.language, why)
        await exchange.respond(
            why.kind.status,
            HTML.content_type,
            content,
            [*self._pages.headers, *headers, (b"cache-control", b"no-store"), (b"vary", b"Accept, Accept-Language")],
        )


_LEAVES = {"search", "compare", "map", "timeline", "sparql", "ontology", "rdf-graph-store", "report", "health", "ready", "metrics"}
"""Routes below which there is nothing."""


def _nothing() -> Problem:
    return problem(NOT_FOUND, "このアドレスには何もありません。", "there is nothing at this address")


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
