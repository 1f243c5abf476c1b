"""What nodes and edges say of themselves: the columns, and how each kind of value is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool | tuple[str, ...]
"""What a column holds: by its kind."""


class Kind(StrEnum):
    """Kinds of values."""

    text = "text"
    texts = "texts"
    integer = "integer"
    number = "number"
    truth = "truth"
    date = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in every format, and what it holds."""

    name: str
    kind: Kind = Kind.text


LABELS = (Column("label"), Column("label_ja"), Column("label_en"))
LIFETIME = (Column("start", Kind.date), Column("end", Kind.date))
NODE_COLUMNS = (
    *LABELS,
    Column("class"),
    Column("classes", Kind.texts),
    Column("weight", Kind.integer),
    Column("weight_of"),
    Column("figure", Kind.number),
    Column("unit"),
    Column("counting"),
    Column("approximate", Kind.truth),
    Column("status"),
    Column("as_of"),
    Column("period"),
    *LIFETIME,
    Column("cohort"),
    Column("text"),
    Column("other_names", Kind.texts),
    Column("cell", Kind.texts),
    Column("caution_ja"),
    Column("caution_en"),
)
"""Columns of nodes besides ``id``. ``label`` is the label in the language of the export; ``weight`` counts what ``weight_of`` names."""
EDGE_COLUMNS = (
    *LABELS,
    Column("type"),
    Column("predicate"),
    Column("weight", Kind.integer),
    Column("weight_of"),
    Column("edition"),
    Column("cohort"),
    Column("table_date"),
    *LIFETIME,
    Column("evidence", Kind.texts),
    Column("cell", Kind.texts),
)
"""Columns of edges besides ``id``, ``source`` and ``target``. ``evidence`` are the records that say so, ``cell`` where each stands in its source."""


def joined(values: tuple[str, ...]) -> str:
    """Several values as one text. A semicolon of their own becomes a full-width one, so that they can be taken apart again.

    >>> joined(("a;b", "c"))
    'a；b;c'
    """
    return ";".join(value.replace(";", "；") for value in values)


def written(value: Value | None) -> str:
    """A value as text: several joined, truth as true or false, nothing where there is none.

    >>> written(True), written(12), written(None)
    ('true', '12', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return joined(value)
        case _:
            return str(value)
