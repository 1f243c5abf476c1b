"""Replacing graphs of a store elsewhere, by the SPARQL 1.1 Graph Store HTTP Protocol or by SPARQL 1.1 Update."""

from __future__ import annotations

import http.client
import urllib.request
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from kg.errors import StoreError
from kg.store.connection import Connection, FailedError, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store.connection import Credentials
    from kg.store.targets import Addresses

_TRIPLES = "application/n-triples"
_UPDATE = "application/sparql-update"
_NOT_FOUND = 404


class Writer(Protocol):
    """Whoever replaces graphs."""

    chunk_bytes: int
    """About how many bytes of a graph are sent at once."""

    def replace(self, graph: str, chunks: Iterator[tuple[bytes, bool]]) -> None:
        """Put N-Triples in the place of ``graph``; each chunk tells whether it has blank nodes, and at most the first one has. Raises StoreError."""
        ...

    def remove(self, graph: str) -> None:
        """Remove ``graph``, if it is there. Raises StoreError."""
        ...


def writer(where: Addresses, who: Credentials, seconds: float) -> Writer:
    """Who writes to ``where``: by graphs where the store takes graphs, else by updates."""
    if where.graph_store:
        return GraphStore(Connection(where.graph_store, who, seconds))
    return Updates(Connection(where.update, who, seconds))


class GraphStore:
    """Writes by PUT, POST and DELETE of graphs: the first chunk takes the place of the old graph in one step."""

    chunk_bytes = 16 * 1024 * 1024

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, graph: str, chunks: Iterator[tuple[bytes, bool]]) -> None:
        """Put the first chunk, post the others."""
        method = "PUT"
        for content, _ in chunks:
            _sent(self._connection, self._request(method, graph, content))
            method = "POST"
        if method == "PUT":
            self.remove(graph)

    def remove(self, graph: str) -> None:
        """Delete the graph; 404 says that there is none."""
        try:
            _sent(self._connection, self._request("DELETE", graph))
        except _RefusedError as error:
            if error.status != _NOT_FOUND:
                raise

    def _request(self, method: str, graph: str, content: bytes | None = None) -> urllib.request.Request:
        url = self._connection.url
        url += f"{'&' if '?' in url else '?'}graph={quote(graph, safe='')}"
        return urllib.request.Request(url, content, {"Content-Type": _TRIPLES} if content is not None else {}, method=method)  # noqa: S310 - http(s), see Connection


class Updates:
    """Writes by INSERT DATA, after DROP."""

    chunk_bytes = 256 * 1024

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, graph: str, chunks: Iterator[tuple[bytes, bool]]) -> None:
        """Drop the graph and insert chunk by chunk; Virtuoso takes blank nodes in a template only, not as data."""
        self.remove(graph)
        for content, blank in chunks:
            before, after = (b"INSERT", b" WHERE {}") if blank else (b"INSERT DATA", b"")
            self._update(before + b" { GRAPH <" + graph.encode() + b"> {\n" + content + b"} }" + after)

    def remove(self, graph: str) -> None:
        """Drop the graph."""
        self._update(f"DROP SILENT GRAPH <{graph}>".encode())

    def _update(self, text: bytes) -> None:
        _sent(self._connection, urllib.request.Request(self._connection.url, text, {"Content-Type": _UPDATE}, method="POST"))  # noqa: S310 - as above


class _RefusedError(StoreError):
    """What the store answered, by its status."""

    status = 0


def _sent(connection: Connection, request: urllib.request.Request) -> None:
    """Send a request and read its answer. Raises StoreError."""
    try:
        with connection.open(request) as response:
            response.read()
    except (FailedError, OSError, http.client.HTTPException) as error:
        why = error if isinstance(error, FailedError) else broken(error)
        refused = _RefusedError(
            f"書き込めません（{why.reason}）。アドレス、書き込みの許可、KG_STORE_USER などを確かめてください。",
            f"cannot be written to ({why.reason}); check the address, that it takes updates, and KG_STORE_USER and the like",
            where=connection.url,
        )
        refused.status = why.status
        raise refused from error
