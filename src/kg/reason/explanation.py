"""Proofs in words, for officials."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Variable

from kg.rdf.terms import clipped, term
from kg.reason.axioms import TYPE, is_expression
from kg.reason.naming import described
from kg.reason.wording import shortened
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.rules import Part, Pattern
    from kg.reason.clauses import Step
    from kg.reason.evidence import Evidence
    from kg.reason.proofs import Gap, Proof
    from kg.store.port import Store

_LABEL = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label {{ {0} rdfs:label|skos:prefLabel ?label }} ORDER BY (LANG(?label) != "{1}") ?label LIMIT 1"""
_UNNAMED = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
SELECT ?kind ?said {{
  VALUES ?class {{ tsu:Finding tsu:SourcePassage tsu:Cue }}
  {0} a ?class ; tsu:message|oa:hasSelector/oa:exact ?said .
  ?class rdfs:label ?kind FILTER(LANG(?kind) = "{1}" && LANG(?said) IN ("", "{1}"))
}} ORDER BY ?kind ?said LIMIT 1"""
_VALUES = "SELECT ?value {{ {0} {1} ?value }} ORDER BY ?value LIMIT 4"
_PASSAGES_SHOWN = 4
_OUTSIDE = {
    term("rdfs:subClassOf"): ("より広いクラス", "has broader class"),
    term("rdfs:subPropertyOf"): ("より広い性質", "has broader property"),
    term("rdfs:domain"): ("定義域", "has domain"),
    term("rdfs:range"): ("値域", "has range"),
    term("rdfs:label"): ("表示名", "has label"),
    term("skos:broader"): ("より広い符号", "has broader code"),
}
"""Properties of others that explanations meet, since the ontology may not name them."""
_SOURCES = {
    "reference": (
        "参照データ（市区町村コード表など、data/README.md）",
        "reference data (codes of governments and the like, data/README.md)",
    ),
    "ontology": ("オントロジーの公理", "an axiom of the ontology"),
    "codes": ("コード表（ontology/codes）", "the code lists (ontology/codes)"),
    "provenance": (
        "読み取りの記録（ファイルと文字の位置）",
        "the record of what was read (files and positions)",
    ),
    "links": ("名称の登録簿（data/registry.csv）", "the registry of names (data/registry.csv)"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What an asserted fact rests on, and the IRI of the passage, where it is one."""

    says: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words: an inferred one with the rules that yield it and its premises, an asserted one with its grounds."""

    fact: Pattern
    says: str
    rules: str
    grounds: tuple[Ground, ...]
    premises: tuple[Told, ...]


def _lines(told: Told, indent: str) -> Iterator[str]:
    yield f"{indent}{told.says}"
    if told.rules:
        yield f"{indent}  ∵ {told.rules}"
    yield from (f"{indent}  {ground.says}" for ground in told.grounds)
    for premise in told.premises:
        yield from _lines(premise, f"{indent}    ")


class Words:
    """Facts, steps and evidence of one store in one language."""

    def __init__(self, store: Store, language: str) -> None:
        self._store = store
        self._ja = language == "ja"
        self.label = cache(self._label)

    def _label(self, part: Part) -> str:
        """What a person calls a thing; the thing itself where it has no label."""
        if isinstance(part, Variable):
            return "（何か）" if self._ja else "(something)"
        if part == TYPE:
            return "である" if self._ja else "is a"
        if isinstance(part, NamedNode):
            answer = self._store.query(_LABEL.format(part, "ja" if self._ja else "en"))
            if isinstance(answer, Solutions):
                for row in answer.rows:
                    return lexical(row[0])
            if part in _OUTSIDE:
                return _OUTSIDE[part][0 if self._ja else 1]
            answer = self._store.query(_UNNAMED.format(part, "ja" if self._ja else "en"))
            for kind, said in answer.rows if isinstance(answer, Solutions) else ():
                text = clipped(lexical(said))
                return f"{lexical(kind)}『{text}』" if self._ja else f"{lexical(kind)} “{text}”"
        return shortened(part)

    def fact(self, fact: Pattern) -> str:
        """``subject ― property → value``; ``「…」は「…」である`` for a class. Two things of one name are told apart by their classes."""
        subject, predicate, value = fact
        if predicate == TYPE:
            name = self.label(value)
            return f"「{self.label(subject)}」は「{name}」である" if self._ja else f"{self.label(subject)} is classed as “{name}”"
        alike = subject != value and self.label(subject) == self.label(value)
        start, end = (self._described(part) if alike else self.label(part) for part in (subject, value))
        return f"{start} ― {self.label(predicate)} → {end}"

    def _described(self, part: Part) -> str:
        return described(part, self._store, "ja" if self._ja else "en") if isinstance(part, NamedNode) else self.label(part)

    def steps(self, steps: tuple[Step, ...]) -> str:
        """The rules in the order in which they were applied, each with the terms of its axiom."""
        return "; ".join(self._step(step) for step in steps)

    def _step(self, step: Step) -> str:
        terms = [self._named(value) for _, value in step.axiom if not is_expression(value)]
        named = f"{step.rule.name}: {', '.join(dict.fromkeys(terms))}" if terms else step.rule.name
        return f"{step.rule.says.ja}（{named}）" if self._ja else f"{step.rule.says.en} ({named})"

    def _named(self, part: Part) -> str:
        """The short form of a term, the label of a code, which has none."""
        short = shortened(part)
        return self.label(part) if short.startswith("<") else short

    def evidence(self, found: Evidence) -> str:
        """Where it stands, and the characters."""
        if found.by_default:
            return (
                f"決め手となる語なし（残る符号）: {found.place()} 「{found.quote}」"
                if self._ja
                else f"no words decided it (the code that is left): {found.place()} “{found.quote}”"
            )
        verb = ("決め手" if found.decided else "根拠") if self._ja else ("decided by" if found.decided else "read from")
        return f"{verb}: {found.place()} 「{found.quote}」" if self._ja else f"{verb} {found.place()} “{found.quote}”"

    def source(self, graph: str) -> str:
        """What a fact without a cell rests on."""
        ja, en = _SOURCES.get(graph, (f"グラフ {graph}", f"graph {graph}"))
        return ja if self._ja else en

    def told(self, proof: Proof) -> Told:
        """A proof in words."""
        if proof.steps:
            return Told(proof.fact, self.fact(proof.fact), self.steps(proof.steps), (), tuple(map(self.told, proof.premises)))
        grounds = [Ground(self.evidence(found), found.passages[0] if found.passages else "") for found in proof.evidence[:_PASSAGES_SHOWN]]
        more = len(proof.evidence) - _PASSAGES_SHOWN
        if more > 0:
            grounds.append(Ground(f"ほか {more} か所" if self._ja else f"and {more} more"))
        if not grounds:
            grounds = [Ground(self.source(graph)) for graph in proof.graphs]
        return Told(proof.fact, self.fact(proof.fact), "", tuple(grounds), ())

    def proof(self, proof: Proof) -> Iterator[str]:
        """A proof as indented lines, conclusion first."""
        return _lines(self.told(proof), "")

    def gap(self, gap: Gap, depth: int = 0) -> Iterator[str]:
        """What is missing, as indented lines."""
        indent = "  " * depth
        yield f"{indent}{self.fact(gap.fact)}: " + ("このリリースからは導けません。" if self._ja else "does not follow from this release.")
        yield f"{indent}  " + ("最も近い規則: " if self._ja else "nearest rule: ") + self.steps(gap.steps)
        for met in gap.met:
            yield f"{indent}  " + ("満たす: " if self._ja else "met: ") + self.fact(met)
        for missing in gap.missing:
            yield f"{indent}  " + ("欠ける: " if self._ja else "missing: ") + self.fact(missing)
            if values := self._instead(missing):
                yield f"{indent}    " + ("今の値: " if self._ja else "it has: ") + ("、" if self._ja else ", ").join(values)
        for below in gap.below:
            yield from self.gap(below, depth + 2)
        if not depth:
            yield self.caution()

    def _instead(self, fact: Pattern) -> list[str]:
        """What a thing has where another value is missing."""
        subject, predicate, value = fact
        if predicate == TYPE or any(isinstance(part, Variable) for part in fact):
            return []
        answer = self._store.query(_VALUES.format(subject, predicate))
        found = [row[0] for row in answer.rows] if isinstance(answer, Solutions) else []
        return [self.label(one) for one in found if one is not None and one != value]

    def caution(self) -> str:
        """What must not be concluded from a fact that does not follow."""
        return (
            "※ 導けないことは、事実でないことを意味しません。表に書かれていないだけのことがあります。"
            if self._ja
            else "※ What does not follow may still be so: the table may just not say it."
        )
