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
        """Pass sorted ``lines`` on, counting them; the counts are complete when the last has passed."""
        statements, subjects, instances = Counter[tuple[bytes, bytes]](), Counter[bytes](), Counter[tuple[bytes, bytes]]()
        subject, seen, typed = b"", set[bytes](), set[bytes]()
        for line in lines:
            head, predicate, rest = line.split(b" ", 2)
            at = rest.rindex(b" <")
            graph = rest[at + 2 : rest.rindex(b">")]
            if head != subject:
                subject, seen, typed = head, set(), set()
                subjects[b""] += 1
            if graph not in seen:
                seen.add(graph)
                subjects[graph] += 1
            statements[graph, predicate] += 1
            if predicate == _TYPE:
                value = rest[:at]
                instances[graph, value] += 1
                if value not in typed:
                    typed.add(value)
                    instances[b"", value] += 1
            yield line
        self._add(statements, subjects, instances)

    def _add(self, statements: Counter[tuple[bytes, bytes]], subjects: Counter[bytes], instances: Counter[tuple[bytes, bytes]]) -> None:
        for (graph, predicate), count in statements.items():
            for name in (graph.decode(), WHOLE):
                self.triples[name] += count
                self.properties.setdefault(name, Counter())[predicate[1:-1].decode()] += count
        for graph, count in subjects.items():
            self.subjects[graph.decode()] += count
        for (graph, value), count in instances.items():
            self.classes.setdefault(graph.decode(), Counter())[value[1:-1].decode()] += count
