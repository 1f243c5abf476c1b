"""``kg link update``."""

from __future__ import annotations

import datetime as dt
import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import resources
from kg.cli.speech import LanguageOption, chosen, say_error, working
from kg.errors import DownloadError, UsageError
from kg.link.refresh.downloads import read_downloads
from kg.link.refresh.update import update as updated
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.link.refresh.downloads import Download
    from kg.link.refresh.update import Updated

_SHOWN = 10
"""How many of the news are printed; --json has them all."""


def update(
    keys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KEY...]", help="取得するもの（--list に出る名前。省くとすべて）。 What to fetch; none: all.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option(help="置くフォルダー。記録は downloads.csv。 Directory of the files; downloads.csv there is the record.")
    ] = Path("downloads"),
    list_only: Annotated[
        bool, typer.Option("--list", help="取得できるものを表示する（接続しない）。 Show what there is, without connecting.")
    ] = False,
    table: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv",
            help="アドレスが変わったとき、付属の表（data/downloads.csv）の代わりに使う表。 A table to use in place of data/downloads.csv.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="結果を JSON で出力する。 Print the results as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """公開されている元データを取得し、列を確かめ、アドレス、利用条件、SHA-256 を記録する。 Fetch official downloads, check their columns, record address, licence and SHA-256."""
    language = chosen(lang)
    downloads = read_downloads(table or resources.path("data/downloads.csv"))
    unknown = [key for key in keys or () if key not in downloads]
    if unknown:
        raise UsageError(
            f"{'、'.join(unknown)} はありません。次のどれかを指定してください: {'、'.join(downloads)}",
            f"there is no {', '.join(unknown)}; name one of: {', '.join(downloads)}",
        )
    chosen_ones = [downloads[key] for key in keys or downloads]
    if list_only:
        _show_list(chosen_ones, language, as_json=as_json)
        return
    found, failed = list[tuple["Download", "Updated"]](), False
    for download in chosen_ones:
        try:
            with working() as show:
                show(download.address)
                found.append((download, updated(download, out, dt.datetime.now(tz=dt.UTC).date(), Settings().limits)))
        except DownloadError as error:
            say_error(error, language)
            failed = True
            continue
        if not as_json:
            _say(*found[-1], language)
    if as_json:
        typer.echo(json.dumps([_as_json(*one, language) for one in found], ensure_ascii=False, indent=2))
    if failed:
        raise typer.Exit(2)


def _show_list(downloads: list[Download], language: str, *, as_json: bool) -> None:
    if as_json:
        rows = [
            {"key": one.key, "name": one.name_ja if language == "ja" else one.name_en, "page": one.page, "licence": one.licence}
            for one in downloads
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in downloads:
        typer.echo(f"{one.key}  {one.name_ja if language == 'ja' else one.name_en}\n    {one.page}  {one.licence} ({one.licence_url})")


def _say(download: Download, done: Updated, language: str) -> None:
    ja = language == "ja"
    state = ("新しい" if ja else "new") if done.changed else ("前と同じ" if ja else "as before")
    typer.echo(f"{download.key}  {done.path}  {int(done.entry.bytes):,} {'バイト' if ja else 'bytes'}  {state}  sha256 {done.entry.sha256}")
    typer.echo(f"    {download.name_ja if ja else download.name_en}  {download.licence} ({download.licence_url})")
    if done.more_columns:
        typer.echo(f"    {'知らない列' if ja else 'unknown columns'}: {', '.join(done.more_columns)}")
    if done.news:
        typer.echo(f"    {'付属の表と違うもの' if ja else 'other than the tables of the package'}: {len(done.news)}")
        for message in done.news[:_SHOWN]:
            typer.echo(f"      {message.in_language(language)}")
        if len(done.news) > _SHOWN:
            typer.echo(f"      … ({'すべては --json で' if ja else 'all of them with --json'})")
    if download.command:
        typer.echo(f"    {'次に' if ja else 'next'}: {download.command.replace('{file}', shlex.quote(str(done.path)))}")


def _as_json(download: Download, done: Updated, language: str) -> dict[str, object]:
    return {
        "key": download.key,
        "file": str(done.path),
        "address": done.entry.address,
        "licence": done.entry.licence,
        "licence_url": done.entry.licence_url,
        "fetched": done.entry.fetched,
        "bytes": int(done.entry.bytes),
        "sha256": done.entry.sha256,
        "changed": done.changed,
        "unknown_columns": done.more_columns,
        "news": [message.in_language(language) for message in done.news],
    }
