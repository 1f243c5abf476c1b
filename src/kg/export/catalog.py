"""The catalogue of a release: DCAT 3 and VoID with true counts, in the graph ``catalog``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

import kg
from kg.errors import ExportError
from kg.export.counts import WHOLE, GraphCounts
from kg.export.serialisations import with_sorted_prefixes
from kg.rdf.iris import Minter, segment
from kg.rdf.lines import lines_of
from kg.rdf.terms import GRAPHS, PREFIXES, in_language, term, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.rdf.terms import Object, Statement

_LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_JAPAN = NamedNode("http://publications.europa.eu/resource/authority/country/JPN")
_TITLES = {
    "": ("つなぎ：地域再犯防止の取組の知識グラフ", "Tsunagi: knowledge graph of local recidivism-prevention programmes in Japan"),
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
_DISTRIBUTIONS = (
    ("data.nq", "application/n-quads", "N-Quads"),
    *(
        (f"tables/{name}.csv", "text/csv", f"CSV: {name}")
        for name in ("projects", "commissions", "interventions", "outcomes", "findings", "passages")
    ),
)
_MOST_ROUNDS = 5


class Catalog:
    """Makes the catalogue of a dataset with given counts and sources."""

    def __init__(self, base: str, sources: Sequence[NamedNode]) -> None:
        self._mint = Minter(base)
        self._base = base
        self._sources = sources
        self._graph = NamedNode(self._mint.graph("catalog"))

    def lines(self, counts: GraphCounts) -> list[bytes]:
        """Sorted N-Quads lines of the catalogue, which counts itself too: made anew until the counts that it states are those it has."""
        stated: list[bytes] = []
        for _ in range(_MOST_ROUNDS):
            both = _plus(counts, stated)
            made = sorted(lines_of(self._quads(both)))
            if made == stated:
                return stated
            stated = made
        raise ExportError("目録の件数が定まりません。", "the counts of the catalogue do not settle", where="catalog")

    def _quads(self, counts: GraphCounts) -> Iterator[Quad]:
        return (Quad(*statement, self._graph) for statement in self._statements(counts))

    def _statements(self, counts: GraphCounts) -> Iterator[Statement]:
        catalog, dataset = NamedNode(self._mint.published("catalog")), NamedNode(self._mint.published("dataset"))
        publisher = NamedNode(self._mint.published("agent"))
        yield catalog, term("rdf:type"), term("dcat:Catalog")
        yield catalog, term("dcat:dataset"), dataset
        yield publisher, term("rdf:type"), term("dcterms:Agent")
        yield publisher, term("rdfs:label"), in_language("つなぎ（Tsunagi）編集者", "ja")
        yield publisher, term("rdfs:label"), in_language("Tsunagi maintainers", "en")
        for node in (catalog, dataset):
            yield from _titled(node, "")
            yield node, term("dcterms:publisher"), publisher
            yield node, term("dcterms:license"), _LICENCE
        yield from self._dataset(dataset)
        yield from _counted(dataset, WHOLE, counts)
        for name in GRAPHS:
            part, graph = NamedNode(f"{dataset.value}#{name}"), self._mint.graph(name)
            if counts.triples[graph]:
                yield dataset, term("void:subset"), part
                yield from _titled(part, name)
                yield part, term("sd:name"), NamedNode(graph)
                yield from _counted(part, graph, counts)

    def _dataset(self, dataset: NamedNode) -> Iterator[Statement]:
        more: list[tuple[str, Object]] = [
            ("rdf:type", term("dcat:Dataset")), ("rdf:type", term("void:Dataset")), ("dcterms:spatial", _JAPAN),
            ("dcterms:description", in_language("省庁の表から読み取った、地域の再犯防止の取組。すべての事実から元の表の欄に戻れる。", "ja")),
            ("dcterms:description", in_language("Local recidivism-prevention programmes as read from ministries' tables; every fact leads back to its cell.", "en")),
            ("dcat:version", Literal(kg.__version__)), ("void:uriSpace", Literal(f"{self._base}id/")), ("void:vocabulary", NamedNode(PREFIXES["tsu"])),
            *(("dcat:keyword", in_language(word, "ja")) for word in ("再犯防止", "更生保護", "地方公共団体")),
            *(("dcat:keyword", in_language(word, "en")) for word in ("recidivism prevention", "offender rehabilitation", "local government")),
            *(("dcterms:language", NamedNode(f"http://publications.europa.eu/resource/authority/language/{name}")) for name in ("JPN", "ENG")),
            *(("dcterms:source", source) for source in self._sources),
        ]  # fmt: skip
        for name, value in more:
            yield dataset, term(name), value
        for path, media, title in _DISTRIBUTIONS:
            node = NamedNode(f"{dataset.value}#{path}")
            yield dataset, term("dcat:distribution"), node
            yield node, term("rdf:type"), term("dcat:Distribution")
            yield node, term("dcterms:title"), in_language(title, "en")
            yield node, term("dcterms:license"), _LICENCE
            yield node, term("dcat:downloadURL"), NamedNode(f"{self._base}data/{path}")
            yield node, term("dcat:mediaType"), NamedNode(f"https://www.iana.org/assignments/media-types/{media}")


def _plus(counts: GraphCounts, lines: Iterable[bytes]) -> GraphCounts:
    """Counts of the dataset with the catalogue in it; no other graph speaks of the catalogue's subjects."""
    both = GraphCounts()
    for _ in both.of(lines):
        pass
    both.triples.update(counts.triples)
    both.subjects.update(counts.subjects)
    for mine, theirs in ((both.classes, counts.classes), (both.properties, counts.properties)):
        for name, counter in theirs.items():
            mine.setdefault(name, Counter()).update(counter)
    return both


def _titled(node: NamedNode, name: str) -> Iterator[Statement]:
    for title, language in zip(_TITLES[name], ("ja", "en"), strict=True):
        yield node, term("dcterms:title"), in_language(title, language)


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


def write_catalog(lines: Iterable[bytes], path: Path) -> None:
    """The catalogue as a Turtle file."""
    quads = parse(b"".join(lines), format=RdfFormat.N_QUADS)
    turtle = serialize((quad.triple for quad in quads), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    path.write_bytes(b"".join(with_sorted_prefixes(turtle.splitlines(keepends=True))))
