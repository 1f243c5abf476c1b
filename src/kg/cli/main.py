"""``kg``: the verbs put together, and how errors reach a person."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import kg
from kg.cli.speech import chosen, say_error
from kg.cli.usage import CommandLineError, said, unknown_verb
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELP = """つなぎ — 地域再犯防止の取組表を、根拠のセルまで辿れるデータに。

Tsunagi: Japan's tables of local recidivism-prevention programmes as checkable data.

終了コード / exit codes: 0 良 good, 1 データに問題 the data is not good, 2 使い方または入力の誤り wrong use or bad input.
"""

app = typer.Typer(help=_HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
VERBS: tuple[str, ...] = ("build", "info", "validate", "reason", "query", "explain", "place", "export", "load", "serve", "link")
BELOW: dict[str, tuple[str, ...]] = {"link": ("update", "corporate", "reconcile")}
"""The verbs of a verb that has some."""


def _add_verbs(arguments: Sequence[str]) -> None:
    """Add the verb that is called, or all for the help: importing what only another verb needs would take longer than most answers."""
    called = arguments[0] if arguments and arguments[0] in VERBS else None
    for verb in (called,) if called else VERBS:
        module = import_module(f"kg.cli.{verb}")
        if hasattr(module, "verbs"):
            app.add_typer(module.verbs, name=verb, epilog=module.EXAMPLE)
        else:
            app.command(verb, epilog=module.EXAMPLE)(module.command)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="版を表示する。 Show the version.")] = False,
) -> None:
    """Hold the options of ``kg`` itself."""


def _called(arguments: Sequence[str]) -> str:
    """What is called: ``kg``, ``kg build``, ``kg link corporate``. Raises UsageError where there is no such verb."""
    called, verbs = "kg", VERBS
    for argument in arguments:
        if argument.startswith("-") or not verbs:
            break
        if argument not in verbs:
            raise unknown_verb(argument, verbs)
        called, verbs = f"{called} {argument}", BELOW.get(argument, ())
    return called


def run() -> None:
    """Run ``kg``; exit 0 when good, 1 when the data is not good, 2 on wrong use or bad input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Japanese shows codes, not a traceback
    arguments = sys.argv[1:]
    called = "kg"
    _add_verbs(arguments)
    try:
        called = _called(arguments)
        code = app(prog_name="kg", standalone_mode=False)
    except KgError as error:
        _stop(error)
    except CommandLineError as error:
        if not arguments or (len(arguments) == 1 and arguments[0] in BELOW):  # Typer's way to show the help
            typer.echo(str(error), err=True)
            sys.exit(2)
        _stop(said(error, called))
    except typer.Abort:
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output has gone; nothing more can be said to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where, reason = str(error.filename or ""), error.strerror or type(error).__name__
        _stop(KgError(f"ファイルを読み書きできません（{reason}）。", f"cannot read or write ({reason})", where=where))
    sys.exit(code)


def _stop(error: KgError) -> NoReturn:
    say_error(error, chosen(None, sys.argv))
    sys.exit(error.exit_code)
