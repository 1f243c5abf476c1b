"""Counts of a graph's statements, classes and properties, taken from sorted N-Quads lines as they pass by (VoID, W3C 2011, section 2.5)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
WHOLE = ""
"""Name under which the dataset as a whole is counted."""


@dataclass
class GraphCounts:
    """By graph IRI (``WHOLE`` for all together): statements, distinct subjects, instances of each class, statements of each property."""

    triples: Counter[str] = field(default_factory=Counter)
    subjects: Counter[str] = field(default_factory=Counter)
    classes: dict[str, Counter[str]] = field(default_factory=dict)
    properties: dict[str, Counter[str]] = field(default_factory=dict)

    def of(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Pass sorted ``lines`` on, counting them."""
        subject, seen, typed = b"", set[str](), set[bytes]()
        for line in lines:
            head, predicate, rest = line.split(b" ", 2)
            value, graph_, _ = rest.rsplit(b" ", 2)
            graph = graph_[1:-1].decode()
            if head != subject:
                subject, seen, typed = head, set(), set()
            is_type = predicate == _TYPE
            for name in (graph, WHOLE):
                self.triples[name] += 1
                self.properties.setdefault(name, Counter())[predicate[1:-1].decode()] += 1
                self.subjects[name] += name not in seen
                if is_type and (name != WHOLE or value not in typed):
                    self.classes.setdefault(name, Counter())[value[1:-1].decode()] += 1
            seen.update((graph, WHOLE))
            if is_type:
                typed.add(value)
            yield line
