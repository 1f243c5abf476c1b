"""Parameters of a stored question as they are typed: ``--param NAME=VALUE``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable


def values(params: Iterable[str]) -> dict[str, str]:
    """Values by name. Raises QueryError where one is not ``NAME=VALUE``."""
    found = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name:
            raise QueryError(f"--param は NAME=VALUE の形で書いてください（「{param}」）。", f"--param takes NAME=VALUE, not {param!r}")
        found[name.strip()] = value.strip()
    return found
