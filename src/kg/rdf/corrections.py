"""Corrections of a workbook that came back: codes put in the place of those that were read, and what was corrected where, by whom and why.

A correction is an activity (PROV-O): it used the document that it corrects, and what was read from a corrected cell was influenced by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from kg.errors import Message
from kg.extract.corrections import not_found, row_finding
from kg.extract.records import Coded
from kg.rdf.terms import code, in_language, term, tsu, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.records import (
        CellCorrection,
        CodeCorrection,
        Finding,
        Intervention,
        Outcome,
        Portion,
        Project,
        ReturnedRecords,
        Signature,
    )
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement
    from kg.sources.cells import Span

_TYPE = term("rdf:type")
_SEVERAL = {"interventionType": "types", "targetGroup": "targets", "referralSource": "referrers", "supportStage": "stages"}
_ONE = {
    "indicatorType": "indicator_type", "resultLevel": "result_level", "measure": "measure", "countingMethod": "counting",
    "breakdownKind": "breakdown_kind", "breakdownDimension": "dimension", "status": "status",
}  # fmt: skip
"""Fields of the records by the property that they become."""


@dataclass(frozen=True, slots=True)
class _Applied:
    """A correction of a code that took place: of which record, whose characters are ``span``, and the code as it was read."""

    record: NamedNode
    span: Span
    correction: CodeCorrection
    read: Coded | None


class Corrections:
    """The corrections of one document, which are applied portion by portion."""

    def __init__(self, mint: Minter, document: str, returned: ReturnedRecords) -> None:
        self._mint = mint
        self._document = document
        self._returned = returned
        self._waiting: dict[str, list[CodeCorrection]] = {}
        for correction in returned.codes:
            self._waiting.setdefault(correction.item, []).append(correction)
        self._applied: list[_Applied] = []

    # -- codes --------------------------------------------------------------------------------------------------------------------------

    def corrected(self, portion: Portion) -> Portion:
        """``portion`` with its codes corrected; why a correction could not take place is among its findings."""
        self._applied = []
        project = portion.project
        if project is None or not self._waiting:
            return portion
        findings = list(portion.findings)
        interventions = [self._intervention(project, record, findings) for record in portion.interventions]
        outcomes = [self._outcome(project, record, findings) for record in portion.outcomes]
        return replace(portion, interventions=interventions, outcomes=outcomes, findings=findings)

    def _intervention(self, project: Project, record: Intervention, findings: list[Finding]) -> Intervention:
        node = self._mint.intervention(project, record.block, record.item)
        for correction in self._of(node):
            field = _SEVERAL.get(correction.entry.name, "")
            codes: tuple[Coded, ...] = getattr(record, field, ())
            problem = _wrong_kind(correction) if not field else _problem(correction, [coded.notation for coded in codes])
            if problem:
                findings.append(row_finding(correction.place, problem))
                continue
            read = next((coded for coded in codes if coded.notation == correction.before), None)
            self._applied.append(_Applied(NamedNode(node), record.span, correction, read))
            changed: Any = {field: _replaced(codes, correction)}
            record = replace(record, **changed)
        return record

    def _outcome(self, project: Project, record: Outcome, findings: list[Finding]) -> Outcome:
        node = self._mint.outcome(project, record.block, record.key)
        for correction in self._of(node):
            field = _ONE.get(correction.entry.name, "")
            read: Coded | None = getattr(record, field, None)
            problem = _wrong_kind(correction) if not field else _problem(correction, [read.notation] if read else [])
            if problem:
                findings.append(row_finding(correction.place, problem))
                continue
            self._applied.append(_Applied(NamedNode(node), record.span, correction, read))
            changed: Any = {field: Coded(correction.after, correction.place.span) if correction.after else None}
            record = replace(record, **changed)
        return record

    def _of(self, node: str) -> list[CodeCorrection]:
        return self._waiting.pop(node.partition("/id/")[2], [])

    def left(self) -> Iterator[Finding]:
        """Corrections whose item did not come."""
        for corrections in self._waiting.values():
            yield from (row_finding(correction.place, not_found(correction)) for correction in corrections)

    # -- statements ---------------------------------------------------------------------------------------------------------------------

    def code_statements(self, passages: Passages) -> Iterator[Statement]:
        """The corrections that took place in the portion that was corrected last."""
        for number, applied in enumerate(self._applied):
            correction, scheme = applied.correction, applied.correction.entry.scheme
            node = NamedNode(self._mint.correction(self._document, correction.place.span.cell))
            yield from self._signed(node, correction.signature)
            yield node, tsu("inDocument"), NamedNode(self._mint.document(self._document))
            yield from _place(node, correction.place.span.cell, correction.place.row, correction.place.column)
            yield node, tsu("correctedProperty"), tsu(correction.entry.name)
            yield applied.record, tsu("correctedBy"), node
            if applied.read:
                overruled = NamedNode(f"{node.value}/overruled")
                yield node, tsu("codeBefore"), code(self._mint.base, scheme, applied.read.notation)
                yield node, tsu("overruledCue"), overruled
                yield from passages.cue(overruled, (correction.entry.name, scheme), applied.read, applied.span)
            if correction.after:
                yield node, tsu("codeAfter"), code(self._mint.base, scheme, correction.after)
                if not any(_takes_back(later, applied) for later in self._applied[number + 1 :]):
                    yield NamedNode(self._mint.cue(applied.record.value, correction.entry.name, correction.after)), tsu("correctedBy"), node

    def described(self) -> Iterator[Statement]:
        """The documents that the workbook revises, and all corrections of cells."""
        mine = NamedNode(self._mint.document(self._document))
        for revised in self._returned.documents:
            node = NamedNode(self._mint.document(revised.sha256[:12]))
            yield node, _TYPE, tsu("SourceDocument")
            yield node, term("rdfs:label"), in_language(revised.name, "ja")
            for name, value in (("fileName", revised.name), ("fileFormat", revised.format), ("sha256", revised.sha256)):
                yield node, tsu(name), Literal(value)
            yield from ((node, tsu("revises"), NamedNode(self._mint.document(digest[:12]))) for digest in revised.revises)
            if revised.direct:
                yield mine, tsu("revises"), node
        for cell in self._returned.cells:
            yield from self._cell(cell)

    def by_cell(self) -> dict[str, list[NamedNode]]:
        """The corrections of each cell of the table as it is now."""
        found: dict[str, list[NamedNode]] = {}
        for cell in self._returned.cells:
            now = cell.now if cell.key else "" if cell.change.gone else cell.change.cell
            if now:
                found.setdefault(now, []).append(self._node(cell))
        return found

    def _node(self, cell: CellCorrection) -> NamedNode:
        if cell.key:
            return NamedNode(self._mint.earlier_correction(cell.key))
        return NamedNode(self._mint.correction(self._document, cell.change.cell + ("-gone" if cell.change.gone else "")))

    def _cell(self, cell: CellCorrection) -> Iterator[Statement]:
        node, change = self._node(cell), cell.change
        yield from self._signed(node, cell.signature)
        yield node, tsu("inDocument"), NamedNode(self._mint.document(cell.workbook[:12] or self._document))
        yield from _place(node, change.cell, change.row, change.column)
        yield node, tsu("textBefore"), Literal(change.was)
        yield node, tsu("textAfter"), Literal(change.now)
        if change.document:
            yield node, tsu("correctsDocument"), NamedNode(self._mint.document(change.document[:12]))

    def _signed(self, node: NamedNode, signature: Signature) -> Iterator[Statement]:
        yield node, _TYPE, tsu("Correction")
        if signature.who:
            yield node, tsu("corrector"), Literal(signature.who)
        if signature.why:
            yield node, tsu("correctionReason"), Literal(signature.why)
        if signature.when:
            yield node, tsu("correctedOn"), typed(signature.when, "xsd:date")


def _takes_back(later: _Applied, earlier: _Applied) -> bool:
    """Whether a correction replaces or removes the code that an earlier one gave."""
    one, other = later.correction, earlier.correction
    return later.record == earlier.record and one.entry == other.entry and later.read is not None and later.read.notation == other.after


def _place(node: NamedNode, cell: str, row: int, column: int) -> Iterator[Statement]:
    yield node, tsu("cell"), Literal(cell)
    yield node, tsu("row"), typed(str(row), "xsd:integer")
    yield node, tsu("column"), typed(str(column), "xsd:integer")


def _replaced(codes: tuple[Coded, ...], correction: CodeCorrection) -> tuple[Coded, ...]:
    """The codes with the correct one in the place of the one that was read, or behind them."""
    new = [Coded(correction.after, correction.place.span)] if correction.after else []
    kept = [coded for coded in codes if coded.notation not in {correction.before, correction.after}]
    at = next((n for n, coded in enumerate(codes) if coded.notation == correction.before), len(kept))
    return (*kept[:at], *new, *kept[at:])


def _wrong_kind(correction: CodeCorrection) -> Message:
    kind = ("事業内容", "an intervention") if correction.item.startswith("intervention/") else ("活動実績", "an outcome")
    return Message(
        f"「{correction.entry.label_ja}」は{kind[0]}の項目ではありません。", f"{correction.entry.label_en} is nothing that {kind[1]} has"
    )


def _problem(correction: CodeCorrection, now: list[str]) -> Message | None:
    """Why a correction cannot take place where the record has the codes ``now``; None where it can."""
    entry, listed = correction.entry, "、".join(now) or "なし"
    if correction.before and correction.before not in now:
        return Message(
            f"読み取られた符号は「{correction.before}」ではありません（いまの符号: {listed}）。",
            f"{correction.before!r} is not what was read (codes now: {', '.join(now) or 'none'})",
        )
    if correction.after in now and (not entry.several or not correction.before or correction.before == correction.after):
        return Message(f"符号「{correction.after}」はすでに付いています。", f"it already has the code {correction.after!r}")
    if not correction.after and not entry.optional and len(now) <= 1:
        return Message(f"「{entry.label_ja}」の符号は一つは必要です。", f"at least one code of {entry.label_en} is needed")
    if not now and not entry.several and not entry.optional:
        return Message("内訳でない数値に内訳の符号は付きません。", "a figure that is no part of another takes no code of a breakdown")
    return None
