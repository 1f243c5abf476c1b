"""Activities and results that are missing beside each other, or stand in each other's cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.test_odd import HEADER, TITLE

from kg.extract.records import Portion
from kg.extract.tables import extract
from kg.sources.reader import open_source

ACTIVITY, RESULT = "①出所者等を対象に、就労支援を実施。", "■支援実施人数 計12人"
MISSING, EXCHANGED = "there are results here, but the cell", "the cells of activities and results"


def read(contractor: str, activities: str, results: str, place: Path) -> list[Portion]:
    lines = [
        TITLE,
        "",
        f"番号\t{HEADER}",
        f"1\t岩手県\t福祉課\t{contractor}\t{activities}\t{results}",
        f"\t\t\t—\t②協議会を開催。\t{RESULT}",
    ]
    (place / "table.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return list(extract([open_source(place / "table.txt")]))


@pytest.mark.parametrize(
    ("activities", "results", "expected"),
    [
        (ACTIVITY, RESULT, []),
        (ACTIVITY, "—", []),
        ("", RESULT, [MISSING]),
        ("—", RESULT, [MISSING]),
        ("", "■①支援実施人数 計12人", [MISSING]),
        (RESULT, ACTIVITY, [EXCHANGED]),
        ("研修会を年2回開催", "令和2年11月に研修会を開催。", []),
        ("研修会 年2回", "研修会を開催した。", []),
        ("■研修会 年2回", "計画どおり。", []),
        ("■研修会 年2回", "研修会を計画どおり開催した。", []),
        ("■研修会を年2回開催", "■研修会を開催した。", []),
    ],
)
def test_what_is_told(activities: str, results: str, expected: list[str], tmp_path: Path) -> None:
    found = [finding for portion in read("（株）みほん", activities, results, tmp_path) for finding in portion.findings]
    odd = [finding.message_en for finding in found if finding.kind != "missing-result"]
    assert [text[: len(start)] for text, start in zip(odd, expected or odd, strict=True)] == expected


def test_a_row_without_contractor_is_told_as_such(tmp_path: Path) -> None:
    found = [finding.message_en for portion in read("", "", RESULT, tmp_path) for finding in portion.findings]
    assert not any(text.startswith(MISSING) for text in found)


def test_cells_in_each_others_place_are_read_as_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "right").mkdir()
    wrong, right = read("（株）みほん", RESULT, ACTIVITY, tmp_path), read("（株）みほん", ACTIVITY, RESULT, tmp_path / "right")
    for portions in (wrong, right):
        assert next(item.text for portion in portions for item in portion.interventions) == ACTIVITY[1:]
    figures = [[(one.key, one.value, one.interventions) for portion in portions for one in portion.outcomes] for portions in (wrong, right)]
    assert figures[0] == figures[1]
