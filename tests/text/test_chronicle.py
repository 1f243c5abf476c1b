import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.chronicle import RecordedPlace, chronicle
from kg.text.places import gazetteer

CASES = list(csv.DictReader((Path(__file__).parent / "places_then.csv").read_text(encoding="utf-8").splitlines()))
PLACES = chronicle().places


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['prefecture']}{case['asked']} {case['on']}")
def test_a_name_or_code_of_a_day_is_what_it_is_today(case: dict[str, str]) -> None:
    resolved = chronicle().resolve(case["asked"], dt.date.fromisoformat(case["on"]), case["prefecture"])
    if case["today"] == "?":
        assert resolved.candidates == ()
    elif not case["today"]:
        assert len(resolved.candidates) > 1
        assert resolved.decided is None
    else:
        assert resolved.decided
        assert resolved.decided.governments == set(case["today"].split())


OFFICIAL = [
    # 総務省「市町村数の変遷」: cities, towns, villages
    ("1975-04-01", 643, 1974, 640), ("1985-04-01", 651, 2001, 601), ("1999-03-31", 670, 1994, 568), ("2004-04-01", 695, 1872, 533),
    ("2005-04-01", 739, 1317, 339), ("2006-03-31", 777, 846, 198), ("2010-03-31", 786, 757, 184), ("2014-04-05", 790, 745, 183),
]  # fmt: skip


@pytest.mark.parametrize(("day", "cities", "towns", "villages"), OFFICIAL)
def test_there_are_as_many_municipalities_on_a_day_as_the_ministry_counted(day: str, cities: int, towns: int, villages: int) -> None:
    kinds = Counter(place.kind for place in PLACES if place.was_there(dt.date.fromisoformat(day)))
    assert (kinds["city"], kinds["town"], kinds["village"], kinds["special-ward"], kinds["prefecture"]) == (cities, towns, villages, 23, 47)


def test_places_without_an_end_are_the_governments_of_today_and_the_wards_of_their_cities() -> None:
    open_ = [place for place in PLACES if place.valid_until is None]
    governments = {place.code: (place.name, place.kind) for place in open_ if place.kind not in {"ward", "district"}}
    assert governments == {place.code: (place.name, place.kind) for place in gazetteer().places}
    wards = [place for place in open_ if place.kind == "ward"]
    assert len(wards) == 171
    (hamamatsu,) = gazetteer().resolve("浜松市")
    assert {ward.name for ward in wards if ward.within == "浜松市"} == {"中央区", "浜名区", "天竜区"}
    assert all(linked.government == hamamatsu for linked in chronicle().resolve("浜松市浜北区", dt.date(2020, 1, 1)).candidates[0].today)


MUNICIPAL = {"city", "town", "village", "special-ward", "prefecture"}


@pytest.mark.parametrize("year", [1970, 1980, 1990, 2000, 2004, 2006, 2020])
def test_every_municipality_of_a_year_is_found_by_its_full_name_and_lies_in_governments_of_today(year: int) -> None:
    day = dt.date(year, 10, 1)
    for place in PLACES:
        if place.kind in MUNICIPAL and place.was_there(day):
            found = chronicle().resolve(place.within + place.name, day, place.prefecture)
            assert found.decided, place
            assert found.decided.then == place
            assert found.decided.governments <= set(gazetteer().by_code)
            assert len(found.decided.governments) == (2 if place.name == "上九一色村" else 1)
            assert chronicle().resolve(place.code, day).decided == found.decided


@given(st.sampled_from(PLACES))
def test_what_a_place_became_came_from_it(place: RecordedPlace) -> None:
    for linked in chronicle().today(place):
        if linked.place != place:
            assert place in {origin.place for origin in chronicle().origins(linked.place)}
        dates = [change.date for change in linked.changes]
        assert dates == sorted(dates)


def test_a_name_without_a_day_is_decided_where_all_that_bore_it_are_one_place_today() -> None:
    decided = chronicle().resolve("静岡市").decided
    assert decided
    assert (decided.then.code, set(decided.governments)) == ("221007", {"221007"})
    assert chronicle().resolve("日高町").decided is None


def test_back_from_today_to_all_that_a_place_was_with_dates() -> None:
    today = chronicle().of_today("221007")
    assert today
    origins = [(one.place.name, one.place.code, [str(change.date) for change in one.changes]) for one in chronicle().origins(today)]
    assert ("清水市", "222046", ["2003-04-01", "2005-04-01"]) in origins
    assert ("静岡市", "222011", ["2005-04-01"]) in origins
    assert {name for name, _, _ in origins} >= {"静岡市", "清水市"}
    names = {one.place.name for one in chronicle().origins(today)}
    assert "浜松市" not in names


def test_a_place_that_lost_a_part_is_only_partly_what_it_was() -> None:
    then = chronicle().resolve("札幌市白石区", dt.date(1980, 1, 1)).decided
    assert then
    assert {(linked.place.name, linked.part) for linked in then.today} == {("白石区", True), ("厚別区", True)}
    assert then.governments == {"011002"}
    later = chronicle().resolve("札幌市白石区", dt.date(1990, 1, 1)).decided
    assert later
    assert [(linked.place.name, linked.part) for linked in later.today] == [("白石区", False)]


def test_no_two_changes_have_one_key_and_every_place_follows_from_its_changes() -> None:
    successions = chronicle().successions
    assert all(
        one.before.valid_until in {None, one.change.date} or one.change.date < one.before.valid_until for one in successions if one.before
    )
    ended = {one.before for one in successions if one.before and one.before.valid_until == one.change.date}
    assert {place for place in PLACES if place.valid_until} == ended
    begun = {one.after for one in successions if one.after and one.after.valid_from == one.change.date}
    assert {place for place in PLACES if place.valid_from} == begun
