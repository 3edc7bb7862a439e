from __future__ import annotations

import os

import pytest

from app.file_watch import FileWatch


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "cat.svg"
    path.write_text("one")
    return path


@pytest.fixture
def watch(qapp, path):
    watch = FileWatch()
    watch.watch(path)
    yield watch
    watch.watch(None)
    watch.deleteLater()


def replace(path, text: str) -> None:
    """As programs do that save atomically."""
    other = path.with_name("other")
    other.write_text(text)
    other.replace(path)


@pytest.mark.parametrize("write", [lambda path, text: path.write_text(text), replace])
def test_every_change_is_told_once(watch, path, write, qtbot):
    told = []
    watch.changed.connect(lambda: told.append(path.read_text()))
    for text in ("two, longer", "three, longer still"):
        with qtbot.waitSignal(watch.changed):
            write(path, text)
    watch.look()
    assert told == ["two, longer", "three, longer still"]


def test_a_removed_file_and_its_return(watch, path, qtbot):
    with qtbot.waitSignal(watch.removed):
        path.unlink()
    with qtbot.waitSignal(watch.changed):
        path.write_text("back again")


def test_what_was_seen_is_not_told(watch, path, qtbot):
    path.write_text("our own save")
    watch.watch(path)
    with qtbot.assertNotEmitted(watch.changed, wait=400):
        (path.parent / "another file").write_text("x")
        os.utime(path.parent)
    assert watch.path == path


def test_after_the_end_nothing_is_told(watch, path, qtbot):
    watch.watch(None)
    with qtbot.assertNotEmitted(watch.changed, wait=400):
        path.write_text("two, longer")
    assert watch.path is None
