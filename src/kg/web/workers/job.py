"""A job on files in a process of its own: ``python -m kg.web.workers.job``. It copies a release's store for staging, or publishes an edited one.

It has no network, a cap on its memory, and may be killed at any time: what it makes takes its place in one step at the end. What came of it is
one line of JSON on standard output.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import GraphError, KgError
from kg.release.editing import publish_edited
from kg.release.graph import ViolationsError
from kg.release.release import STORE, open_release
from kg.store.embedded import build_store
from kg.web.workers.process import as_utf8
from kg.web.workers.sandbox import confine, watch

if TYPE_CHECKING:
    from kg.validate.findings import Finding

_SHOWN = 100
"""Violations that are listed."""


def _copy(asked: dict[str, Any]) -> dict[str, object]:
    """Copy the store of a release: links to its files, which nobody changes; where there is no store to be copied, its data are loaded."""
    release, target = Path(asked["release"]), Path(asked["to"])
    try:
        ox.Store.read_only(as_utf8(str(release / STORE))).backup(as_utf8(str(target)))
    except (OSError, RuntimeError):
        build_store(release / "data.nq", target)
    return {"status": 200}


def _publish(asked: dict[str, Any]) -> dict[str, object]:
    base = open_release(Path(asked["release"]))
    if base.identity != asked["identity"]:
        return {"status": 409, "ja": "リリースが置き換えられています。", "en": "the release has been replaced"}
    made = publish_edited(base, ox.Store.read_only(as_utf8(asked["store"])), asked["edits"])
    return {"status": 200, "release": made.identity}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "focus": finding.focus,
        "value": finding.value,
        "rule": finding.rule,
        "place": finding.place.label() if finding.place else "",
        "message": {"ja": finding.message.ja, "en": finding.message.en},
        "repair": {"ja": finding.repair.ja, "en": finding.repair.en},
    }


def main() -> None:
    """Do what standard input asks, as JSON."""
    asked = json.load(sys.stdin)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the front ends its processes itself
    watch(asked["parent"])
    confine(asked["memory_bytes"], network=False, parent=asked["parent"])
    try:
        told = {"copy": _copy, "publish": _publish}[asked["do"]](asked)
    except ViolationsError as error:
        told = {
            "status": 409, "ja": error.message.ja, "en": error.message.en, "violations": len(error.violations),
            "findings": [_finding(finding) for finding in error.violations[:_SHOWN]],
        }  # fmt: skip
    except KgError as error:
        told = {"status": 409 if isinstance(error, GraphError) else 500, "ja": error.message.ja, "en": error.message.en}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
