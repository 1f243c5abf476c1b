"""The code lists as SKOS: labels from the files that hold the cues (ontology/codes/), definitions and hierarchy from ontology/concepts.csv.

Notes on awkward codes stand in ontology/notes.csv, what to do about each kind of finding in ontology/repairs.csv, links between codes of ours and to outside schemes in ontology/matches.csv (kg.rdf.matches).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.errors import VocabularyError
from kg.rdf.matches import match_statements
from kg.rdf.terms import code, in_language, term, tsu
from kg.text.vocabulary import code_list, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.rdf.terms import Statement

_TYPE = term("rdf:type")
_FINDING_KIND = "finding-kind"
_NOTES = ("scopeNote", "historyNote")
"""What a note may be: how a code is to be used, and what changed in law since the tables (SKOS Reference, section 7)."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What ontology/concepts.csv says of a code: its meaning, the broader code, the class of the ontology that expresses it."""

    scheme: str
    notation: str
    broader: str
    function: str
    definitions: tuple[str, str]
    alternatives: tuple[tuple[str, ...], tuple[str, ...]]
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A code list as a whole."""

    name: str
    labels: tuple[str, str]
    definitions: tuple[str, str]


@cache
def concepts() -> dict[tuple[str, str], Concept]:
    """All concepts by scheme and notation, in the order of their file."""
    columns = ("scheme", "notation", "broader", "class", "definition_ja", "definition_en", "alt_ja", "alt_en", "source")
    return {
        (row["scheme"], row["notation"]): Concept(
            row["scheme"],
            row["notation"],
            row["broader"],
            row["class"],
            (row["definition_ja"], row["definition_en"]),
            (words(row["alt_ja"]), words(row["alt_en"])),
            row["source"],
        )
        for row in resources.rows("ontology/concepts.csv", columns)
    }


@cache
def schemes() -> tuple[Scheme, ...]:
    """All code lists, in the order of ontology/schemes.csv."""
    columns = ("scheme", "label_ja", "label_en", "definition_ja", "definition_en")
    return tuple(
        Scheme(row["scheme"], (row["label_ja"], row["label_en"]), (row["definition_ja"], row["definition_en"]))
        for row in resources.rows("ontology/schemes.csv", columns)
    )


@cache
def notes() -> tuple[tuple[str, str, str, tuple[str, str]], ...]:
    """Notes on codes, in the order of ontology/notes.csv: scheme, notation, kind of note, the note in Japanese and English.

    Raises VocabularyError where a row is about no code, or is no kind of note.
    """
    found = []
    for number, row in enumerate(resources.rows("ontology/notes.csv", ("scheme", "notation", "kind", "ja", "en")), start=2):
        if (row["scheme"], row["notation"]) not in concepts() or row["kind"] not in _NOTES:
            raise VocabularyError(
                f"{number} 行目: コード {row['scheme']}/{row['notation']} または注記の種類 {row['kind']} がありません（種類は {'、'.join(_NOTES)}）。",
                f"line {number}: no code {row['scheme']}/{row['notation']}, or no kind of note {row['kind']} (one of {', '.join(_NOTES)})",
                where="ontology/notes.csv",
            )
        found.append((row["scheme"], row["notation"], row["kind"], (row["ja"], row["en"])))
    return tuple(found)


@cache
def repairs() -> dict[str, tuple[str, str]]:
    """What an official should do about findings of each kind, in Japanese and English, in the order of ontology/repairs.csv.

    Raises VocabularyError where a row is about no kind of finding.
    """
    found = {}
    for number, row in enumerate(resources.rows("ontology/repairs.csv", ("kind", "ja", "en")), start=2):
        if (_FINDING_KIND, row["kind"]) not in concepts():
            raise VocabularyError(
                f"{number} 行目: 所見の種類 {row['kind']} がありません。{_FINDING_KIND}.csv にある種類を書いてください。",
                f"line {number}: no kind of finding {row['kind']}; write one of {_FINDING_KIND}.csv",
                where="ontology/repairs.csv",
            )
        found[row["kind"]] = (row["ja"], row["en"])
    return found


def function_class(scheme: str, notation: str) -> str:
    """Name of the class that says what a code says (``darc``: DrugAddictionRehabilitationCenter); empty where there is none."""
    concept = concepts().get((scheme, notation))
    if concept is None:
        raise VocabularyError(
            f"コード {scheme}/{notation} の行がありません。定義の行を加えてください。",
            f"no row for the code {scheme}/{notation}; add one with its definition",
            where="ontology/concepts.csv",
        )
    return concept.function


def concept_statements(base: str) -> Iterator[Statement]:
    """All concept schemes."""
    for scheme in schemes():
        node = NamedNode(f"{base}code/{scheme.name}")
        yield node, _TYPE, term("skos:ConceptScheme")
        for label, definition, language in zip(scheme.labels, scheme.definitions, ("ja", "en"), strict=True):
            yield node, term("skos:prefLabel"), in_language(label, language)
            yield node, term("skos:definition"), in_language(definition, language)
    for concept in concepts().values():
        yield from _concept(base, concept)
    for name, notation, kind, texts in notes():
        for text, language in zip(texts, ("ja", "en"), strict=True):
            yield code(base, name, notation), term(f"skos:{kind}"), in_language(text, language)
    for kind, sentences in repairs().items():
        for sentence, language in zip(sentences, ("ja", "en"), strict=True):
            yield code(base, _FINDING_KIND, kind), tsu("suggestedRepair"), in_language(sentence, language)
    yield from match_statements(base, concepts())


def _concept(base: str, concept: Concept) -> Iterator[Statement]:
    node, scheme = code(base, concept.scheme, concept.notation), NamedNode(f"{base}code/{concept.scheme}")
    yield node, _TYPE, term("skos:Concept")
    yield node, term("skos:inScheme"), scheme
    yield node, term("skos:notation"), Literal(concept.notation)
    for index, language in enumerate(("ja", "en")):
        yield node, term("skos:prefLabel"), in_language(code_list(concept.scheme).label(concept.notation, language), language)
        yield node, term("skos:definition"), in_language(concept.definitions[index], language)
        for alternative in concept.alternatives[index]:
            yield node, term("skos:altLabel"), in_language(alternative, language)
    yield node, term("dcterms:source"), in_language(concept.source, "ja")
    if concept.broader:
        broader = code(base, concept.scheme, concept.broader)
        yield node, term("skos:broader"), broader
        yield broader, term("skos:narrower"), node
    else:
        yield node, term("skos:topConceptOf"), scheme
        yield scheme, term("skos:hasTopConcept"), node
