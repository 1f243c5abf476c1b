"""Pages in HTML, from the templates; everything that comes from the data is escaped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.rdf.terms import PREFIXES
from kg.web.lines import LABELS, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.web.addresses import Addresses
    from kg.web.problems import Problem

_HERE = Path(__file__).parent
POLICY = b"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_LINKED = {"http", "https", "mailto"}


class Pages:
    """Renders pages for a service at ``addresses``."""

    headers = ((b"content-security-policy", POLICY), (b"referrer-policy", b"strict-origin-when-cross-origin"))

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self.style = (_HERE / "static" / "style.css").read_bytes()
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.globals.update(root=addresses.public, href=self._href, short=_short, graph_name=self._graph_name)

    def thing(
        self, language: str, thing: str, lines: Sequence[Line], mentions: Sequence[Line], quotes: Sequence[dict[str, str]], shown: int
    ) -> bytes:
        """The page of a thing."""
        return self._page(
            "thing.html", language, thing=thing, title=_title(thing, lines, language), lines=_grouped(lines[:shown]),
            mentions=_grouped(mentions[:shown]), more=len(lines) > shown or len(mentions) > shown, shown=shown, quotes=quotes,
            address=self._addresses.here(thing),
        )  # fmt: skip

    def service(self, language: str, endpoint: str) -> bytes:
        """The page of the endpoint, with a form."""
        return self._page("service.html", language, title="SPARQL", endpoint=endpoint, prefixes=PREFIXES)

    def home(self, language: str, release: str) -> bytes:
        """The first page."""
        return self._page("home.html", language, title="つなぎ" if language == "ja" else "Tsunagi", release=release)

    def files(self, language: str, files: Sequence[tuple[str, int, str]]) -> bytes:
        """The list of the files of the release."""
        return self._page("files.html", language, title="データ" if language == "ja" else "Data", files=files)

    def problem(self, language: str, why: Problem) -> bytes:
        """What is shown to a reader in place of a page."""
        return self._page(
            "problem.html",
            language,
            title=why.kind.title.in_language(language),
            detail=why.detail.in_language(language),
            status=why.kind.status,
        )

    def _page(self, name: str, language: str, **values: object) -> bytes:
        return self._environment.get_template(name).render(lang=language, ja=language == "ja", **values).encode()

    def _href(self, iri: str) -> str:
        """Where a link to an IRI leads; empty where none should be made of it (javascript: and the like)."""
        return self._addresses.here(iri) if urlsplit(iri).scheme in _LINKED else ""

    def _graph_name(self, graph: str) -> str:
        return graph.removeprefix(f"{self._addresses.base}graph/")


def _title(thing: str, lines: Sequence[Line], language: str) -> str:
    labels = {line.language: line.other for line in reversed(lines) if line.property in LABELS}
    return labels.get(language) or next(iter(labels.values()), "") or _short(thing)


def _short(iri: str) -> str:
    """An IRI with its prefix, where there is one for it."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _grouped(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """Lines by property, each with the first of them."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.property, []).append(line)
    return [(group[0], group) for group in groups.values()]
