"""Each of several documents is compared with the file that it was read from."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.release.build import build
from kg.settings import BASE, Settings
from kg.validate.nodes import Nodes
from kg.validate.text_findings import text_findings
from tests.release.test_publish import SMALL

EXACT = ox.NamedNode("http://www.w3.org/ns/oa#exact")


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph that was read from a text and, in another encoding, from the same text with another first word."""
    place = tmp_path_factory.mktemp("two")
    text = SMALL.read_text(encoding="utf-8")
    (place / "一.txt").write_text(text, encoding="utf-8")
    (place / "二.txt").write_text(text.replace("モデル事業", "試行事業"), encoding="utf-16", newline="\r\n")
    return build([place / "一.txt", place / "二.txt"], place / "release", Settings(all_places=False)).quads


@pytest.mark.parametrize("name", ["", "一.txt", "二.txt"])
def test_only_the_document_whose_quote_was_changed_is_told(name: str, quads: Path) -> None:
    store = ox.Store()
    store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    if name:
        _change_a_quote(store, name)
    assert [finding.value for finding in text_findings(Nodes(store), BASE)] == ([name] if name else [])


def _change_a_quote(store: ox.Store, name: str) -> None:
    """Put another character of the same width into a quote of the document ``name``."""
    found = store.query(
        f"""PREFIX tsu: <{BASE}ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?quote ?text {{ ?passage tsu:inDocument/tsu:fileName "{name}" ; oa:hasSelector ?quote . ?quote oa:exact ?text
        FILTER(STRLEN(?text) > 3) }} ORDER BY ?quote LIMIT 1""",
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    quote, text = next(found)
    for quad in list(store.quads_for_pattern(quote, EXACT, text, None)):
        store.remove(quad)
        store.add(ox.Quad(quad.subject, EXACT, ox.Literal("字" + text.value[1:]), quad.graph_name))
