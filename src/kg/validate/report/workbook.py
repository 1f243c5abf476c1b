"""The table as a workbook with its findings in it, which an official corrects and sends back (see kg.correction_form).

Every cell of the source stands in it as text; the cells of findings are coloured and framed by severity and say in a comment what is wrong and what
to do. The same graph and findings give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from kg import correction_form, spreadsheets
from kg.text.vocabulary import code_list
from kg.validate.findings import SEVERITIES
from kg.validate.report import style
from kg.validate.report.addresses import Addresses
from kg.validate.report.earlier import corrections_of
from kg.validate.report.form import write_codes, write_corrections, write_items
from kg.validate.report.items import items_of
from kg.validate.report.layout import sheets_of
from kg.validate.report.passages import answers, passages_by_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from kg.store.port import Store
    from kg.validate.findings import Finding, Severity
    from kg.validate.report.addresses import Address
    from kg.validate.report.items import Item
    from kg.validate.report.layout import TableSheet

SIGNS: dict[Severity, str] = {"violation": "【違反】", "warning": "【警告】", "info": "【注記】"}
_TITLES = ("所見", "訂正", "項目", "符号")
_COMMENT_CHARACTERS = 8_000
"""More than anybody reads in a comment; the sheet of findings has all."""
_FROZEN_ROWS = 8
"""Rows that may stay while one scrolls; more would leave no room for the table."""
_QUOTE_CHARACTERS = 300
_HEADINGS = (
    ("重さ\nSeverity", 10), ("種類\nKind", 18), ("自治体\nGovernment", 12), ("開始年度\nCohort", 9), ("欄\nCell", 22),
    ("内容\nWhat was found", 56), ("直し方\nWhat to do", 44), ("該当する文字\nCharacters", 34), ("What was found (en)", 44), ("What to do (en)", 36),
    ("項目の番号（ID）\nitem (ID)", 30),
)  # fmt: skip


def write_workbook(store: Store, findings: Sequence[Finding], target: Path) -> None:
    """Write the tables of ``store`` with ``findings`` to ``target``.

    Raises ExportError where a text is longer than Excel holds, StoreError where the store cannot answer.
    """
    _Writer(store, findings).write(target)


class _Writer:
    """One workbook in the making."""

    def __init__(self, store: Store, findings: Sequence[Finding]) -> None:
        self._store = store
        self._findings = findings
        self._book = Workbook()
        self._taken: set[str] = {correction_form.HIDDEN}
        self._hidden: list[tuple[str, ...]] = [("tsunagi", correction_form.VERSION)]
        self._digests: dict[str, str] = {}

    def write(self, target: Path) -> None:
        """Make all sheets and save them."""
        style.add_looks(self._book)
        self._book.remove(self._book.worksheets[0])
        sheets = self._tables()
        addresses = Addresses(sheets)
        for number, sheet in enumerate(sheets, start=1):
            self._table(sheet, f"{correction_form.TABLE_NAME}{number}", target.name)
        self._mark(addresses)
        findings, corrections, items, codes = [
            self._sheet(spreadsheets.sheet_title(title, self._taken), name)
            for name, title in zip(correction_form.OTHER_NAMES, _TITLES, strict=True)
        ]
        listed = items_of(self._store)
        self._list(findings, addresses, listed, target.name)
        longest = write_codes(codes, target.name)
        write_items(items, listed, addresses, target.name)
        earlier = corrections_of(self._store)
        write_corrections(corrections, (items.title, len(listed)), (codes.title, longest), [c for c in earlier if c.property], target.name)
        names = {sheet.title: f"{correction_form.TABLE_NAME}{number}" for number, sheet in enumerate(sheets, start=1)}
        self._hidden += [correction.row_of(addresses, names) for correction in earlier if not correction.property]
        self._hide(target.name)
        spreadsheets.save(self._book, target)

    def _tables(self) -> list[TableSheet]:
        """The sheets of all documents, each with a title of its own; what the hidden sheet must say of the documents."""
        passages = passages_by_document(self._store)
        documents: dict[str, tuple[str, str, str]] = {}
        revised: dict[str, list[str]] = {}
        for source, name, digest, form, earlier in answers(self._store, "lineage"):
            documents[source] = (name, digest, form)
            revised.setdefault(source, []).extend([earlier] if earlier else [])
        sheets = []
        for source, (name, digest, form) in sorted(documents.items(), key=lambda entry: (entry[1], entry[0])):
            self._hidden.append(("document", digest, name, form, " ".join(sorted(revised[source]))))
            self._digests[source] = digest
            for sheet in sheets_of(source, name, passages.get(source, [])):
                sheet.title = spreadsheets.sheet_title(sheet.title, self._taken)
                sheets.append(sheet)
        return sheets

    def _sheet(self, title: str, name: str) -> Worksheet:
        """A new sheet, which the workbook also knows by the defined name ``name``."""
        sheet: Worksheet = self._book.create_sheet(title)
        quoted = title.replace("'", "''")
        self._book.defined_names[name] = DefinedName(name, attr_text=f"'{quoted}'!$A$1")
        self._hidden.append(("sheet", name, title))
        return sheet

    # -- the table ----------------------------------------------------------------------------------------------------------------------

    def _table(self, table: TableSheet, name: str, where: str) -> None:
        sheet = self._sheet(table.title, name)
        digest = self._digests[table.source]
        last = max((max(row.pieces, default=0) for row in table.rows), default=0)
        for number, row in enumerate(table.rows, start=1):
            for column in range(1, last + 1) if row.kind in {"data", "header"} else row.pieces:
                cell = spreadsheets.cell_at(sheet, number, column)
                _dress(cell, row.kind, continued=column < min(row.pieces, default=0))
                if column in row.pieces:
                    text = row.pieces[column].text
                    spreadsheets.text_in(cell, text, where)
                    self._hidden.append(("cell", name, str(number), str(column), digest, str(cell.value)))
        for area in table.merged:
            sheet.merge_cells(None, *area)
        shown = [{column: piece.text for column, piece in row.pieces.items()} for row in table.rows]
        in_columns = [texts for texts, row in zip(shown, table.rows, strict=True) if row.kind in {"data", "header"}]
        widths = {column: style.width_for(texts[column] for texts in in_columns if column in texts) for column in range(1, last + 1)}
        for column, width in widths.items():
            sheet.column_dimensions[get_column_letter(column)].width = width
        for number, (texts, row) in enumerate(zip(shown, table.rows, strict=True), start=1):
            if row.kind == "data":
                spread = {at[1] for at in table.merged if at[0] == number}
                sheet.row_dimensions[number].height = style.height_for((texts[c], widths[c]) for c in texts if c not in spread)
        header = table.header
        if 0 < header <= _FROZEN_ROWS:
            sheet.freeze_panes = f"C{header + 1}"
        style.for_print(sheet, header)

    def _mark(self, addresses: Addresses) -> None:
        """Colour, frame and comment the cells of findings."""
        at: dict[tuple[str, str], list[Finding]] = {}
        for finding in self._findings:
            address = addresses.of(finding.place)
            if address:
                at.setdefault((address.sheet, address.cell), []).append(finding)
        for (sheet, where), found in at.items():
            cell: Cell = self._book[sheet][where]
            found.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.order()))
            cell.fill = style.FILLS[found[0].severity]
            cell.border = style.MARKED[found[0].severity]
            cell.comment = _comment(found)

    # -- the list of findings ------------------------------------------------------------------------------------------------------------

    def _list(self, sheet: Worksheet, addresses: Addresses, items: Sequence[Item], where: str) -> None:
        for column, (heading, width) in enumerate(_HEADINGS, start=1):
            cell = sheet.cell(1, column, heading)
            style.dress(cell, style.Look.HEAD)
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.row_dimensions[1].height = style.HEAD_HEIGHT
        keys = {(item.source, item.cell, item.start): item.key for item in items}
        for number, finding in enumerate(self._findings, start=2):
            address = addresses.of(finding.place)
            line = (*_line(finding, address), _item(finding, keys))
            for column, text in enumerate(line, start=1):
                cell = spreadsheets.cell_at(sheet, number, column)
                spreadsheets.text_in(cell, text, where)
                style.dress(cell, style.Look.TEXT)
            spreadsheets.cell_at(sheet, number, 1).fill = style.FILLS[finding.severity]
            sheet.row_dimensions[number].height = style.height_for(zip(line, (width for _, width in _HEADINGS), strict=True))
            if address:
                cell = spreadsheets.cell_at(sheet, number, 5)
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=address.target, display=address.label)
                style.dress(cell, style.Look.LINK)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(_HEADINGS))}{len(self._findings) + 1}"
        sheet.print_area = f"A1:H{len(self._findings) + 1}"
        style.for_print(sheet, 1)

    def _hide(self, where: str) -> None:
        """What the table held, for the way back."""
        sheet: Worksheet = self._book.create_sheet(correction_form.HIDDEN)
        sheet.sheet_state = "hidden"
        for number, row in enumerate(self._hidden, start=1):
            for column, text in enumerate(row, start=1):
                spreadsheets.text_in(spreadsheets.cell_at(sheet, number, column), text, where)


def _dress(cell: Cell, kind: str, *, continued: bool) -> None:
    """Give a cell its looks; ``continued`` where what stands above it holds for its row, too."""
    match kind:
        case "header":
            style.dress(cell, style.Look.HEAD)
        case "data":
            style.dress(cell, style.Look.CONTINUED if continued else style.Look.TEXT)
        case "title":
            style.dress(cell, style.Look.TITLE)
        case _:
            style.dress(cell, style.Look.NOTE)


def _comment(found: Sequence[Finding]) -> Comment:
    """What is wrong with a cell and what to do, in Japanese, then in English; the gravest first."""
    ja = [f"{SIGNS[f.severity]}{f.message.ja}" + (f"\n→ {f.repair.ja}" if f.repair.ja else "") for f in found]
    en = [f"[{f.severity}] {f.message.en}" + (f"\n→ {f.repair.en}" if f.repair.en else "") for f in found]
    text = "\n\n".join([*ja, *en])
    if len(text) > _COMMENT_CHARACTERS:
        text = text[:_COMMENT_CHARACTERS] + "…\n（続きは「所見」のシートにあります。 The sheet of findings has the rest.）"
    lines = sum(len(line) // 28 + 1 for line in text.split("\n"))
    return Comment(text, "Tsunagi", height=min(18 * lines + 12, 420), width=400)


def _line(finding: Finding, address: Address | None) -> tuple[str, ...]:
    """Cells of a finding in the list."""
    place = finding.place
    quote = address.piece.quoted(place.start, place.end).strip() if address and place else finding.value
    return (
        code_list("severity").label(finding.severity, "ja"),
        _kind(finding.kind),
        finding.government,
        finding.cohort,
        address.label if address else place.label() if place else "",
        finding.message.ja,
        finding.repair.ja,
        quote if len(quote) <= _QUOTE_CHARACTERS else f"{quote[:_QUOTE_CHARACTERS]}…",
        finding.message.en,
        finding.repair.en,
    )


def _item(finding: Finding, keys: dict[tuple[str, str, int], str]) -> str:
    """Key of the intervention or outcome that a finding is about, or that begins where it does; empty where there is none."""
    key, place = finding.focus.partition("/id/")[2], finding.place
    if key.startswith(("intervention/", "outcome/")):
        return key
    return keys.get((place.source, place.cell, place.start), "") if place else ""


def _kind(notation: str) -> str:
    """Label of a kind; the notation of one that this version does not know."""
    codes = code_list("finding-kind")
    return codes.label(notation, "ja") if notation in codes.notations else notation
