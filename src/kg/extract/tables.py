"""A document -> its records, one government at a time: the one function that the layers above call is ``extract``."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.errors import SourceEmptyError
from kg.extract import contradictions, date_faults, faults, sums, totals, unfinished, units, years
from kg.extract.blocks import Foreign, ReadBlock, read_block
from kg.extract.corrections import returned_portion
from kg.extract.governments import Between, Government, governments
from kg.extract.halves import half_findings
from kg.extract.leaks import Survey, survey
from kg.extract.names import name_findings
from kg.extract.numbers import NumberRun, item_run_findings
from kg.extract.odd_characters import odd_counts, odd_figures, unpaired_brackets, unreadable_characters
from kg.extract.passages import Coverage
from kg.extract.projects import number_of, read_project
from kg.extract.quantities import unreadable_findings
from kg.extract.records import Finding, Portion, Project
from kg.extract.references import reference_findings
from kg.extract.repeated import repeated_items, repeated_rows
from kg.extract.title_faults import TableDates, Titles
from kg.sources.cells import DataRow, HeaderRow, OtherRow, Span, TitleRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.sources.reader import Document


_HEAD = 20
_RDF = re.compile(r"\ufeff?\s*(?:@prefix\b|@base\b|PREFIX\s|<\w+:|_:\w|\{\s*\"@)")
"""How a line of RDF begins, if it is among the first of a file that was taken for a table."""


def extract(documents: Sequence[Document]) -> Iterator[Portion]:
    """Read ``documents`` and yield what they hold, in their order; memory depends on the largest government, not on the tables.

    Raises SourceEmptyError, before anything is yielded, where one of them has no row that names a government.
    """
    ordinals = itertools.count()
    dates = TableDates()
    found = survey(entry for document in documents for entry in _checked(document, ordinals, dates))
    ordinals = itertools.count()
    for document in documents:
        yield from _Extraction(document, found, dates).run(ordinals)


def _checked(document: Document, ordinals: Iterator[int], dates: TableDates) -> Iterator[Government | Between]:
    """The governments of a document, whose ``dates`` are noted; an error at its end where there were none."""
    empty = True
    for entry in governments(document.rows(), ordinals):
        dates.note(document.sha256, entry)
        empty = empty and not isinstance(entry, Government)
        yield entry
    if empty:
        is_rdf = any(_RDF.match(row.raw.raw) for row in itertools.islice(document.rows(), _HEAD))
        raise SourceEmptyError(
            "自治体の行が一つも見つかりません。番号と自治体名のある行を持つ表（自治体名、担当部署、再委託先、主な事業内容、主な活動実績）を渡してください。"
            + ("RDF のファイルのようです。その場合は、名前の終わりを .ttl などにしてください。" if is_rdf else ""),
            "no row names a government; give a table with the columns government, department, contractor, programme and results"
            + ("; it looks like RDF, whose name must end in .ttl or the like" if is_rdf else ""),
            where=document.name,
        )


class _Extraction:
    """What passes from one government of a document to the next."""

    def __init__(self, document: Document, found: Survey, dates: TableDates) -> None:
        self.document = document
        self.found = found
        self.key = document.sha256[:12]
        self.page_is_new = True
        self.titles = Titles(document.sha256, dates)
        self.numbers = NumberRun()
        self.following = ""

    def run(self, ordinals: Iterator[int]) -> Iterator[Portion]:
        """Read the document; what was corrected in it comes first."""
        returned = returned_portion(self.document)
        if returned:
            yield returned
        entries = governments(self.document.rows(), ordinals)
        for entry, behind in itertools.pairwise(itertools.chain(entries, [None])):
            self.following = number_of(behind) if isinstance(behind, Government) else ""
            if isinstance(entry, Between):
                yield self._between(entry)
            elif entry:
                yield from self._titled(entry)

    def _titled(self, government: Government) -> Iterator[Portion]:
        """A government, after what is odd about the title above it."""
        of_title = list(self.titles.findings(government.edition))
        if of_title:
            yield Portion(self.key, findings=of_title)
        yield self._government(government)

    def _between(self, entry: Between, municipality: str = "") -> Portion:
        row = entry.row
        coverage = Coverage(row.raw)
        findings: list[Finding] = []
        match row:
            case TitleRow():
                coverage.fill("title")
                self.page_is_new = True
                self.numbers = NumberRun()
                self.titles.add(row)
            case HeaderRow():
                coverage.fill("header")
                self.page_is_new = True
            case OtherRow(kind="note"):
                coverage.fill("note")
            case OtherRow(kind="blank"):
                pass
            case OtherRow(kind="hidden"):
                findings = [faults.hidden_sheet(faults.Reporter(entry.edition, ""), row.raw.hidden)]
            case OtherRow() | DataRow():
                spans = list(coverage.unread())
                self.numbers.unread()
                findings = [self._unread(faults.Reporter(entry.edition, municipality), spans[0], *spans[1:])] if spans else []
        return Portion(self.key, findings=findings, passages=coverage.passages())

    def _unread(self, report: faults.Reporter, span: Span, *others: Span) -> Finding:
        ja, en = ("この行の文字", "the cells of this row") if others else ("この文字", "these characters")
        return report.finding(
            "warning",
            "unread-text",
            f"{ja}は表のどの項目としても読めませんでした。文字のまま残しました。",
            f"{en} could not be read as any part of the table; they are kept as text",
            span,
            others,
        )

    # -- one government ------------------------------------------------------------------------------------------------------------------

    def _government(self, government: Government) -> Portion:
        report = faults.Reporter(government.edition, government.name)
        project, findings = read_project(government, report)
        portion = Portion(self.key, project, known=government.ordinal in self.found.known_projects, findings=findings)
        portion.findings.extend(self._run_findings(report, project))
        if self.page_is_new:
            portion.findings.extend(faults.glued_findings(report, self._glued(government)))
        self.page_is_new = False
        blocks = self._blocks(government, project)
        self._passages(portion, government, blocks)
        if government.ordinal in self.found.repeated:
            return self._given_again(portion, report)
        portion.findings.extend(repeated_rows(report, government, blocks))
        portion.findings.extend(repeated_items(report, blocks))
        self._collect(portion, report, blocks)
        own = [block for block in blocks if block.commission]
        for found in (
            faults.shift_findings(report, government),
            faults.missing_department(report, government, project),
            faults.swapped_cells(report, government),
            half_findings(report, government, blocks),
            self._leak_findings(report, government, blocks),
            faults.foreign_names(report, project, blocks),
            item_run_findings(report, government, blocks),
            unreadable_characters(report, government, project),
            unpaired_brackets(report, government),
            *(odd_figures(report, block) for block in own),
            *(odd_counts(report, block) for block in own),
            *(unreadable_findings(report, block.readings) for block in own),
            *(sums.sum_findings(report, block) for block in own),
            *(sums.part_findings(report, block) for block in own),
            *(faults.unit_findings(report, block) for block in own),
            *(contradictions.repeated_results(report, block) for block in own),
            *(contradictions.counted_each_time(report, block) for block in own),
            *(contradictions.units_apart(report, block) for block in own),
            *(units.unit_findings(report, block) for block in own),
            *(totals.total_findings(report, block) for block in own),
            date_faults.date_findings(report, own, self.titles.begun(project), *self.titles.last_days(project.edition)),
            date_faults.impossible_in_items(report, government),
            years.year_findings(report, government, self.titles.begun(project), self.titles.last_days(project.edition)[0]),
            *(years.years_twice(report, block) for block in own),
            reference_findings(report, government, blocks),
            unfinished.cut_off(report, government),
            *(unfinished.without_figure(report, block) for block in own),
            *(unfinished.put_off(report, block) for block in own),
            name_findings(report, government, blocks, project),
            faults.missing_findings(report, own, project),
            faults.blank_contractors(report, own),
            faults.no_bodies(report, own, project),
        ):
            portion.findings.extend(found)
        return portion

    def _run_findings(self, report: faults.Reporter, project: Project) -> Iterator[Finding]:
        """What the title and the run of numbers say: a number that begins again without a title hides the title of another table."""
        yield from self.titles.missing(report, project)
        yield from self.numbers.next(report, project, self.following)

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
                tuple(passage.span for passage in portion.passages if passage.role not in {"separator", "header", "note"}),
            )
        ]  # fmt: skip
        return Portion(self.key, findings=portion.findings, passages=portion.passages)

    def _blocks(self, government: Government, project: Project) -> list[ReadBlock]:
        centres: dict[str, str] = {}
        blocks: list[ReadBlock] = []
        department = ""
        for block in government.blocks:
            if block.row["department"] is None and department:
                block.department = department  # that of a row that leaked continues into no row below it
            place = (government.ordinal, block.number)
            foreign = Foreign(frozenset(self.found.foreign.get(place, ())), frozenset(self.found.sections.get(place, ())))
            blocks.append(read_block(block, foreign, project.edition.last_day, centres))
            department = block.department if blocks[-1].commission else department
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
                owner = self.found.owners[place]
                ja = f"この事業内容と実績は「{owner}」にも一字一句同じものがあり、「{owner}」の行が混入したものと判断しました。ここでは数えません。"
                en = f"this item and its result stand word for word under {owner}, to whom they belong; they are not counted here"
                if place in self.found.edited:
                    ja = f"この行は数字のほかは「{owner}」の行と一字一句同じで、「{owner}」の行が混入したものと判断しました。ここでは数えません。正しい数字を確かめてください。"
                    en = f"but for figures this row stands word for word under {owner}, to whom it belongs; it is not counted here; check which figures are right"
                yield report.finding("warning", "leaked-row", ja, en, read.leaked[0])
            for item, other in self.found.undecided.get(place, {}).items():
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
