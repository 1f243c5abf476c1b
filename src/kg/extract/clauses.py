"""An item's text cut into clauses, one for each thing that is done: 「ケース会議を開催し、」|「つなぎ支援を実施。」."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# A verb of doing that goes on to the next thing, and words that begin another thing.
_CUT = re.compile(
    r"(?:開催|実施|設置|開設|作成|制作|配置|提供|派遣|配布|配付|策定|構築|発行|運営|養成|支給|開放|助成|用意|説明)(?:し|する(?:とともに|ほか|など))、"
    r"|を(?:行い|設け|開き|開いて|作り|つくり|行うほか|行うとともに|出し|募り)、|とともに、|するほか、|[うくすつぬむるいた]ほか、|(?<=。)(?:また|さらに|あわせて|加えて|併せて)、?|。"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Bounds of one clause in the text it was cut from."""

    begin: int
    end: int


def clauses(text: str) -> list[Clause]:
    """Clauses of folded ``text`` in order; brackets are never cut open."""
    depths = list(itertools.accumulate((char in "(「【") - (char in ")」】") for char in text))
    bounds = [0, *(match.end() for match in _CUT.finditer(text) if depths[match.end() - 1] <= 0), len(text)]
    return [Clause(a, b) for a, b in itertools.pairwise(bounds) if text[a:b].strip()]


_SEGMENT = re.compile(r"(?<=[にてしはをがばり際])、|。|\((?=[^)]*も対象)")


def segments(text: str, clause: Clause) -> list[Clause]:
    """Comma segments of a clause: a comma inside a list of nouns does not cut."""
    cuts = [m.end() for m in _SEGMENT.finditer(text, clause.begin, clause.end)]
    bounds = [clause.begin, *cuts, clause.end]
    return [Clause(a, b) for a, b in itertools.pairwise(bounds) if b > a]
