"""Diagrams as SVG 1.1: text as text, each name a link to its entry, a title and a description for those who do not see it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.export.reference.boxes import Selection
from kg.export.reference.layout import BETWEEN, HEAD, ROW, STEP, Box, Line, Route, arrange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.export.reference.boxes import Family, Place
    from kg.export.reference.expressions import Reader
    from kg.export.reference.model import Model

_FONT = "'Noto Sans JP','Hiragino Sans','Yu Gothic UI',Meiryo,'Noto Sans CJK JP','Helvetica Neue',Arial,sans-serif"
_INK, _SOFT, _RULE, _HEAD, _PALE = "#1b2733", "#55636f", "#8fa1b0", "#e3edf4", "#f4f6f8"
_HUES = ("#1f5f8b", "#a6432d", "#3c7a3f", "#7b4a99", "#8a6410", "#0f7a7a", "#a3386f", "#4a5fb0")
_INDENT, _PAD, _END = 16, 10, 14
_TITLE, _NAME = 13, 12
_NARROW, _WIDE = "iljtfrI.,:;'|!()[] -", "mwMWQO@⇄→⊑"


class Artist:
    """Draws the diagrams of a model in one language; ``page`` is the page with the entries (empty: the diagram stands in it)."""

    def __init__(self, model: Model, reader: Reader, language: str, word: Callable[[str], str], page: str) -> None:
        self._model = model
        self._reader = reader
        self._language = language
        self._word = word
        self._page = page

    def draw(self, module: str | None, name: str, title: str) -> str:
        """The diagram of a module, or of all classes; ``name`` makes its ids unique in a page. Empty where there is nothing to draw."""
        selection = Selection(self._model, self._reader, module, self._language)
        if not selection.families:
            return ""
        boxes = [self._box(family) for family in selection.families]
        ports = {family.key: family for family in selection.families}
        lines = [
            Line((arrow.family, str(arrow.place)), (selection.seat[arrow.target][0], str(selection.seat[arrow.target][1])), arrow.inferred)
            for arrow in selection.arrows
        ]
        drawing = arrange(boxes, lines)
        hues = {box.key: _HUES[index % len(_HUES)] for index, box in enumerate(drawing.boxes)}
        ends = (drawing.width, drawing.height)
        body = [*(_route(route, hues[route.line.source[0]]) for route in drawing.routes)]
        for box in drawing.boxes:
            body += self._drawn(box, ports[box.key], hues[box.key])
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{ends[0]}" height="{ends[1]}" viewBox="0 0 {ends[0]} {ends[1]}"'
            f' xml:lang="{self._language}" lang="{self._language}" role="group"'
            f' aria-labelledby="diagram-{name}-title diagram-{name}-desc" font-family="{_FONT}" font-size="{_NAME}" fill="{_INK}">'
        )
        texts = (
            f'<title id="diagram-{name}-title">{escape(title)}</title><desc id="diagram-{name}-desc">{escape(self._word("legend"))}</desc>'
        )
        return "\n".join([head, texts, *body, "</svg>", ""])

    def _words(self, place: Place) -> tuple[str, str]:
        """Name of a row, and what stands behind it in a softer tone."""
        if place.term is None:
            return place.text, ""
        if self._language == "en":
            return place.term.name, place.more
        label = self._model.label(place.term.iri, self._language)
        return label, f" {place.term.name}{place.more}"

    def _box(self, family: Family) -> Box:
        """How large a box must be for its texts."""
        y, width, ports = 0, 0.0, dict[str, int]()
        for index, place in enumerate(family.places):
            head = _is_class(place)
            y += _before(family, index)
            ports[str(index)] = y + (12 if head else ROW // 2)
            y += HEAD if head else ROW
            name, more = self._words(place)
            inset = _PAD + place.depth * _INDENT + (0 if head else _END)
            width = max(width, inset + _length(name, _TITLE if head else _NAME, bold=head) + _length(more, _NAME) + _PAD)
        return Box(family.key, int(width) + 1, y + (-3 if _is_class(family.places[-1]) else 6), ports)

    def _drawn(self, box: Box, family: Family, hue: str) -> Iterator[str]:
        yield f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="4" fill="#ffffff" stroke="none"/>'
        y = box.y
        for index, place in enumerate(family.places):
            y += _before(family, index)
            if _is_class(place):
                fill = _PALE if place.pale else _HEAD
                inset = place.depth * _INDENT
                yield f'<rect x="{box.x + inset}" y="{y}" width="{box.width - inset}" height="24" rx="4" fill="{fill}"/>'
                yield from self._text(place, box.x + _PAD + inset, y + 16)
                y += HEAD
            else:
                inset = _PAD + place.depth * _INDENT
                yield f'<circle cx="{box.x + inset + 4}" cy="{y + 9}" r="2" fill="{hue}"/>'
                yield from self._text(place, box.x + inset + _END, y + 13)
                y += ROW
        dashes = ' stroke-dasharray="4 3"' if all(place.pale or not _is_class(place) for place in family.places) else ""
        yield (f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="4" fill="none" stroke="{_RULE}"{dashes}/>')

    def _text(self, place: Place, x: int, y: int) -> Iterator[str]:
        name, more = self._words(place)
        head = _is_class(place)
        weight = f' font-weight="600" font-size="{_TITLE}"' if head else ""
        tone = f' fill="{_SOFT}"' if place.pale else ""
        rest = f'<tspan fill="{_SOFT}" font-weight="400" font-size="{_NAME}">{escape(more)}</tspan>' if more else ""
        text = f'<text x="{x}" y="{y}"{weight}{tone}>{escape(name)}{rest}</text>'
        yield f"<a href={quoteattr(f'{self._page}#{place.term.name}')}>{text}</a>" if place.term else text


def _is_class(place: Place) -> bool:
    return place.term is None or place.term.kind == "class"


def _before(family: Family, index: int) -> int:
    """A little air before each class but the first."""
    if not index or not _is_class(family.places[index]):
        return 0
    return BETWEEN - STEP if _is_class(family.places[index - 1]) else BETWEEN


def _route(route: Route, hue: str) -> str:
    """A line with rounded corners and a point at its end."""
    points = [point for index, point in enumerate(route.points) if not index or point != route.points[index - 1]]
    path = [f"M{points[0][0]} {points[0][1]}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(5, _far(before, here) // 2, _far(here, after) // 2)
        (ax, ay), (bx, by) = _towards(here, before, radius), _towards(here, after, radius)
        path.append(f"L{ax} {ay}Q{here[0]} {here[1]} {bx} {by}")
    path.append(f"L{points[-1][0]} {points[-1][1]}")
    dashes = ' stroke-dasharray="5 3"' if route.line.dashed else ""
    (x, y), inwards = points[-1], -6 if points[-2][0] < points[-1][0] else 6
    tip = f'<path d="M{x} {y}L{x + inwards} {y - 3}L{x + inwards} {y + 3}Z" fill="{hue}"/>'
    return f'<path d="{"".join(path)}" fill="none" stroke="{hue}" stroke-width="1.25"{dashes}/>{tip}'


def _far(a: tuple[int, int], b: tuple[int, int]) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(here: tuple[int, int], there: tuple[int, int], far: int) -> tuple[int, int]:
    return tuple(h + (far if t > h else -far if t < h else 0) for h, t in zip(here, there, strict=True))  # type: ignore[return-value]  # of a pair


def _length(text: str, size: int, *, bold: bool = False) -> float:
    """About how wide a text is in a sans-serif font, rather too much than too little."""
    ems = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WFA":
            ems += 1.0
        elif char in _NARROW:
            ems += 0.36
        elif char in _WIDE:
            ems += 0.92
        else:
            ems += 0.7 if char.isupper() else 0.6
    return ems * size * (1.16 if bold else 1.0)
