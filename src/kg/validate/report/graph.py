"""The report as RDF, for the graph ``findings``: the results of SHACL as the standard has them, and every finding as an annotation of quality.

SHACL (W3C Recommendation 20 July 2017, section 3.6), Data Quality Vocabulary (W3C Note 15 December 2016, section 6.9), Web Annotation Vocabulary. A finding
of the extraction is a tsu:Finding already; it broke no shape and so is no sh:ValidationResult. Whatever else was found gets an IRI here:
a result of SHACL is a sh:ValidationResult and a dqv:QualityAnnotation, an answer of a check the latter only. There are no blank nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.rdf.iris import Minter, segment
from kg.rdf.terms import code, in_language, term, truth, tsu, typed
from kg.validate.report.contents import is_of_source, local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.rdf.terms import Object, Statement
    from kg.validate.engines.port import Result
    from kg.validate.findings import Finding, Place, Severity
    from kg.validate.report.contents import Report

_SEVERITIES: dict[Severity, str] = {"violation": "sh:Violation", "warning": "sh:Warning", "info": "sh:Info"}
_TYPE = term("rdf:type")


def report_quads(report: Report, results: Iterable[Result]) -> Iterator[Quad]:
    """The report in the graph ``findings``; ``results`` are those of SHACL, of which each finding may tell several."""
    graph = NamedNode(Minter(report.base).graph("findings"))
    return (Quad(*statement, graph) for statement in report_statements(report, results))


def report_statements(report: Report, results: Iterable[Result]) -> Iterator[Statement]:
    """The same without the graph. A result that no finding tells (the extraction said it better) belongs to the report all the same."""
    told: dict[tuple[str, str], list[Result]] = {}
    for result in sorted(set(results), key=_order):
        told.setdefault((result.shape, result.focus), []).append(result)
    whole = NamedNode(Minter(report.base).published("report"))
    yield whole, _TYPE, term("sh:ValidationReport")
    yield whole, term("sh:conforms"), truth(value=not told)
    for finding, iri in zip(report.findings, report.iris, strict=True):
        found = told.pop((finding.rule, finding.focus), [])
        if not is_of_source(finding, report.base):
            yield from _annotation(report, NamedNode(iri), finding)
        for number, result in enumerate(found, start=1):
            node = NamedNode(iri if number == 1 else f"{iri}#result-{number}")
            yield whole, term("sh:result"), node
            yield from _result(report, node, result, finding)
            if number > 1:
                yield from _annotation(report, node, finding)
    for (shape, focus), found in told.items():
        for number, result in enumerate(found, start=1):
            node = NamedNode(f"{Minter(report.base).result(local_name(shape), focus)}#result-{number}")
            yield whole, term("sh:result"), node
            yield from _result(report, node, result, None)


def _order(result: Result) -> tuple[str, ...]:
    return result.shape, result.focus, result.component, result.path, result.value, result.severity


def _result(report: Report, node: NamedNode, result: Result, finding: Finding | None) -> Iterator[Statement]:
    yield node, _TYPE, term("sh:ValidationResult")
    yield node, term("sh:focusNode"), _term(result.focus, report.base)
    yield node, term("sh:resultSeverity"), term(_SEVERITIES[result.severity])
    yield node, term("sh:sourceShape"), _named(result.shape, report.base)
    yield node, term("sh:sourceConstraintComponent"), term(f"sh:{result.component}")
    if result.path:
        yield node, term("sh:resultPath"), NamedNode(result.path)
    if result.value:
        yield node, term("sh:value"), _term(result.value, report.base)
    for language, text in _texts(finding):
        yield node, term("sh:resultMessage"), in_language(text, language)


def _texts(finding: Finding | None) -> list[tuple[str, str]]:
    """What is wrong and what to do, as one text for each language."""
    if finding is None:
        return []
    message, repair = finding.message, finding.repair
    both = [("ja", f"{message.ja}{repair.ja}"), ("en", f"{message.en} {repair.en}".strip())]
    return [(language, text) for language, text in both if text]


def _annotation(report: Report, node: NamedNode, finding: Finding) -> Iterator[Statement]:
    yield node, _TYPE, term("dqv:QualityAnnotation")
    yield node, term("oa:motivatedBy"), term("dqv:qualityAssessment")
    yield node, term("oa:hasTarget"), _named(finding.focus, report.base)
    yield node, tsu("severity"), code(report.base, "severity", finding.severity)
    yield node, tsu("findingKind"), code(report.base, "finding-kind", finding.kind)
    for language, text in (("ja", finding.message.ja), ("en", finding.message.en)):
        yield node, tsu("message"), in_language(text, language)
    for language, text in _texts(finding):
        body = _part(node, f"body-{language}")
        yield node, term("oa:hasBody"), body
        yield body, _TYPE, term("oa:TextualBody")
        yield body, term("rdf:value"), in_language(text, language)
    if finding.place and ":" in finding.place.source:  # what others wrote may name no document
        yield from _target(node, finding.place)


def _part(node: NamedNode, name: str) -> NamedNode:
    """The IRI of what belongs to a node."""
    return NamedNode(f"{node.value}{'-' if '#' in node.value else '#'}{name}")


def _target(node: NamedNode, place: Place) -> Iterator[Statement]:
    """What an annotation is about: a part of the document, picked by the position of its characters, or by what picks a row that was not read."""
    target, selector = _part(node, "target"), _part(node, "extent")
    yield node, term("oa:hasTarget"), target
    yield target, _TYPE, term("oa:SpecificResource")
    yield target, term("oa:hasSource"), NamedNode(place.source)
    yield target, term("oa:hasSelector"), selector
    if place.fragment:
        yield selector, _TYPE, term("oa:FragmentSelector")
        yield selector, term("rdf:value"), Literal(place.fragment)
        return
    yield selector, _TYPE, term("oa:TextPositionSelector")
    yield selector, term("oa:start"), typed(str(place.start), "xsd:integer")
    yield selector, term("oa:end"), typed(str(place.end), "xsd:integer")
    if place.cell:
        yield selector, tsu("cell"), Literal(place.cell)


def _named(name: str, base: str) -> NamedNode:
    """An IRI; for a blank node, or a literal where only an IRI may stand, one made of it (RDF 1.1 Concepts, section 3.5)."""
    try:
        if not name.startswith("_:"):
            return NamedNode(name)
    except ValueError:
        pass
    return NamedNode(f"{base}.well-known/genid/{segment(name.removeprefix('_:'))}")


def _term(written: str, base: str) -> Object:
    """A term given as an IRI or in the form of N-Triples."""
    if not written.startswith(("<", '"')):
        return _named(written, base)
    (quad,) = parse(f"<urn:x> <urn:x> {written} .".encode(), format=RdfFormat.N_TRIPLES)
    if not isinstance(quad.object, NamedNode | Literal):
        raise TypeError(written)
    return quad.object
