"""Shapes -> queries, one for each constraint (SHACL, sections 2.1.3, 3.4 and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, URIRef

from kg.errors import VocabularyError
from kg.validate.engines.store.conditions import Broken, Conditions, any_seen
from kg.validate.engines.store.prebinding import FOCUS, prebound
from kg.validate.engines.store.shapes import ShapesGraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rdflib.term import Node

    from kg.validate.findings import Severity


@dataclass(frozen=True, slots=True)
class Query:
    """One constraint as a SELECT of ?this (who breaks it) and, where there are such, ?value and ?path.

    Where there is a pattern ``targets`` of the focus nodes, ``text`` lacks it and is asked through ``over``: about some of them at a time, so that
    what the query groups and compares stays small, however many there are.
    """

    shape: str
    component: str
    path: str
    severity: Severity
    text: str
    targets: str = ""
    value_is_focus: bool = False

    def over(self, nodes: Iterable[str]) -> str:
        """The text over the focus nodes given, as SPARQL writes them."""
        return self.text.replace(FOCUS, f"VALUES ?this {{ {' '.join(nodes)} }}")

    def over_all(self) -> str:
        """The text over all focus nodes at once; one that the pattern finds twice counts once."""
        return self.text.replace(FOCUS, f"{{ SELECT DISTINCT ?this WHERE {{ {self.targets} }} }}")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Queries that need asking only where ``screen``, an ASK, says that one of them finds something; always where there is none."""

    queries: tuple[Query, ...]
    screen: str = ""


def compiled(shapes: Graph, classes: Callable[[Node], list[str]]) -> Iterator[Inquiry]:
    """All constraints of ``shapes``; ``classes`` gives a class with those below it whose members have to be sought under their own name, as SPARQL writes them.

    Raises VocabularyError where a shape cannot be said in SPARQL.
    """
    read = ShapesGraph(shapes)
    read.refuse_recursion()
    read.refuse_components()
    compiler = _Compiler(read, classes)
    for shape in read.targeted():
        yield from compiler.inquiries(shape, compiler.targets(shape), "?this")


class _Compiler:
    def __init__(self, shapes: ShapesGraph, classes: Callable[[Node], list[str]]) -> None:
        self._shapes = shapes
        self._classes = classes
        self._conditions = Conditions(shapes, classes)

    def targets(self, shape: Node) -> str:
        """A pattern whose ?this are the focus nodes."""
        graph, values = self._shapes.graph, self._shapes.values
        groups = [self._instances(target) for target in values(shape, SH.targetClass)]
        if (shape, RDF.type, RDFS.Class) in graph:
            groups.append(self._instances(shape))
        nodes = [node.n3() for node in values(shape, SH.targetNode) if not isinstance(node, BNode)]
        if nodes:
            groups.append(f"VALUES ?this {{ {' '.join(nodes)} }}")
        groups += [f"?this {target.n3()} ?target ." for target in values(shape, SH.targetSubjectsOf)]
        groups += [f"?target {target.n3()} ?this ." for target in values(shape, SH.targetObjectsOf)]
        return groups[0] if len(groups) == 1 else " UNION ".join(f"{{ {group} }}" for group in groups)

    def _instances(self, named: Node) -> str:
        classes = self._classes(named)
        if len(classes) == 1:
            return f"?this <{RDF.type}> {classes[0]} ."
        return f"VALUES ?class {{ {' '.join(classes)} }} ?this <{RDF.type}> ?class ."

    def inquiries(self, shape: Node, context: str, focus: str) -> Iterator[Inquiry]:
        """Queries of the shape and of the property shapes below it; ``context`` binds ``focus``."""
        if not self._shapes.active(shape):
            return
        seen: list[Broken] = []
        for broken in self._conditions.broken(shape, focus):
            if broken.seen:
                seen.append(broken)
            else:
                yield Inquiry((self._query(shape, context, focus, broken),))
        if seen:
            screen = f"ASK {{ {context} {any_seen(seen)} }}" if len(seen) > 1 else ""
            yield Inquiry(tuple(self._query(shape, context, focus, broken) for broken in seen), screen)
        for constraint in self._shapes.values(shape, SH.sparql):
            if self._shapes.active(constraint):
                yield Inquiry((self._in_sparql(shape, constraint, context, focus),))
        path = self._conditions.path_of(shape)
        for part in self._shapes.values(shape, SH.property):
            value = self._conditions.fresh() if path else focus
            below = f"{context} {focus} {path} {value} ." if path else context
            yield from self.inquiries(part, below, value)

    def _query(self, shape: Node, context: str, focus: str, broken: Broken) -> Query:
        selected = f"({focus} AS ?this_)" + (f" ({broken.value} AS ?value_)" if broken.value else "")
        selected += f" ({broken.path} AS ?path_)" if broken.path else ""
        text = f"SELECT DISTINCT {selected} WHERE {{ {context} {broken.solutions()} }}"
        return Query(_name(shape), f"{broken.component}ConstraintComponent", self._path(shape), self._shapes.severity(shape), text)

    def _path(self, shape: Node) -> str:
        path = self._shapes.value(shape, SH.path)
        return str(path) if isinstance(path, URIRef) else ""

    def _in_sparql(self, shape: Node, constraint: Node, context: str, focus: str) -> Query:
        """A constraint in SPARQL as a query over all focus nodes (section 5.3)."""
        graph = self._shapes.graph
        select = str(graph.value(constraint, SH.select) or "").replace("$PATH", self._conditions.path_of(shape))
        if not select or focus != "?this":
            raise VocabularyError(
                "この sh:sparql は全体への問い合わせにできません。",
                "this sh:sparql cannot be asked of all nodes at once",
                where=_name(shape),
            )
        text = self._prefixes(constraint) + prebound(select, f"<{shape}>")
        is_node_shape = graph.value(shape, SH.path) is None
        return Query(
            _name(shape), "SPARQLConstraintComponent", self._path(shape), self._shapes.severity(shape), text, context, is_node_shape
        )

    def _prefixes(self, constraint: Node) -> str:
        """Prefixes of the ontologies that sh:prefixes names, and of those that they import (section 5.2.1)."""
        graph = self._shapes.graph
        holders = {one for named in graph.objects(constraint, SH.prefixes) for one in graph.transitive_objects(named, OWL.imports)}
        declared = {
            (str(graph.value(one, SH.prefix)), str(graph.value(one, SH.namespace)))
            for holder in holders
            for one in graph.objects(holder, SH.declare)
        }
        return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(declared))


def _name(shape: Node) -> str:
    return f"_:{shape}" if isinstance(shape, BNode) else str(shape)
