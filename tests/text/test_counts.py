from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.counts import find_counts
from kg.text.vocabulary import code_list
from kg.text.width import fold


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure", "counting", "approximate"),
    [
        ("計1,459件", 1459, "件", "cases", "", False), ("延べ39人", 39, "人", "persons", "nobe", False), ("約1,500部", 1500, "部", "copies", "", True),
        ("実人員46人", 46, "人", "persons", "jitsu", False), ("（2日間）", 2, "日", "days", "", False), ("計１４人", 14, "人", "persons", "", False),
        ("計十四人", 14, "人", "persons", "", False), ("延べ二百三名", 203, "名", "persons", "nobe", False), ("全23回開催", 23, "回", "events", "", False),
        ("3地区", 3, "地区", "organisations", "", False), ("500セットを配布", 500, "セット", "items", "", False), ("37.6％", Decimal("37.6"), "%", "other", "", False),
        ("計5艘", 5, "艘", "other", "", False), ("1万2千人", 12000, "人", "persons", "", False),
    ],
)  # fmt: skip
def test_figures(text: str, value: Decimal, unit: str, measure: str, counting: str, approximate: bool) -> None:
    folded = fold(text)
    (count,) = find_counts(folded)
    assert (count.value, count.unit, count.measure, count.counting, count.approximate) == (value, unit, measure, counting, approximate)
    assert folded[count.digits] in "0123456789" or count.kanji


@pytest.mark.parametrize(
    "text", ["65歳以上", "10～20代", "第3回", "週1回", "6か月以内", "一般の方", "三重県", "第二回", "一部の人", "1,2年生", "令和2年"]
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_counts(fold(text)) == []


def test_a_unit_that_nobody_knows_is_kept_and_said_so() -> None:
    (count,) = find_counts("計5艘")
    assert (count.unit, count.known) == ("艘", False)


@given(st.integers(0, 10**7), st.sampled_from([cue.partition("=")[0] for row in code_list("measure").rows for cue in row.cues]))
def test_every_listed_unit_is_read_with_every_number(value: int, unit: str) -> None:
    found = find_counts(fold(f"計{value:,}{unit}"))
    assert [count.value for count in found] == [value]
    assert found[0].known
