"""The record of what was fetched: one row a file, with its address, licence, day, size and SHA-256."""

from __future__ import annotations

import csv
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from kg.errors import DownloadError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "downloads.csv"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: ``fetched`` and ``last_modified`` are what was seen when its bytes last changed, ``given_name`` what the site calls it."""

    key: str
    file: str
    address: str
    licence: str
    licence_url: str
    fetched: str
    last_modified: str
    given_name: str
    bytes: str
    sha256: str


COLUMNS = tuple(field.name for field in fields(Entry))


def read_record(directory: Path) -> dict[str, Entry]:
    """What ``directory`` holds, by key. Raises DownloadError where its record is none."""
    path = directory / NAME
    if not path.exists():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found = [Entry(**{column: row[column] for column in COLUMNS}) for row in csv.DictReader(stream)]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise DownloadError(
            "取得の記録として読めません。別の --out を指定するか、このファイルを移してください。",
            "not readable as a record of downloads; choose another --out, or move it away",
            where=str(path),
        ) from error
    return {entry.key: entry for entry in found}


def write_record(entries: dict[str, Entry], directory: Path) -> None:
    """Write the record of ``directory`` anew, by key."""
    draft = directory / f".{NAME}.part"
    with draft.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(entries[key]) for key in sorted(entries))
    draft.replace(directory / NAME)
