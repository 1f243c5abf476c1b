"""A document -> its records, one government at a time: the one function that the layers above call is ``extract``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import SourceEmptyError
from kg.extract import date_faults, faults
from kg.extract.blocks import Foreign, ReadBlock, read_block
from kg.extract.governments import UNSTATED, Between, Government, governments
from kg.extract.leaks import LeakPlan, survey
from kg.extract.names import name_findings
from kg.extract.passages import Coverage
from kg.extract.records import Edition, Finding, Portion, Project
from kg.sources.cells import DataRow, HeaderRow, OtherRow, Span, TitleRow
from kg.text.places import gazetteer, kind_on
from kg.text.width import without_line_break_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.sources.reader import Document

_COHORT_YEAR = re.compile(r"([RHSTM])(\d+)$")
_ERA_BEGIN = {"R": 2018, "H": 1988, "S": 1925, "T": 1911, "M": 1867}


def extract(document: Document) -> Iterator[Portion]:
    """Read ``document`` and yield what it holds, in its order; memory depends on the largest government, not on the table.

    Raises SourceEmptyError where no row of it is a row of the table.
    """
    plan = survey(governments(document.rows()))
    return _Extraction(document, plan).run()


class _Extraction:
    """State that passes from one government to the next."""

    def __init__(self, document: Document, plan: LeakPlan) -> None:
        self.document = document
        self.plan = plan
        self.key = document.sha256[:12]
        self.page_is_new = True
        self.title_missing_told: set[Edition] = set()
        self.seen: set[tuple[Edition, str]] = set()

    def run(self) -> Iterator[Portion]:
        found = False
        for entry in governments(self.document.rows()):
            if isinstance(entry, Between):
                yield self._between(entry)
            else:
                found = True
                yield self._government(entry)
        if not found:
            raise SourceEmptyError(
                "自治体の行が一つも見つかりません。見出し（自治体名、担当部署、再委託先、主な事業内容、主な活動実績）と、番号と自治体名のある行を持つ表を渡してください。",
                "no row names a government; give a table with the columns government, department, contractor, programme and results",
                where=self.document.name,
            )

    def _between(self, entry: Between, municipality: str = "") -> Portion:
        row = entry.row
        coverage = Coverage(row.raw)
        findings: list[Finding] = []
        match row:
            case TitleRow():
                coverage.fill("title")
                self.page_is_new = True
            case HeaderRow():
                coverage.fill("header")
                self.page_is_new = True
            case OtherRow(kind="note"):
                coverage.fill("note")
            case OtherRow(kind="blank"):
                pass
            case OtherRow() | DataRow():
                findings = [self._unread(faults.Reporter(entry.edition, municipality), span) for span in coverage.unread()]
        return Portion(self.key, findings=findings, passages=coverage.passages())

    def _unread(self, report: faults.Reporter, span: Span) -> Finding:
        return report.finding(
            "warning",
            "unread-text",
            "この文字は表のどの項目としても読めませんでした。文字のまま残しました。",
            "these characters could not be read as any part of the table; they are kept as text",
            span,
        )

    # -- one government ------------------------------------------------------------------------------------------------------------------

    def _government(self, government: Government) -> Portion:
        project, findings = self._project(government)
        report = faults.Reporter(government.edition, project.municipality)
        portion = Portion(self.key, project, findings=findings)
        if self.page_is_new:
            portion.findings.extend(faults.glued_findings(report, self._glued(government)))
        self.page_is_new = False
        blocks = self._blocks(government, project)
        self._passages(portion, government, blocks)
        if (project.edition, project.key) in self.seen:
            return self._given_again(portion, report)
        self.seen.add((project.edition, project.key))
        self._collect(portion, report, blocks)
        own = [block for block in blocks if block.commission]
        for found in (
            faults.shift_findings(report, government),
            self._leak_findings(report, government, blocks),
            *(faults.sum_findings(report, block) for block in own),
            *(faults.unit_findings(report, block) for block in own),
            date_faults.date_findings(report, own, project),
            date_faults.impossible_in_items(report, government),
            name_findings(report, government, blocks, project),
            faults.missing_findings(report, own, project),
            self._contractor_findings(report, own),
        ):
            portion.findings.extend(found)
        return portion

    def _passages(self, portion: Portion, government: Government, blocks: list[ReadBlock]) -> None:
        """Passages of all rows in their order, headers of new pages and notes included."""
        remaining = iter(blocks)
        for entry in government.entries:
            if isinstance(entry, Between):
                between = self._between(entry, portion.project.municipality if portion.project else "")
                portion.passages.extend(between.passages)
                portion.findings.extend(between.findings)
            else:
                block = next(remaining)
                block.unread = list(block.coverage.unread())
                portion.passages.extend(block.coverage.passages())

    def _collect(self, portion: Portion, report: faults.Reporter, blocks: list[ReadBlock]) -> None:
        for block in blocks:
            if block.commission:
                portion.commissions.append(block.commission)
            portion.interventions.extend(block.interventions)
            portion.outcomes.extend(block.outcomes)
            portion.findings.extend(self._unread(report, span) for span in block.unread)

    def _given_again(self, portion: Portion, report: faults.Reporter) -> Portion:
        """A government that the same edition already had: nothing is counted twice, its characters stay in the partition."""
        name = report.municipality
        portion.findings[:] = [
            report.finding(
                "warning", "other",
                f"「{name}」は同じ表にすでにあります。二度目の行は数えませんでした。", f"{name} already stands in this table; its second appearance was not counted",
                portion.project.span if portion.project else Span(0, 0),
            )
        ]  # fmt: skip
        return Portion(self.key, findings=portion.findings, passages=portion.passages)

    def _project(self, government: Government) -> tuple[Project, list[Finding]]:
        row, edition = government.first, government.edition
        name_piece, number = row["government"], row["number"]
        assert name_piece is not None  # noqa: S101 - a government is made of the row that names it
        name = without_line_break_spaces(name_piece.text)
        text = name_piece.text
        span = name_piece.span(len(text) - len(text.lstrip()), len(text.rstrip()))
        report = faults.Reporter(edition, name)
        findings = list(self._title_findings(report, edition, span))
        candidates = gazetteer().resolve(name)
        place = candidates[0] if len(candidates) == 1 else None
        if place is None:
            findings.append(_unresolved(report, name, [f"{c.prefecture}{c.name}" for c in candidates], span))
        kind = kind_on(place, edition.last_day) if place and edition.last_day else place.kind if place else ""
        project = Project(
            edition, number.text.strip(" ().．No№") if number else "", place.name if place else name, place.code if place else "", kind,
            place.prefecture if place else "", cohort_year(edition.cohort), span,
        )  # fmt: skip
        return project, findings

    def _title_findings(self, report: faults.Reporter, edition: Edition, span: Span) -> Iterator[Finding]:
        missing = [
            (ja, en)
            for value, ja, en in (
                (edition.programme, "事業名", "programme"),
                (edition.cohort, "開始年度", "cohort"),
                (edition.edition, "表の日付", "date"),
            )
            if value == UNSTATED
        ]
        if missing and edition not in self.title_missing_told:
            self.title_missing_told.add(edition)
            ja, en = "・".join(m[0] for m in missing), ", ".join(m[1] for m in missing)
            yield report.finding(
                "warning",
                "other",
                f"表題から{ja}を読み取れません。「○○事業…【令和○年度開始分】（令和○年○月末現在）」の形の表題を表の前に置いてください。",
                f"no title states the {en}; put a title above the table",
                span,
            )

    def _blocks(self, government: Government, project: Project) -> list[ReadBlock]:
        centres: dict[str, str] = {}
        blocks = []
        for block in government.blocks:
            place = (government.ordinal, block.number)
            foreign = Foreign(frozenset(self.plan.foreign.get(place, ())), frozenset(self.plan.sections.get(place, ())))
            blocks.append(read_block(block, foreign, project.edition.last_day, centres))
        return blocks

    def _glued(self, government: Government) -> Iterator[tuple[tuple[str, str], Span]]:
        for pair in government.first.glued:
            piece = government.first[pair[0]]
            if piece:
                yield pair, piece.span()

    def _leak_findings(self, report: faults.Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
        for block, read in zip(government.blocks, blocks, strict=True):
            place = (government.ordinal, block.number)
            if read.leaked:
                owner = self.plan.owners[place]
                ja = f"この事業内容と実績は「{owner}」にも一字一句同じものがあり、「{owner}」の行が混入したものと判断しました。ここでは数えません。"
                yield report.finding(
                    "warning",
                    "leaked-row",
                    ja,
                    f"this item and its result stand word for word under {owner}, to whom they belong; they are not counted here",
                    read.leaked[0],
                )
            for item, other in self.plan.undecided.get(place, {}).items():
                intervention = next((i for i in read.interventions if i.item == item), None)
                if intervention:
                    ja = (
                        f"この事業内容と実績は「{other}」にも一字一句同じものがあります。どちらのものか決められないため、両方に残しました。"
                    )
                    yield report.finding(
                        "warning",
                        "leaked-row",
                        ja,
                        f"this item and its result also stand word for word under {other}; whose they are is undecided, both are kept",
                        intervention.span,
                    )

    def _contractor_findings(self, report: faults.Reporter, blocks: list[ReadBlock]) -> Iterator[Finding]:
        for block in blocks:
            if block.commission and block.commission.contractor_span is None:
                ja = "再委託先の欄が空です（自治体が自ら行う場合は「—」と書かれます）。委託先なしとして扱いました。"
                yield report.finding(
                    "warning",
                    "other",
                    ja,
                    "the contractor cell is blank (the table writes — where the government does it itself); treated as no contractor",
                    block.commission.span,
                )


def _unresolved(report: faults.Reporter, name: str, candidates: list[str], span: Span) -> Finding:
    if candidates:
        listed = "、".join(candidates)
        return report.finding(
            "warning",
            "other",
            f"「{name}」は {listed} のどれか決められません。都道府県名を付けてください。",
            f"{name} may be {', '.join(candidates)}; write its prefecture before it",
            span,
        )
    return report.finding(
        "warning",
        "name-suspect",
        f"「{name}」という自治体は見つかりません。名称を確かめてください。",
        f"no government is called {name}; check the name",
        span,
    )


def cohort_year(cohort: str) -> int | None:
    """Fiscal year in which a cohort began: H30 → 2018, R1 → 2019."""
    match = _COHORT_YEAR.match(cohort)
    return _ERA_BEGIN[match[1]] + int(match[2]) if match else None
