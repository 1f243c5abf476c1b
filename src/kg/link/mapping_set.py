"""Mapping sets of others (SSSOM, TSV with embedded metadata): links of our things to GeoNames, NDL, DBpedia and the like, with the licence of whoever made them.

The format: https://mapping-commons.github.io/sssom/. Beside what that asks for, a set has to name its ``license``: what is imported is kept under it.
"""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from kg.errors import LinkError
from kg.link.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.settings import Limits

SUFFIX = ".sssom.tsv"
_BUILT_IN = {
    "skos": "http://www.w3.org/2004/02/skos/core#", "owl": "http://www.w3.org/2002/07/owl#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sssom": "https://w3id.org/sssom/", "semapv": "https://w3id.org/semapv/vocab/",
}  # fmt: skip
"""Prefixes that a set need not declare (SSSOM, built-in prefixes)."""
PREDICATES = (
    *(f"{_BUILT_IN['skos']}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")),
    f"{_BUILT_IN['owl']}sameAs",
    f"{_BUILT_IN['rdfs']}seeAlso",
)
"""What a link may say of our thing and the other one."""
_NEEDED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_NO_TERM = f"{_BUILT_IN['sssom']}NoTermFound"
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One link: the IRIs of our thing, of the relation and of the other thing."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A file: its ``key`` (its name without suffix), what it says of itself, its links, and how many rows say that there is none."""

    key: str
    iri: str
    title: str
    licence: str
    content: bytes
    mappings: tuple[Correspondence, ...]
    negative: int

    @property
    def sha256(self) -> str:
        """Sum of the file."""
        return hashlib.sha256(self.content).hexdigest()


def read_mapping_sets(files: Sequence[Path], base: str, limits: Limits) -> list[MappingSet]:
    """The sets of ``files`` by key; subjects are things or codes under ``base``.

    Raises LinkError, with file and line, where one is no mapping set, names no licence, or holds a row that is no link of ours.
    """
    found: dict[str, MappingSet] = {}
    for path in files:
        made = _read(path, base, limits)
        if made.key in found:
            raise LinkError(
                "同じ名前の対応表が二つあります。ファイルの名前を変えてください。",
                "two mapping sets have this name; rename one of the files",
                where=path.name,
            )
        found[made.key] = made
    return [found[key] for key in sorted(found)]


def _read(path: Path, base: str, limits: Limits) -> MappingSet:
    key = path.name.removesuffix(SUFFIX)
    if not path.is_file() or key == path.name or not _KEY.fullmatch(key):
        raise LinkError(
            f"対応表のファイルがないか、名前が「英数字{SUFFIX}」ではありません。",
            f"no such file, or not named as a mapping set is: letters, digits, then {SUFFIX}",
            where=str(path),
        )
    with opened(path, "", limits) as stream:
        text = stream.read()
    lines = text.split("\n")  # and nowhere else: a cell may hold other separators of lines
    head = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    metadata = _metadata("\n".join(line.removeprefix("#").rstrip("\r") for line in lines[:head]), path)
    prefixes = _BUILT_IN | {str(prefix): str(iri) for prefix, iri in _mapping(metadata.get("curie_map"), path).items()}
    licence = _expanded(str(metadata.get("license") or ""), prefixes)
    if not _IRI.fullmatch(licence):
        raise LinkError(
            "license がありません。対応表の利用条件の IRI を「#license: https://…」の行に書いてください。",
            "names no license; write the IRI of its licence in a line “#license: https://…”",
            where=str(path),
        )
    mappings, negative = _rows(lines, head, prefixes, base, path)
    return MappingSet(
        key, _expanded(str(metadata.get("mapping_set_id") or ""), prefixes), _shown(str(metadata.get("mapping_set_title") or key)), licence,
        path.read_bytes(), mappings, negative,
    )  # fmt: skip


def _metadata(text: str, path: Path) -> Mapping[str, object]:
    try:
        return _mapping(yaml.safe_load(text), path)
    except yaml.YAMLError as error:
        raise LinkError(
            f"先頭の # の行が YAML として読めません（{error}）。", f"the lines with # are no YAML ({error})", where=str(path)
        ) from error


def _mapping(value: object, path: Path) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise LinkError("先頭の # の行は「名前: 値」でなければなりません。", "the lines with # have to be “name: value”", where=str(path))
    return value


def _rows(lines: Sequence[str], head: int, prefixes: Mapping[str, str], base: str, path: Path) -> tuple[tuple[Correspondence, ...], int]:
    """The links below the header, each once, and the number of rows that deny one."""
    found, negative = dict[Correspondence, None](), 0
    for line, row in _records(lines, head, path):
        where = f"{path}:{line}"
        subject, predicate, other = (_expanded(row[column], prefixes) for column in _NEEDED[:3])
        if row.get("predicate_modifier") == "Not" or other == _NO_TERM:
            negative += 1
            continue
        if not subject.startswith((f"{base}id/", f"{base}code/")) or not _IRI.fullmatch(subject):
            raise LinkError(
                f"subject_id「{row['subject_id']}」がこのデータの IRI（{base}id/… か {base}code/…）になりません。",
                f"subject_id {row['subject_id']!r} is no IRI of these data ({base}id/… or {base}code/…)",
                where=where,
            )
        if predicate not in PREDICATES:
            raise LinkError(
                f"predicate_id「{row['predicate_id']}」は使えません。使えるのは {'、'.join(PREDICATES)} です。",
                f"predicate_id {row['predicate_id']!r} cannot be used; use one of {', '.join(PREDICATES)}",
                where=where,
            )
        if not _IRI.fullmatch(other):
            raise LinkError(
                f"object_id「{row['object_id']}」が IRI になりません。curie_map に接頭辞を書いてください。",
                f"object_id {row['object_id']!r} is no IRI; declare its prefix in curie_map",
                where=where,
            )
        found[Correspondence(subject, predicate, other)] = None
    return tuple(found), negative


def _records(lines: Sequence[str], head: int, path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(lines[head:], delimiter="\t")
    try:
        missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
        if missing:
            raise LinkError(
                f"列 {'、'.join(missing)} がありません。SSSOM の TSV を指定してください。",
                f"lacks the columns {', '.join(missing)}; give a mapping set in SSSOM's TSV",
                where=str(path),
            )
        for row in reader:
            if None in row or None in row.values():
                raise LinkError(
                    "列の数が見出しと違います。", "has not as many cells as the header", where=f"{path}:{head + reader.line_num}"
                )
            yield head + reader.line_num, {column: cell.strip() for column, cell in row.items()}
    except csv.Error as error:
        raise LinkError(
            f"TSV として読めません（{error}）。", f"not readable as TSV ({error})", where=f"{path}:{head + reader.line_num}"
        ) from error


def _shown(text: str) -> str:
    """A title on one line, without characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in unicodedata.normalize("NFC", text)).strip()


def _expanded(name: str, prefixes: Mapping[str, str]) -> str:
    """A CURIE as the IRI that it stands for; anything else as it is."""
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name
