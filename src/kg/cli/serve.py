"""``kg serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.speech import LanguageOption, chosen
from kg.store.targets import addresses
from kg.web.limits import Limits, read_limits
from kg.web.server import Service, serve

EXAMPLE = "例 / examples:  kg serve  |  kg serve --host 0.0.0.0 --port 80 --public-url https://example.jp/kg --trust 10.0.0.0/8  |  kg serve --store http://127.0.0.1:7878"


def command(
    release: Annotated[
        Path | None,
        typer.Option(
            help="リリースのフォルダー、またはそれを指すリンク。既定は release（--store では無し）。 Directory of the release, or a link to it; default: release, with --store none.",
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="リリースを入れてある SPARQL サーバー（kg load）。認証は KG_STORE_USER と KG_STORE_PASSWORD、または KG_STORE_TOKEN。 A SPARQL store that holds the release; who asks stands in the environment.",
        ),
    ] = "",
    host: Annotated[str, typer.Option(help="待ち受けるアドレス。 Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="待ち受けるポート。0 は空きを選ぶ。 Port; 0 chooses a free one.")] = 8000,
    public_url: Annotated[
        str, typer.Option(metavar="URL", help="利用者から見たアドレス（パスも可）。 The address as clients know it, with its path.")
    ] = "",
    workers: Annotated[
        int, typer.Option(min=0, max=256, help="検索の担当プロセスの数。0 はコア数に 1 を足す。 Query workers; 0: cores plus one.")
    ] = 0,
    limits: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="上限の設定（docs/endpoint.md）。 Limits, see docs/endpoint.md.")
    ] = None,
    trust: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="X-Forwarded-For を信じる中継サーバー。 A proxy whose X-Forwarded-For is believed."),
    ] = None,
    allow_network: Annotated[
        bool,
        typer.Option("--allow-network", help="通信から切り離せなくても起動する。 Start even where workers cannot be cut off the network."),
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """リリースを SPARQL エンドポイントとリンクトデータとして公開する。 Serve a release as a read-only SPARQL endpoint and linked data."""
    language = chosen(lang)

    def started(address: str) -> None:
        typer.echo(f"{address}/ で公開しています。終わるには Ctrl-C。" if language == "ja" else f"serving at {address}/ – Ctrl-C ends it")

    serve(
        Service(
            release=release or (None if store else Path("release")), store=addresses(store).query if store else "", host=host, port=port, public=public_url, workers=workers,
            limits=read_limits(limits) if limits else Limits(), trusted=tuple(trust or ()), network=allow_network,
        ),
        started,
    )  # fmt: skip
