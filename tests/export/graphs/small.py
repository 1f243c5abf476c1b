"""A small graph whose texts are as bad as texts get: what becomes of them in each format is compared with what stands here."""

from __future__ import annotations

import pyoxigraph as ox

from kg.rdf.terms import term, tsu
from kg.settings import BASE
from kg.store.embedded import EmbeddedStore

ID = f"{BASE}id/"
TEXTS = {
    "quotes": "a \"quoted\", 'single' and “curly” \\ backslash",
    "markup": "<script>alert(1)</script> & &amp; ]]> <!-- -->",
    "lines": "first\nsecond\r\nthird\rfourth\ttab",
    "returns": "before\rafter",
    "right-to-left": "עברית العربية \u202eabc\u202c",
    "long": "長" * 5_000,
    "controls": "a\x01b\x08c\x0bd\x1fe\x7ff\ufffeg\uffff",
    "semicolons": "one; two;three",
    "spaces": "  before and after  ",
    "formula": "=1+1",
    "planes": "𠮷野家 🗾 e\u0301",
}
EDITIONS = ("2020-12", "2021-12")
GOVERNMENT = f"{ID}government/010006"


def organization(name: str) -> str:
    return f"{ID}organization/{name}"


def small_store(texts: dict[str, str] | None = None) -> EmbeddedStore:
    """One government that commissions a body for each text, in two editions of one table; one item each, of one type and another."""
    store = ox.Store()
    data, reference = (ox.NamedNode(f"{BASE}graph/{name}") for name in ("data", "reference"))

    def add(subject: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal, graph: ox.NamedNode = data) -> None:
        store.add(ox.Quad(ox.NamedNode(subject), predicate, value, graph))

    label, a = term("rdfs:label"), term("rdf:type")
    add(GOVERNMENT, a, tsu("LocalGovernment"), reference)
    add(GOVERNMENT, label, ox.Literal("北海道", language="ja"), reference)
    add(GOVERNMENT, label, ox.Literal("Hokkaido", language="en"), reference)
    for name, text in (TEXTS if texts is None else texts).items():
        add(organization(name), a, tsu("Organization"))
        add(organization(name), label, ox.Literal(text, language="ja"))
        add(organization(name), term("skos:altLabel"), ox.Literal(f"{text}!", language="ja"))
        for edition in EDITIONS:
            _commission(add, name, edition)
    for type_ in ("consultation", "training"):
        add(f"{BASE}code/intervention-type/{type_}", a, term("skos:Concept"))
    return EmbeddedStore(store)


def _commission(add: object, name: str, edition: str) -> None:
    assert callable(add)
    key = f"p/H30/010006/{edition}/{name}"
    commission, intervention, project = f"{ID}commission/{key}", f"{ID}intervention/{key}-1", f"{ID}project/p/H30/010006"
    table = f"{ID}edition/p/H30/{edition}"
    add(project, term("rdf:type"), tsu("Project"))
    add(project, tsu("undertakenBy"), ox.NamedNode(GOVERNMENT))
    add(project, tsu("hasCommission"), ox.NamedNode(commission))
    add(commission, term("rdf:type"), tsu("Commission"))
    add(commission, tsu("contractor"), ox.NamedNode(organization(name)))
    add(commission, tsu("reportedIn"), ox.NamedNode(table))
    add(commission, tsu("hasIntervention"), ox.NamedNode(intervention))
    add(intervention, term("rdf:type"), tsu("Intervention"))
    for type_ in ("consultation", "training"):
        add(intervention, tsu("interventionType"), ox.NamedNode(f"{BASE}code/intervention-type/{type_}"))
    add(table, term("rdf:type"), tsu("TableEdition"))
    add(table, tsu("cohort"), ox.Literal("H30"))
    add(table, tsu("tableDate"), ox.Literal(f"{edition}-31", datatype=term("xsd:date")))
