"""``kg explain``."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import pyoxigraph as ox
import typer

from kg.cli.answers import Format as AnswerFormat
from kg.cli.answers import show
from kg.cli.speech import LanguageOption, chosen
from kg.errors import QueryError
from kg.rdf.iris import Minter
from kg.rdf.terms import ONTOLOGY
from kg.reason.axioms import TYPE
from kg.reason.derivation import proof_quads
from kg.reason.document import contents
from kg.reason.explanation import Words
from kg.reason.naming import term_of
from kg.reason.proofs import INFERRED, Prover
from kg.release.release import open_release
from kg.store.port import Solutions, Statements

if TYPE_CHECKING:
    from kg.queries.rules import Pattern
    from kg.reason.proofs import Gap, Proof
    from kg.store.port import Store

EXAMPLE = "例 / examples:  kg explain 特定非営利活動法人栃木ダルク  |  kg explain government/120006 a tsu:GovernmentActingAlone  |  kg explain 愛知県弁護士会 tsu:activeIn area/230006 --format ttl"
_LISTED = """SELECT ?p ?o {{ GRAPH <{graph}> {{ {thing} ?p ?o }} BIND(IF(?p = <{type}>, ?o, ?p) AS ?said) }} ORDER BY (!STRSTARTS(STR(?said), "{own}")) ?p ?o"""
"""What is said in the words of this ontology comes first."""


class Format(StrEnum):
    """Forms of an explanation."""

    text = "text"
    json = "json"
    ttl = "ttl"


def command(
    thing: Annotated[
        str, typer.Argument(metavar="IRI", help="説明するもの。IRI、tsu:…、government/010006、表示名。 IRI, short form, key or label.")
    ],
    predicate: Annotated[str | None, typer.Argument(metavar="[PREDICATE", help="事実の述語（a は型）。 Predicate of a fact.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="OBJECT]", help="事実の値。 Value of the fact.")] = None,
    every: Annotated[bool, typer.Option("--all", help="最短以外の導き方も示す。 Show the other ways to the fact, too.")] = False,
    format_: Annotated[Format, typer.Option("--format", help="text、json、ttl（PROV）。")] = Format.text,
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    lang: LanguageOption = None,
) -> None:
    """なぜそう言えるかを、規則と根拠の文字まで辿って示す。 Say why a fact holds, down to the characters of the source."""
    if (predicate is None) != (value is None):
        raise QueryError(
            "事実は IRI PREDICATE OBJECT の三つで書いてください。IRI だけなら、それについて推論された事実をすべて説明します。",
            "a fact takes three words, IRI PREDICATE OBJECT; the IRI alone explains all that was inferred about it",
        )
    opened, language = open_release(release), chosen(lang)
    store, mint = opened.store(), Minter(opened.manifest["base"])
    subject = _thing(thing, store, mint.base)
    prover = Prover(store, mint.graph("ontology"))
    fact = None if predicate is None or value is None else (subject, _thing(predicate, store, mint.base), term_of(value, store, mint.base))
    facts = _inferred(store, mint.graph(INFERRED), subject) if fact is None else [fact]
    proofs = [proof for one in facts for proof in prover.proofs(one)[: None if every else 1]]
    missing = fact if fact is not None and not proofs else None
    gap = prover.gap(missing) if missing else None
    if format_ is Format.json:
        typer.echo(json.dumps(contents(subject, fact, proofs, gap), ensure_ascii=False, indent=2))
    elif missing:
        _show_gap(gap, missing, Words(store, language), language, err=format_ is Format.ttl)
    elif format_ is Format.ttl:
        _show_prov(proofs, mint, language)
    else:
        _show_proofs(proofs, Words(store, language), language)
    if missing:
        sys.exit(1)


def _thing(text: str, store: Store, base: str) -> ox.NamedNode:
    """What can be the subject or predicate of a fact: no text, no number."""
    found = term_of(text, store, base)
    if isinstance(found, ox.Literal):
        raise QueryError(
            f"「{text}」は文字列か数です。事実の主語と述語は IRI をもつものに限ります。",
            f"{text!r} is a text or number; only things with an IRI can be subject or predicate of a fact",
        )
    return found


def _inferred(store: Store, graph: str, subject: ox.NamedNode) -> list[Pattern]:
    answer = store.query(_LISTED.format(graph=graph, thing=subject, type=TYPE.value, own=f"{ONTOLOGY}#"))
    if not isinstance(answer, Solutions):
        raise TypeError(answer)
    return [(subject, p, o) for p, o in answer.rows if p is not None and o is not None]


def _show_proofs(proofs: list[Proof], words: Words, language: str) -> None:
    if not proofs:
        typer.echo("推論された事実はありません。" if language == "ja" else "nothing was inferred about it")
    for proof in proofs:
        typer.echo("\n".join(words.proof(proof)))


def _show_prov(proofs: list[Proof], mint: Minter, language: str) -> None:
    graph = ox.NamedNode(mint.graph("explanation"))
    triples = {quad.triple for proof in proofs for quad in proof_quads(proof, mint.base, graph)}
    show(Statements(iter(sorted(triples, key=str))), AnswerFormat.ttl, None, language)


def _show_gap(gap: Gap | None, fact: Pattern, words: Words, language: str, *, err: bool) -> None:
    """What is missing, for people; where Turtle was asked for, its stream stays empty (``err``)."""
    rest = (
        ": このリリースからは導けず、導く規則もありません。"
        if language == "ja"
        else ": does not follow from this release, and no rule yields such a fact."
    )
    said = words.gap(gap) if gap else (words.fact(fact) + rest, words.caution())
    typer.echo("\n".join(said), err=err)
