"""Tables of any size in the genre of the embedded one: other programmes, governments, contractors and figures, sums that still add up."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from kg import resources
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LEGAL_FORM = re.compile(r"[(（](?:社福|特非|一社|公社|株)[)）] ?")
_FIGURE = re.compile(r"\d[\d,]*(?=人|名|件|回|部|社|団体|機関|セット|地区)")
_NAMES = [
    "あさひ",
    "みどり",
    "ひかり",
    "つばさ",
    "きずな",
    "ふたば",
    "わかば",
    "いずみ",
    "のぞみ",
    "めぐみ",
    "こだま",
    "ほくと",
    "すずらん",
    "さくら",
    "かえで",
]


def tables(copies: int, seed: int = 1) -> Iterator[str]:
    """Yield the embedded table ``copies`` times, each time another programme with other governments, contractors and figures."""
    source = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    chance = random.Random(seed)
    here = sorted({place.name for place in gazetteer().places if place.name in source}, key=lambda name: (-len(name), name))
    others = sorted({place.name for place in gazetteer().places if place.name not in source and len(gazetteer().resolve(place.name)) == 1})
    for copy in range(copies):
        chosen = dict(zip(here, chance.sample(others, len(here)), strict=True))
        text = _renamed(source, chosen)
        factor = chance.randint(1, 9)
        text = "\n".join(_scaled(line, factor) for line in text.split("\n"))
        text = _LEGAL_FORM.sub(rf"\g<0>{chance.choice(_NAMES)}", text)
        yield text.replace("地域再犯防止推進モデル事業", f"第{copy + 1}次地域再犯防止推進事業")


def _renamed(text: str, names: dict[str, str]) -> str:
    """Put each government's new name where its old one stands; a longer name comes before one that it contains."""
    return re.sub("|".join(map(re.escape, names)), lambda match: names[match.group()], text)


def _scaled(line: str, factor: int) -> str:
    """Multiply the figures of the last cell: sums stay right."""
    head, tab, results = line.rpartition("\t")
    return head + tab + _FIGURE.sub(lambda match: f"{int(match.group().replace(',', '')) * factor:,}", results) if "■" in results else line


def write(path: Path, copies: int) -> None:
    """Write ``copies`` tables into one file, without holding them all."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        for table in tables(copies):
            stream.write(table + "\n")
