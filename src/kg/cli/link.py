"""``kg link corporate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.speech import LanguageOption, chosen, working
from kg.link.corporate import match
from kg.link.link_file import read_links, write_links
from kg.link.sssom import write_sssom
from kg.release.release import open_release
from kg.release.subjects import subjects
from kg.settings import Settings

EXAMPLE = "例 / examples:  kg link corporate 00_zenkoku_all_20201231.zip --out links/  |  kg build --links links/corporate-links.csv --links links/corporate-review.csv"

verbs = typer.Typer(
    help="名称を公的な番号やコードと結び付ける。 Link names to public identifiers.", no_args_is_help=True, rich_markup_mode=None
)
LINKS, REVIEW, MAPPINGS = "corporate-links.csv", "corporate-review.csv", "corporate.sssom.tsv"


@verbs.callback()
def group() -> None:
    """Hold the verbs of ``kg link``, also while there is only one."""


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
    decisions = read_links([path for path in (out / LINKS, out / REVIEW) if path.exists()])
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
