import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.eras import find_dates, fiscal_year_of
from kg.text.width import fold

LAST = {"H": dt.date(2019, 4, 30), "S": dt.date(1989, 1, 7)}
FIRST = {"R": dt.date(2019, 5, 1), "H": dt.date(1989, 1, 8), "S": dt.date(1926, 12, 25)}
NAMES = {"R": "令和", "H": "平成", "S": "昭和"}


def in_era(day: dt.date) -> tuple[str, int]:
    letter = next(letter for letter in "RHS" if day >= FIRST[letter])
    return letter, day.year - FIRST[letter].year + 1


DAYS = st.dates(dt.date(1927, 1, 1), dt.date(2060, 12, 31))


@given(DAYS)
def test_a_day_is_read_back_however_it_is_written(day: dt.date) -> None:
    letter, year = in_era(day)
    named = "元" if year == 1 else str(year)
    for text in (
        f"{NAMES[letter]}{named}年{day.month}月{day.day}日",
        f"{letter}{year}.{day.month}.{day.day}現在",
        f"{letter}{year}年{day.month}月{day.day}日予定",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
    ):
        (date,) = find_dates(text)
        assert date.period() == day.isoformat(), text
        assert date.first_day == date.last_day == day


@given(st.integers(2019, 2060), st.integers(1, 12))
def test_the_end_of_a_month_is_its_last_day(year: int, month: int) -> None:
    if (year, month) < (2019, 5):
        return
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    for text in (f"R{year - 2018}.{month}月末時点", f"R{year - 2018}.{month}末時点", f"令和{year - 2018}年{month}月末現在"):
        (date,) = find_dates(text)
        assert date.as_of() == last.isoformat()
        assert date.period() == last.isoformat()[:7]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("H30実績", "FY2018"), ("R1年度:", "FY2019"), ("平成31年度", "FY2019"), ("令和元年度", "FY2019"), ("R3:4回", "FY2021"),
        ("令和2年1月～2月", "2020-01/2020-02"), ("令和元年11月開催", "2019-11"), ("R3年2月10日予定", "2021-02-10"), ("令和3年1月下旬", "2021-01"),
        ("R1.10(250部)", "2019-10"), ("R4.4～R5.3", "2022-04/2023-03"), ("R4.12～3月", "2022-12/2023-03"), ("令和3年度～4年度", "FY2021/FY2022"),
        ("H30年度から令和2年度", "FY2018/FY2020"), ("令和5年10月1日～11月30日", "2023-10-01/2023-11-30"), ("令和五年九月末", "2023-09"), ("Ｒ２．１２月末", "2020-12"),
    ],
)  # fmt: skip
def test_periods(text: str, period: str) -> None:
    (date,) = find_dates(fold(text))
    assert date.period() == period


@pytest.mark.parametrize(
    "text", ["R2.13月末", "令和2年2月30日", "平成32年3月", "平成31年5月", "昭和65年", "令和0年1月", "令和元年4月", "2021年2月29日"]
)
def test_impossible_dates_are_found_and_have_no_value(text: str) -> None:
    (date,) = find_dates(text)
    assert not date.possible
    assert date.period() == date.as_of() == ""
    assert date.literal in text


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("令知3年1月下旬開催予定", "令知3年1月下旬"), ("今和2年12月末現在", "今和2年12月末"), ("平戌30年度", "平戌30年度"), ("昭利62年9月", "昭利62年9月"),
        ("(R2.l2末時点)", "R2.l2末"), ("R2.I2.31時点", "R2.I2.31"), ("(R2.12.3l時点)", "R2.12.3l"), ("R2.1O月末時点", "R2.1O月末"), ("RO.12末", "RO.12末"),
        ("平成3O年度", "平成3O年度"), ("令和2年l2月", "令和2年l2月"), ("Rl実績", "Rl"), ("H3O実績", "H3O"),
    ],
)  # fmt: skip
def test_a_date_with_a_misread_character_is_found_and_has_no_value(text: str, literal: str) -> None:
    (date,) = find_dates(fold(text))
    assert (date.literal, date.possible, date.misread) == (literal, False, True)


def test_an_impossible_date_is_not_misread() -> None:
    assert [date.misread for date in find_dates("R2.13月末 令和2年12月")] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "作成2年1月",
        "大和3年1月",
        "平均3年1月",
        "平日3年1月",
        "法令2年1月",
        "JIS1.2",
        "平野2年1月",
        "令状3年1月",
        "全体会和3年",
        "SOS 2.1",
        "ISO実績",
        "R|2.12",
        "IO 2.1",
    ],
)
def test_words_that_resemble_eras_are_no_dates(text: str) -> None:
    assert find_dates(fold(text)) == []


@pytest.mark.parametrize("text", ["10～20代：15人", "計12.5時間", "第2回", "TR2.5", "3.5倍", "全23回"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(fold(text)) == []


def test_the_literal_is_kept_with_its_place() -> None:
    text = "計31人(R2.2月末時点)"
    (date,) = find_dates(text)
    assert text[date.begin : date.end] == date.literal == "R2.2月末"


@given(DAYS)
def test_fiscal_years_begin_in_april(day: dt.date) -> None:
    year = fiscal_year_of(day)
    assert dt.date(year, 4, 1) <= day <= dt.date(year + 1, 3, 31)
