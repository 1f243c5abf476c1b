"""Shifty, an engine in Rust (package pyshifty, extra ``fast``): the second opinion that costs seconds where pySHACL takes minutes."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import EngineError
from kg.validate.engines.pyshacl import refused
from kg.validate.engines.report import read_report

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.validate.engines.port import Result


class ShiftyEngine:
    """SHACL Core and SPARQL constraints as Shifty sees them; no rules."""

    name = "shifty"

    def __init__(self) -> None:
        """Raises EngineError where Shifty is not installed."""
        if find_spec("shifty") is None:
            raise EngineError(
                "検証エンジン shifty（パッケージ pyshifty）がありません。pip install 'tsunagi-kg[fast]' で入れてください。",
                "the engine shifty (package pyshifty) is missing; install it with pip install 'tsunagi-kg[fast]'",
            )
        # the module's own Python reads a report with rdflib, which gives every blank node of the data another name
        self._native = import_module("shifty._shifty")
        self._prepared: tuple[bytes, Any] = (b"", None)

    def results(self, data: ox.Store, shapes: Graph) -> set[Result]:
        """All results; empty where the data conform. Raises VocabularyError where Shifty refuses the shapes."""
        text = ox.serialize((quad.triple for quad in data), format=ox.RdfFormat.N_TRIPLES)
        try:
            found = self._validator(shapes).validate_w3c(text, data_format="nt", graph_mode="data", run_infer=False, on_unsupported="error")
        except (ValueError, RuntimeError) as error:
            raise refused(self.name, error) from error
        if found.diagnostics:
            raise refused(self.name, "; ".join(found.diagnostics))
        return set() if found.conforms else read_report(found.report_turtle.encode(), ox.RdfFormat.TURTLE)

    def _validator(self, shapes: Graph) -> Any:
        """The validator of the shapes, made anew only where they are others than the last ones."""
        text = shapes.serialize(format="nt", encoding="utf-8")
        if text != self._prepared[0]:
            self._prepared = (text, self._native.PreparedValidator(text, None, "nt"))
        return self._prepared[1]
