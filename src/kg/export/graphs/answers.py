"""The answer to a stored question as a graph: each row a node with all its columns, tied to the record that it is about and to what stands around that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from kg.export.graphs.columns import NODE_COLUMNS, Column, Value
from kg.export.graphs.elements import Edge, Node, Row, edge
from kg.export.graphs.views import View, among, asked_of, solutions
from kg.queries.binding import bind
from kg.queries.stored import question, stored_queries
from kg.settings import rebased

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.queries.stored import StoredQuery
    from kg.store.port import Store

_RECORD = "id"
_PREFIX = "row_"
"""Before the names of the answer's columns, some of which are names of nodes' columns, too."""
_NAMED_BY = 4
"""Values that make the label of a row."""
_NOT_NAMES = {_RECORD, "row", "source_start", "source_end"}


def answer_view(store: Store, base: str, slug: str, values: Mapping[str, str], language: str) -> View:
    """The answer to the question ``slug``. Raises QueryError where there is no such question, parameter or value."""
    asked = question(slug)
    bind(asked, values, store, base)  # refuses what the question does not take
    language = values.get("language", language)
    ja, en = (_answer(store, base, asked, values, spoken) for spoken in ("ja", "en"))
    shown = ja if language == "ja" else en
    near_nodes, near_edges = among(store, base, _around(store, base, shown), language)
    rows = _Rows(asked, ja, en, language, {node.id: node.values.get("cell", ()) for node in near_nodes})
    empty = (asked.empty,) if asked.empty and not shown else ()
    return View(
        slug,
        asked.question,
        (*empty, *asked.cautions),
        lambda: chain(near_nodes, rows.nodes()),
        lambda: chain(near_edges, rows.edges()),
        (*NODE_COLUMNS, *(Column(_PREFIX + name) for name in asked.returns if name != _RECORD)),
    )


@dataclass(frozen=True)
class _Rows:
    """The rows of an answer in both languages, and the cells of their records, as far as these are nodes."""

    asked: StoredQuery
    ja: Sequence[Row]
    en: Sequence[Row]
    language: str
    cells: Mapping[str, Value]

    def nodes(self) -> Iterator[Node]:
        """A node for each row, which holds all its columns, and what must not be concluded from it."""
        cautions = {f"caution_{language}": " ".join(one.in_language(language) for one in self.asked.cautions) for language in ("ja", "en")}
        for number, (ja, en) in enumerate(zip(self.ja, self.en, strict=True), start=1):
            row = ja if self.language == "ja" else en
            labels = {"label": self._label(row), "label_ja": self._label(ja), "label_en": self._label(en), "class": "Row"}
            columns = {_PREFIX + name: value for name, value in row.items() if name != _RECORD}
            told = {name: value for name, value in (labels | cautions | columns).items() if value}
            yield Node(_name(number), {**told, "classes": ("Row",), **self._cell(row)})

    def edges(self) -> Iterator[Edge]:
        """An edge from each row to its record."""
        for number, row in enumerate(self.ja, start=1):
            record = row.get(_RECORD, "")
            if record in self.cells:
                told = {"type": "about", "label_ja": "についての行", "label_en": "is a row about", "evidence": record}
                made = edge((_name(number), "about", record, ""), [told], self.language)
                yield replace(made, values={**made.values, **self._cell(row)})

    def _cell(self, row: Row) -> dict[str, Value]:
        cell = self.cells.get(row.get(_RECORD, ""))
        return {"cell": cell} if cell else {}

    def _label(self, row: Row) -> str:
        values = [row[name] for name in self.asked.returns if name not in _NOT_NAMES and row.get(name)]
        return " · ".join(values[:_NAMED_BY])


def _name(number: int) -> str:
    return f"row-{number:06}"


def _answer(store: Store, base: str, asked: StoredQuery, values: Mapping[str, str], language: str) -> list[Row]:
    """The rows of an answer with labels in ``language``, where the question knows of languages."""
    spoken = {parameter.name: language for parameter in asked.parameters if parameter.type == "language"}
    return list(solutions(store, bind(asked, {**values, **spoken}, store, base)))


def _around(store: Store, base: str, rows: Sequence[Row]) -> set[str]:
    """The records of an answer and what stands around them."""
    records = sorted({row[_RECORD] for row in rows if _RECORD in row})
    text = rebased(stored_queries("view")["around-records"].text, base)
    found = chain.from_iterable(solutions(store, one) for one in asked_of(text, "record", records))
    return {row["thing"] for row in found if "thing" in row} | set(records)
