"""What speaks for and against a candidate, each thing a row of data/link-evidence.csv: whether a match may be accepted with it, and what it leaves of the score."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.errors import Message, VocabularyError

_FILE = "data/link-evidence.csv"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was found, with what it was found in (a name, a date, a prefecture)."""

    code: str
    detail: str = ""

    @property
    def accepted(self) -> bool:
        """Whether a match of which this holds may be accepted without asking a person."""
        return _table()[self.code][0]

    @property
    def factor(self) -> float:
        """What it leaves of a score, from 0 to 1."""
        return _table()[self.code][1]

    @property
    def text(self) -> Message:
        """What it says, in both languages."""
        told = _table()[self.code][2]
        return Message(told.ja.replace("{detail}", self.detail), told.en.replace("{detail}", self.detail))


def score(found: tuple[Evidence, ...]) -> float:
    """The product of all factors: 1 where nothing is in doubt."""
    return math.prod(one.factor for one in found)


def told(found: tuple[Evidence, ...]) -> Message:
    """All that was found, in both languages."""
    return Message("。".join(one.text.ja for one in found), "; ".join(one.text.en for one in found))


@cache
def _table() -> dict[str, tuple[bool, float, Message]]:
    found = {}
    for number, row in enumerate(resources.rows(_FILE, ("code", "accepted", "factor", "ja", "en")), start=2):
        try:
            factor = float(row["factor"])
        except ValueError:
            factor = -1
        if not 0 <= factor <= 1 or row["accepted"] not in {"yes", "no"}:
            raise VocabularyError(
                f"{number} 行目: accepted は yes か no、factor は 0 から 1 の数にしてください。",
                f"line {number}: accepted is yes or no, factor a number from 0 to 1",
                where=_FILE,
            )
        found[row["code"]] = row["accepted"] == "yes", factor, Message(row["ja"], row["en"])
    return found
