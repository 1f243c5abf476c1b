"""Looking from node to node in a store, whatever the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.rdf.terms import term, tsu

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = ox.NamedNode | ox.BlankNode
TYPE = term("rdf:type")


class Nodes:
    """The union of the graphs of a store, step by step; each method leaves out what is stated twice and answers in a fixed order."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def values(self, subject: Node, predicate: ox.NamedNode) -> list[Node | ox.Literal]:
        """Values of a property."""
        found = {
            quad.object for quad in self.store.quads_for_pattern(subject, predicate, None, None) if not isinstance(quad.object, ox.Triple)
        }
        return sorted(found, key=str)

    def nodes(self, subject: Node, predicate: ox.NamedNode) -> list[Node]:
        """Values of a property that are no literals."""
        return [value for value in self.values(subject, predicate) if not isinstance(value, ox.Literal)]

    def text(self, subject: Node, predicate: ox.NamedNode, language: str | None = None) -> str:
        """The first literal of a property (in ``language``, where given), empty where there is none."""
        found = (value for value in self.values(subject, predicate) if isinstance(value, ox.Literal))
        return next((value.value for value in found if language is None or value.language == language), "")

    def number(self, subject: Node, predicate: ox.NamedNode) -> int:
        """The first whole number of a property, 0 where there is none."""
        text = self.text(subject, predicate)
        return int(text) if text.isdecimal() else 0

    def subjects(self, predicate: ox.NamedNode | None, value: Node) -> list[Node]:
        """What has the value, of one property or of any."""
        found = {
            quad.subject for quad in self.store.quads_for_pattern(None, predicate, value, None) if not isinstance(quad.subject, ox.Triple)
        }
        return sorted(found, key=str)

    def neighbours(self, node: Node) -> Iterator[Node]:
        """What refers to the node, and what it refers to, codes and classes aside."""
        yield from self.subjects(None, node)
        found = {
            quad.object
            for quad in self.store.quads_for_pattern(node, None, None, None)
            if isinstance(quad.object, ox.NamedNode | ox.BlankNode) and quad.predicate != TYPE and "/code/" not in str(quad.object)
        }
        yield from sorted(found, key=str)

    def is_a(self, node: Node, name: str) -> bool:
        """Whether the node is stated to be of a class of the ontology, by its local name."""
        return next(self.store.quads_for_pattern(node, TYPE, tsu(name), None), None) is not None
