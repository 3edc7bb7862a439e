"""The session and its files: large ones, backups, changes by others, new pages."""

from __future__ import annotations

import os
import threading

import numpy as np
import pytest

from app.document import files
from app.document.drawing import Drawing
from app.document.files import read_drawing
from app.document.native_format import Photo
from app.document.stroke import Stroke
from app.document.svg_write import write_svg
from app.panels.dialogs import UnsavedAnswer
from app.panels.earlier_saves import EMPTY
from app.session import LARGE_FILE_BYTES

OTHER = Drawing((Stroke.from_polyline([(1, 1), (9, 9)]),), 50, 60)


@pytest.fixture
def session(program):
    return program.session


@pytest.fixture
def document(session):
    return session.document


@pytest.fixture
def path(tmp_path):
    return tmp_path / "drawings" / "cat.svg"


@pytest.fixture
def saved(session, user, line, path):
    """A drawing of one line, saved as `path`."""
    path.parent.mkdir()
    session.document.apply(session.document.drawing.adding(line), "Draw stroke")
    user.path = path
    assert session.save()
    return path


def draw(session, x: float) -> None:
    stroke = Stroke.from_polyline([(x, 10), (x, 90)])
    session.document.apply(session.document.drawing.adding(stroke), "Draw stroke")


def draw_much(session) -> None:
    rows = np.random.default_rng(0).uniform(0, 500, (6000, 2))
    stroke = Stroke.from_polyline(rows)
    session.document.apply(session.document.drawing.adding(stroke), "Draw stroke")


class TestKinds:
    def test_a_native_file_is_saved_opened_and_dropped(self, session, user, line, tmp_path):
        draw(session, 5)
        user.path = tmp_path / "cat.strokewise"
        assert session.save_as()
        drawing = session.document.drawing
        session.new()
        assert session.open_path(user.path)
        assert session.document.drawing == drawing
        assert session.document.name == "cat.strokewise"

    def test_with_photos_the_native_form_is_suggested(self, session, user):
        session.document.photos = (Photo("cat.jpg", b"x"),)
        session.save_as()
        assert user.asked == ["save Untitled.strokewise"]


class TestLargeDrawings:
    def test_they_are_saved_beside_the_gui_thread(self, session, saved, monkeypatch, qtbot):
        threads = []
        write = files.write_atomically

        def watched(*args):
            threads.append(threading.current_thread())
            write(*args)

        monkeypatch.setattr(files, "write_atomically", watched)
        draw_much(session)
        assert session.save()
        assert session.document.dirty
        qtbot.waitUntil(lambda: not session.document.dirty)
        assert threading.main_thread() not in threads
        assert read_drawing(saved) == session.document.drawing

    def test_what_is_drawn_meanwhile_is_unsaved(self, session, saved):
        draw_much(session)
        before = session.document.drawing
        session.save()
        draw(session, 5)
        session.worker.finish()
        assert session.document.dirty
        assert read_drawing(saved) == before

    def test_leaving_waits_for_the_save(self, session, user, saved):
        draw_much(session)
        drawing = session.document.drawing
        user.unsaved = UnsavedAnswer.SAVE
        assert session.new()
        assert read_drawing(saved) == drawing

    def test_a_save_under_way_is_awaited_without_a_question(self, session, user, saved):
        draw_much(session)
        session.save()
        user.asked.clear()
        assert session.new()
        assert user.asked == []
        assert session.document.path is None

    def test_a_failed_save_keeps_the_drawing(self, session, user, saved, qtbot):
        draw_much(session)
        saved.unlink()
        saved.parent.rmdir()
        user.unsaved = UnsavedAnswer.SAVE
        with qtbot.waitSignal(session.trouble) as told:
            assert not session.new()
        assert "could not be written" in told.args[0]
        assert session.document.dirty


class TestLargeFiles:
    @pytest.fixture
    def large(self, tmp_path):
        rows = np.random.default_rng(0).uniform(0, 500, (60, 1000, 2))
        drawing = Drawing(tuple(map(Stroke.from_polyline, rows)))
        write_svg(tmp_path / "large.svg", drawing)
        assert (tmp_path / "large.svg").stat().st_size > LARGE_FILE_BYTES
        return tmp_path / "large.svg", drawing

    def test_they_are_read_beside_the_gui_thread(self, session, large, qtbot):
        path, drawing = large
        assert session.open_path(path)
        assert session.document.drawing.strokes == ()
        qtbot.waitUntil(lambda: session.document.path == path)
        assert session.document.drawing == drawing

    @pytest.mark.parametrize("answer", [UnsavedAnswer.DISCARD, UnsavedAnswer.CANCEL])
    def test_what_is_drawn_meanwhile_is_asked_about(self, session, user, large, answer):
        path, drawing = large
        session.open_path(path)
        draw(session, 5)
        mine = session.document.drawing
        user.unsaved = answer
        session.worker.finish()
        assert user.asked == ["unsaved Untitled"]
        assert session.document.drawing == (drawing if answer is UnsavedAnswer.DISCARD else mine)

    def test_a_broken_one_changes_nothing(self, session, large, qtbot):
        path, _ = large
        path.write_text(path.read_text()[:-20])
        with qtbot.waitSignal(session.trouble):
            session.open_path(path)
        assert session.document.path is None


