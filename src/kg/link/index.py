"""Which rows of the register may be about a body that is looked for: a quick look at each row's name, so that hardly any is read further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.names import comparable, differ_in_one, doubtful, without_branch
from kg.text.codes import local_government_corporate_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.link.names import ComparableName
    from kg.link.subjects import Subject

_SHORTEST = 4
"""Characters that a name without its form must have for one that differs in one of them to be worth a look."""
_ENDS = 2
"""Characters at one end of a name that are the same in a name that differs in one character."""


class SubjectIndex:
    """Bodies that are looked for, by their names, and by the ends of their names where they are active."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self._by_core: dict[str, list[Subject]] = {}
        self._by_end: dict[tuple[str, str], list[tuple[Subject, ComparableName]]] = {}
        self._numbers: set[str] = set()
        for subject in subjects:
            if subject.code:
                self._numbers.add(local_government_corporate_number(subject.code))
                continue
            for name in {comparable(name) for name in (subject.name, *subject.other_names)}:
                for core in filter(None, (name.doubtful, doubtful(without_branch(name.core)))):
                    self._by_core.setdefault(core, []).append(subject)
                for end in self._ends(name.doubtful):
                    for prefecture in subject.prefectures:
                        self._by_end.setdefault((prefecture, end), []).append((subject, name))
        self._prefectures = {prefecture for prefecture, _ in self._by_end}

    def wants(self, number: str, name: str, prefecture: str) -> bool:
        """Whether a row may be about one of the bodies."""
        if number in self._numbers:
            return True
        asked = comparable(name)
        return asked.doubtful in self._by_core or any(True for _ in self._near(asked, prefecture))

    def found(self, name: str, prefecture: str) -> Iterator[Subject]:
        """The bodies that a row may be about, each once."""
        asked = comparable(name)
        subjects = [*self._by_core.get(asked.doubtful, ()), *self._near(asked, prefecture)]
        yield from {subject.key: subject for subject in subjects}.values()

    def _near(self, asked: ComparableName, prefecture: str) -> Iterator[Subject]:
        """Bodies active in ``prefecture``, of the same form, whose name differs in one character."""
        if prefecture not in self._prefectures:
            return
        for end in self._ends(asked.doubtful):
            for subject, name in self._by_end.get((prefecture, end), ()):
                if name.form == asked.form and differ_in_one(name.doubtful, asked.doubtful):
                    yield subject

    @staticmethod
    def _ends(core: str) -> tuple[str, ...]:
        return (f"{core[:_ENDS]}…", f"…{core[-_ENDS:]}") if len(core) >= _SHORTEST else ()
