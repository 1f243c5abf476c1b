"""The form of a page behind which an official file is: its fields, and the number that the page has for the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from kg.errors import DownloadError

if TYPE_CHECKING:
    from kg.link.refresh.downloads import Download

_NUMBER = re.compile(r"\w+\((\d+)\)")
"""How a link of such a page names a file: it calls a script with the file's number."""


@dataclass
class Form:
    """Where a form is sent, and its hidden fields."""

    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)


class _Page(HTMLParser):
    """The forms of a page, and the number in the first link after the words ``entry`` in the part that begins with the id ``section``."""

    def __init__(self, section: str, entry: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.number = ""
        self._section, self._entry = section, entry
        self._in_section = self._at_entry = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms, their hidden fields, and the link that is sought."""
        given = {name: value or "" for name, value in attrs}
        self._in_section = self._in_section or given.get("id") == self._section
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif tag == "input" and given.get("type") == "hidden" and self.forms:
            self.forms[-1].fields[given.get("name", "")] = given.get("value", "")
        elif tag == "a" and self._at_entry and not self.number:
            called = _NUMBER.search(given.get("onclick") or given.get("href", ""))
            self.number = called[1] if called else ""

    def handle_data(self, data: str) -> None:
        """Note the entry."""
        self._at_entry = self._at_entry or (self._in_section and data.strip() == self._entry)


def filled_form(page: str, download: Download) -> Form:
    """The form of ``page`` that asks for the file. Raises DownloadError where the page is not what it was."""
    read = _Page(download.section, download.entry)
    read.feed(page)
    form = next((form for form in read.forms if download.field in form.fields), None)
    if form is None or not read.number:
        missing = download.field if form is None else f"{download.section} / {download.entry}"
        raise DownloadError(
            f"ページの作りが変わりました（{missing} がありません）。{download.page} からダウンロードして、そのファイルを使ってください。",
            f"the page is not what it was: it has no {missing}; download the file from {download.page} yourself and use that",
            where=download.place,
        )
    return Form(form.action, form.fields | {download.field: read.number})
