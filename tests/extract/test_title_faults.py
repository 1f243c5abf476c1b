"""What is told of a title, and where: dates that cannot be right, once, at the date, and nothing of what only follows from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source

NAME = "見本事業における取組状況等について"
HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"
FOUR = ["（R2.12末時点） 3回", "（R2.12末時点） 4回", "（R2.9末時点） 5回", "（R3.2予定）"]
Told = list[tuple[str, str, str]]


def table(title: str, results: list[str]) -> str:
    names = ("北海道", "青森県", "岩手県", "宮城県")
    rows = [
        f"{at}\t{name}\t福祉課\t—\t①研修会を開催。\t■研修会 {said}" for at, (name, said) in enumerate(zip(names, results, strict=False), 1)
    ]
    return "\n".join([title, "", HEADER, *rows, ""])


def told(text: str, place: Path) -> Told:
    (place / "table.txt").write_text(text, encoding="utf-8")
    found = [finding for portion in extract([open_source(place / "table.txt")]) for finding in portion.findings]
    return [(f.municipality, text[f.span.start : f.span.end], f.message_en.split("; ")[0]) for f in found if f.severity == "warning"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("【平成30年度開始分】（令和2年12月末現在）", []),
        ("【平成13年度開始分】（令和2年12月末現在）", []),
        (
            "【昭和30年度開始分】（令和2年12月末現在）",
            [
                (
                    "",
                    "昭和30年度",
                    "the title has the programme begin in 昭和30年度 (1955), 65 years before the date of the table (2020-12-31)",
                )
            ],
        ),
        (
            "【平成元年度開始分】\n（令和2年12月末現在）",
            [
                (
                    "",
                    "平成元年度",
                    "the title has the programme begin in 平成元年度 (1989), 31 years before the date of the table (2020-12-31)",
                )
            ],
        ),
        ("【令和元年度開始分】（令和3年12月末現在）", []),
        (
            "【令和元年度開始分】（令和12年12月末現在）",
            [
                (
                    "",
                    "令和12年12月末",
                    "the title dates the table 令和12年12月末 (2030-12-31), long after every date in it (the latest is 2021-02-28)",
                )
            ],
        ),
        (
            "【令和元年度開始分】\n（令和５年12月末現在）",
            [
                (
                    "",
                    "令和５年12月末",
                    "the title dates the table 令和５年12月末 (2023-12-31), long after every date in it (the latest is 2021-02-28)",
                )
            ],
        ),
        (
            "【令和元年度開始分】（令和32年12月末現在）",
            [
                (
                    "",
                    "令和32年12月末",
                    "the title dates the table 令和32年12月末 (2050-12-31), long after every date in it (the latest is 2021-02-28)",
                )
            ],
        ),
        (
            "【令和元年度開始分】（平成2年12月末現在）",
            [("", "平成2年12月末", "the title dates the table 平成2年12月末 (1990-12-31), before its programme began in fiscal year 2019")],
        ),
        (
            "【令和元年度開始分】（令和2年13月末現在）",
            [("", "令和2年13月末", "there is no such date as 令和2年13月末, which the title states")],
        ),
        (
            "【令和元年度開始分】\n（令和2年13月末現在）",
            [("", "令和2年13月末", "there is no such date as 令和2年13月末, which the title states")],
        ),
        ("【平成32年度開始分】（令和2年12月末現在）", [("", "平成32年度", "there is no such date as 平成32年度, which the title states")]),
        ("【令和0年度開始分】\n（令和2年12月末現在）", [("", "令和0年度", "there is no such date as 令和0年度, which the title states")]),
        ("【令和元年度開始分】", [("北海道", "北海道", "no title states the date")]),
        (
            "（令和2年13月末現在）",
            [
                ("", "令和2年13月末", "there is no such date as 令和2年13月末, which the title states"),
                ("北海道", "北海道", "no title states the cohort"),
            ],
        ),
    ],
    ids=str,
)
def test_the_dates_of_a_title(title: str, expected: Told, tmp_path: Path) -> None:
    assert told(table(NAME + title, FOUR), tmp_path) == expected


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (["3回", "4回"], []),
        (
            ["（R2.12末時点） 3回", "（R5.9末時点） 4回"],
            [("北海道", "R2.12末", "the date R2.12末 lies far before the date of the table (2023-12-31)")],
        ),
        (["（R2.12末時点） 3回", "4回"], [("北海道", "R2.12末", "the date R2.12末 lies far before the date of the table (2023-12-31)")]),
        (["R2年度：3回", "R2年度：4回"], []),
    ],
    ids=["no dates", "one of two", "a lone one", "only periods"],
)
def test_the_date_of_a_table_stands_where_the_rows_do_not_all_speak_against_it(results: list[str], expected: Told, tmp_path: Path) -> None:
    assert told(table(f"{NAME}【令和元年度開始分】（令和5年12月末現在）", results), tmp_path) == expected


def test_each_table_of_a_document_is_judged_by_its_own_rows(tmp_path: Path) -> None:
    first = table(f"{NAME}【令和元年度開始分】（令和12年12月末現在）", FOUR)
    second = table(f"{NAME}【令和2年度開始分】（令和2年12月末現在）", FOUR)
    assert [where for _, where, _ in told(first + "\n" + second, tmp_path)] == ["令和12年12月末"]
    assert [where for _, where, _ in told(second + "\n" + first, tmp_path)] == ["令和12年12月末"]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (["（R3.1末時点） 3回", "（R3.1末時点） 4回", "（R2.12末時点） 5回"], ["令和2年12月末"]),
        (["（R3.1末時点） 3回", "（R2.12末時点） 4回", "（R2.12末時点） 5回"], ["R3.1末"]),
        (["（R3.1末時点） 3回 ■見学会 （R3.1末時点） 4回", "5回"], ["R3.1末", "R3.1末"]),  # of one government, which may be wrong
        (["（R2.12.28時点） 3回", "（R2.12.31時点） 4回"], []),
    ],
    ids=["most", "one", "one government", "none"],
)
def test_figures_that_run_beyond_the_date_of_the_table(results: list[str], expected: list[str], tmp_path: Path) -> None:
    assert [where for _, where, _ in told(table(f"{NAME}【令和元年度開始分】（令和2年12月末現在）", results), tmp_path)] == expected


def test_two_tables_of_one_cohort(tmp_path: Path) -> None:
    """Pages repeat their title and go on with the numbers; where these begin again with other governments, one of the titles is wrong."""
    title = f"{NAME}【令和元年度開始分】（令和2年12月末現在）"
    first, lines = table(title, FOUR), table(title, FOUR).replace("海道", "広島市").splitlines()
    begun_again = (
        "\n".join(lines).replace("北広島市", "函館市").replace("青森県", "青森市").replace("岩手県", "盛岡市").replace("宮城県", "仙台市")
    )
    gone_on = begun_again
    for number in (4, 3, 2, 1):
        gone_on = gone_on.replace(f"\n{number}\t", f"\n{number + 4}\t")
    assert [where for _, where, _ in told(f"{first}\n{begun_again}\n", tmp_path)] == ["令和元年度"]
    assert told(f"{first}\n{gone_on}\n", tmp_path) == []


@pytest.mark.parametrize(
    ("year", "expected"),
    [("平成30年度", []), ("平成31年度", []), ("令和元年度", []), ("平成29年度", ["平成29年度"]), ("令和2年度", ["令和2年度"])],
)
def test_a_programme_whose_cohorts_are_known(year: str, expected: list[str], tmp_path: Path) -> None:
    title = f"地域再犯防止推進モデル事業における取組状況等について【{year}開始分】（令和2年12月末現在）"
    assert [where for _, where, _ in told(table(title, ["（R2.12末時点） 3回"]), tmp_path)] == expected
