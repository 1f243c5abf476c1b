"""The diagrams hold what they should, and nothing in them lies on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDFS

from kg.export.reference.diagrams import Artist
from kg.export.reference.expressions import Reader
from kg.export.reference.layout import HEAD, ROW, Box, Drawing, Line, Route, arrange
from kg.export.reference.model import LANGUAGES, Model, read_model
from kg.export.reference.wording import words
from kg.settings import BASE

SMALL = [Path(__file__).resolve().parent / "reference" / "modules" / "meaning.ttl"]
SVG = "{http://www.w3.org/2000/svg}"
Segment = tuple[tuple[int, int], tuple[int, int]]


@pytest.fixture(scope="module")
def model() -> Model:
    return read_model(BASE)


def drawn(model: Model, module: str | None, language: str) -> ET.Element:
    artist = Artist(model, Reader(model, language, ""), language, words(language), "page.html")
    return ET.fromstring(artist.draw(module, "name", "Title <&>"))  # noqa: S314 - we made it


def named(drawing: ET.Element) -> dict[str, str]:
    """Texts by the anchor to which they lead."""
    return {a.attrib["href"].partition("#")[2]: "".join(a.itertext()) for a in drawing.iter(f"{SVG}a")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_module_shows_its_classes_and_properties(model: Model, language: str) -> None:
    for module in model.modules:
        found = named(drawn(model, module.name, language))
        for term in model.of("class", module.name):
            assert model.label(term.iri, "ja") in found[term.name] if language == "ja" else found[term.name] == term.name
        text = " ".join(found.values())
        for kind in ("object-property", "datatype-property"):
            assert [term.name for term in model.of(kind, module.name) if term.name not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_shows_all_classes_and_what_links_them(model: Model, language: str) -> None:
    drawing = drawn(model, None, language)
    found = named(drawing)
    assert {term.name for term in model.of("class")} <= set(found)
    linking = [t for t in model.of("object-property") if any(o in model.terms for o in model.graph.objects(t.iri, RDFS.range))]
    assert linking
    assert [term.name for term in linking if term.name not in " ".join(found.values())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_description_and_language(model: Model, language: str) -> None:
    drawing = drawn(model, "place", language)
    title, description = drawing[0], drawing[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Title <&>")
    assert (description.tag, description.text) == (f"{SVG}desc", words(language)("legend"))
    assert drawing.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
    assert drawing.attrib["lang"] == language


def test_inverses_stand_on_one_row_and_inferred_lines_are_dashed() -> None:
    model = read_model(BASE, SMALL)
    drawing = drawn(model, "meaning", "en")
    found = named(drawing)
    assert found["hasPart"] == "hasPart ⇄ partOf"
    assert "partOf" not in found
    dashed = [path for path in drawing.iter(f"{SVG}path") if "stroke-dasharray" in path.attrib]
    (chain,) = (t for t in model.terms.values() if (t.iri, OWL.propertyChainAxiom, None) in model.graph)
    assert len(dashed) == len(list(model.graph.objects(chain.iri, RDFS.range))) == 1


def test_texts_stay_inside_their_boxes(model: Model) -> None:
    """By a measure of its own: no Latin letter is wider than 0.6 em on average, no Japanese one than 1 em."""
    for module in (None, *(module.name for module in model.modules)):
        drawing = drawn(model, module, "ja")
        boxes = [
            {k: int(r.attrib[k]) for k in ("x", "y", "width", "height")} for r in drawing.iter(f"{SVG}rect") if r.get("fill") == "none"
        ]
        for text in drawing.iter(f"{SVG}text"):
            x, y = int(text.attrib["x"]), int(text.attrib["y"])
            (box,) = (b for b in boxes if b["x"] <= x <= b["x"] + b["width"] and b["y"] <= y <= b["y"] + b["height"])
            content = "".join(text.itertext())
            assert x + sum(12 if ord(char) > 0x2E80 else 6.2 for char in content) <= box["x"] + box["width"], content


def test_no_band_of_a_diagram_is_empty(model: Model) -> None:
    """What is linked stays together: from top to bottom there is always a box, or the next one is near."""
    for module in (None, *(module.name for module in model.modules)):
        for language in LANGUAGES:
            drawing = drawn(model, module, language)
            boxes = sorted((int(r.attrib["y"]), int(r.attrib["height"])) for r in drawing.iter(f"{SVG}rect") if r.get("fill") == "none")
            below = 0
            for y, height in boxes:
                assert y - below < 60, (module, language)
                below = max(below, y + height)
            assert int(drawing.attrib["height"]) - below < 60


def segments(route: Route) -> list[Segment]:
    return [(min(a, b), max(a, b)) for a, b in pairwise(route.points) if a != b]


def on_one_another(a: Segment, b: Segment) -> bool:
    """Whether two level or two upright segments share more than a point."""
    for axis in (0, 1):
        if a[0][axis] == a[1][axis] == b[0][axis] == b[1][axis]:
            return max(a[0][1 - axis], b[0][1 - axis]) < min(a[1][1 - axis], b[1][1 - axis])
    return False


def through(segment: Segment, box: Box) -> bool:
    (x1, y1), (x2, y2) = segment
    return x1 < box.x + box.width and x2 > box.x and y1 < box.y + box.height and y2 > box.y


def nothing_on_anything(drawing: Drawing) -> None:
    for a, b in combinations(drawing.boxes, 2):
        assert a.x >= b.x + b.width or b.x >= a.x + a.width or a.y >= b.y + b.height or b.y >= a.y + a.height, (a, b)
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height
    for route in drawing.routes:
        assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in route.points)
        for segment in segments(route):
            assert segment[0][0] == segment[1][0] or segment[0][1] == segment[1][1]
            assert not [box.key for box in drawing.boxes if through(segment, box)], route
    for one, other in combinations(drawing.routes, 2):
        if one.line.target != other.line.target and one.line.source != other.line.source:
            assert not [(a, b) for a in segments(one) for b in segments(other) if on_one_another(a, b)], (one, other)


@given(
    st.lists(st.tuples(st.integers(100, 300), st.integers(0, 5)), min_size=1, max_size=9).flatmap(
        lambda boxes: st.tuples(
            st.just(boxes),
            st.lists(st.tuples(st.integers(0, len(boxes) - 1), st.integers(0, 5), st.integers(0, len(boxes) - 1)), max_size=14),
        )
    )
)
@settings(deadline=None, max_examples=150)
def test_any_boxes_and_lines(case: tuple[list[tuple[int, int]], list[tuple[int, int, int]]]) -> None:
    sizes, arrows = case
    boxes = [
        Box(str(i), width, HEAD + rows * ROW + 6, {"head": 12, **{str(row): HEAD + row * ROW + ROW // 2 for row in range(rows)}})
        for i, (width, rows) in enumerate(sizes)
    ]
    lines = sorted({(str(a), str(row), str(b)) for a, row, b in arrows if row < sizes[a][1]})
    drawing = arrange(boxes, [Line((a, row), (b, "head")) for a, row, b in lines])
    assert len(drawing.boxes) == len(boxes)
    assert len(drawing.routes) == len(lines)
    nothing_on_anything(drawing)
    for route in drawing.routes:
        ends = {box.key: box for box in drawing.boxes}
        for (key, port), (x, y) in ((route.line.source, route.points[0]), (route.line.target, route.points[-1])):
            assert x in {ends[key].x, ends[key].x + ends[key].width}
            assert y == ends[key].y + ends[key].ports[port]
