"""``kg build``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.info import report
from kg.cli.speech import LanguageOption, chosen, progress
from kg.release.build import build
from kg.settings import Settings

EXAMPLE = "例 / examples:  kg build 取組状況.xlsx --out release/  |  kg build --links links/corporate-links.csv --links links/corporate-review.csv"


def command(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="表のファイル（文字のコピー、CSV、TSV、XLSX）。省くと付属の法務省の表。 Tables; none: the embedded one.",
            show_default=False,
        ),
    ] = None,
    population: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="人口の CSV（code,date,population,source）。時点と出典が必要。 Populations, each with date and source.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="リリースを書くフォルダー。 Directory of the release.")] = Path("release"),
    links: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="kg link が書いた結び付けのファイル（いくつでも）。 A file of links that kg link wrote; may be given several times.",
            show_default=False,
        ),
    ] = None,
    mappings: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE.sssom.tsv",
            help="他の人の対応表（GeoNames、国立国会図書館、DBpedia など。利用条件つき、いくつでも）。 Mapping sets of others, kept apart under their licence.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="manifest を JSON で出力する。 Print the manifest as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """表を読み、リリースを一つ作る。 Read tables and write one release."""
    language = chosen(lang)
    with progress(language) as show:
        release = build(sources or [], out, Settings(), show, links or [], population, mappings or [])
    typer.echo(json.dumps(release.manifest, ensure_ascii=False, sort_keys=True) if as_json else report(release, language))
