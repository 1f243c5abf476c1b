"""What can go wrong, as one tree.

Every error says in Japanese and in English what it is about, where it stands and what to do::

    KgError
    ├── SourceError              a file that cannot be read as a table
    │   ├── SourceMissingError       no such file, or a directory
    │   ├── SourceFormatError        binary, PDF, old or protected workbook
    │   ├── SourceEncodingError      neither UTF-8 nor cp932
    │   ├── SourceTooLargeError      a cell, line or file over the limit
    │   └── SourceEmptyError         nothing in it that could be read as a row of the table
    ├── LinkError                a register, or a file of links, that cannot be used
    ├── DownloadError            an official download that cannot be fetched, or is not what it was
    ├── VocabularyError          a code list or reference table of the package that breaks its own rules
    ├── StoreError               a store or endpoint that is missing, damaged or does not answer
    ├── QueryError               text that is no query, a stored question that is not there, a parameter that it does not take
    ├── GraphError               a graph that breaks the shapes: the data is not good (exit code 1)
    ├── ReasonerError            a reasoner that is not installed, or does not finish
    ├── EngineError              a SHACL engine that is not installed, or not known
    ├── ReleaseError             no release, or not a release, where one is expected
    ├── ServiceError             a service that cannot be started as it is told to
    ├── ExportError              data that do not fit the target format
    └── UsageError               a verb, option or argument that there is not, is missing or has no such value
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages of the product."""

    ja: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in ``language`` (``ja`` or ``en``)."""
        return self.ja if language == "ja" else self.en


class KgError(Exception):
    """Root of all errors of this package: a message in two languages, and where it stands."""

    exit_code = 2
    """Exit code of the command line: 2 wrong use or bad input, 1 the data is not good."""

    def __init__(self, ja: str, en: str, *, where: str = "") -> None:
        self.message = Message(ja, en)
        self.where = where
        super().__init__(self.in_language("en"))

    def in_language(self, language: str) -> str:
        """Return ``where: message`` in ``language``."""
        text = self.message.in_language(language)
        return f"{self.where}: {text}" if self.where else text


class SourceError(KgError):
    """A file that cannot be read as a table."""


class SourceMissingError(SourceError):
    """No such file, or a directory."""


class SourceFormatError(SourceError):
    """A file that is no text copy, CSV, TSV or XLSX workbook, nor RDF where that is taken, too."""


class SourceEncodingError(SourceError):
    """Text that is neither UTF-8 nor cp932."""


class SourceTooLargeError(SourceError):
    """A cell, line or file over the limit."""


class SourceEmptyError(SourceError):
    """Nothing in the file could be read as a row of the table."""


class LinkError(KgError):
    """A register, a file of links, or a list of names to link that cannot be used as it is."""


class DownloadError(KgError):
    """An official download that cannot be fetched, or whose columns are not what they were."""


class VocabularyError(KgError):
    """A code list or reference table of the package that breaks its own rules."""


class StoreError(KgError):
    """A store or endpoint that is missing, damaged or does not answer."""


class QueryError(KgError):
    """Text that is no query, a stored question that is not there, or a parameter that it does not take."""


class GraphError(KgError):
    """A graph that breaks the shapes, or does not hold what it should: the data is not good."""

    exit_code = 1


class ReasonerError(KgError):
    """A reasoner that is not installed, or does not finish."""


class EngineError(KgError):
    """A SHACL engine that is not installed, or that there is none of that name."""


class ReleaseError(KgError):
    """No release, or not a release, where one is expected."""


class ServiceError(KgError):
    """A service that cannot be started as it is told to: a limit, an address, a kernel that does not allow a worker without network."""


class ExportError(KgError):
    """Data that do not fit the target format."""


class UsageError(KgError):
    """A verb, option or argument that there is not, that is missing, or that has no such value."""
