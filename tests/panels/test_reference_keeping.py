from __future__ import annotations

import json
import zipfile

import pytest
from PIL import Image

from app.document.drawing import Drawing
from app.document.files import open_drawing
from app.document.native_format import NativeContent, Photo
from app.document.native_write import write_native
from app.panels.reference_board import Place
from app.settings import REFERENCE_EMBED


@pytest.fixture
def board(program):
    return program.references


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def saved(window, program, board, document, photo, user, tmp_path, qtbot):
    """A native file with a picture that was moved, faded, locked and cropped."""
    board.add_paths([photo])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    board.set_place(board.items[0], Place.ON_TOP)
    board.set_opacity(board.items[0], 0.25)
    board.set_crop(board.items[0], (0.1, 0.2, 0.9, 1.0))
    board.move(board.items[0], 5, 7)
    board.set_locked(board.items[0], True)
    user.path = tmp_path / "boat.strokewise"
    assert program.session.save()
    return user.path


def test_a_native_file_brings_the_pictures_back_as_they_were(
    saved, program, board, document, qtbot
):
    before = board.items[0]
    document.new()
    qtbot.waitUntil(lambda: board.items == ())
    program.open_path(saved)
    qtbot.waitUntil(lambda: len(board.items) == 1)
    (after,) = board.items
    assert (after.place, after.opacity, after.locked) == (Place.ON_TOP, 0.25, True)
    assert after.crop == pytest.approx(before.crop)
    assert after.box == pytest.approx(before.box)
    assert after.path == before.path
    assert after.name == "square.png"
    assert not document.dirty


def test_the_copy_in_the_file_does_without_the_original(
    saved, program, board, document, photo, qtbot
):
    photo.unlink()
    document.new()
    qtbot.waitUntil(lambda: board.items == ())
    program.open_path(saved)
    qtbot.waitUntil(lambda: len(board.items) == 1)
    assert board.items[0].path is None
    red = board.items[0].image.pixelColor(5, 5)
    assert red.getRgb()[:3] == pytest.approx((204, 32, 32), abs=6)  # a JPEG
    with zipfile.ZipFile(saved) as archive:
        (name,) = [each for each in archive.namelist() if each.startswith("photos/")]
        with Image.open(archive.open(name)) as image:
            assert (image.format, image.size) == ("JPEG", (200, 100))


def test_without_copies_the_file_remembers_the_place_only(
    program, board, document, photo, user, settings, tmp_path, qtbot, window
):
    settings.set(REFERENCE_EMBED, False)
    board.add_paths([photo])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    user.path = tmp_path / "boat.strokewise"
    program.session.save()
    (kept,) = open_drawing(user.path).photos
    assert (kept.content, kept.path) == (None, str(photo))
    photo.unlink()
    document.new()
    program.open_path(user.path)
    qtbot.waitUntil(lambda: "square.png" in window.message_bar.text)
    assert board.items == ()
    # What cannot be shown is not lost.
    document.apply(document.drawing.adding(), "Nothing")
    program.session.save()
    assert open_drawing(user.path).photos == (kept,)


def test_changes_of_pictures_are_changes_of_a_native_document(saved, document, board, qtbot):
    assert not document.dirty
    board.set_opacity(board.items[0], 0.75)
    qtbot.waitUntil(lambda: document.dirty)
    board.set_opacity(board.items[0], 0.25)
    qtbot.waitUntil(lambda: not document.dirty)


def test_pictures_of_no_document_stay_for_the_next_one(board, document, photo, qtbot):
    board.add_paths([photo])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    document.new()
    qtbot.wait(20)
    assert len(board.items) == 1
    assert not document.dirty


def test_the_file_suggested_is_one_that_keeps_them(program, board, photo, user, qtbot):
    program.session.save_as()
    board.add_paths([photo])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    program.session.save_as()
    assert user.asked[0] == "save Untitled.svg"
    assert user.asked[-1] == "save Untitled.strokewise"


@pytest.mark.parametrize(
    "rows",
    [
        "nonsense",
        [],
        ["x"],
        [{"place": 3, "crop": [0, 0, 2, 1]}],
        [{"place": "moon", "crop": [0.5, 0, 0.5, 1]}],
        [{"crop": [0, 0, float("nan"), 1]}],
    ],
)
def test_nonsense_in_a_file_is_passed_over(program, board, photo, tmp_path, qtbot, rows):
    path = tmp_path / "odd.strokewise"
    photos = (Photo("square.png", photo.read_bytes(), visible=False),)
    settings = json.loads(json.dumps({"references": rows}))
    write_native(path, NativeContent(Drawing(), photos, settings))
    program.open_path(path)
    qtbot.waitUntil(lambda: len(board.items) == 1)
    (item,) = board.items
    assert item.place is Place.DOCK
    assert item.crop == (0, 0, 1, 1)
