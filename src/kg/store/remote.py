"""Any SPARQL 1.1 endpoint, by the SPARQL 1.1 Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from SPARQLWrapper import POST, SPARQLWrapper

from kg.errors import StoreError
from kg.store.body import ACCEPT_RESULTS, ACCEPT_TRIPLES, Body, results, solutions, triples, truth
from kg.store.connection import Connection, FailedError, credentials
from kg.store.faults import guarded, not_a_query, refuse_service
from kg.store.port import Answer, Solutions, Statements
from kg.store.syntax import examine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from http.client import HTTPResponse

    from kg.errors import KgError

SELECTS = frozenset({"SELECT", "ASK"})
_BROKEN = (FailedError, SyntaxError, ValueError)


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper, which writes the request, over a connection of ours, which knows who we are, waits, and asks again."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.url)
        self._connection = connection

    def _query(self) -> tuple[HTTPResponse, str]:
        return self._connection.open(self._createRequest()), self.returnFormat


def ask(connection: Connection, text: str, form: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Body:
    """Ask a query of ``form`` (SELECT, ASK, CONSTRUCT, DESCRIBE) of the graphs given; without any, of those that the query names.

    Raises FailedError.
    """
    wrapper = _Wrapper(connection)
    wrapper.setMethod(POST)
    wrapper.setOnlyConneg(True)
    wrapper.queryString, wrapper.queryType = text, form  # its own guess of the form stumbles over comments
    wrapper.addCustomHttpHeader("Accept", ACCEPT_RESULTS if form in SELECTS else ACCEPT_TRIPLES)
    for graph in default:
        wrapper.addParameter("default-graph-uri", graph)
    for graph in named:
        wrapper.addParameter("named-graph-uri", graph)
    return Body(wrapper.query().response)


class RemoteStore:
    """An endpoint that holds the graphs of a release.

    A query without FROM is sent with the union of ``graphs`` as its default graph (SPARQL 1.1 Protocol, section 2.1.4), so that it means
    the same as on the embedded store, whatever the endpoint's own default graph is.
    """

    def __init__(self, url: str, graphs: Sequence[str], timeout: int = 60) -> None:
        self._connection = Connection(url, credentials(), timeout)
        self._graphs = graphs

    def query(self, text: str) -> Answer:
        """Answer ``text``."""
        traits = examine(text)
        refuse_service(traits)
        graphs = () if traits.names_dataset else self._graphs
        try:
            body = self._send(text, traits.form, graphs)
            if traits.form not in SELECTS:
                return Statements(guarded(triples(body), _BROKEN, self._failed))
            if traits.form == "ASK":
                return truth(results(body))
            found = solutions(results(body))
        except FailedError as error:
            raise self._failed(error) from error
        rows = guarded((tuple(solution) for solution in found), _BROKEN, self._failed)
        return Solutions(tuple(variable.value for variable in found.variables), rows)

    def _send(self, text: str, form: str, graphs: Sequence[str]) -> Body:
        return ask(self._connection, text, form, graphs, graphs)

    def _failed(self, error: Exception) -> KgError:
        """The error of ours for a failure of the endpoint."""
        where = self._connection.url
        if not isinstance(error, FailedError) or error.kind == "unreadable":
            why = error.reason if isinstance(error, FailedError) else str(error)
            return StoreError(f"エンドポイントの答えを読めません（{why}）。", f"the endpoint's answer cannot be read ({why})", where=where)
        if error.kind == "malformed":
            return not_a_query(error.reason)
        if error.kind == "denied":
            return StoreError(
                f"エンドポイントが拒みました（{error.reason}）。KG_STORE_USER と KG_STORE_PASSWORD、または KG_STORE_TOKEN を設定してください。",
                f"the endpoint refuses ({error.reason}); set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN",
                where=where,
            )
        return StoreError(
            f"エンドポイントが答えません（{error.reason}）。アドレスと稼働を確かめてください。",
            f"the endpoint does not answer ({error.reason}); check its address and that it runs",
            where=where,
        )
