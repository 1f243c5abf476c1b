"""One query for all focus nodes gives what one for each would give; what SHACL does not allow is refused."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.errors import VocabularyError
from kg.validate.engines.store import engine
from kg.validate.engines.store.prebinding import FOCUS, prebound


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("SELECT $this WHERE { $this ?p 1 }", "SELECT $this WHERE { * $this ?p 1 }"),
        ("SELECT $this { FILTER(true) }", "SELECT $this { * FILTER(true) }"),
        ("SELECT $this { { FILTER(false) } UNION { FILTER($this = 1) } }", "SELECT $this { * { FILTER(false) } UNION { * FILTER($this = 1) } }"),
        ("SELECT ?this { FILTER NOT EXISTS { ?this ?p 1 } }", "SELECT ?this { * FILTER NOT EXISTS { ?this ?p 1 } }"),
        (
            "SELECT $this { FILTER EXISTS { $this ?p ?o { FILTER($this = ?o) } } }",
            "SELECT $this { * FILTER EXISTS { $this ?p ?o { * FILTER($this = ?o) } } }",
        ),
        ("SELECT $this { { SELECT $this { $this ?p ?o } } }", "SELECT $this { * { SELECT $this { * $this ?p ?o } } }"),
        ("SELECT $this { $this ?p '{ $this' # { $this }\n }", "SELECT $this { * $this ?p '{ $this' # { $this }\n }"),
        ("SELECT $this { $this ?p \"MINUS {\" . <urn:x:VALUES> ex:MINUS 1 }", "SELECT $this { * $this ?p \"MINUS {\" . <urn:x:VALUES> ex:MINUS 1 }"),
        ("SELECT $this { FILTER(?n < 3 && ?n > 1) { $this ?p ?n } }", "SELECT $this { * FILTER(?n < 3 && ?n > 1) { * $this ?p ?n } }"),
        ("SELECT $this { $currentShape ?p $this }", "SELECT $this { * <urn:x:S> ?p $this }"),
    ],
)  # fmt: skip
def test_each_group_that_speaks_of_this_begins_with_the_focus_nodes(select: str, expected: str) -> None:
    assert prebound(select, "<urn:x:S>") == expected.replace("{ *", "{ " + FOCUS + " ")


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ("SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }", "MINUS"),
        ("SELECT $this { values ?x { 1 } $this ?p ?x }", "VALUES"),
        ("SELECT $this { SERVICE <http://example.org/> { $this ?p ?x } }", "SERVICE"),
        ("SELECT $this { BIND(1 AS $this) }", "AS $this"),
        ("SELECT $this { GRAPH $shapesGraph { $this ?p ?o } }", "$shapesGraph"),
        ("SELECT $this { $this ?p ?o { SELECT ?o { ?o ?q 1 } } }", "$this"),
        ("SELECT $this { { SELECT * { $this ?q 1 } } }", "$this"),
    ],
)
def test_what_shacl_does_not_allow_is_refused(select: str, said: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        prebound(select, "")
    assert said in caught.value.message.ja
    assert said in caught.value.message.en


COUNTING = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix x: <urn:x:> .

x:S a sh:NodeShape ; sh:targetClass x:C ; sh:targetSubjectsOf x:p ;
  sh:sparql [ sh:select "SELECT $this (COUNT(?v) AS ?value) { $this <urn:x:p> ?v } GROUP BY $this HAVING (COUNT(?v) != 2)" ] .
"""
COUNTED = """
PREFIX x: <urn:x:>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT DATA { x:D rdfs:subClassOf [ rdfs:subClassOf x:C ] . x:one a x:C, x:D ; x:p 1, 2 . x:two a x:D ; x:p 1, 2, 3 . x:three x:p 4 . %s }
"""


@pytest.mark.parametrize("few", [1, 2, 100])
@pytest.mark.parametrize("portion", [1, 2, 100])
@pytest.mark.parametrize("unnamed", ["", "[] a x:C ; x:p 1, 2, 3, 4 ."])
def test_portions_of_the_focus_nodes_find_what_all_of_them_do(
    few: int, portion: int, unnamed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A node that is a target for several reasons counts once; one without a name can only be asked about with all others."""
    monkeypatch.setattr(engine, "_PORTION", portion)
    monkeypatch.setattr(engine, "_FEW", few)
    store = ox.Store()
    store.update(COUNTED % unnamed)
    found = {
        (result.focus if result.focus.startswith("urn") else "_", result.value[1:2])
        for result in engine.StoreEngine().results(store, Graph().parse(data=COUNTING, format="turtle"))
    }
    assert found == {("urn:x:two", "3"), ("urn:x:three", "1")} | ({("_", "4")} if unnamed else set())


def test_a_query_that_is_wrong_is_told_though_there_is_nothing_to_ask_it_about() -> None:
    shapes = Graph().parse(data=COUNTING.replace("HAVING (", "HAVING"), format="turtle")
    with pytest.raises(VocabularyError, match="SPARQL"):
        engine.StoreEngine().results(ox.Store(), shapes)
