"""Mapping sets of others in a release: each in a graph and files of its own, under its own licence; nothing is concluded from them.

``imported/{key}.sssom.tsv`` is the file as it was given, ``imported/{key}.nq`` its links of things that the release has, and ``{base}graph/imported-{key}``
the graph of the store that holds them. ``data.nq``, and with it all that is checked and inferred, is without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.link.mapping_set import SUFFIX
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.terms import in_language, term, typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TypedDict

    from kg.link.mapping_set import Correspondence, MappingSet
    from kg.rdf.terms import Statement

    class Imported(TypedDict):
        """A mapping set as the manifest tells it; ``about_nothing`` are its subjects that the release does not have."""

        name: str
        sha256: str
        title: str
        licence: str
        links: int
        negative: int
        about_nothing: list[str]


FOLDER = "imported"


def write_imported(sets: Sequence[MappingSet], store: Path, base: str, directory: Path) -> list[Imported]:
    """Write the files of ``sets`` below ``directory``, and add their graphs to the store there."""
    if not sets:
        return []
    (directory / FOLDER).mkdir()
    opened = ox.Store(str(store))
    told: list[Imported] = []
    for each in sets:
        graph = NamedNode(Minter(base).graph(f"{FOLDER}-{each.key}"))
        subjects = dict.fromkeys(link.subject for link in each.mappings)
        unknown = [one for one in subjects if next(opened.quads_for_pattern(NamedNode(one), None, None, None), None) is None]
        nothing = frozenset(unknown)
        known = [link for link in each.mappings if link.subject not in nothing]
        path = directory / FOLDER / f"{each.key}.nq"
        path.write_bytes(b"".join(sorted(set(lines_of(Quad(*statement, graph) for statement in _statements(each, known, graph))))))
        (directory / FOLDER / f"{each.key}{SUFFIX}").write_bytes(each.content)
        told.append({
            "name": f"{each.key}{SUFFIX}", "sha256": each.sha256, "title": each.title, "licence": each.licence, "links": len(known),
            "negative": each.negative, "about_nothing": unknown,
        })  # fmt: skip
        opened.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    opened.optimize()
    opened.flush()
    return told


def _statements(each: MappingSet, links: Sequence[Correspondence], graph: NamedNode) -> Iterator[Statement]:
    yield graph, term("rdf:type"), term("void:Linkset")
    yield graph, term("dcterms:title"), Literal(each.title)
    yield graph, term("dcterms:license"), NamedNode(each.licence)
    yield graph, term("void:triples"), typed(str(len(links)), "xsd:integer")
    if each.iri.startswith("http"):
        yield graph, term("dcterms:source"), NamedNode(each.iri)
    for link in links:
        yield NamedNode(link.subject), NamedNode(link.predicate), NamedNode(link.object)


def catalogued(sets: Sequence[MappingSet], told: Sequence[Imported], base: str) -> Iterator[Statement]:
    """The sets as datasets of the catalogue, each under its own licence."""
    mint = Minter(base)
    for each, entry in zip(sets, told, strict=True):
        dataset = NamedNode(f"{mint.published('dataset')}#imported-{each.key}")
        distribution = NamedNode(f"{dataset.value}.nq")
        yield NamedNode(mint.published("catalog")), term("dcat:dataset"), dataset
        for node, kind in ((dataset, "dcat:Dataset"), (dataset, "void:Linkset"), (distribution, "dcat:Distribution")):
            yield node, term("rdf:type"), term(kind)
        for node in (dataset, distribution):
            yield node, term("dcterms:title"), Literal(each.title)
            yield node, term("dcterms:license"), NamedNode(each.licence)
        yield (
            dataset,
            term("dcterms:description"),
            in_language(
                "このリリースを作った人が取り込んだ対応表です。利用条件はその対応表のもので、このデータのものではありません。", "ja"
            ),
        )
        yield (
            dataset,
            term("dcterms:description"),
            in_language("A mapping set that whoever built this release imported. Its licence is its own, not that of these data.", "en"),
        )
        yield dataset, term("sd:name"), NamedNode(mint.graph(f"{FOLDER}-{each.key}"))
        yield dataset, term("void:triples"), typed(str(entry["links"]), "xsd:integer")
        if each.iri:
            yield dataset, term("dcterms:identifier"), Literal(each.iri)
        yield NamedNode(each.licence), term("rdf:type"), term("dcterms:LicenseDocument")
        yield dataset, term("dcat:distribution"), distribution
        yield distribution, term("dcat:accessURL"), NamedNode(f"{base}data/")
        yield distribution, term("dcat:downloadURL"), NamedNode(f"{base}data/{FOLDER}/{each.key}.nq")
        yield distribution, term("dcat:mediaType"), NamedNode("https://www.iana.org/assignments/media-types/application/n-quads")
        yield distribution, term("dcterms:format"), NamedNode("http://publications.europa.eu/resource/authority/file-type/RDF_N_QUADS")
