"""The marks that number items and refer to them: ① … ⑳, (1), 1., ア, ・."""

from __future__ import annotations

import re

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PARENTHESIZED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテト"
NUMBERED = re.compile(rf"[{CIRCLED}]|[{_PARENTHESIZED}]|\(\d{{1,2}}\)|(?<![\d.])\d{{1,2}}[.)](?!\d)|[ア-ト][.)、](?=\S)")
_REFERENCE = rf"(?:[{CIRCLED}{_PARENTHESIZED}]|\(\d{{1,2}}\)|(?<![\d.])\d{{1,2}}[.)])(?=\s?[^\s\d])"
REFERENCE = re.compile(_REFERENCE)
"""A mark that names an item from elsewhere: 「■②セミナー参加者」."""
REFERENCES = re.compile(rf"{_REFERENCE}(?:\s?[、,・及び]*\s?{_REFERENCE})*")


def ordinal(mark: str) -> int:
    """Which number a mark stands for; 0 for a mark without number (・).

    >>> ordinal("③"), ordinal("(12)"), ordinal("ウ."), ordinal("・")
    (3, 12, 3, 0)
    """
    if mark in CIRCLED:
        return CIRCLED.index(mark) + 1
    if mark in _PARENTHESIZED:
        return _PARENTHESIZED.index(mark) + 1
    digits = re.search(r"\d+", mark)
    if digits:
        return int(digits.group())
    return _KATAKANA.index(mark[0]) + 1 if mark and mark[0] in _KATAKANA else 0


def family(mark: str) -> str:
    """Which style of numbering a mark belongs to; items of one cell share it."""
    if mark in CIRCLED:
        return "circled"
    if mark in _PARENTHESIZED or mark.startswith("("):
        return "parenthesized"
    return "katakana" if mark[:1] in _KATAKANA else "arabic" if mark[:1].isdigit() else "bullet"


def references(text: str) -> tuple[int, ...]:
    """Numbers of all items that the marks in ``text`` name, in order."""
    return tuple(dict.fromkeys(ordinal(match.group()) for match in REFERENCE.finditer(text + "x")))
