"""The register of corporate numbers (国税庁法人番号公表サイト): its rows as a stream, and what a row says.

A file has 30 columns and no header (「リソース定義書」CSV形式). The full file holds one row a body, a file of differences also rows of its history.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import LinkError
from kg.link.opening import members, opened, part_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.settings import Limits

COLUMNS = (
    "sequence_number", "corporate_number", "process", "correct", "update_date", "change_date", "name", "name_image_id", "kind", "prefecture_name",
    "city_name", "street_number", "address_image_id", "prefecture_code", "city_code", "post_code", "address_outside", "address_outside_image_id",
    "close_date", "close_cause", "successor_corporate_number", "change_cause", "assignment_date", "latest", "en_name", "en_prefecture_name",
    "en_city_name", "en_address_outside", "furigana", "hihyoji",
)  # fmt: skip
"""The columns in their order, under the names that the register itself gives them."""
NUMBER, UPDATED, NAME, PREFECTURE = (COLUMNS.index(name) for name in ("corporate_number", "update_date", "name", "prefecture_name"))
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_OR_NONE = re.compile(rf"(?:{_DATE.pattern})?")
_FORMS = {
    COLUMNS.index(name): pattern
    for name, pattern in {
        "corporate_number": re.compile("[0-9]{13}"),
        "process": re.compile("[0-9]{2}"),
        "correct": re.compile("[01]"),
        "update_date": _DATE,
        "change_date": _DATE_OR_NONE,
        "kind": re.compile("[0-9]{3}"),
        "prefecture_code": re.compile("(?:[0-9]{2})?"),
        "close_date": _DATE_OR_NONE,
        "successor_corporate_number": re.compile("(?:[0-9]{13})?"),
        "assignment_date": _DATE_OR_NONE,
        "latest": re.compile("[01]"),
    }.items()
}
"""What stands in a column, where that tells a file of the register from any other of 30 columns."""
_LOOKED_AT = 1_000
"""Rows at the beginning of a file whose columns are compared with what should stand in them; later ones when they are used."""

NAME_CHANGED, DELETED = "11", "99"
"""Processes (処理区分) that matter here: 商号又は名称の変更, 削除."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says: the state of a body from ``since`` on. ``order`` is the row's place among all that were read."""

    number: str
    process: str
    updated: dt.date
    since: dt.date | None
    name: str
    kind: str
    prefecture: str
    address: str
    closed: dt.date | None
    successor: str
    assigned: dt.date | None
    latest: bool
    order: int


def rows(files: Sequence[Path], limits: Limits) -> Iterator[tuple[list[str], str, int]]:
    """The rows of all files, each with the name of its file and its line.

    Raises LinkError, with file and line, where a row is not one of the register: it names the column that is not what it should be.
    """
    for path in files:
        for member in members(path):
            yield from _rows(path, member, limits)


def _rows(path: Path, member: str, limits: Limits) -> Iterator[tuple[list[str], str, int]]:
    name = part_name(path, member)
    with opened(path, member, limits) as stream:
        reader = csv.reader(stream)
        width, line = len(COLUMNS), 0
        try:
            for line, row in enumerate(reader, start=1):
                if len(row) != width or line <= _LOOKED_AT:
                    checked(row, name, line)
                yield row, name, line
        except csv.Error as error:
            raise LinkError(
                f"CSV として読めません（{error}）。ダウンロードし直してください。",
                f"not readable as CSV ({error}); download it again",
                where=f"{name}:{line + 1}",
            ) from error
    if not line:
        raise LinkError("中身がありません。ダウンロードし直してください。", "the file is empty; download it again", where=name)


def checked(row: Sequence[str], name: str, line: int) -> None:
    """Raise LinkError where ``row`` is not one of the register."""
    where = f"{name}:{line}"
    if len(row) != len(COLUMNS):
        raise LinkError(
            f"列が {len(row)} あります。法人番号公表サイトの CSV は見出しのない {len(COLUMNS)} 列です。",
            f"{len(row)} columns; a CSV file of the register has {len(COLUMNS)}, and no header",
            where=where,
        )
    for index, pattern in _FORMS.items():
        if not pattern.fullmatch(row[index]) or (pattern in {_DATE, _DATE_OR_NONE} and row[index] and _date(row[index]) is None):
            column = COLUMNS[index]
            raise LinkError(
                f"{index + 1} 列目（{column}）の値「{row[index][:40]}」が、法人番号公表サイトの形式に合いません。列の並びが変わっていないか確かめてください。",
                f"column {index + 1} ({column}) holds {row[index][:40]!r}, which is not what the register has there; see whether its columns have changed",
                where=where,
            )


def entry(row: Sequence[str], name: str, line: int, order: int) -> Entry:
    """What ``row`` says. Raises LinkError as ``checked`` does."""
    checked(row, name, line)
    value = dict(zip(COLUMNS, row, strict=True))
    assigned, updated = _date(value["assignment_date"]), _date(value["update_date"])
    return Entry(
        number=value["corporate_number"],
        process=value["process"],
        updated=updated or dt.date.min,
        since=_date(value["change_date"]) or assigned,
        name=value["name"],
        kind=value["kind"],
        prefecture=value["prefecture_name"],
        address=value["prefecture_name"] + value["city_name"] + value["street_number"] or value["address_outside"],
        closed=_date(value["close_date"]),
        successor=value["successor_corporate_number"],
        assigned=assigned,
        latest=value["latest"] == "1",
        order=order,
    )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
