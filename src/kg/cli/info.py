"""``kg info``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.speech import LanguageOption, chosen
from kg.release.release import open_release
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from kg.release.release import Release

EXAMPLE = "例 / example:  kg info --release release/"

_TABLES = {
    "projects": ("自治体の事業", "projects"), "commissions": ("委託と直営", "commissions"), "interventions": ("事業内容", "interventions"),
    "outcomes": ("活動実績", "outcomes"), "findings": ("所見", "findings"), "passages": ("出典の区間", "passages"),
}  # fmt: skip


def command(
    release: Annotated[Path, typer.Option(help="リリースのフォルダー。 Directory of the release.")] = Path("release"),
    as_json: Annotated[bool, typer.Option("--json", help="manifest を JSON で出力する。 Print the manifest as JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """リリースに何があるかを表示する。 Show what a release holds."""
    opened = open_release(release)
    typer.echo(json.dumps(opened.manifest, ensure_ascii=False, sort_keys=True) if as_json else report(opened, chosen(lang)))


def report(release: Release, language: str) -> str:
    """What a release holds, for a person."""
    ja = language == "ja"
    lines = [f"{'リリース' if ja else 'release'}: {release.path}"]
    inputs = release.manifest["inputs"]
    lines += [f"  {'入力' if ja else 'input'}: {entry['name']} ({entry['format']}, sha256 {entry['sha256'][:12]})" for entry in inputs]
    counts = release.manifest["counts"]["tables"]
    for name, labels in _TABLES.items():
        count, label = counts[name], labels[0 if ja else 1]
        lines.append(f"  {count:>6}  {label}  (tables/{name}.csv)")
    corrected = release.manifest["counts"].get("corrections", {})
    if corrected:
        cells, codes = corrected.get("cells", 0), corrected.get("codes", 0)
        lines.append(f"訂正: 欄 {cells} 件、符号 {codes} 件" if ja else f"corrections: {cells} cells, {codes} codes")
    linked = release.manifest.get("links")
    if linked:
        decided, nobody = linked["decided"], linked["about_nobody"]
        lines.append(f"結び付け: {decided} 件" if ja else f"links: {decided}")
        if nobody:
            lines.append(
                f"  うち、これらの表にない団体についてのもの {len(nobody)} 件:"
                if ja
                else f"  of which {len(nobody)} are about bodies that these tables do not name:"
            )
            lines += [f"    {one}" for one in nobody]
    for entry in release.manifest.get("imported", ()):
        nothing = len(entry["about_nothing"])
        lines.append(
            f"対応表 {entry['title']}: {entry['links']} 件（{entry['licence']}）"
            if ja
            else f"mapping set {entry['title']}: {entry['links']} links ({entry['licence']})"
        )
        if nothing:
            lines.append(
                f"  このリリースにないものについての行 {nothing} 件" if ja else f"  {nothing} of its things are not in this release"
            )
    edited = release.manifest.get("edited")
    if edited:
        count, before = len(edited["edits"]), edited["release"][:12]
        lines.append(
            f"編集: 組み立てたリリース {before} から {count} 回" if ja else f"edited: {count} times since the release {before} was built"
        )
    findings = release.manifest["counts"]["findings"]
    if findings:
        lines.append("所見の内訳:" if ja else "findings by kind:")
    for key, count in findings.items():
        severity, kind = key.split(" ")
        lines.append(f"  {count:>6}  {code_list('severity').label(severity, language)}: {code_list('finding-kind').label(kind, language)}")
    return "\n".join(lines)
