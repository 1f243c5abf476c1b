"""Views against the graph itself, its tables and its source."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import Tables
from tests.export.graphs.small import EDITIONS, GOVERNMENT, TEXTS, organization, small_store

from kg.errors import ExportError, QueryError
from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.cytoscape import write_cytoscape
from kg.export.graphs.elements import Edge
from kg.export.graphs.gexf import write_gexf
from kg.export.graphs.graphml import write_graphml
from kg.export.graphs.neo4j import write_neo4j
from kg.export.graphs.sheets import write_csv, write_parquet, write_xlsx
from kg.export.graphs.views import View, stored_view, view_names
from kg.queries.binding import bind
from kg.queries.stored import question, stored_queries
from kg.release.release import Release
from kg.settings import BASE
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions, lexical

FORM = re.compile("[^人]{2,7}法人|(一般|公益)[社財]団法人|株式会社|有限会社|合同会社")
"""Legal forms, which the table mostly writes short."""
STATED = {f"{BASE}graph/{name}" for name in ("data", "reference", "findings", "codes", "links")}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TSU = "https://w3id.org/tsunagi/ontology#"
SCHEME = f"{BASE}code/intervention-type/"
WRITERS: dict[str, Callable[[View, Path], object]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "cytoscape": write_cytoscape,
    "neo4j": write_neo4j,
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}


def test_ids_stand_once_and_every_edge_has_both_its_nodes(view: View) -> None:
    ids, edges = [node.id for node in view.nodes()], list(view.edges())
    assert len(set(ids)) == len(ids)
    assert len({edge.id for edge in edges}) == len(edges)
    assert {end for edge in edges for end in (edge.source, edge.target)} <= set(ids)


def test_values_are_those_of_the_columns_and_every_label_is_there(view: View) -> None:
    told = [node.values for node in view.nodes()], [edge.values for edge in view.edges()]
    for of_elements, columns in zip(told, (view.node_columns, view.edge_columns), strict=True):
        for values in of_elements:
            assert set(values) <= {column.name for column in columns}
            assert values["label"]
            assert all(value not in ("", ()) for value in values.values())


def test_everything_is_every_statement_between_typed_things(release: Release, views: dict[str, View]) -> None:
    quads = [quad for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if lexical_graph(quad) in STATED]
    typed = {quad.subject.value for quad in quads if quad.predicate.value == TYPE and isinstance(quad.subject, ox.NamedNode)}
    typed = {iri for iri in typed if "#" not in iri}  # bodies and targets of annotations belong to them
    typed -= only_known(quads)
    assert {node.id for node in views["everything"].nodes()} == typed
    wanted = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode) and quad.predicate.value != TYPE
    }
    told = Counter((edge.source, str(edge.values["predicate"]), edge.target) for edge in views["everything"].edges())
    assert set(told) == {one for one in wanted if {one[0], one[2]} <= typed}
    assert set(told.values()) == {1}


def only_known(quads: list[ox.Quad]) -> set[str]:
    """Places of which a release knows though its tables do not speak of them: neither undertaking governments and their prefectures nor what is theirs."""
    said: dict[str, set[tuple[str, str]]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            said.setdefault(quad.predicate.value, set()).add((quad.subject.value, quad.object.value))
    governs, within, held = (said[f"{TSU}{name}"] for name in ("governs", "locatedIn", "governmentStatus"))
    spoken_of = {government for _, government in said[f"{TSU}undertakenBy"]}
    areas = {area for government, area in governs if government in spoken_of} | {area for _, area in said[f"{TSU}servesArea"]}
    areas |= {wider for area, wider in within if area in areas}
    spoken_of |= {government for government, area in governs if area in areas}
    kinds = {f"{TSU}{name}" for name in ("AdministrativeArea", "AreaChange", "GovernmentStatus", "LocalGovernment", "RecordedArea")}
    places = {thing for thing, kind in said[TYPE] if kind in kinds}
    return places - spoken_of - areas - {status for government, status in held if government in spoken_of}


def lexical_graph(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""


def test_figures_in_everything_are_those_of_the_tables(views: dict[str, View], embedded: Tables) -> None:
    nodes = {node.id: node.values for node in views["everything"].nodes()}
    for row in embedded["outcomes"]:
        values = nodes[row["outcome_id"]]
        assert str(values.get("figure", "")) == row["value"]
        assert values.get("unit", "") == row["unit"]
        assert values.get("as_of", "") == row["as_of"]
        assert values.get("period", "") == row["period"]
        assert values.get("cohort") == row["cohort"]
        assert values.get("status") == row["status"]
        assert values.get("approximate") is (row["approximate"] == "true")
        if row["value"]:
            assert values["counting"] == (row["counting"] or "unstated")
        assert values["cell"] == (f"moj-model-projects-2020-12.txt {row['source_start']}-{row['source_end']}",)
        small = row["measure"] == "persons" and row["value"] != "" and int(row["value"]) < 10
        assert ("caution_ja" in values, "caution_en" in values) == (small, small)
    assert any("caution_ja" in values for values in nodes.values())


def test_edges_of_records_have_the_cohort_of_the_record_and_lead_to_its_cell(views: dict[str, View]) -> None:
    nodes = {node.id: node.values for node in views["everything"].nodes()}
    records = {id_ for id_ in nodes if re.match(f"{BASE}id/(commission|intervention|outcome|finding/[0-9a-f]{{12}})/", id_)}
    assert all("cohort" in nodes[id_] and "cell" in nodes[id_] for id_ in records)
    told = [edge for edge in views["everything"].edges() if {edge.source, edge.target} & records]
    assert len(told) > 3_000
    for edge in told:
        record = edge.source if edge.source in records else edge.target
        assert edge.values["evidence"] == (record,)
        assert edge.values["cell"] == nodes[record]["cell"]
        assert edge.values["cohort"] == nodes[record]["cohort"]


def test_the_network_counts_rows_and_items_of_the_tables(views: dict[str, View], embedded: Tables) -> None:
    projects = {row["project_id"]: row["municipality_code"] for row in embedded["projects"]}
    commissions = {row["commission_id"]: row for row in embedded["commissions"]}

    def government(row: dict[str, str]) -> str:
        return f"{BASE}id/government/{projects[row['project_id']]}"

    wanted: Counter[tuple[str, ...]] = Counter()
    for row in commissions.values():
        if row["contractor_id"]:
            wanted[government(row), "commissions", row["contractor_id"], row["cohort"]] += 1
    for item in embedded["interventions"]:
        row = commissions[item["commission_id"]]
        for type_ in filter(None, item["types"].split(";")):
            wanted[row["contractor_id"] or government(row), "delivers", f"{SCHEME}{type_}", row["cohort"]] += 1
    found = {(e.source, str(e.values["type"]), e.target, str(e.values["cohort"])): e.values["weight"] for e in views["network"].edges()}
    assert found == dict(wanted)
    assert max(wanted.values()) > 1


def test_every_edge_of_the_network_has_its_evidence_and_the_cells_that_say_so(views: dict[str, View], source_text: str) -> None:
    names = {node.id: node.values for node in views["network"].nodes()}
    seen = 0
    for edge in views["network"].edges():
        evidence, cells = edge.values["evidence"], edge.values["cell"]
        assert isinstance(evidence, tuple)
        assert isinstance(cells, tuple)
        assert edge.values["weight"] == len(set(evidence)) == len(cells)
        assert edge.values["end"] == edge.values["table_date"] == "2020-12-31"
        if edge.values["type"] == "commissions":
            assert all("/id/commission/" in record for record in evidence)
            name = FORM.sub("", squeezed(str(names[edge.target]["label_ja"])))
            for cell in cells:
                start, end = map(int, cell.rpartition(" ")[2].split("-"))
                assert name in squeezed(source_text[start:end])
                seen += 1
        else:
            assert all("/id/intervention/" in record for record in evidence)
    assert seen == 49


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_editions_are_not_added(views: dict[str, View]) -> None:
    """The same row of the table in two editions is two edges of weight 1, never one of 2."""
    edges = [edge for edge in views["hostile network"].edges() if edge.source == GOVERNMENT]
    assert Counter((edge.target, edge.values["weight"]) for edge in edges) == {(organization(name), 1): len(EDITIONS) for name in TEXTS}
    assert {str(edge.values["end"]) for edge in edges} == {f"{edition}-31" for edition in EDITIONS}
    nodes = {node.id: node.values for node in views["hostile network"].nodes()}
    assert (nodes[GOVERNMENT]["weight"], nodes[GOVERNMENT]["weight_of"]) == (len(TEXTS), "contractors")
    assert {nodes[organization(name)]["weight"] for name in TEXTS} == {1}


def test_figures_weigh_nothing(views: dict[str, View]) -> None:
    assert not any("weight" in node.values for node in views["everything"].nodes())
    assert not any("weight" in edge.values for edge in views["everything"].edges())


def test_labels_are_in_both_languages_and_the_label_in_the_one_asked_for(views: dict[str, View]) -> None:
    for case, language in (("everything", "ja"), ("network", "en")):
        for node in views[case].nodes():
            other = node.values.get("label_en" if language == "ja" else "label_ja")
            assert node.values["label"] == (node.values.get(f"label_{language}") or other or node.id.rpartition("/")[2])
    governments = [node.values for node in views["network"].nodes() if node.values["class"] == "LocalGovernment"]
    assert ("滋賀県", "Shiga") in {(values["label_ja"], values["label_en"]) for values in governments}


SLUGS = list(stored_queries("question"))


@pytest.mark.parametrize("slug", [slug if slug in SLUGS[::5] else pytest.param(slug, marks=pytest.mark.full) for slug in SLUGS])
def test_an_answer_has_a_node_for_each_row_with_all_its_columns(release: Release, slug: str) -> None:
    store, asked = release.store(), question(slug)
    view = chosen_view(store, BASE, slug, {}, "en")
    spoken = {parameter.name: "en" for parameter in asked.parameters if parameter.type == "language"}
    answer = store.query(bind(asked, spoken, store, BASE))
    assert isinstance(answer, Solutions)
    wanted = [dict(zip(answer.variables, map(lexical, row), strict=True)) for row in answer.rows]
    nodes = {node.id: node.values for node in view.nodes()}
    rows = [(id_, values) for id_, values in nodes.items() if values["class"] == "Row"]
    for row, (id_, values) in zip(wanted, rows, strict=True):
        assert {name: values.get(f"row_{name}", "") for name in row if name != "id"} == {n: v for n, v in row.items() if n != "id"}
        about = [edge for edge in view.edges() if edge.source == id_]
        assert [edge.target for edge in about] == ([row["id"]] if row.get("id") in nodes else [])
        assert all(edge.values["evidence"] == (row["id"],) for edge in about)
        assert values.get("caution_en", "") == " ".join(one.en for one in asked.cautions)
        assert values.get("label_ja")
    assert asked.returns[-1] != "id" or all(row["id"] in nodes for row in wanted)
    cautions = set(asked.cautions) | ({asked.empty} if asked.empty and not wanted else set())
    assert set(view.cautions) == cautions


def test_an_answer_reaches_its_government_and_contractor(views: dict[str, View]) -> None:
    classes = Counter(str(node.values["class"]) for node in views["an answer"].nodes())
    assert min(classes["Row"], classes["Commission"], classes["Prefecture"], classes["Intervention"], classes["Outcome"]) > 0
    types = {str(edge.values["type"]) for edge in views["an answer"].edges()}
    assert {"about", "contractor", "hasCommission", "undertakenBy", "hasIntervention", "interventionType"} <= types


def test_an_empty_answer_says_why(views: dict[str, View]) -> None:
    view = views["an empty answer"]
    assert not [*view.nodes(), *view.edges()]
    assert view.cautions[0] == question("reoffending-and-outcomes").empty


def test_a_parameter_chooses_what_the_answer_is_about(release: Release) -> None:
    view = chosen_view(release.store(), BASE, "government-card", {"government": "熊本市", "language": "en"}, "ja")
    rows = [node.values for node in view.nodes() if node.values["class"] == "Row"]
    assert {row["row_government"] for row in rows} == {"熊本市"}
    assert all(row["label"] == row["label_en"] for row in rows)


@pytest.mark.parametrize(
    ("name", "values", "error", "words"),
    [
        ("networks", {}, ExportError, "everything, network; questions: .*entry-support"),
        ("network-nodes", {}, ExportError, "everything, network"),
        ("network", {"language": "en"}, ExportError, "takes no parameters"),
        ("entry-support", {"colour": "red"}, QueryError, "takes no parameter 'colour'"),
        ("entry-support", {"language": "fr"}, QueryError, "ja or en"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    release: Release, name: str, values: dict[str, str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        chosen_view(release.store(), BASE, name, values, "ja")


def test_views_are_pairs_of_files() -> None:
    stored = stored_queries("view")
    paired = {f"{name}-{part}" for name in view_names() for part in ("nodes", "edges")}
    assert view_names() == ["everything", "network"]
    assert set(stored) == paired | {"around-records"}


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_was_loaded(
    release: Release, views: dict[str, View], form: str, tmp_path: Path, shuffled: EmbeddedStore
) -> None:
    WRITERS[form](views["network"], tmp_path / "first")
    WRITERS[form](stored_view(shuffled, BASE, "network", "en"), tmp_path / "second")
    WRITERS[form](stored_view(release.store(), BASE, "network", "en"), tmp_path / "third")
    assert content(tmp_path / "first") == content(tmp_path / "second") == content(tmp_path / "third")


@pytest.fixture(scope="module")
def shuffled(release: Release, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    lines = release.quads.read_bytes().splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    file = tmp_path_factory.mktemp("shuffled") / "data.nq"
    file.write_bytes(b"".join(lines))
    return EmbeddedStore.load(file)


@pytest.mark.full
def test_a_graph_under_another_base_gives_the_same_views(release: Release, views: dict[str, View], tmp_path: Path) -> None:
    other = "https://example.jp/kg/"
    moved = re.sub(f"<{BASE}(?=id/|code/|graph/)", f"<{other}", release.quads.read_text(encoding="utf-8"))
    (tmp_path / "data.nq").write_text(moved, encoding="utf-8")
    store = EmbeddedStore.load(tmp_path / "data.nq")
    for case, name, language in (("everything", "everything", "ja"), ("network", "network", "en"), ("an answer", "entry-support", "ja")):
        view = chosen_view(store, other, name, {}, language)
        ids = [node.id.replace(other, BASE) for node in view.nodes()]
        assert Counter(ids) == Counter(node.id for node in views[case].nodes())
        ends = [(edge.source.replace(other, BASE), edge.values["type"], edge.target.replace(other, BASE)) for edge in view.edges()]
        assert Counter(ends) == Counter((edge.source, edge.values["type"], edge.target) for edge in views[case].edges())


def test_everything_is_the_same_in_whatever_order_it_was_loaded(views: dict[str, View], shuffled: EmbeddedStore) -> None:
    again = stored_view(shuffled, BASE, "everything", "ja")
    for before, after in ((views["everything"].nodes(), again.nodes()), (views["everything"].edges(), again.edges())):
        assert [repr(one) for one in before] == [repr(one) for one in after]


def content(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(path.iterdir())} if path.is_dir() else {"": path.read_bytes()}


def test_a_file_takes_its_place_only_when_it_is_complete(tmp_path: Path) -> None:
    view = stored_view(small_store(), BASE, "network", "ja")
    target = tmp_path / "x.json"
    write_cytoscape(view, target)
    before = target.read_bytes()
    assert json.loads(before)

    def broken() -> Iterator[Edge]:
        yield from view.edges()
        raise ExportError("x", "x")

    with pytest.raises(ExportError):
        write_cytoscape(View(view.name, view.title, (), view.nodes, broken), target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]
