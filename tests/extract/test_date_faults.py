"""Dates of results that cannot be right in a table of December 2020: what is told, where, and what may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source

TITLE = "見本事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）"
HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"


def told(results: str, place: Path, items: str = "・研修会を開催。") -> list[tuple[str, str]]:
    text = "\n".join([TITLE, "", HEADER, f"1\t岩手県\t福祉課\t—\t{items}\t{results}", ""])
    (place / "table.txt").write_text(text, encoding="utf-8")
    found = [finding for portion in extract([open_source(place / "table.txt")]) for finding in portion.findings]
    return [(text[f.span.start : f.span.end], f.message_en.split(";")[0]) for f in found if f.severity == "warning"]


PASSED = "for which something is planned, lies before the date of the table (2020-12-31)"
TOO_FAR = "is too far ahead even for a plan, over two years after the date of the table (2020-12-31)"
IN_THE_NEXT_YEAR = "ends before it begins or, if in the next year, after the date of the table (2020-12-31)"


@pytest.mark.parametrize(
    ("results", "where", "message"),
    [
        ("■令和2年1月下旬開催予定", "令和2年1月下旬", f"令和2年1月下旬, {PASSED}"),
        ("■令和2年11月に報告会を開催予定", "令和2年11月", f"令和2年11月, {PASSED}"),
        ("■令和元年度に実施予定", "令和元年度", f"令和元年度, {PASSED}"),
        ("■報告会開催回数・参加人数 (R2年2月10日予定)", "R2年2月10日", f"R2年2月10日, {PASSED}"),
        ("■令和13年1月下旬開催予定", "令和13年1月下旬", f"the date 令和13年1月下旬 {TOO_FAR}"),
        ("■平成3年1月下旬開催予定", "平成3年1月下旬", "the date 平成3年1月下旬 lies before the start of the programme (2018-04-01)"),
        ("■研修 令和2年2月～1月、全23回開催", "令和2年2月～1月", f"the period 令和2年2月～1月 {IN_THE_NEXT_YEAR}"),
        ("■研修 令和2年2月～令和2年1月、全23回開催", "令和2年2月～令和2年1月", "the period 令和2年2月～令和2年1月 ends before it begins"),
        ("■研修 令和2年2月20日～11日、全23回開催", "令和2年2月20日～11日", "the period 令和2年2月20日～11日 ends before it begins"),
        ("■研修会（R.12月末時点） 3回", "R.12月末", "R.12月末 cannot be read as a date"),
        ("■研修会（2.12月末時点） 3回", "2.12月末", "2.12月末 cannot be read as a date"),
        ("■研修会（R2月末時点） 3回", "R2月末", "R2月末 cannot be read as a date"),
        ("■研修会（平和2年12月末時点） 3回", "平和2年12月末", "平和2年12月末 cannot be read as a date"),
        ("■研修会（44196時点） 3回", "44196", "44196 is a date as a spreadsheet counts days"),
        (
            "■研修会（R2.12月末時点）（R2.11月末時点） 3回",
            "R2.11月末",
            "the same result is dated R2.12月末 and R2.11月末",
        ),
        (
            "■研修会 3回（R3.6月末をもって事業は終了）",
            "R3.6月末",
            "the work is said to have ended at R3.6月末, after the date of the table (2020-12-31)",
        ),
        (
            "■研修会 3回 ※H20.6月末で事業は終了",
            "H20.6月末",
            "the work is said to have ended at H20.6月末, before the start of the programme (2018-04-01)",
        ),
        ("■研修会 3回 ※R2.13月末で事業は終了", "R2.13月末", "there is no such date as R2.13月末"),
        (
            "■研修会 3回 ※R2.9月末で事業は終了（R1.10月以降は取りまとめ）",
            "R1.10月",
            "something is told from R1.10月 on, which lies before R2.9月末, when the work ended",
        ),
        ("■研修会 H30年度:3回 R2年度:計7回 R2年度:計2回", "R2年度", "figures for R2年度 are given twice"),
        ("■研修会 計12回 【内訳】 H30年度:3回 R1年度:7回 令和元年度:2回", "2回", "the breakdown has two parts named '令和元年度'"),
        ("■研修 令和5年2月、全23回開催", "令和5年2月", "the date 令和5年2月 lies after the date of the table (2020-12-31)"),
    ],
)
def test_dates_that_cannot_be_right(results: str, where: str, message: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == [(where, message)]


@pytest.mark.parametrize(
    "results",
    [
        "■令和3年1月下旬開催予定",
        "■令和2年12月開催予定",
        "■令和2年度に実施予定",
        "■令和元年11月～令和3年3月まで実施予定",
        "■令和2年1月以降順次開催予定",
        "■令和2年1月下旬開催予定だったが中止",
        "■令和2年1月下旬開催予定を延期",
        "■令和2年1月の予定どおり実施",
        "■令和2年1月に作成した冊子を配布予定",
        "■令和2年1月から令和3年1月に延期予定",
        "■令和2年1月出所予定者に面接",
        "■令和2年1月に公開",
        "■研修会（R元.12末時点） 3回 ■令和2年1月開催予定",
        "■研修 令和元年12月～2月、全23回開催",
        "■研修 令和2年2月～3月、全23回開催",
        "■研修 令和2年2月10日～11日、全23回開催",
        "■研修会（12月末時点） 3回",
        "■研修会（2020.12.31時点） 3回",
        "■参加者（R2.12.31時点） 44196人",
        "■研修会（R2.12月末時点）（R2.12.31現在） 3回",
        "■研修会 3回（R2.12月末時点） 4人（R2.11月末時点）",
        "■研修会 3回（R3.3月末で事業は終了）",
        "■研修会 3回（R4.3月末で事業は終了予定）",
        "■研修会 3回 ※R2.12月末で事業は終了（R3.1月以降は取りまとめ）",
        "■研修会 新規 H30年度:3回 R1年度:7回 継続 R1年度:2回 R2年度:4回",
        "■研修会 H30年度:計1回 計36人 R1年度:計7回 計221人",
    ],
)
def test_dates_that_may_stand(results: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == []


@pytest.mark.parametrize(
    ("items", "where", "message"),
    [
        (
            "<平成元年度> ①研修会を開催。 <令和元年度> ②相談を実施。",
            "平成元年度",
            "the date 平成元年度 lies before the start of the programme (2018-04-01)",
        ),
        ("<令和元年度> ①研修会を開催。 <令和3年度> ②相談を実施。", "令和3年度", "the date 令和3年度 lies after the date of the table"),
        ("<令和元年度> ①研修会を開催。 <R1年度> ②相談を実施。", "R1年度", "R1年度 stands over items of this cell twice"),
        ("①昭和元年度見本事業の結果を報告。", "昭和元年度", "the date 昭和元年度 lies before the start of the programme (2018-04-01)"),
        ("①研修会を開催（令和22年度は市民も対象）。", "令和22年度", "the date 令和22年度 lies after the date of the table"),
    ],
)
def test_years_of_items_that_cannot_be_right(items: str, where: str, message: str, tmp_path: Path) -> None:
    assert told("■研修会開催回数 3回", tmp_path, items) == [(where, message)]


@pytest.mark.parametrize(
    "items",
    [
        "<令和元年度> ①研修会を開催。 <令和2年度> ②相談を実施。",
        "<令和2年度> ①研修会を開催。 <令和3年度（予定）> ②相談を実施。",
        "<令和2年度> ①研修会を開催。 <令和3年度> ②相談を実施予定。",
        "①平成17年度に定めた条例に基づき、研修会を開催。",
        "①平成29年度実態調査の結果を踏まえ、研修会を開催。",
        "①令和12年度までに目標を達成するため、研修会を開催。",
        "①令和4年度は市民も対象とする。",
        "①令和元年度見本事業の結果を報告。",
    ],
)
def test_years_of_items_that_may_stand(items: str, tmp_path: Path) -> None:
    assert told("■研修会開催回数 3回", tmp_path, items) == []
