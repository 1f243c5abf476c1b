"""The admin port as an ASGI application: SPARQL query and update, the Graph Store Protocol, publishing; all of it with a token."""

from __future__ import annotations

import asyncio
import json
import uuid
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.queries.binding import placed
from kg.queries.stored import stored_queries
from kg.store.syntax import examine
from kg.store.updates import DatasetConflictError, loads, with_dataset
from kg.web.addresses import ascii_uri
from kg.web.admin.token import check
from kg.web.admin.uploads import documents
from kg.web.endpoint import method_refused, refuse_elsewhere
from kg.web.frame import Frame, told
from kg.web.media import GRAPHS, chosen
from kg.web.problems import BAD_REQUEST, BUSY, LOAD_DISABLED, NOT_FOUND, PRECONDITION, problem
from kg.web.protocol import Operation, Received, is_iri, operation

if TYPE_CHECKING:
    from kg.web.admin.staging import Staging
    from kg.web.clients import Client, Clients
    from kg.web.exchange import Exchange

_STORE = "graph-store"
_FORM_PARAMETERS = 3
_NO_STORE = (b"cache-control", b"no-store")


class AdminApplication(Frame):
    """Routes of the admin port."""

    routes = frozenset({"", "sparql", "update", _STORE, "graph", "publish", "reset", "health"})
    shared = False

    def __init__(self, staging: Staging, clients: Clients, token: bytes) -> None:
        super().__init__(staging.asking.limits, staging.asking.addresses, told())
        self._staging = staging
        self._clients = clients
        self._client = clients.of("admin", {})
        """Whoever has the token: nobody of them waits for a share."""
        self._token = token
        self._describing = stored_queries("page")["staging"]

    def client_of(self, peer: str, headers: dict[bytes, bytes]) -> Client:
        """The client behind a connection, until it shows the token."""
        return self._clients.of(peer, headers)

    async def routed(self, exchange: Exchange, route: str) -> None:
        """Answer a request. Raises Problem."""
        rest = exchange.path.lstrip("/")
        if rest == "health":
            await self._health(exchange)
            return
        self._clients.admit(exchange.client)
        check(exchange, self._token)
        exchange.client = self._client
        await self._staging.follow()
        if route in {_STORE, "graph"}:
            await self._graph(exchange, rest)
            return
        match rest.rstrip("/"):
            case "sparql" | "update":
                await self._sparql(exchange)
            case "publish":
                _only_post(exchange)
                identity = await self._staging.publish(exchange)
                await _told(exchange, 200, {"release": identity})
            case "reset":
                _only_post(exchange)
                await self._staging.reset()
                await _told(exchange, 200, {"release": self._staging.release})
            case "":
                await self._state(exchange)
            case _:
                raise problem(NOT_FOUND, "このアドレスには何もありません。", "there is nothing at this address")

    async def _health(self, exchange: Exchange) -> None:
        if not self._staging.alive:
            raise problem(BUSY, "まだ（もう）答えられません。", "cannot answer yet, or any more", headers={"Retry-After": "2"})
        await _told(exchange, 200, {"status": "ok"})

    async def _state(self, exchange: Exchange) -> None:
        """Of which release the copy is, and by which edits it differs."""
        if exchange.method not in {"GET", "HEAD"}:
            raise method_refused("GET, HEAD")
        edits = await asyncio.to_thread(self._staging.audit.edits)
        await _told(exchange, 200, {"release": self._staging.release, "edits": edits})

    async def _sparql(self, exchange: Exchange) -> None:
        if exchange.method not in {"GET", "HEAD", "POST"}:
            raise method_refused("GET, HEAD, POST")
        limits = self.limits
        body = await exchange.body(limits.update_bytes * _FORM_PARAMETERS + 4096) if exchange.method == "POST" else b""
        received = Received(exchange.method, exchange.query_string, exchange.header(b"content-type"), body)
        asked = operation(received, limits.query_bytes, limits.update_bytes)
        if asked is None:
            form = chosen(exchange.header(b"accept"), "", GRAPHS)
            text = placed(self._describing, self.addresses.base, endpoint=self.addresses.sparql)
            await self._staging.asking.send(exchange, Operation(text, format=form.name), (form,))
        elif asked.update:
            await self._update(exchange, asked)
        else:
            await self._staging.asking.send(exchange, asked)

    async def _update(self, exchange: Exchange, asked: Operation) -> None:
        await asyncio.to_thread(_look_at, asked)
        request: dict[str, object] = {"do": "update", "text": asked.text}
        if asked.dataset is not None:
            request["default"], request["named"] = asked.dataset
        told = await self._staging.write(exchange, "update", request)
        await _told(exchange, 200, {"triples": {"before": told["before"], "after": told["after"]}})

    async def _graph(self, exchange: Exchange, rest: str) -> None:
        """Answer a request of the Graph Store Protocol."""
        graph = self._named(exchange, rest)
        method = exchange.method
        if graph is None and method != "POST":
            raise problem(BAD_REQUEST, "?default か ?graph=IRI のどちらか一つを付けてください。", "give either ?default or ?graph=IRI")
        match method:
            case "GET" | "HEAD":
                form = chosen(exchange.header(b"accept"), "", GRAPHS)
                request: dict[str, object] = {"do": "read", "graph": graph or "", "format": form.name}
                await self._staging.asking.stream(exchange, request, form, lambda _: [_NO_STORE, (b"vary", b"Accept")])
            case "PUT" | "POST":
                await self._upload(exchange, graph)
            case "DELETE":
                await self._staging.write(exchange, "DELETE", {"do": "delete", "graph": graph, **_condition(exchange)})
                await exchange.respond(204, "", b"", [_NO_STORE])
            case _:
                raise method_refused("GET, HEAD, PUT, POST, DELETE")

    async def _upload(self, exchange: Exchange, graph: str | None) -> None:
        limits, method = self.limits, exchange.method
        only = _condition(exchange)
        body = await exchange.body(limits.upload_bytes, limits.upload_seconds)
        found = await asyncio.to_thread(documents, exchange.header(b"content-type"), body)
        made = graph is None
        name = f"{self.addresses.public}/{_STORE}/{uuid.uuid4()}" if graph is None else graph
        request: dict[str, object] = {"do": method.lower(), "graph": name, "formats": [one.format.name for one in found], **only}
        if name:
            request["base"] = name  # within a graph a relative IRI is relative to its name (SPARQL 1.1 Graph Store Protocol, section 4.2)
        told = await self._staging.write(exchange, method, request, [one.content for one in found])
        headers = [_NO_STORE, *([(b"location", ascii_uri(name).encode("ascii"))] if made else [])]
        await exchange.respond(201 if told["created"] else 204, "text/plain; charset=utf-8", b"", headers)

    def _named(self, exchange: Exchange, rest: str) -> str | None:
        """The graph that a request names, empty for the default graph; None where it names none. Raises Problem."""
        store, _, below = rest.partition("/")
        if store == "graph":
            try:
                return self.addresses.iri(rest)
            except ValueError as error:
                raise problem(NOT_FOUND, "このアドレスには何もありません。", "there is nothing at this address") from error
        if below:
            return f"{self.addresses.public}/{rest}"
        try:
            asked = dict(parse_qsl(exchange.query_string.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=20))
        except ValueError as error:
            raise problem(BAD_REQUEST, "UTF-8 として読めません。", "not UTF-8") from error
        if "default" in asked and "graph" in asked:
            raise problem(BAD_REQUEST, "?default と ?graph は同時に使えません。", "either ?default or ?graph, not both")
        if "default" in asked:
            return ""
        if "graph" not in asked:
            return None
        if not is_iri(asked["graph"]):
            raise problem(BAD_REQUEST, "グラフの IRI ではありません。", "no IRI of a graph")
        return asked["graph"]


