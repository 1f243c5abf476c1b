"""The colour of each class, so that a graph reads the same in every program: those of Okabe and Ito, which colour-blind people can tell apart."""

from __future__ import annotations

_COLOURS = {
    "LocalGovernment": (0, 114, 178),
    "Prefecture": (0, 114, 178),
    "City": (86, 180, 233),
    "AdministrativeArea": (86, 180, 233),
    "Department": (86, 180, 233),
    "Organization": (213, 94, 0),
    "CommunitySettlementSupportCenter": (213, 94, 0),
    "Commission": (230, 159, 0),
    "Project": (230, 159, 0),
    "Intervention": (0, 158, 115),
    "InterventionType": (0, 158, 115),
    "Outcome": (204, 121, 167),
    "OutcomeInWords": (204, 121, 167),
    "Finding": (240, 228, 66),
    "Row": (0, 0, 0),
}
_OTHER = (153, 153, 153)
"""Codes, and whatever a view names that has no colour of its own."""


def colour(class_: str, classes: tuple[str, ...] = ()) -> tuple[int, int, int]:
    """Red, green and blue of a node: by its class, else by the first of ``classes`` that has a colour.

    >>> colour("DrugAddictionRehabilitationCenter", ("DrugAddictionRehabilitationCenter", "Organization"))
    (213, 94, 0)
    """
    return next((_COLOURS[name] for name in (class_, *classes) if name in _COLOURS), _OTHER)


def hexadecimal(class_: str) -> str:
    """The colour of a class as style sheets write it.

    >>> hexadecimal("Outcome")
    '#cc79a7'
    """
    return "#{:02x}{:02x}{:02x}".format(*colour(class_))
