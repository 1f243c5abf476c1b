"""What a person types for a thing -> its term: an IRI, a prefixed name, a path such as ``government/010006``, a label, a number, a quoted text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.terms import PREFIXES, typed
from kg.reason.axioms import TYPE
from kg.reason.wording import shortened
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from kg.store.port import Store

Named = ox.NamedNode | ox.Literal
_LABELLED = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing {{ ?thing rdfs:label|skos:prefLabel|skos:notation ?label FILTER(STR(?label) = {0}) }} ORDER BY ?thing"""
_KNOWN = "SELECT ?thing {{ VALUES ?thing {{ {0} }} FILTER(EXISTS {{ ?thing ?p ?o }} || EXISTS {{ ?s ?thing ?o }} || EXISTS {{ ?s ?p ?thing }}) }}"
_NEAR = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing {{ ?thing rdfs:label|skos:prefLabel ?label FILTER(CONTAINS(STR(?label), {0})) }} ORDER BY STRLEN(STR(?label)) ?thing LIMIT {most}"""
_DESCRIBED = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label ?kind {{
  OPTIONAL {{ {0} rdfs:label|skos:prefLabel ?label }}
  OPTIONAL {{
    GRAPH ?asserted {{ {0} a ?class }} FILTER(!STRENDS(STR(?asserted), "/inferred"))
    ?class rdfs:label ?kind FILTER(LANG(?kind) = "{1}")
    FILTER NOT EXISTS {{ GRAPH ?asserted {{ {0} a ?narrower }} ?narrower rdfs:subClassOf ?class FILTER(?narrower != ?class) }}
  }}
}} ORDER BY (LANG(?label) != "{1}") ?label ?kind LIMIT 1"""
_SHOWN = 10
_LEAST = 2
"""Characters of a name from which on other names with it are looked for."""


def term_of(text: str, store: Store, base: str) -> Named:
    """The term that ``text`` means in a store. Raises QueryError where it means nothing there, or several things."""
    text = text.strip()
    if text == "a":
        return TYPE
    literal = _literal(text)
    if literal is not None:
        return literal
    iri = _iri(text, base)
    found = _things(store, _KNOWN.format(iri)) if iri else _things(store, _LABELLED.format(ox.Literal(text)))
    if len(found) == 1:
        return found[0]
    if not found:
        near = [] if iri or len(text) < _LEAST else _things(store, _NEAR.format(ox.Literal(text), most=_SHOWN))
        ja, en = (
            (f"\n名前にこれを含むもの:\n  {_listed(near, store, base, 'ja')}", f"\nnames with it:\n  {_listed(near, store, base, 'en')}")
            if near
            else ("", "")
        )
        raise QueryError(
            f"「{text}」はこのリリースにありません。IRI、tsu:… のような略記、government/010006 のような鍵、または表示名を書いてください。{ja}",
            f"{text!r} is nothing of this release; give an IRI, a short form such as tsu:…, a key such as government/010006, or a label{en}",
        )
    raise QueryError(
        f"「{text}」という名前のものは {len(found)} 個あります。どれか一つの鍵を書いてください:\n  {_listed(found, store, base, 'ja')}",
        f"{len(found)} things are called {text!r}; give the key of one:\n  {_listed(found, store, base, 'en')}",
    )


def _listed(things: list[ox.NamedNode], store: Store, base: str, language: str) -> str:
    """Keys that can be typed instead, each with the name and the narrowest class of the thing."""
    return "\n  ".join(f"{_key(thing, base)}  {described(thing, store, language)}" for thing in things[:_SHOWN])


def _key(thing: ox.NamedNode, base: str) -> str:
    """What to type for a thing: ``government/010006``, ``code/…``, ``tsu:…``."""
    if not thing.value.startswith((f"{base}id/", f"{base}code/")):
        return shortened(thing)
    key = unquote(thing.value.removeprefix(base).removeprefix("id/"))
    return f"'{key}'" if re.search(r"\s", key) else key


def described(thing: ox.NamedNode, store: Store, language: str) -> str:
    """A thing by its name and its narrowest class: ``熊本県（都道府県）``."""
    answer = store.query(_DESCRIBED.format(thing, language))
    if not isinstance(answer, Solutions):
        raise TypeError(answer)
    label, kind = (lexical(part) for part in next(iter(answer.rows), (None, None)))
    left, right = ("（", "）") if language == "ja" else (" (", ")")
    return f"{label}{left}{kind}{right}" if kind else label


def _literal(text: str) -> ox.Literal | None:
    if re.fullmatch(r"[+-]?\d+", text):
        return typed(text, "xsd:integer")
    if text in {"true", "false"}:
        return typed(text, "xsd:boolean")
    if text.startswith('"'):
        try:
            (quad,) = ox.parse(f"<urn:s> <urn:p> {text} .", format=ox.RdfFormat.N_TRIPLES)
        except (SyntaxError, ValueError) as error:
            raise QueryError(
                f'引用符の中の書き方が違います（{text}）。"…"、"…"@ja、"…"^^<型> のいずれかで書いてください。',
                f'not a literal: {text}; write "…", "…"@ja or "…"^^<datatype>',
            ) from error
        return quad.object if isinstance(quad.object, ox.Literal) else None
    return None


def _iri(text: str, base: str) -> ox.NamedNode | None:
    text = text.removeprefix("<").removesuffix(">")
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        text = PREFIXES[prefix] + local
    elif text.startswith(("id/", "code/", "graph/")):
        text = base + text
    elif re.match(r"[a-z]+/\S", text):
        text = f"{base}id/{text}"
    if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", text):
        return None
    try:
        return ox.NamedNode(unquote(text) if text.isascii() and "%E" in text.upper() else text)
    except ValueError:
        return None


def _things(store: Store, query: str) -> list[ox.NamedNode]:
    answer = store.query(query)
    if not isinstance(answer, Solutions):
        raise TypeError(query)
    return [row[0] for row in answer.rows if isinstance(row[0], ox.NamedNode)]
