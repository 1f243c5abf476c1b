"""Quantities that are no single figure: 4～5回 · 延べ?人 · 3O人 · 数十人. They stay text, with a finding that says what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from kg.text.counts import known_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.faults import Reporter
    from kg.extract.readings import Reading
    from kg.extract.records import Finding
    from kg.sources.cells import Piece

Reason = Literal["range", "missing", "garbled", "vague", "huge", "separated"]

_PREFIX = r"(?:(?:(?<![一-龥々])|(?<=[合総累小]))計|延べ|のべ|(?<![一-龥々])[延約])"
"""What says that a figure follows; not the end of 会計, 統計, 予約."""
_END = r"(?![一-龥々ァ-ヶーA-Za-z])"
_COUNTER = rf"[人名件回部社冊]{_END}"
"""Units of one character, which nobody takes for the beginning of a word."""
_SIGN = r"[?△▲×xX*_…ー-]"
_CIRCLE = r"[●○◯〇]"
"""In the place of digits, too; but behind a colon a circle may begin an item of a list."""
_SAYS_FIGURE = re.compile(
    rf"(?:(?<=[\s:])|^){_PREFIX}"
    r"(?:(?=[^\w\s:・、。()「『【】\ufffd]|[①-⑳Ⅰ-Ⅻ]|N/?A)|\d+(?=[^\w\s:・、。()「『【】.,\ufffd]|[回人件]目))[^\s、。【】\ufffd]{1,12}"
)
"""計, 延べ or 約 with a sign behind it, or with digits and a sign; but not 計画, 延べ参加者数, 約2週間."""
_WHAT_IS_WRONG: dict[Reason, tuple[str, str]] = {
    "range": ("は幅のある書き方で、一つの数字として読めません。数字を一つに定めてください", "{!r} is a range, no single figure; settle on one figure"),
    "missing": ("に数字がありません。抜けた数字を書き入れてください", "{!r} has no digits; write the figure that is missing"),
    "garbled": ("は数字として読めません。余分な文字や空白がないか、数字を確かめてください", "{!r} cannot be read as a figure; check it for signs, spaces or letters among its digits"),
    "huge": ("は大きすぎます。けた数を確かめてください", "{!r} is more than there can be; check its digits"),
    "separated": ("の桁区切りの位置が正しくありません。数字を確かめてください", "the separators of {} do not stand at thousands; check the figure"),
    "vague": ("は数がはっきりしません。分かれば数字で書いてください", "{!r} says no definite number; give the figure where it is known"),
}  # fmt: skip
_OF_OTHER_KIND: frozenset[Reason] = frozenset({"huge", "separated"})
_SEPARATED_DIGITS = re.compile(r"[\d,]+")


@dataclass(frozen=True)
class Unreadable:
    """A quantity that is no single figure, in folded offsets, and why; ``labels`` are the words that it was written for."""

    begin: int
    end: int
    reason: Reason
    labels: tuple[tuple[int, int], ...] = ()


@cache
def _patterns() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    unit = f"(?:{'|'.join(map(re.escape, known_units()))})"
    number = r"\d+(?:[.,]\d+)*"
    spoiled = r"(?:\d+,)*(?:\d+[OoIl|○◯]|[OoIl](?=[OoIl]*\d))[OoIl|○◯\d]*"
    return (
        ("range", re.compile(rf"{_PREFIX}?\s?(?<![\d.,第週毎]){number}\s?(?:{unit}\s?)?[~±]\s?{number}\s?{unit}")),
        ("range", re.compile(rf"{_PREFIX}?\s?(?<![\d.,/第R-]){number}[-](?=[1-9]){number}{_COUNTER}")),
        ("missing", re.compile(rf"{_PREFIX}\s?(?:{_SIGN}|{_CIRCLE}){{1,6}}\s?{unit}{_END}")),
        ("missing", re.compile(rf"(?:(?<=:)\s?{_SIGN}{{1,6}}|(?<=\s)\?{{1,6}})\s?{unit}{_END}")),
        ("missing", re.compile(rf"(?<=:)\s?{_CIRCLE}{{1,6}}{_COUNTER}")),
        ("missing", re.compile(rf"(?:{_PREFIX}\s?|(?<=:)\s?){_COUNTER}")),
        ("garbled", re.compile(rf"{_PREFIX}?\s?(?<![\dA-Za-z./,]){spoiled}\s?{_COUNTER}")),
        ("garbled", re.compile(rf"{_PREFIX}\s?(?:\d+\s\d+|\(\d+\)|\+\d+)\s?{_COUNTER}")),
        ("garbled", re.compile(rf"{_PREFIX}?\s?(?<![\d.,/]){number}(?:[.,/+*?~#!-]|[+/]\d+)\s?{_COUNTER}")),
        ("separated", re.compile(rf"(?<![\d.,])(?!\d{{1,3}}(?:,\d{{3}})+(?!\d))\d+(?:,\d+)+(?![\d.,A-Za-z])\s?{unit}")),
        ("vague", re.compile(rf"(?:{_PREFIX}\s?|(?<![一-龥]))(?:十?数[十百千]?|複数|若干)[人名件回部社](?=[\s。、)(]|$|程度)")),
    )


def find_unreadable(text: str, begin: int, end: int) -> list[Unreadable]:
    """All quantities of folded ``text`` between two offsets that are no single figure, in order, without overlap."""
    found: list[Unreadable] = []
    for reason, pattern in _patterns():
        for match in pattern.finditer(text, begin, end):
            if not any(one.begin < match.end() and match.start() < one.end for one in found):
                found.append(Unreadable(*match.span(), reason))
    return sorted(found, key=lambda one: one.begin)


def find_lost(text: str, begin: int, end: int, known: list[tuple[int, int]]) -> list[Unreadable]:
    """Where 計, 延べ or 約 says that a figure follows, and none of the ``known`` stretches (figures, dates, what is told already) is there."""
    return [
        Unreadable(*match.span(), "garbled")
        for match in _SAYS_FIGURE.finditer(text, begin, end)
        if not any(first < match.end() and match.start() < last for first, last in known)
    ]


def unreadable_findings(report: Reporter, readings: list[tuple[Reading, Piece]]) -> Iterator[Finding]:
    """One finding for each quantity that is no single figure."""
    for reading, piece in readings:
        for one in reading.unreadable:
            ja, en = _WHAT_IS_WRONG[one.reason]
            digits = _SEPARATED_DIGITS.match(piece.text, one.begin) if one.reason == "separated" else None
            wrong = digits.span() if digits else (one.begin, one.end)
            written = piece.raw(*wrong).strip()
            where, *context = (piece.span(*words) for words in (wrong, *one.labels))
            kind = "other" if one.reason in _OF_OTHER_KIND else "unread-text"
            yield report.finding("warning", kind, f"「{written}」{ja}。", en.format(written), where, tuple(context))
