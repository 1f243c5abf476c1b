import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ReleaseError, SourceError
from kg.release.build import build
from kg.release.publish import MANIFEST, replacing
from kg.release.release import open_release
from kg.settings import Settings

SMALL = Path(__file__).with_name("small.txt")


def snapshot(directory: Path) -> dict[str, bytes]:
    return {str(p.relative_to(directory)): p.read_bytes() for p in sorted(directory.rglob("*")) if p.is_file()}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    build([SMALL], tmp_path / "release", Settings(all_places=False))
    return tmp_path / "release"


def test_a_build_replaces_the_old_release_and_leaves_nothing_else(release: Path) -> None:
    (release / "tables" / "outcomes.csv").write_text("x")
    build([SMALL], release, Settings(all_places=False))
    open_release(release)
    assert [p.name for p in release.parent.iterdir()] == ["release"]


def test_a_build_that_fails_leaves_the_old_release_as_it_was(release: Path, tmp_path: Path) -> None:
    before = snapshot(release)
    bad = tmp_path / "bad.txt"
    bad.write_text("これは表ではない。\n")
    with pytest.raises(SourceError):
        build([bad], release, Settings(all_places=False))
    assert snapshot(release) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt", "release"]


STAGES = ("sorting", "sorting/body", "data.nq", "store", "tables", "tables/passages.csv", "catalog.ttl")
SAMPLED = ("data.nq", "store")
"""Stages at which make test kills a build; make test-full does so at all of them."""


@pytest.mark.parametrize("stage", [stage if stage in SAMPLED else pytest.param(stage, marks=pytest.mark.full) for stage in STAGES])
def test_a_build_killed_at_any_stage_leaves_the_old_release_and_the_next_build_no_litter(tmp_path: Path, stage: str) -> None:
    release = tmp_path / "release"
    build([SMALL], release, Settings(all_places=False))
    before = snapshot(release)
    process = subprocess.Popen([sys.executable, "-m", "kg", "build", "--out", str(release)], stdout=subprocess.DEVNULL)
    marker = tmp_path / f".release.building-{process.pid}" / stage
    while process.poll() is None and not marker.exists():
        time.sleep(0.002)
    process.kill()
    process.wait()
    assert marker.exists()
    if stage != STAGES[-1]:  # behind the last one the new release may already stand in its place
        assert snapshot(release) == before
    assert open_release(release).store().query("ASK { ?s ?p ?o }") is True
    build([SMALL], release, Settings(all_places=False))
    assert [p.name for p in tmp_path.iterdir()] == ["release"]
    assert open_release(release).store().query("ASK { ?s ?p ?o }") is True


def test_a_build_that_died_between_two_renames_is_undone_by_the_next(release: Path) -> None:
    before = snapshot(release)
    release.rename(release.parent / ".release.building-999999999-old")
    with pytest.raises(RuntimeError), replacing(release):
        raise RuntimeError
    assert snapshot(release) == before


@pytest.mark.parametrize(
    "make", [lambda p: p.write_text("mine"), lambda p: (p.mkdir(), (p / "thesis.docx").write_text("mine"))], ids=["file", "folder"]
)
def test_what_no_build_made_is_never_replaced(tmp_path: Path, make: Callable[[Path], object]) -> None:
    target = tmp_path / "mine"
    make(target)
    with pytest.raises(ReleaseError, match="not made by kg build"):
        build([SMALL], target, Settings(all_places=False))
    assert target.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    "damage",
    [lambda r: (r / MANIFEST).write_text("{"), lambda r: (r / "tables" / "outcomes.csv").unlink(), lambda r: (r / MANIFEST).unlink()],
)
def test_a_damaged_release_is_said_to_be_damaged(release: Path, damage: Callable[[Path], object]) -> None:
    damage(release)
    with pytest.raises(ReleaseError, match="kg build"):
        open_release(release)


def test_a_file_that_somebody_put_into_a_release_is_not_deleted(release: Path) -> None:
    (release / "my-notes.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="my-notes"):
        build([SMALL], release, Settings(all_places=False))
    assert (release / "my-notes.txt").read_text() == "mine"


def test_a_manifest_of_something_else_makes_no_release(tmp_path: Path) -> None:
    (tmp_path / "webapp").mkdir()
    (tmp_path / "webapp" / "manifest.json").write_text('{"name": "my app"}')
    with pytest.raises(ReleaseError, match="not made by kg build"):
        build([SMALL], tmp_path / "webapp", Settings(all_places=False))


def test_a_link_stays_a_link(release: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(release)
    build([SMALL], link, Settings(all_places=False))
    assert link.is_symlink()
    open_release(link)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "release"]


def test_only_drafts_of_builds_are_cleared(release: Path) -> None:
    mine = release.parent / ".release.building-mydata"
    mine.mkdir()
    build([SMALL], release, Settings(all_places=False))
    assert mine.exists()
