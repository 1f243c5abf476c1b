"""Which official downloads there are: data/downloads.csv, or a table of the same columns where an address has changed."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import DownloadError

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_KEY = re.compile(r"[a-z][a-z0-9-]*")
REGISTER = "register"
"""What ``columns`` says of the register of corporate numbers, whose columns have no header (kg.link.register)."""


@dataclass(frozen=True, slots=True)
class Download:
    """One file of an official site.

    ``page`` is where a person would go, ``address`` what is asked. Where there is a ``field``, the address is a page with a form, which is sent with its
    own hidden fields, the ``parameters``, and the number of the file that the ``entry`` of its ``section`` leads to; else the parameters belong to the
    address. ``columns`` are those that are used, each as the header has it, with semicolons between them. ``command`` is what can be done with the file.
    """

    key: str
    name_ja: str
    name_en: str
    page: str
    address: str
    section: str
    entry: str
    field: str
    parameters: str
    accept: str
    columns: str
    licence: str
    licence_url: str
    command: str

    @property
    def place(self) -> str:
        """What messages call it."""
        return f"{self.key} {self.address}"

    def sent(self, today: dt.date) -> list[tuple[str, str]]:
        """The parameters, each a name and a value; {year}, {month} and {day} in them are those of ``today``."""
        text = self.parameters
        for name, number in (("{year}", today.year), ("{month}", today.month), ("{day}", today.day)):
            text = text.replace(name, str(number))
        pairs = (part.partition("=") for part in text.split("&") if part)
        return [(name, value) for name, _, value in pairs]


COLUMNS = tuple(field.name for field in fields(Download))


def read_downloads(path: Path) -> dict[str, Download]:
    """The downloads of a table by key. Raises DownloadError, with the line, where a row is none."""
    found: dict[str, Download] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise DownloadError(f"列 {'、'.join(missing)} がありません。", f"lacks the columns {', '.join(missing)}", where=str(path))
            for row in reader:
                where = f"{path}:{reader.line_num}"
                if None in row or None in row.values():
                    raise DownloadError("列の数が見出しと違います。", "has not as many cells as the header", where=where)
                download = Download(**{column: row[column].strip() for column in COLUMNS})
                _check(download, where)
                found[download.key] = download
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DownloadError(
            f"読めません（{error}）。UTF-8 の CSV を指定してください。",
            f"cannot be read ({error}); name a CSV file in UTF-8",
            where=str(path),
        ) from error
    return found


def _check(download: Download, where: str) -> None:
    if not _KEY.fullmatch(download.key):
        raise DownloadError(
            f"key「{download.key}」には英小文字、数字、ハイフンだけを使ってください。",
            f"key {download.key!r} may hold small letters, digits and hyphens only",
            where=where,
        )
    if not is_allowed(download.address):
        raise DownloadError(
            f"address「{download.address}」は https で始まるアドレスでなければなりません。",
            f"address {download.address!r} has to begin with https",
            where=where,
        )


def is_allowed(address: str) -> bool:
    """Whether a file may be fetched from an address: what comes over plain http may be anybody's, unless from this machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK))
