"""Where an asserted fact stands: the graph that states it, the cue that decided it, the passages of the source it was read from.

The queries are the files of queries/evidence/, in which the variables ``$subject``, ``$predicate`` and ``$value`` stand for the fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.rdf.concepts import concepts
from kg.rdf.terms import tsu
from kg.reason.axioms import TYPE
from kg.sorting import natural
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from kg.queries.rules import Pattern
    from kg.store.port import Store

_COUNTED = {tsu("contractorCount"): "contractor-cells"}
"""Facts that are counts of cells, with the query for these cells."""
_OF_A_LITERAL = ("part", "subject", "title")
_OF_A_CLASS = ("subject", "title")
_OF_A_PASSAGE = ("passage",)
_OF_A_THING = ("cue", "default", "both", "ends", "subject", "title")
"""Queries in the order in which they are asked, until one has an answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of a source: the file, where they stand in it, the characters, and the IRIs of their document, their passages and their cue."""

    file: str
    row: str
    column: str
    cell: str
    """The cell of a workbook such as ``Sheet1!D7``; empty in a text."""
    start: int
    end: int
    quote: str
    document: str
    passages: tuple[str, ...]
    cue: str = ""
    """Empty where whole passages tell the fact."""
    decided: bool = False
    """Whether these are the characters that decided a code."""
    by_default: bool = False
    """Whether no characters decided the code: it is the one that is left, and this is what was looked at."""

    @property
    def at(self) -> str:
        """``row:column``, or the cell of a workbook."""
        return self.cell or ":".join(part for part in (self.row, self.column) if part)

    def place(self) -> str:
        """``file:row:column (start-end)``."""
        return f"{self.file}:{self.at} ({self.start}-{self.end})"


def graphs_of(store: Store, fact: Pattern) -> tuple[str, ...]:
    """Names of the graphs that hold a fact."""
    return tuple(row["graph"].rpartition("/")[2] for row in _rows(store, "graphs", fact))


def evidence_of(store: Store, fact: Pattern) -> tuple[Evidence, ...]:
    """The cue that decided the fact, or the cells that were counted; else the passages that tell it, those of both its ends, the title of its table."""
    subject, predicate, value = fact
    if isinstance(predicate, NamedNode) and predicate in _COUNTED:
        return _evidence(store, _COUNTED[predicate], fact)
    if predicate == TYPE and isinstance(value, NamedNode):
        for notation in _notations(value.value.rpartition("#")[2]):
            if found := _evidence(store, "class-cue", (subject, predicate, Literal(notation))):
                return found
    return next((found for name in _names(fact) if (found := _evidence(store, name, fact))), ())


def _names(fact: Pattern) -> tuple[str, ...]:
    _, predicate, value = fact
    if not isinstance(value, NamedNode):
        return _OF_A_LITERAL
    if predicate == TYPE:
        return _OF_A_CLASS
    return _OF_A_PASSAGE if predicate == tsu("wasReadFrom") else _OF_A_THING


@cache
def _notations(name: str) -> tuple[str, ...]:
    """Codes that say the class called ``name``."""
    return tuple(notation for (_, notation), concept in concepts().items() if concept.function == name)


def _evidence(store: Store, name: str, fact: Pattern) -> tuple[Evidence, ...]:
    found: dict[Evidence, set[str]] = {}
    for row in _rows(store, name, fact):
        one = Evidence(
            row["file"], row["row"], row["column"], row["cell"], int(row["start"]), int(row["end"]), row["exact"],
            row["document"], (), row.get("cue", ""), decided=name.endswith("cue"), by_default=name == "default",
        )  # fmt: skip
        found.setdefault(one, set()).add(row["passage"])
    several = (replace(one, passages=tuple(sorted(passages, key=natural))) for one, passages in found.items())
    return tuple(sorted(several, key=lambda one: (one.file, natural(one.at), one.start)))


def _rows(store: Store, name: str, fact: Pattern) -> list[dict[str, str]]:
    parts = dict(zip(("subject", "predicate", "value"), map(str, fact), strict=True))
    answer = store.query(re.sub(r"\$(subject|predicate|value)\b", lambda match: parts[match[1]], _query(name)))
    if not isinstance(answer, Solutions):
        raise TypeError(name)
    return [dict(zip(answer.variables, map(lexical, row), strict=True)) for row in answer.rows]


@cache
def _query(name: str) -> str:
    return resources.path(f"queries/evidence/{name}.rq").read_text(encoding="utf-8")
