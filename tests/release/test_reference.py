"""Every place is in a release as if it had been checked and reasoned over one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.reference import reference_quads
from kg.release.graph import write_body
from kg.release.inference import inferred_lines
from kg.release.reference import Reference
from kg.release.release import Release
from kg.settings import BASE, Settings
from kg.store.port import Solutions, lexical
from kg.store.working import WorkingStore
from kg.text.places import gazetteer
from kg.validate.engines.store.engine import StoreEngine
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

INFERRED = NamedNode(f"{BASE}graph/inferred")


def whole(place: Path) -> WorkingStore:
    """A graph without documents and with every place, which nothing is left out of."""
    body = write_body([], place, Settings())
    body.write_bytes(body.read_bytes() + b"".join(Reference(BASE).lines()))
    return WorkingStore.load(body, place / "store")


def test_all_that_is_said_of_places_conforms(tmp_path: Path) -> None:
    store = whole(tmp_path)
    assert gathered(store.engine, StoreEngine(), load_shapes(shape_files(), BASE), BASE).findings == []


@pytest.mark.full
@pytest.mark.parametrize("named", [set(), {place.code for place in gazetteer().places if place.code < "131041"}], ids=["none", "some"])
def test_what_follows_of_specimens_follows_of_all(tmp_path: Path, named: set[str]) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    alone.mkdir()
    together.mkdir()
    wanted = list(inferred_lines(whole(alone), INFERRED, alone / "reasoning"))
    reference = Reference(BASE)
    body = write_body([], together, Settings())
    described = lines_of(quad for quad in reference_quads(Minter(BASE)) if any(f"/{code}" in str(quad.subject) for code in named))
    body.write_bytes(body.read_bytes() + b"".join(described) + b"".join(reference.specimens(named)))
    found = inferred_lines(WorkingStore.load(body, together / "store"), INFERRED, together / "reasoning", reference)
    assert list(found) == wanted


SELECT = """PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX org: <http://www.w3.org/ns/org#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
  SELECT %s WHERE { %s }"""


def answers(release: Release, what: str, where: str) -> list[str]:
    found = release.store().query(SELECT % (what, where))
    assert isinstance(found, Solutions)
    return [lexical(row[0]) for row in found.rows]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (
            "?x a tsu:LocalGovernment ; tsu:localGovernmentCode ?c ; tsu:corporateNumber ?n ; tsu:reading ?k ; tsu:governs/tsu:areaCode ?c",
            1788,
        ),
        ("?x a tsu:Municipality ; tsu:governs/tsu:locatedIn/tsu:governedBy/a tsu:Prefecture", 1741),
        ("?x a org:FormalOrganization, tsu:LocalGovernment ; org:identifier ?code ; owl:sameAs ?body", 1788),
        ("?x a tsu:AdministrativeArea ; skos:exactMatch ?area ; tsu:governedBy ?government", 1788),
        ("?x a tsu:AdministrativeArea ; skos:closeMatch ?item", 1768),
        ("?x a tsu:AdministrativeArea ; tsu:isoCode ?iso", 47),
        ("?x a tsu:AreaChange", 1394),
    ],
)
def test_the_release_knows_every_government_with_its_area_and_what_follows(release: Release, where: str, count: int) -> None:
    assert answers(release, "(COUNT(DISTINCT ?x) AS ?n)", where) == [str(count)]


def test_former_places_lead_to_those_of_today(release: Release) -> None:
    where = '?then rdfs:label "清水市"@ja ; dcterms:isReplacedBy+ ?today . ?government tsu:governs ?today ; tsu:localGovernmentCode ?code'
    assert answers(release, "?code", where) == ["221007"]


def test_no_government_is_the_same_as_its_area(release: Release) -> None:
    assert answers(release, "?x", "?x a tsu:AdministrativeArea . { ?x owl:sameAs ?y } UNION { ?y owl:sameAs ?x }") == []
