"""Any SPARQL 1.1 endpoint, by the SPARQL 1.1 Protocol."""

from __future__ import annotations

import http.client
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, EndPointNotFound, QueryBadFormed, SPARQLWrapperException

from kg.errors import StoreError
from kg.store.faults import guarded, not_a_query, refuse_service
from kg.store.port import Answer, Solutions, Statements
from kg.store.syntax import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SELECTS = {"SELECT", "ASK"}
_BROKEN = (SyntaxError, ValueError)
_ADDRESS = re.compile(r"https?://(?:\[[0-9A-Fa-f:.]+\]|[^\s/:?#\[\]]+)(?::[0-9]{1,5})?(?:[/?][^\s#]*)?")


class RemoteStore:
    """An endpoint that holds the graphs of a release.

    A query without FROM is sent with the union of ``graphs`` as its default graph (SPARQL 1.1 Protocol, section 2.1.4), so that it means
    the same as on the embedded store, whatever the endpoint's own default graph is.
    """

    def __init__(self, url: str, graphs: Sequence[str], timeout: int = 60) -> None:
        if not _ADDRESS.fullmatch(url):
            raise StoreError(
                "エンドポイントのアドレスではありません。http:// か https:// で始まり、空白を含まないアドレスを指定してください。",
                "no address of an endpoint; it begins with http:// or https:// and holds no spaces",
                where=url,
            )
        self._url = url
        self._graphs = graphs
        self._timeout = timeout

    def query(self, text: str) -> Answer:
        """Answer ``text``."""
        traits = examine(text)
        refuse_service(traits)
        bindings = traits.form in _SELECTS
        wrapper = SPARQLWrapper(self._url)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._timeout)
        wrapper.setQuery(text)
        wrapper.setReturnFormat(JSON if bindings else TURTLE)
        wrapper.queryType = traits.form or wrapper.queryType  # its own guess stumbles over comments
        if not traits.names_dataset:
            for graph in self._graphs:
                wrapper.addParameter("default-graph-uri", graph)
                wrapper.addParameter("named-graph-uri", graph)
        content = self._send(wrapper)
        try:
            return _parse(content, self._unreadable) if bindings else Statements(guarded(_triples(content), _BROKEN, self._unreadable))
        except _BROKEN as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> StoreError:
        return StoreError(
            f"エンドポイントの答えを読めません（{error}）。", f"the endpoint's answer cannot be read ({error})", where=self._url
        )

    def _send(self, wrapper: SPARQLWrapper) -> bytes:
        try:
            content = wrapper.query().response.read()
        except QueryBadFormed as error:
            raise not_a_query(_said(error)) from error
        except (EndPointNotFound, EndPointInternalError, SPARQLWrapperException, http.client.HTTPException, OSError, ValueError) as error:
            reason = _said(error)
            raise StoreError(
                f"エンドポイントが答えません（{reason}）。アドレスと稼働を確かめてください。",
                f"the endpoint does not answer ({reason}); check its address and that it runs",
                where=self._url,
            ) from error
        return bytes(content)


def _said(error: Exception) -> str:
    """The last line of what an error says: SPARQLWrapper puts the server's own words there, as the text of a bytes object."""
    last = next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
    quoted = re.fullmatch(r"b(['\"])(.*)\1", last)
    return quoted[2] if quoted else last


def _parse(content: bytes, fault: Callable[[Exception], StoreError]) -> Solutions | bool:
    found = ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    rows = guarded((tuple(solution) for solution in found), _BROKEN, fault)
    return Solutions(tuple(variable.value for variable in found.variables), rows)


def _triples(content: bytes) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(content, ox.RdfFormat.TURTLE))
