"""Japan as 47 squares, each coloured by how many entries of its prefecture were found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.export.answer_tables import AnswerTable
from kg.search.labels import NOTHING, facet_label, message, value_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.search.index import Wish

LEVELS = 4
"""Shades of what is more than nothing."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A prefecture: where its square stands, how many entries it has, and its shade (0 where it has none)."""

    prefecture: str
    column: int
    row: int
    count: int
    level: int

    @property
    def shown(self) -> str:
        """The count, or a dash where there is nothing to count."""
        return str(self.count) if self.count else NOTHING


@dataclass(frozen=True, slots=True)
class TileMap:
    """The squares for a wish, from north to south as the prefectures are numbered. ``address`` is where the same can be asked again."""

    wish: Wish
    tiles: Sequence[Tile]
    language: str
    release: str
    address: str

    @property
    def steps(self) -> list[tuple[int, int, int]]:
        """Level, least and most of each shade that is used."""
        return steps(self.tiles)

    @property
    def cautions(self) -> list[str]:
        """That what is not written may still be done."""
        return [message("not-written").in_language(self.language)]

    def table(self) -> AnswerTable:
        """The map as a table that can be written to a file."""
        headings = [facet_label("prefecture").in_language(self.language), message("count").in_language(self.language)]
        rows = [[value_label("prefecture", tile.prefecture).in_language(self.language), tile.shown] for tile in self.tiles]
        before = {"words": self.wish.words, "chosen": {facet: list(values) for facet, values in self.wish.chosen.items()}}
        return AnswerTable(
            "map", self.language, ["prefecture", "count"], headings, rows, self.cautions, self.release, self.address, before=before
        )


@cache
def _places() -> dict[str, tuple[int, int]]:
    rows = resources.rows("data/prefecture-tiles.csv", ("prefecture", "column", "row"))
    return {row["prefecture"]: (int(row["column"]), int(row["row"])) for row in rows}


def tiles(counts: Mapping[str, int]) -> list[Tile]:
    """A square for every prefecture, coloured by the share of the largest count; those that are not named have none."""
    most = max(counts.values(), default=0)
    return [
        Tile(prefecture, column, row, count, -(-LEVELS * count // most) if count > 0 else 0)
        for prefecture, (column, row) in _places().items()
        for count in [counts.get(prefecture, 0)]
    ]


def steps(drawn: Sequence[Tile]) -> list[tuple[int, int, int]]:
    """Level, least and most of each shade that is used."""
    counts = {level: [tile.count for tile in drawn if tile.level == level] for level in range(LEVELS + 1)}
    return [(level, min(found), max(found)) for level, found in counts.items() if found]
