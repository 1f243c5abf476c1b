"""What was left unfinished: items cut off in mid-sentence, headings and labels without their figure, results that are put off to elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.readings import Reading
    from kg.extract.records import Finding
    from kg.sources.cells import Piece

_GOES_ON = re.compile(
    r"(?:(?<![もこ])[のと]|[をがはへや、]|(?<!ま)で|及び|並びに|又は|若しくは|(?<=[一-龥ァ-ヶー])に|として|において|に対して|について)$"
)
"""Ends of words that no sentence ends with: もの, こと and まで may be its last words."""
_OF_COUNTS = re.compile(r"[^\s、。:()]*[回人名者件部社冊]数$")
_BRACKETS = re.compile(r"[(【<\[][^()【】<>\[\]]*[)】>\]]")
_ELSEWHERE = re.compile(
    r"(?:(?:別紙|別添|別表|資料|添付)[^\s。、]{0,8}?(?:参照|とおり|通り|記載)|未定|不明|要確認|未記入|未確認|T\.?B\.?[AD]\.?)。?"
    r"|\d{4}-\d{2}-\d{2}(?: [\d:]+)?|TRUE|FALSE|#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)"  # what a spreadsheet program makes of a cell
)
_END = r"(?=[\s、。)]|$)"


def cut_off(report: Reporter, government: Government) -> Iterator[Finding]:
    """Items whose last word calls for another one."""
    for block in government.blocks:
        piece = block.row["interventions"]
        for item in block.items.items if piece and block.items else ():
            text = piece.text[item.begin : item.end] if piece else ""
            end = _GOES_ON.search(text)
            if piece and end:
                last = text[-12:]
                ja = f"事業内容の文が「…{last}」で途切れています。続きを書き入れてください。"
                en = f"the text of an item breaks off at {last!r}; write what is missing"
                yield report.finding("warning", "other", ja, en, piece.span(item.begin, item.end))


def without_figure(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Headings that say that something is counted, with a date and without a figure; labels and units that stand together without digits."""
    for reading, piece in block.readings:
        section = reading.section
        empty = not (reading.figures or reading.unreadable) and all(words.status == "actual" for words in reading.words)
        heading = _OF_COUNTS.match(_BRACKETS.sub("", piece.text[section.body : section.end]).strip()) if empty else None
        if heading and (reading.dates or section.end == len(piece.text)):
            begin = piece.text.index(heading[0][0], section.body)
            where = piece.span(begin, begin + len(heading[0]))
            ja = f"「{heading[0]}」に数字がありません。抜けた数字を書き入れてください。"
            yield report.finding("warning", "unread-text", ja, f"{heading[0]!r} has no digits; write the figure that is missing", where)
    for piece, words in _labels_with_units(block):
        for match in re.finditer(rf"(?<![一-龥ァ-ヶー]){re.escape(words)}{_END}", piece.text):
            ja = f"「{match[0]}」に数字がありません。抜けた数字を書き入れてください。"
            en = f"{match[0]!r} has no digits; write the figure that is missing"
            yield report.finding("warning", "unread-text", ja, en, piece.span(*match.span()))


def _labels_with_units(block: ReadBlock) -> set[tuple[Piece, str]]:
    """Each label of the cell with the unit behind its figure: where they meet without digits elsewhere in it, those are missing."""
    return {
        (piece, piece.text[slice(*figure.labels[-1])] + figure.count.unit)
        for reading, piece in block.readings
        for figure in reading.figures
        if figure.labels and figure.count.known and figure.labels[-1][1] == figure.count.begin
    }


def put_off(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Results that say no more than that they stand elsewhere, or are not known."""
    for reading, piece in block.readings:
        if is_put_off(reading, piece):
            words = _said(reading, piece)
            begin = piece.text.index(words, reading.section.body)
            ja = f"活動実績が「{words}」とだけ書かれています。実績をこの欄に書いてください（まだなければ「—」）。"
            en = f"the results say only {words!r}; write them in this cell (or — where there are none yet)"
            yield report.finding("warning", "missing-result", ja, en, piece.span(begin, begin + len(words)))


def is_put_off(reading: Reading, piece: Piece) -> bool:
    """Whether a section of results only refers to elsewhere, or holds no more than a spreadsheet program made of it."""
    return bool(_ELSEWHERE.fullmatch(_said(reading, piece)))


def _said(reading: Reading, piece: Piece) -> str:
    return "" if reading.figures else piece.text[reading.section.body : reading.section.end].strip()
