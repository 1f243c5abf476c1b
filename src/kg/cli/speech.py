"""How the command line speaks: language, errors, progress."""

from __future__ import annotations

import locale
import os
import sys
import time
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.errors import KgError, Message

_AFTER_SECONDS = 1.0


class Language(StrEnum):
    """Languages of messages."""

    ja = "ja"
    en = "en"


LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="表示の言語。既定はロケールに従う。 Language of messages; default: by locale.")
]
"""The option that every verb has."""


def chosen(option: Language | None, arguments: Sequence[str] = ()) -> str:
    """Language to speak: ``--lang``, else the locale (LC_ALL, LC_MESSAGES, LANG), else English."""
    if option is not None:
        return option.value
    for index, argument in enumerate(arguments):
        value = (
            argument.partition("=")[2]
            if argument.startswith("--lang=")
            else arguments[index + 1]
            if argument == "--lang" and index + 1 < len(arguments)
            else ""
        )
        if value in Language.__members__:
            return value
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "") or (
        locale.getlocale()[0] or ""
    )
    return "ja" if named.lower().startswith("ja") else "en"


def say_error(error: KgError, language: str) -> None:
    """Print an error to standard error."""
    head = "エラー" if language == "ja" else "error"
    typer.echo(f"kg: {head}: {error.in_language(language)}", err=True)


def say_note(message: Message, language: str, where: str) -> None:
    """Print to standard error what is to be known besides the answer."""
    head = "注意" if language == "ja" else "note"
    typer.echo(f"kg: {head}: {where}: {message.in_language(language)}", err=True)


@contextmanager
def progress(language: str) -> Iterator[Callable[[str, int], None]]:
    """Show how many governments were read, on a terminal only, and only for work over a second."""
    console = Console(stderr=True)
    began = time.monotonic()
    if not sys.stderr.isatty():
        yield lambda _name, _count: None
        return
    with console.status("") as status:

        def show(name: str, count: int) -> None:
            if time.monotonic() - began > _AFTER_SECONDS:
                status.update(f"{name}: {count} 自治体" if language == "ja" else f"{name}: {count} governments")

        yield show


@contextmanager
def working() -> Iterator[Callable[[str], None]]:
    """Show what is being done, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _what: None
        return
    with Console(stderr=True).status("") as status:
        yield status.update
