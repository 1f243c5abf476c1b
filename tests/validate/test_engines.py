"""The engines behind the port: the same results for all of our own cases, the same names for blank nodes, errors that say the way out."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef

from kg.errors import EngineError, VocabularyError
from kg.validate.engines.port import Engine, Result
from kg.validate.engines.selection import ENGINES, engine
from kg.validate.shapes import load_shapes, shape_files
from tests.validate.mutants import only

HERE = Path(__file__).resolve().parents[1] / "shapes"
EDGES = Path(__file__).with_name("edges")
CASES = sorted([*HERE.glob("*.ru"), *EDGES.rglob("*.ru")])
SAMPLE = random.Random(5).sample(CASES, 12)
TWELFTH = frozenset(random.Random(7).sample(CASES, len(CASES) // 12))
"""Cases that make test shows to all fast engines; make test-full shows them all."""
SHAPE = "https://w3id.org/tsunagi/shape#"
SHAPES = load_shapes(shape_files())
FAST = [name for name in ENGINES if name != "pyshacl"]
PREFIXES = "@prefix ex: <urn:x:> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


@pytest.fixture(scope="module", params=list(ENGINES))
def each(request: pytest.FixtureRequest) -> Engine:
    return engine(str(request.param))


@pytest.fixture(scope="module")
def fast() -> list[Engine]:
    return [engine(name) for name in FAST]


@pytest.fixture(scope="module")
def reference() -> Engine:
    return engine("pyshacl")


def changed(case: Path | None) -> ox.Store:
    store = ox.Store()
    store.load(path=str(HERE / "conforming.ttl"), format=ox.RdfFormat.TURTLE)
    if case is not None:
        store.update(case.read_text(encoding="utf-8"))
    return store


def data(turtle: str) -> ox.Store:
    store = ox.Store()
    store.load(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)
    return store


def shapes(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@pytest.mark.parametrize("case", [pytest.param(case, marks=() if case in TWELFTH else pytest.mark.full, id=case.stem) for case in CASES])
def test_fast_engines_give_the_same_results_for_each_case(fast: list[Engine], case: Path) -> None:
    first, *others = [each.results(changed(case), SHAPES) for each in fast]
    assert bool(first) == (case.parent.name != "conforms")
    assert all(other == first for other in others)


def of_case(case: Path) -> Graph:
    """The shape that the case is about, alone: all shapes take pySHACL ten seconds for each case, most of it for queries about other things."""
    return only(SHAPES, URIRef(f"{SHAPE}{case.stem.partition('.')[0]}"))


def agree(fast: list[Engine], reference: Engine, case: Path) -> None:
    found = reference.results(changed(case), of_case(case))
    assert bool(found) == (case.parent.name != "conforms")
    assert all(each.results(changed(case), of_case(case)) == found for each in fast)


@pytest.mark.parametrize("case", SAMPLE, ids=lambda path: path.stem)
def test_the_reference_gives_the_same_results_for_a_sample(fast: list[Engine], reference: Engine, case: Path) -> None:
    agree(fast, reference, case)


@pytest.mark.full
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_reference_gives_the_same_results_for_each_case(fast: list[Engine], reference: Engine, case: Path) -> None:
    agree(fast, reference, case)


def test_the_conforming_graph_conforms_for_all_engines(each: Engine) -> None:
    assert each.results(changed(None), SHAPES) == set()


def test_blank_nodes_and_literals_of_the_data_keep_their_names(each: Engine) -> None:
    store = data('_:who a ex:C ; ex:age "多い"^^xsd:integer , 3.50 , _:what . ex:other ex:age "あ" .')
    names = {term.value for quad in store for term in (quad.subject, quad.object) if isinstance(term, ox.BlankNode)}
    found = each.results(
        store, shapes("ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:age ; sh:datatype xsd:integer ; sh:severity sh:Warning .")
    )
    assert {(result.shape, result.component, result.path, result.severity) for result in found} == {
        ("urn:x:S", "DatatypeConstraintComponent", "urn:x:age", "warning")
    }
    values = {result.value for result in found}
    assert {value for value in values if not value.startswith("_:")} == {
        '"多い"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"3.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    }
    assert len(values) == 3
    assert {result.focus.removeprefix("_:") for result in found} | {value[2:] for value in values if value.startswith("_:")} == names


HIERARCHY = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:Village rdfs:subClassOf ex:Town . ex:Town rdfs:subClassOf ex:Place .
ex:lowest a ex:Village . ex:lowestAndHighest a ex:Village , ex:Place . ex:middle a ex:Town . ex:all a ex:Village , ex:Town , ex:Place . ex:elsewhere a ex:Person .
ex:one ex:at ex:lowest , ex:lowestAndHighest , ex:middle , ex:all , ex:elsewhere .
"""


@pytest.mark.parametrize(
    "said", ["", "ex:lowest a ex:Place , ex:Town . ex:middle a ex:Place . ex:lowestAndHighest a ex:Town ."], ids=["in part", "whole"]
)
def test_members_of_a_class_below_are_found_whether_or_not_they_are_said_to_be_of_the_one_above(each: Engine, said: str) -> None:
    shape = shapes("ex:S a sh:NodeShape ; sh:targetClass ex:Place ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .")
    found = each.results(data(HIERARCHY + said), shape)
    assert sorted(result.focus for result in found) == ["urn:x:all", "urn:x:lowest", "urn:x:lowestAndHighest", "urn:x:middle"]
    shape = shapes("ex:S a sh:NodeShape ; sh:targetNode ex:one ; sh:property [ sh:path ex:at ; sh:class ex:Place ] .")
    assert [result.value for result in each.results(data(HIERARCHY + said), shape)] == ["<urn:x:elsewhere>"]


def test_all_graphs_are_one(each: Engine) -> None:
    store = ox.Store()
    store.load(
        PREFIXES + 'ex:g1 { ex:a a ex:C } ex:g2 { ex:a ex:p "1" } ex:g1 { ex:a ex:p "1" } ex:a ex:p "2" .',
        format=ox.RdfFormat.TRIG,
    )
    wanted = shapes("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:maxCount 2 ; sh:minCount 2 ] .")
    assert each.results(store, wanted) == set()
    wanted = shapes("ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:p ; sh:maxCount 1 .")
    assert each.results(store, wanted) == {Result("urn:x:S", "MaxCountConstraintComponent", "urn:x:a", "urn:x:p", "", "violation")}


def test_shapes_that_are_none_are_refused(each: Engine) -> None:
    wrong = shapes(
        'ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o . MINUS { $this ?p 1 } }" ] .'
    )
    with pytest.raises(VocabularyError) as caught:
        each.results(data("ex:a ex:p 1 ."), wrong)
    assert "形" in caught.value.message.ja


def test_an_engine_that_is_not_there_is_told_of() -> None:
    with pytest.raises(EngineError) as caught:
        engine("jena")
    assert all(name in caught.value.message.ja and name in caught.value.message.en for name in (*ENGINES, "jena"))


def test_shifty_says_how_to_get_it_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    for name in [name for name in sys.modules if name.partition(".")[0] == "shifty"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(EngineError) as caught:
        engine("shifty")
    assert "pip install 'tsunagi-kg[fast]'" in caught.value.message.ja
