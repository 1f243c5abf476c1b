"""A download -> a checked file beside the record of what was fetched; a file that is not what we know changes nothing."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import DownloadError, LinkError, Message
from kg.link.refresh.columns import check_columns
from kg.link.refresh.fetching import fetch
from kg.link.refresh.news import news
from kg.link.refresh.record import Entry, read_record, write_record

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from kg.link.refresh.downloads import Download
    from kg.settings import Limits


@dataclass(frozen=True, slots=True)
class Updated:
    """A file that is there now: whether its bytes are others than before, columns that we did not know of, and what is new in it."""

    entry: Entry
    path: Path
    changed: bool
    more_columns: list[str]
    news: list[Message]


def update(download: Download, directory: Path, today: dt.date, limits: Limits) -> Updated:
    """Fetch ``download`` into ``directory``. Raises DownloadError where it cannot be had whole, or is not what it was; then the old file stays."""
    directory.mkdir(parents=True, exist_ok=True)
    entries = read_record(directory)
    draft = directory / f".{download.key}.part"
    try:
        fetched = fetch(download, today, draft, limits.register_bytes)
        try:
            more = check_columns(draft, download, fetched.given_name, limits)
            told = news(download.key, draft, limits)
        except LinkError as error:
            raise DownloadError(error.message.ja, error.message.en, where=download.place) from error
        path = directory / f"{download.key}{'.zip' if zipfile.is_zipfile(draft) else '.csv'}"
        before = entries.get(download.key)
        changed = before is None or before.sha256 != fetched.sha256 or not path.exists()
        if changed:
            draft.replace(path)
            entries[download.key] = Entry(
                download.key, path.name, download.address, download.licence, download.licence_url, today.isoformat(),
                fetched.last_modified, fetched.given_name, str(fetched.size), fetched.sha256,
            )  # fmt: skip
            write_record(entries, directory)
    finally:
        draft.unlink(missing_ok=True)
    return Updated(entries[download.key], path, changed, more, told)
