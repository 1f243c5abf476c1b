"""What a CKAN portal makes of a catalogue: the fields that the DCAT-AP profile of ckanext-dcat reads, read in the way in which it reads them.

Of several values in one field it takes the one in the portal's language, or any; a dataset is whatever is typed so, a resource whatever is its distribution.
"""

from __future__ import annotations

from typing import Any

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, RDF, SKOS
from rdflib.term import Node

SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_PACKAGE = {
    "title": DCTERMS.title, "notes": DCTERMS.description, "url": DCAT.landingPage, "version": OWL.versionInfo, "identifier": DCTERMS.identifier,
    "issued": DCTERMS.issued, "modified": DCTERMS.modified, "license": DCTERMS.license, "frequency": DCTERMS.accrualPeriodicity,
    "provenance": DCTERMS.provenance, "access_rights": DCTERMS.accessRights,
}  # fmt: skip
_LISTS = {"tags": DCAT.keyword, "theme": DCAT.theme, "language": DCTERMS.language, "documentation": FOAF.page}
_RESOURCE = {
    "name": DCTERMS.title, "description": DCTERMS.description, "access_url": DCAT.accessURL, "download_url": DCAT.downloadURL,
    "license": DCTERMS.license, "mimetype": DCAT.mediaType, "format": DCTERMS.format, "size": DCAT.byteSize,
}  # fmt: skip


class Harvester:
    """Reads a catalogue as a portal in ``language`` does."""

    def __init__(self, graph: Graph, language: str) -> None:
        self._graph = graph
        self._language = language

    def packages(self) -> list[dict[str, Any]]:
        """All datasets."""
        return [self._package(dataset) for dataset in sorted(self._graph.subjects(RDF.type, DCAT.Dataset), key=str)]

    def _package(self, dataset: Node) -> dict[str, Any]:
        publisher, contact, when, where = (
            self._graph.value(dataset, one) for one in (DCTERMS.publisher, DCAT.contactPoint, DCTERMS.temporal, DCTERMS.spatial)
        )
        return {
            "uri": str(dataset),
            **self._fields(dataset, _PACKAGE),
            **{name: sorted(map(str, self._graph.objects(dataset, one))) for name, one in _LISTS.items()},
            "publisher_name": self._text(publisher, FOAF.name),
            "publisher_url": self._text(publisher, FOAF.homepage),
            "contact_name": self._text(contact, VCARD.fn),
            "temporal_start": self._text(when, DCAT.startDate),
            "temporal_end": self._text(when, DCAT.endDate),
            "spatial_uri": str(where),
            "spatial_text": self._text(where, SKOS.prefLabel),
            "spatial_bbox": self._text(where, DCAT.bbox),
            "resources": [self._resource(one) for one in sorted(self._graph.objects(dataset, DCAT.distribution), key=str)],
        }

    def _resource(self, distribution: Node) -> dict[str, str]:
        checksum = self._graph.value(distribution, SPDX.checksum)
        found = self._fields(distribution, _RESOURCE)
        return {
            "uri": str(distribution),
            **found,
            "url": found["download_url"] or found["access_url"],
            "hash": self._text(checksum, SPDX.checksumValue),
            "hash_algorithm": self._text(checksum, SPDX.algorithm),
        }

    def _fields(self, node: Node, fields: dict[str, URIRef]) -> dict[str, str]:
        return {name: self._text(node, one) for name, one in fields.items()}

    def _text(self, node: Node | None, predicate: URIRef) -> str:
        values = list(self._graph.objects(node, predicate)) if node else []
        own = [value for value in values if isinstance(value, Literal) and value.language == self._language]
        return str((own or values or [""])[0])
