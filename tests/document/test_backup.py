from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.document import backup
from app.document.backup import KEPT, keep_backup, list_backups
from app.document.drawing import Drawing
from app.document.files import read_drawing, save_document
from app.document.native_format import NativeContent
from app.document.stroke import Stroke


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "backups"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "cat.svg"


def written(document: Path, text: str, time_s: float) -> None:
    document.write_text(text)
    os.utime(document, (time_s, time_s))


def kept(folder: Path, document: Path) -> list[str]:
    return [each.path.read_text() for each in list_backups(folder, document)]


def test_the_last_saves_are_kept_newest_first(folder: Path, document: Path) -> None:
    for i in range(6):
        keep_backup(folder, document)
        written(document, f"save {i}", 1000 + i)
    assert kept(folder, document) == ["save 4", "save 3", "save 2"]
    assert [each.saved_s for each in list_backups(folder, document)] == [1004, 1003, 1002]
    assert len(list_backups(folder, document)) == KEPT


def test_the_same_content_is_kept_once(folder: Path, document: Path) -> None:
    written(document, "a", 1000)
    keep_backup(folder, document)
    keep_backup(folder, document)
    assert kept(folder, document) == ["a"]


def test_documents_do_not_mix(folder: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written(tmp_path / name / "cat.svg", name, 1000)
        keep_backup(folder, tmp_path / name / "cat.svg")
    assert kept(folder, tmp_path / "a" / "cat.svg") == ["a"]
    assert kept(folder, tmp_path / "b" / "cat.svg") == ["b"]
    assert kept(folder, tmp_path / "c" / "cat.svg") == []


def test_another_path_to_the_same_file(folder: Path, document: Path, tmp_path: Path) -> None:
    written(document, "a", 1000)
    keep_backup(folder, document)
    (tmp_path / "x").mkdir()
    assert kept(folder, tmp_path / "x" / ".." / "cat.svg") == ["a"]


def test_documents_that_were_not_saved_for_long_are_forgotten(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEPT_DOCUMENTS", 3)
    paths = [tmp_path / f"{i}.svg" for i in range(5)]
    for i, path in enumerate(paths):
        written(path, str(i), 1000)
        keep_backup(folder, path)
        for own in folder.iterdir():
            os.utime(own, (own.stat().st_mtime - 10, own.stat().st_mtime - 10))
    assert [kept(folder, path) for path in paths] == [[], [], ["2"], ["3"], ["4"]]


def test_a_folder_that_takes_nothing_does_not_stop_the_save(folder: Path, document: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")
    written(document, "a", 1000)
    drawing = Drawing((Stroke.from_polyline([[1, 1], [5, 9]]),))
    save_document(document, NativeContent(drawing), folder)
    assert read_drawing(document) == drawing
    assert list_backups(folder, document) == []


def test_a_save_keeps_what_it_replaces(folder: Path, document: Path) -> None:
    for side in (10.0, 20.0, 30.0):
        save_document(document, NativeContent(Drawing((), side, side)), folder)
        os.utime(document, (side, side))
    widths = [read_drawing(each.path).width_px for each in list_backups(folder, document)]
    assert widths == [20, 10]
