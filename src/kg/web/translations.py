"""The texts of the portal: templates and modules say them in Japanese, ``locale/en/LC_MESSAGES/kg.po`` in English (docs/translations.md)."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

LANGUAGES = {"ja": "日本語", "en": "English"}
"""The languages of the portal, and what each calls itself; the texts are written in the first, and have a catalogue for every other."""
DOMAIN = "kg"


def catalogue(language: str) -> Path:
    """The file with the texts in another language than the one they are written in."""
    return Path(__file__).parent / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def translations(language: str) -> NullTranslations:
    """The texts in a language, read from what translators edit, so that nothing has to be compiled before the service starts."""
    if language == next(iter(LANGUAGES)):
        return NullTranslations()
    with catalogue(language).open("rb") as file:
        read = read_po(file, locale=language, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return Translations(compiled, DOMAIN)
