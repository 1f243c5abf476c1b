"""Media types of answers, and which one a client wants (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.web.problems import NOT_ACCEPTABLE, NOT_FOUND, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.web.problems import Problem


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write an answer: its name in ``format=`` and as a suffix, its media type, others by which it is asked for."""

    name: str
    media_type: str
    others: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The media type as it is sent; text says that it is UTF-8."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


JSON = Format("json", "application/sparql-results+json", ("application/json", "text/json"))
XML = Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml"))
CSV = Format("csv", "text/csv")
TSV = Format("tsv", "text/tab-separated-values")
TURTLE = Format("ttl", "text/turtle", ("application/turtle", "application/x-turtle", "text/rdf+n3", "text/n3", "application/n3"))
N_TRIPLES = Format("nt", "application/n-triples", ("text/plain",))
N_QUADS = Format("nq", "application/n-quads")
TRIG = Format("trig", "application/trig")
RDF_XML = Format("rdf", "application/rdf+xml", ("application/xml", "text/xml"))
JSON_LD = Format("jsonld", "application/ld+json", ("application/x-json+ld", "application/json"))
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
PLAIN_JSON = Format("json", "application/json", ("text/json",))
HTML = Format("html", "text/html", ("application/xhtml+xml",))

RESULTS = (JSON, XML, CSV, TSV)
ANSWERS = (HTML, CSV, XLSX, PLAIN_JSON)
"""How the answer to a question, or what a search found, can be had."""
NETWORKS = (
    Format("graphml", "application/graphml+xml"), Format("gexf", "application/gexf+xml"), Format("cyjs", "application/json"),
    *(Format(f"{name}.zip", "application/zip") for name in ("neo4j", "csv", "xlsx", "parquet")),
)  # fmt: skip
"""How nodes and edges can be had (kg.export.graphs.formats)."""
GRAPHS = (TURTLE, N_TRIPLES, N_QUADS, TRIG, RDF_XML, JSON_LD)
_NAMES = {
    "sparql-results+json": "json", "json-ld": "jsonld", "turtle": "ttl", "n3": "ttl", "ntriples": "nt", "n-triples": "nt", "nquads": "nq",
    "n-quads": "nq", "rdf+xml": "rdf", "rdfxml": "rdf", "rdf-xml": "rdf",
}  # fmt: skip
"""Other names that clients write in ``format=``."""
_RANGE = re.compile(r"\s*([^\s;,]+/[^\s;,]+)\s*((?:;[^,]*)?)")
_QUALITY = re.compile(r";\s*q\s*=\s*([0-9.]+)", re.IGNORECASE)
_PARTS = 64


@lru_cache(maxsize=1024)
def negotiate(accept: str, offered: tuple[Format, ...]) -> Format | None:
    """The format that ``accept`` likes best, the first of ``offered`` among equals; None where it takes none of them."""
    if not accept.strip():
        return offered[0]
    wanted: list[tuple[str, float]] = []
    for part in accept.split(",")[:_PARTS]:
        match = _RANGE.fullmatch(part)
        if match:
            wanted.append((match[1].lower(), _quality(match[2])))
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for place, entry in enumerate(offered):
        quality = _of(entry, wanted)
        if quality > 0 and (chosen is None or (quality, -place) > best):
            best, chosen = (quality, -place), entry
    return chosen


def _quality(parameters: str) -> float:
    match = _QUALITY.search(parameters)
    try:
        return min(max(float(match[1]), 0.0), 1.0) if match else 1.0
    except ValueError:
        return 0.0


def _of(entry: Format, wanted: Sequence[tuple[str, float]]) -> float:
    """The quality of a format: of the most specific range that fits, and of its own name before its other names."""
    found: dict[int, float] = {}
    for media_range, quality in wanted:
        if media_range == entry.media_type:
            rank = 4
        elif media_range in entry.others:
            rank = 3
        elif media_range == entry.media_type.partition("/")[0] + "/*":
            rank = 2
        elif media_range == "*/*":
            rank = 1
        else:
            continue
        found[rank] = max(quality, found.get(rank, 0.0))
    return found[max(found)] if found else 0.0


def named(name: str, offered: Sequence[Format]) -> Format | None:
    """The format called ``name`` in ``format=`` or a suffix: a short name or a media type."""
    name = name.strip().lower()
    name = _NAMES.get(name, name)
    for entry in offered:
        if name in (entry.name, entry.media_type, *entry.others):
            return entry
    return None


def chosen(accept: str, asked: str, offered: tuple[Format, ...]) -> Format:
    """The format that ``format=`` asks for, else the one that Accept likes best. Raises Problem (406) with the list of what there is."""
    found = named(asked, offered) if asked else negotiate(accept, offered)
    if found is None and asked:
        found = negotiate(accept, offered) if accept else None
    if found is None:
        types = ", ".join(entry.media_type for entry in offered)
        raise problem(
            NOT_ACCEPTABLE,
            f"この問い合わせの答えは {types} のどれかで返せます。",
            f"this answer can be had as one of {types}",
            available=[entry.media_type for entry in offered],
        )
    return found


def suffixed(suffix: str, accept: str, offered: tuple[Format, ...]) -> Format:
    """The format of a ``suffix`` such as .csv; without one the format that ``accept`` likes best. Raises Problem where it is none of ``offered``."""
    form = named(suffix[1:], offered) if suffix else negotiate(accept, offered)
    if form is None and suffix:
        raise problem(NOT_FOUND, f"{suffix[:50]} では返せません。", f"there is no {suffix[:50]} here")
    if form is None:
        raise not_acceptable(offered)
    return form


def not_acceptable(offered: tuple[Format, ...]) -> Problem:
    """What is told to somebody who takes none of ``offered``."""
    types = ", ".join(entry.media_type for entry in offered)
    return problem(NOT_ACCEPTABLE, f"{types} のどれかで返せます。", f"this can be had as one of {types}")
