"""Numbers as Japanese tables write them: 1,150 · １，１５０ · 十四 · 二千五百 · 1万2千 · 3.5."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.text.width import fold

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "壱": 1, "弐": 2, "参": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10}
_LARGE = {"万": 10_000, "億": 100_000_000, "兆": 1_000_000_000_000}

KANJI = "〇零一二三四五六七八九十百千万億兆"
ARABIC_PATTERN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""An Arabic number in folded text; a separator counts only between groups of three digits."""
NUMBER_PATTERN = rf"(?:(?:{ARABIC_PATTERN})[{KANJI[10:]}]*(?:\d+[十百千万]?)*|[{KANJI}]+)"
"""A number in folded text: Arabic, kanji, or both mixed (1万2千)."""


def _kanji(text: str) -> Decimal | None:
    """Value of kanji and mixed numerals; None where the order of the units makes no number (十百, 万)."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    last_small = last_large = 10**16
    for token in re.findall(rf"{ARABIC_PATTERN}|.", text):
        if token in _SMALL:
            if _SMALL[token] >= last_small:
                return None
            section += (Decimal(1) if digit is None else digit) * _SMALL[token]
            last_small, digit = _SMALL[token], None
        elif token in _LARGE:
            section += digit or 0
            if (section == 0 and digit is None) or _LARGE[token] >= last_large:
                return None
            total, section, digit = total + section * _LARGE[token], Decimal(0), None
            last_small, last_large = 10**16, _LARGE[token]
        elif digit is not None:
            return None
        else:
            digit = Decimal(_DIGITS[token]) if token in _DIGITS else Decimal(token.replace(",", ""))
    return total + section + (digit or 0)


def parse_number(text: str) -> Decimal | None:
    """Value of a whole numeral, or None where ``text`` is no well-formed numeral.

    >>> parse_number("１，１５０"), parse_number("二千五百"), parse_number("1万2千"), parse_number("12,34")
    (Decimal('1150'), Decimal('2500'), Decimal('12000'), None)
    """
    text = fold(text)
    if re.fullmatch(ARABIC_PATTERN, text):
        return Decimal(text.replace(",", ""))
    if re.fullmatch(rf"[{''.join(_DIGITS)}]+", text):  # positional: 二〇一八
        return Decimal("".join(str(_DIGITS[c]) for c in text)) if len(text) > 1 or text in _DIGITS else None
    if not re.fullmatch(rf"(?:{ARABIC_PATTERN}|[{''.join((*_DIGITS, *_SMALL, *_LARGE))}])+", text):
        return None
    return _kanji(text)


def plain(value: Decimal) -> str:
    """Write ``value`` without separators or exponent (``1150``, ``3.5``), as the tables publish it."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
