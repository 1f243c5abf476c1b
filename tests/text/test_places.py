import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.places import Place, gazetteer, kind_on

PLACES = gazetteer().places


def test_every_prefecture_and_municipality_is_there_once() -> None:
    assert len(PLACES) == 1788
    assert len({place.code for place in PLACES}) == 1788
    kinds = [place.kind for place in PLACES]
    assert [kinds.count(kind) for kind in ("prefecture", "special-ward")] == [47, 23]
    assert kinds.count("city") + kinds.count("town") + kinds.count("village") == 1718


def test_english_names_tell_a_prefecture_from_the_city_in_it() -> None:
    names = {code: gazetteer().by_code[code].label_en for code in ("430005", "431001", "261009", "131016")}
    assert names == {"430005": "Kumamoto", "431001": "Kumamoto City", "261009": "Kyoto City", "131016": "Chiyoda Ward"}
    for prefecture in gazetteer().prefectures:
        assert [place for place in PLACES if place.label_en == prefecture.label_en] == [prefecture]


@given(st.sampled_from(PLACES))
def test_every_place_is_found_by_its_full_name(place: Place) -> None:
    name = place.name if place.kind == "prefecture" else place.prefecture + place.name
    assert place in gazetteer().resolve(name)
    match = gazetteer().match_start(f"{name} 福祉部 地域福祉課")
    assert match is not None
    assert place in match.candidates
    assert match.length == len(name)


def test_a_name_of_two_places_stays_undecided_until_its_prefecture_says_which() -> None:
    assert {place.prefecture for place in gazetteer().resolve("府中市")} == {"東京都", "広島県"}
    assert [place.code for place in gazetteer().resolve("府中市", "広島県")] == ["342084"]
    assert [place.prefecture for place in gazetteer().resolve("広島県府中市")] == ["広島県"]
    assert gazetteer().resolve("架空市") == ()


@pytest.mark.parametrize(
    ("written", "name"), [("龍ヶ崎市", "龍ケ崎市"), ("⻑崎県", "長崎県"), ("塩釜市", "塩竈市"), ("奄 美 市", "奄美市")]
)
def test_spelling_variants_mean_the_same_place(written: str, name: str) -> None:
    assert [place.name for place in gazetteer().resolve(written)] == [name]


def test_places_named_in_a_sentence() -> None:
    named = gazetteer().named_in("鳥取県再犯防止推進計画の進捗管理")
    assert named == {"310000"}
    assert gazetteer().named_in("関係機関による推進会議を開催。") == frozenset()


@pytest.mark.parametrize(
    ("name", "day", "kind"),
    [
        ("明石市", dt.date(2020, 12, 31), "core-city"), ("明石市", dt.date(2018, 3, 31), "city"), ("熊本市", dt.date(2020, 12, 31), "designated-city"),
        ("熊本市", dt.date(2011, 1, 1), "core-city"), ("奄美市", dt.date(2020, 12, 31), "city"), ("世田谷区", dt.date(2020, 12, 31), "special-ward"),
        ("北海道", dt.date(2020, 12, 31), "prefecture"), ("松本市", dt.date(2020, 12, 31), "city"), ("松本市", dt.date(2021, 12, 31), "core-city"),
    ],
)  # fmt: skip
def test_kinds_have_dates(name: str, day: dt.date, kind: str) -> None:
    (place,) = gazetteer().resolve(name)
    assert kind_on(place, day) == kind
