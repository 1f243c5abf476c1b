"""What breaks many shapes at many places at once: a node that is not described, or of no class, or in no list, and yet is named there; a property misspelt."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

from kg.errors import Message
from kg.rdf.terms import ONTOLOGY, term
from kg.validate.findings import Finding
from kg.validate.nodes import TYPE
from kg.validate.places import owner_of, place_of
from kg.validate.term_findings import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.validate.engines.port import Result
    from kg.validate.nodes import Node, Nodes
    from kg.validate.term_findings import Vocabulary

RULE = "check/named-without-description"
_OURS = f"{ONTOLOGY}#"
_FEW = 2
"""So many findings about one node are told at that node; a single one stands best where it is named."""
_ASKED = 20
"""Of so many places it is asked whose they are; one whose places are of several is nobody's."""


@dataclass(frozen=True, slots=True)
class Shared:
    """``findings`` about what others name, and the ``results`` that they, or findings of the node itself, explain."""

    findings: tuple[Finding, ...]
    results: frozenset[Result]


def shared_faults(results: Iterable[Result], shapes: Graph, nodes: Nodes, vocabulary: Vocabulary, base: str) -> Shared:
    """What is told once instead of wherever it is seen."""
    at: dict[Node, set[Result]] = {}
    misspelt: set[Result] = set()
    by_focus: dict[str, list[Result]] = {}
    for result in results:
        by_focus.setdefault(result.focus, []).append(result)
        for node in _named(result, shapes, nodes):
            at.setdefault(node, set()).add(result)
    for result in [result for found in by_focus.values() for result in found]:
        misspelt.update(_follow_from(result, by_focus, shapes))
    findings: list[Finding] = []
    explained = misspelt
    for node, found in sorted(at.items(), key=lambda entry: str(entry[0])):
        where = {(result.shape, result.focus) for result in found}
        types = nodes.values(node, TYPE)
        if any(getattr(named, "value", "") in vocabulary.unknown for named in types) or (types and _of_its_list(node, found, shapes)):
            explained |= found
        elif len(where) >= _FEW and not _classed(types, shapes, vocabulary):
            explained |= found
            findings.append(_finding(node, len({focus for _, focus in where}), found, shapes, nodes, base))
    return Shared(tuple(findings), frozenset(explained))


def misspelling(shape: str, result: Result, shapes: Graph) -> tuple[str, str] | None:
    """The property that a closed shape, or one about known terms, does not admit, and the admitted one that it is like, by their IRIs."""
    node = URIRef(shape)
    listed = shapes.value(node, SH.ignoredProperties)
    if result.component == "ClosedConstraintComponent" and listed is not None and result.path:
        known = {re.split(r"[#/]", str(iri))[-1]: str(iri) for iri in Collection(shapes, listed)}
        name = result.path
    else:
        query = _query(shapes, node)
        name = result.value[1:-1]
        if not re.search(r"\$this \?value \?", query) or not name.startswith(_OURS):
            return None
        known = {word: f"{_OURS}{word}" for word in re.findall(r"tsu:(\w+)", query)}
    return name, known.get(nearest(re.split(r"[#/]", name)[-1], known), "")


def _follow_from(result: Result, by_focus: dict[str, list[Result]], shapes: Graph) -> Iterator[Result]:
    """Results about what is missing because it stands under a misspelt name."""
    found = misspelling(result.shape, result, shapes)
    if found is None or not found[1]:
        return
    meant = URIRef(found[1])
    for focus in (result.focus, result.value[1:-1]):
        for other in by_focus.get(focus, ()):
            nothing = other.value in {"", f"<{focus}>"}
            if (
                other != result
                and nothing
                and other.component != "ClosedConstraintComponent"
                and meant in _properties(shapes, URIRef(other.shape))
            ):
                yield other


def _properties(shapes: Graph, shape: URIRef) -> set[URIRef]:
    """The properties of our vocabulary, and those of its path, that a shape asks about."""
    found = {URIRef(f"{_OURS}{word}") for word in re.findall(r"tsu:(\w+)", _query(shapes, shape))}
    queue = list(shapes.objects(shape, SH.path)) + [part for kind in (SH["or"], SH.xone) for part in shapes.objects(shape, kind)]
    while queue:
        part = queue.pop()
        if isinstance(part, URIRef):
            found.add(part)
        else:
            queue += list(shapes.objects(part))
    return found


def _query(shapes: Graph, shape: URIRef) -> str:
    return " ".join(str(query) for constraint in shapes.objects(shape, SH.sparql) for query in shapes.objects(constraint, SH.select))


