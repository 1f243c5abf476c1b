"""The service's own addresses, and the IRIs of the data that they stand for. Nothing here is taken from a request's Host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from kg.errors import ServiceError
from kg.rdf.iris import segment
from kg.rdf.terms import ONTOLOGY

_KEPT = "/:@!$&'()*+,;=~-._%#?"
"""Characters of an IRI that a header or address may hold as they are."""


def ascii_uri(iri: str) -> str:
    """An IRI as a URI (RFC 3987, section 3.1), fit for a header."""
    return quote(iri, safe=_KEPT)


_LINKED = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """``public`` is the service's address as clients know it, without a slash at its end; ``base`` the base of the data's IRIs."""

    public: str
    base: str

    @property
    def prefix(self) -> str:
        """The path under which the service lives; empty at the top."""
        return urlsplit(self.public).path

    @property
    def sparql(self) -> str:
        """The endpoint; relative IRIs of queries resolve against it."""
        return f"{self.public}/sparql"

    def iri(self, raw_path: str) -> str:
        """The IRI that a path below the prefix stands for, whichever characters the client has percent-encoded.

        Raises ValueError where the path is no UTF-8.
        """
        parts = [segment(unquote(part, errors="strict")) for part in raw_path.strip("/").split("/")]
        path = "/".join(parts)
        return ONTOLOGY if path == "ontology" else f"{self.base}{path}"

    def here(self, iri: str) -> str:
        """Where this service shows an IRI: its own address for the data's IRIs and the ontology's terms, else the IRI itself."""
        if iri.startswith(ONTOLOGY):
            return f"{self.public}/ontology{ascii_uri(iri.removeprefix(ONTOLOGY))}"
        for kind in ("id/", "code/", "graph/"):
            if iri.startswith(self.base + kind):
                return f"{self.public}/{ascii_uri(iri.removeprefix(self.base))}"
        return iri

    def link(self, iri: str) -> str:
        """Where a link to an IRI leads; empty where none should be made of it (javascript: and the like)."""
        return self.here(iri) if urlsplit(iri).scheme in _LINKED else ""


def public_address(text: str) -> str:
    """The public address as it was configured. Raises ServiceError."""
    parts = urlsplit(text)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.query
        or parts.fragment
        or re.search(r"[\s\x00-\x20<>\"]", text)
    ):
        raise ServiceError(
            f"公開アドレスは https://example.jp/kg のように書いてください（{text}）。",
            f"the public address is written like https://example.org/kg, not {text!r}",
        )
    return text.rstrip("/")
