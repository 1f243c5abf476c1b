"""XML written as a stream, in which every text can be read again as it was."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import XMLGenerator, escape
from xml.sax.xmlreader import AttributesImpl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400


def fit_for_xml(text: str) -> str:
    r"""``text`` with what no XML 1.0 document may hold (section 2.2), not even escaped, made visible: controls become their pictures.

    >>> fit_for_xml("a\x07b")
    'a␇b'
    """
    return _NO_CHARACTERS.sub("\ufffd", _CONTROLS.sub(lambda found: chr(_PICTURES + ord(found[0])), text))


class Markup:
    """An XML document that is being written: elements within elements."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._out = XMLGenerator(stream, encoding="utf-8", short_empty_elements=True)
        self._depth = 0

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """An element around what is written within."""
        self._line()
        self._out.startElement(name, self._attributes(attributes))
        self._depth += 1
        yield
        self._depth -= 1
        self._line()
        self._out.endElement(name)

    def element(self, name: str, text: str = "", **attributes: str) -> None:
        """An element with nothing but a text."""
        self._line()
        self._out.startElement(name, self._attributes(attributes))
        # a carriage return would be read as a line feed (XML 1.0, section 2.11), which characters() does not know
        self._out.ignorableWhitespace(escape(fit_for_xml(text), {"\r": "&#13;"}))
        self._out.endElement(name)

    def begin(self) -> None:
        """The declaration."""
        self._out.startDocument()

    def end(self) -> None:
        """The last line's end."""
        self._out.ignorableWhitespace("\n")
        self._out.endDocument()

    def _line(self) -> None:
        if self._depth:
            self._out.ignorableWhitespace("\n" + " " * self._depth)

    @staticmethod
    def _attributes(given: Mapping[str, str]) -> AttributesImpl[str]:
        """A trailing underscore stands for a name that is a word of Python; two in a row for a colon."""
        return AttributesImpl({name.rstrip("_").replace("__", ":"): fit_for_xml(value) for name, value in given.items()})