class TestExport:
    @pytest.mark.parametrize("suffix", [".png", ".pdf", ".svg"])
    def test_every_form(self, session, user, line, tmp_path, suffix, qtbot):
        draw(session, 5)
        user.path = tmp_path / f"out{suffix}"
        with qtbot.waitSignal(session.done) as done:
            assert session.export()
        assert done.args == [f"Exported out{suffix}."]
        assert user.path.stat().st_size > 100
        assert session.document.dirty

    def test_a_name_without_a_form(self, session, user, tmp_path, qtbot):
        user.path = tmp_path / "out.jpg"
        with qtbot.waitSignal(session.trouble):
            assert not session.export()

    def test_a_place_that_takes_no_file(self, session, user, tmp_path, qtbot):
        user.path = tmp_path / "missing" / "out.png"
        with qtbot.waitSignal(session.trouble) as told:
            session.export()
        assert "out.png could not be written" in told.args[0]


class TestBackups:
    def test_an_earlier_save_comes_back_as_unsaved_changes(
        self, session, window, saved, user, qtbot
    ):
        first = session.document.drawing
        os.utime(saved, (1000, 1000))
        draw(session, 5)
        session.save()
        assert [each.saved_s for each in session.backups()] == [1000]
        menu = window.earlier_saves
        menu.aboutToShow.emit()
        (action,) = menu.actions()
        assert "days ago" in action.text()
        action.trigger()
        assert session.document.drawing == first
        assert session.document.path == saved
        assert session.document.dirty
        assert user.asked == ["save Untitled.svg"]

    def test_the_menu_without_any(self, window):
        window.earlier_saves.aboutToShow.emit()
        (action,) = window.earlier_saves.actions()
        assert (action.text(), action.isEnabled()) == (EMPTY, False)


class TestChangedByOthers:
    def test_reload_is_one_step(self, session, window, saved, qtbot):
        draw(session, 5)
        mine = session.document.drawing
        with qtbot.waitSignal(session.changed_on_disk):
            write_svg(saved, OTHER)
        assert "Another program changed cat.svg" in window.message_bar.text
        window.message_bar.answer("Reload").click()
        assert session.document.drawing == OTHER
        assert not session.document.dirty
        session.undo()
        assert session.document.drawing is mine
        assert session.document.dirty

    def test_keep_mine(self, session, window, saved, qtbot):
        mine = session.document.drawing
        with qtbot.waitSignal(session.changed_on_disk):
            write_svg(saved, OTHER)
        window.message_bar.answer("Keep Mine").click()
        assert session.document.drawing is mine
        assert session.document.dirty
        assert session.save()
        assert read_drawing(saved) == mine
        assert read_drawing(session.backups()[0].path) == OTHER

    def test_a_broken_change_keeps_the_drawing(self, session, window, saved, qtbot):
        mine = session.document.drawing
        with qtbot.waitSignal(session.changed_on_disk):
            saved.write_text("nonsense")
        window.message_bar.answer("Reload").click()
        assert "not an SVG file" in window.message_bar.text
        assert session.document.drawing is mine

    def test_our_own_saves_are_none(self, session, saved, qtbot):
        with qtbot.assertNotEmitted(session.changed_on_disk, wait=500):
            draw(session, 5)
            session.save()

    def test_a_removed_file_makes_the_drawing_unsaved(self, session, saved, qtbot):
        with qtbot.waitSignal(session.trouble) as told:
            saved.unlink()
        assert "gone" in told.args[0]
        assert session.document.dirty
        session.save()
        assert saved.exists()


class TestNewPages:
    def test_a_page_of_another_size(self, session, user):
        draw(session, 5)
        user.page, user.unsaved = (300.0, 200.0), UnsavedAnswer.DISCARD
        assert session.new_page()
        assert user.asked == ["page 1024 x 768", "unsaved Untitled"]
        drawing = session.document.drawing
        assert (drawing.strokes, drawing.width_px, drawing.height_px) == ((), 300, 200)

    def test_changing_ones_mind(self, session, user):
        draw(session, 5)
        assert not session.new_page()
        user.page = (300.0, 200.0)
        assert not session.new_page()
        assert len(session.document.drawing.strokes) == 1


class TestOtherPrograms:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("<text>a</text>", "1 text"),
            ("<text>a</text><text>b</text><image/>", "1 picture and 2 texts"),
            (
                "<text>a</text><path d='M1 1L9 9' mask='url(#m)'/><image/>",
                "1 mask, 1 picture and 1 text",
            ),
        ],
    )
    def test_what_is_left_out_is_told(self, session, tmp_path, qtbot, content, words):
        path = tmp_path / "other.svg"
        line = '<path d="M1 1L9 9" stroke="red"/>'
        path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{line}{content}</svg>')
        with qtbot.waitSignal(session.done) as done:
            session.open_path(path)
        assert done.args == [f"other.svg is open, but without {words}."]

    def test_nothing_is_told_where_nothing_is_lost(self, session, tmp_path, qtbot):
        write_svg(tmp_path / "own.svg", OTHER)
        with qtbot.assertNotEmitted(session.done):
            session.open_path(tmp_path / "own.svg")
