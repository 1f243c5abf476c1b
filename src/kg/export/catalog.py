"""The catalogue of a release: DCAT 3 as DCAT-AP 3.0.1 narrows it, and VoID with true counts, in the graph ``catalog`` and in ``catalog.ttl``.

What every release says stands in data/catalog.ttl. The file tells more than the graph: size and checksum of the files of the release (``data.nq``
holds the graph, which therefore cannot tell its own), and labels and classes of other people's things, which are none of our data.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

import kg
from kg import resources
from kg.errors import ExportError, VocabularyError
from kg.export.counts import GraphCounts
from kg.export.csvw import METADATA, described_tables
from kg.export.serialisations import with_sorted_prefixes
from kg.export.void import counted, linked, titled
from kg.queries.stored import stored_queries
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.terms import PREFIXES, in_language, term, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.export.content import Content
    from kg.rdf.terms import Object, Statement

DESCRIPTION = "data/catalog.ttl"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_OF_A_TABLE = (
    ("rdf:type", term("dcat:Distribution")),
    ("dcterms:license", NamedNode("https://creativecommons.org/licenses/by/4.0/")),
    ("dcterms:format", NamedNode(f"{_AUTHORITY}file-type/CSV")),
    ("dcat:mediaType", NamedNode("https://www.iana.org/assignments/media-types/text/csv")),
)
_AVAILABILITY = term("dcatap:availability")
"""A property of DCAT-AP that no vocabulary declares, so that only the file has it: the graph stays in OWL 2 DL."""
_EXPERIMENTAL = NamedNode(f"{_AUTHORITY}planned-availability/EXPERIMENTAL")
_MOST_ROUNDS = 5


class Catalog:
    """Makes the catalogue of a dataset with given content and counts, read from ``sources``."""

    def __init__(self, base: str, sources: Sequence[NamedNode], content: Content) -> None:
        self._base = base
        self._mint = Minter(base)
        self._sources = sources
        self._content = content
        self._graph = NamedNode(self._mint.graph("catalog"))
        self._dataset = NamedNode(self._mint.published("dataset"))

    def lines(self, counts: GraphCounts) -> list[bytes]:
        """Sorted N-Quads lines of the catalogue, which counts itself too: made anew until the counts that it states are those it has."""
        own = (each for each in _described(self._base) if each[0].value.startswith(self._base) and each[1] != _AVAILABILITY)
        described = [*own, *self._of_this_release(), *self._tables()]
        stated: list[bytes] = []
        for _ in range(_MOST_ROUNDS):
            told = [*described, *counted(self._dataset, self._mint, _plus(counts, stated)), *linked(self._dataset, self._content.linksets)]
            made = sorted(set(lines_of(Quad(*statement, self._graph) for statement in told)))
            if made == stated:
                return stated
            stated = made
        raise ExportError("目録の件数が定まりません。", "the counts of the catalogue do not settle", where="catalog")

    def _of_this_release(self) -> Iterator[Statement]:
        dataset, content = self._dataset, self._content
        build, period = (NamedNode(f"{dataset.value}#{name}") for name in ("build", "period"))
        dates = [("dcterms:issued", typed(content.issued, "xsd:date")), ("dcterms:modified", typed(content.modified, "xsd:date"))]
        of_dataset: list[tuple[str, Object]] = [
            ("dcterms:identifier", Literal(dataset.value)), ("void:uriSpace", Literal(f"{self._base}id/")),
            *((name, Literal(kg.__version__)) for name in ("dcat:version", "owl:versionInfo")),  # the latter for harvesters of DCAT-AP 1
            *dates,
            *(("prov:wasDerivedFrom", source) for source in self._sources),
        ]  # fmt: skip
        for name, value in of_dataset:
            yield dataset, term(name), value
        for name, date in dates:
            yield NamedNode(self._mint.published("catalog")), term(name), date
        for source in self._sources:
            yield build, term("prov:used"), source
        if content.first or content.last:
            yield dataset, term("dcterms:temporal"), period
            yield period, term("rdf:type"), term("dcterms:PeriodOfTime")
            for name, day in (("dcat:startDate", content.first), ("dcat:endDate", content.last)):
                if day:
                    yield period, term(name), typed(day, "xsd:date")

    def _tables(self) -> Iterator[Statement]:
        """The distributions that are tables, which are as many as there are queries for them; what describes their columns is one schema."""
        schema = NamedNode(f"{self._base}data/tables/{METADATA}")
        yield schema, term("rdf:type"), term("dcterms:Standard")
        yield from titled(schema, "表の列の説明（CSVW）", "what the columns of the tables mean (CSVW)")
        for name, query in stored_queries("table").items():
            node = NamedNode(f"{self._dataset.value}#tables/{name}.csv")
            yield self._dataset, term("dcat:distribution"), node
            for property_, value in _OF_A_TABLE:
                yield node, term(property_), value
            yield from titled(node, f"{query.question.ja}（{name}.csv）", f"{query.question.en} ({name}.csv)")
            about = described_tables()[name].description
            yield node, term("dcterms:description"), in_language(about.ja, "ja")
            yield node, term("dcterms:description"), in_language(about.en, "en")
            yield node, term("dcterms:conformsTo"), schema
            yield node, term("dcat:accessURL"), NamedNode(f"{self._base}data/")
            yield node, term("dcat:downloadURL"), NamedNode(f"{self._base}data/tables/{name}.csv")


def _described(base: str) -> Iterator[Statement]:
    """What data/catalog.ttl says, under ``base``. Raises VocabularyError where it is not Turtle without blank nodes."""
    file = resources.path(DESCRIPTION)
    try:
        for triple in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=base):
            if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode | Literal):
                raise VocabularyError("空白ノードには IRI を付けてください。", "give blank nodes an IRI", where=file.name)
            value = triple.object
            told = isinstance(value, Literal) and value.language
            yield triple.subject, triple.predicate, in_language(value.value, told) if told else value
    except SyntaxError as error:
        raise VocabularyError(f"Turtle として読めません（{error}）。", f"not readable as Turtle ({error})", where=file.name) from error


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


def write_catalog(
    lines: Iterable[bytes], files: Mapping[str, tuple[int, str]], base: str, path: Path, others: Sequence[Statement] = ()
) -> None:
    """The catalogue as a Turtle file, with the size in bytes and the SHA-256 of each of the ``files`` of the release that it describes.

    ``others`` are what it says of data that are not ours.
    """
    triples = {quad.triple for quad in parse(b"".join(lines), format=RdfFormat.N_QUADS)} | {Triple(*statement) for statement in others}
    more = [Triple(*statement) for statement in (*_described(base), *_files(triples, files, f"{base}data/"))]
    turtle = serialize(sorted(triples.union(more), key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    path.write_bytes(b"".join(with_sorted_prefixes(turtle.splitlines(keepends=True))))


def _files(triples: Iterable[Triple], files: Mapping[str, tuple[int, str]], place: str) -> Iterator[Statement]:
    for triple in triples:
        node, url = triple.subject, triple.object
        if triple.predicate != term("dcat:downloadURL") or not isinstance(node, NamedNode) or not isinstance(url, NamedNode):
            continue
        (size, sha256), checksum = files[url.value.removeprefix(place)], NamedNode(f"{node.value}.sha256")
        yield node, _AVAILABILITY, _EXPERIMENTAL
        yield node, term("dcat:byteSize"), typed(str(size), "xsd:nonNegativeInteger")
        yield node, term("spdx:checksum"), checksum
        yield checksum, term("rdf:type"), term("spdx:Checksum")
        yield checksum, term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256")
        yield checksum, term("spdx:checksumValue"), typed(sha256, "xsd:hexBinary")
