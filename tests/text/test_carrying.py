import datetime as dt

import pytest

from kg.text.carrying import Asked, Reason, carried
from kg.text.chronicle import chronicle

DAY = dt.date(2000, 4, 1)


def test_figures_of_merged_places_add_up_to_one_of_the_government_of_today() -> None:
    found = carried([Asked("清水市"), Asked("静岡市"), Asked("蒲原町"), Asked("熊本市")], DAY)
    assert {code: [one.text for one in names] for code, names in found.by_government.items()} == {
        "221007": ["清水市", "静岡市", "蒲原町"],
        "431001": ["熊本市"],
    }
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("names", "text", "reason", "beside"),
    [
        (["清水市", "22204"], "22204", "same", "清水市"),
        (["静岡県", "清水市"], "清水市", "within", "静岡県"),
        (["札幌市", "札幌市北区"], "札幌市北区", "within", "札幌市"),
        (["勢多郡", "勢多郡東村"], "勢多郡東村", "within", "勢多郡"),
        (["府中市"], "府中市", "undecided", None),
        (["さいたま市"], "さいたま市", "unknown", None),
        (["上九一色村"], "上九一色村", "divided", None),
        (["稗貫郡"], "稗貫郡", "dissolved", None),
    ],
)
def test_no_figure_is_counted_twice_or_where_it_does_not_belong(names: list[str], text: str, reason: Reason, beside: str | None) -> None:
    found = carried([Asked(name) for name in names], DAY)
    (left,) = [left for left in found.left_out if left.asked.text == text]
    assert (left.reason, left.beside and left.beside.text) == (reason, beside)
    assert all(one.text != text for names_of in found.by_government.values() for one in names_of)


def test_all_municipalities_of_a_year_are_carried_once() -> None:
    kinds = {"city", "town", "village", "special-ward"}
    places = [place for place in chronicle().places if place.kind in kinds and place.was_there(DAY)]
    found = carried([Asked(place.code) for place in places], DAY)
    counted = [one.text for names in found.by_government.values() for one in names]
    assert len(counted) == len(set(counted)) == len(places) - 1
    assert len(found.by_government) == 1741
    assert [(left.asked.text, left.reason, left.governments) for left in found.left_out] == [("193411", "divided", ("192015", "194301"))]
