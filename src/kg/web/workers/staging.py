"""The process of the staging worker: ``python -m kg.web.workers.staging``. It opens the staging store to write, and is its only writer.

It parses whatever is sent to the admin port, without a network and with a cap on its memory. Each write is one transaction of the engine: a
process that is killed in the middle leaves the store as it was before, or as it is after.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.store.updates import with_dataset
from kg.web.workers.frames import NoAnswerError
from kg.web.workers.process import FORMATS, Writer, as_utf8, main, same_place, write_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Graph = ox.NamedNode | ox.DefaultGraph
_MARKUP = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DEEPEST = 100
_DEPTH = re.compile(rb'"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\x00-\x20]*>|(?P<open><<)|(?P<close>>>)')


class Staged:
    """Answers from the staging store, and changes it."""

    def __init__(self, place: str, inode: int) -> None:
        same_place(place, inode)
        self._store = ox.Store(as_utf8(place))
        self._size = len(self._store)

    def answer(self, asked: dict[str, object], bodies: Sequence[bytes], writer: Writer) -> None:
        """Do what ``asked["do"]`` names; a query where it names nothing."""
        match asked.get("do"):
            case None:
                write_answer(self._store, asked, writer)
            case "read":
                self._read(_graph(asked), str(asked["format"]), writer)
            case "backup":
                self._store.flush()
                self._store.backup(as_utf8(str(asked["to"])))
                writer.write(b"{}")
            case _:
                writer.write(json.dumps(self._written(asked, bodies)).encode())

    def _written(self, asked: dict[str, object], bodies: Sequence[bytes]) -> dict[str, object]:
        """Change the store; tell how many triples there were and are, and whether the graph is a new one."""
        before, known = self._size, True
        if asked["do"] == "update":
            self._update(asked)
        else:
            graph = _graph(asked)
            known = isinstance(graph, ox.DefaultGraph) or self._store.contains_named_graph(graph)
            if asked.get("only", "") == ("absent" if known else "present"):
                raise NoAnswerError("precondition")
            if asked["do"] == "delete":
                if not known:
                    raise NoAnswerError("no-graph", str(asked["graph"]))
                _drop(self._store, graph)
            else:
                base, formats = str(asked["base"]), cast("list[str]", asked["formats"])
                triples = {quad.triple for body, form in zip(bodies, formats, strict=True) for quad in _parsed(body, form, base)}
                self._load(triples, graph, replace=asked["do"] == "put")
        self._size = len(self._store)
        return {"before": before, "after": self._size, "created": not known}

    def _update(self, asked: dict[str, object]) -> None:
        text = str(asked["text"])
        if "default" in asked:
            text = with_dataset(text, asked["default"], asked["named"])  # type: ignore[arg-type]
        try:
            self._store.update(text, base_iri=str(asked["base"]))
        except (RuntimeError, OSError) as error:
            raise NoAnswerError("not-done", str(error)) from error

    def _load(self, triples: set[ox.Triple], graph: Graph, *, replace: bool) -> None:
        """Add to a graph; where it is replaced, in one transaction of what is another: to delete costs the engine most."""
        new, gone = set(triples), list[ox.Triple]()
        for quad in self._store.quads_for_pattern(None, None, None, graph) if replace else ():
            if quad.triple in new:
                new.remove(quad.triple)
            else:
                gone.append(quad.triple)
        if not gone:
            if isinstance(graph, ox.NamedNode):
                self._store.add_graph(graph)
            self._store.extend([ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in new])
        elif any(isinstance(term, ox.BlankNode) for triple in gone for term in triple):  # which have no name to be deleted by
            name, create = ("DEFAULT", "") if isinstance(graph, ox.DefaultGraph) else (f"GRAPH {graph}", f" CREATE GRAPH {graph} ;")
            self._store.update(f"DROP {name} ;{create} INSERT DATA {_data(triples, graph)}")
        else:
            self._store.update(f"DELETE DATA {_data(gone, graph)} ; INSERT DATA {_data(new, graph)}")

    def _read(self, graph: Graph, form: str, writer: Writer) -> None:
        if isinstance(graph, ox.NamedNode) and not self._store.contains_named_graph(graph):
            raise NoAnswerError("no-graph", graph.value)
        triples = (quad.triple for quad in self._store.quads_for_pattern(None, None, None, graph))
        ox.serialize(triples, writer, format=FORMATS[form])  # type: ignore[arg-type]


def _graph(asked: dict[str, object]) -> Graph:
    """The graph that a request names; empty for the default graph."""
    return ox.NamedNode(str(asked["graph"])) if asked["graph"] else ox.DefaultGraph()


def _data(triples: Iterable[ox.Triple], graph: Graph) -> str:
    """Triples of a graph as an update writes them."""
    lines = (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    return f"{{ {lines} }}" if isinstance(graph, ox.DefaultGraph) else f"{{ GRAPH {graph} {{ {lines} }} }}"


def _drop(store: ox.Store, graph: Graph) -> None:
    store.update("DROP DEFAULT" if isinstance(graph, ox.DefaultGraph) else f"DROP GRAPH {graph}")


def _parsed(content: bytes, form: str, base: str) -> Iterator[ox.Quad]:
    """The statements of an upload; its blank nodes are its own. Raises NoAnswerError where it cannot be taken."""
    _refuse_tricks(content, form)
    try:
        for quad in ox.parse(content, format=FORMATS[form], base_iri=base, rename_blank_nodes=True):  # type: ignore[arg-type]
            if isinstance(quad.object, ox.Triple):
                raise NoAnswerError("triple-term")
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                raise NoAnswerError("malformed-rdf", f"{quad.graph_name}: a named graph within a graph")
            yield quad
    except (SyntaxError, ValueError) as error:
        raise NoAnswerError("malformed-rdf", str(error)) from error


def _refuse_tricks(content: bytes, form: str) -> None:
    """Refuse what a parser has been crashed with (facts are in docs/endpoint.md): entities of XML, and triple terms nested without end."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoAnswerError("doctype") from error
    if form == "rdf" and (b"\x00" in content or _MARKUP.search(content)):
        raise NoAnswerError("doctype")
    if content.count(b"<<") <= _DEEPEST:
        return
    depth = 0
    for match in _DEPTH.finditer(content):
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        if depth > _DEEPEST:
            raise NoAnswerError("triple-term")


if __name__ == "__main__":
    main(lambda settings: Staged(settings["store"], settings["inode"]))
