"""pySHACL, the reference engine: slow, and what the others are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
from rdflib import Graph

from kg.errors import VocabularyError
from kg.store.rdflib_graph import as_graph, quiet
from kg.validate.engines.report import read_report
from kg.validate.shapes import with_own_targets

if TYPE_CHECKING:
    from kg.validate.engines.port import Result


class PyShaclEngine:
    """SHACL Core and SPARQL constraints as pySHACL sees them; neither rules, functions nor owl:imports."""

    name = "pyshacl"

    def results(self, data: ox.Store, shapes: Graph) -> set[Result]:
        """All results; empty where the data conform. Raises VocabularyError where pySHACL refuses the shapes."""
        with quiet():
            try:
                conforms, report, said = pyshacl.validate(as_graph(data), shacl_graph=with_own_targets(shapes), inplace=True)
            except Exception as error:  # pySHACL and rdflib raise bare ones too, for a prefix that is not declared for instance
                raise refused(self.name, error) from error
        if not isinstance(report, Graph):
            raise refused(self.name, said)
        return set() if conforms else read_report(report.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)


def refused(engine: str, said: object) -> VocabularyError:
    """The error of shapes that an engine does not take."""
    return VocabularyError(
        f"検証エンジン {engine} がこの SHACL の形を受け付けません（{said}）。形の定義を直してください。",
        f"the engine {engine} refuses these shapes ({said}); correct them",
    )
