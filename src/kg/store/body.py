"""What a store elsewhere sends: a stream whose end is known, read as solutions, a truth value or triples."""

from __future__ import annotations

import http.client
from typing import IO, TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.store.connection import FailedError, broken, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREADABLE = (SyntaxError, ValueError)
_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON, "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML, "application/xml": ox.QueryResultsFormat.XML,
}  # fmt: skip
ACCEPT_RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
_TRUTH = "__ASK_RETVAL"
"""Virtuoso answers ASK with a table of this column: a row that is not 0 for true, none for false."""
_SPELLED = (
    (b'"type": "bnode", "value": "nodeID://', b'"type": "bnode", "value": "'),
    (b'XMLSchema#boolean", "value": "1"', b'XMLSchema#boolean", "value": "true"'),
    (b'XMLSchema#boolean", "value": "0"', b'XMLSchema#boolean", "value": "false"'),
)
"""What Virtuoso's JSON calls blank nodes, which is no label, and truth values. None can stand within a string of JSON, whose quotes are escaped."""
_LONGEST = max(len(theirs) for theirs, _ in _SPELLED)


class Body:
    """The bytes of an answer. A rest that does not come is a failure, not an end."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self._response = response
        self.media_type = response.headers.get_content_type()
        most = response.headers.get("X-SPARQL-MaxRows")
        if most:
            raise FailedError("failed", f"the store cuts answers at {most} rows; ask for less")
        self._begun = b""
        self._ended = False

    @property
    def whole(self) -> bool:
        """Whether the end of this answer can be told from a connection that broke off."""
        return self._response.length is not None or bool(getattr(self._response, "chunked", False))

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""
        content = b""
        while not content and not self._ended:
            fresh = self._next(size)
            self._ended = not fresh
            content = self._begun + fresh
            for theirs, ours in _SPELLED:
                content = content.replace(theirs, ours)
            kept = 0 if self._ended else _tail(content)
            content, self._begun = content[: len(content) - kept], content[len(content) - kept :]
        return content

    def _next(self, size: int) -> bytes:
        try:
            content = self._response.read(size if size > 0 else None)
        except (OSError, http.client.HTTPException) as error:
            why = broken(error)
            raise FailedError(why.kind, f"the answer broke off ({why.reason})") from error
        if not content and self._response.length:
            raise FailedError("unreachable", f"the answer broke off ({self._response.length} bytes are missing)")
        return content


def _tail(content: bytes) -> int:
    """How many bytes at the end may be the beginning of what is replaced."""
    ends = (content[-size:] for size in range(min(_LONGEST - 1, len(content)), 0, -1))
    return next((len(end) for end in ends if any(theirs.startswith(end) for theirs, _ in _SPELLED)), 0)


def results(body: Body) -> ox.QuerySolutions | ox.QueryBoolean:
    """The answer of a SELECT or ASK. Raises FailedError."""
    form = _RESULTS.get(body.media_type)
    if form is None:
        raise _unreadable(f"it is {body.media_type}")
    try:
        return ox.parse_query_results(cast("IO[bytes]", body), form)  # read() is all of a file that it needs
    except _UNREADABLE as error:
        raise _unreadable(error) from error


def truth(found: ox.QuerySolutions | ox.QueryBoolean) -> bool:
    """The answer of an ASK. Raises FailedError."""
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if [variable.value for variable in found.variables] != [_TRUTH]:
        raise FailedError("unreadable", "a table in answer to an ASK")
    rows = [row[0] for row in found]
    return bool(rows) and getattr(rows[0], "value", "0") not in {"0", "false"}


def solutions(found: ox.QuerySolutions | ox.QueryBoolean) -> ox.QuerySolutions:
    """The answer of a SELECT. Raises FailedError."""
    if isinstance(found, ox.QueryBoolean):
        raise FailedError("unreadable", "a truth value in answer to a SELECT")
    return found


def triples(body: Body) -> Iterator[ox.Triple]:
    """The answer of a CONSTRUCT or DESCRIBE, as a stream. Raises FailedError, also on the way."""
    form = ox.RdfFormat.from_media_type("application/n-triples" if body.media_type == "text/plain" else body.media_type)
    if form is None or not body.whole:
        raise _unreadable(f"it is {body.media_type}" if form is None else "it tells neither its length nor its end")
    try:
        for quad in ox.parse(cast("IO[bytes]", body), form):
            yield quad.triple
    except _UNREADABLE as error:
        raise _unreadable(error) from error


def _unreadable(why: object) -> FailedError:
    return FailedError("unreadable", clean(str(why)))
