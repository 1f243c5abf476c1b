import pytest

from kg.export.graphs.columns import Value
from kg.export.graphs.elements import edge, node


@pytest.mark.parametrize(
    ("column", "texts", "value"),
    [
        ("figure", ["1200"], 1200),
        ("figure", ["0.5"], 0.5),
        ("figure", ["12345678901234567890"], 12345678901234567890.0),
        ("figure", ["many"], None),
        ("figure", ["INF"], None),
        ("figure", ["NaN"], None),
        ("approximate", ["true"], True),
        ("approximate", ["0"], False),
        ("start", ["2020-04-01"], "2020-04-01"),
        ("start", ["2020-04"], None),
        ("start", ["2020"], None),
        ("end", ["2020", "2020-12-31"], "2020-12-31"),
        ("as_of", ["2020"], "2020"),
        ("classes", ["b10", "a", "b9", "a"], ("a", "b9", "b10")),
        ("label_ja", ["いろは", "あいう"], "あいう"),
    ],
)
def test_rows_of_one_thing_are_one_node_with_values_of_their_kinds(column: str, texts: list[str], value: Value | None) -> None:
    rows = [{"id": "x", column: text} for text in texts]
    assert node("x", rows, "ja").values.get(column) == value
    assert node("x", rows[::-1], "ja").values.get(column) == value


def test_a_label_is_in_the_language_asked_for_or_in_the_other_or_a_name() -> None:
    rows = [{"label_ja": "滋賀県"}, {"label_en": "Shiga"}]
    assert [node("x", rows, language).values["label"] for language in ("ja", "en")] == ["滋賀県", "Shiga"]
    assert node("x", rows[:1], "en").values["label"] == "滋賀県"
    assert node("https://example.jp/id/thing", [{}], "en").values["label"] == "thing"
    assert node("https://example.jp/", [{}], "en").values["label"]


def test_an_edge_weighs_as_much_as_there_are_records_behind_it_each_with_its_cells_in_order() -> None:
    rows = [
        {"evidence": "r/10", "cell": "t.txt 50-60", "weight_of": "items"},
        {"evidence": "r/9", "cell": "t.txt 70-80", "weight_of": "items"},
        {"evidence": "r/9", "cell": "t.txt 7-8", "weight_of": "items"},
    ]
    made = edge(("a", "delivers", "b", "2020-12"), rows, "ja")
    assert (made.source, made.target, made.values["weight"]) == ("a", "b", 2)
    assert made.values["evidence"] == ("r/9", "r/10")
    assert made.values["cell"] == ("t.txt 7-8", "t.txt 70-80", "t.txt 50-60")
    assert made == edge(("a", "delivers", "b", "2020-12"), rows[::-1], "ja")


def test_an_edge_without_a_count_weighs_nothing_and_its_id_depends_on_its_ends_type_and_edition_alone() -> None:
    plain = edge(("a", "governs", "b", ""), [{}], "ja")
    assert "weight" not in plain.values
    assert plain.id == edge(("a", "governs", "b", ""), [{"label_ja": "治める"}], "en").id
    others = [("b", "governs", "a", ""), ("a", "locatedIn", "b", ""), ("a", "governs", "b", "2020-12")]
    assert len({plain.id, *(edge(key, [{}], "ja").id for key in others)}) == 4
