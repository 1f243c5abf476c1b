"""What a search found, as it is shown and taken away: the same columns and words on the page and in files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.answer_tables import AnswerTable
from kg.export.answers import column_label
from kg.search.labels import facet_label, heading, message, shown, value_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.search.index import Found, Wish

COLUMNS = (
    "kind", "title", "government", "text", "value", "unit", "counting", "approximate", "as_of", "period", "status", "types", "targets", "contractor",
)  # fmt: skip
"""What is shown of an entry, besides its address."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found for a wish, in a language. ``address`` is where it can be asked again."""

    wish: Wish
    found: Found
    language: str
    release: str
    address: str

    def headings(self) -> list[str]:
        """The columns' labels."""
        return [*(heading(column, self.language) for column in COLUMNS), column_label("id", self.language)]

    def rows(self) -> list[list[str]]:
        """The rows as they are shown; the address of the entry stands last."""
        return [[*(self._value(row, column) for column in COLUMNS), row["iri"]] for row in self.found.rows]

    def asked(self) -> dict[str, str]:
        """What was asked, in words."""
        separator = "、" if self.language == "ja" else "; "
        chosen = {
            facet_label(facet).in_language(self.language): separator.join(
                value_label(facet, value).in_language(self.language) for value in values
            )
            for facet, values in self.wish.chosen.items()
        }
        return {"検索した言葉" if self.language == "ja" else "words": self.wish.words, **chosen}

    @property
    def cautions(self) -> list[str]:
        """What must not be concluded from figures; nothing where there are none."""
        return [message("caution").in_language(self.language)] if any(row["value"] for row in self.found.rows) else []

    def table(self) -> AnswerTable:
        """The rows as a table that can be written to a file, with what was asked, how many there are of each code, and the release."""
        before = {
            "words": self.wish.words,
            "chosen": {facet: list(values) for facet, values in self.wish.chosen.items()},
            "total": self.found.total,
        }
        facets = {
            facet: [
                {"value": value, "label": value_label(facet, value).in_language(self.language), "count": count} for value, count in counts
            ]
            for facet, counts in self.found.facets.items()
        }
        return AnswerTable(
            "search", self.language, [*COLUMNS, "id"], self.headings(), self.rows(), self.cautions, self.release, self.address,
            list(self.asked().items()), before, {"facets": facets},
        )  # fmt: skip

    def _value(self, row: Mapping[str, str], column: str) -> str:
        in_english = row.get(f"{column}_en", "") if self.language == "en" else ""
        return in_english or shown(column, row[column], self.language)
