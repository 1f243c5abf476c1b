"""What other public data call the governments of today and their areas: data/government-identifiers.csv, and what follows from the code by rule.

A government (a body) and its area are two things, and so are their identifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg import resources

DERIVED = "2026-11-30"
"""Day on which data/government-identifiers.csv was derived."""


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Identifiers of the government with ``code`` and of its area; empty where none is known.

    ``iso_3166_2`` is the code of a prefecture in ISO 3166-2, ``wikidata_area`` the item of Wikidata about the area (or about area and body in one),
    ``wikidata_body`` that about the body alone.
    """

    code: str
    iso_3166_2: str
    wikidata_area: str
    wikidata_body: str

    @property
    def estat_area(self) -> str:
        """Key of the area in the standard area codes of e-Stat's linked data (統計LOD): ``C`` and the code without its check digit."""
        return f"C{self.code[:5]}"


@cache
def identifiers() -> dict[str, Identifiers]:
    """Identifiers of all governments by their codes, in the order of codes."""
    columns = ("code", "iso_3166_2", "wikidata_area", "wikidata_body")
    rows = resources.rows("data/government-identifiers.csv", columns)
    return {row["code"]: Identifiers(*(row[column] for column in columns)) for row in rows}
