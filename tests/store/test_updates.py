"""The dataset of the protocol, written into an update: the engine must then find what the standard says."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store.updates import DatasetConflictError, loads, with_dataset

A, B = "urn:a", "urn:b"
DATA = "INSERT DATA { GRAPH <urn:a> { <urn:s> <urn:p> 'a' } GRAPH <urn:b> { <urn:s> <urn:p> 'b' } <urn:s> <urn:p> 'd' }"


@pytest.mark.parametrize(
    ("update", "default", "named", "left"),
    [
        ("INSERT { <urn:x> <urn:y> ?o } WHERE { ?s <urn:p> ?o }", [A], [], {"a"}),
        ("INSERT { <urn:x> <urn:y> ?o }\nwhere{ ?s <urn:p> ?o }", [A, B], [], {"a", "b"}),
        ("INSERT { <urn:x> <urn:y> ?o } WHERE { GRAPH ?g { ?s <urn:p> ?o } }", [A], [B], {"b"}),
        ("INSERT { <urn:x> <urn:y> ?o } WHERE { ?s <urn:p> ?o }", [], [B], set()),
        ("DELETE { ?s <urn:p> ?no } INSERT { <urn:x> <urn:y> ?o } WHERE { ?s <urn:p> ?o }", [B], [], {"b"}),
        ("INSERT { <urn:x> <urn:y> '} WHERE {' } WHERE { ?s <urn:p> ?o # WHERE }\n}", [A], [], {"} WHERE {"}),
        ("PREFIX where: <urn:> INSERT { where:x where:y ?o } WHERE { ?s where:p ?o FILTER(?o<(?o)||?o='a') }", [A], [], {"a"}),
        ("CLEAR GRAPH <urn:b> ; INSERT { <urn:x> <urn:y> ?o } WHERE { { ?s <urn:p> ?o } UNION { ?s <urn:q> ?o } }", [A, B], [], {"a"}),
        ("INSERT { <urn:x> <urn:y> ?o } WHERE { SELECT ?o WHERE { ?s <urn:p> ?o } }", [A], [], {"a"}),
    ],
)
def test_where_looks_at_the_graphs_of_the_request(update: str, default: list[str], named: list[str], left: set[str]) -> None:
    store = ox.Store()
    store.update(DATA)
    store.update(with_dataset(update, default, named))
    assert {
        quad.object.value for quad in store.quads_for_pattern(ox.NamedNode("urn:x"), None, None) if isinstance(quad.object, ox.Literal)
    } == left


def test_delete_where_deletes_what_it_finds_there() -> None:
    store = ox.Store()
    store.update(DATA)
    store.update(with_dataset("DELETE WHERE { ?s <urn:p> ?o } ; DELETE WHERE { GRAPH <urn:b> { ?s ?p ?o } }", [A], [B]))
    store.update("INSERT DATA { <urn:s> <urn:p> 'a' }")
    store.update(with_dataset("DELETE WHERE { ?s <urn:p> ?o }", [A], []))
    assert {str(quad.graph_name) for quad in store} == {"DEFAULT", "<urn:a>"}
    assert {quad.object.value for quad in store if isinstance(quad.object, ox.Literal)} == {"a", "d"}


@pytest.mark.parametrize(
    "update", ["WITH <urn:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "INSERT { ?s ?p 1 } using <urn:a> WHERE { ?s ?p ?o }"]
)
def test_an_update_with_a_dataset_of_its_own_conflicts(update: str) -> None:
    with pytest.raises(DatasetConflictError):
        with_dataset(update, [A], [])


@pytest.mark.parametrize(
    ("update", "found"),
    [
        ("LOAD <http://example.org/>", True),
        ("CLEAR ALL;load silent <http://example.org/> INTO GRAPH <urn:a>", True),
        ("INSERT DATA { <urn:s> <urn:p> 'x' } ;\nLOAD<http://example.org/>", True),
        ("INSERT DATA { <urn:LOAD> <urn:p> 'LOAD' } # LOAD", False),
        ("PREFIX load: <urn:> INSERT DATA { load:LOAD load:p ?LOAD }", False),
    ],
)
def test_load_is_seen(update: str, found: bool) -> None:
    assert loads(update) is found
