"""``kg link corporate`` and ``kg link reconcile``; ``kg link update`` is in a module of its own."""

from __future__ import annotations

import io
import json
import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.speech import LanguageOption, chosen, working
from kg.cli.update import update
from kg.errors import UsageError
from kg.link.corporate import match
from kg.link.link_file import read_links, write_links
from kg.link.named import CONCEPT, GOVERNMENT, ORGANIZATION, governments
from kg.link.reconciliation import Reconciler
from kg.link.spreadsheet import reconciled, write_rows
from kg.link.sssom import write_sssom
from kg.release.release import open_release
from kg.release.subjects import named, subjects
from kg.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.link.reconciliation import Answers

EXAMPLE = "例 / examples:  kg link update corporate-register  |  kg link corporate 00_zenkoku_all_20201231.zip --out links/  |  kg build --links links/corporate-links.csv --links links/corporate-review.csv  |  kg link reconcile 一覧.csv --column 自治体名 --out 一覧-コード付き.csv"

verbs = typer.Typer(
    help="名称を公的な番号やコードと結び付ける。 Link names to public identifiers.", no_args_is_help=True, rich_markup_mode=None
)
verbs.command()(update)
LINKS, REVIEW, MAPPINGS = "corporate-links.csv", "corporate-review.csv", "corporate.sssom.tsv"


class Kind(StrEnum):
    """What a name may be looked up for."""

    government = GOVERNMENT
    organization = ORGANIZATION
    concept = CONCEPT


@verbs.command()
def corporate(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="法人番号公表サイトのファイル（全件、差分。zip か CSV、UTF-8 か Shift_JIS）。 Files of the register of corporate numbers: full, differences.",
        ),
    ],
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    out: Annotated[
        Path, typer.Option(help="結果のフォルダー。前の確認結果があれば引き継ぐ。 Directory of the results; decisions found there stand.")
    ] = Path("links"),
    as_json: Annotated[bool, typer.Option("--json", help="件数を JSON で出力する。 Print the counts as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """団体に法人番号を付ける（一つに定まるものだけ。残りは確認用の CSV へ）。 Give bodies their corporate numbers, where one is certain; the rest goes to a review file."""
    language = chosen(lang)
    opened = open_release(release)
    decisions = read_links([path for path in (out / LINKS, out / REVIEW) if path.exists()], Settings().limits)
    with working() as show:
        base = opened.manifest["base"]
        matched = match(
            files,
            subjects(opened.store(), base),
            decisions,
            Settings().limits,
            lambda count: show(f"{count:,} 行" if language == "ja" else f"{count:,} rows"),
        )
    out.mkdir(parents=True, exist_ok=True)
    write_links(matched.links, out / LINKS)
    write_links(matched.review, out / REVIEW)
    write_sssom(matched.links, matched.register_date, base, out / MAPPINGS)
    waiting = len({link.subject for link in matched.review})
    if as_json:
        counts = {"rows": matched.rows, "register_date": matched.register_date, "links": len(matched.links), "review": waiting}
        typer.echo(json.dumps(counts | {"files": [str(out / name) for name in (LINKS, REVIEW, MAPPINGS)]}, ensure_ascii=False))
        return
    typer.echo(
        f"登録簿 {matched.rows:,} 行（{matched.register_date} 現在）\n"
        f"{len(matched.links):>6}  決まった結び付け ({out / LINKS}、{out / MAPPINGS})\n{waiting:>6}  確認を待つ団体 ({out / REVIEW})"
        if language == "ja"
        else f"register: {matched.rows:,} rows (as of {matched.register_date})\n"
        f"{len(matched.links):>6}  links decided ({out / LINKS}, {out / MAPPINGS})\n{waiting:>6}  bodies wait for a person ({out / REVIEW})"
    )


@verbs.command()
def reconcile(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="見出しのある CSV（UTF-8 か Shift_JIS）。 A CSV file with a header.")],
    column: Annotated[str, typer.Option(metavar="NAME", help="名称の列。 The column of names.")],
    prefecture_column: Annotated[
        str,
        typer.Option(metavar="NAME", help="都道府県の列（府中市のように、同じ名前の市があるとき）。 A column that names the prefecture."),
    ] = "",
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            "--type", help="探すもの（自治体、団体、コード。省くとすべて）。 What to look for; none: everything.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="書き出す CSV。省くと標準出力。 File to write; none: standard output.", show_default=False)
    ] = None,
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    lang: LanguageOption = None,
) -> None:
    """表の名称にコードと IRI を付ける（二つのどちらとも決まらないものには付けない）。 Add code, IRI and score to the names in a CSV file; where two are possible, none is chosen."""
    types = [one.value for one in kind or Kind]
    base, things = Settings().base, list(governments())
    if types != [GOVERNMENT]:  # bodies and codes are those of a release
        opened = open_release(release)
        base = opened.manifest["base"]
        things += named(opened.store(), base)
    reconciler = Reconciler(things)
    rows = reconciled(file, column, prefecture_column, partial(_looked_up, reconciler, types), base, Settings().limits)
    counts = _printed(rows) if out is None else _written(rows, out, file)
    matched, undecided, unknown = counts["matched"], counts["undecided"], counts["unknown"]
    typer.echo(
        f"{matched} 件に付けました。決まらないもの {undecided} 件（kg_candidates の候補を見てください）、見つからないもの {unknown} 件。"
        if chosen(lang) == "ja"
        else f"{matched} matched, {undecided} undecided (see their kg_candidates), {unknown} not found",
        err=True,
    )


def _printed(rows: Iterator[tuple[list[str], str]]) -> dict[str, int]:
    """Print the rows in UTF-8, whatever the locale."""
    sys.stdout.flush()
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        return write_rows(rows, stream)
    finally:
        stream.detach()


def _written(rows: Iterator[tuple[list[str], str]], out: Path, file: Path) -> dict[str, int]:
    """Write the rows to ``out``, which is there when all of them are."""
    if out.resolve() == file.resolve():
        raise UsageError(
            "元のファイルには書けません。別の --out を指定してください。", "the file itself is not written over; choose another --out"
        )
    draft = out.with_name(f".{out.name}.part")
    try:
        with draft.open("w", encoding="utf-8-sig", newline="") as stream:
            counts = write_rows(rows, stream)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return counts


def _looked_up(reconciler: Reconciler, types: list[str], name: str, prefecture: str) -> Answers:
    return reconciler.answers(name, types, prefecture)
