"""A new release is taken over while requests go on; one that is not whole is refused."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from tests.release.test_publish import SMALL
from tests.web.conftest import Running, eventually, start

from kg.release.build import build
from kg.release.release import Release, open_release
from kg.settings import Settings

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
LIMITS = "client_rate = 100000\nclient_burst = 100000\n"


def served(running: Running) -> str:
    identity: str = running.get("/ready").json()["release"]
    return identity


def test_a_swap_under_load_loses_nothing(release: Release, tmp_path: Path) -> None:
    current = tmp_path / "current"
    shutil.copytree(release.path, tmp_path / "first")
    second = build([SMALL], tmp_path / "second", Settings(all_places=False))
    current.symlink_to(tmp_path / "first")
    (tmp_path / "limits.toml").write_text(LIMITS, encoding="utf-8")
    running = start(current, tmp_path / "log", "--limits", tmp_path / "limits.toml")
    found: list[tuple[int, str, str]] = []
    ended = threading.Event()

    def load() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            answer = running.query(f"{COUNT} # {number % 7}")
            found.append((answer.status, answer.headers["x-tsunagi-release"], answer.text))

    threads = [threading.Thread(target=load) for _ in range(4)]
    try:
        for thread in threads:
            thread.start()
        for target in ("second", "first", "second", "first"):
            link = tmp_path / "link"
            link.symlink_to(tmp_path / target)
            link.replace(current)
            eventually(lambda target=target: served(running) == open_release(tmp_path / target).identity)  # type: ignore[misc]
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        running.stop()
    assert {status for status, _, _ in found} == {200}
    answers = {identity: {text for _, one, text in found if one == identity} for _, identity, _ in found}
    assert set(answers) == {release.identity[:12], second.identity[:12]}
    assert all(len(texts) == 1 for texts in answers.values())
    assert len(running.events("release-served")) == 4


def test_a_build_in_place_is_taken_over(tmp_path: Path) -> None:
    first = build([SMALL], tmp_path / "release", Settings(all_places=False))
    running = start(first.path, tmp_path / "log")
    try:
        assert served(running) == first.identity
        again = build([], tmp_path / "release", Settings(all_places=False))
        eventually(lambda: served(running) == again.identity)
        assert running.query(COUNT).status == 200
        assert running.get("/data/manifest.json").body == (tmp_path / "release" / "manifest.json").read_bytes()
    finally:
        running.stop()


@pytest.mark.parametrize("file", ["data.nq", "tables/projects.csv", "store/CURRENT"])
def test_a_release_that_differs_from_its_manifest_is_refused(tmp_path: Path, file: str) -> None:
    first = build([SMALL], tmp_path / "release", Settings(all_places=False))
    shutil.copytree(first.path, tmp_path / "changed")
    content = (tmp_path / "changed" / file).read_bytes()
    (tmp_path / "changed" / file).write_bytes(content[:-2] + b"?" + content[-1:])
    current = tmp_path / "current"
    current.symlink_to(first.path)
    running = start(current, tmp_path / "log")
    try:
        link = tmp_path / "link"
        link.symlink_to(tmp_path / "changed")
        link.replace(current)
        eventually(lambda: running.events("release-refused"))
        assert file in running.events("release-refused")[0]["where"]
        assert served(running) == first.identity
        assert running.query(COUNT).status == 200
    finally:
        running.stop()


def test_a_service_does_not_start_on_nothing(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no release here"):
        start(tmp_path / "none", tmp_path / "log")
