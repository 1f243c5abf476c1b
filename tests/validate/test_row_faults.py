"""Rows of the embedded table copied, moved or emptied: one fault is told once, at its cell; what is legal gives none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source
from tests.validate.test_source_faults import ROWS, TEXT, Told, gathered

Change = Callable[[list[str]], None]


def at(start: str, below: int = 0) -> int:
    """Place of the row that begins so, or of the n-th one below it."""
    return next(index for index, row in enumerate(ROWS) if row.startswith(start)) + below


def copied(row: int, below: int, old: str = "", new: str = "", then: tuple[str, str] = ("", "")) -> Change:
    """A row once more below another one, with a thing or two changed."""

    def change(rows: list[str]) -> None:
        rows.insert(below + 1, ROWS[row].replace(old, new, 1).replace(*then, 1))

    return change


def replaced(old: str, new: str) -> Change:
    """One thing changed that stands once in the table."""

    def change(rows: list[str]) -> None:
        (row,) = (index for index, text in enumerate(rows) if old in text)
        rows[row] = rows[row].replace(old, new)

    return change


def cells(row: int, *order: int | str) -> Change:
    """The cells of a row in another order, or with other words in the place of some."""

    def change(rows: list[str]) -> None:
        given = rows[row].rstrip("\n").split("\t")
        rows[row] = "\t".join(given[one] if isinstance(one, int) else one for one in order) + "\n"

    return change


def exchanged(one: int, other: int) -> Change:
    """Two rows in each other's place."""

    def change(rows: list[str]) -> None:
        rows[one], rows[other] = rows[other], rows[one]

    return change


def changed(change: Change) -> str:
    rows = list(ROWS)
    change(rows)
    return "".join(rows)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Counter[Told]:
    return gathered(TEXT, tmp_path_factory.mktemp("untouched"))


