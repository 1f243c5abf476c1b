"""``kg place``."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.speech import LanguageOption, chosen
from kg.errors import UsageError
from kg.text.carrying import Asked, carried
from kg.text.chronicle import chronicle
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from kg.text.chronicle import AreaChange, Linked, RecordedPlace, Resolution, Resolved

EXAMPLE = "例 / examples:  kg place 清水市 --on 2000-04-01  |  kg place 東村 --prefecture 群馬県  |  kg place 22204 浦和市 --json"


def command(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="市区町村などの名前か、5桁または6桁のコード。 Names, or codes of five or six digits."),
    ],
    on: Annotated[str, typer.Option(metavar="DATE", help="その名前やコードの日（2000-04-01）。 The day of names and codes.")] = "",
    prefecture: Annotated[str, typer.Option(help="都道府県。 Prefecture in which they lie.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON で出力する。 Print JSON.")] = False,
    lang: LanguageOption = None,
) -> None:
    """昔の市町村の名前やコードが今のどこかを示す。 Say what a name or code of any year since 1970 is today, and what today's place was."""
    language, day = chosen(lang), _day(on)
    resolved = {name: chronicle().resolve(name, day, prefecture) for name in names}
    if as_json:
        typer.echo(json.dumps([_contents(name, found) for name, found in resolved.items()], ensure_ascii=False, indent=2))
    else:
        for name, found in resolved.items():
            typer.echo("\n".join(_said(name, found, language)))
        if day and len(names) > 1:
            typer.echo("\n".join(_overlaps([Asked(name, prefecture) for name in names], day, language)))
    if any(found.decided is None for found in resolved.values()):
        sys.exit(1)


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--on の「{text}」は日付ではありません。2000-04-01 のように書いてください。",
            f"--on {text!r} is no date; write it like 2000-04-01",
        ) from None


def _said(name: str, resolved: Resolved, language: str) -> list[str]:
    ja = language == "ja"
    if not resolved.candidates:
        return [
            f"{name}: "
            + ("1970年以降のその名前やコードの市区町村はありません。" if ja else "no place since 1970 (on that day) has this name or code")
        ]
    found = resolved.decided
    if found is None:
        told = (
            "一つに決まりません。--on か --prefecture で絞ってください。"
            if ja
            else "could be several places; narrow it with --on or --prefecture"
        )
        return [f"{name}: {told}", *(f"  ? {_place(one.then, language)}" for one in resolved.candidates)]
    lines = [f"{name}: {_place(found.then, language)}"]
    if not found.today:
        lines.append("  → " + ("今はありません（廃止）。" if ja else "gone (abolished)"))
    for linked in found.today:
        lines += _linked("→", linked, language)
        if not linked.changes:
            for origin in chronicle().origins(linked.place):
                lines += _linked("←", origin, language)
    return lines


def _linked(arrow: str, linked: Linked, language: str) -> list[str]:
    part = "" if not linked.part else "（一部）" if language == "ja" else " (part)"
    return [f"  {arrow} {_place(linked.place, language)}{part}", *(f"      {change.date}  {change.record}" for change in linked.changes)]


def _place(place: RecordedPlace, language: str) -> str:
    ja = language == "ja"
    before = "".join(dict.fromkeys((place.prefecture, place.within)))
    name = place.name if place.kind == "prefecture" else before + place.name
    begins = f"{place.valid_from} " + ("から" if ja else "on") if place.valid_from else ""
    ends = ("" if not place.valid_until else f"{place.valid_until} " + ("まで" if ja else "ended")).strip()
    return f"{name} {place.code}" + (f" [{', '.join(filter(None, (begins, ends)))}]" if begins or ends else "")


def _overlaps(places: list[Asked], day: dt.date, language: str) -> list[str]:
    """What of the figures of ``places`` may be added for each government of today, and what may not."""
    ja, found = language == "ja", carried(places, day)
    lines = [("足して今の自治体の数にできるもの：" if ja else "figures that add up to one of a government of today:")]
    lines += [
        f"  {gazetteer().by_code[code].name} {code} = " + " + ".join(one.text for one in names)
        for code, names in found.by_government.items()
    ]
    for one in found.left_out:
        beside = f" ({one.beside.text})" if one.beside else f" ({', '.join(one.governments)})" if one.governments else ""
        lines.append(f"  × {one.asked.text}: {_REASONS[one.reason][0 if ja else 1]}{beside}")
    return lines


_REASONS = {
    "unknown": ("その日にその名前やコードの所はない", "no place of that day has this name or code"),
    "undecided": ("一つに決まらない", "could be several places"),
    "same": ("同じ所が二度ある", "the same place, given twice"),
    "within": ("広い方の数に含まれる", "its figure is part of that of the wider place"),
    "divided": ("今は複数の自治体に分かれている", "lies in several governments of today"),
    "dissolved": ("今はない", "is gone"),
}


def _contents(name: str, resolved: Resolved) -> dict[str, Any]:
    found = resolved.decided
    return {
        "asked": name,
        "decided": found is not None,
        "candidates": [_resolution(one) for one in ([found] if found else resolved.candidates)],
    }


def _resolution(found: Resolution) -> dict[str, Any]:
    return {
        "then": _facts(found.then),
        "governments": sorted(found.governments),
        "today": [_way(linked) | {"was": [_way(origin) for origin in chronicle().origins(linked.place)]} for linked in found.today],
    }


def _way(linked: Linked) -> dict[str, Any]:
    return _facts(linked.place) | {"part": linked.part, "changes": [_change(change) for change in linked.changes]}


def _change(change: AreaChange) -> dict[str, Any]:
    return {"date": change.date.isoformat(), "kinds": list(change.kinds), "record": change.record}


def _facts(place: RecordedPlace) -> dict[str, Any]:
    return {
        "code": place.code,
        "name": place.name,
        "kana": place.kana,
        "kind": place.kind,
        "within": place.within,
        "prefecture": place.prefecture,
        "valid_from": place.valid_from.isoformat() if place.valid_from else None,
        "valid_until": place.valid_until.isoformat() if place.valid_until else None,
    }
