"""``kg validate``."""

from __future__ import annotations

import json
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kg.cli.speech import Language, LanguageOption, chosen, say_error, say_note, working
from kg.errors import KgError, Message
from kg.release.validation import validate
from kg.settings import Settings
from kg.validate.engines.selection import ENGINES, engine
from kg.validate.findings import SEVERITIES
from kg.validate.report.contents import Report
from kg.validate.report.document import contents
from kg.validate.report.text import renderable
from kg.validate.report.writing import write_report

if TYPE_CHECKING:
    from kg.release.validation import Validated

EXAMPLE = "例 / examples:  kg validate  |  kg validate 取組状況.xlsx graph.ttl --report 検査/  |  kg validate --fail-on warning --json"


_ALTERED = Message(
    "data.nq は、このリリースが作られた後に書き換えられています。いまの内容を確かめました。配る前に kg build で作り直してください。",
    "data.nq was changed after this release was built; what it holds now was checked. Build the release again before you pass it on",
)


class FailOn(StrEnum):
    """The least severity that makes data not good."""

    violation = "violation"
    warning = "warning"
    info = "info"


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="リリースのフォルダー、RDF（ttl nt nq trig rdf jsonld）、表のファイル。省くと --release。 Releases, RDF, tables; none: --release.",
            show_default=False,
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="報告（report.html、report.json、report.ttl、report.xlsx）を書くフォルダー。 Directory for the reports."
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="終了コードを 1 にする最も軽い重さ。 The least severity that gives exit code 1.")
    ] = FailOn.violation,
    as_json: Annotated[bool, typer.Option("--json", help="所見を JSON で出力する。 Print the findings as JSON.")] = False,
    engine_: Annotated[str, typer.Option("--engine", metavar="|".join(ENGINES), help="SHACL の検証エンジン。 The SHACL engine.")] = next(
        iter(ENGINES)
    ),
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    lang: LanguageOption = None,
) -> None:
    """グラフや表に誤りがないか確かめる。 Check a release, RDF that uses our vocabulary, or a table."""
    language = chosen(lang)
    told: list[dict[str, object]] = []
    codes = {0}
    asked = engine(engine_)
    paths = files or [release]
    for path in paths:
        try:
            with tempfile.TemporaryDirectory() as place, working() as show:
                show(path.name)
                validated = validate(path, Settings(), asked, Path(place))
                made = Report.of(validated.store, validated.found.findings, validated.base)
                if report is not None:
                    write_report(made, validated.found.results, validated.store, report / path.stem if len(paths) > 1 else report)
        except KgError as error:
            say_error(error, language)
            codes.add(error.exit_code)
            said = {tongue.value: error.in_language(tongue.value) for tongue in Language}
            told.append({"input": str(path), "kind": "unreadable", "conforms": False, "findings": [], "error": said})
            continue
        codes.add(int(_bad(validated, fail_on)))
        if validated.altered:
            say_note(_ALTERED, language, where=str(path))
        if as_json:
            told.append({"input": str(path), "kind": validated.kind, **contents(made)})
        else:
            console = Console(highlight=False)
            console.print(f"{path}:", style="bold", soft_wrap=True)
            console.print(renderable(made, language))
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True))
    raise typer.Exit(max(codes))


def _bad(validated: Validated, fail_on: FailOn) -> bool:
    """Whether there is a finding at least as grave as ``fail_on``."""
    least = SEVERITIES.index(fail_on.value)
    return any(SEVERITIES.index(finding.severity) <= least for finding in validated.found.findings)
