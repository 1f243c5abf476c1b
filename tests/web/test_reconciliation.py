"""The reconciliation service: what OpenRefine asks, one after the other, and that each answer is valid against the schemas of the API where they are at hand."""

from __future__ import annotations

import csv
import html
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema  # type: ignore[import-untyped] # it has no types
import pytest
from referencing import Registry
from referencing.jsonschema import DRAFT6
from tests.link.test_reconcile import short
from tests.web.conftest import Answer, Running

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "w3c" / "reconciliation" / "0.2"
ELSEWHERE: dict[str, Any] = {"definitions": {"securityDefinitions": {"additionalProperties": {}}}}
"""What a schema that is not at hand says: anything goes."""
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
with (Path(__file__).parents[1] / "link" / "reconcile.csv").open(encoding="utf-8", newline="") as _stream:
    CASES = list(csv.DictReader(_stream))
needs_schemas = pytest.mark.skipif(not SCHEMAS.exists(), reason="needs ../shared/w3c/reconciliation, which is not there")


def broken(name: str, value: object) -> list[str]:
    """What in a value breaks a schema of the API; those that a schema names are at hand, those of others take anything."""

    def schema(uri: str) -> Any:
        path = SCHEMAS / "schemas" / uri.rpartition("/")[2]
        return DRAFT6.create_resource(json.loads(path.read_text(encoding="utf-8")) if path.exists() else ELSEWHERE)

    registry: Registry[Any] = Registry(retrieve=schema)  # type: ignore[call-arg]
    wanted = json.loads((SCHEMAS / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return [error.message for error in jsonschema.Draft6Validator(wanted, registry=registry).iter_errors(value)]


def post(service: Running, **fields: object) -> Answer:
    body = urlencode({name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for name, value in fields.items()})
    return service.ask("POST", "/reconcile?lang=ja", FORM, body.encode())


def candidates(service: Running, **query: object) -> list[dict[str, Any]]:
    answer = post(service, queries={"q0": query})
    assert answer.status == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["q0"]["result"]
    return found


def test_a_client_goes_from_the_manifest_to_the_page(service: Running) -> None:
    manifest = service.get("/reconcile?lang=ja").json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://w3id.org/tsunagi/"
    assert service.get("/reconcile").headers["access-control-allow-origin"] == "*"
    kinds = [one["id"] for one in manifest["defaultTypes"]]
    (found,) = candidates(service, query="熊本市", type=kinds[0])
    assert (found["id"], found["match"], found["type"][0]["id"]) == ("id/government/431001", True, kinds[0])
    preview = service.get(manifest["preview"]["url"].replace("{{id}}", quote(found["id"], safe="")).removeprefix(service.address))
    assert preview.status == 200
    assert "frame-ancestors" not in preview.headers["content-security-policy"]
    assert "熊本市" in preview.text
    view = service.get(manifest["view"]["url"].replace("{{id}}", quote(found["id"], safe="")).removeprefix(service.address))
    assert (view.status, view.headers["location"]) == (303, f"{service.address}/{found['id']}")
    assert service.get(f"/{found['id']}", Accept="text/html").status == 200
    for kind, prefix in (("entity", "熊本"), ("property", "コード"), ("type", "団")):
        suggest = manifest["suggest"][kind]
        path = suggest["service_url"].removeprefix(service.address) + suggest["service_path"]
        assert service.get(f"{path}?prefix={quote(prefix)}&lang=ja").json()["result"], kind
    flyout = manifest["suggest"]["entity"]["flyout_service_path"].replace("${id}", quote(found["id"], safe=""))
    assert service.get(flyout).json()["id"] == found["id"]
    proposed = manifest["extend"]["propose_properties"]
    path = proposed["service_url"].removeprefix(service.address) + proposed["service_path"]
    names = [one["id"] for one in service.get(f"{path}?type={kinds[0]}").json()["properties"]]
    assert "tsu:localGovernmentCode" in names
    extended = post(service, extend={"ids": [found["id"]], "properties": [{"id": name} for name in names]}).json()
    assert extended["rows"][found["id"]]["tsu:localGovernmentCode"] == [{"str": "431001"}]
    assert extended["rows"][found["id"]]["tsu:governs"] == [{"id": "id/area/431001", "name": "熊本市"}]


def test_names_mean_the_same_as_on_the_command_line(service: Running) -> None:
    queries = {
        str(number): {
            "query": case["name"],
            "type": case["type"],
            "properties": [{"pid": "prefecture", "v": case["prefecture"]}] if case["prefecture"] else [],
        }
        for number, case in enumerate(CASES)
        if case["name"].strip()
    }
    answers = post(service, queries=queries).json()
    assert len(answers) == len(queries) > 20
    for number in queries:
        case = CASES[int(number)]
        matched = [short(one["id"]) for one in answers[number]["result"] if one["match"]]
        assert matched == [case["expected"]] * bool(case["expected"]), case


def test_of_two_none_is_chosen_silently(service: Running) -> None:
    both = candidates(service, query="府中市")
    assert [one["match"] for one in both] == [False, False]
    for value in ("広島県", "広島", {"id": "id/government/340006", "name": "広島県"}, ["広島県"]):
        (only,) = candidates(service, query="府中市", properties=[{"pid": "prefecture", "v": value}])
        assert (only["id"], only["match"]) == ("id/government/342084", True)
    assert candidates(service, properties=[{"pid": "code", "v": "010006"}])[0]["id"] == "id/government/010006"
    other = candidates(service, query="青森県", properties=[{"pid": "code", "v": "010006"}])
    assert [one["match"] for one in other] == [False]  # name and code contradict each other
    assert candidates(service, query="どこにもない名前の自治体") == []
    assert len(candidates(service, query="府中市", limit=1)) == 1


def test_labels_come_in_the_language_that_is_asked_for(service: Running) -> None:
    for language, name in (("ja", "就労支援"), ("en", "employment support")):
        queries = {"q": {"query": "就労支援", "type": "concept"}}
        answer = service.get(f"/reconcile?{urlencode({'queries': json.dumps(queries), 'lang': language})}").json()
        assert answer["q"]["result"][0]["name"] == name
    extended = service.get(f"/reconcile?{urlencode({'extend': json.dumps({'ids': ['id/government/010006'], 'properties': [{'id': 'rdfs:label'}]}), 'lang': 'en'})}")  # fmt: skip
    assert extended.json()["rows"]["id/government/010006"]["rdfs:label"] == [{"str": "Hokkaido"}]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"queries": "nothing"}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": '{"q": 1}'}, 400),
        ({"queries": '{"q": {}}'}, 400),
        ({"queries": '{"q": {"query": 5}}'}, 400),
        ({"queries": json.dumps({"q": {"query": "長" * 501}})}, 400),
        ({"queries": json.dumps({str(number): {"query": "熊本市"} for number in range(101)})}, 413),
        ({"queries": "[" * 50_000}, 400),
        ({"extend": "{}"}, 400),
        ({"extend": '{"ids": "x", "properties": []}'}, 400),
        ({"extend": '{"ids": ["id/government/010006"], "properties": ["x"]}'}, 400),
    ],
)
def test_what_is_no_query_is_refused(service: Running, fields: dict[str, str], status: int) -> None:
    answer = post(service, **fields)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_hostile_keys_and_properties_find_nothing(service: Running) -> None:
    asked = {
        "ids": ["id/x> ?p ?o } #", "id/government/010006"],
        "properties": [{"id": "tsu:governs> <y"}, {"id": "nobody:x"}, {"id": "tsu:governs"}],
    }
    answer = post(service, extend=asked).json()
    assert answer["rows"]["id/x> ?p ?o } #"] == {"tsu:governs> <y": [], "nobody:x": [], "tsu:governs": []}
    for below in ("preview", "flyout", "view"):
        assert service.get(f"/reconcile/{below}?id={quote('<script>')}").status == 404
    assert service.get("/reconcile/nothing").status == 404
    assert service.ask("PUT", "/reconcile", {}, b"x").status == 405
    assert service.ask("POST", "/reconcile", {"Content-Type": "text/plain"}, b"x").status == 400


