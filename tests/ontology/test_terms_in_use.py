"""Terms of our namespace in shapes, queries, code, tests and documents are all declared; the modules keep their order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph

from kg import resources
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "benchmarks": {".py"}, "docs": {".md"}, "ontology": {".ttl", ".md"}, "queries": {".rq"}, "shapes": {".ttl"}, "src": {".py"}, "tests": {".py", ".rq", ".ru", ".ttl"},
}  # fmt: skip
NAMED = re.compile(r"""\btsu:([A-Za-z]\w*)|\bTSU\.(\w+)|\btsu\("(\w+)"\)|tsunagi/ontology#([A-Za-z]\w*)""")
MODULES = sorted(resources.path("ontology/modules").glob("*.ttl"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def declared() -> set[str]:
    graph = Graph()
    for file in ontology_files():
        graph.parse(file)
    names = {
        str(term).partition("#")[2] for kind in KINDS for term in graph.subjects(RDF.type, kind) if str(term).startswith(f"{ONTOLOGY}#")
    }
    assert names
    return names


def terms_in(text: str) -> set[str]:
    """Names of terms in any spelling: ``tsu:Finding``, ``TSU.position``, ``tsu("Cue")``, the full IRI."""
    return {name for found in NAMED.findall(text) for name in found if name}


def unknown_in(text: str, known: set[str]) -> set[str]:
    """Terms that are declared neither in the ontology nor, as in a test of how an ontology is shown, in the text itself."""
    return terms_in(text) - known - set(re.findall(r"\btsu:(\w+)\s+a\s+owl:\w+", text))


def files(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in FOLDERS[folder])


def test_a_term_is_found_in_any_spelling() -> None:
    assert terms_in('?x tsu:a1 "y"; TSU.bC; tsu("D"); <https://w3id.org/tsunagi/ontology#e> f"tsu:{name}"') == {"a1", "bC", "D", "e"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_term_in_use_is_declared(folder: str) -> None:
    known = declared()
    here = Path(__file__).name
    unknown = {path.relative_to(ROOT): unknown_in(path.read_text(encoding="utf-8"), known) for path in files(folder) if path.name != here}
    assert unknown
    assert not {path: names for path, names in unknown.items() if names}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_classes_come_first_then_properties_of_objects_data_and_annotations_each_by_name(module: Path) -> None:
    found = re.findall(r"^tsu:(\w+)\n  a owl:(\w+)", module.read_text(encoding="utf-8"), re.MULTILINE)
    order = ["Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"]
    assert found == sorted(found, key=lambda term: (order.index(term[1]), term[0])) != []


def test_every_term_stands_in_one_module_in_full() -> None:
    """As ``tsu:name`` alone on its line, followed by what it is: a term is found by searching for it."""
    names = [
        name for module in MODULES for name in re.findall(r"^tsu:(\w+)\n  a owl:\w+", module.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(names) == len(set(names))
    assert set(names) == declared()
