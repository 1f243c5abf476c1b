"""Rules put together with the axioms of an ontology: clauses that speak of data alone.

``?x a ?c2`` where ``?c1 rdfs:subClassOf ?c2`` and ``?x a ?c1`` becomes, for each such axiom, a clause such as "``?x a tsu:Municipality`` where ``?x a tsu:City``".
Class expressions are worked in, so that no clause names one: membership in an expression is replaced by whatever makes a thing a member.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Variable

from kg.errors import VocabularyError
from kg.reason.axioms import TYPE, is_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.queries.rules import Part, Pattern, Rule
    from kg.reason.axioms import Axioms
    from kg.store.port import Term

_MOST_WAYS = 10_000
"""Ways to belong to one class expression; beyond it an ontology has been written that these rules do not serve."""


@dataclass(frozen=True, slots=True)
class Step:
    """A rule applied to one axiom: its variables and what the ontology says they are."""

    rule: Rule
    axiom: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` (None: a contradiction) follows from ``body`` by ``steps``, the last of which yields the head."""

    head: Pattern | None
    body: tuple[Pattern, ...]
    different: tuple[tuple[Part, Part], ...]
    steps: tuple[Step, ...]


def clauses(axioms: Axioms, using: Sequence[Rule]) -> tuple[Clause, ...]:
    """All clauses that rules make of the axioms, without class expressions, each once, in a fixed order.

    Raises VocabularyError where an expression is too involved, or a list of a length that no rule reads.
    """
    axioms.refuse_unread_lists(using)
    made = [clause for rule in using if not rule.axioms_only() for clause in _applied(rule, axioms)]
    definitions: dict[NamedNode, list[Clause]] = {}
    for clause in made:
        key = _expression(clause.head)
        if key is not None:
            definitions.setdefault(key, []).append(clause)
    found: dict[object, Clause] = {}
    for clause in made:
        if _expression(clause.head) is None:
            for plain in _worked_in(clause, definitions, ()):
                if plain.head not in plain.body:
                    found.setdefault(_shape(plain), plain)
    return tuple(sorted(found.values(), key=lambda clause: str((clause.head, clause.body))))


def _applied(rule: Rule, axioms: Axioms) -> Iterator[Clause]:
    """The rule for each axiom that it speaks of."""
    for solution in axioms.solutions(rule):
        values: dict[Variable, Part] = {Variable(name): value for name, value in solution.items()}
        step = Step(rule, tuple((name, solution[name]) for name in sorted(solution)))
        body = tuple(_put(pattern, values) for pattern in rule.body)
        heads = (None,) if rule.contradicts else tuple(_put(pattern, values) for pattern in rule.head)
        for head in heads:
            yield Clause(head, body, rule.different, (step,))


def _put(pattern: Pattern, values: Mapping[Variable, Part]) -> Pattern:
    subject, predicate, value = (values.get(term, term) if isinstance(term, Variable) else term for term in pattern)
    return subject, predicate, value


def _expression(pattern: Pattern | None) -> NamedNode | None:
    """The class (or inverse property) expression that a pattern is about."""
    if pattern is None:
        return None
    _, predicate, value = pattern
    for term in (predicate, value if predicate == TYPE else None):
        if isinstance(term, NamedNode) and is_expression(term):
            return term
    return None


def _worked_in(clause: Clause, definitions: Mapping[NamedNode, list[Clause]], within: tuple[NamedNode, ...]) -> list[Clause]:
    """The clause for each way in which the class expressions of its body can be met.

    ``within`` holds the expressions that are being worked in: a way that leads back to one of them yields nothing that is not had without it.
    """
    ways: list[list[Clause | Pattern]] = []
    for pattern in clause.body:
        key = _expression(pattern)
        if key is None:
            ways.append([pattern])
        elif key in within:
            return []
        else:
            deeper = (*within, key)
            ways.append([way for definition in definitions.get(key, ()) for way in _worked_in(definition, definitions, deeper)])
    count = 1
    for way in ways:
        count *= len(way)
    if count > _MOST_WAYS:
        raise VocabularyError(
            "クラスの式が込み入りすぎています。名前のあるクラスに分けてください。",
            "a class expression is too involved; give its parts names",
            where=str(clause.head),
        )
    return [_joined(clause, choice) for choice in product(*ways)]


def _joined(clause: Clause, choice: Iterable[Clause | Pattern]) -> Clause:
    """``clause`` with each pattern of its body kept, or replaced by the body of the clause chosen for it."""
    body: list[Pattern] = []
    different: list[tuple[Part, Part]] = list(clause.different)
    steps: list[Step] = []
    for number, (chosen, pattern) in enumerate(zip(choice, clause.body, strict=True)):
        if isinstance(chosen, Clause):
            values = _apart(chosen, pattern, f"{len(body)}_{number}")
            body += [_put(part, values) for part in chosen.body]
            different += [
                (values.get(a, a), values.get(b, b)) for a, b in chosen.different if isinstance(a, Variable) and isinstance(b, Variable)
            ]
            steps += chosen.steps
        else:
            body.append(chosen)
    unique = tuple(dict.fromkeys(body))
    return Clause(clause.head, unique, tuple(different), (*steps, *clause.steps))


def _apart(chosen: Clause, pattern: Pattern, suffix: str) -> dict[Variable, Part]:
    """Variables of ``chosen`` renamed so that they meet none of the clause it goes into, those of its head set to what ``pattern`` has there."""
    assert chosen.head is not None  # noqa: S101 - only clauses with a head define an expression
    names = {term for part in chosen.body for term in part if isinstance(term, Variable)}
    values: dict[Variable, Part] = {name: Variable(f"{name.value}_{suffix}") for name in names}
    values.update({mine: theirs for mine, theirs in zip(chosen.head, pattern, strict=True) if isinstance(mine, Variable)})
    return values


def _shape(clause: Clause) -> object:
    """What two clauses that differ in names of variables only have in common."""
    names: dict[Variable, int] = {}

    def place(term: object) -> object:
        return names.setdefault(term, len(names)) if isinstance(term, Variable) else term

    head = None if clause.head is None else tuple(map(place, clause.head))
    body = tuple(tuple(map(place, pattern)) for pattern in clause.body)
    return head, frozenset(body), tuple((place(a), place(b)) for a, b in clause.different)
