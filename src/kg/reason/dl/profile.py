"""Whether an ontology is in OWL 2 DL and in OWL 2 RL; if not, which restriction which axiom breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.reason.dl.dl_anonymous import check_anonymous
from kg.reason.dl.dl_names import check_names
from kg.reason.dl.dl_properties import check_properties
from kg.reason.dl.dl_structure import check_structure
from kg.reason.dl.restrictions import RESTRICTIONS, Restriction
from kg.reason.dl.rl import check_rl
from kg.reason.dl.theory import read_theory

if TYPE_CHECKING:
    from rdflib import Graph

_ORDER = {name: place for place, name in enumerate(RESTRICTIONS)}
_CHECKS = (check_names, check_structure, check_properties, check_anonymous, check_rl)


@dataclass(frozen=True, slots=True)
class Violation:
    """A restriction and what breaks it: an axiom in Manchester syntax, sometimes with the name that is meant before it."""

    restriction: Restriction
    what: str


def check_profile(graph: Graph) -> list[Violation]:
    """All that keeps ``graph`` (an ontology, its imports merged) out of OWL 2 DL or OWL 2 RL, in the order of the table of restrictions.

    An ontology is in OWL 2 RL when nothing is found, and in OWL 2 DL when nothing of profile ``dl`` is found.
    """
    theory = read_theory(graph)
    found = sorted({broken for check in _CHECKS for broken in check(theory)}, key=lambda broken: (_ORDER[broken[0]], broken[1]))
    return [Violation(RESTRICTIONS[name], what) for name, what in found]
