"""Class expressions, property expressions and chains as a person reads them, in the words of the Manchester syntax (W3C Note, 2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rdflib import OWL, RDF, XSD, Literal, URIRef

from kg.errors import VocabularyError
from kg.export.reference.model import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib.term import Node

    from kg.export.reference.model import Model


class Fragment(NamedTuple):
    """A piece of text: what it is (``term``, ``code``, ``outside``, ``keyword``, ``literal``, ``plain``), where it leads, what it is called."""

    text: str
    kind: str = "plain"
    href: str = ""
    title: str = ""
    language: str = ""


Phrase = tuple[Fragment, ...]
"""Fragments in a row."""

_SPACE = Fragment(" ")
_VALUES = {OWL.someValuesFrom: "some", OWL.allValuesFrom: "only", OWL.hasValue: "value"}
_COUNTS = {
    OWL.cardinality: "exactly", OWL.minCardinality: "min", OWL.maxCardinality: "max",
    OWL.qualifiedCardinality: "exactly", OWL.minQualifiedCardinality: "min", OWL.maxQualifiedCardinality: "max",
}  # fmt: skip
_FACETS = {XSD.minInclusive: ">=", XSD.maxInclusive: "<=", XSD.minExclusive: ">", XSD.maxExclusive: "<"}
_DEEPEST = 50


class Reader:
    """Reads expressions of a model in one language; ``codes`` and ``terms`` are the pages on which codes and terms stand, empty for the page itself."""

    def __init__(self, model: Model, language: str, codes: str, terms: str = "") -> None:
        self._model = model
        self._graph = model.graph
        self._language = language
        self._codes = codes
        self._terms = terms

    def name(self, iri: URIRef) -> Fragment:
        """A name that leads to its entry; to the Web for a term of another vocabulary."""
        model = self._model
        short, title = model.short(iri), model.label(iri, self._language)
        if iri in model.terms:
            return Fragment(short, "term", f"{self._terms}#{short}", title)
        if iri in model.order:
            return Fragment(short, "code", f"{self._codes}#{short}", title)
        if iri.startswith(NAMESPACE):
            return Fragment(short, "plain")
        whole = str(iri)  # rdflib's own startswith knows no tuples
        return Fragment(short, "outside", whole if whole.startswith(("https://", "http://")) else "", whole)

    def value(self, node: Node) -> Phrase:
        """Any value: a name, a text, or an expression."""
        if isinstance(node, Literal):
            typed = node.datatype and node.datatype not in {XSD.string, XSD.integer, XSD.boolean}
            text = f"{node}^^{self._model.short(str(node.datatype))}" if typed else str(node)
            return (Fragment(text, "literal", language=node.language or ""),)
        return self.expression(node)

    def expression(self, node: Node, depth: int = 0) -> Phrase:
        """A class or property expression."""
        if isinstance(node, URIRef):
            return (self.name(node),)
        if depth > _DEEPEST:
            raise VocabularyError("クラスの式が自分自身を含んでいます。", "a class expression contains itself", where=str(node))
        if (turned := self._graph.value(node, OWL.inverseOf)) is not None:
            return (_keyword("inverse"), _SPACE, *self._inner(turned, depth))
        return self.combination(node, depth) or self._restriction(node, depth) or self._datatype(node) or self._description(node, depth)

    def combination(self, node: Node, depth: int = 0) -> Phrase:
        """What ``node`` combines from other expressions, be it named or not; nothing where it combines none."""
        for predicate, word in ((OWL.intersectionOf, "and"), (OWL.unionOf, "or")):
            if (members := self._graph.value(node, predicate)) is not None:
                return _joined([self._inner(member, depth) for member in self.items(members)], word)
        if (whole := self._graph.value(node, OWL.complementOf)) is not None:
            return (_keyword("not"), _SPACE, *self._inner(whole, depth))
        if (one_of := self._graph.value(node, OWL.oneOf)) is not None:
            return (Fragment("{"), *_listed([self.value(member) for member in self.items(one_of)]), Fragment("}"))
        return ()

    def chain(self, node: Node) -> Phrase:
        """A property chain: ``first ∘ second``."""
        parts = [self._inner(member, 0) for member in self.items(node)]
        return tuple(piece for index, part in enumerate(parts) for piece in ((*_between("∘"), *part) if index else part))

    def items(self, node: Node) -> list[Node]:
        """Members of an RDF list. Raises VocabularyError where it runs in a circle."""
        try:
            return list(self._graph.items(node))
        except ValueError as error:
            raise VocabularyError("リストが自分自身に戻っています。", "a list leads back to itself", where=str(node)) from error

    def _inner(self, node: Node, depth: int) -> Phrase:
        phrase = self.expression(node, depth + 1)
        return phrase if len(phrase) == 1 or phrase[0].text == "{" else (Fragment("("), *phrase, Fragment(")"))

    def _restriction(self, node: Node, depth: int) -> Phrase:
        on = self._graph.value(node, OWL.onProperty)
        if on is None:
            return ()
        subject = self._inner(on, depth)
        for predicate, word in _VALUES.items():
            if (value := self._graph.value(node, predicate)) is not None:
                filler = self.value(value) if isinstance(value, Literal) else self._inner(value, depth)
                return (*subject, *_between(word), *filler)
        if self._graph.value(node, OWL.hasSelf) is not None:
            return (*subject, _SPACE, _keyword("Self"))
        for predicate, word in _COUNTS.items():
            if (count := self._graph.value(node, predicate)) is not None:
                of = self._graph.value(node, OWL.onClass) or self._graph.value(node, OWL.onDataRange)
                filler = (_SPACE, *self._inner(of, depth)) if of is not None else ()
                return (*subject, *_between(word), Fragment(str(count), "literal"), *filler)
        return ()

    def _datatype(self, node: Node) -> Phrase:
        on = self._graph.value(node, OWL.onDatatype)
        facets = self._graph.value(node, OWL.withRestrictions)
        if on is None or facets is None:
            return ()
        said = []
        for facet in self.items(facets):
            for predicate, value in sorted(self._graph.predicate_objects(facet)):
                word = _FACETS.get(URIRef(str(predicate)), self._model.short(str(predicate)).partition(":")[2])
                said.append((_keyword(word), _SPACE, Fragment(str(value), "literal")))
        return (*self.expression(on), Fragment("["), *_listed(said), Fragment("]"))

    def _description(self, node: Node, depth: int) -> Phrase:
        """What is none of the expressions above: its statements as they stand."""
        said = in_order(
            (*self.expression(predicate), _SPACE, *(self.value(value) if isinstance(value, Literal) else self._inner(value, depth)))
            for predicate, value in self._graph.predicate_objects(node)
            if predicate != RDF.type
        )
        return (Fragment("["), *_listed(said), Fragment("]"))


def text_of(phrase: Iterable[Fragment]) -> str:
    """A phrase without links."""
    return "".join(fragment.text for fragment in phrase)


def in_order(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Phrases by their text, each once; names of blank nodes thus leave no trace."""
    return [phrase for _, phrase in sorted({text_of(phrase): phrase for phrase in phrases}.items())]


def _keyword(word: str) -> Fragment:
    return Fragment(word, "keyword")


def _between(word: str) -> Phrase:
    return _SPACE, _keyword(word), _SPACE


def _joined(parts: Sequence[Phrase], word: str) -> Phrase:
    return tuple(piece for index, part in enumerate(parts) for piece in ((*_between(word), *part) if index else part))


def _listed(parts: Sequence[Phrase]) -> Phrase:
    return tuple(piece for index, part in enumerate(parts) for piece in ((Fragment(", "), *part) if index else part))
