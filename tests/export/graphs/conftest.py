"""The views that every format is tried with: those of the embedded release, an answer, an empty one, and texts as bad as texts get."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.export.graphs.small import small_store

from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.views import View
from kg.release.release import Release
from kg.settings import BASE

CASES = {
    "everything": ("everything", "ja"),
    "network": ("network", "en"),
    "an answer": ("entry-support", "ja"),
    "an empty answer": ("reoffending-and-outcomes", "en"),
}
SMALL = {"hostile": "everything", "hostile network": "network"}


@pytest.fixture(scope="session")
def views(release: Release) -> dict[str, View]:
    """Views by the names of the cases, each asked for once."""
    found = {case: chosen_view(release.store(), BASE, name, {}, language) for case, (name, language) in CASES.items()}
    found |= {case: chosen_view(small_store(), BASE, name, {}, "ja") for case, name in SMALL.items()}
    found["nothing"] = chosen_view(small_store({}), BASE, "network", {}, "ja")
    return {case: kept(view) for case, view in found.items()}


def kept(view: View) -> View:
    nodes, edges = list(view.nodes()), list(view.edges())
    return replace(view, nodes=lambda: iter(nodes), edges=lambda: iter(edges))


@pytest.fixture(params=[*CASES, *SMALL, "nothing"])
def view(request: pytest.FixtureRequest, views: dict[str, View]) -> View:
    return views[request.param]
