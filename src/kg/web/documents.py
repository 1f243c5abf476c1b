"""A source document as it stands, row by row: every stretch that something was read from leads to what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.queries.binding import placed, with_values
from kg.queries.stored import stored_queries
from kg.validate.findings import Place
from kg.validate.report.grids import grids_of
from kg.validate.report.rows import numbered
from kg.web.endpoint import only_read
from kg.web.evidence import labels
from kg.web.exchange import VARY
from kg.web.media import HTML
from kg.web.problems import NOT_FOUND, problem
from kg.web.searching import FRESH, asked, page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.errors import Message
    from kg.validate.report.grids import Slot
    from kg.validate.report.rows import Row as SourceRow
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.pages import Pages

ROWS = 20
"""Rows of a document on a page."""
KINDS = ("Finding", "Outcome", "Intervention", "Organization", "Department", "Commission", "Project")
"""Classes of what is read, the one that a stretch is coloured by before the others."""
_BUDGET = 10_000_000


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a stretch of a cell leads, the class of what was read from it, and how much that is."""

    link: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand one below the other under the same columns, on one sheet (empty in a text), each with its number."""

    sheet: str
    columns: tuple[Message, ...]
    rows: list[tuple[int, tuple[Slot, ...]]]


class Documents:
    """Shows the documents that the data were read from."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._queries = stored_queries("page")
        self._known: dict[str, tuple[str, int]] = {}
        self._release = ""

    async def show(self, exchange: Exchange, key: str) -> None:
        """Answer a request for /table/{key}, the key being that of the document's IRI. Raises Problem."""
        only_read(exchange)
        document = self._addresses.iri(f"id/source/{key}")
        file, last = await self._document(exchange, document)
        pages = -(-last // ROWS)
        number = page_number(asked(exchange, "page"), pages)
        numbers = range((number - 1) * ROWS + 1, min(number * ROWS, last) + 1)
        rows = await self._rows(exchange, document, numbers)
        marks, facts = await self._facts(exchange, document, numbers)
        content = self._pages.document(exchange.language, document, file, _tables(rows, marks), facts, (number, pages))
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _document(self, exchange: Exchange, document: str) -> tuple[str, int]:
        """Name and last row of a document; asked once a release. Raises Problem where there is no such document."""
        if self._asking.release != self._release:
            self._release = self._asking.release
            self._known.clear()
        if document not in self._known:
            found = await self._asking.rows(exchange, placed(self._queries["document"], self._addresses.base, thing=document))
            if not found or "last" not in found[0]:
                raise problem(
                    NOT_FOUND, f"読み取った文書に <{document[:200]}> はありません。", f"nothing was read from a document <{document[:200]}>"
                )
            self._known[document] = found[0]["file"]["value"], int(found[0]["last"]["value"])
        return self._known[document]

    async def _rows(self, exchange: Exchange, document: str, numbers: Sequence[int]) -> list[SourceRow]:
        text, rows = numbered(document, numbers)
        returned = stored_queries("report")["rows"].returns
        return rows([[row[name]["value"] if name in row else "" for name in returned] for row in await self._asking.rows(exchange, text)])

    async def _facts(
        self, exchange: Exchange, document: str, numbers: Sequence[int]
    ) -> tuple[list[tuple[int, str, Place]], dict[int, Fact]]:
        """The stretches of the rows that something was read from, numbered, and where each leads."""
        found = await self._asking.rows(exchange, with_values(self._queries["facts"].text, "row", map(str, numbers)))
        read: dict[str, list[Row]] = {}
        for row in found:
            if row["source"]["value"] == document:
                read.setdefault(row["passage"]["value"], []).append(row)
        marks, facts = [], {}
        for number, (passage, rows) in enumerate(sorted(read.items()), start=1):
            first = rows[0]
            place = Place(
                "", document, int(first["row"]["value"]), 0, _text(first, "cell"), int(first["start"]["value"]), int(first["end"]["value"])
            )
            marks.append((number, "i", place))
            records = {row["record"]["value"] for row in rows}
            kinds = {row["class"]["value"].rpartition("#")[2] for row in rows}
            kind = next(name for name in KINDS if name in kinds)
            facts[number] = Fact(self._addresses.here(passage if len(records) > 1 else next(iter(records))), kind, len(records))
        return marks, facts


def _tables(rows: Sequence[SourceRow], marks: Sequence[tuple[int, str, Place]]) -> list[Table]:
    tables: list[Table] = []
    for row in (row for row in rows if row.cells):
        own = [mark for mark in marks if mark[2].row == row.number]
        for grid in grids_of([row], own, labels(), _BUDGET)[0]:
            if not tables or (tables[-1].sheet, tables[-1].columns) != (row.key[1], grid.columns):
                tables.append(Table(row.key[1], grid.columns, []))
            tables[-1].rows.extend((row.number, slots) for slots in grid.rows)
    return tables


def _text(row: Row, name: str) -> str:
    return row[name]["value"] if name in row else ""
