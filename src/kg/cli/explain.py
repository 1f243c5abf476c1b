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
from kg.reason.explanation import Words, gap_json, proof_json, proof_quads
from kg.reason.naming import term_of
from kg.reason.proofs import INFERRED, Prover
from kg.release.release import open_release
from kg.store.port import Solutions, Statements

if TYPE_CHECKING:
    from kg.queries.rules import Pattern
    from kg.reason.proofs import Gap, Proof
    from kg.store.port import Store

EXAMPLE = "例 / examples:  kg explain 栃木ダルク  |  kg explain government/120006 a tsu:GovernmentActingAlone  |  kg explain IRI tsu:activeIn area/230006 --format ttl"
_LISTED = """SELECT ?p ?o {{ GRAPH <{graph}> {{ {thing} ?p ?o }} }} ORDER BY ?p ?o"""


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
    opened = open_release(release)
    store, mint = opened.store(), Minter(opened.manifest["base"])
    subject = term_of(thing, store, mint.base)
    prover = Prover(store, mint.graph("ontology"))
    if predicate is None or value is None:
        facts = _inferred(store, mint.graph(INFERRED), subject)
    else:
        facts = [(subject, term_of(predicate, store, mint.base), term_of(value, store, mint.base))]
    proofs = [proof for fact in facts for proof in prover.proofs(fact)[: None if every else 1]]
    if proofs or not facts:
        _show_proofs(proofs, format_, Words(store, chosen(lang)), mint, chosen(lang))
        return
    _show_gap(prover.gap(facts[0]), facts[0], format_, Words(store, chosen(lang)), chosen(lang))
    sys.exit(1)


def _inferred(store: Store, graph: str, subject: object) -> list[Pattern]:
    answer = store.query(_LISTED.format(graph=graph, thing=subject))
    if not isinstance(answer, Solutions) or not isinstance(subject, ox.NamedNode):
        raise QueryError("説明できるのは IRI をもつものです。", "only things with an IRI can be explained")
    return [(subject, p, o) for p, o in answer.rows if p is not None and o is not None]


def _show_proofs(proofs: list[Proof], form: Format, words: Words, mint: Minter, language: str) -> None:
    match form:
        case Format.json:
            typer.echo(json.dumps([proof_json(proof) for proof in proofs], ensure_ascii=False, indent=2))
        case Format.ttl:
            graph = ox.NamedNode(mint.graph("explanation"))
            triples = {quad.triple for proof in proofs for quad in proof_quads(proof, mint.base, graph)}
            show(Statements(iter(sorted(triples, key=str))), AnswerFormat.ttl, None, language)
        case Format.text:
            if not proofs:
                typer.echo("推論された事実はありません。" if language == "ja" else "nothing was inferred about it")
            for proof in proofs:
                typer.echo("\n".join(words.proof(proof)))


def _show_gap(gap: Gap | None, fact: Pattern, form: Format, words: Words, language: str) -> None:
    if form is Format.json:
        typer.echo(json.dumps({"holds": False, "nearest": gap_json(gap) if gap else None}, ensure_ascii=False, indent=2))
    elif gap:
        typer.echo("\n".join(words.gap(gap)))
    else:
        rest = ": 成り立たず、導く規則もありません。" if language == "ja" else ": does not hold, and no rule yields such a fact."
        typer.echo(words.fact(fact) + rest)
