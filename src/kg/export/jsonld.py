"""Compact JSON-LD 1.1 (W3C Recommendation, 2020), written as a stream: one line a subject, by the context of the ontology.

What the context leaves open is said at the value, so that every processor reads the same statements again. Numbers and truth values are
those of JSON only where JSON's one way of writing them is the one of the source (Object to RDF Conversion, JSON-LD 1.1 API, section 8.2.2).
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import ExportError
from kg.rdf.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import DefaultGraph, Quad, Triple

    from kg.export.context import Context

Subject = NamedNode | BlankNode
Object = NamedNode | BlankNode | Literal
_TYPE = term("rdf:type")
_STRING, _INTEGER, _BOOLEAN = term("xsd:string"), term("xsd:integer"), term("xsd:boolean")
_CANONICAL_INTEGER = re.compile(r"(0|-?[1-9][0-9]{0,14})")


class Compactor:
    """Writes statements in the words of a context."""

    def __init__(self, context: Context) -> None:
        prefixes = {name: value for name, value in context.items() if isinstance(value, str) and "://" in value}
        self._prefixes = sorted(prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        terms = {name: value for name, value in context.items() if name not in prefixes and not name.startswith("@")}
        rules: dict[str, Mapping[str, Any]] = {name: {"@id": value} if isinstance(value, str) else value for name, value in terms.items()}
        self._rules = {self._long(rule["@id"], prefixes): (name, rule) for name, rule in rules.items()}
        self._several = {name for name, rule in rules.items() if "@container" in rule}
        self._coerced = {iri: self._long(rule["@type"], prefixes) for iri, (_, rule) in self._rules.items() if "@type" in rule}

    def node(self, subject: Subject, statements: Iterable[tuple[NamedNode, Object]]) -> dict[str, Any]:
        """The node object of a subject."""
        made: dict[str, Any] = {"@id": self._reference(subject)}
        for predicate, value in statements:
            if predicate == _TYPE and isinstance(value, NamedNode):
                made.setdefault("@type", []).append(self._name(value.value))
            elif predicate == _TYPE and isinstance(value, BlankNode):
                made.setdefault("@type", []).append(str(value))
            else:
                self._add(made, predicate.value, value)
        return {key: value if key in self._several else _alone(value) for key, value in made.items()}

    def _add(self, made: dict[str, Any], predicate: str, value: Object) -> None:
        name, rule = self._rules.get(predicate, (self._name(predicate), {}))
        container = rule.get("@container", ())
        if "@language" not in container:
            made.setdefault(name, []).append(self._value(value, self._coerced.get(predicate, "")))
        elif isinstance(value, Literal) and value.language:
            made.setdefault(name, {}).setdefault(value.language, []).append(value.value)
        else:  # a map of languages holds nothing else; under its whole IRI the predicate is no such map
            made.setdefault(predicate, []).append(self._value(value, ""))

    def _value(self, value: Object, coerced: str) -> object:
        if not isinstance(value, Literal):
            reference = self._reference(value)
            return reference if coerced == "@id" else {"@id": reference}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype == _STRING:
            return {"@value": value.value} if coerced else value.value
        if not coerced or coerced == value.datatype.value:
            if value.datatype == _BOOLEAN and value.value in {"true", "false"}:
                return value.value == "true"
            if value.datatype == _INTEGER and _CANONICAL_INTEGER.fullmatch(value.value):
                return int(value.value)
        return value.value if coerced == value.datatype.value else {"@value": value.value, "@type": self._name(value.datatype.value)}

    def _reference(self, node: NamedNode | BlankNode) -> str:
        return str(node) if isinstance(node, BlankNode) else self.whole(node.value)

    def whole(self, iri: str) -> str:
        """An IRI that is written out. Raises ExportError where it would be read as the short form of another."""
        scheme, _, rest = iri.partition(":")
        if not rest.startswith("//") and any(scheme == prefix for prefix, _ in self._prefixes):
            raise ExportError(
                f"この IRI は JSON-LD では接頭辞 {scheme} の略記と読まれます。turtle など別の形式を使ってください。",
                f"in JSON-LD this IRI would be read as short for the prefix {scheme}; use another format such as turtle",
                where=iri,
            )
        return iri

    def _name(self, iri: str) -> str:
        """A class, datatype or property: its term, a prefixed name, or the whole."""
        if iri in self._rules and "@language" not in self._rules[iri][1].get("@container", ()):
            return self._rules[iri][0]
        for prefix, space in self._prefixes:
            local = iri.removeprefix(space)
            if local not in {iri, ""} and not local.startswith("//"):
                return f"{prefix}:{local}"
        return self.whole(iri)

    @staticmethod
    def _long(name: str, prefixes: Mapping[str, str]) -> str:
        prefix, colon, local = name.partition(":")
        return prefixes[prefix] + local if colon and prefix in prefixes else name


def jsonld_lines(quads: Iterable[Quad], context: Context) -> Iterator[bytes]:
    """The document, line by line. Statements of one subject that follow one another stand in one object; graphs come as they do in ``quads``.

    Raises ExportError where something cannot be written so that it is read back the same.
    """
    compactor = Compactor(context)
    yield b'{"@context": ' + json.dumps(context, ensure_ascii=False, indent=1).encode() + b',\n"@graph": [\n'
    between = b""
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        yield between + b'{"@id": ' + json.dumps(_graph(compactor, graph), ensure_ascii=False).encode() + b', "@graph": [\n'
        comma = b""
        for subject, statements in groupby(members, key=lambda quad: quad.subject):
            node = compactor.node(_subject(subject), [(quad.predicate, _object(quad.object)) for quad in statements])
            yield comma + json.dumps(node, ensure_ascii=False).encode()
            comma = b",\n"
        yield b"\n]}"
        between = b",\n"
    yield b"\n]}\n"


def _graph(compactor: Compactor, node: NamedNode | BlankNode | DefaultGraph) -> str:
    return compactor.whole(node.value) if isinstance(node, NamedNode) else str(node)


def _subject(node: NamedNode | BlankNode | Triple) -> Subject:
    if isinstance(node, NamedNode | BlankNode):
        return node
    raise _statement_as_value(node)


def _object(node: NamedNode | BlankNode | Literal | Triple) -> Object:
    if isinstance(node, NamedNode | BlankNode | Literal):
        return node
    raise _statement_as_value(node)


def _statement_as_value(node: Triple) -> ExportError:
    return ExportError(
        "文を値とする文は JSON-LD 1.1 では表せません。nquads など別の形式を使ってください。",
        "JSON-LD 1.1 has no statements about statements; use another format such as nquads",
        where=str(node),
    )


def _alone(value: object) -> object:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
