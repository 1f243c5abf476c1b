"""Links between codes (ontology/matches.csv): to a code of ours, written ``scheme/notation``, or to an outside concept by its full IRI.

``related`` is for codes of one list, the mapping relations for codes of different lists (SKOS Reference, sections 8 and 10). A link between two codes
of ours is stated from both sides, as SKOS entails (S23, S43, S44): whoever starts from either code finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg import resources
from kg.errors import VocabularyError
from kg.rdf.terms import code, term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.rdf.terms import Statement

CONVERSE = {
    "related": "related",
    "relatedMatch": "relatedMatch",
    "closeMatch": "closeMatch",
    "exactMatch": "exactMatch",
    "broadMatch": "narrowMatch",
    "narrowMatch": "broadMatch",
}
"""The relations that a row may state, each with what it says when read the other way round."""


@dataclass(frozen=True, slots=True)
class Match:
    """One row: a code, a SKOS relation, the other code or outside IRI, and what the link rests on (a law, a document, where the IRI was seen)."""

    scheme: str
    notation: str
    relation: str
    target: str
    evidence: str
    line: int

    @property
    def outside(self) -> bool:
        """Whether the target is a concept of somebody else."""
        return ":" in self.target


@cache
def matches() -> tuple[Match, ...]:
    """All rows, in the order of their file."""
    columns = ("scheme", "notation", "relation", "target", "evidence")
    rows = resources.rows("ontology/matches.csv", columns)
    return tuple(
        Match(row["scheme"], row["notation"], row["relation"], row["target"], row["evidence"], number)
        for number, row in enumerate(rows, start=2)
    )


def match_statements(base: str, codes: Collection[tuple[str, str]]) -> Iterator[Statement]:
    """All links; ``codes`` are the codes there are, by scheme and notation.

    Raises VocabularyError where a row names a code or relation that does not exist, crosses lists with ``related``, or gives no evidence.
    """
    for match in matches():
        fault = _fault(match, codes)
        if fault:
            raise VocabularyError(f"{match.line} 行目: {fault[0]}", f"line {match.line}: {fault[1]}", where="ontology/matches.csv")
        here = code(base, match.scheme, match.notation)
        if match.outside:
            yield here, term(f"skos:{match.relation}"), NamedNode(match.target)
        else:
            there = code(base, *match.target.split("/"))
            yield here, term(f"skos:{match.relation}"), there
            yield there, term(f"skos:{CONVERSE[match.relation]}"), here


def _fault(match: Match, codes: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    scheme, _, notation = match.target.partition("/")
    if match.relation not in CONVERSE:
        return (
            f"関係 {match.relation} は使えません（{'、'.join(CONVERSE)}）。",
            f"no relation {match.relation}; one of {', '.join(CONVERSE)}",
        )
    if (match.scheme, match.notation) not in codes:
        return f"コード {match.scheme}/{match.notation} がありません。", f"no code {match.scheme}/{match.notation}"
    if not match.outside and (scheme, notation) not in codes:
        return f"相手のコード {match.target} がありません。", f"no target code {match.target}"
    if (match.relation == "related") != (not match.outside and scheme == match.scheme):
        return (
            "同じ一覧の中では related、別の一覧とは …Match を使ってください。",
            "use related within one list, and a mapping relation (…Match) across lists",
        )
    if not match.evidence:
        return "根拠が空です。", "the evidence is empty"
    return None
