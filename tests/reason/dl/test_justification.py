"""The search for a smallest contradictory set, with a reasoner made up of sets: a set is contradictory when it holds one of the given ones."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, URIRef

from kg.reason.dl.expressions import Expression
from kg.reason.dl.justification import Search, by_nearness
from kg.reason.dl.theory import Axiom


def fact(number: int) -> Axiom:
    thing, type_ = URIRef(f"urn:x{number:05}"), URIRef("urn:A")
    return Axiom("ClassAssertion", (Expression(type_), Expression(thing)), ((thing, RDF.type, type_),))


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 1_000).flatmap(
        lambda size: st.tuples(st.just(size), st.lists(st.sets(st.integers(0, size - 1), min_size=1, max_size=6), min_size=1, max_size=4))
    )
)
def test_a_smallest_set_is_found_in_few_runs(case: tuple[int, list[set[int]]]) -> None:
    size, clashes = case
    facts = [fact(number) for number in range(size)]
    contradictory = [frozenset(facts[number] for number in clash) for clash in clashes]

    def ask(sets: Sequence[Sequence[Axiom]]) -> int | None:
        return next((place for place, axioms in enumerate(sets) if any(clash <= set(axioms) for clash in contradictory)), None)

    search = Search(ask)
    found = frozenset(search.smallest(facts))
    assert found in contradictory
    assert not any(clash < found for clash in contradictory)
    assert search.runs <= 6 * (len(found) + 1)


def test_near_axioms_come_first_and_none_is_lost() -> None:
    def below(lower: str, upper: str) -> Axiom:
        names = URIRef(f"urn:{lower}"), URIRef(f"urn:{upper}")
        return Axiom("SubClassOf", tuple(map(Expression, names)), ((names[0], URIRef("urn:sub"), names[1]),))

    axioms = [below("C", "D"), below("X", "A"), below("B", "C"), below("A", "B")]
    member = Axiom("ClassAssertion", (Expression(URIRef("urn:A")), Expression(URIRef("urn:m"))), ())
    assert [str(axiom) for axiom in by_nearness(axioms, [member])] == [
        "<urn:A> SubClassOf <urn:B>",
        "<urn:B> SubClassOf <urn:C>",
        "<urn:C> SubClassOf <urn:D>",
        "<urn:X> SubClassOf <urn:A>",
    ]
