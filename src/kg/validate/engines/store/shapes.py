"""The shapes graph, read: what a shape is aimed at, and which constraints it has (SHACL, section 2)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.collection import Collection

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.validate.findings import Severity

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_SEVERITIES: dict[Node | None, Severity] = {SH.Warning: "warning", SH.Info: "info"}
_LISTS = (SH["and"], SH["or"], SH.xone)


class ShapesGraph:
    """Shapes of a graph. Raises VocabularyError where a shape refers to itself, which SHACL leaves undefined."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._values: dict[tuple[Node, Node], list[Node]] = {}
        for shape, parameter, value in graph:
            self._values.setdefault((shape, parameter), []).append(value)
        for values in self._values.values():
            values.sort(key=lambda node: (isinstance(node, BNode), str(node)))

    def targeted(self) -> list[Node]:
        """Shapes with a target of their own, also classes that are shapes, in the order of their names."""
        found = {shape for target in TARGETS for shape in self.graph.subjects(target)}
        kinds = (SH.NodeShape, SH.PropertyShape)
        found |= {shape for kind in kinds for shape in self.graph.subjects(RDF.type, kind) if (shape, RDF.type, RDFS.Class) in self.graph}
        return sorted(found, key=str)

    def values(self, shape: Node, parameter: URIRef) -> list[Node]:
        """Values of a parameter, in a fixed order."""
        return self._values.get((shape, parameter), [])

    def value(self, shape: Node, parameter: URIRef) -> Node | None:
        """The first value of a parameter, if it has any."""
        return next(iter(self.values(shape, parameter)), None)

    def members(self, node: Node) -> list[Node]:
        """Members of an RDF list."""
        return list(Collection(self.graph, node))

    def active(self, shape: Node) -> bool:
        """Whether the shape is not deactivated (section 2.1.5)."""
        return str(self.value(shape, SH.deactivated)) not in ("true", "1")

    def severity(self, shape: Node) -> Severity:
        """Severity of its results; violation where nothing is said (section 2.1.4)."""
        return _SEVERITIES.get(self.value(shape, SH.severity), "violation")

    def siblings(self, shape: Node) -> list[Node]:
        """Value shapes of the other qualified properties of the same parent (section 4.7.3)."""
        own = self.value(shape, SH.qualifiedValueShape)
        parents = self.graph.subjects(SH.property, shape)
        found = {value for parent in parents for p in self.values(parent, SH.property) for value in self.values(p, SH.qualifiedValueShape)}
        return sorted(found - {own}, key=str)

    def refuse_recursion(self) -> None:
        """Raise VocabularyError where a shape refers to itself."""
        for shape in self.targeted():
            queue: deque[tuple[Node, tuple[Node, ...]]] = deque([(shape, ())])
            while queue:
                node, above = queue.popleft()
                if node in above:
                    raise VocabularyError(
                        "自分自身を参照する SHACL の形は扱えません。",
                        "a shape that refers to itself has no meaning in SHACL",
                        where=str(node),
                    )
                queue.extend((part, (*above, node)) for part in self._parts(node))

    def refuse_components(self) -> None:
        """Raise VocabularyError where the shapes define components of their own (section 6): better refused than taken no notice of."""
        for validator in (SH.validator, SH.nodeValidator, SH.propertyValidator):
            for component in self.graph.subjects(validator):
                raise VocabularyError(
                    "独自の制約の種類（sh:ConstraintComponent）は扱えません。sh:sparql で書いてください。",
                    "constraint components of one's own are not known here; write the constraint with sh:sparql",
                    where=str(component),
                )

    def _parts(self, shape: Node) -> Iterator[Node]:
        for parameter in (SH.property, SH.node, SH["not"], SH.qualifiedValueShape):
            yield from self.values(shape, parameter)
        for parameter in _LISTS:
            for members in self.values(shape, parameter):
                yield from self.members(members)
