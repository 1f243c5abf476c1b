"""What the extraction found odd in a source: read back from the graph ``findings``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import Message
from kg.rdf.terms import term, tsu
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.nodes import TYPE
from kg.validate.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.validate.findings import Severity
    from kg.validate.nodes import Node, Nodes

OTHER = "other"
DATE = "suspicious-date"


def source_findings(nodes: Nodes) -> Iterator[Finding]:
    """Every tsu:Finding of the store; one without severity is taken for a warning, one without kind for *other*: the shapes say what it lacks."""
    for node in nodes.subjects(TYPE, tsu("Finding")):
        if isinstance(node, ox.NamedNode):
            kind = next(iter(nodes.nodes(node, tsu("findingKind"))), None)
            yield Finding(
                severity=_severity(nodes, node),
                kind=(nodes.text(kind, term("skos:notation")) if kind else "") or OTHER,
                rule=kind.value if kind else "",
                focus=node.value,
                value="",
                message=Message(nodes.text(node, tsu("message"), "ja"), nodes.text(node, tsu("message"), "en")),
                repair=repair_of(nodes, kind),
                place=place_of(nodes, node),
                government=nodes.text(node, tsu("governmentAsWritten")),
                cohort=nodes.text(node, tsu("cohort")),
            )


def repair_of(nodes: Nodes, kind: Node | None) -> Message:
    """What to do about findings of a kind, as its concept says."""
    if kind is None:
        return Message("", "")
    return Message(nodes.text(kind, tsu("suggestedRepair"), "ja"), nodes.text(kind, tsu("suggestedRepair"), "en"))


def _severity(nodes: Nodes, node: Node) -> Severity:
    code = next(iter(nodes.nodes(node, tsu("severity"))), None)
    notation = nodes.text(code, term("skos:notation")) if code else ""
    return next((severity for severity in SEVERITIES if severity == notation), "warning")
