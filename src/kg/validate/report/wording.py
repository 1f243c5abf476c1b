"""The words of the reports themselves, in Japanese and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import Message

if TYPE_CHECKING:
    from kg.validate.findings import Place

_WORDS = {
    "title": ("所見の報告", "Report of findings"),
    "skip": ("本文へ", "Skip to the findings"),
    "language": ("表示の言語", "Language"),
    "read": ("読み取った表", "Table read"),
    "summary": ("まとめ", "Summary"),
    "none": ("所見はありません", "No findings"),
    "none-more": (
        "調べた範囲に、誤りや不自然な点は見つかりませんでした。",
        "Nothing that was checked is wrong or odd.",
    ),
    "violation-is": ("データの誤り。直すまで公開できません。", "The data are wrong and cannot be published until this is mended."),
    "warning-is": ("元の表の誤りと思われるもの。確かめてください。", "Probably a fault of the source; please check it."),
    "info-is": ("元の表の気を付けたい点。直さなくても使えます。", "A peculiarity of the source; nothing needs to be done."),
    "filter": ("絞り込み", "Filter"),
    "severity": ("重さ", "Severity"),
    "kind": ("種類", "Kind"),
    "all": ("すべて", "All"),
    "nothing": ("この組み合わせに当てはまる所見はありません。", "No finding is of this severity and kind."),
    "views": ("この報告の構成", "Contents"),
    "by-government": ("自治体別", "By government"),
    "by-kind": ("種類別", "By kind"),
    "no-government": ("特定の自治体に属さないもの", "Of no single government"),
    "findings": ("件数", "Findings"),
    "number": ("番号", "No."),
    "government": ("自治体", "Government"),
    "finding": ("指摘", "Finding"),
    "characters": ("該当する文字", "Characters"),
    "place": ("場所", "Place"),
    "repair": ("直し方", "What to do"),
    "value": ("値", "Value"),
    "iri": ("この所見の識別子", "IRI of this finding"),
    "rule": ("確かめた規則", "Rule"),
    "focus": ("対象のデータ", "About"),
    "unmarked": ("該当する文字は、表のこの行にはありません。", "Its characters are not in this row of the table."),
    "table-row": ("表の該当する行", "Row of the table"),
    "opens": ("印を付けた文字が、所見のある箇所です。「…」を押すと、省いた文字を読めます。",
              "Marked characters are those that a finding is about; press … to read what was left out."),
    "column": ("{number}列目", "column {number}"),
    "line": ("{document}　{row}行目", "{document}, line {row}"),
    "sheet-row": ("{document}　シート「{sheet}」{row}行目", "{document}, sheet {sheet}, row {row}"),
    "in-line": ("{row}行目・左から{column}番目の欄・文字の位置 {start}–{end}", "line {row}, cell {column}, characters {start}–{end}"),
    "in-row": ("{row}行目・文字の位置 {start}–{end}", "line {row}, characters {start}–{end}"),
    "in-fragment": ("{document}の {fragment}", "{fragment} in {document}"),
    "in-document": ("文字の位置 {start}–{end}", "characters {start}–{end}"),
    "in-cell": ("シート「{sheet}」のセル {cell}・文字の位置 {start}–{end}", "sheet {sheet}, cell {cell}, characters {start}–{end}"),
    "nowhere": ("表の中に場所がありません", "No place in a table"),
    "left-out": ("{number}字", "{number} characters"),
    "count": ("{number}件", "{number}"),
    "more": ("ほかに {number} 件あります。すべては report.json にあります。", "{number} more are left out here; report.json has all of them."),
    "empty": ("（空欄）", "(empty)"),
    "footer": (
        "この報告は表から読み取ったグラフだけから作られ、外部には何も送りません。位置は Unicode の符号位置で数えます。",
        "Made from the graph alone; this page sends nothing anywhere. Positions count Unicode code points.",
    ),
    "verdict-none": ("違反はありません。", "No violations."),
    "verdict": ("違反が {violation} 件あります。", "Violations: {violation}."),
    "verdict-more": ("警告 {warning} 件、注記 {info} 件。", "Warnings: {warning}. Notes: {info}."),
    "separator": ("・", ", "),
}  # fmt: skip

_ERAS = {"M": ("明治", 1867), "T": ("大正", 1911), "S": ("昭和", 1925), "H": ("平成", 1988), "R": ("令和", 2018)}
_COHORT = re.compile(r"([MTSHR])([0-9]{1,2})")


def say(key: str, **values: object) -> Message:
    """A word or sentence in both languages, with ``values`` put in."""
    ja, en = _WORDS[key]
    return Message(ja.format_map(values), en.format_map(values)) if values else Message(ja, en)


def cohort_name(cohort: str) -> Message:
    """``H30`` as people say it; empty where there is none."""
    found = _COHORT.fullmatch(cohort)
    if found is None:
        return Message("", "") if cohort in {"", "unstated"} else Message(cohort, cohort)
    era, began = _ERAS[found[1]]
    year = int(found[2])
    return Message(f"{era}{'元' if year == 1 else year}年度開始", f"begun in FY{began + year}")


def place_name(place: Place | None) -> Message:
    """Where something stands, as people look for it; the file is told elsewhere."""
    if place is None:
        return say("nowhere")
    if place.fragment:
        return say("in-fragment", document=place.document, fragment=place.fragment)
    sheet, _, cell = place.cell.rpartition("!")
    key = "in-cell" if place.cell else "in-line" if place.row and place.column else "in-row" if place.row else "in-document"
    return say(key, row=place.row, column=place.column, sheet=sheet, cell=cell, start=place.start, end=place.end)
