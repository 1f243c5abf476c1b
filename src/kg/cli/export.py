"""``kg export``."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.speech import LanguageOption  # noqa: TC001 - typer reads the annotation at run time
from kg.errors import ExportError
from kg.export.tables import export_csv, export_parquet, export_xlsx
from kg.release.build import open_release

EXAMPLE = "例 / example:  kg export csv tables/"


class Format(StrEnum):
    """Formats that a release can be exported to."""

    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"


_EXPORTS = {Format.csv: export_csv, Format.xlsx: export_xlsx, Format.parquet: export_parquet}


def command(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help="csv、xlsx、parquet のいずれか。 One of csv, xlsx, parquet.")],
    target: Annotated[Path, typer.Argument(metavar="DIR", help="書き出すフォルダー。 Directory to write to.")],
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    as_json: Annotated[bool, typer.Option("--json", help="書いたファイルを JSON で出力する。 Print the files written as JSON.")] = False,
    lang: LanguageOption = None,  # noqa: ARG001 - errors speak by it (see main.run)
) -> None:
    """リリースの表を書き出す。 Write the tables of a release."""
    opened = open_release(release)
    if target.resolve().is_relative_to(opened.path.resolve()):
        raise ExportError(
            "リリースの中には書き出せません。別のフォルダーを指定してください。",
            "a release is not written into; name another directory",
            where=str(target),
        )
    written = [str(path) for path in _EXPORTS[format_](opened.tables, target)]
    typer.echo(json.dumps(written, ensure_ascii=False) if as_json else "\n".join(written))
