import tomllib
from pathlib import Path

import pytest

from kg.extract.understanding import notations, understand
from kg.text.vocabulary import code_list
from kg.text.width import fold

FILE = Path(__file__).with_name("items.toml")
ITEMS = tomllib.loads(FILE.read_text(encoding="utf-8"))["item"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["why"])
def test_items(item: dict[str, str | list[str]]) -> None:
    found = understand(fold(str(item["text"])))
    for name in ("types", "targets", "referrers", "stages"):
        assert sorted(notations(getattr(found, name))) == sorted(item.get(name, [])), name


def test_all_items_on_disk_were_collected() -> None:
    assert len(ITEMS) == FILE.read_text(encoding="utf-8").count("[[item]]") >= 15


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["why"])
def test_every_code_shows_the_words_that_decided_it(item: dict[str, str]) -> None:
    text = fold(item["text"])
    found = understand(text)
    for match in (*found.types, *found.targets, *found.referrers, *found.stages):
        assert 0 <= match.start <= match.end <= len(text)
        assert match.end > match.start or match.scope == "otherwise"


def test_codes_are_those_of_the_code_lists() -> None:
    for name in ("intervention-type", "target-group", "referrer", "support-stage"):
        key = {"intervention-type": "types", "target-group": "targets", "referrer": "referrers", "support-stage": "stages"}[name]
        assert {code for item in ITEMS for code in item.get(key, [])} <= set(code_list(name).notations)
