"""Check digits of the codes that Japanese public data use.

Local government code: 5 digits and a check digit (総務省「全国地方公共団体コード」, weights 6 5 4 3 2, modulus 11).
Corporate number: a check digit and 12 digits (法人番号の指定等に関する省令 第2条, modulus 9).
"""

from __future__ import annotations

import re

_ASCII_DIGITS = re.compile(r"[0-9]+")


def _digits(text: str, length: int) -> bool:
    return len(text) == length and _ASCII_DIGITS.fullmatch(text) is not None


def local_government_check_digit(five: str) -> str:
    """Check digit of the first five digits of a local government code.

    >>> local_government_check_digit("01000")
    '6'
    """
    if not _digits(five, 5):
        raise ValueError(f"not five digits: {five!r}")
    return str((11 - sum(int(d) * w for d, w in zip(five, (6, 5, 4, 3, 2), strict=True)) % 11) % 10)


def is_local_government_code(code: str) -> bool:
    """Whether ``code`` is six digits of which the last is right."""
    return _digits(code, 6) and local_government_check_digit(code[:5]) == code[5]


def corporate_number_check_digit(twelve: str) -> str:
    """Check digit that stands before the twelve digits of a corporate number.

    >>> corporate_number_check_digit("000020010006")
    '7'
    """
    if not _digits(twelve, 12):
        raise ValueError(f"not twelve digits: {twelve!r}")
    weighted = sum(int(d) * (1 if i % 2 == 0 else 2) for i, d in enumerate(reversed(twelve)))
    return str(9 - weighted % 9)


def is_corporate_number(number: str) -> bool:
    """Whether ``number`` is thirteen digits of which the first is right."""
    return _digits(number, 13) and corporate_number_check_digit(number[1:]) == number[0]


def local_government_corporate_number(code: str) -> str:
    """Corporate number of a local government, derived from its six-digit code.

    >>> local_government_corporate_number("010006")
    '7000020010006'
    """
    if not is_local_government_code(code):
        raise ValueError(f"not a local government code: {code!r}")
    twelve = "000020" + code
    return corporate_number_check_digit(twelve) + twelve
