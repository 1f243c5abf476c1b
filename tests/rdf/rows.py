"""The rows of the published tables written from the records themselves: what the tables, which are queries over the graph, must equal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.rdf.iris import Minter
from kg.sorting import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.records import Coded, Commission, Finding, Intervention, Outcome, Passage, Portion, Project

TABLES: dict[str, tuple[str, ...]] = {
    "projects": ("project_id", "programme", "cohort", "number", "municipality", "municipality_code", "municipality_kind", "start_fiscal_year"),
    "commissions": (
        "commission_id", "project_id", "cohort", "municipality", "department", "contractor", "contractor_id", "contractor_kind", "legal_form",
        "settlement_support_center", "source_start", "source_end",
    ),
    "interventions": (
        "intervention_id", "commission_id", "cohort", "municipality", "marker", "heading", "text", "types", "targets", "referrers", "stages",
        "source_start", "source_end",
    ),
    "outcomes": (
        "outcome_id", "commission_id", "cohort", "municipality", "intervention_ids", "indicator", "indicator_type", "result_level", "value", "unit",
        "measure", "counting", "approximate", "as_of", "period", "breakdown_of", "breakdown_kind", "dimension", "status", "quote", "source_start", "source_end",
    ),
    "findings": ("finding_id", "severity", "kind", "cohort", "municipality", "message_ja", "message_en", "source_start", "source_end"),
    "passages": ("source_start", "source_end", "role"),
}  # fmt: skip
"""Name and header of each table."""

Row = tuple[str, ...]


def _one(code: Coded | None) -> str:
    return code.notation if code else ""


def _many(codes: Iterable[Coded]) -> str:
    return ";".join(sorted(code.notation for code in codes))


class RowWriter:
    """Turns portions into rows; it remembers only how many findings of a kind one place has."""

    def __init__(self, base: str) -> None:
        self.mint = Minter(base)
        self.seen: Counter[tuple[str, str, str]] = Counter()

    def rows(self, portion: Portion) -> Iterator[tuple[str, Row]]:
        """Yield (table, row) for everything in ``portion``."""
        project = portion.project
        if project is not None:
            if not portion.known:
                yield "projects", self._project(project)
            yield from (("commissions", self._commission(project, record)) for record in portion.commissions)
            yield from (("interventions", self._intervention(project, record)) for record in portion.interventions)
            yield from (("outcomes", self._outcome(project, record)) for record in portion.outcomes)
        for finding in portion.findings:
            place = finding.span.label(finding.span.start)
            self.seen[portion.document, finding.kind, place] += 1
            yield "findings", self._finding(portion.document, finding, place, self.seen[portion.document, finding.kind, place])
        yield from (("passages", _passage(record)) for record in portion.passages)

    def _project(self, project: Project) -> Row:
        year = "" if project.start_fiscal_year is None else str(project.start_fiscal_year)
        edition = project.edition
        return (
            self.mint.project(project),
            edition.programme,
            edition.cohort,
            project.number,
            project.municipality,
            project.code,
            project.kind,
            year,
        )

    def _commission(self, project: Project, record: Commission) -> Row:
        contractor = self.mint.organization(project, record.contractor) if record.contractor else ""
        return (
            self.mint.commission(project, record.block), self.mint.project(project), project.edition.cohort, project.municipality, record.department,
            record.contractor, contractor, _one(record.kind), _one(record.legal_form), record.centre, *_ends(record),
        )  # fmt: skip

    def _intervention(self, project: Project, record: Intervention) -> Row:
        return (
            self.mint.intervention(project, record.block, record.item), self.mint.commission(project, record.block), project.edition.cohort,
            project.municipality, record.marker, record.heading, record.text, _many(record.types), _many(record.targets), _many(record.referrers),
            _many(record.stages), *_ends(record),
        )  # fmt: skip

    def _outcome(self, project: Project, record: Outcome) -> Row:
        block = record.block
        return (
            self.mint.outcome(project, block, record.key), self.mint.commission(project, block), project.edition.cohort, project.municipality,
            ";".join(sorted((self.mint.intervention(project, block, item) for item in record.interventions), key=natural)), record.indicator, record.indicator_type.notation,
            record.result_level.notation, record.value, record.unit, record.measure.notation, _one(record.counting),
            "true" if record.approximate else "false", record.as_of, record.period, self.mint.outcome(project, block, record.total) if record.total else "",
            _one(record.breakdown_kind), _one(record.dimension), record.status.notation, record.quote, *_ends(record),
        )  # fmt: skip

    def _finding(self, document: str, record: Finding, place: str, count: int) -> Row:
        iri = self.mint.finding(document, record.kind, place, count)
        return (iri, record.severity, record.kind, record.cohort, record.municipality, record.message_ja, record.message_en, *_ends(record))


def _ends(record: Commission | Intervention | Outcome | Finding | Passage) -> tuple[str, str]:
    return record.span.label(record.span.start), record.span.label(record.span.end)


def _passage(record: Passage) -> Row:
    return (*_ends(record), record.role)
