"""``kg query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import parameters
from kg.cli.answers import Format, show
from kg.cli.clock import stopped_after
from kg.cli.speech import LanguageOption, chosen
from kg.errors import QueryError
from kg.queries.binding import bind, spoken
from kg.queries.stored import question, stored_queries
from kg.rdf.iris import Minter
from kg.rdf.terms import GRAPHS
from kg.release.release import open_release
from kg.settings import Settings
from kg.store.remote import RemoteStore

if TYPE_CHECKING:
    from kg.queries.stored import StoredQuery
    from kg.store.port import Store

EXAMPLE = "例 / examples:  kg query entry-support  |  kg query government-card --param government=熊本市 --format csv  |  kg query my.rq  |  kg query -"


def command(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[SLUG|FILE.rq|-]",
            help="保存された質問の名前、SPARQL のファイル、または -（標準入力）。省くと質問の一覧。 A stored question, a SPARQL file, or - (standard input); none: the list of questions.",
            show_default=False,
        ),
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="質問の引数。空の値は「すべて」。 A parameter; an empty value means any.")
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="table、csv、json、ttl（CONSTRUCT と DESCRIBE）。 ttl: for CONSTRUCT and DESCRIBE.")
    ] = Format.table,
    endpoint: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="リリースの代わりに尋ねる SPARQL エンドポイント。 A SPARQL endpoint to ask instead of the release."
        ),
    ] = None,
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    timeout: Annotated[int, typer.Option(min=1, max=86_400, help="打ち切るまでの秒数。 Seconds after which the query is stopped.")] = 60,
    lang: LanguageOption = None,
) -> None:
    """質問に答える。 Answer a stored question, or any SPARQL query."""
    language = chosen(lang)
    if what is None:
        typer.echo(_listed(language))
        return
    asked = _stored(what)
    store, base = _store(endpoint, release, timeout)
    values = parameters.values(param or [])
    if asked is None and values:
        raise QueryError("--param は保存された質問にだけ使えます。", "--param is for stored questions only")
    with stopped_after(timeout, language):
        text = bind(asked, spoken(asked, values, language), store, base) if asked else _text(what)
        show(store.query(text), format_, asked, language)


def _stored(what: str) -> StoredQuery | None:
    """The stored question that is meant; None for a file or standard input."""
    return None if what == "-" or what.endswith(".rq") or Path(what).is_file() else question(what)


def _store(endpoint: str | None, release: Path, timeout: int) -> tuple[Store, str]:
    if endpoint is not None:
        base = Settings().base
        return RemoteStore(endpoint, [Minter(base).graph(name) for name in GRAPHS], timeout), base
    opened = open_release(release)
    return opened.store(), opened.manifest["base"]


def _text(what: str) -> str:
    try:
        content = sys.stdin.buffer.read() if what == "-" else Path(what).read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("UTF-8 の文字ではありません。", "not UTF-8 text", where=what) from error


def _listed(language: str) -> str:
    """All stored questions with their parameters and defaults."""
    lines = []
    for query in stored_queries("question").values():
        lines.append(f"{query.slug}\n    {query.question.in_language(language)}")
        for parameter in query.parameters:
            default = parameter.default or ("すべて" if language == "ja" else "any")
            lines.append(f"    --param {parameter.name}={default}  {parameter.label.in_language(language)}")
    return "\n".join(lines)
