"""The index of the embedded release: what is found is what the texts say, in a sensible order, counted rightly; what is nowhere is not found."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Tables

from kg import resources
from kg.errors import StoreError
from kg.release.release import SEARCH, Release
from kg.search.entries import FACETS, KINDS, SCHEMES, Entry, entries
from kg.search.index import Found, Index, Wish
from kg.search.labels import code_label, government_label
from kg.search.words import comparable, terms
from kg.search.writing import write_index
from kg.settings import Settings
from kg.text.vocabulary import code_list

ALL = 100_000


@pytest.fixture(scope="module")
def every(release: Release) -> list[Entry]:
    return list(entries(release.path / "tables", Settings().base, {"https://example.org/source": "table.txt"}))


@pytest.fixture(scope="module")
def index(release: Release) -> Iterator[Index]:
    opened = Index(release.path / SEARCH)
    yield opened
    opened.close()


def find(index: Index, words: str = "", **chosen: tuple[str, ...]) -> Found:
    return index.find(Wish(words, chosen), 0, ALL, 30)


def called(scheme: str, notation: str) -> list[str]:
    """Both labels of a code, and its other names in English."""
    label = code_label(scheme, notation)
    (row,) = (row for row in resources.rows("ontology/concepts.csv", ("alt_en",)) if (row["scheme"], row["notation"]) == (scheme, notation))
    return [label.ja, label.en, *filter(None, row["alt_en"].split("|"))]


def looked_in(entry: Entry) -> list[str]:
    """The texts that an entry is found by, as the writer of this test reads entries.py."""
    texts = [f"{entry.title} \n {entry.title_en}", f"{entry.text} \n {entry.text_en}"]
    further = [entry.further, entry.contractor]
    if entry.kind == "contractor":
        for value in sorted(entry.codes.get("function", ())):
            further += called("contractor-kind", value)
    if entry.kind in {"intervention", "outcome"}:
        label = government_label(entry.government)
        further += [label.ja, label.en]
        for facet in ["indicator"] if entry.kind == "outcome" else ["type", "target", "stage", "referrer"]:
            for value in sorted(entry.codes.get(facet, ())):
                further += called(SCHEMES[facet], value)
    return [*texts, " \n ".join(further)]


@pytest.mark.parametrize(
    ("english", "japanese"),
    [("DARC", "ダルク"), ("drug dependence", "依存"), ("job support", "就労"), ("accommodation", "住居"), ("older people", "高齢")],
)
def test_who_reads_english_finds_what_the_tables_say_in_japanese(index: Index, english: str, japanese: str) -> None:
    found = {row["iri"] for row in find(index, english).rows}
    assert len(found) >= 3
    assert len(found & {row["iri"] for row in find(index, japanese).rows}) > len(found) / 3


def test_there_is_an_entry_for_everything(index: Index, every: list[Entry], embedded: Tables) -> None:
    kinds = Counter(entry.kind for entry in every)
    assert set(kinds) == set(KINDS)
    assert kinds["intervention"] == len(embedded["interventions"])
    assert kinds["outcome"] == len(embedded["outcomes"])
    assert kinds["government"] == len({row["municipality_code"] for row in embedded["projects"]})
    assert kinds["contractor"] == len({row["contractor_id"] for row in embedded["commissions"]} - {""})
    found = find(index)
    assert (found.total, dict(found.facets["kind"])) == (len(every), dict(kinds))
    assert len({row["iri"] for row in found.rows}) == len(every)


def pairs(every: list[Entry]) -> list[str]:
    """Pairs of characters that stand in some text, one in forty of all."""
    texts = [comparable(text).text for entry in every for text in (entry.title, entry.text)]
    seen = sorted({text[at : at + 2] for text in texts for at in range(len(text) - 1)})
    return [pair for pair in seen if pair.isalpha() and not pair.isascii()][::40]


def test_what_is_found_is_what_the_texts_say(index: Index, every: list[Entry]) -> None:
    texts = {entry.iri: [comparable(text).text for text in looked_in(entry)] for entry in every if entry.kind != "document"}
    looked_for = [*pairs(every), "再犯", "就労", "住居", "入口支援", "ダルク", "障害", "県", "①", "北海道", "employment", "hokkaido"]
    assert len(looked_for) > 60
    for words in looked_for:
        (term,) = terms(words)
        expected = {iri for iri, parts in texts.items() if any(term.pattern.search(part) for part in parts)}
        found = find(index, words)
        assert {row["iri"] for row in found.rows if row["kind"] != "document"} == expected, words
        assert found.total == len(found.rows)


@pytest.mark.parametrize(
    "words", ["再犯", "就労", "住居", "ﾀﾞﾙｸ", "だるく", "障碍", "employment support", "Hokkaido", "ほっかいどう"], ids=str
)
def test_words_of_the_field_are_found(index: Index, words: str) -> None:
    assert find(index, words).total


@pytest.mark.parametrize("words", ["ぬるぽ", "zzzz", "再犯率", "『』", "・", "就労 ぬるぽ", '"', "NEAR(a b)"], ids=str)
def test_what_is_nowhere_is_not_found(index: Index, words: str) -> None:
    found = find(index, words)
    assert (found.total, found.rows) == (0, [])
    assert set(found.facets) == set(FACETS)


@pytest.mark.parametrize("notation", code_list("intervention-type").notations)
def test_a_name_that_is_the_words_stands_first(index: Index, notation: str) -> None:
    for language in ("ja", "en"):
        label = code_label("intervention-type", notation).in_language(language)
        first = find(index, label).rows[0]
        assert label in {first["title"], first["title_en"]}, label


def test_more_words_find_less(index: Index) -> None:
    both = {row["iri"] for row in find(index, "相談 住居").rows}
    assert both == {row["iri"] for row in find(index, "相談").rows} & {row["iri"] for row in find(index, "住居").rows}
    assert both


def test_facets_count_what_choosing_them_gives(index: Index) -> None:
    for words, chosen in (
        ("", {}),
        ("支援", {}),
        ("支援", {"kind": ("intervention",)}),
        ("", {"type": ("employment-support", "housing-support")}),
    ):
        found = find(index, words, **chosen)
        for facet, counts in found.facets.items():
            assert counts == sorted(counts, key=lambda pair: (-pair[1], pair[0]))
            for value, count in counts[:6]:
                assert find(index, words, **{**chosen, facet: (value,)}).total == count, (words, chosen, facet, value)


def test_values_of_a_facet_widen_and_facets_narrow(index: Index) -> None:
    one, other = find(index, type=("employment-support",)), find(index, type=("consultation",))
    either = find(index, type=("employment-support", "consultation"))
    assert max(one.total, other.total) < either.total < one.total + other.total
    assert find(index, type=("employment-support",), figures=("with",)).total < one.total
    assert find(index, type=("nonsense",)).total == 0


def test_a_figure_keeps_what_belongs_to_it(index: Index, embedded: Tables) -> None:
    found = {row["iri"]: row for row in find(index, kind=("outcome",)).rows}
    for outcome in embedded["outcomes"]:
        row = found[outcome["outcome_id"]]
        assert all(row[name] == outcome[name] for name in ("value", "unit", "approximate", "as_of", "period", "status")), row
        assert row["counting"] == (outcome["counting"] or ("unstated" if outcome["value"] else ""))


def test_pages_follow_one_another(index: Index) -> None:
    whole = [row["iri"] for row in find(index, "支援").rows]
    paged = [row["iri"] for first in range(0, len(whole), 7) for row in index.find(Wish("支援"), first, 7, 30).rows]
    assert paged == whole


def test_the_same_entries_give_the_same_bytes(every: list[Entry], tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert write_index(every, tmp_path / name) == len(every)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_search_ends_in_time(index: Index) -> None:
    with pytest.raises(TimeoutError):
        index.find(Wish("支援"), 0, ALL, -1)
    assert find(index, "支援").total


@pytest.mark.parametrize("content", [None, b"", b"no database" * 100])
def test_a_damaged_index_is_told(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "index").write_bytes(content)
    with pytest.raises(StoreError, match="build again"):
        Index(tmp_path / "index")


def test_nobody_writes_through_it(release: Release, index: Index) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index._file.execute("DELETE FROM entry")
    release.verify()
