"""The IRIs of things: readable, derived from facts, never renumbered when more is learned."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg import resources

if TYPE_CHECKING:
    from kg.extract.records import Project

# RFC 3987: characters that an IRI may not hold, and those that would end a path segment.
_NOT_IN_SEGMENT = {ord(c): f"%{ord(c):02X}" for c in ' <>"{}|\\^`/?#%[]'} | {code: f"%{code:02X}" for code in range(0x20)}


def segment(text: str) -> str:
    """Make ``text`` one segment of an IRI's path; Japanese stays readable."""
    return "".join(quote(char) if unicodedata.category(char)[0] in "CZ" else char for char in text.translate(_NOT_IN_SEGMENT))


@cache
def _programme_keys() -> dict[str, str]:
    return {row["name_ja"]: row["key"] for row in resources.rows("data/programmes.csv", ("key", "name_ja"))}


def programme_key(name: str) -> str:
    """Key of a programme by its Japanese name: from data/programmes.csv, or the name itself for one that is not listed."""
    return _programme_keys().get(name, name)


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints IRIs under a base that ends in a slash."""

    base: str

    def _id(self, kind: str, *keys: str) -> str:
        return f"{self.base}id/{kind}/" + "/".join(map(segment, keys))

    def programme(self, name: str) -> str:
        """IRI of a programme."""
        return self._id("programme", programme_key(name))

    def project(self, project: Project) -> str:
        """``project/{programme}/{cohort}/{code}``."""
        return self._id("project", programme_key(project.edition.programme), project.edition.cohort, project.key)

    def _below(self, kind: str, project: Project, key: str) -> str:
        edition = project.edition
        return self._id(kind, programme_key(edition.programme), edition.cohort, project.key, edition.edition, key)

    def commission(self, project: Project, block: int) -> str:
        """``commission/…/{edition}/{block}``."""
        return self._below("commission", project, str(block))

    def intervention(self, project: Project, block: int, item: int) -> str:
        """``intervention/…/{edition}/{block}-{item}``."""
        return self._below("intervention", project, f"{block}-{item}")

    def outcome(self, project: Project, block: int, key: str) -> str:
        """``outcome/…/{edition}/{block}-{n-th run of digits, or w1}``."""
        return self._below("outcome", project, f"{block}-{key}")

    def organization(self, project: Project, name: str) -> str:
        """``organization/{prefecture}-{legal name}``."""
        return self._id("organization", f"{project.prefecture or project.key}-{name}")

    def finding(self, document: str, kind: str, place: str, count: int) -> str:
        """``finding/{document}/{kind}-{place}``, numbered where one place has several of a kind."""
        return self._id("finding", document, f"{kind}-{place}" + (f"-{count}" if count > 1 else ""))
