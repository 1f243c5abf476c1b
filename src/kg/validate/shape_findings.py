"""Results of SHACL, told to a person: one finding for each shape that a node breaks, however many of its constraints and values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import SH, Graph, Literal, URIRef

from kg.errors import Message
from kg.rdf.terms import ONTOLOGY
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.places import owner_of, place_of
from kg.validate.shared_faults import misspelling
from kg.validate.source_findings import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.validate.engines.port import Result
    from kg.validate.nodes import Nodes

_KIND = URIRef(f"{ONTOLOGY}#findingKind")
_FIRST_SENTENCE = {"ja": re.compile(r"^(.*?。)\s*"), "en": re.compile(r"^(.*?\.)(?:\s+|$)")}


def shape_findings(results: Iterable[Result], shapes: Graph, nodes: Nodes) -> Iterator[Finding]:
    """One finding for each pair of shape and focus node."""
    broken: dict[tuple[str, str], list[Result]] = {}
    for result in sorted(results, key=lambda result: (result.shape, result.focus, result.component, result.value)):
        broken.setdefault((result.shape, result.focus), []).append(result)
    for (shape, focus), found in broken.items():
        node = ox.BlankNode(focus[2:]) if focus.startswith("_:") else ox.NamedNode(focus) if ":" in focus and focus[0] != '"' else None
        whole = _messages(shapes, shape)
        repair = Message(_repair(whole.ja, "ja"), _repair(whole.en, "en"))
        problem = Message(_problem(whole.ja, "ja"), _problem(whole.en, "en"))
        for name, meant in sorted({pair for result in found if (pair := misspelling(shape, result, shapes))}):
            problem, repair = _with_names(problem, repair, _local(name), _local(meant))
        government, cohort = owner_of(nodes, node) if node else ("", "")
        yield Finding(
            severity=min((result.severity for result in found), key=SEVERITIES.index),
            kind=str(shapes.value(URIRef(shape), _KIND) or OTHER).rpartition("/")[2],
            rule=shape,
            focus=focus,
            value=", ".join(dict.fromkeys(_shown(result.value) for result in found if result.value)),
            message=problem,
            repair=repair,
            place=place_of(nodes, node) if node else None,
            government=government,
            cohort=cohort,
        )


def _messages(shapes: Graph, shape: str) -> Message:
    """What the shape says of a node that breaks it; the name of the shape where it says nothing."""
    told = [text for text in shapes.objects(URIRef(shape), SH.message) if isinstance(text, Literal)]
    for constraint in shapes.objects(URIRef(shape), SH.sparql):
        told += [text for text in shapes.objects(constraint, SH.message) if isinstance(text, Literal)]
    by_language = {text.language: str(text) for text in reversed(told)}
    fallback = by_language.get(None, shape)
    return Message(by_language.get("ja", fallback), by_language.get("en", fallback))


def _problem(text: str, language: str) -> str:
    """The first sentence of a message of ours: what is wrong."""
    found = _FIRST_SENTENCE[language].match(text)
    return found[1] if found else text


def _repair(text: str, language: str) -> str:
    """The rest of it: what to do."""
    found = _FIRST_SENTENCE[language].match(text)
    return text[found.end() :] if found else ""


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _with_names(problem: Message, repair: Message, name: str, meant: str) -> tuple[Message, Message]:
    """The same words with the property that is wrong, and the known one that it is like."""
    told = Message(f"{problem.ja.removesuffix('。')}（「{name}」）。", f"{problem.en.removesuffix('.')} ({name}).")
    if not meant:
        return told, repair
    return told, Message(f"「{meant}」の書き誤りではありませんか。{repair.ja}", f"{meant} may be meant. {repair.en}")


def _shown(value: str) -> str:
    """A term as a person reads it: no angle brackets, no quotes, the language or datatype behind it."""
    if value.startswith("<"):
        return value[1:-1]
    found = re.fullmatch(r'"(.*)"(?:@([A-Za-z-]+)|\^\^<.*[#/](.*)>)?', value, re.DOTALL)
    if found is None:
        return value
    text = re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t", "r": "\r"}.get(match[1], match[1]), found[1])
    kind = found[2] or (found[3] if found[3] not in (None, "string", "integer", "decimal") else "")
    return f"{text} ({kind})" if kind else text
