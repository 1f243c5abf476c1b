"""Whether a graph can be true under OWL 2's direct semantics, whether each of its classes can have a member, and if not, why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rdflib import RDF, BNode, Literal, URIRef

from kg.errors import Message
from kg.reason.dl.expressions import Expression
from kg.reason.dl.hermit import HermiT
from kg.reason.dl.justification import Search
from kg.reason.dl.preparation import Prepared, prepare
from kg.reason.dl.theory import Axiom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rdflib import Graph
    from rdflib.term import Node

    from kg.reason.dl.owl import Triple

_MEMBER = URIRef("urn:x-tsunagi:some-member")
"""The one individual with which it is asked why a class can have no member."""

CONTRADICTIONS = 5
"""Contradictions, and classes without possible member, that are explained; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Unsatisfiable:
    """A class that can have no member, by its IRI, and the axioms that make it so (empty where too many others were explained before it)."""

    iri: str
    because: tuple[Axiom, ...]


@dataclass(frozen=True, slots=True)
class Consistency:
    """What HermiT found. ``contradictions`` are smallest sets of axioms and facts that cannot all be true; ``prepared`` tells what was left out.

    Of an inconsistent graph the unsatisfiable classes are those of its terminology without the facts.
    """

    consistent: bool
    unsatisfiable: tuple[Unsatisfiable, ...]
    contradictions: tuple[tuple[Axiom, ...], ...]
    prepared: Prepared
    runs: int = field(compare=False)

    @property
    def good(self) -> bool:
        """Whether there is nothing to mend."""
        return self.consistent and not self.unsatisfiable


def _silent(_done: Message) -> None:
    """Progress that nobody watches."""


def check_consistency(graph: Graph, hermit: HermiT | None = None, *, show: Callable[[Message], None] = _silent) -> Consistency:
    """Ask HermiT about ``graph`` (ontology and facts together, imports merged).

    Raises ReasonerError where HermiT is missing or does not finish, GraphError where it refuses the ontology as not in OWL 2 DL.
    """
    return _Inquiry(hermit or HermiT.find(), prepare(graph), show).result()


class _Inquiry:
    def __init__(self, hermit: HermiT, prepared: Prepared, show: Callable[[Message], None]) -> None:
        self._hermit = hermit
        self._prepared = prepared
        self._show = show
        self._declarations: dict[Node, list[Triple]] = defaultdict(list)
        for triple in prepared.declarations:
            self._declarations[triple[0]].append(triple)
        self._lines = {id(axiom): self._spelled(axiom) for axiom in prepared.axioms}
        self._search = Search(self._first_contradictory)
        self._runs = 0

    def result(self) -> Consistency:
        axioms = list(self._prepared.axioms)
        self._show(Message(f"HermiT が {len(axioms)} 件の公理と事実を調べています", f"HermiT looks at {len(axioms)} axioms and facts"))
        classes = self._unsatisfiable(axioms)
        contradictions: list[tuple[Axiom, ...]] = []
        if classes is None:
            contradictions = self._contradictions(axioms)
            axioms = [axiom for axiom in axioms if not axiom.is_fact]
            classes = self._unsatisfiable(axioms) or ()
        explained = [Unsatisfiable(iri, self._why_empty(iri, axioms)) for iri in classes[:CONTRADICTIONS]]
        rest = [Unsatisfiable(iri, ()) for iri in classes[CONTRADICTIONS:]]
        return Consistency(not contradictions, (*explained, *rest), tuple(contradictions), self._prepared, self._runs + self._search.runs)

    def _unsatisfiable(self, axioms: Sequence[Axiom]) -> tuple[str, ...] | None:
        self._runs += 1
        return self._hermit.unsatisfiable(self._document(axioms, *self._prepared.declarations))

    def _contradictions(self, axioms: list[Axiom]) -> list[tuple[Axiom, ...]]:
        """Contradictions one after the other, the facts of each taken out before the next is looked for."""
        found: list[tuple[Axiom, ...]] = []
        while len(found) < CONTRADICTIONS:
            self._show(Message(f"矛盾 {len(found) + 1} の原因を絞っています", f"narrowing down contradiction {len(found) + 1}"))
            because = self._search.smallest(axioms)
            found.append(because)
            gone = {id(axiom) for axiom in because if axiom.is_fact}
            axioms = [axiom for axiom in axioms if id(axiom) not in gone]
            if not gone or self._first_contradictory([axioms]) is None:
                break
        return found

    def _why_empty(self, iri: str, axioms: list[Axiom]) -> tuple[Axiom, ...]:
        self._show(Message(f"{iri} が要素をもちえない原因を絞っています", f"narrowing down why {iri} can have no member"))
        member = Axiom("ClassAssertion", (Expression(URIRef(iri)), Expression(_MEMBER)), ((_MEMBER, RDF.type, URIRef(iri)),))
        return self._search.smallest(axioms, [member])

    def _first_contradictory(self, sets: Sequence[Sequence[Axiom]]) -> int | None:
        return self._hermit.first_inconsistent([self._document(axioms) for axioms in sets])

    def _document(self, axioms: Iterable[Axiom], *more: Triple) -> str:
        lines = dict.fromkeys(lines_of(more))
        for axiom in axioms:
            lines.update(self._lines.get(id(axiom)) or self._spelled(axiom))
        return "".join(lines)

    def _spelled(self, axiom: Axiom) -> dict[str, None]:
        """The lines of an axiom and of the declarations of its names: HermiT is fastest where it reads no others."""
        declarations = [triple for name in axiom.names() for triple in self._declarations.get(name, ())]
        return dict.fromkeys(lines_of([*declarations, *axiom.triples]))


def lines_of(triples: Iterable[Triple]) -> list[str]:
    """Triples as lines of N-Triples."""
    return [f"{_term(subject)} {_term(predicate)} {_term(value)} .\n" for subject, predicate, value in triples]


def _term(node: Node) -> str:
    """A term of N-Triples; rdflib's own n3() writes long literals in Turtle's triple quotes."""
    if not isinstance(node, Literal):
        return f"_:{node}" if isinstance(node, BNode) else f"<{node}>"
    quoted = f'"{str(node).translate(_ESCAPED)}"'
    if node.language:
        return f"{quoted}@{node.language}"
    return f"{quoted}^^<{node.datatype}>" if node.datatype is not None else quoted


_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