ONE = {
    "leaked row, the government's own behind it": (
        copied(at("14\t滋賀県", 2), at("15\t京都府")),
        ("warning", "leaked-row", "京都府", "①雇用主や福祉事業所"),
    ),
    "leaked row between the government's own": (
        copied(at("1\t宮城県"), at("2\t秋田県"), "1\t宮城県 保健福祉部 社会福祉課\t", "\t\t"),
        ("warning", "leaked-row", "秋田県", "① 刑務所出所者等やその関係者"),
    ),
    "leaked row without contractor": (
        copied(at("4 盛岡市"), at("5 茨城県"), "4 盛岡市", ""),
        ("warning", "leaked-row", "茨城県", "①市民向けフォーラム"),
    ),
    "leaked row with another figure": (
        copied(at("27\t長崎県"), at("25\t香川県"), "27\t長崎県 福祉保健部 福祉保健課\t", "\t\t", then=("計90人", "計91人")),
        ("warning", "leaked-row", "香川県", "①高齢者又は障害のある"),
    ),
    "leaked row with one of many figures changed": (
        copied(at("14\t滋賀県", 2), at("15\t京都府"), "計22件", "計23件"),
        ("warning", "leaked-row", "京都府", "①雇用主や福祉事業所"),
    ),
    "project twice, a figure changed": (
        copied(at("7\t埼玉県"), at("7\t埼玉県"), "計38人", "計39人"),
        ("warning", "other", "埼玉県", "7\t埼玉県\t"),
    ),
    "commission twice, a figure changed": (
        copied(at("6\t栃木県", 1), at("6\t栃木県", 1), "計17人", "計18人"),
        ("warning", "other", "栃木県", "（特非）栃木ダルク"),
    ),
    "commission twice, behind others": (
        copied(at("6\t栃木県", 1), at("6\t栃木県", 3), "計17人", "計18人"),
        ("warning", "other", "栃木県", "（特非）栃木ダルク"),
    ),
    "letter in a figure, the only result of its item": (
        replaced("計19人 (延べ355回)", "計l9人 (延べ355回)"),
        ("warning", "unread-text", "熊本県", "計l9人"),
    ),
    "space in a figure, the only result of its item": (
        replaced("計1,459件", "計1 459件"),
        ("warning", "unread-text", "北九州市", "計1 459件"),
    ),
    "the only figure of a government": (
        replaced("■相談件数 計425件（R2.12月末時点） <内訳> H30実績 73件 R1実績 113件 R2実績 239件", "■相談件数 計4l5件（R2.12月末時点）"),
        ("warning", "unread-text", "東京都", "計4l5件"),
    ),
    "activities gone": (
        cells(at("7\t埼玉県"), 0, 1, 2, 3, "", 5),
        ("warning", "other", "埼玉県", "■支援対象者数 計38人"),
    ),
    "activities a dash": (
        cells(at("7\t埼玉県"), 0, 1, 2, 3, "—", 5),
        ("warning", "other", "埼玉県", "—"),
    ),
    "activities of a later row gone, results that name its items": (
        cells(at("2\t秋田県", 1), 0, 1, 2, "", 4),
        ("warning", "other", "秋田県", "■ ⑤相談件数"),
    ),
    "activities and results exchanged": (
        cells(at("7\t埼玉県"), 0, 1, 2, 3, 5, 4),
        ("info", "shifted-column", "埼玉県", "■支援対象者数 計38人"),
    ),
    "centre of another prefecture, its contractor listed again": (
        replaced("【福岡県地域生活定着支援センター受託団体】", "【佐賀県地域生活定着支援センター受託団体】"),
        ("warning", "name-suspect", "福岡県", "(特非)抱樸 【佐賀県"),
    ),
    "listed again under a name that no other row has": (
        replaced("(特非)抱樸【再掲】", "(特非)抱撲【再掲】"),
        ("warning", "name-suspect", "福岡県", "(特非)抱撲【再掲】"),
    ),
    "project twice, another department": (
        copied(at("7\t埼玉県"), at("7\t埼玉県"), "福祉部 社会福祉課", "保健医療部 健康課"),
        ("warning", "other", "埼玉県", "7\t埼玉県\t保健医療部 健康課\t"),
    ),
    "item twice, in the middle of its cell": (
        replaced("相互理解のための研修会を開催。 ③", "相互理解のための研修会を開催。 ③圏域ごとに、制度周知や福祉関係者と司法関係者との相互理解のための研修会を開催。 ③"),
        ("warning", "other", "長野県", "圏域ごとに、制度周知や"),
    ),
    "item twice, at the end of its cell": (
        replaced("再犯防止推進会議を開催。\t■ハンド", "再犯防止推進会議を開催。 ④地方再犯防止推進計画の策定に当たって、広く意見・助言等をもらうため、刑事司法機関及び民間団体等で構成する京都市再犯防止推進会議を開催。\t■ハンド"),
        ("warning", "other", "京都市", "地方再犯防止推進計画"),
    ),
    "two governments exchanged": (
        exchanged(at("7\t埼玉県"), at("8\t千葉県")),
        ("warning", "other", "千葉県", "千葉県"),
    ),
}  # fmt: skip


SAMPLE = 4
"""Cases of make test; what the extraction says of all of them is tested beside it, in tests/extract/."""


@pytest.mark.parametrize(
    ("change", "expected"),
    [pytest.param(*case, id=name, marks=[pytest.mark.full] * (place >= SAMPLE)) for place, (name, case) in enumerate(ONE.items())],
)
def test_one_fault_is_told_once(change: Change, expected: Told, untouched: Counter[Told], tmp_path: Path) -> None:
    more = list((gathered(changed(change), tmp_path) - untouched).elements())
    assert [(*one[:3], one[3][: len(expected[3])]) for one in more] == [expected]


def test_a_row_that_leaked_lends_its_department_to_no_row_below(tmp_path: Path) -> None:
    (tmp_path / "table.txt").write_text(changed(ONE["leaked row without contractor"][0]), encoding="utf-8")
    rows = [row for portion in extract([open_source(tmp_path / "table.txt")]) if portion.project for row in portion.commissions]
    assert {row.department for row in rows if "茨城県" in row.contractor} == {"保健福祉部 福祉指導課 人権施策推進室"}
