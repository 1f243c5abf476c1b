"""Outcomes are a well-formed cube: the W3C's integrity constraints hold, and each is broken by a case (cube/ic-*.ru)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import SourceError, VocabularyError
from kg.extract.tables import extract
from kg.queries.stored import stored_queries
from kg.rdf.concepts import concept_statements
from kg.rdf.cube import measure_property
from kg.rdf.iris import Minter
from kg.rdf.members import member_statements, members
from kg.rdf.ontology import ontology_quads
from kg.rdf.portions import QuadWriter
from kg.release.release import Release
from kg.settings import BASE
from kg.sources.reader import open_source
from kg.store.port import Solutions, lexical
from kg.text.vocabulary import code_list
from tests.conftest import SHARED
from tests.gold.test_score import HERE as GENRES
from tests.rdf.test_mutations import mutated

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent / "cube"
ICS = SHARED / "w3c" / "qb-ics"
NAMES = sorted(path.stem.removeprefix("integrity-") for path in ICS.glob("integrity-*.sparql"))
CASES = sorted(path.stem.removeprefix("ic-") for path in HERE.glob("ic-*.ru"))
needs_ics = pytest.mark.skipif(not NAMES, reason="the integrity constraints of the W3C (w3c/qb-ics of the shared folder) are not here")

CUBE = "http://purl.org/linked-data/cube#"
TSU = "https://w3id.org/tsunagi/ontology#"
PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def select(store: ox.Store, text: str) -> list[tuple[str, ...]]:
    answer = store.query(PREFIXES + text)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple("" if term is None else getattr(term, "value", "") for term in row) for row in answer]


def ask(store: ox.Store, text: str) -> bool:
    return bool(store.query((ICS / "prefixes.rq").read_text(encoding="utf-8") + text))


def merged(quads: Iterable[ox.Quad]) -> ox.Store:
    """The quads as one graph, as the constraints want them, without what only leads back to the source."""
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in quads if not str(getattr(quad.graph_name, "value", "")).endswith("/provenance"))
    return store


def written(*paths: Path) -> ox.Store:
    """What a build of the files states, without its checks, which other tests hold."""
    documents = {document.sha256: document for document in map(open_source, paths)}
    writer = QuadWriter(BASE, documents.values())
    store = merged(quad for portion in extract(list(documents.values())) for quad in writer.quads(portion))
    store.extend(ox.Quad(*quad.triple) for quad in writer.rest())
    store.extend(ox.Quad(*statement) for statement in concept_statements(BASE))
    store.extend(ox.Quad(*quad.triple) for quad in ontology_quads(ox.NamedNode(f"{BASE}graph/ontology")))
    return store


def normalised(store: ox.Store) -> ox.Store:
    """After the two updates that the specification wants first (section 10.1)."""
    for name in ("closure.ru", "flatten.ru"):
        store.update((ICS / name).read_text(encoding="utf-8"))
    return store


def instances(store: ox.Store, name: str) -> list[str]:
    """The query of a constraint; IC-20 and IC-21 are made for each way in which the store's code lists tell their hierarchy.

    IC-17 uses in HAVING a name that SELECT gives. SPARQL 1.1 (section 18.2.4) gives it only afterwards, so that where that is followed, as here,
    the query can find nothing; here it counts in place.
    """
    text = (ICS / f"integrity-{name}.sparql").read_text(encoding="utf-8")
    if name == "17":
        counting = text.replace("HAVING (?count != ?numMeasures)", "HAVING (COUNT(?obs2) != ?numMeasures)")
        assert counting != text
        return [counting]
    templates = {"20": ("list-hierarchies", "eg:child"), "21": ("list-inverse-hierarchies", "eg:parent")}
    if name not in templates:
        return [text]
    listing, placeholder = templates[name]
    found = select(store, _prefixed(listing))
    return [text.replace(placeholder, f"<{parent}>") for (parent,) in found]


def _prefixed(listing: str) -> str:
    return "PREFIX owl: <http://www.w3.org/2002/07/owl#> " + (ICS / f"{listing}.sparql").read_text(encoding="utf-8")


def violated(store: ox.Store) -> set[str]:
    normalised(store)
    return {name for name in NAMES if any(ask(store, text) for text in instances(store, name))}


def on_one_key(store: ox.Store) -> list[tuple[str, ...]]:
    answer = store.query(stored_queries("check")["observations-on-one-key"].text)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(str(term) for term in row) for row in answer]


@pytest.fixture(scope="module")
def whole(release: Release) -> ox.Store:
    """The embedded release as one graph."""
    return merged(ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS))


def few(store: ox.Store) -> ox.Store:
    """The same with the outcomes of 北海道, 岩手県 and 東京都 only: two constraints look at all pairs of observations."""
    others = re.compile(r"/id/outcome/(?!.*/(?:010006|030007|130001)/)")
    kept = ox.Store()
    kept.extend(quad for quad in store if not (isinstance(quad.subject, ox.NamedNode) and others.search(quad.subject.value)))
    return kept


@pytest.fixture(scope="module")
def slice_of_it(whole: ox.Store) -> list[ox.Quad]:
    """A slice of the release."""
    return list(few(whole))


# -- the constraints of the W3C ---------------------------------------------------------------------------------------------------------------


@needs_ics
def test_every_constraint_holds_on_the_release(release: Release) -> None:
    assert len(NAMES) == 22
    assert violated(merged(ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS))) == set()


@needs_ics
def test_each_constraint_has_a_case() -> None:
    assert CASES == NAMES
    assert len(list(HERE.iterdir())) == len(CASES)


@needs_ics
@pytest.mark.parametrize("name", CASES)
def test_the_case_breaks_exactly_its_constraint(slice_of_it: list[ox.Quad], name: str) -> None:
    """Also those that its second line names with a reason: breaking one necessarily breaks the other."""
    store = ox.Store()
    store.extend(slice_of_it)
    before = len(store), set(store)
    update = (HERE / f"ic-{name}.ru").read_text(encoding="utf-8")
    store.update(update)
    assert (len(store), set(store)) != before, "the case changes nothing"
    also = re.search(r"^# also ([\w ]+): .+$", update, re.MULTILINE)
    assert violated(store) == {name, *(also[1].split() if also else ())}


@needs_ics
def test_what_the_cases_change_breaks_nothing_before(slice_of_it: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(slice_of_it)
    assert violated(store) == set()


def editions(directory: Path) -> list[Path]:
    """The embedded table, and the same a year later with one figure more."""
    source = resources.path(resources.EMBEDDED_SOURCE)
    text = (
        source.read_text(encoding="utf-8")
        .replace("令和2年12月末現在", "令和3年12月末現在")
        .replace("地域会議12回", "新部会7回 地域会議13回", 1)
    )
    (directory / "later.txt").write_text(text, encoding="utf-8")
    return [source, directory / "later.txt"]


@needs_ics
def test_every_constraint_holds_on_two_editions(tmp_path: Path) -> None:
    store = written(*editions(tmp_path))
    assert len(keys(store)) == len(select(store, "SELECT ?o { ?o a qb:Observation }")) == 441
    assert on_one_key(store) == []
    assert violated(few(store)) == set()


@needs_ics
@pytest.mark.parametrize("genre", ["genre-1", "genre-2", "genre-3"])
def test_every_constraint_holds_on_other_tables(genre: str) -> None:
    store = written(GENRES / f"{genre}.txt")
    assert len(select(store, "SELECT ?o { ?o a qb:Observation }")) > 50
    assert violated(store) == set()


@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(12, 120))])
def test_a_mutated_table_is_a_cube_still(tmp_path: Path, seed: int) -> None:
    (tmp_path / "t.txt").write_bytes(mutated(seed).encode())
    try:
        store = written(tmp_path / "t.txt")
    except SourceError:
        return  # no row names a government any more, and the error says so
    assert on_one_key(store) == []
    assert len(keys(store)) == len(select(store, "SELECT ?o { ?o a tsu:Outcome ; tsu:value ?v }"))
    if NAMES:
        assert violated(store) == set()


# -- keys -------------------------------------------------------------------------------------------------------------------------------------


def keys(store: ox.Store) -> dict[str, tuple[str, ...]]:
    """The key of each observation that has all dimensions."""
    rows = select(
        store,
        """SELECT ?o ?c ?i ?m ?b ?n ?p ?e { ?o a qb:Observation ; tsu:refCommission ?c ; tsu:indicatorType ?i ; qb:measureType ?m ;
           tsu:breakdownMember ?b ; tsu:countingBasis ?n ; tsu:refPeriod ?p ; tsu:refEdition ?e }""",
    )
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows}


def test_every_figure_is_an_observation_with_a_key_of_its_own_and_no_result_in_words_is(whole: ox.Store) -> None:
    figures = {iri for (iri,) in select(whole, "SELECT ?o { ?o a tsu:Outcome ; tsu:value ?v }")}
    found = keys(whole)
    assert set(found) == figures == {iri for (iri,) in select(whole, "SELECT ?o { ?o a qb:Observation }")}
    assert len(found) == len(set(found.values())) == 220
    assert on_one_key(whole) == []
    assert select(whole, "SELECT ?o { ?o a qb:Observation, tsu:OutcomeInWords }") == []


OF_OUTCOMES = 'FILTER(STRSTARTS(STR(?s), "https://w3id.org/tsunagi/id/structure/outcomes-"))'
"""Of the structures of outcomes, beside which there is one of populations."""


def test_the_check_finds_two_on_one_key(slice_of_it: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(slice_of_it)
    store.update((HERE / "ic-12.ru").read_text(encoding="utf-8"))
    assert len(on_one_key(store)) == 1
    text = stored_queries("check")["observations-on-one-key"].text
    asked = {name.replace("tsu:", TSU).replace("qb:", CUBE) for name in re.findall(r"^    ((?:tsu|qb):\w+) \?", text, re.MULTILINE)}
    assert asked == {iri for (iri,) in select(store, f"SELECT DISTINCT ?d {{ ?s qb:component/qb:dimension ?d {OF_OUTCOMES} }}")}


TABLE = """地域再犯防止推進モデル事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）
番号\t自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績
1\t熊本市\t福祉課\t—\t①高齢者に支援を実施。\t{results}
"""


def observed(tmp_path: Path, results: str) -> dict[str, str]:
    """Outcome key and member of each observation of a commission with these results."""
    (tmp_path / "t.txt").write_text(TABLE.format(results=results), encoding="utf-8")
    found = keys(written(tmp_path / "t.txt"))
    return {iri.rpartition("/")[2]: key[3].partition("/breakdown-member/")[2] for iri, key in found.items()}


def test_a_part_stands_below_its_whole(tmp_path: Path, whole: ox.Store) -> None:
    assert observed(tmp_path, "■支援実施人数 計31人【内訳】入口支援：12人、出口支援：19人") == {
        "1-01": "支援実施人数", "1-02": "支援実施人数/入口支援", "1-03": "支援実施人数/出口支援",
    }  # fmt: skip
    wrong = """SELECT ?part { ?part a qb:Observation ; tsu:breakdownOf ?whole ; tsu:breakdownMember ?below . ?whole tsu:breakdownMember ?above
      FILTER NOT EXISTS { ?below skos:broader+ ?above } }"""
    assert select(whole, wrong) == []
    assert len(select(whole, "SELECT ?part { ?part a qb:Observation ; tsu:breakdownOf ?whole }")) > 40


def test_governments_and_editions_share_members(tmp_path: Path, whole: ox.Store) -> None:
    users = select(
        whole,
        'SELECT DISTINCT ?g { ?o tsu:breakdownMember/skos:prefLabel "支援実施人数 / 入口支援"@ja ; tsu:refCommission/tsu:governmentAsWritten ?g }',
    )
    assert {name for (name,) in users} >= {"岩手県", "愛知県", "明石市", "山口県"}
    later = keys(written(*editions(tmp_path)))
    assert set(keys(whole).items()) < set(later.items())
    of_12, of_13 = (
        next(key for iri, key in later.items() if iri.endswith(f"010006/{edition}")) for edition in ("2020-12/1-02", "2021-12/1-03")
    )
    assert of_12[3] == of_13[3] == f"{BASE}code/breakdown-member/推進会議開催回数/地域会議"


def test_figures_that_differ_in_nothing_else_are_told_apart_by_their_place(tmp_path: Path) -> None:
    two = observed(tmp_path, "■研修会 3回 ■相談件数 5件 ■研修会 4回")
    assert two == {"1-01": "研修会", "1-02": "相談件数", "1-03": "研修会/~03"}
    assert observed(tmp_path, "■研修会 3回 ■相談件数 5件 ■研修会 4回 ■研修会 6回") == {**two, "1-04": "研修会/~04"}
    assert observed(tmp_path, "■研修会（令和元年度） 3回 ■研修会（令和2年度） 4回") == {"1-01": "研修会", "1-03": "研修会"}
    assert len(set(observed(tmp_path, "■構成委員 13団体（13人）").values())) == 1


@pytest.mark.parametrize(
    "path",
    [resources.path(resources.EMBEDDED_SOURCE), *(GENRES / f"genre-{number}.txt" for number in (1, 2, 3))],
    ids=lambda path: path.stem,
)
def test_a_newly_read_figure_changes_no_member(path: Path) -> None:
    """Had any one figure not been read, the members of all others would be the same, but for those that only their place tells from that one."""
    dropped = 0
    for portion in extract([open_source(path)]):
        figures = [(record, "any period") for record in portion.outcomes if record.value]
        found = list(members(figures))
        for index in range(len(figures)):
            without = list(members(figures[:index] + figures[index + 1 :]))
            further = [other for other in found if other[:-1] == found[index] and other[-1].startswith("~")]
            assert further or without == found[:index] + found[index + 1 :]
            dropped += not further
    assert dropped > 50


def test_a_figure_without_words_has_a_member(tmp_path: Path) -> None:
    assert observed(tmp_path, "12人") == {"1-01": "unstated"}


def test_members_are_named_in_both_languages() -> None:
    named = {}
    for path in (("研修会",), ("研修会", "~03"), ("unstated",), ("unstated", "~02"), ("a;b", "c d")):
        for subject, step, value in member_statements(Minter(BASE), path):
            if step.value.endswith("#prefLabel") and isinstance(value, ox.Literal):
                named[subject.value.partition("breakdown-member/")[2], value.language] = value.value
    assert named == {
        ("", "ja"): "内訳の項目", ("", "en"): "breakdown members",
        ("研修会", "ja"): "研修会", ("研修会", "en"): "“研修会” in the words of the source",
        ("研修会/~03", "ja"): "研修会（数字 03）", ("研修会/~03", "en"): "“研修会” in the words of the source, figure 03",
        ("unstated", "ja"): "語の記載なし", ("unstated", "en"): "not worded",
        ("unstated/~02", "ja"): "語の記載なし（数字 02）", ("unstated/~02", "en"): "not worded, figure 02",
        ("a%3Bb", "ja"): "a;b", ("a%3Bb", "en"): "“a;b” in the words of the source",
        ("a%3Bb/c%20d", "ja"): "a;b / c d", ("a%3Bb/c%20d", "en"): "“a;b / c d” in the words of the source",
    }  # fmt: skip


# -- dimensions -------------------------------------------------------------------------------------------------------------------------------


def test_counting_is_filled_and_unstated_where_the_source_is_silent(whole: ox.Store) -> None:
    found = Counter(
        (stated.rpartition("/")[2], basis.rpartition("/")[2])
        for stated, basis in select(whole, "SELECT ?m ?b { ?o tsu:countingBasis ?b OPTIONAL { ?o tsu:countingMethod ?m } }")
    )
    assert set(found) == {("", "unstated"), ("nobe", "nobe"), ("jitsu", "jitsu")}
    assert code_list("counting").notations == ("nobe", "jitsu")
    same = select(whole, "SELECT ?a ?b { ?a skos:exactMatch ?b FILTER(CONTAINS(STR(?a), '/counting-basis/')) } ORDER BY ?a")
    assert same == [(f"{BASE}code/counting-basis/{name}", f"{BASE}code/counting/{name}") for name in ("jitsu", "nobe")]


@pytest.mark.parametrize(
    ("outcome", "period"),
    [
        ("030007/2020-12/1-01", "unstated-to/2020-12-31"),
        ("230006/2020-12/1-01", "unstated-to/2020-02-29"),
        ("010006/2020-12/1-01", "unstated-to/2020-12-31"),  # no date but that of the table
        ("130001/2020-12/1-05", "FY2018"),
        ("431001/2020-12/1-04", "2020-01/2020-02"),
        ("431001/2020-12/2-13", "2019-11"),
    ],
)
def test_the_reference_period_is_filled(whole: ox.Store, outcome: str, period: str) -> None:
    found = next(key for iri, key in keys(whole).items() if iri.endswith(outcome))
    assert found[5] == f"{BASE}id/period/{period}"


def test_a_table_without_any_date_has_a_period_too(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("".join(TABLE.format(results="■研修会 3回").splitlines(keepends=True)[1:]), encoding="utf-8")
    assert [key[5] for key in keys(written(tmp_path / "t.txt")).values()] == [f"{BASE}id/period/unstated"]


# -- structures -------------------------------------------------------------------------------------------------------------------------------


def test_each_code_of_the_list_of_measures_has_a_property_and_a_structure(whole: ox.Store) -> None:
    codes = code_list("measure").notations
    measures = {notation: measure_property(notation).value for notation in codes}
    assert len(set(measures.values())) == len(codes)
    declared = {iri for (iri,) in select(whole, "SELECT ?m { ?m a qb:MeasureProperty ; rdfs:subPropertyOf tsu:value }")}
    assert declared == set(measures.values())
    structured = select(whole, f"SELECT ?s ?m {{ ?s a qb:DataStructureDefinition ; qb:component/qb:measure ?m {OF_OUTCOMES} }}")
    assert sorted(structured) == sorted((f"{BASE}id/structure/outcomes-{code}", iri) for code, iri in measures.items())


def test_structures_differ_in_their_measure_only(whole: ox.Store) -> None:
    parts: dict[str, set[str]] = {}
    asked = f"SELECT ?s ?p {{ ?s qb:component ?c . ?c ?kind ?p FILTER(?kind IN (qb:dimension, qb:attribute)) {OF_OUTCOMES} }}"
    for structure, part in select(whole, asked):
        parts.setdefault(structure, set()).add(part)
    assert len(parts) == len(code_list("measure").notations)
    assert len({frozenset(found) for found in parts.values()}) == 1
    kinds = select(whole, "SELECT ?p { ?c (qb:dimension|qb:attribute|qb:measure) ?p FILTER NOT EXISTS { ?p a ?kind } }")
    assert kinds == []


def test_the_measure_of_an_observation_is_that_of_its_code(whole: ox.Store) -> None:
    rows = select(
        whole,
        "SELECT ?code ?type ?set ?value { ?o qb:measureType ?type ; tsu:measure/skos:notation ?code ; qb:dataSet ?set ; tsu:value ?value }",
    )
    assert len(rows) == 220
    for code, measure, data_set, _ in rows:
        assert measure == measure_property(code).value
        assert data_set == f"{BASE}id/dataset/outcomes-{code}"


def test_a_code_without_measure_property_is_an_error_that_says_the_way_out() -> None:
    with pytest.raises(VocabularyError) as caught:
        measure_property("furlongs")
    assert "measure/furlongs" in caught.value.in_language("en")
    assert "modules/cube.ttl" in caught.value.in_language("ja")


def test_the_documents_query_gives_the_documents_rows(release: Release) -> None:
    text = (ROOT / "docs" / "cube.md").read_text(encoding="utf-8")
    query, rest = text.split("```sparql\n")[1].split("```", 1)
    shown = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in rest.strip().splitlines() if line.startswith("|")]
    shown = shown[2 : 2 + 4]
    answer = release.store().query(query)
    assert isinstance(answer, Solutions)
    assert [tuple(lexical(term) for term in row) for row in answer.rows] == shown
