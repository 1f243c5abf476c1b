"""An explanation for programs: JSON of one shape, whatever was asked, as ``explanation.schema.json`` beside this file says."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

from kg.reason.axioms import is_expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.rules import Part, Pattern
    from kg.reason.clauses import Step
    from kg.reason.proofs import Gap, Proof


def contents(about: Part, fact: Pattern | None, proofs: Sequence[Proof], gap: Gap | None = None) -> dict[str, object]:
    """What the JSON says: the thing and the fact that were asked for, whether it holds, its proofs (of a thing: those of all that was inferred), what is missing."""
    return {
        "about": str(about),
        "fact": None if fact is None else _terms(fact),
        "holds": None if fact is None else bool(proofs),
        "proofs": [_proof(proof) for proof in proofs],
        "nearest": None if gap is None else _gap(gap),
    }


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of an explanation."""
    text = (resources.files("kg.reason") / "explanation.schema.json").read_text(encoding="utf-8")
    found: dict[str, object] = json.loads(text)
    return found


def _proof(proof: Proof) -> dict[str, object]:
    """Fact (N-Triples terms), graphs, evidence, rules with their axioms, premises."""
    return {
        "fact": _terms(proof.fact),
        "graphs": list(proof.graphs),
        "evidence": [
            {
                "file": one.file,
                "cell": one.at,
                "start": one.start,
                "end": one.end,
                "quote": one.quote,
                "decided": one.decided,
                "byDefault": one.by_default,
                "document": one.document,
                "passages": list(one.passages),
                "cue": one.cue or None,
            }
            for one in proof.evidence
        ],
        "rules": _rules(proof.steps),
        "premises": [_proof(premise) for premise in proof.premises],
    }


def _gap(gap: Gap) -> dict[str, object]:
    """What is missing."""
    return {
        "fact": _terms(gap.fact),
        "rules": _rules(gap.steps),
        "met": [_terms(fact) for fact in gap.met],
        "missing": [_terms(fact) for fact in gap.missing],
        "below": [_gap(below) for below in gap.below],
    }


def _terms(fact: Pattern) -> list[str]:
    return [str(part) for part in fact]


def _rules(steps: tuple[Step, ...]) -> list[dict[str, object]]:
    return [
        {
            "rule": step.rule.name,
            "says": {"ja": step.rule.says.ja, "en": step.rule.says.en},
            "axiom": {name: str(value) for name, value in step.axiom if not is_expression(value)},
        }
        for step in steps
    ]
