"""Terms that look like those of our vocabulary but are none of it, and what has none of its classes: no shape looks at either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import OWL

from kg.errors import Message
from kg.rdf.terms import ONTOLOGY
from kg.validate.findings import Finding
from kg.validate.nodes import TYPE
from kg.validate.places import owner_of, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.validate.nodes import Node, Nodes

RULE = "check/term-of-no-vocabulary"
UNCLASSED = "check/of-no-class"
_OURS = f"{ONTOLOGY}#"
_LIKE_OURS = re.compile(rf"https?://(?:www\.)?{re.escape(ONTOLOGY.partition('//')[2])}(?:[#/]|$)", re.IGNORECASE)
_CLASSES = f"SELECT DISTINCT ?term WHERE {{ ?one <{TYPE.value}> ?term }}"
_PROPERTIES = "SELECT DISTINCT ?term WHERE { ?one ?term ?other }"
_CLASS = (OWL.Class,)
_PROPERTY = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_ALIKE = 0.75


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of ``known`` names that is most like ``name``, capitals aside; empty where none is."""
    by_small = {one.lower(): one for one in sorted(known)}
    found = get_close_matches(name.lower(), by_small, n=1, cutoff=_ALIKE)
    return by_small[found[0]] if found else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Our classes and properties as the ontology beside the data declares them, and classes of the data that are nearly ours."""

    classes: frozenset[str]
    properties: frozenset[str]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, nodes: Nodes) -> Vocabulary:
        """Nothing is unknown where no ontology stands beside the data."""
        classes, properties = _declared(nodes, _CLASS), _declared(nodes, _PROPERTY)
        return cls(classes, properties, tuple(term for term in _like_ours(nodes, _CLASSES) if term not in classes) if classes else ())


def term_findings(nodes: Nodes, vocabulary: Vocabulary, base: str) -> Iterator[Finding]:
    """One finding for each class that there is not, or for all in a namespace that is nearly ours, at the first of what is said to be of it."""
    for name, terms in _by_name(vocabulary.unknown).items():
        users = [user for term in terms for user in nodes.subjects(TYPE, ox.NamedNode(term))]
        yield _finding(nodes, base, RULE, users[0], terms[0], _of_class(name, nearest(name, _names(vocabulary.classes)), len(users)))


def foreign_findings(nodes: Nodes, vocabulary: Vocabulary, told: Collection[str], base: str) -> Iterator[Finding]:
    """What only somebody else's graph has: properties that there are not, where no shape (``told``) says so, and nodes of no class at all.

    This takes a look at each statement. A node of ours that others say more about may leave its class to us.
    """
    classless: dict[Node, str] = {}
    for term in _like_ours(nodes, _PROPERTIES):
        users = [user for user in _users(nodes, term) if not _of(nodes, user, vocabulary.unknown)]
        if term in vocabulary.properties:
            classless |= {user: term for user in users if not nodes.values(user, TYPE) and not str(user).startswith(f"<{base}id/")}
        elif users and term not in told:
            name = term.removeprefix(_OURS)
            yield _finding(nodes, base, RULE, users[0], term, _of_property(name, nearest(name, _names(vocabulary.properties)), len(users)))
    for user, term in sorted(classless.items(), key=str):
        yield _finding(nodes, base, UNCLASSED, user, term, _of_no_class(term.removeprefix(_OURS)))


def _declared(nodes: Nodes, kinds: Iterable[str]) -> frozenset[str]:
    declared = (term for kind in kinds for term in nodes.subjects(TYPE, ox.NamedNode(kind)))
    return frozenset(term.value for term in declared if isinstance(term, ox.NamedNode) and term.value.startswith(_OURS))


def _like_ours(nodes: Nodes, query: str) -> list[str]:
    found = nodes.store.query(query, use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(query)
    terms = (row["term"] for row in found)
    return sorted(term.value for term in terms if isinstance(term, ox.NamedNode) and _LIKE_OURS.match(term.value))


def _users(nodes: Nodes, term: str) -> list[Node]:
    found = {quad.subject for quad in nodes.store.quads_for_pattern(None, ox.NamedNode(term), None, None)}
    return sorted((user for user in found if not isinstance(user, ox.Triple)), key=str)


def _of(nodes: Nodes, node: Node, classes: Collection[str]) -> bool:
    return any(getattr(named, "value", "") in classes for named in nodes.nodes(node, TYPE))


def _names(terms: Iterable[str]) -> list[str]:
    return [term.removeprefix(_OURS) for term in terms]


def _by_name(terms: Iterable[str]) -> dict[str, list[str]]:
    """Terms by the name that is wrong: their own, or their namespace where that is another."""
    found = dict[str, list[str]]()
    for term in terms:
        name = term.removeprefix(_OURS) if term.startswith(_OURS) else re.sub(r"(?<=[#/])[^#/]*$", "", term)
        found.setdefault(name, []).append(term)
    return found


def _finding(nodes: Nodes, base: str, rule: str, focus: Node, value: str, words: tuple[Message, Message]) -> Finding:
    government, cohort = owner_of(nodes, focus)
    iri = focus.value if isinstance(focus, ox.NamedNode) else str(focus)
    return Finding("violation", "other", f"{base}{rule}", iri, value, *words, place_of(nodes, focus), government, cohort)


def _repair(near: str, name: str) -> Message:
    if "/" in name:
        return Message(f"接頭辞の宣言を {_OURS} に直してください。", f"declare the prefix as {_OURS}")
    if near:
        return Message(f"「{near}」の書き誤りであれば直してください。", f"correct it where {near} is meant")
    return Message("語彙にある名前に替えるか、その記述を除いてください。", "use a name of the vocabulary, or remove the statement")


def _of_class(name: str, near: str, count: int) -> tuple[Message, Message]:
    return Message(
        f"「{name}」という種類（クラス）はこの語彙にありません。そう書かれた記録（{count} 件）はまだ確かめられていません。",
        f"the vocabulary has no class {name}; records that are said to be of it ({count}) were not checked",
    ), _repair(near, name)


def _of_property(name: str, near: str, count: int) -> tuple[Message, Message]:
    return Message(
        f"「{name}」という項目（プロパティ）はこの語彙にありません。それで書かれたこと（記録 {count} 件）はまだ確かめられていません。",
        f"the vocabulary has no property {name}; what is said with it (of {count} records) was not checked",
    ), _repair(near, name)


def _of_no_class(name: str) -> tuple[Message, Message]:
    return Message(
        f"項目「{name}」をもつこの記録には種類（クラス）が書かれていないので、確かめられていません。",
        f"this record has the property {name} but no class, so that it was not checked",
    ), Message("この語彙にある種類（クラス）を書いてください。", "say of which class of the vocabulary it is")
