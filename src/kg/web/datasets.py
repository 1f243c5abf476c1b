"""Datasets as search engines read them in pages: schema.org/Dataset in JSON-LD, made of what the graph says of the release and of its documents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kg.export.content import fiscal_year
from kg.queries.binding import placed
from kg.queries.stored import stored_queries
from kg.rdf.iris import Minter
from kg.rdf.terms import term
from kg.web.problems import Problem
from kg.web.translations import translations

if TYPE_CHECKING:
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.served import Serving

Described = dict[str, Any]
"""A node of JSON-LD; empty where nothing can be said."""
_CONTEXT = "https://schema.org/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_KEPT = 8
"""Datasets of the release that are kept: one for each language, and some to spare."""


class Datasets:
    """Describes datasets for a service at ``addresses``."""

    def __init__(self, asking: Asking, served: Serving, addresses: Addresses) -> None:
        self._asking = asking
        self._served = served
        self._addresses = addresses
        self._queries = stored_queries("page")
        self._known: dict[tuple[str, str], Described] = {}

    async def release(self, exchange: Exchange) -> Described:
        """The dataset that is served, in the language of the page; nothing while the store does not answer. It is asked for once a release."""
        key = (self._asking.release, exchange.language)
        if key not in self._known:
            try:
                rows = await self._rows(exchange, "dataset")
            except Problem:
                return {}
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = self._release(_Said(rows, exchange.language))
        return self._known[key]

    async def of_document(self, exchange: Exchange, document: str) -> Described:
        """The tables that were read from a document. Raises Problem."""
        rows = await self._rows(exchange, "editions-of-document", thing=document, language=exchange.language)
        if not rows:
            return {}
        return {"@context": _CONTEXT, "@graph": [self._edition(document, row, exchange.language) for row in rows]}

    async def _rows(self, exchange: Exchange, slug: str, **values: str) -> list[Row]:
        return await self._asking.rows(exchange, placed(self._queries[slug], self._addresses.base, **values))

    def _release(self, said: _Said) -> Described:
        dataset = Minter(self._addresses.base).published("dataset")
        if not said.one(dataset, "dcterms:title"):
            return {}
        public = self._addresses.public
        publisher = {"@type": "Organization", "@id": Minter(self._addresses.base).published("agent"), "url": f"{public}/"}
        publisher["name"] = said.one(publisher["@id"], "foaf:name")
        period = f"{dataset}#period"
        days = [said.one(period, name) for name in ("dcat:startDate", "dcat:endDate")]
        found = {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "@id": dataset,
            "url": f"{public}/",
            "name": said.one(dataset, "dcterms:title"),
            "description": said.one(dataset, "dcterms:description"),
            "identifier": said.one(dataset, "dcterms:identifier"),
            "keywords": said.all(dataset, "dcat:keyword"),
            "version": said.one(dataset, "dcat:version"),
            "license": said.one(dataset, "dcterms:license"),
            "datePublished": said.one(dataset, "dcterms:issued"),
            "dateModified": said.one(dataset, "dcterms:modified"),
            "temporalCoverage": "/".join(day or ".." for day in days) if any(days) else "",
            "spatialCoverage": _japan(said.language),
            "inLanguage": ["ja", "en"],
            "isAccessibleForFree": True,
            "creator": publisher,
            "publisher": publisher,
            "includedInDataCatalog": {
                "@type": "DataCatalog",
                "@id": Minter(self._addresses.base).published("catalog"),
                "url": f"{public}/data/",
            },
            "distribution": [self._download(said, one) for one in said.all(dataset, "dcat:distribution") if self._facts(said, one)],
        }
        return {name: value for name, value in found.items() if value}

    def _facts(self, said: _Said, distribution: str) -> tuple[str, int, str] | None:
        """Path, bytes and SHA-256 of a distribution's file, where this service has it."""
        opened, place = self._served.files, f"{self._addresses.base}data/"
        path = said.one(distribution, "dcat:downloadURL").removeprefix(place)
        facts = opened.release.manifest["files"].get(path) if opened else None
        return (path, facts["bytes"], facts["sha256"]) if facts else None

    def _download(self, said: _Said, distribution: str) -> Described:
        path, size, sha256 = self._facts(said, distribution) or ("", 0, "")
        return {
            "@type": "DataDownload",
            "@id": distribution,
            "name": said.one(distribution, "dcterms:title"),
            "contentUrl": f"{self._addresses.public}/data/{path}",
            "encodingFormat": said.one(distribution, "dcat:mediaType").removeprefix(_MEDIA),
            "contentSize": f"{size} B",
            "sha256": sha256,
        }

    def _edition(self, document: str, row: Row, language: str) -> Described:
        label, file = row["label"]["value"], row["file"]["value"]
        say = translations(language)
        described = say.gettext(
            "「%(label)s」の表（%(file)s）から読み取った事業、委託、事業内容、実績。すべての数値から元の表の文字に戻れます。"
        )
        first, last = (row[name]["value"] if name in row else "" for name in ("first", "last"))
        found = {
            "@type": "Dataset",
            "@id": row["edition"]["value"],
            "url": self._addresses.here(row["edition"]["value"]),
            "name": label,
            "description": described % {"label": label, "file": file},
            "license": _LICENCE,
            "temporalCoverage": f"{fiscal_year(first) or '..'}/{last or '..'}" if first or last else "",
            "spatialCoverage": _japan(language),
            "inLanguage": "ja",
            "isAccessibleForFree": True,
            "isPartOf": {"@type": "Dataset", "@id": Minter(self._addresses.base).published("dataset"), "url": f"{self._addresses.public}/"},
            "isBasedOn": {
                "@type": ["DigitalDocument", "MediaObject"],
                "@id": document,
                "url": self._addresses.here(document),
                "name": file,
                "sha256": row["sha256"]["value"],
            },
        }
        return {name: value for name, value in found.items() if value}


class _Said:
    """What rows of queries/pages/dataset.rq say, for readers of a language: text in another language is left out."""

    def __init__(self, rows: list[Row], language: str) -> None:
        self.language = language
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows:
            if row["value"].get("xml:lang", language) == language:
                self._values[row["subject"]["value"], row["property"]["value"]].append(row["value"]["value"])

    def all(self, subject: str, name: str) -> list[str]:
        """The values of a property, sorted."""
        return sorted(self._values[subject, term(name).value])

    def one(self, subject: str, name: str) -> str:
        """The value of a property; empty where there is none."""
        return next(iter(self.all(subject, name)), "")


def _japan(language: str) -> Described:
    return {"@type": "Country", "name": translations(language).gettext("日本"), "identifier": "JP"}
