"""What is to be identified: a body that a release names, with what the release knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Subject:
    """A body as a release names it.

    ``key`` is its IRI without ``{base}id/``; ``name`` its legal name; ``other_names`` those that the registry of names gives as the right ones;
    ``prefectures`` where it is active; ``date`` of the oldest table that names it; ``since`` the first day of the fiscal year in which the first of its projects began; ``cell`` where the name stands; ``code`` the code of a local government,
    whose corporate number follows from it.
    """

    key: str
    name: str
    other_names: tuple[str, ...] = ()
    prefectures: frozenset[str] = frozenset()
    date: dt.date | None = None
    cell: str = ""
    code: str = ""
    since: dt.date | None = None
