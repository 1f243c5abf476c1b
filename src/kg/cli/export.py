"""``kg export``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import parameters
from kg.cli.speech import LanguageOption, chosen, working
from kg.errors import ExportError
from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.formats import DIRECTORIES, FILES
from kg.export.graphs.views import EVERYTHING
from kg.export.reference.writing import write_reference
from kg.export.serialisations import DEFAULT_GRAPHS, chosen_graphs, export_rdf
from kg.export.source import export_source
from kg.export.tables import export_csv, export_parquet, export_xlsx
from kg.release.publish import MANIFEST
from kg.release.release import open_release
from kg.settings import Settings
from kg.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.store.port import Store

EXAMPLE = "例 / examples:  kg export csv tables/  |  kg export turtle tsunagi.ttl --graphs data,codes  |  kg export gexf network.gexf --view network  |  kg export source table.txt --from data.nq"


class Format(StrEnum):
    """Formats of exports: tables, Neo4j's files and the reference of the vocabulary (into a directory), the source, RDF, networks (into a file)."""

    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    source = "source"
    turtle = "turtle"
    ntriples = "ntriples"
    nquads = "nquads"
    trig = "trig"
    jsonld = "jsonld"
    rdfxml = "rdfxml"
    graphml = "graphml"
    gexf = "gexf"
    cytoscape = "cytoscape"
    neo4j = "neo4j"
    reference = "reference"


_TABLES = {Format.csv: export_csv, Format.xlsx: export_xlsx, Format.parquet: export_parquet}
_NETWORK_FILES = {Format(name): write for name, write in FILES.items()}
_NETWORK_DIRECTORIES = {Format(name): write for name, write in DIRECTORIES.items()}
_ONLY_NETWORKS = (_NETWORK_FILES.keys() | _NETWORK_DIRECTORIES.keys()) - _TABLES.keys()


def command(
    format_: Annotated[
        Format,
        typer.Argument(
            metavar="FORMAT",
            help="表 tables: csv, xlsx, parquet · 元の文書 the source: source · RDF: turtle, ntriples, nquads, trig, jsonld, rdfxml · "
            "ネットワーク networks: graphml, gexf, cytoscape, neo4j · 語彙の手引き documentation of the ontology: reference",
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TARGET",
            help="書き出すファイル（表、neo4j、手引きはフォルダー）。 File to write; a directory for tables, neo4j and reference.",
        ),
    ],
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    from_: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE.nq", help="リリースの代わりに使う N-Quads。 An N-Quads file to use instead of a release."),
    ] = None,
    graphs: Annotated[
        str, typer.Option(help="RDF に書くグラフ（コンマ区切り、または all）。 Graphs of an RDF file, separated by commas, or all.")
    ] = ",".join(DEFAULT_GRAPHS),
    document: Annotated[
        str,
        typer.Option(
            help="source で書き出す文書（ファイル名か sha256 の先頭）。 Which document to rebuild: file name or beginning of its sha256."
        ),
    ] = "",
    view: Annotated[
        str,
        typer.Option(
            help="ネットワークにするもの: everything、network、質問の名前。csv、xlsx、parquet に付けると点と線の表。 "
            "What becomes a network: everything, network, or a stored question; with csv, xlsx, parquet: tables of nodes and edges."
        ),
    ] = "",
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="--view の質問の引数。 A parameter of the question given with --view.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="書いたファイルを JSON で出力する。 Print the files written as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """表、RDF、ネットワーク、元の文書を書き出す。 Write tables, RDF, networks, or the source itself."""
    if (view or param) and format_ not in _NETWORK_FILES.keys() | _NETWORK_DIRECTORIES.keys():
        raise _no_views(format_)
    if format_ is Format.reference:
        _say([str(path) for path in write_reference(_directory(target), _base(release, target))], as_json=as_json)
        return
    graph = _opened(release, from_, target)
    written = [str(target)]
    if view or param or format_ in _ONLY_NETWORKS:
        written = _network(format_, graph, target, view or EVERYTHING, param or [], chosen(lang))
    elif format_ in _TABLES:
        written = [str(path) for path in _TABLES[format_](graph.store(), target)]
    elif format_ is Format.source:
        export_source(graph.store(), _file(target), document)
    else:
        export_rdf(graph.quads, graph.base, format_.value, chosen_graphs(graphs), _file(target))
    _say(written, as_json=as_json)


def _network(format_: Format, graph: _Graph, target: Path, name: str, params: list[str], language: str) -> list[str]:
    """Write a view of the graph; the files written."""
    place = _file(target) if format_ in _NETWORK_FILES else _directory(target)
    values = parameters.values(params)
    with working() as show:
        show(f"{name} を {place} に書いています" if language == "ja" else f"writing {name} to {place}")
        view = chosen_view(graph.store(), graph.base, name, values, language)
        if format_ in _NETWORK_FILES:
            _NETWORK_FILES[format_](view, place)
            return [str(place)]
        return [str(path) for path in _NETWORK_DIRECTORIES[format_](view, place)]


def _no_views(format_: Format) -> ExportError:
    listed = ", ".join(one.value for one in (*_NETWORK_FILES, *_NETWORK_DIRECTORIES))
    return ExportError(
        f"--view と --param は {listed} に使えます。{format_.value} には付けられません。",
        f"--view and --param are for {listed}, not for {format_.value}",
    )


def _say(written: list[str], *, as_json: bool) -> None:
    typer.echo(json.dumps(written, ensure_ascii=False) if as_json else "\n".join(written))


@dataclass(frozen=True)
class _Graph:
    """What is exported: its N-Quads file, the base of its IRIs, and its store, opened when it is needed."""

    quads: Path
    base: str
    store: Callable[[], Store]


def _opened(release: Path, from_: Path | None, target: Path) -> _Graph:
    if from_ is not None:
        return _Graph(from_, Settings().base, lambda: EmbeddedStore.load(from_))
    opened = open_release(release)
    if target.resolve().is_relative_to(opened.path.resolve()):
        raise ExportError(
            "リリースの中には書き出せません。別の場所を指定してください。",
            "a release is not written into; name another place",
            where=str(target),
        )
    return _Graph(opened.quads, opened.manifest["base"], opened.store)


def _base(release: Path, target: Path) -> str:
    """Base of the codes' IRIs in the reference, which is made from the package: that of the release at hand, else the usual one."""
    return _opened(release, None, target).base if (release / MANIFEST).is_file() else Settings().base


def _directory(target: Path) -> Path:
    if target.exists() and not target.is_dir():
        raise ExportError(
            "ファイルです。書き出すフォルダーの名前を指定してください。", "a file; name the directory to write to", where=str(target)
        )
    return target


def _file(target: Path) -> Path:
    if target.is_dir():
        raise ExportError(
            "フォルダーです。書き出すファイルの名前を指定してください。", "a directory; name the file to write", where=str(target)
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
