"""``kg export``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.speech import LanguageOption  # noqa: TC001 - typer reads the annotation at run time
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
    lang: LanguageOption = None,  # noqa: ARG001 - errors speak by it (see main.run)
) -> None:
    """リリースの表を書き出す。 Write the tables of a release."""
    for path in _EXPORTS[format_](open_release(release).tables, target):
        typer.echo(str(path))
