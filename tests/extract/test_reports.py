"""Which items a part of a result reports on."""

from __future__ import annotations

import pytest

from kg.extract.reports import ItemSense, link_part
from kg.extract.understanding import understand
from kg.text.width import fold

TEXTS = (
    "高齢者又は障害のある犯罪をした者等に対して、支援を実施。",
    "薬物依存のある犯罪をした者等に対して、支援を実施。",
    "身寄りのない犯罪をした者等に対して、居場所の確保に向けた支援を実施。",
)
ALL = (0, 1, 2)


def items(*texts: str) -> list[ItemSense]:
    return [ItemSense(index, index + 1, fold(text), understand(fold(text))) for index, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("label", "linked"),
    [
        pytest.param("高齢・障がい者", (0,), id="the people it is for"),
        pytest.param("薬物事犯者", (1,), id="a short word that stands in one item alone, and not the general group of offenders"),
        pytest.param("居場所の確保の調整をした者", (2,), id="a long word"),
        pytest.param("犯罪をした者", ALL, id="the general group tells no item from another"),
        pytest.param("その他", ALL, id="no word of any item"),
    ],
)
def test_a_part_is_linked_by_the_people_or_words_it_shares(label: str, linked: tuple[int, ...]) -> None:
    assert link_part(label, "target", ALL, items(*TEXTS)) == linked


def test_a_short_word_of_two_items_links_to_none_of_them_alone() -> None:
    assert link_part("薬物事犯者", "target", (0, 1), items("薬物依存のある者に支援を実施。", "薬物の講話を実施。")) == (0, 1)
