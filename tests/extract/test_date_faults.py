"""Dates of results that cannot be right in a table of December 2020: what is told, where, and what may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source

TITLE = "見本事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）"
HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"


def told(results: str, place: Path) -> list[tuple[str, str]]:
    text = "\n".join([TITLE, "", HEADER, f"1\t岩手県\t福祉課\t—\t・研修会を開催。\t{results}", ""])
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
    ],
)
def test_dates_that_may_stand(results: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == []
