"""A validation report in RDF, as engines write it, read as results (SHACL, section 3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.validate.engines.port import Result

if TYPE_CHECKING:
    from kg.validate.findings import Severity

_SH = "http://www.w3.org/ns/shacl#"
_RESULT = ox.NamedNode(f"{_SH}result")
_LESSER: dict[str, Severity] = {f"{_SH}Warning": "warning", f"{_SH}Info": "info"}
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def read_report(text: bytes, syntax: ox.RdfFormat) -> set[Result]:
    """Results of the report that ``text`` holds; what a result holds in turn (sh:detail) is none of its own.

    Literals come out as a store writes them, whatever the engine made of them on the way. A severity that is none of SHACL's own three counts as a
    violation.
    """
    report = ox.Store()
    report.extend(ox.parse(text, format=syntax))
    found = (quad.object for quad in report.quads_for_pattern(None, _RESULT, None))
    return {_result(report, node) for node in found if not isinstance(node, ox.Literal | ox.Triple)}


def _result(report: ox.Store, node: ox.NamedNode | ox.BlankNode) -> Result:
    said: dict[str, _Term] = {quad.predicate.value.removeprefix(_SH): quad.object for quad in report.quads_for_pattern(node, None, None)}
    path, value = said.get("resultPath"), said.get("value")
    component = _written(said.get("sourceConstraintComponent"))
    return Result(
        shape=_written(said.get("sourceShape")),
        component=component.rpartition("#" if "#" in component else "/")[2],
        focus=_written(said.get("focusNode")),
        path=path.value if isinstance(path, ox.NamedNode) else "",
        value="" if value is None else str(value),
        severity=_LESSER.get(_written(said.get("resultSeverity")), "violation"),
    )


def _written(term: _Term | None) -> str:
    """The IRI of a name, the N-Triples form of anything else, empty for nothing."""
    return "" if term is None else term.value if isinstance(term, ox.NamedNode) else str(term)
