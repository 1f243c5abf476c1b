"""``kg load``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.speech import LanguageOption, chosen, working
from kg.release.loading import load
from kg.release.release import open_release
from kg.store.targets import addresses

EXAMPLE = "例 / examples:  kg load --store http://127.0.0.1:7878  |  KG_STORE_USER=dba KG_STORE_PASSWORD=… kg load --store http://127.0.0.1:8890/sparql --update http://127.0.0.1:8890/sparql-auth"


def command(
    store: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="SPARQL サーバーのアドレス（問い合わせ）。認証は KG_STORE_USER と KG_STORE_PASSWORD、または KG_STORE_TOKEN。 Address of a SPARQL 1.1 store, for queries; who writes stands in the environment.",
        ),
    ],
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    graph_store: Annotated[
        str,
        typer.Option(
            metavar="URL", help="グラフを置くアドレス（Graph Store Protocol）。 Where the store takes graphs (Graph Store HTTP Protocol)."
        ),
    ] = "",
    update: Annotated[str, typer.Option(metavar="URL", help="更新を送るアドレス。 Where the store takes updates.")] = "",
    timeout: Annotated[int, typer.Option(min=1, max=86_400, help="一つの要求を待つ秒数。 Seconds to wait for each answer.")] = 300,
    as_json: Annotated[
        bool, typer.Option("--json", help="グラフごとのトリプル数を JSON で出力する。 Print the triples of each graph as JSON.")
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """リリースを SPARQL サーバーに入れる（九つのグラフを置き換える）。 Bring a release into a SPARQL 1.1 store, in place of the one there."""
    language = chosen(lang)
    where = addresses(store, update, graph_store)
    opened = open_release(release)
    with working() as show:

        def say(name: str, triples: int) -> None:
            show(f"{name}: {triples:,} トリプル" if language == "ja" else f"{name}: {triples:,} triples")

        counts = load(opened, where, timeout, say)
    if as_json:
        typer.echo(json.dumps({"release": opened.identity, "graphs": counts}))
        return
    for name, triples in counts.items():
        typer.echo(f"{triples:>12,}  {name}")
    typer.echo(
        f"{where.query} に入れました（リリース {opened.identity[:12]}）。"
        if language == "ja"
        else f"loaded into {where.query} (release {opened.identity[:12]})"
    )
