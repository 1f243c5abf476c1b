"""Faults of the source found by general rules: missing results, unknown units, shifted columns. Each becomes a Finding at its cell."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.commissions import words_of
from kg.extract.records import Edition, Finding, Project, Severity
from kg.extract.unfinished import is_put_off
from kg.sources.cells import Span
from kg.text.eras import find_dates
from kg.text.names import NO_FORM, organization_name
from kg.text.numerals import plain
from kg.text.places import gazetteer
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.governments import Government
    from kg.sources.cells import DataRow, Piece
from kg.text.names import OrganizationName

_DIVISION = re.compile(r"[課係班]\s*$")
_LETTER = re.compile(r"[A-Za-zぁ-ヿ一-龥々]")
_NO_BODY = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|同[上左右じ]|〃|々|TRUE|FALSE|未定|不明|調整中|確認中", re.IGNORECASE)
"""What stands where a name was left out: errors and truth values of a spreadsheet program, a reference to another row, no answer yet."""


@dataclass(frozen=True)
class Reporter:
    """Makes findings of one government."""

    edition: Edition
    municipality: str

    def finding(self, severity: Severity, kind: str, ja: str, en: str, span: Span, context: tuple[Span, ...] = ()) -> Finding:
        """A finding at ``span``."""
        return Finding(severity, kind, self.edition.cohort, self.municipality, ja, en, span, context)


def unit_findings(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Units that are not in the code list: the figure is kept with its unit as written and the measure ``other``."""
    for reading, piece in block.readings:
        for figure in reading.figures:
            count = figure.count
            if not count.known:
                unit = piece.raw(count.unit_at, count.end)
                ja = (
                    f"単位「{unit}」は単位の一覧にありません。数値はそのまま残し、種類は「その他」としました。"
                    if unit
                    else f"数値 {plain(count.value)} に単位がありません。"
                )
                en = (
                    f"the unit {unit!r} is not in the list of units; the figure is kept, its measure is 'other'"
                    if unit
                    else f"the figure {plain(count.value)} has no unit"
                )
                yield report.finding("info", "other", ja, en, piece.span(count.digits, count.end))


def missing_findings(report: Reporter, blocks: list[ReadBlock], project: Project) -> Iterator[Finding]:
    """Items that no result reports on, and projects without any result."""
    if not any(block.outcomes or block.unreadable_of for block in blocks):
        yield report.finding(
            "warning",
            "missing-result",
            "この自治体には活動実績の記載が一つもありません。",
            "no result at all is reported for this government",
            project.span,
        )
        return
    for block in blocks:
        if any(is_put_off(reading, piece) for reading, piece in block.readings):
            continue  # told as such, once
        for item in block.interventions:
            if item.item not in block.reported:
                name = item.marker or item.text[:12]
                yield report.finding(
                    "info",
                    "missing-result",
                    f"事業内容「{name}」に対応する活動実績の記載がありません。",
                    f"no result reports on item {name!r}",
                    item.span,
                )


def shift_findings(report: Reporter, government: Government) -> Iterator[Finding]:
    """Rows that stand off the columns of the row that names their government."""
    for block in government.blocks:
        if block.row.shift:
            first = _first_moved(block.row)
            side_ja, side_en = ("左", "left") if block.row.shift < 0 else ("右", "right")
            count = abs(block.row.shift)
            ja = f"この行は {count} 列{side_ja}にずれています。内容から正しい列を判断しました。"
            yield report.finding(
                "info",
                "shifted-column",
                ja,
                f"this row stands {count} column(s) to the {side_en}; its cells were assigned by what they say",
                first.span(),
            )


def _first_moved(row: DataRow) -> Piece:
    """The first cell behind the blank one that moved a row, else the first of all."""
    pieces = sorted(row.pieces.values(), key=lambda piece: (piece.cell.position, piece.begin))
    moved = (after for before, after in itertools.pairwise(pieces) if row["government"] and after.cell.position > before.cell.position + 1)
    return next(moved, pieces[0]) if row.shift > 0 else pieces[0]


