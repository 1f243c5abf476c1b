"""The sheets in which an official corrects codes: the corrections themselves, the items they are about, and the codes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from kg import spreadsheets
from kg.correction_form import CELL_TEXT, COLUMNS, PROPERTIES, choice, heading
from kg.text.vocabulary import code_list
from kg.validate.report import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kg.validate.report.addresses import Addresses
    from kg.validate.report.earlier import EarlierCorrection
    from kg.validate.report.items import Item

_KINDS = {"intervention": "事業内容", "outcome": "活動実績"}
_ITEM_COLUMNS = (
    ("項目の番号（ID）\nitem (ID)", 30), ("区分\nkind", 10), ("自治体\nGovernment", 12), ("開始年度\nCohort", 9), ("欄\nCell", 22), ("番号・見出し・指標\nheading, indicator", 26),
    ("文\ntext", 60),
)  # fmt: skip
_ITEM_GOVERNMENT, _ITEM_WORDS = 3, 7
_FREE_ROWS = 300
"""Rows that are ready for corrections; more may be added below."""
_HEADER_ROW = 9
_WIDTHS = {
    "item": 34,
    "government": 20,
    "words": 40,
    "property": 14,
    "current": 30,
    "read": 26,
    "correct": 26,
    "who": 16,
    "why": 36,
    "when": 12,
}
_FILLED_IN = ("government", "words", "current")
_GUIDANCE = (
    "符号（種類・対象・段階・指標の種類など）の読み取りを訂正するシートです。表の文字そのものは、表のシートの欄を直接書き直してください。",
    "1 行に 1 件。「項目の番号」は「項目」または「所見」のシートから写します。「何を」と「正しい符号」は一覧から選べます。",
    "符号がいくつも付いている項目（種類、対象、紹介元、段階）では、直す符号を「読み取られた符号」に入れます。空のままなら符号を加え、「正しい符号」を空にするとその符号を外します。",
    f"表の欄を書き直した人と理由も残せます。「何を」を「{CELL_TEXT[0]}」とし、「項目の番号」に欄（例: 平成30年度開始分!F7）を書きます。空のままなら、書き直したすべての欄についてです。",
    "「訂正した人」と「理由」がない行、番号や符号が正しくない行は反映されず、次に読み込んだときに所見として知らせます。訂正した人と理由は公開されるデータに残ります（個人名でなく部署名でも構いません）。",
    ("This sheet corrects codes as they were read; correct the words of the table in the table itself. One correction a row: copy the item (ID) from the sheet of items or findings, choose what is "
     "corrected and the correct code, and say who corrected it and why."),
    ("Where an item may have several codes, name the one to be replaced; leave it empty to add a code, and leave the correct code empty to remove one. Rows that cannot be understood are not "
     "applied but reported as findings. Who and why are published with the data."),
)  # fmt: skip


def write_codes(sheet: Worksheet, where: str) -> int:
    """One column a property, its codes below it; return the number of rows of the longest."""
    longest = 0
    for column, entry in enumerate(PROPERTIES, start=1):
        choices = [_code(entry.scheme, notation) for notation in code_list(entry.scheme).notations]
        _head(sheet, 1, column, entry.label_ja, 34)
        for row, text in enumerate(choices, start=2):
            spreadsheets.text_in(spreadsheets.cell_at(sheet, row, column), text, where)
            style.dress(spreadsheets.cell_at(sheet, row, column), style.Look.NOTE)
        longest = max(longest, len(choices))
    sheet.freeze_panes = "A2"
    style.for_print(sheet, 1)
    return longest


def write_items(sheet: Worksheet, items: Sequence[Item], addresses: Addresses, where: str) -> None:
    """One row an intervention or outcome, with its codes by property."""
    for column, (text, width) in enumerate(_ITEM_COLUMNS, start=1):
        _head(sheet, 1, column, text, width)
    sheet.row_dimensions[1].height = style.HEAD_HEIGHT
    for column, entry in enumerate(PROPERTIES, start=len(_ITEM_COLUMNS) + 1):
        _head(sheet, 1, column, entry.label_ja, 24)
    for row, item in enumerate(items, start=2):
        address = addresses.at(item.source, item.cell, item.start)
        texts = [item.key, _KINDS[item.kind], item.government, item.cohort, address.label if address else "", item.heading, item.words]
        for column, text in enumerate([*texts, *_codes_of(item)], start=1):
            cell = spreadsheets.cell_at(sheet, row, column)
            spreadsheets.text_in(cell, text, where)
            style.dress(cell, style.Look.TEXT)
        widths = [width for _, width in _ITEM_COLUMNS] + [24] * len(PROPERTIES)
        sheet.row_dimensions[row].height = style.height_for(zip([*texts, *_codes_of(item)], widths, strict=True))
        if address:
            cell = spreadsheets.cell_at(sheet, row, 5)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=address.target, display=address.label)
            style.dress(cell, style.Look.LINK)
    last = get_column_letter(len(_ITEM_COLUMNS) + len(PROPERTIES))
    sheet.auto_filter.ref = f"A1:{last}{len(items) + 1}"
    sheet.freeze_panes = "D2"
    style.for_print(sheet, 1)


def _codes_of(item: Item) -> list[str]:
    """The codes of an item as they are offered, one cell a property."""
    return ["\n".join(_code(entry.scheme, notation) for notation in item.codes.get(entry.name, ())) for entry in PROPERTIES]


def _code(scheme: str, notation: str) -> str:
    """A code as it is offered; the notation alone of one that this version does not know."""
    codes = code_list(scheme)
    return choice(codes.label(notation, "ja"), notation) if notation in codes.notations else notation


def write_corrections(
    sheet: Worksheet, items: tuple[str, int], codes: tuple[str, int], earlier: Sequence[EarlierCorrection], where: str
) -> None:
    """Guidance, headings, the corrections of earlier rounds, which hold on, and empty rows with what may be chosen.

    ``items`` and ``codes`` are title and number of rows of the other sheets.
    """
    title = spreadsheets.cell_at(sheet, 1, 1)
    title.value = "訂正 / Corrections"
    style.dress(title, style.Look.TITLE)
    for row, text in enumerate(_GUIDANCE, start=2):
        sheet.merge_cells(None, row, 1, row, len(COLUMNS))
        cell = spreadsheets.cell_at(sheet, row, 1)
        spreadsheets.text_in(cell, text, where)
        style.dress(cell, style.Look.GUIDANCE)
        sheet.row_dimensions[row].height = 26 if row >= 7 else 14
    letters = {key: get_column_letter(column) for column, (key, _, _) in enumerate(COLUMNS, start=1)}
    for column, (key, _, _) in enumerate(COLUMNS, start=1):
        _head(sheet, _HEADER_ROW, column, heading(key), _WIDTHS[key])
    sheet.row_dimensions[_HEADER_ROW].height = style.HEAD_HEIGHT
    first, last = _HEADER_ROW + 1, _HEADER_ROW + len(earlier) + _FREE_ROWS
    formulas = _formulas(items, letters)
    for row in range(first, last + 1):
        for column, (key, _, _) in enumerate(COLUMNS, start=1):
            cell = spreadsheets.cell_at(sheet, row, column)
            if key in _FILLED_IN:
                style.dress(cell, style.Look.FILLED_IN)
                cell.value = formulas[key].format(row=row)
            else:
                style.dress(cell, style.Look.DATE if key == "when" else style.Look.INPUT)
    for row, correction in enumerate(earlier, start=first):
        for column, (key, _, _) in enumerate(COLUMNS, start=1):
            if key not in _FILLED_IN:
                spreadsheets.text_in(spreadsheets.cell_at(sheet, row, column), _earlier(correction)[key], where)
    for key, formula in _choices(items, codes, letters, first).items():
        validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
        validation.add(f"{letters[key]}{first}:{letters[key]}{last}")
        sheet.add_data_validation(validation)
    sheet.freeze_panes = f"A{first}"
    style.for_print(sheet, _HEADER_ROW)


def _earlier(correction: EarlierCorrection) -> dict[str, str]:
    """A correction of an earlier round as the cells of its row."""
    entry = next(entry for entry in PROPERTIES if entry.name == correction.property)
    before, after = (_code(entry.scheme, code) if code else "" for code in (correction.before, correction.after))
    return {
        "item": correction.item, "property": entry.label_ja, "read": before, "correct": after,
        "who": correction.who, "why": correction.why, "when": correction.when,
    }  # fmt: skip


def _range(sheet: str, first: str, last: str) -> str:
    return f"'{sheet.replace(chr(39), chr(39) * 2)}'!{first}:{last}"


def _formulas(items: tuple[str, int], letters: dict[str, str]) -> dict[str, str]:
    """What fills itself in once the item is named; ``{row}`` stands for the row."""
    last = max(items[1], 1) + 1
    table = _range(items[0], "$A$2", f"${get_column_letter(len(_ITEM_COLUMNS) + len(PROPERTIES))}${last}")
    item = f"{letters['item']}{{row}}"
    names = ",".join(f'"{entry.label_ja}"' for entry in PROPERTIES)
    property_at = f"MATCH({letters['property']}{{row}},{{{{{names}}}}},0)+{len(_ITEM_COLUMNS)}"
    return {
        "government": f'=IFERROR(VLOOKUP({item},{table},{_ITEM_GOVERNMENT},FALSE)&"","")',
        "words": f'=IFERROR(VLOOKUP({item},{table},{_ITEM_WORDS},FALSE)&"","")',
        "current": f'=IFERROR(VLOOKUP({item},{table},{property_at},FALSE)&"","")',
    }


def _choices(items: tuple[str, int], codes: tuple[str, int], letters: dict[str, str], first: int) -> dict[str, str]:
    """What may be chosen in each column: items, properties, and the codes of the property that was chosen in the row."""
    names = ",".join([*(entry.label_ja for entry in PROPERTIES), CELL_TEXT[0]])
    chosen = f"${letters['property']}{first}"
    headings = _range(codes[0], "$A$1", f"${get_column_letter(len(PROPERTIES))}$1")
    corner = _range(codes[0], "$A$2", "$A$2").rpartition(":")[0]
    column = f"MATCH({chosen},{headings},0)-1"
    of_property = f"OFFSET({corner},0,{column},COUNTA(OFFSET({corner},0,{column},{codes[1]},1)),1)"
    return {
        "item": _range(items[0], "$A$2", f"$A${max(items[1], 1) + 1}"),
        "property": f'"{names}"',
        "read": of_property,
        "correct": of_property,
    }


def _head(sheet: Worksheet, row: int, column: int, text: str, width: float) -> None:
    cell = sheet.cell(row, column, text)
    style.dress(cell, style.Look.HEAD)
    sheet.column_dimensions[get_column_letter(column)].width = width
