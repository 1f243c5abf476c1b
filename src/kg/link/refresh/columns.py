"""Whether a file that was fetched is the one that we know, column by column."""

from __future__ import annotations

import csv
import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import DownloadError, LinkError
from kg.link.opening import members, opened, part_name
from kg.link.refresh.downloads import REGISTER
from kg.link.register import rows as register_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.link.refresh.downloads import Download
    from kg.settings import Limits

_ROWS = 1_000
_PART = re.compile(r"_[0-9]{8}_[0-9]+\.zip$")
"""How the register names a part of a file that it has cut in several."""


def folded(column: str) -> str:
    """A column's name without differences of width: the sites change 「･」 for 「・」 and brackets without notice."""
    return unicodedata.normalize("NFKC", column).strip()


def check_columns(path: Path, download: Download, given_name: str, limits: Limits) -> list[str]:
    """Columns of the file that the table of downloads does not name.

    Raises DownloadError where one that it names is not there, and LinkError where the file cannot be read or is no register.
    """
    if download.columns == REGISTER:
        if _PART.search(given_name):
            raise DownloadError(
                f"登録簿が複数のファイルに分かれています（{given_name}）。{download.page} からすべてダウンロードしてください。",
                f"the register comes in several files ({given_name}); download all of them from {download.page} yourself",
                where=download.place,
            )
        for _ in islice(register_rows([path], limits), _ROWS):
            pass
        return []
    header = _header(path, limits)
    wanted = [folded(column) for column in download.columns.split(";")]
    missing = [column for column in wanted if column not in header]
    if missing:
        raise DownloadError(
            f"列「{'」「'.join(missing)}」がありません。列が変わったので使いません（今の列: {'、'.join(header)[:200]}）。",
            f"lacks the column {', '.join(missing)}; its columns have changed, so it is not used (they are: {', '.join(header)[:200]})",
            where=download.place,
        )
    return [column for column in header if column not in wanted]


def _header(path: Path, limits: Limits) -> list[str]:
    return [folded(column) for column in next(_lines(path, limits), [])]


def rows(path: Path, limits: Limits) -> Iterator[dict[str, str]]:
    """The rows of a file with a header, by folded column; a cell that a row lacks is empty. Raises LinkError where it cannot be read."""
    lines = _lines(path, limits)
    header = [folded(column) for column in next(lines, [])]
    for line in lines:
        yield dict(zip(header, line + [""] * (len(header) - len(line)), strict=False))


def _lines(path: Path, limits: Limits) -> Iterator[list[str]]:
    member = members(path)[0]
    with opened(path, member, limits) as stream:
        try:
            yield from csv.reader(stream)
        except csv.Error as error:
            raise LinkError(
                f"CSV として読めません（{error}）。", f"not readable as CSV ({error})", where=part_name(path, member)
            ) from error
