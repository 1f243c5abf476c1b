"""The interface for programs: its description is valid, everything that it describes is there, and everything that is there is described."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.json_schema import broken
from tests.servers import oxigraph
from tests.web.conftest import Running, start

from kg.export.graphs.views import view_names
from kg.queries.stored import stored_queries
from kg.release.loading import load
from kg.release.release import Release
from kg.search.entries import FACETS
from kg.store.targets import Addresses
from kg.web.media import NETWORKS

QUESTIONS = stored_queries("question")
FORMS = ("csv", "xlsx", "json")
LISTED = {"function", "type", "target", "stage", "referrer", "government", "kind", "figures"}
"""Conditions whose values the description lists."""


@pytest.fixture(scope="module")
def interface(service: Running) -> dict[str, Any]:
    answer = service.get("/openapi.json")
    assert answer.status == 200
    OpenAPIV31SpecValidator(answer.json()).validate()
    return answer.json()


def filled(path: str, operation: dict[str, Any]) -> list[str]:
    """The addresses that a path stands for; of the networks of questions one in each format, and each question in one format."""
    choices = {one["name"]: one["schema"]["enum"] for one in operation["parameters"] if one["in"] == "path"}
    if "question" in choices:
        pairs = [(choices["question"][0], form) for form in choices["format"]] + [
            (slug, choices["format"][2]) for slug in choices["question"]
        ]
        return [path.format(question=slug, format=form) for slug, form in dict.fromkeys(pairs)]
    return [path.format(**dict(zip(choices, values, strict=True))) for values in itertools.product(*choices.values())]


def test_all_that_can_be_had_is_described(interface: dict[str, Any]) -> None:
    paths = {f"/questions/{slug}.{form}" for slug in QUESTIONS for form in FORMS}
    paths |= {f"/{name}.{form}" for name in ("search", "compare", "map", "timeline") for form in FORMS}
    assert set(interface["paths"]) == paths | {"/networks/{view}.{format}", "/networks/questions/{question}.{format}"}
    operations = [operations["get"] for operations in interface["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    named = {one["name"]: one["schema"].get("enum") for path in interface["paths"] for one in interface["paths"][path]["get"]["parameters"] if one["in"] == "path"}  # fmt: skip
    assert named == {"view": view_names(), "question": list(QUESTIONS), "format": [form.name for form in NETWORKS]}


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.full)])
def test_all_that_is_described_is_there(service: Running, interface: dict[str, Any], step: int) -> None:
    """One address of each path and each twelfth of all; in make test-full all of them."""
    every = 0
    for path, operations in interface["paths"].items():
        content = operations["get"]["responses"]["200"]["content"]
        addresses = filled(path, operations["get"])
        every += len(addresses)
        for address in addresses[::step]:
            answer = service.get(address)
            assert answer.status == 200, (address, answer.text)
            media = answer.headers["content-type"].partition(";")[0]
            assert media in content
            if media == "application/json":
                assert broken(json.loads(answer.body), content[media]["schema"], {}) == [], address
    assert every == 3 * len(QUESTIONS) + 12 + 2 * len(NETWORKS) + len(NETWORKS) + len(QUESTIONS) - 1


@pytest.mark.parametrize("name", ["search", "compare", "map", "timeline"])
def test_the_parameters_are_those_that_are_taken(service: Running, interface: dict[str, Any], name: str) -> None:
    described = {one["name"]: one for one in interface["paths"][f"/{name}.json"]["get"]["parameters"]}
    for parameter in {*FACETS, "q", "lang", "colour"}:
        schema = described[parameter]["schema"] if parameter in described else {}
        items = schema.get("items", schema)
        value = next(filter(None, items.get("enum", [])), "ja" if parameter == "lang" else "x")
        status = service.get(f"/{name}.json?{urlencode({parameter: value})}").status
        taken = parameter in described
        assert status == (200 if taken else 400), (parameter, value)


def test_values_are_listed_where_they_are_known(service: Running, interface: dict[str, Any]) -> None:
    schemas = interface["components"]["schemas"]
    described = {one["name"]: one["schema"] for one in interface["paths"]["/search.json"]["get"]["parameters"]}
    facets = json.loads(service.get("/search.json?kind=intervention").body)["facets"]
    assert set(described) == {*FACETS, "q", "lang"}
    for facet in FACETS:
        items = described[facet]["items"]
        values = schemas[items["$ref"].rpartition("/")[2]]["enum"] if "$ref" in items else items.get("enum")
        assert (values is not None) == (facet in LISTED), facet
        if values is not None:
            assert {found["value"] for found in facets[facet]} <= set(values)
    (compared,) = (one["schema"] for one in interface["paths"]["/compare.json"]["get"]["parameters"] if one["name"] == "government")
    assert compared["maxItems"] == 4


@pytest.mark.full
def test_what_cannot_be_searched_is_not_described(release: Release, tmp_path: Path) -> None:
    with oxigraph(tmp_path / "store") as server:
        load(release, Addresses(server.query, server.update, server.graph_store), 60, lambda *_: None)
        running = start(None, tmp_path / "log", "--store", server.query)
        try:
            found = running.get("/openapi.json").json()
            assert running.get("/search.json?q=x").status == 404
        finally:
            running.stop()
    OpenAPIV31SpecValidator(found).validate()
    others = {path for path in found["paths"] if not path.startswith(("/questions/", "/networks/"))}
    assert others == {f"/timeline.{form}" for form in FORMS}
