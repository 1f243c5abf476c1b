"""Each rule alone: a graph from which it draws its conclusion, and one that looks alike and from which it must not."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import VocabularyError
from kg.queries.rules import Rule, read_rule, rules
from kg.reason.closure import Closure
from kg.store.working import WorkingStore

HERE = Path(__file__).resolve().parent / "rules"
CASES = sorted(HERE.iterdir())
GIVEN = ox.NamedNode("http://example.org/given")


def parts(case: Path) -> tuple[str, list[ox.Triple], list[ox.Triple]]:
    """What the case claims, what is given, and the conclusion (or the facts that contradict each other)."""
    head, marker, tail = next(
        (before, mark, after)
        for mark in ("# follows:", "# must not follow:", "# contradicts:", "# does not contradict:")
        for before, found, after in [case.read_text(encoding="utf-8").partition(mark)]
        if found
    )
    prefixes = "\n".join(line for line in head.splitlines() if line.startswith("@prefix"))
    given, then = ([quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)] for text in (head, f"{prefixes}\n{tail}"))
    return marker, given, then


def by_rule_alone(rule: Rule, given: list[ox.Triple]) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """What the rule infers (trivial or not), and the facts that it finds in contradiction."""
    store = WorkingStore()
    store.add(given, GIVEN)
    closure = Closure(store, [rule])
    inferred = set(closure.everything()) - set(given)
    facts = {tuple(map(str, fact)) for found in closure.contradictions() for fact in found.facts}
    return inferred, {triple for triple in {*given, *inferred} if tuple(map(str, triple)) in facts}


def test_there_are_two_cases_for_each_rule_and_no_other() -> None:
    assert [path.name for path in CASES] == sorted(f"{Path(rule.file).stem}.{kind}.ttl" for rule in rules() for kind in ("fires", "silent"))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: Path(rule.file).stem)
def test_the_rule_fires_and_only_where_it_should(rule: Rule) -> None:
    for kind in ("fires", "silent"):
        marker, given, then = parts(HERE / f"{Path(rule.file).stem}.{kind}.ttl")
        assert then
        inferred, contradicting = by_rule_alone(rule, given)
        found = contradicting if rule.contradicts else inferred
        assert marker == {
            (False, "fires"): "# follows:", (False, "silent"): "# must not follow:",
            (True, "fires"): "# contradicts:", (True, "silent"): "# does not contradict:",
        }[rule.contradicts, kind]  # fmt: skip
        if kind == "fires":
            assert set(then) <= found
        else:
            assert not set(then) & found
            assert not rule.contradicts or not found


@pytest.mark.parametrize("path", sorted(resources.path("queries/rules").glob("*.rq")), ids=lambda path: path.stem)
def test_the_file_is_plain_sparql_and_named_by_its_rule(path: Path) -> None:
    ox.Store().query(path.read_text(encoding="utf-8"))
    rule = read_rule(path)
    assert path.stem in {rule.name, f"{rule.name}-3"}
    assert rule.table == {"eq": 4, "prp": 5, "cls": 6, "cax": 7, "scm": 9}[rule.name.partition("-")[0]]
    assert rule.says.ja != rule.says.en


@pytest.mark.parametrize(
    "text", ["", "SELECT ?x { ?x ?p ?o }", "#+ rule: x\n#+ table: 5\n#+ says: {ja: あ, en: a}\nCONSTRUCT { ?x ?p } WHERE { ?x ?p ?o . }"]
)
def test_a_file_that_is_no_rule_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.rq").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"odd\.rq"):
        read_rule(tmp_path / "odd.rq")


CHAIN = """@prefix ex: <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
ex:r owl:propertyChainAxiom ( ex:a ex:b %s ) . ex:C owl:intersectionOf ( ex:D ex:E %s ) ."""


@pytest.mark.parametrize(
    ("chain", "classes", "refused"),
    [("", "", ""), ("", "ex:F", ""), ("ex:c", "", "propertyChainAxiom"), ("", "ex:F ex:G", "intersectionOf")],
)
def test_a_list_of_a_length_that_no_rule_reads_is_refused(chain: str, classes: str, refused: str) -> None:
    store = WorkingStore()
    store.add((quad.triple for quad in ox.parse(CHAIN % (chain, classes), format=ox.RdfFormat.TURTLE)), GIVEN)
    if refused:
        with pytest.raises(VocabularyError, match=refused):
            Closure(store)
    else:
        assert {str(triple.subject) for triple in Closure(store).triples()} == {"<http://example.org/C>"}  # narrower than each part
