"""Rows that stand twice: what is told, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.test_odd import told

from kg.extract.alike import without_figures

ITEM = "①刑務所出所者等を対象に、就労先の開拓と職場への同行を実施。"
RESULT = "■支援実施人数 計12人（R2.12末時点）"
OTHER = "■支援実施人数 計13人（R2.12末時点）"


def row(name: str, contractor: str, items: str, results: str) -> str:
    return f"{name}\t福祉課\t{contractor}\t{items}\t{results}" if name else f"\t\t{contractor}\t{items}\t{results}"


@pytest.mark.parametrize(
    ("contractor", "expected"),
    [
        ("（株）みほん", []),  # two governments may hire the same company for the same work
        ("—", []),
        ("（社福）青森県福祉協会", ["岩手県"]),
    ],
)
def test_a_row_of_another_government_with_other_figures(contractor: str, expected: list[str], tmp_path: Path) -> None:
    own = row("2 岩手県", "（社福）岩手県福祉協会", "・研修会を開催。", "■研修会開催回数 3回")
    lines = [row("1 青森県", contractor, ITEM, RESULT), own, row("", contractor, ITEM, OTHER)]
    assert [name for name, _ in told(lines, tmp_path)] == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (row("", "（株）みほん", ITEM, OTHER), 1),
        (row("1 青森県", "（株）みほん", ITEM, OTHER), 1),
        (row("", "（株）みほん", ITEM, RESULT), 1),
        (row("", "（株）みほん", ITEM, RESULT.replace("R2.12", "R1.12")), 0),  # the figures of another year
        (row("", "（株）べつ", ITEM, OTHER), 0),
        (row("", "（株）みほん", ITEM.replace("就労先", "住居"), OTHER), 0),
        (row("", "（株）みほん", ITEM, "■別の指標 計12人（R2.12末時点）"), 0),
    ],
)
def test_a_row_twice_under_one_government(second: str, expected: int, tmp_path: Path) -> None:
    found = told([row("1 青森県", "（株）みほん", ITEM, RESULT), second], tmp_path)
    assert len([text for _, text in found if "stands" in text and "under the same government already" in text]) == expected
    assert not expected or len(found) == 1


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (RESULT, ["row"]),
        (OTHER, []),  # two departments that do the same may well tell of it each with its own figures
        ("—", []),
    ],
)
def test_a_row_of_another_department(results: str, expected: list[str], tmp_path: Path) -> None:
    second = f"\t雇用課\t（株）みほん\t{ITEM}\t{results}"
    found = told([row("1 青森県", "（株）みほん", ITEM, RESULT), second], tmp_path)
    assert ["row" for _, text in found if text.startswith("but for its department this row stands")] == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("①就労先の開拓と職場への同行を実施。②就労先の開拓と職場への同行を実施。", 1),
        ("①研修会を開催。②研修会を開催。", 0),  # words too few to say that one is the other's copy
        ("【甲事業】①就労先の開拓と職場への同行を実施。【乙事業】①就労先の開拓と職場への同行を実施。", 0),
    ],
)
def test_an_item_twice_in_a_cell(items: str, expected: int, tmp_path: Path) -> None:
    found = told([row("1 青森県", "（株）みほん", items, "■研修会開催回数 計3回 ■同行支援件数 計12件")], tmp_path)
    assert len([text for _, text in found if "stands word for word in this cell" in text]) == expected


def test_figures_are_alike_and_dates_are_not() -> None:
    assert without_figures("計12人（R2.12末時点）") == without_figures("計1,300人 （R2.12末時点）")
    assert without_figures("計12人（R2.12末時点）") != without_figures("計12人（R2.11末時点）")
