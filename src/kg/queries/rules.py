"""The rules of OWL 2 RL as typed objects: one CONSTRUCT file of queries/rules/ a rule (OWL 2 Profiles, section 4.3, tables 4 to 9).

The header says ``rule`` (its name in the W3C tables), ``table``, ``says`` (ja, en: one sentence, for explanations) and, where the premises cannot
be true together, ``contradiction``; such a rule constructs its premises. The body of a file has two parts, either of which may be missing::

    CONSTRUCT { ?x a ?c2 }
    WHERE {
      { ?c1 rdfs:subClassOf ?c2 }     # what the ontology must say: any SPARQL
      ?x a ?c1 .                      # what the data must say: one triple pattern a line; FILTER(!sameTerm(?a, ?b)) may follow
    }

A list has as many members as the file shows: there is a file for each length that the ontology uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import yaml
from pyoxigraph import NamedNode, Variable

from kg import resources
from kg.errors import Message, VocabularyError
from kg.queries.stored import header_of
from kg.store.port import Term

if TYPE_CHECKING:
    from pathlib import Path

Part = Term | Variable
Pattern = tuple[Part, Part, Part]
"""A triple pattern; a fact is one without variables."""

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PREFIX = re.compile(r"^PREFIX\s+(\w*):\s*<([^>]*)>", re.MULTILINE)
_PARTS = re.compile(r"CONSTRUCT\s*\{(?P<head>[^{}]*)\}\s*WHERE\s*\{\s*(?:\{(?P<schema>.*?)\}\s*\n)?(?P<data>[^{}]*)\}\s*\Z", re.DOTALL)
_DIFFERENT = re.compile(r"FILTER\(!sameTerm\(\?(\w+),\s*\?(\w+)\)\)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where the ontology answers ``schema`` and the data hold ``body``, ``head`` follows; where it ``contradicts``, they cannot be."""

    file: str
    name: str
    table: int
    says: Message
    head: tuple[Pattern, ...]
    schema: str
    body: tuple[Pattern, ...]
    different: tuple[tuple[Variable, Variable], ...]
    contradicts: bool
    prefixes: str

    @property
    def axioms(self) -> tuple[Pattern, ...]:
        """What the ontology must say, where that is triple patterns and nothing else."""
        plain = not re.search(r"[();*]|FILTER", self.schema)
        return _patterns(self.schema, dict(_PREFIX.findall(self.prefixes))) if plain else ()

    def axioms_only(self) -> bool:
        """Whether the rule speaks of the ontology alone."""
        return not self.body and all(_of_schema(pattern) for pattern in self.head)


def _of_schema(pattern: Pattern) -> bool:
    return pattern[1] != _TYPE and isinstance(pattern[1], NamedNode)


def read_rule(path: Path) -> Rule:
    """Read one file. Raises VocabularyError where it is not what this module says."""
    text = path.read_text(encoding="utf-8")
    try:
        header = header_of(text)
        prefixes = dict(_PREFIX.findall(text))
        parts = _PARTS.search(text)
        if parts is None:
            raise ValueError(parts)
        data = parts["data"]
        return Rule(
            file=path.name,
            name=header["rule"],
            table=int(header["table"]),
            says=Message(header["says"]["ja"], header["says"]["en"]),
            head=_patterns(parts["head"], prefixes),
            schema=(parts["schema"] or "").strip(),
            body=_patterns(_DIFFERENT.sub("", data), prefixes),
            different=tuple((Variable(a), Variable(b)) for a, b in _DIFFERENT.findall(data)),
            contradicts=bool(header.get("contradiction", False)),
            prefixes="".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items()),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise VocabularyError(
            "規則のファイルの形が違います。見出し（#+ の行）と CONSTRUCT { … } WHERE { { … } … } を確かめてください。",
            "not a rule file; check its header (lines #+) and CONSTRUCT { … } WHERE { { … } … }",
            where=path.name,
        ) from error


def _patterns(text: str, prefixes: dict[str, str]) -> tuple[Pattern, ...]:
    """The triple patterns of a text in which each ends in a full stop that stands alone."""
    patterns = []
    for statement in re.split(r"\s\.(?:\s|$)", text.strip()):
        words = statement.split()
        if words:
            subject, predicate, value = (_term(word, prefixes) for word in words)
            patterns.append((subject, predicate, value))
    return tuple(patterns)


def _term(word: str, prefixes: dict[str, str]) -> Part:
    if word.startswith("?"):
        return Variable(word[1:])
    if word == "a":
        return _TYPE
    prefix, _, local = word.partition(":")
    return NamedNode(prefixes[prefix] + local)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their files."""
    return tuple(read_rule(path) for path in sorted(resources.path("queries/rules").glob("*.rq")))
