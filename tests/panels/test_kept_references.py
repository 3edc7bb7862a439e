"""Reference pictures in native files: embedded or referred to, lost and found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from app.document.files import open_drawing
from app.panels.dialogs import UnsavedAnswer
from app.panels.reference_board import Place
from app.settings import EMBED_PHOTOS


@pytest.fixture
def board(program):
    return program.references


@pytest.fixture
def session(program, user, tmp_path):
    user.path = tmp_path / "cat.strokewise"
    user.unsaved = UnsavedAnswer.DISCARD
    return program.session


@pytest.fixture
def add(board, qtbot):
    """Adds a picture file, or a picture, and waits for it."""

    def add(picture) -> int:
        count = len(board.items)
        if isinstance(picture, QImage):
            board.add_image(picture)
        else:
            board.add_paths([picture])
        qtbot.waitUntil(lambda: len(board.items) == count + 1)
        return board.items[-1].id

    return add


def item(board, item_id):
    return next(each for each in board.items if each.id == item_id)


def saved(session, qtbot) -> None:
    session.save()
    session.worker.finish()
    assert not session.document.dirty


def looks(board) -> list[object]:
    return [
        (each.name, each.place, each.opacity, each.box, each.crop, each.locked)
        for each in board.items
    ]


def test_they_come_back_with_the_file(session, board, add, photo, program, qtbot):
    first, second = add(photo), add(photo)
    board.set_place(item(board, first), Place.UNDER)
    board.set_opacity(item(board, first), 0.25)
    board.move(item(board, first), 30, 40)
    board.set_crop(item(board, second), (0.5, 0, 1, 1))
    board.set_locked(item(board, second), True)
    before = looks(board)
    saved(session, qtbot)
    session.new()
    assert board.items == ()
    photo.unlink()
    session.open_path(user_path(session))
    qtbot.waitUntil(lambda: len(board.items) == 2)
    assert looks(board) == before
    assert board.items[0].image.pixelColor(100, 50).name() == "#2020cc"
    assert not session.document.dirty


def user_path(session):
    return session._dialogs.path


def test_embedded_or_referred_to(session, board, add, photo, settings, qtbot):
    add(photo)
    for embed in (True, False):
        settings.set(EMBED_PHOTOS, embed)
        saved(session, qtbot)
        (kept,) = open_drawing(user_path(session)).photos
        assert kept.path == str(photo)
        assert kept.content == (photo.read_bytes() if embed else None)
        board.set_opacity(board.items[0], 0.3)


def test_a_pasted_one_is_embedded_whatever_the_setting(session, board, add, settings, qtbot):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#3366cc"))
    add(image)
    settings.set(EMBED_PHOTOS, False)
    saved(session, qtbot)
    (kept,) = open_drawing(user_path(session)).photos
    assert kept.content is not None
    session.new()
    session.open_path(user_path(session))
    qtbot.waitUntil(lambda: len(board.items) == 1)
    assert board.items[0].image.pixelColor(5, 5).name() == "#3366cc"


def test_one_that_is_gone_is_told_and_not_forgotten(
    session, board, add, photo, settings, qtbot, tmp_path
):
    settings.set(EMBED_PHOTOS, False)
    add(photo)
    saved(session, qtbot)
    photo.rename(tmp_path / "elsewhere.png")
    session.new()
    with qtbot.waitSignal(board.trouble) as told:
        session.open_path(user_path(session))
    assert "square.png" in told.args[0]
    assert board.items == ()
    assert not session.document.dirty
    other = tmp_path / "other.png"
    Image.new("RGB", (90, 90), "red").save(other)
    add(other)
    assert session.document.dirty
    saved(session, qtbot)
    assert [each.name for each in open_drawing(user_path(session)).photos] == [
        "other.png",
        "square.png",
    ]


def test_they_are_a_reason_to_save_only_where_they_can_be_kept(session, board, add, photo, qtbot):
    add(photo)
    assert not session.document.dirty
    saved(session, qtbot)
    board.set_opacity(board.items[0], 0.1)
    assert session.document.dirty
    saved(session, qtbot)
    board.select(board.items[0].id)
    board.set_shown(False)
    assert not session.document.dirty


def test_without_a_native_file_they_stay_for_the_next_drawing(session, board, add, photo, line):
    add(photo)
    session.document.apply(session.document.drawing.adding(line), "Draw")
    session.new()
    assert len(board.items) == 1
    assert len(session.document.photos) == 1


def test_a_reload_brings_those_of_the_file(session, board, add, photo, qtbot):
    from app.document.native_write import write_native

    add(photo)
    saved(session, qtbot)
    content = session.document.content
    darker = replace(content.photos[0], opacity=0.125)
    with qtbot.waitSignal(session.changed_on_disk):
        write_native(user_path(session), replace(content, photos=(darker,)))
    session.reload()
    qtbot.waitUntil(lambda: [each.opacity for each in board.items] == [0.125])
    assert not session.document.dirty
