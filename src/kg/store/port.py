"""What a store can do, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Solutions:
    """Answer of a SELECT: its variables, and rows of as many terms (None where a variable is unbound), as a stream."""

    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


@dataclass(frozen=True, slots=True)
class Statements:
    """Answer of a CONSTRUCT or DESCRIBE: triples, as a stream."""

    triples: Iterator[Triple]


Answer = Solutions | Statements | bool
"""Answer of a query; bool for ASK."""


class Store(Protocol):
    """Anything that answers SPARQL 1.1 queries over the graphs of a release, whose union is the default graph."""

    def query(self, text: str) -> Answer:
        """Answer ``text``. Raises QueryError where it is no query, StoreError where the store cannot answer."""
        ...


def lexical(term: Term | None) -> str:
    """A term as a table shows it: IRI or lexical form; empty where unbound."""
    match term:
        case None:
            return ""
        case NamedNode() | Literal():
            return term.value
        case _:
            return str(term)
