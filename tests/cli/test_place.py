import json
from pathlib import Path

import pytest
from tests.forking import kg


def test_a_name_of_a_day_leads_to_the_place_of_today_with_each_change_on_the_way(tmp_path: Path) -> None:
    told = kg("place", "清水市", "--on", "2000-04-01", "--lang", "ja", cwd=tmp_path)
    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "清水市: 静岡県清水市 222046 [2003-04-01 まで]",
        "  → 静岡県静岡市 221007 [2005-04-01 から]",
        "      2003-04-01  静岡市(22201)、清水市(22204)が合併し、静岡市を新設",
        "      2005-04-01  静岡市(22201)の静岡市(22100)への政令指定都市施行",
    ]


def test_several_names_of_a_day_tell_what_may_be_added(tmp_path: Path) -> None:
    told = kg("place", "静岡市", "清水市", "静岡県", "府中市", "--on", "2000-04-01", "--lang", "en", cwd=tmp_path)
    assert told.returncode == 1
    assert "府中市: could be several places" in told.stdout
    assert told.stdout.splitlines()[-4:] == [
        "  静岡県 220001 = 静岡県",
        "  × 府中市: could be several places",
        "  × 静岡市: its figure is part of that of the wider place (静岡県)",
        "  × 清水市: its figure is part of that of the wider place (静岡県)",
    ]


def test_json_tells_candidates_and_whether_there_is_one(tmp_path: Path) -> None:
    (two, none, one) = json.loads(kg("place", "府中市", "なし市", "静岡市", "--json", cwd=tmp_path).stdout)
    assert [found["decided"] for found in (two, none, one)] == [False, False, True]
    assert [found["then"]["prefecture"] for found in two["candidates"]] == ["東京都", "広島県"]
    assert none["candidates"] == []
    (today,) = one["candidates"][0]["today"]
    assert {"静岡市", "清水市"} <= {origin["name"] for origin in today["was"]}


@pytest.mark.parametrize(("language", "said"), [("ja", "日付ではありません"), ("en", "is no date")])
def test_a_day_that_is_none_is_refused(tmp_path: Path, language: str, said: str) -> None:
    told = kg("place", "清水市", "--on", "平成12年", "--lang", language, cwd=tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert said in told.stderr
