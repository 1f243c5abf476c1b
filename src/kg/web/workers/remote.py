"""Answers from a store elsewhere: each query is parsed here first, so that only SPARQL 1.1 without extensions leaves this process."""

from __future__ import annotations

import re
import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.store.body import results, solutions, triples, truth
from kg.store.connection import Connection, FailedError, credentials
from kg.store.remote import ask
from kg.web.workers.frames import NoAnswerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TOLD = {
    "malformed": "malformed-query", "time-limit": "time-limit", "failed": "evaluation-failed",
    "denied": "store-unreachable", "unreachable": "store-unreachable", "unreadable": "store-unreachable",
}  # fmt: skip
"""What a failure of the store is called in an answer."""
_NOTHING = "urn:x-tsunagi:nothing"
"""A graph that is nowhere."""
_BASE = re.compile(r"(?:\s|#[^\n\r]*[\n\r])*BASE\s*<[A-Za-z][A-Za-z0-9+.-]*:", re.IGNORECASE)
"""A query that begins with a base of its own; a second one is SPARQL 1.1, but not to all stores."""
_TRUTH = {True: b'{"head":{},"boolean":true}', False: b'{"head":{},"boolean":false}'}


class Remote:
    """Asks the store at ``url``, as whom the environment says, and writes its answers in the format wanted."""

    def __init__(self, url: str, graphs: tuple[str, ...], seconds: float) -> None:
        self._connection = Connection(url, credentials(), seconds)
        self._graphs = graphs
        self._parser = ox.Store()

    def answer(self, asked: dict[str, Any], write: Callable[[Any], object]) -> None:
        """Give the answer of ``asked["query"]`` to ``write``, as something that can be serialized or as triples.

        Raises SyntaxError and RuntimeError for what is no query or calls functions of one engine, NoAnswerError for what the store fails to do.
        """
        form = self._form(asked["query"], asked["base"])
        default, named = (self._graphs, self._graphs) if asked["union"] else ((), ())
        if "default" in asked:  # a dataset without named graphs names one that is not there: Virtuoso would take all that it has
            default, named = asked["default"] or (_NOTHING,), asked["named"] or (_NOTHING,)
        text = asked["query"] if _BASE.match(asked["query"]) else f"BASE <{asked['base']}> {asked['query']}"
        try:
            body = ask(self._connection, text, form, default, named)
            if form == "CONSTRUCT":
                write(triples(body))
            elif form == "ASK":
                write(ox.parse_query_results(_TRUTH[truth(results(body))], ox.QueryResultsFormat.JSON))
            else:
                _written(solutions(results(body)), write)
        except FailedError as error:
            raise NoAnswerError(_TOLD[error.kind], error.reason) from error

    def _form(self, text: str, base: str) -> str:
        """What kind of answer a query has, by running it over nothing; DESCRIBE counts as CONSTRUCT."""
        with _no_connection():
            found = self._parser.query(text, base_iri=base)
        if isinstance(found, ox.QueryBoolean):
            return "ASK"
        return "SELECT" if isinstance(found, ox.QuerySolutions) else "CONSTRUCT"


@contextmanager
def _no_connection() -> Iterator[None]:
    """Meanwhile this process, which has one thread and a network, can open no descriptor, and so reach nobody, whatever it runs."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _written(found: ox.QuerySolutions, write: Callable[[Any], object]) -> None:
    try:
        write(found)
    except (SyntaxError, ValueError) as error:
        raise FailedError("unreadable", str(error)[:200]) from error
