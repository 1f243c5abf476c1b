"""Characters that a person would not write: what a conversion broke, and signs and separators that make a figure doubtful."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Finding

_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]+")
_MINUS = re.compile(r"(?:(?<=[\s:計延べ約(])|^)[-▲△](?=\d)")
_SEPARATED = re.compile(r"(?<![\d.,])\d+(?:,\d+)+(?![\d.,A-Za-z])")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_NO_ERA = re.compile(r"(?<![A-Za-z])(?![RHSTMrhstm])[A-Za-z]\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?:月?末)?(?=\s?(?:時点|現在))")


def unreadable_characters(report: Reporter, government: Government) -> Iterator[Finding]:
    """Control characters and U+FFFD: the file lost what stood there."""
    for block in government.blocks:
        for cell in block.row.raw.cells:
            for match in _UNREADABLE.finditer(cell.text) if not cell.repeated else ():
                ja = f"読めない文字（U+{ord(match[0][0]):04X}）があります。文字化けした所を出典と見比べ、正しい文字に直してください。"
                en = f"there is a character that cannot be read (U+{ord(match[0][0]):04X}); compare with the source and restore what stood there"
                yield report.finding("warning", "unread-text", ja, en, cell.span(*match.span()))


def odd_figures(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Minus signs, separators that stand at odd places, dates of an era that there is not."""
    pieces = {id(piece): piece for _, piece in block.readings}
    for piece in pieces.values():
        text = piece.text
        for match in _MINUS.finditer(text):
            digits = re.compile(r"[\d,.]+").match(text, match.end())
            end = digits.end() if digits else match.end()
            written = text[match.start() : end]
            ja = f"「{written}」に負の符号があります。実績は負の数になりません。数字を確かめてください。"
            yield report.finding(
                "warning",
                "other",
                ja,
                f"{written} has a minus sign, though no result is negative; check the figure",
                piece.span(match.start(), end),
            )
        for match in _SEPARATED.finditer(text):
            if not _GROUPED.fullmatch(match[0]):
                ja = f"「{match[0]}」の桁区切りの位置が正しくありません。数字を確かめてください。"
                yield report.finding(
                    "warning",
                    "other",
                    ja,
                    f"the separators of {match[0]} do not stand at thousands; check the figure",
                    piece.span(*match.span()),
                )
        for match in _NO_ERA.finditer(text):
            ja = f"「{match[0]}」の元号が分かりません。日付を確かめてください。"
            yield report.finding(
                "warning", "suspicious-date", ja, f"{match[0]} names no era that there is; check the date", piece.span(*match.span())
            )
