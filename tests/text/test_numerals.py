from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.numerals import parse_number, plain

DIGITS = "〇一二三四五六七八九"


def in_kanji(value: int) -> str:
    """Write ``value`` the way a Japanese clerk writes it (十四, 二千五百, 一万二千)."""
    if value == 0:
        return "〇"
    parts = []
    for unit, name in ((10**8, "億"), (10**4, "万"), (1, "")):
        group, value = divmod(value, unit)
        if group:
            small = ""
            for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
                digit, group = divmod(group, power)
                if digit:
                    small += ("" if digit == 1 and sign else DIGITS[digit]) + sign
            parts.append(small + name)
    return "".join(parts)


@given(st.integers(0, 10**12 - 1))
def test_kanji_numerals_are_read_as_written(value: int) -> None:
    assert parse_number(in_kanji(value)) == value


@given(st.integers(0, 10**9))
def test_separators_and_width_do_not_matter(value: int) -> None:
    written = f"{value:,}"
    wide = "".join(chr(ord(c) + 0xFEE0) for c in written)
    assert parse_number(written) == parse_number(wide) == parse_number(str(value)) == value


@given(st.decimals(0, 10**6, places=2))
def test_plain_has_no_separator_and_no_exponent(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert not set(plain(value)) - set("0123456789.")


@pytest.mark.parametrize(
    ("text", "value"), [("1万2千", 12000), ("3.5", Decimal("3.5")), ("1億2,000万", 120_000_000), ("二〇二〇", 2020), ("二百三", 203)]
)
def test_mixed_numerals(text: str, value: Decimal) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "12,34", "万", "十百", "一二十", "計3", "3回", "千万億"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert parse_number(text) is None