def glued_findings(report: Reporter, pieces: Iterable[tuple[tuple[str, str], Span]]) -> Iterator[Finding]:
    """The first row of a page in which two columns share a cell."""
    words = {"number": ("番号", "number"), "government": ("自治体名", "government"), "department": ("担当部署", "department")}
    for (left, right), span in pieces:
        ja = f"この頁では「{words[left][0]}」と「{words[right][0]}」が一つの欄に入っています。内容から分けました。"
        yield report.finding(
            "info",
            "shifted-column",
            ja,
            f"on this page {words[left][1]} and {words[right][1]} share a cell; they were told apart by what they say",
            span,
        )


def missing_department(report: Reporter, government: Government, project: Project) -> Iterator[Finding]:
    """The first row of a government without a department: a blank cell there continues nothing."""
    if not government.blocks[0].department:
        ja = "担当部署の欄がありません。列が抜けていないか確かめてください。"
        yield report.finding("warning", "shifted-column", ja, "the department is missing; check whether a column was lost", project.span)


def swapped_cells(report: Reporter, government: Government) -> Iterator[Finding]:
    """A department that is named like a body of its own, and a contractor that is named like a division: their cells may have changed places."""
    for block in government.blocks:
        department, contractor = block.row["department"], block.row["contractor"]
        if department and _is_body(organization_name(department.raw())):
            ja = "担当部署の欄に団体の名があります。再委託先の欄と入れ替わっていないか確かめてください。"
            en = "the cell of the department names a body; check whether it changed places with the contractor"
            yield report.finding("warning", "shifted-column", ja, en, words_of(department))
        elif contractor and _DIVISION.search(contractor.text) and not _is_body(organization_name(contractor.raw())):
            ja = "再委託先の欄に部署の名があります。担当部署の欄と入れ替わっていないか確かめてください。"
            en = "the cell of the contractor names a division; check whether it changed places with the department"
            yield report.finding("warning", "shifted-column", ja, en, words_of(contractor))


def _is_body(name: OrganizationName) -> bool:
    """Whether a legal form or a centre that it runs says that it is no division of the government."""
    return name.form != NO_FORM or bool(name.centre)


def foreign_names(report: Reporter, project: Project, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Items that name another government: they may have leaked although their own row is gone."""
    for item in (item for block in blocks if not block.leaked for item in block.interventions):
        named = [gazetteer().by_code[code] for code in sorted(gazetteer().named_in(item.text))] if project.code else []
        others = [place.name for place in named if project.prefecture not in {place.prefecture, place.name}]
        if others and len(others) == len(named):
            ja = f"この事業内容は別の自治体「{others[0]}」の名を挙げています。混入した行ではないか確かめてください。"
            yield report.finding(
                "warning", "leaked-row", ja, f"this item names another government, {others[0]}; check whether the row leaked", item.span
            )


def blank_contractors(report: Reporter, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Rows without a word on who does the work."""
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


def no_bodies(report: Reporter, blocks: list[ReadBlock], project: Project) -> Iterator[Finding]:
    """Contractors that are no body: a question mark, a number, a date, an error of a spreadsheet program, 同上, the government itself."""
    for commission in (block.commission for block in blocks if block.commission):
        name, span = squeezed(commission.contractor), commission.contractor_span
        if not name or span is None:
            continue
        date = next(iter(find_dates(name)), None)
        is_date = date is not None and (date.begin, date.end) == (0, len(name))
        if is_date or _NO_BODY.fullmatch(name) or not _LETTER.search(name) or name == squeezed(project.municipality):
            ja = f"再委託先の欄が「{commission.contractor}」となっていますが、団体の名前ではありません。団体の名前（自治体が自ら行う場合は「—」）を書いてください。"
            en = f"the contractor is given as {commission.contractor!r}, which names no body; write its name (or — where the government does the work itself)"
            yield report.finding("warning", "name-suspect", ja, en, span)


def hidden_sheet(report: Reporter, title: str) -> Finding:
    """A hidden sheet of a workbook: what an official hid is not published, but said."""
    ja = f"非表示のシート「{title}」は読みませんでした。読む場合は表示してから保存し直してください。"
    return report.finding(
        "info", "other", ja, f"the hidden sheet {title!r} was not read; unhide it to have it read", Span(0, 0, f"{title}!A1")
    )
