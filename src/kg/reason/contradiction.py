"""What a contradiction says to a person: the rule, the facts, and the cells that they were read from."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.reason.evidence import evidence_of
from kg.reason.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.queries.rules import Pattern
    from kg.reason.closure import Contradiction
    from kg.store.port import Store

_SHOWN = 10


def refuse_contradictions(found: Iterable[Contradiction], store: Store) -> None:
    """Raise GraphError where there is any contradiction."""
    shown = list(islice(found, _SHOWN))
    if not shown:
        return
    ja, en = (
        ["グラフがオントロジーと矛盾するため、リリースを作りませんでした。"],
        ["no release was made: the graph contradicts the ontology"],
    )
    for one in shown:
        rule = one.clause.steps[-1].rule
        ja.append(f"{rule.says.ja}（規則 {rule.name}）")
        en.append(f"{rule.says.en} (rule {rule.name})")
        for fact in one.facts:
            line = f"  {_said(fact)}{_cells(store, fact)}"
            ja.append(line)
            en.append(line)
    raise GraphError("\n".join(ja), "\n".join(en))


def _said(fact: Pattern) -> str:
    return " ".join(shortened(term) for term in fact)


def _cells(store: Store, fact: Pattern) -> str:
    found = evidence_of(store, fact)
    return f"  [{found[0].place()} 「{found[0].quote}」]" if found else ""
