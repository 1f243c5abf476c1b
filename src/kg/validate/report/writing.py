"""All forms of a report, written into one directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple, serialize

from kg.rdf.terms import PREFIXES
from kg.validate.report.document import write_document
from kg.validate.report.graph import report_statements
from kg.validate.report.page import write_page
from kg.validate.report.workbook import write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.store.port import Store
    from kg.validate.engines.port import Result
    from kg.validate.report.contents import Report


def write_report(report: Report, results: Iterable[Result], store: Store, directory: Path) -> None:
    """``report.html``, ``report.json``, ``report.ttl`` and ``report.xlsx``, the table itself; ``store`` is what was checked."""
    directory.mkdir(parents=True, exist_ok=True)
    write_page(report, directory / "report.html")
    write_document(report, directory / "report.json")
    triples = sorted({Triple(*statement) for statement in report_statements(report, results)}, key=str)
    serialize(triples, str(directory / "report.ttl"), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    write_workbook(store, report.findings, directory / "report.xlsx")
