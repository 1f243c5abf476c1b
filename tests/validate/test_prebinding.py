"""One query for all focus nodes gives what one for each would give; what SHACL does not allow is refused."""

from __future__ import annotations

import pytest

from kg.errors import VocabularyError
from kg.validate.engines.store.prebinding import prebound

FOCUS = "?this a <urn:x:C> ."


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
    assert prebound(select, FOCUS, "<urn:x:S>") == expected.replace("{ *", "{ " + FOCUS + " ")


def test_a_focus_node_that_is_found_twice_counts_once() -> None:
    focus = "VALUES ?class { <urn:x:C> <urn:x:D> } ?this a ?class ."
    assert (
        prebound("SELECT $this { $this ?p ?class }", focus, "")
        == f"SELECT $this {{ {{ SELECT DISTINCT ?this WHERE {{ {focus} }} }}  $this ?p ?class }}"
    )


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
        prebound(select, FOCUS, "")
    assert said in caught.value.message.ja
    assert said in caught.value.message.en
