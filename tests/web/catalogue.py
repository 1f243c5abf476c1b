"""The texts that templates and modules of the portal say, as Babel finds them, and the catalogue as it should stand (``make texts`` writes it)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

import kg.web
from kg.web.translations import DOMAIN, LANGUAGES, catalogue

WEB = Path(kg.web.__file__).parent
SOURCE, *OTHERS = LANGUAGES
_METHODS = [("**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
_OPTIONS: dict[str, dict[str, Any]] = {
    "**.html": {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
}
_HEADER = """\
# Texts of the portal in another language; a text is changed where it stands, and `make texts` brings this file up to date.
msgid ""
msgstr ""
"Project-Id-Version: Tsunagi\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def said() -> Catalog:
    """What templates and modules say, without translations."""
    found = Catalog(domain=DOMAIN)
    for file, line, message, comments, context in extract_from_dir(WEB, _METHODS, _OPTIONS, DEFAULT_KEYWORDS):
        found.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return found


def translated(language: str) -> Catalog:
    """The catalogue of a language as it stands."""
    with catalogue(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def written(there: Catalog) -> bytes:
    """A catalogue with what is said now: translations are kept, what is new has an empty one, what is not said any more is left out.

    Neither dates nor lines of the source stand in it: they would change with every change of a page.
    """
    now = Catalog(locale=there.locale, domain=DOMAIN)
    for message in said():
        if message.id:
            kept = there.get(message.id[0] if message.pluralizable else message.id, message.context)
            fits = kept is not None and kept.pluralizable == message.pluralizable
            now.add(
                message.id,
                kept.string if kept and fits else None,
                sorted({(file, 0) for file, _ in message.locations}),
                context=message.context,
            )
    body = BytesIO()
    write_po(body, now, width=0, omit_header=True, sort_output=True, include_lineno=False)
    return _HEADER.format(language=now.locale_identifier, plurals=now.plural_forms).encode() + body.getvalue().rstrip() + b"\n"


if __name__ == "__main__":
    for other in OTHERS:
        catalogue(other).write_bytes(written(translated(other)))
