"""Characters that a person would not write: what a conversion broke, and signs and separators that make a figure doubtful."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.text.eras import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Finding, Project
    from kg.sources.cells import Column

_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]+")
_LOST = re.compile(r"[?？]{3,}|[?？]{2,}(?=[一-龥])|(?<=[一-龥])[?？]{2,}(?=[^\s?？])|〓+")
"""What stands for characters that a character set or a typesetter did not have."""
_MISREAD = (
    ("cp932", re.compile(r"[縺繧繝荳莠蜈蜷蝨螟蟄蠎謖譁譛邨](?:[^\x00-\x7f]){2,}")),
    ("cp1252", re.compile(r"(?:[ãäåæçèé][^\x00-\x7f]{2}){2,}")),
)
"""UTF-8 read in another character set; whether a run is that, shows when it is read the right way."""
_JAPANESE = re.compile(r"[ぁ-ヶ一-龥]{2}")
_PROSE: tuple[Column, ...] = ("department", "contractor", "interventions", "results")
_PAIRS = {"(": ")", "【": "】", "「": "」", "『": "』", "[": "]", "〔": "〕", "《": "》"}
_BRACKET = re.compile(rf"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}]")
_LONGEST_BRACKET = 80
_LIST_MARK = re.compile(r"(?:^|(?<=[\s。、・■●◆□○]))[\dA-Za-z①-⑳ア-ン一二三四五六七八九十]{1,2}\)$")
_MINUS = re.compile(r"(?:(?<=[\s:計延べ約(])|^)[-▲△](?=\d)")
_SEPARATED = re.compile(r"(?<![\d.,])\d+(?:,\d+)+(?![\d.,A-Za-z])")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_LEADING_ZERO = re.compile(r"(?<![\d.,/A-Za-z-])0\d+(?=[人名件回部社冊])")
_SAID_TWICE = re.compile(r"(?<![一-龥])(計|延べ|約|全|合計|累計)\s?\1\s?\d[\d,.]*[回人名件部社冊]?")
_AVERAGE = re.compile(r"平均|当たり|あたり|換算|率")
"""Labels of figures that may be fractions."""
_SECOND_UNIT = re.compile(r"[人名件回部社冊](?=[\s。、)(】]|$)")
_ERA_LETTERS = "RHSTMrhstm"
_NO_ERA = re.compile(
    rf"(?:(?<![A-Za-z])(?![{_ERA_LETTERS}])[A-Za-z]\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?(?:月?末)?"
    rf"|(?<![A-Za-z\d])[{_ERA_LETTERS}](?:\.\d{{1,2}}(?:\.\d{{1,2}})?(?:月?末|月)?|\d{{1,2}}月末?)"  # R.12月末, R2月末
    r"|(?<![\w.])\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?:月?末|月)?"  # 2.12月末
    r"|(?:(?<=[\s(、。])|^)[一-龥]{2}(?:元|\d{1,2})年\d{1,2}(?:月?末|月(?:\d{1,2}日)?)"  # 平和2年12月末
    r"|(?<![\w.])[345]\d{4})"  # 44196: the day as a spreadsheet counts it
    r"(?=\s?(?:時点|現在))"
)


def unreadable_characters(report: Reporter, government: Government, project: Project) -> Iterator[Finding]:
    """Control characters, U+FFFD, ???? and text in the wrong character set: the file lost what stood there.

    A name of a government that is not known is told as such already.
    """
    for block in government.blocks:
        name = block.row["government"]
        for cell in block.row.raw.cells:
            told = cell.repeated or (name is not None and name.cell is cell and not project.code)
            for begin, end in [] if told else _broken(cell.text):
                run = cell.text[begin:end]
                shown = f"U+{ord(run[0]):04X}" if _UNREADABLE.match(run) else run[:12]
                ja = f"読めない文字（{shown}）があります。文字化けした所を出典と見比べ、正しい文字に直してください。"
                en = f"there is a character that cannot be read ({shown}); compare with the source and restore what stood there"
                yield report.finding("warning", "unread-text", ja, en, cell.span(begin, end))


def _broken(text: str) -> Iterator[tuple[int, int]]:
    """Runs of characters that a conversion left behind."""
    for pattern in (_UNREADABLE, _LOST):
        yield from (match.span() for match in pattern.finditer(text))
    for codec, pattern in _MISREAD:
        for match in pattern.finditer(text):
            if _JAPANESE.search(match[0].encode(codec, "ignore").decode(errors="ignore")):
                yield match.span()


def unpaired_brackets(report: Reporter, government: Government) -> Iterator[Finding]:
    """Brackets that are opened and not closed, or the other way round; the 1) and a) of a list are none."""
    for block in government.blocks:
        for column in _PROSE:
            piece = block.row[column]
            if piece is None or piece.cell.repeated:
                continue
            for at, other in _wrong_brackets(piece.text):
                sign = piece.raw(at, at + 1)
                ja, en = ("閉じていません", "is not closed") if piece.text[at] in _PAIRS else ("開いていません", "closes nothing")
                if other is not None:
                    opening = piece.raw(other, other + 1)
                    ja, en = f"「{opening}」を閉じています", f"closes {opening}"
                yield report.finding(
                    "warning",
                    "other",
                    f"括弧「{sign}」が{ja}。括弧の組を確かめてください。",
                    f"the bracket {sign} {en}; check the pairs of brackets",
                    piece.span(at, at + 1),
                )


def _wrong_brackets(text: str) -> Iterator[tuple[int, int | None]]:
    """Brackets that have no other half; one that closes a bracket of another kind is told with that, once for both."""
    alone = sorted(_unpaired(text))
    closed_by = {
        opened: closed
        for opened, closed in itertools.pairwise(alone)
        if text[opened] in _PAIRS and text[closed] not in _PAIRS and closed - opened <= _LONGEST_BRACKET and "。" not in text[opened:closed]
    }
    opened_by = {closed: opened for opened, closed in closed_by.items()}
    yield from ((at, opened_by.get(at)) for at in alone if at not in closed_by)


def _unpaired(text: str) -> Iterator[int]:
    """Where brackets stand that have no other half of their own kind."""
    opened: list[int] = []
    due: Counter[str] = Counter()
    for match in _BRACKET.finditer(text):
        sign, at = match[0], match.start()
        if sign in _PAIRS:
            opened.append(at)
            due[_PAIRS[sign]] += 1
        elif due[sign]:
            while (before := _PAIRS[text[opened[-1]]]) != sign:
                due[before] -= 1
                yield opened.pop()
            due[sign] -= 1
            opened.pop()
        elif not _LIST_MARK.search(text, max(0, at - 4), match.end()):
            yield at
    yield from opened


def odd_counts(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Things counted in fractions, more of them than there can be, a zero in front of a figure, and a second unit behind it."""
    for reading, piece in block.readings:
        for figure in reading.figures:
            count = figure.count
            where = piece.span(count.digits, count.end)
            written = piece.raw(count.digits, count.end)
            if count.fractional and not any(_AVERAGE.search(piece.text[slice(*label)]) for label in figure.labels):
                ja = f"「{written}」は整数ではありません。{count.unit}は一つずつ数えるものです。数字を確かめてください。"
                yield report.finding(
                    "warning", "other", ja, f"{written} is no whole number, though these are counted one by one; check it", where
                )
            elif count.huge:
                ja = f"「{written}」は大きすぎます。けた数を確かめてください。"
                yield report.finding("warning", "other", ja, f"{written} is more than there can be; check its digits", where)
            elif _LEADING_ZERO.match(piece.text, count.digits):
                ja = f"「{written}」は 0 から始まっています。けた数を確かめてください。"
                yield report.finding("warning", "other", ja, f"{written} begins with a zero; check its digits", where)
            second = _SECOND_UNIT.match(piece.text, count.end) if count.known else None
            if second:
                ja = f"「{written}{second[0]}」に単位が二つ続いています。単位を確かめてください。"
                yield report.finding(
                    "warning",
                    "other",
                    ja,
                    f"{written}{second[0]} has two units in a row; check the unit",
                    piece.span(count.digits, second.end()),
                )


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
        for match in _SAID_TWICE.finditer(text):
            ja = f"「{match[0]}」と、同じ語が二つ続いています。余分な語を除いてください。"
            en = f"{match[0]} has the same word twice in a row; delete one of them"
            yield report.finding("warning", "other", ja, en, piece.span(*match.span()))
        told = {one.begin for reading, of in block.readings if of is piece for one in reading.unreadable if one.reason == "separated"}
        for match in _SEPARATED.finditer(text):
            if not _GROUPED.fullmatch(match[0]) and match.start() not in told:
                ja = f"「{match[0]}」の桁区切りの位置が正しくありません。数字を確かめてください。"
                yield report.finding(
                    "warning",
                    "other",
                    ja,
                    f"the separators of {match[0]} do not stand at thousands; check the figure",
                    piece.span(*match.span()),
                )
        eras = list(_NO_ERA.finditer(text))
        dates = find_dates(text) if eras else []  # R2.I2.31 is told as a date
        for match in (match for match in eras if not any(date.begin < match.end() and match.start() < date.end for date in dates)):
            ja, en = (
                f"「{match[0]}」の元号が分かりません。日付を確かめてください。",
                f"{match[0]} names no era that there is; check the date",
            )
            if match[0][0] in _ERA_LETTERS or "." not in match[0] or match[0][0].isdigit():
                ja = f"「{match[0]}」は日付として読めません。元号、年、月を確かめてください。"
                en = f"{match[0]} cannot be read as a date; check its era, year and month"
            if match[0].isdigit():
                ja = f"「{match[0]}」は、表計算ソフトの中での日付の数え方のままです。日付（R2.12.31 など）に書き直してください。"
                en = f"{match[0]} is a date as a spreadsheet counts days; write the date itself (R2.12.31)"
            yield report.finding("warning", "suspicious-date", ja, en, piece.span(*match.span()))
