"""``report.json``: the findings for programs, as ``report.schema.json`` beside this file says."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.errors import Message
    from kg.validate.findings import Finding
    from kg.validate.report.contents import Report


def document(report: Report) -> str:
    """The report as JSON; the same text for the same findings."""
    return json.dumps(contents(report), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def contents(report: Report) -> dict[str, object]:
    """What the JSON says."""
    return {
        "conforms": report.conforms,
        "counts": {"findings": len(report.findings), "severities": report.severities, "kinds": report.kinds},
        "findings": [_finding(report, finding, iri) for finding, iri in zip(report.findings, report.iris, strict=True)],
    }


def write_document(report: Report, path: Path) -> None:
    """Write the report as JSON in UTF-8."""
    path.write_text(document(report), encoding="utf-8", newline="\n")


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of the report."""
    text = (resources.files("kg.validate.report") / "report.schema.json").read_text(encoding="utf-8")
    found: dict[str, object] = json.loads(text)
    return found


def _finding(report: Report, finding: Finding, iri: str) -> dict[str, object]:
    return {
        "iri": iri,
        "severity": finding.severity,
        "kind": finding.kind,
        "rule": finding.rule,
        "focus": finding.focus,
        "value": finding.value,
        "message": _both(finding.message),
        "repair": _both(finding.repair),
        "place": _place(report, finding),
        "government": finding.government,
        "cohort": finding.cohort,
    }


def _both(message: Message) -> dict[str, str]:
    return {"ja": message.ja, "en": message.en}


def _place(report: Report, finding: Finding) -> dict[str, object] | None:
    place = finding.place
    if place is None:
        return None
    return {
        "document": place.document,
        "source": place.source,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "fragment": place.fragment,
        "start": place.start,
        "end": place.end,
        "quote": report.rows.quote(place),
    }
