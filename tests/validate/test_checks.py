"""Every stored check (queries/checks/): a change to the conforming graph that it finds, at the node that it should name, and one that is none of its business."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.queries.stored import stored_queries
from kg.rdf.concepts import concepts
from kg.settings import BASE
from kg.validate.check_findings import check_findings, presupposed_by
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.nodes import Nodes
from kg.validate.shapes import load_shapes, shape_files

HERE = Path(__file__).with_name("checks")
CONFORMING = Path(__file__).resolve().parents[1] / "shapes" / "conforming.ttl"
CHECKS, SUSPECTS = stored_queries("check"), stored_queries("suspect")
SHAPES = load_shapes(shape_files())
FIRES, SILENT = sorted(HERE.glob("*.fires.ru")), sorted(HERE.glob("*.silent.ru"))


def changed(case: Path | None) -> ox.Store:
    store = ox.Store()
    store.load(path=str(CONFORMING), format=ox.RdfFormat.TURTLE)
    if case:
        before = set(store)
        store.update(case.read_text(encoding="utf-8"))
        assert set(store) != before, "the case changes nothing"
    return store


def twice(store: ox.Store) -> ox.Store:
    """Every statement in two named graphs: a union that counts it twice must not change an answer."""
    doubled = ox.Store()
    for name in ("one", "two"):
        doubled.extend(ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"{BASE}graph/{name}")) for quad in store)
    return doubled


def found(store: ox.Store) -> list[Finding]:
    return list(check_findings(Nodes(store), BASE))


def slug(finding: Finding) -> str:
    return finding.rule.removeprefix(f"{BASE}check/")


def test_each_check_has_a_case_that_fires_and_one_that_does_not() -> None:
    assert {path.name for path in HERE.iterdir()} == {f"{name}.{kind}.ru" for name in CHECKS for kind in ("fires", "silent")}
    assert len(CHECKS) >= 16


def test_the_conforming_graph_gives_none() -> None:
    assert found(changed(None)) == []


@pytest.mark.parametrize("case", FIRES, ids=lambda path: path.name)
def test_a_case_that_fires_is_found_at_its_node(case: Path) -> None:
    named = re.search(r"^# finds: (.+)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    assert named is not None
    name = case.name.removesuffix(".fires.ru")
    told = [finding for finding in found(changed(case)) if slug(finding) == name]
    first = told[0]
    assert first.focus == BASE + named[1]
    assert len(told) == (2 if name in presupposed(name) else 1)
    assert first.place is not None or "/area/" in first.focus or "/430005" in first.focus
    for text in (first.message.ja, first.message.en, first.repair.ja, first.repair.en):
        assert text
        assert not re.search(r"[{}]|https?://|tsu:", text), text
    assert first.message.ja != first.message.en


def presupposed(name: str) -> set[str]:
    return {rule.removeprefix(f"{BASE}check/") for rule in presupposed_by(f"{BASE}check/{name}", SHAPES, BASE)}


@pytest.mark.parametrize("case", SILENT, ids=lambda path: path.name)
def test_a_case_that_is_none_of_its_business_is_not(case: Path) -> None:
    assert case.name.removesuffix(".silent.ru") not in {slug(finding) for finding in found(changed(case))}


@pytest.mark.parametrize("case", [None, *FIRES, *SILENT], ids=lambda path: path.name if path else "conforming")
def test_what_stands_in_two_graphs_is_counted_once(case: Path | None) -> None:
    assert found(twice(changed(case))) == found(changed(case))


SUSPICIOUS = {name: query.check.suspects for name, query in CHECKS.items() if query.check and query.check.suspects}


def test_what_a_check_is_asked_for_has_a_place_in_it() -> None:
    assert set(SUSPICIOUS.values()) == set(SUSPECTS)
    for name, suspects in SUSPICIOUS.items():
        for variable in SUSPECTS[suspects].returns:
            assert re.search(rf"VALUES \?{variable} \{{ UNDEF \}}", CHECKS[name].text)


@pytest.mark.parametrize("case", [case for case in FIRES if case.name.partition(".")[0] in SUSPICIOUS], ids=lambda path: path.name)
def test_asked_for_the_suspects_alone_a_check_finds_what_it_finds_in_the_whole(case: Path) -> None:
    name = case.name.partition(".")[0]
    store = changed(case)
    whole = {str(row[0]) for row in solutions(store, CHECKS[name].text)}
    assert {f"<{finding.focus}>" for finding in found(store) if slug(finding) == name} == whole != set()


AWKWARD = """
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
DELETE { ?s tsu:text ?text } INSERT { ?s tsu:text ?other } WHERE {
  ?s tsu:text ?text BIND(CONCAT(?text, "\\"\\\\g<1> } \\n") AS ?other)
}
"""


def test_a_suspect_may_be_any_text() -> None:
    store = changed(HERE / "row-of-two-governments.fires.ru")
    before = [finding.focus for finding in found(store)]
    store.update(AWKWARD)
    assert [finding.focus for finding in found(store)] == before != []


def test_a_document_without_name_is_looked_at_too() -> None:
    told = " ".join(
        f"<urn:x:{n}> a tsu:SourcePassage ; tsu:inDocument _:d ; tsu:position {n} ; oa:hasSelector [ oa:start {n * 2} ; oa:end {n * 2 + 1} ] ."
        for n in range(2)
    )
    store = ox.Store()
    store.update(PASSAGES % told)
    assert [finding.focus for finding in found(store)] == ["urn:x:1"]


def solutions(store: ox.Store, text: str) -> ox.QuerySolutions:
    answer = store.query(text)
    assert isinstance(answer, ox.QuerySolutions)
    return answer


PASSAGES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
INSERT DATA { %s }
"""
Passage = tuple[int, int, int]


def out_of_order(passages: list[Passage]) -> bool:
    """Whether a document of passages (place, start, end) is a suspect."""
    store = ox.Store()
    told = (
        f"<urn:x:{n}> a tsu:SourcePassage ; tsu:inDocument <urn:x:d> ; tsu:position {place} ; oa:hasSelector [ oa:start {start} ; oa:end {end} ] ."
        for n, (place, start, end) in enumerate(passages)
    )
    store.update(PASSAGES % " ".join(told))
    return bool(list(solutions(store, SUSPECTS["documents-out-of-order"].text)))


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12), st.data())
@settings(max_examples=150, deadline=None)
def test_no_slip_hides_in_the_sum_over_a_document(lengths: list[int], data: st.DataObject) -> None:
    ends = list(accumulate(lengths))
    good = list(zip(range(1, len(ends) + 1), [0, *ends], ends, strict=False))
    assert not out_of_order(good)
    one, other = sorted(data.draw(st.lists(st.integers(0, len(good) - 1), min_size=2, max_size=2, unique=True)))
    (place, start, end), (place_, start_, end_) = good[one], good[other]
    slips: dict[str, list[Passage]] = {
        "missing": [*good[:one], *good[one + 1 :]],
        "twice": [*good, (place, start, end)],
        "moved": [*good[:one], (place, start + 1, end + 1), *good[one + 1 :]],
        "longer": [*good[:one], (place, start, end + 1), *good[one + 1 :]],
        "exchanged": [*good[:one], (place_, start, end), *good[one + 1 : other], (place, start_, end_), *good[other + 1 :]],
    }
    for name, slipped in slips.items():
        assert out_of_order(slipped) or in_order(slipped), (name, slipped)


def in_order(passages: list[Passage]) -> bool:
    """The same without a sum."""
    row = sorted(passages)
    places = [place for place, _, _ in row]
    return (
        places == list(range(places[0], places[0] + len(row)))
        and row[0][1] == 0
        and all(before[2] == after[1] for before, after in pairwise(row))
    )


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_says_what_it_is_told_as(name: str) -> None:
    check = CHECKS[name].check
    assert check is not None
    assert check.severity in SEVERITIES
    assert ("finding-kind", check.kind) in concepts()
    assert CHECKS[name].empty is not None
    known = {str(shape) for shape in SHAPES.subjects()} | {f"{BASE}check/{other}" for other in CHECKS}
    assert presupposed_by(f"{BASE}check/{name}", SHAPES, BASE) <= known


def test_what_a_shape_presupposes_is_there() -> None:
    known = {str(shape) for shape in SHAPES.subjects()} | {f"{BASE}check/{name}" for name in CHECKS}
    for shape in set(SHAPES.subjects()):
        assert presupposed_by(str(shape), SHAPES, BASE) <= known
