"""The engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import EngineError
from kg.validate.engines.pyshacl import PyShaclEngine
from kg.validate.engines.shifty import ShiftyEngine
from kg.validate.engines.store.engine import StoreEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.validate.engines.port import Engine

ENGINES: dict[str, Callable[[], Engine]] = {
    StoreEngine.name: StoreEngine,
    PyShaclEngine.name: PyShaclEngine,
    ShiftyEngine.name: ShiftyEngine,
}


def engine(name: str = StoreEngine.name) -> Engine:
    """The engine of that name, or the one in the store. Raises EngineError where there is none, or where its package is not installed."""
    if name not in ENGINES:
        known = ", ".join(ENGINES)
        raise EngineError(
            f"検証エンジン {name} はありません。使えるのは {known} です。",
            f"there is no engine {name}; choose one of {known}",
        )
    return ENGINES[name]()
