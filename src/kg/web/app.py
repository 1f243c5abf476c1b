"""The service as an ASGI application: each route of the public port, and what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.web.assets import Assets
from kg.web.conclusions import Conclusions
from kg.web.datasets import Datasets
from kg.web.documents import Documents
from kg.web.dumps import Dumps
from kg.web.editor import Editor
from kg.web.endpoint import only_read, sparql
from kg.web.exchange import VARY, Exchange
from kg.web.explorer import Explorer
from kg.web.frame import Frame, told
from kg.web.media import HTML, JSON, negotiate
from kg.web.networks import Networks
from kg.web.operation import health, ready
from kg.web.overviews import Overviews
from kg.web.pages import ABOUT, Pages
from kg.web.problems import NOT_FOUND, Problem, problem
from kg.web.quality import Quality
from kg.web.questions import Questions
from kg.web.reasons import Reasons
from kg.web.reconciling.service import Reconciliation
from kg.web.reference import Reference
from kg.web.search import Search
from kg.web.searching import Searching
from kg.web.things import Things
from kg.web.timeline import Timelines

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from kg.web.addresses import Addresses
    from kg.web.clients import Client, Clients
    from kg.web.endpoint import Asking
    from kg.web.operation import Figures
    from kg.web.served import Serving

_READING = "GET, HEAD, OPTIONS"
_ASKED_BY_POST = {"sparql", "query", "reconcile"}
_PREFLIGHT = [
    (b"access-control-allow-headers", b"Accept, Accept-Language, Content-Type, If-Match, If-None-Match, If-Range, Range"),
    (b"access-control-max-age", b"86400"),
]
_PORTAL = {"questions", "search", "compare", "map", "timeline", "networks", "explore", "table", "quality", "reconcile"}
"""Pages that are also had as files, or have others below them."""
_PAGES = {"why", "query", "inferred"}
_UNCOUNTED = {"health", "ready", "metrics"}
"""Routes that an operator asks, which no rate holds up."""


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
            *_PORTAL,
            *_PAGES,
            *ABOUT,
            "openapi",
            "terms",
        }
    )

    def __init__(self, asking: Asking, served: Serving, clients: Clients, addresses: Addresses, figures: Figures) -> None:
        super().__init__(asking.limits, addresses, told(figures))
        self._asking = asking
        self._served = served
        self._clients = clients
        self._figures = figures
        self._assets = Assets()
        self._pages = pages = Pages(addresses, self._assets)
        editor = Editor(asking, pages, addresses)
        self._datasets = datasets = Datasets(asking, served, addresses)
        self._things = Things(asking, pages, addresses, editor, datasets)
        self._dumps = Dumps(served, pages)
        self._reference = Reference(self._dumps, pages, addresses)
        questions = Questions(asking, pages, addresses)
        searching = Searching(asking, served)
        overviews = Overviews(searching, pages, addresses)
        self._portal: dict[str, Callable[[Exchange, str], Awaitable[None]]] = {
            "questions": questions.show,
            "search": Search(searching, pages, addresses).show,
            "compare": overviews.compare,
            "map": overviews.map,
            "timeline": Timelines(asking, searching, pages, addresses).show,
            "networks": Networks(asking, pages, addresses).show,
            "explore": Explorer(asking, served, searching, pages, addresses).show,
            "table": Documents(asking, pages, addresses).show,
            "reconcile": Reconciliation(asking, pages, addresses).show,
            "quality": Quality(asking, searching, pages, addresses).show,
        }
        self._leaves: dict[str, Callable[[Exchange], Awaitable[None]]] = {
            "": self._home,
            ".well-known/void": self._things.catalogue,
            "inferred": Conclusions(asking, pages, addresses).show,
            "why": Reasons(asking, pages, addresses).show,
            "query": editor.show,
            "terms.json": editor.terms,
            "openapi.json": lambda exchange: questions.interface(exchange, indexed=served.files is not None),
        }
        self.closing = False

    def client_of(self, peer: str, headers: dict[bytes, bytes]) -> Client:
        """The client behind a connection, as proxies tell it."""
        return self._clients.of(peer, headers)

    async def routed(self, exchange: Exchange, route: str) -> None:
        """Answer a request. Raises Problem."""
        if exchange.method == "OPTIONS":
            allowed = b"GET, HEAD, POST, OPTIONS" if route in _ASKED_BY_POST else _READING.encode()
            await exchange.respond(204, "", b"", [*_PREFLIGHT, (b"access-control-allow-methods", allowed), (b"allow", allowed)])
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
            case "health" | "ready" | "metrics":
                await self._operated(exchange, route)
            case "outside" | "nowhere":
                raise _nothing()
            case _ if route in self._portal:
                await self._portal[route](exchange, below if slash else name.removeprefix(route))
            case _:
                await self._page(exchange, rest)

    async def _file(self, exchange: Exchange, route: str, rest: str) -> None:
        below = rest.partition("/")[2]
        match route:
            case "data":
                await self._dumps.show(exchange, below)
            case "reference":
                await self._reference.show(exchange, below)
            case _:
                await self._dumps.show(exchange, rest)

    async def _operated(self, exchange: Exchange, route: str) -> None:
        only_read(exchange)
        match route:
            case "health":
                await health(exchange)
            case "ready":
                await ready(exchange, self._asking, closing=self.closing or not self._served.reachable)
            case _:
                await self._figures.show(exchange)

    async def _page(self, exchange: Exchange, rest: str) -> None:
        if rest != "query":  # which takes forms, too
            only_read(exchange)
        if rest in self._leaves:
            await self._leaves[rest](exchange)
        elif rest.startswith("static/assets/"):
            await self._assets.show(exchange, rest.removeprefix("static/assets/"))
        elif rest in ABOUT:
            content = self._pages.told(exchange.language, rest, self._asking.release)
            await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY])
        else:
            raise _nothing()

    async def _home(self, exchange: Exchange) -> None:
        counts, editions = await self._things.counts(exchange), await self._things.editions(exchange)
        dataset = await self._datasets.release(exchange)
        content = self._pages.home(exchange.language, self._asking.release, counts, editions, dataset=dataset)
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY])

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
            [*self._pages.headers, *headers, (b"cache-control", b"no-store"), VARY],
        )


_LEAVES = {
    "search",
    "compare",
    "map",
    "timeline",
    "explore",
    "quality",
    "sparql",
    "ontology",
    "rdf-graph-store",
    "report",
    "health",
    "ready",
    "metrics",
}
"""Routes below which there is nothing."""


def _nothing() -> Problem:
    return problem(NOT_FOUND, "このアドレスには何もありません。", "there is nothing at this address")
