"""What a SHACL engine takes and gives (SHACL, W3C Recommendation 20 July 2017, section 3.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph

    from kg.validate.findings import Severity


@dataclass(frozen=True, slots=True)
class Result:
    """One ``sh:ValidationResult``.

    ``shape`` is the IRI of sh:sourceShape (``_:x`` where it is a blank node), ``component`` the local name of sh:sourceConstraintComponent,
    ``focus`` an IRI, or the N-Triples form of a blank node or literal; ``path`` an IRI where sh:resultPath is a predicate, else empty; ``value`` the
    N-Triples form of sh:value, empty where there is none.
    """

    shape: str
    component: str
    focus: str
    path: str
    value: str
    severity: Severity


class Engine(Protocol):
    """Anything that validates the union of the graphs of a store against shapes."""

    name: str

    def results(self, data: Store, shapes: Graph) -> set[Result]:
        """All results; empty where the data conform."""
        ...
