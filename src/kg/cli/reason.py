"""``kg reason``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import pyoxigraph as ox
import typer

from kg.cli.speech import LanguageOption, chosen, working
from kg.errors import GraphError, Message
from kg.rdf.iris import Minter
from kg.reason.dl.consistency import check_consistency
from kg.reason.dl.documents import graph_of, needs_own_ontology, own_ontology, read_files
from kg.reason.dl.hermit import HermiT
from kg.reason.dl.preparation import declare, strip_foreign_literals
from kg.reason.dl.profile import check_profile
from kg.reason.dl.sample import sample
from kg.release.publish import MANIFEST
from kg.release.release import open_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

    from kg.reason.dl.consistency import Consistency
    from kg.reason.dl.profile import Violation
    from kg.reason.dl.theory import Axiom

EXAMPLE = "例 / examples:  kg reason --dl  |  kg reason my-vocabulary.ttl my-data.nt --dl"

_RELEASE = Path("release")
_SAMPLED = ("data", "provenance", "codes", "links", "reference", "findings", "inferred")
_SHOWN = 20
"""Violations of one restriction that are shown; --json gives all."""


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="まとめて調べる RDF（Turtle、N-Triples、N-Quads、TriG、RDF/XML、JSON-LD）。省くとこのパッケージのオントロジー。 RDF checked together; none: this package's ontology.",
            show_default=False,
        ),
    ] = None,
    dl: Annotated[
        bool,
        typer.Option(
            "--dl",
            help="HermiT で矛盾と、要素をもちえないクラスを探す。 Look for contradictions and for classes without possible member, with HermiT.",
        ),
    ] = False,
    release: Annotated[
        Path | None,
        typer.Option(
            help="FILE がないとき、データの見本を取るリリース。 Release that a sample of data is taken from where there is no FILE. [release/]",
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        int, typer.Option(min=1, max=86_400, help="HermiT の一回の実行を打ち切る秒数。 Seconds for one run of HermiT.")
    ] = 300,
    as_json: Annotated[bool, typer.Option("--json", help="結果を JSON で出力する。 Print the result as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """オントロジーが OWL 2 の範囲内にあり、矛盾しないかを調べる。 Check that an ontology is within OWL 2 and free of contradictions."""
    language = chosen(lang)
    with working() as show:
        input_ = _files(files) if files else _own(release, with_data=dl)
        violations = check_profile(input_.ontology)
        consistency, refused = None, None
        if dl:
            try:
                consistency = check_consistency(input_.everything, HermiT.find(timeout), show=lambda what: show(what.in_language(language)))
            except GraphError as error:
                refused = error
    result = Result(input_, violations, consistency, refused.message if refused else None, dl=dl)
    typer.echo(json.dumps(result.as_json(language), ensure_ascii=False) if as_json else "\n".join(result.lines(language)))
    raise typer.Exit(0 if result.good else 1)


@dataclass(frozen=True)
class Input:
    """``ontology`` must be within the profiles, ``everything`` consistent; ``name`` says what was read, ``facts`` how many statements a sample gave."""

    name: Message
    ontology: Graph
    everything: Graph


def _files(files: list[Path]) -> Input:
    graph = read_files(files)
    names = ", ".join(map(str, files))
    name = Message(names, names)
    if needs_own_ontology(graph):
        graph += own_ontology()
        name = Message(f"{names} と、このパッケージのオントロジー", f"{names}, with this package's ontology")
    # names that only facts use are no fault of an ontology, nor are dates in facts
    ontology, _ = declare(strip_foreign_literals(graph)[0], only_facts=True)
    return Input(name, ontology, graph)


def _own(release: Path | None, *, with_data: bool) -> Input:
    ontology = own_ontology()
    if not with_data or (release is None and not (_RELEASE / MANIFEST).is_file()):
        return Input(Message("このパッケージのオントロジー", "this package's ontology"), ontology, ontology)
    opened = open_release(release or _RELEASE)
    mint = Minter(opened.manifest["base"])
    graphs = [ox.NamedNode(mint.graph(name)) for name in _SAMPLED]
    facts = list(sample(lambda: ox.parse(path=str(opened.quads), format=ox.RdfFormat.N_QUADS), graphs))
    name = Message(
        f"このパッケージのオントロジーと、{opened.path} のデータの見本 {len(facts)} 件",
        f"this package's ontology, with a sample of {len(facts)} statements of {opened.path}",
    )
    return Input(name, ontology, ontology + graph_of(facts))


@dataclass(frozen=True)
class Result:
    """What was found, and whether it is good: with ``dl`` in OWL 2 DL, consistent and every class satisfiable, else in OWL 2 RL."""

    input: Input
    violations: list[Violation]
    consistency: Consistency | None
    refused: Message | None
    dl: bool

    @property
    def good(self) -> bool:
        """Whether there is nothing to mend."""
        if not self.dl:
            return not self.violations
        return self.consistency is not None and self.consistency.good and not any(v.restriction.profile == "dl" for v in self.violations)

    def as_json(self, language: str) -> dict[str, object]:
        """The result for programs; axioms in Manchester syntax."""
        told = [
            {
                "id": v.restriction.id,
                "section": v.restriction.section,
                "message": v.restriction.message.in_language(language),
                "what": v.what,
            }
            for v in self.violations
        ]
        said: dict[str, object] = {"input": self.input.name.in_language(language), "good": self.good, "violations": told}
        if self.refused:
            said["refused"] = self.refused.in_language(language)
        if self.consistency:
            prepared = self.consistency.prepared
            said |= {
                "consistent": self.consistency.consistent,
                "contradictions": [list(map(str, because)) for because in self.consistency.contradictions],
                "unsatisfiable": [{"class": u.iri, "because": list(map(str, u.because))} for u in self.consistency.unsatisfiable],
                "stripped": len(prepared.stripped),
                "set_aside": list(map(str, prepared.set_aside)),
                "declared": [{"name": name, "as": kind} for name, kind in prepared.declared],
            }
        return said

    def lines(self, language: str) -> Iterator[str]:
        """The result for a person."""
        ja = language == "ja"
        yield f"{'対象' if ja else 'checked'}: {self.input.name.in_language(language)}"
        for profile in ("dl", "rl"):
            yield from self._profile(profile, language)
        if self.refused:
            yield self.refused.in_language(language)
        if self.consistency:
            yield from _found(self.consistency, ja=ja)
            yield from _left_out(self.consistency, ja=ja)

    def _profile(self, profile: str, language: str) -> Iterator[str]:
        # what is not in OWL 2 DL is not in OWL 2 RL either
        keeping_out = [v for v in self.violations if v.restriction.profile in {"dl", profile}]
        name, within = f"OWL 2 {profile.upper()}", not keeping_out
        if language == "ja":
            yield f"{name}: 範囲内" if within else f"{name}: 範囲外（違反 {len(keeping_out)} 件）"
        else:
            yield f"{name}: yes" if within else f"{name}: no, {len(keeping_out)} violation{'s' * (len(keeping_out) != 1)}"
        own = [v for v in keeping_out if v.restriction.profile == profile]
        for restriction in dict.fromkeys(v.restriction for v in own):
            yield f"  {restriction.id}: {restriction.message.in_language(language)}  {restriction.section}"
            what = [v.what for v in own if v.restriction == restriction]
            yield from (f"      {each}" for each in what[:_SHOWN])
            if len(what) > _SHOWN:
                yield f"      … {len(what) - _SHOWN}"


def _found(consistency: Consistency, *, ja: bool) -> Iterator[str]:
    if consistency.consistent:
        yield "矛盾: なし" if ja else "consistent: yes"
    else:
        yield "矛盾: あり（次の公理と事実は、すべてが同時に真ではありえません）" if ja else "consistent: no; these cannot all be true:"
    for number, because in enumerate(consistency.contradictions, 1):
        yield f"  {number}."
        yield from _axioms(because)
    if consistency.unsatisfiable:
        count = len(consistency.unsatisfiable)
        yield f"要素をもちえないクラス: {count}" if ja else f"classes without possible member: {count}"
    else:
        yield "要素をもちえないクラス: なし" if ja else "classes without possible member: none"
    for found in consistency.unsatisfiable:
        yield f"  {found.iri}"
        yield from _axioms(found.because)


def _axioms(because: tuple[Axiom, ...]) -> Iterator[str]:
    return (f"      {axiom}" for axiom in because)


def _left_out(consistency: Consistency, *, ja: bool) -> Iterator[str]:
    prepared = consistency.prepared
    if prepared.stripped:
        count = len(prepared.stripped)
        yield (
            f"※ OWL 2 にないデータ型の値（日付など）をもつ事実 {count} 件を除きました。"
            if ja
            else f"※ {count} facts with values of datatypes that OWL 2 does not have (such as dates) were left out."
        )
    if prepared.set_aside:
        yield (
            f"※ 推論器が読めない公理 {len(prepared.set_aside)} 件を除きました。"
            if ja
            else f"※ {len(prepared.set_aside)} axioms that the reasoner cannot read were left out."
        )
        yield from (f"      {axiom}" for axiom in prepared.set_aside[:_SHOWN])
    if prepared.declared:
        count = len(prepared.declared)
        yield (
            f"※ 宣言のない名前 {count} 個を、使われ方に従って補いました。"
            if ja
            else f"※ {count} names without declaration were taken as what they are used as."
        )
