"""Any SPARQL 1.1 endpoint, by the SPARQL 1.1 Protocol."""

from __future__ import annotations

import urllib.error
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, EndPointNotFound, QueryBadFormed, SPARQLWrapperException

from kg.errors import StoreError
from kg.store.embedded import not_a_query
from kg.store.port import Answer, Solutions, Statements
from kg.store.syntax import names_dataset, query_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SELECTS = {"SELECT", "ASK"}


class RemoteStore:
    """An endpoint that holds the graphs of a release.

    A query without FROM is sent with the union of ``graphs`` as its default graph (SPARQL 1.1 Protocol, section 2.1.4), so that it means
    the same as on the embedded store, whatever the endpoint's own default graph is.
    """

    def __init__(self, url: str, graphs: Sequence[str], timeout: int = 60) -> None:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise StoreError(
                "エンドポイントは http:// か https:// で始めてください。", "an endpoint begins with http:// or https://", where=url
            )
        self._url = url
        self._graphs = graphs
        self._timeout = timeout

    def query(self, text: str) -> Answer:
        """Answer ``text``."""
        bindings = query_form(text) in _SELECTS
        wrapper = SPARQLWrapper(self._url)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._timeout)
        wrapper.setQuery(text)
        wrapper.setReturnFormat(JSON if bindings else TURTLE)
        wrapper.queryType = query_form(text) or wrapper.queryType  # its own guess stumbles over comments
        if not names_dataset(text):
            for graph in self._graphs:
                wrapper.addParameter("default-graph-uri", graph)
                wrapper.addParameter("named-graph-uri", graph)
        content = self._send(wrapper)
        try:
            return _parse(content) if bindings else Statements(_triples(content))
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"エンドポイントの答えを読めません（{error}）。", f"the endpoint's answer cannot be read ({error})", where=self._url
            ) from error

    def _send(self, wrapper: SPARQLWrapper) -> bytes:
        try:
            content = wrapper.query().response.read()
        except QueryBadFormed as error:
            raise not_a_query(_first_line(error)) from error
        except (EndPointNotFound, EndPointInternalError, SPARQLWrapperException, urllib.error.URLError, OSError, ValueError) as error:
            reason = _first_line(error)
            raise StoreError(
                f"エンドポイントが答えません（{reason}）。アドレスと稼働を確かめてください。",
                f"the endpoint does not answer ({reason}); check its address and that it runs",
                where=self._url,
            ) from error
        return bytes(content)


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)


def _parse(content: bytes) -> Solutions | bool:
    found = ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    return Solutions(tuple(variable.value for variable in found.variables), (tuple(solution) for solution in found))


def _triples(content: bytes) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(content, ox.RdfFormat.TURTLE))