def _look_at(asked: Operation) -> None:
    """Refuse an update that asks other servers, or names its dataset twice. Raises Problem."""
    refuse_elsewhere(examine(asked.text))
    if loads(asked.text):
        raise problem(
            LOAD_DISABLED,
            "LOAD は使えません（更新が外部へ通信しないようにしています）。データは PUT か POST で送ってください。",
            "LOAD is refused, since no update may cause requests to other servers; send the data by PUT or POST",
        )
    if asked.dataset is not None:
        try:
            with_dataset(asked.text, *asked.dataset)
        except DatasetConflictError as error:
            raise problem(BAD_REQUEST, "using-graph-uri のある要求の更新に、USING や WITH は書けません。", str(error)) from error


def _condition(exchange: Exchange) -> dict[str, object]:
    """Whether a graph is to be written only where it is there, or is not. It has no entity tags: with one, no condition holds. Raises Problem."""
    if exchange.header(b"content-range"):
        raise problem(
            BAD_REQUEST, "Content-Range は使えません。グラフは全体を送ってください。", "Content-Range is not taken; send the whole graph"
        )
    wanted, unwanted = exchange.header(b"if-match").strip(), exchange.header(b"if-none-match").strip()
    if wanted not in {"", "*"}:
        raise problem(PRECONDITION, "グラフには ETag がありません。", "graphs have no entity tags")
    return {**({"only": "present"} if wanted else {}), **({"only": "absent"} if unwanted == "*" else {})}


def _only_post(exchange: Exchange) -> None:
    if exchange.method != "POST":
        raise method_refused("POST")


async def _told(exchange: Exchange, status: int, facts: dict[str, object]) -> None:
    await exchange.respond(status, "application/json", json.dumps(facts, ensure_ascii=False).encode(), [_NO_STORE])