@needs_schemas
def test_answers_are_valid_against_the_schemas_of_the_api(service: Running) -> None:
    queries = {"q0": {"query": "府中市"}, "q1": {"query": "就労支援", "type": ["concept"], "limit": 3}}
    properties = service.get("/reconcile/properties?type=organization").json()
    told = {
        "manifest": service.get("/reconcile").json(),
        "reconciliation-query-batch": queries,
        "reconciliation-result-batch": post(service, queries=queries).json(),
        "data-extension-property-proposal": properties,
        "data-extension-response": post(
            service, extend={"ids": ["id/government/010006"], "properties": properties["properties"][:5]}
        ).json(),
        "suggest-entities-response": service.get(f"/reconcile/suggest/entity?prefix={quote('愛知')}").json(),
        "suggest-properties-response": service.get("/reconcile/suggest/property?prefix=").json(),
        "suggest-types-response": service.get("/reconcile/suggest/type?prefix=").json(),
    }
    for name, answer in told.items():
        assert broken(name, answer) == [], name
    for name in ("manifest", "reconciliation-query-batch", "data-extension-response"):
        invalid = sorted((SCHEMAS / "examples" / name / "invalid").glob("*.json"))
        assert any(broken(name, json.loads(path.read_text(encoding="utf-8"))) for path in invalid), name


def test_the_flyout_escapes_what_it_tells(service: Running) -> None:
    answer = service.get(f"/reconcile/flyout?id={quote('id/government/010006')}").json()
    assert "<script" not in answer["html"]
    assert html.unescape(answer["html"]) == answer["html"]
