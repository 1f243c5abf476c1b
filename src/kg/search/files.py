"""What a search found, as it is shown and taken away: the same columns and words on the page, as CSV, XLSX and JSON."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import spreadsheets
from kg.export.answers import CAUTIONS, column_label, workbook
from kg.export.csv_rows import write_rows
from kg.search.labels import caution, facet_label, heading, shown, value_label

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
    def caution(self) -> str:
        """What must not be concluded from figures; nothing where there are none."""
        return caution(self.language) if any(row["value"] for row in self.found.rows) else ""

    def _value(self, row: Mapping[str, str], column: str) -> str:
        in_english = row.get(f"{column}_en", "") if self.language == "en" else ""
        return in_english or shown(column, row[column], self.language)


def as_csv(result: SearchResult) -> bytes:
    """UTF-8 with BOM, so that spreadsheet programs read it; the caution stands in a column of its own in each row."""
    stream = io.StringIO()
    write_rows(stream, [*COLUMNS, "id", CAUTIONS], ([*row, result.caution] for row in result.rows()))
    return stream.getvalue().encode("utf-8-sig")


def as_json(result: SearchResult) -> bytes:
    """The rows by column, with what was asked, how many there are of each code, the caution and the release."""
    names = [*COLUMNS, "id"]
    content = {
        "words": result.wish.words,
        "chosen": {facet: list(values) for facet, values in result.wish.chosen.items()},
        "total": result.found.total,
        "columns": [{"name": name, "label": label} for name, label in zip(names, result.headings(), strict=True)],
        "rows": [dict(zip(names, row, strict=True)) for row in result.rows()],
        "facets": {
            facet: [
                {"value": value, "label": value_label(facet, value).in_language(result.language), "count": count} for value, count in counts
            ]
            for facet, counts in result.found.facets.items()
        },
        "caution": result.caution,
        "release": result.release,
        "address": result.address,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def as_xlsx(result: SearchResult) -> bytes:
    """A sheet with the rows, and one that says what was asked, of which release, and where.

    Raises ExportError where a value does not fit into a cell of Excel.
    """
    ja = result.language == "ja"
    rows = [[*result.headings(), column_label(CAUTIONS, result.language)], *([*row, result.caution] for row in result.rows())]
    told = [*result.asked().items(), ("リリース" if ja else "release", result.release), ("アドレス" if ja else "address", result.address)]
    return spreadsheets.content(workbook(rows, told, "検索" if ja else "search", result.language))
