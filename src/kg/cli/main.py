"""``kg``: the verbs put together, and how errors reach a person."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

import kg
from kg.cli import build, export, info
from kg.cli.speech import chosen, say_error
from kg.errors import KgError

_HELP = """つなぎ — 地域再犯防止の取組表を、根拠のセルまで辿れるデータに。

Tsunagi: Japan's tables of local recidivism-prevention programmes as checkable data.

終了コード / exit codes: 0 良 good, 1 データに問題 the data is not good, 2 使い方または入力の誤り wrong use or bad input.
"""

app = typer.Typer(help=_HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command("build", epilog=build.EXAMPLE)(build.command)
app.command("info", epilog=info.EXAMPLE)(info.command)
app.command("export", epilog=export.EXAMPLE)(export.command)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="版を表示する。 Show the version.")] = False,
) -> None:
    """Hold the options of ``kg`` itself."""


def run() -> None:
    """Run ``kg``; exit 0 when good, 1 when the data is not good, 2 on wrong use or bad input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Japanese shows codes, not a traceback
    try:
        app(prog_name="kg")
    except KgError as error:
        _stop(error)
    except BrokenPipeError:  # the reader of our output has gone; nothing more can be said to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where, reason = str(error.filename or ""), error.strerror or type(error).__name__
        _stop(KgError(f"ファイルを読み書きできません（{reason}）。", f"cannot read or write ({reason})", where=where))


def _stop(error: KgError) -> None:
    say_error(error, chosen(None, sys.argv))
    sys.exit(2)
