"""Rows grouped by government: a table is read one government at a time, so that memory does not grow with the table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.halves import put_right
from kg.extract.items import ItemCell, split_items
from kg.extract.records import Edition
from kg.sources.cells import DataRow, HeaderRow, OtherRow, TableTitle, TitleRow
from kg.text.names import department_name, is_none
from kg.text.width import squeezed, without_line_break_spaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.items import Item
    from kg.sources.cells import Piece, Row

UNSTATED = "unstated"
"""Key of a programme, cohort or edition that no title states."""


@dataclass
class Block:
    """One data row under a government: its department (continued from above where blank), and its content split into items.

    ``exchanged`` where activities and results stood in each other's cell; ``row`` has them where they belong.
    """

    number: int
    row: DataRow
    department: str
    items: ItemCell | None
    continues: tuple[bool, ...] = ()
    exchanged: bool = False


@dataclass
class Government:
    """All rows of one government, the first of which names it in ``label``, and which table they stand in."""

    edition: Edition
    ordinal: int
    label: Piece
    entries: list[Block | Between] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """The data rows; the other entries are headers of new pages and notes between them."""
        return [entry for entry in self.entries if isinstance(entry, Block)]

    @property
    def name(self) -> str:
        """The government's name as written, without the spaces of line breaks."""
        return without_line_break_spaces(self.label.text)

    @property
    def first(self) -> DataRow:
        """The row that names the government."""
        return self.blocks[0].row


@dataclass
class Between:
    """A row that belongs to no government, with the table it stands in."""

    row: TitleRow | HeaderRow | OtherRow | DataRow
    edition: Edition


def edition_of(title: TableTitle) -> Edition:
    """Edition of a table by its title; what the title does not say is ``unstated``."""
    last = dt.date.fromisoformat(title.last_day) if title.last_day else None
    return Edition(title.programme or UNSTATED, title.cohort or UNSTATED, title.edition or UNSTATED, last)


def governments(rows: Iterable[Row], ordinals: Iterator[int]) -> Iterator[Government | Between]:
    """Group ``rows``: each government with all rows down to the next one, and the rows before the first government of a table.

    A row that names the government above it again (a table filled down, or a page that repeats it) continues it.
    """
    title = TableTitle()
    fresh = False
    current: Government | None = None
    for row in rows:
        label = row["government"] if isinstance(row, DataRow) else None
        if isinstance(row, DataRow) and (label is not None or current is not None):
            if label is not None and not (current and _names_again(current, row)):
                if current:
                    yield current
                current = Government(edition_of(title), next(ordinals), label)
            if current:
                _add(current, row)
            fresh = False
            continue
        if isinstance(row, TitleRow):
            if current:
                yield current
                current = None
            title = _joined(title, row.title) if fresh else row.title if row.title.programme else _joined(title, row.title)
            fresh = True
        between = Between(row, edition_of(title))
        if current:
            current.entries.append(between)
        else:
            yield between
    if current:
        yield current


def _names_again(government: Government, row: DataRow) -> bool:
    """Whether a row names the same government, with the same number, as the row above."""
    name, number, before = row["government"], row["number"], government.first["number"]
    same_number = number is None or before is None or squeezed(number.text) == squeezed(before.text)
    return name is not None and same_number and squeezed(name.text) == squeezed(government.name)


def _joined(above: TableTitle, below: TableTitle) -> TableTitle:
    """A title over two lines."""
    return replace(
        above,
        programme=below.programme or above.programme,
        cohort=below.cohort or above.cohort,
        edition=below.edition or above.edition,
        last_day=below.last_day or above.last_day,
    )


def _add(government: Government, given: DataRow) -> None:
    row = put_right(given)
    piece = row["department"]
    above = government.blocks[-1] if government.blocks else None
    department = department_name(piece.raw()) if piece else above.department if above else ""
    last = next(
        (item.number for block in reversed(government.blocks) if block.items for item in reversed(block.items.items) if item.number), 0
    )
    content = row["interventions"]
    items = split_items(content.text, last) if content and not is_none(content.text) else None
    runs = []
    for index, item in enumerate(items.items if items else ()):
        runs.append(follows(item, last, department_named=piece is not None and index == 0))
        last = item.number or last
    government.entries.append(Block(len(government.blocks) + 1, row, department, items, tuple(runs), row is not given))


def follows(item: Item, last: int, *, department_named: bool) -> bool:
    """Whether an item may stand behind the number ``last`` (0 for none): as the next one, or as ① of another department or heading."""
    begins_anew = item.number == 1 and (last == 0 or item.heading is not None or department_named)
    return item.number in {0, last + 1} or begins_anew
