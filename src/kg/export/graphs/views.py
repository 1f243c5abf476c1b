"""Views of the graph: what is taken as nodes and as edges. Each is a pair of queries in queries/views/, ``{name}-nodes.rq`` and ``{name}-edges.rq``."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.graphs.columns import EDGE_COLUMNS, NODE_COLUMNS
from kg.export.graphs.elements import Edge, Node, Row, edge, node
from kg.queries.binding import parts
from kg.queries.stored import stored_queries
from kg.settings import rebased
from kg.sorting import LineSorter, natural
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.errors import Message
    from kg.export.graphs.columns import Column
    from kg.store.port import Store

_NODES, _EDGES = "-nodes", "-edges"
EVERYTHING = "everything"
_AT_ONCE = 500
"""Things that one query is asked about."""


@dataclass(frozen=True)
class View:
    """A graph to be written: its nodes and edges, each as a stream that can be asked for again, in an order of their own.

    Both ends of every edge are nodes. ``cautions`` are what must not be concluded.
    """

    name: str
    title: Message
    cautions: tuple[Message, ...]
    nodes: Callable[[], Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]
    node_columns: Sequence[Column] = NODE_COLUMNS
    edge_columns: Sequence[Column] = EDGE_COLUMNS


def view_names() -> list[str]:
    """Names of the views that stand in queries/views/."""
    stored = stored_queries("view")
    return [name.removesuffix(_NODES) for name in stored if name.endswith(_NODES) and name.removesuffix(_NODES) + _EDGES in stored]


def stored_view(store: Store, base: str, name: str, language: str) -> View:
    """The view ``name``, which is one of ``view_names()``, with labels in ``language``."""
    of_nodes, of_edges = (stored_queries("view")[name + part] for part in (_NODES, _EDGES))
    return View(
        name,
        of_nodes.question,
        of_nodes.cautions,
        lambda: _nodes(store, [rebased(of_nodes.text, base)], language),
        lambda: _edges(store, [rebased(of_edges.text, base)], language),
        _told(NODE_COLUMNS, of_nodes.returns),
        _told(EDGE_COLUMNS, of_edges.returns),
    )


def among(store: Store, base: str, things: set[str], language: str) -> tuple[list[Node], list[Edge]]:
    """Nodes and edges of the view ``everything`` among ``things``."""
    of_nodes, of_edges = (rebased(stored_queries("view")[EVERYTHING + part].text, base) for part in (_NODES, _EDGES))
    nodes = _nodes(store, asked_of(of_nodes, "id", sorted(things)), language)
    edges = _edges(store, asked_of(of_edges, "source", sorted(things)), language)
    return list(nodes), [one for one in edges if one.target in things]


def asked_of(text: str, name: str, things: Sequence[str]) -> Iterator[str]:
    """The query ``text``, asked of some ``things`` at a time as values of its variable ``name``."""
    for first in range(0, len(things), _AT_ONCE):
        listed = "".join(f" <{thing}>" for thing in things[first : first + _AT_ONCE])
        before, _, after = parts(text, name)
        yield f"{before}{listed} {after}"


def _told(columns: Sequence[Column], returned: Sequence[str]) -> tuple[Column, ...]:
    """Of ``columns`` those that a query with the columns ``returned`` can fill."""
    told = {"label", *returned} | ({"weight"} if "weight_of" in returned else set())
    return tuple(column for column in columns if column.name in told)


def _nodes(store: Store, texts: Iterable[str], language: str) -> Iterator[Node]:
    for (id_,), rows in _grouped(store, texts, ("id",)):
        yield node(id_, rows, language)


def _edges(store: Store, texts: Iterable[str], language: str) -> Iterator[Edge]:
    for (source, type_, target, edition), rows in _grouped(store, texts, ("source", "type", "target", "edition")):
        yield edge((source, type_, target, edition), rows, language)


def solutions(store: Store, text: str) -> Iterator[Row]:
    """Rows of the answer to a SELECT."""
    answer = store.query(text)
    if not isinstance(answer, Solutions):
        raise TypeError(text)
    for row in answer.rows:
        yield {name: lexical(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}


def _grouped(store: Store, texts: Iterable[str], key: Sequence[str]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Rows of all answers with the same values of ``key`` together, in natural order, sorted on disk."""
    with tempfile.TemporaryDirectory() as place:
        sorter = LineSorter(Path(place))
        for row in chain.from_iterable(solutions(store, text) for text in texts):
            values = [row.get(name, "") for name in key]
            line = json.dumps([[natural(value) for value in values], values, row], ensure_ascii=False, sort_keys=True)
            sorter.add([line.encode() + b"\n"])
        lines = (json.loads(line) for line in sorter.sorted())
        for together, group in groupby(lines, key=lambda line: tuple(line[1])):
            yield together, [row for _, _, row in group]
