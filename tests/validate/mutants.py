"""Shapes with one constraint removed or loosened: what the cases of tests/shapes must notice.

A list with one member more (sh:in, sh:languageIn) is no mutant of its own: the case that notices that the list is gone notices the member that it uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

Triple = tuple[Node, Node, Node]

CONSTRAINTS = {
    str(SH[name]): name
    for name in (
        "class", "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "minLength", "maxLength",
        "pattern", "languageIn", "uniqueLang", "equals", "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "node",
        "qualifiedMinCount", "qualifiedMaxCount", "hasValue", "in", "closed", "sparql",
    )
}  # fmt: skip
"""Parameters that make a constraint; others (sh:flags, sh:ignoredProperties, sh:qualifiedValueShape) only go with one."""
LOOSER = {"minCount": -1, "minLength": -1, "minInclusive": -1, "minExclusive": -1, "qualifiedMinCount": -1, "maxCount": 1, "maxLength": 1, "maxInclusive": 1,
          "maxExclusive": 1, "qualifiedMaxCount": 1}  # fmt: skip
AIMS = (RDF.type, SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
USING = (SH.qualifiedValueShape, SH.node, SH["not"], SH.prefixes)
COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "="}


@dataclass(frozen=True)
class Mutant:
    """``shape`` (a name) without or with a weaker ``constraint``; ``change`` says how."""

    shape: URIRef
    constraint: str
    change: str
    removed: tuple[Triple, ...]
    added: tuple[Triple, ...] = ()

    @property
    def name(self) -> str:
        return f"{local(self.shape)}.{self.constraint}: {self.change}"

    def of(self, shapes: Graph) -> Graph:
        graph = Graph()
        for triple in shapes:
            if triple not in self.removed:
                graph.add(triple)
        for triple in self.added:
            graph.add(triple)
        return graph


def local(iri: object) -> str:
    return str(iri).rpartition("#")[2]


def constraints(shapes: Graph) -> set[tuple[URIRef, str]]:
    """Each named shape with each of its own constraints."""
    return {(shape, CONSTRAINTS[str(p)]) for shape, p, _ in shapes if isinstance(shape, URIRef) and str(p) in CONSTRAINTS}


def mutants(shapes: Graph) -> list[Mutant]:
    """All of them, in the order of their names."""
    found = [mutant for shape, constraint in constraints(shapes) for mutant in _of_constraint(shapes, shape, shape, constraint, constraint)]
    return sorted(found, key=lambda mutant: mutant.name)


def only(shapes: Graph, shape: URIRef) -> Graph:
    """The shape alone, with what it takes to aim it and the shapes that it uses."""
    graph = Graph()
    queue: list[Node] = [shape]
    while queue:
        node = queue.pop()
        for triple in shapes.triples((node, None, None)):
            graph.add(triple)
            if isinstance(triple[2], BNode) or triple[1] in USING:
                queue.append(triple[2])
    for parent in shapes.subjects(SH.property, shape):
        graph.add((parent, SH.property, shape))
        for aim in AIMS:
            for triple in shapes.triples((parent, aim, None)):
                graph.add(triple)
    return graph


def _of_constraint(shapes: Graph, shape: URIRef, holder: Node, constraint: str, path: str) -> Iterator[Mutant]:
    parameter = URIRef(f"{SH}{constraint}")
    for value in sorted(shapes.objects(holder, parameter), key=lambda node: text(shapes, node)):
        said = f" {text(shapes, value)}"
        triple = (holder, parameter, value)
        yield Mutant(shape, path, f"removed{said}", (triple,))
        for looser, change in _looser(constraint, value):
            yield Mutant(shape, path, f"{change}{said}", (triple,), ((holder, parameter, looser),))
        if constraint == "sparql":
            yield from _of_query(shapes, shape, value, path)
        elif constraint in {"or", "and", "xone"}:
            yield from _of_branches(shapes, shape, value, path)
        elif isinstance(value, BNode) and constraint in {"not", "node"}:
            yield from _within(shapes, shape, value, path)
    if constraint.startswith("qualified"):
        for value in shapes.objects(holder, SH.qualifiedValueShape):
            if isinstance(value, BNode):
                yield from _within(shapes, shape, value, path)


def _within(shapes: Graph, shape: URIRef, holder: Node, path: str) -> Iterator[Mutant]:
    """Mutants of a shape without a name below ``shape``."""
    for parameter in sorted({CONSTRAINTS[str(p)] for p in shapes.predicates(holder) if str(p) in CONSTRAINTS}):
        yield from _of_constraint(shapes, shape, holder, parameter, f"{path}/{parameter}")
    for part in shapes.objects(holder, SH.property):
        if isinstance(part, BNode):
            yield from _within(shapes, shape, part, f"{path}/{text(shapes, part)}")


def _looser(constraint: str, value: Node) -> Iterator[tuple[Node, str]]:
    if constraint in LOOSER and isinstance(value, Literal):
        number = int(value) + LOOSER[constraint]
        if number > 0 or not constraint.endswith("Count"):
            yield Literal(number, datatype=value.datatype), "one more or less"
    if constraint == "pattern":
        yield Literal(".*"), "anything"
        for anchor in re.findall(r"^\^|\$$", str(value)):
            yield Literal(str(value).removeprefix(anchor) if anchor == "^" else str(value).removesuffix(anchor)), f"without {anchor}"
    if constraint == "lessThan":
        yield value, "removed"


def _of_branches(shapes: Graph, shape: URIRef, head: Node, path: str) -> Iterator[Mutant]:
    """One branch less, and what stands in a branch loosened."""
    for index, branch in enumerate(Collection(shapes, head)):
        yield _without_member(shapes, shape, head, index, path, f"without branch {index + 1}")
        if isinstance(branch, BNode):
            yield from _within(shapes, shape, branch, f"{path}[{index + 1}]")


def _without_member(shapes: Graph, shape: URIRef, head: Node, index: int, path: str, change: str) -> Mutant:
    """The list at ``head`` without one member: its cell takes over what follows."""
    cell = head
    for _ in range(index):
        cell = shapes.value(cell, RDF.rest) or RDF.nil
    first, rest = shapes.value(cell, RDF.first), shapes.value(cell, RDF.rest)
    assert first is not None
    assert rest is not None
    removed: tuple[Triple, ...] = ((cell, RDF.first, first), (cell, RDF.rest, rest))
    if rest != RDF.nil:
        follows = tuple((cell, p, o) for p, o in shapes.predicate_objects(rest) if p in {RDF.first, RDF.rest})
        return Mutant(shape, path, change, removed, follows)
    before = next(shapes.subjects(RDF.rest, cell), None)
    if before is None:  # the only member: the list is empty, which says the same as nothing for sh:and, and the opposite for sh:or
        return Mutant(shape, path, change, removed)
    return Mutant(shape, path, change, (*removed, (before, RDF.rest, cell)), ((before, RDF.rest, RDF.nil),))


def _of_query(shapes: Graph, shape: URIRef, constraint: Node, path: str) -> Iterator[Mutant]:
    """Each FILTER of the query left out, each comparison turned into its neighbour."""
    query = shapes.value(constraint, SH.select)
    assert isinstance(query, Literal)
    for start, end in filters(str(query)):
        yield _other_query(shape, constraint, query, path, start, end, "")
    for found in re.finditer(r"(?<= )(<=|>=|!=|<|>|=)(?= )", str(query)):
        yield _other_query(shape, constraint, query, path, *found.span(), COMPARISONS[found.group()])


def _other_query(shape: URIRef, constraint: Node, query: Literal, path: str, start: int, end: int, instead: str) -> Mutant:
    said = str(query)
    near = re.sub(r"\s+", " ", said[max(0, start - 30) : end + 30]).strip()
    change = f"{re.sub(chr(92) + 's+', ' ', said[start:end])} -> {instead or 'nothing'} in … {near} … at {start}"
    return Mutant(
        shape, path, change, ((constraint, SH.select, query),), ((constraint, SH.select, Literal(said[:start] + instead + said[end:])),)
    )


def filters(query: str) -> list[tuple[int, int]]:
    """Where each FILTER with what it asks for begins and ends."""
    spans = []
    for found in re.finditer(r"\bFILTER\b\s*(NOT\s+EXISTS\s*|EXISTS\s*)?[({]", query):
        depth, at, quoted = 1, found.end(), False
        while depth:
            quoted ^= query[at] == '"' and query[at - 1] != "\\"
            depth += 0 if quoted else (query[at] in "({") - (query[at] in ")}")
            at += 1
        spans.append((found.start(), at))
    return spans


def text(shapes: Graph, node: Node) -> str:
    """A name for a value: never that of a blank node, which is another each time."""
    if isinstance(node, Literal):
        return str(node)
    if isinstance(node, URIRef):
        return local(node) or str(node)
    if (node, RDF.first, None) in shapes:
        return "(" + " ".join(text(shapes, member) for member in Collection(shapes, node)) + ")"
    said = sorted(f"{local(p)} {text(shapes, o)}" for p, o in shapes.predicate_objects(node) if p != SH.select and o != XSD.anyURI)
    return "[" + "; ".join(said) + "]"