def _named(result: Result, shapes: Graph, nodes: Nodes) -> list[Node]:
    """The nodes that are not of the class, or not in the list, that a shape asks for."""
    if result.component == "ClassConstraintComponent":
        node = _node(result.value)
        return [] if node is None else [node]
    steps = _steps(shapes, URIRef(result.shape))
    focus = _node(result.focus if result.focus.startswith("_:") else f"<{result.focus}>")
    if steps is None or focus is None:
        return []
    first, second = steps
    return [node for node in nodes.nodes(focus, first) if not result.value or result.value in map(str, nodes.values(node, second))]


def _steps(shapes: Graph, shape: URIRef) -> tuple[ox.NamedNode, ox.NamedNode] | None:
    """A path of two properties."""
    path = shapes.value(shape, SH.path)
    if path is None or (path, RDF.first, None) not in shapes:
        return None
    steps = [ox.NamedNode(str(step)) for step in Collection(shapes, path) if isinstance(step, URIRef)]
    return (steps[0], steps[1]) if len(steps) == 2 else None


def _node(written: str) -> Node | None:
    if written.startswith("<"):
        return ox.NamedNode(written[1:-1])
    return ox.BlankNode(written[2:]) if written.startswith("_:") else None


def _of_its_list(node: Node, found: Iterable[Result], shapes: Graph) -> bool:
    """Whether a code is by its own name of the very list in which it should be: what is wrong is then told of the code."""
    lists = {str(one) for result in found for one in _lists(shapes, URIRef(result.shape))}
    return any(str(node).startswith(f"<{one}/") for one in lists)


def _lists(shapes: Graph, shape: URIRef) -> Iterator[object]:
    yield from shapes.objects(shape, SH.hasValue)
    for among in shapes.objects(shape, SH["in"]):
        yield from Collection(shapes, among)


def _classed(types: Iterable[object], shapes: Graph, vocabulary: Vocabulary) -> bool:
    """Whether one of the classes is ours, or one that shapes ask for."""
    named = [getattr(one, "value", "") for one in types]
    asked = (SH.targetClass, SH["class"])
    return any(one in vocabulary.classes or any((None, by, URIRef(one)) in shapes for by in asked) for one in named)


def _finding(node: Node, where: int, found: Iterable[Result], shapes: Graph, nodes: Nodes, base: str) -> Finding:
    iri = node.value if isinstance(node, ox.NamedNode) else str(node)
    described = next(nodes.store.quads_for_pattern(node, None, None, None), None) is not None
    users = sorted({result.focus for result in found} - {iri})[:_ASKED]
    owners = {owner_of(nodes, ox.NamedNode(user)) for user in users if ":" in user and not user.startswith("_:")}
    government, cohort = owners.pop() if len(owners) == 1 else ("", "")
    words = _words(iri, where, _expected(found, shapes, nodes)) if described else _words_of_nothing(iri, where)
    return Finding("violation", "other", f"{base}{RULE}", iri, str(where), *words, place_of(nodes, node), government, cohort)


def _expected(found: Iterable[Result], shapes: Graph, nodes: Nodes) -> Message:
    """The class that most of the places ask for."""
    asked = Counter(named for result in found for named in shapes.objects(URIRef(result.shape), SH["class"]))
    if not asked:
        return Message("", "")
    named = ox.NamedNode(str(min(asked, key=lambda one: (-asked[one], str(one)))))
    name = re.split(r"[#/]", named.value)[-1]
    return Message(*(nodes.text(named, term("rdfs:label"), language) or name for language in ("ja", "en")))


def _words(iri: str, where: int, expected: Message) -> tuple[Message, Message]:
    name = re.split(r"(?<=[#/])(?=[^#/]+$)", iri)[-1]
    return Message(
        f"{where} か所から指されている「{name}」に、種類（「{expected.ja}」であること）が書かれていません。",
        f"{name}, which is named at {where} places, is not said to be of its class ({expected.en})",
    ), Message("その種類（クラス）を書いてください。", "say of which class it is")


def _words_of_nothing(iri: str, where: int) -> tuple[Message, Message]:
    name = re.split(r"(?<=[#/])(?=[^#/]+$)", iri)[-1]
    return Message(
        f"{where} か所から指されている「{name}」について、何も書かれていません。",
        f"nothing is said about {name}, which is named at {where} places",
    ), Message("消えた記述を戻すか、指している先の書き誤りを直してください。", "put back what was said about it, or correct what names it")
