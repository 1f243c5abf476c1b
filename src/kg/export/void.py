"""VoID (W3C Note, 2011): counts of a dataset and of each of its graphs, and its links to other datasets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.export.counts import WHOLE
from kg.rdf.iris import segment
from kg.rdf.terms import GRAPHS, PREFIXES, in_language, term, typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.export.content import Linkset
    from kg.export.counts import GraphCounts
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement

_TITLES = {
    "data": ("事業、委託、事業内容、実績", "projects, commissions, interventions and outcomes"),
    "provenance": ("出典：文書、区間、手がかり", "provenance: documents, passages and cues"),
    "codes": ("コードリスト", "code lists"),
    "ontology": ("オントロジー", "ontology"),
    "links": ("名称の台帳と他のデータへのリンク", "registry of names and links to other data"),
    "reference": ("自治体と区域", "governments and areas"),
    "findings": ("元資料についての所見", "findings about the source"),
    "inferred": ("推論された事実", "inferred facts"),
    "catalog": ("目録", "catalogue"),
}
_SITES = "data/linked-datasets.csv"
_SITE_COLUMNS = ("site", "title_ja", "title_en", "homepage")


def counted(dataset: NamedNode, mint: Minter, counts: GraphCounts) -> Iterator[Statement]:
    """How many of everything the dataset and each of its graphs hold (chapter 4: statistics, partitions)."""
    yield from _counted(dataset, WHOLE, counts)
    for name in GRAPHS:
        part, graph = NamedNode(f"{dataset.value}#{name}"), mint.graph(name)
        if counts.triples[graph]:
            yield dataset, term("void:subset"), part
            yield from titled(part, *_TITLES[name])
            yield part, term("sd:name"), NamedNode(graph)
            yield from _counted(part, graph, counts)


def linked(dataset: NamedNode, linksets: Sequence[Linkset]) -> Iterator[Statement]:
    """The linksets (chapter 5): of each predicate and site the number of links, and whose site it is, where data/linked-datasets.csv knows."""
    known = {row["site"]: row for row in resources.rows(_SITES, _SITE_COLUMNS)}
    for linkset in linksets:
        target = NamedNode(f"{dataset.value}#linked-{segment(linkset.site.removesuffix('/').replace('://', '-'))}")
        node = NamedNode(f"{target.value}.{_local(linkset.predicate)}")
        row = known.get(linkset.site, {"title_ja": linkset.site, "title_en": linkset.site, "homepage": ""})
        yield dataset, term("void:subset"), node
        yield node, term("rdf:type"), term("void:Linkset")
        yield node, term("void:subjectsTarget"), dataset
        yield node, term("void:objectsTarget"), target
        yield node, term("void:linkPredicate"), NamedNode(linkset.predicate)
        yield node, term("void:triples"), typed(str(linkset.triples), "xsd:integer")
        yield target, term("rdf:type"), term("void:Dataset")
        yield from titled(target, row["title_ja"], row["title_en"])
        yield target, term("void:uriSpace"), Literal(linkset.site)
        if row["homepage"]:
            yield target, term("foaf:homepage"), NamedNode(row["homepage"])


def titled(node: NamedNode, ja: str, en: str) -> Iterator[Statement]:
    """The title of something in both languages."""
    yield node, term("dcterms:title"), in_language(ja, "ja")
    yield node, term("dcterms:title"), in_language(en, "en")


def _counted(node: NamedNode, name: str, counts: GraphCounts) -> Iterator[Statement]:
    classes, properties = counts.classes.get(name, Counter()), counts.properties.get(name, Counter())
    for label, count in (
        ("triples", counts.triples[name]), ("distinctSubjects", counts.subjects[name]), ("classes", len(classes)), ("properties", len(properties)),
    ):  # fmt: skip
        yield node, term(f"void:{label}"), typed(str(count), "xsd:integer")
    for kind, key, members, unit in (
        ("classPartition", "class", classes, "entities"),
        ("propertyPartition", "property", properties, "triples"),
    ):
        for iri, count in members.items():
            part = NamedNode(f"{node.value}{'.' if '#' in node.value else '#'}{key}-{_local(iri)}")
            yield node, term(f"void:{kind}"), part
            yield part, term(f"void:{key}"), NamedNode(iri)
            yield part, term(f"void:{unit}"), typed(str(count), "xsd:integer")


def _local(iri: str) -> str:
    """A readable name of a vocabulary's term: its prefix and local part; its whole IRI where the vocabulary has no prefix here."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return segment(iri)
