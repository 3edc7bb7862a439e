from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.svg_read import read_svg
from app.document.svg_write import write_svg
from app.input.smoothing import Smoothing
from app.main_window import MainWindow
from app.panels.abstraction import Phase
from app.panels.dialogs import UnsavedAnswer
from app.panels.message_bar import MessageKind
from app.settings import PEN_COLOUR, PEN_SMOOTHING, PEN_WIDTH_PX
from engine.warmup import WarmUpPayload
from tests.canvas.hand import Hand
from tests.test_session import journal_of_a_killed_program


@pytest.fixture
def hand(window) -> Hand:
    return Hand(window.canvas)


@pytest.fixture
def document(program):
    return program.session.document


def mime_of(*paths) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(window: MainWindow, mime: QMimeData) -> bool:
    """Drop something in the middle of the window; returns whether it was taken."""
    middle = window.rect().center()
    enter = QDragEnterEvent(
        middle,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(
        QPointF(middle),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event.isAccepted()


# --- Title and undo ----------------------------------------------------------------------------


def test_the_title_names_the_drawing_and_shows_unsaved_changes(window, hand, document, tmp_path):
    assert window.windowTitle() == "Untitled[*] - Strokewise"
    assert not window.isWindowModified()
    hand.drag((100, 100), (200, 100))
    assert window.isWindowModified()
    document.save(tmp_path / "horse.svg")
    assert window.windowTitle() == "horse.svg[*] - Strokewise"
    assert not window.isWindowModified()


def test_undo_and_redo_name_their_steps(window, hand):
    undo, redo = window.actions_by_id["edit.undo"], window.actions_by_id["edit.redo"]
    assert not undo.isEnabled()
    hand.drag((100, 100), (200, 100))
    assert undo.isEnabled()
    assert undo.text() == "&Undo Draw stroke"
    assert undo.toolTip() == "Undo: Draw stroke (Ctrl+Z)"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.text() == "&Redo Draw stroke"
    redo.trigger()
    assert hand.is_inked((150, 100))


def test_keys_undo_and_save(window, hand, user, document, tmp_path, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    user.path = tmp_path / "a.svg"
    hand.drag((100, 100), (200, 100))
    hand.drag((100, 200), (200, 200))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(read_svg(user.path).strokes) == 1


# --- Closing -----------------------------------------------------------------------------------


def test_closing_a_clean_window_asks_nothing(window, user):
    assert window.close()
    assert user.asked == []


@pytest.mark.parametrize("answer", UnsavedAnswer)
def test_closing_with_unsaved_changes_asks(window, hand, user, program, tmp_path, answer):
    hand.drag((100, 100), (200, 100))
    user.unsaved, user.path = answer, tmp_path / "saved.svg"
    closed = window.close()
    assert user.asked[0] == "unsaved Untitled"
    assert closed == (answer is not UnsavedAnswer.CANCEL)
    assert window.isVisible() != closed
    assert user.path.exists() == (answer is UnsavedAnswer.SAVE)


def test_closing_ends_the_engine(window, program):
    assert window.close()
    with pytest.raises(RuntimeError):
        program.bridge.submit("warm-up", None)


def test_closing_in_the_middle_of_a_job(window, program, engine, photo, qtbot):
    engine.hold = True
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: program.abstraction.sketch is not None)
    assert window.close()


# --- Drop, paste, open -------------------------------------------------------------------------


def test_a_dropped_drawing_is_opened(window, document, line, tmp_path):
    path = tmp_path / "line.svg"
    write_svg(path, document.drawing.adding(line))
    assert drop(window, mime_of(path))
    assert document.drawing.strokes == (line,)
    assert document.path == path


def test_a_dropped_photo_is_sketched(window, program, photo, engine, qtbot):
    assert drop(window, mime_of(photo))
    qtbot.waitUntil(lambda: program.abstraction.can_keep)
    assert program.abstraction.photo.name == "square.png"
    qtbot.waitUntil(lambda: program.abstraction.phase is Phase.IDLE)


def test_text_is_not_taken(window):
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(window, mime)


def test_a_dropped_text_file_is_one_sentence(window, tmp_path, qtbot):
    path = tmp_path / "notes.txt"
    path.write_text("milk, eggs")
    assert drop(window, mime_of(path))
    qtbot.waitUntil(lambda: bool(window.message_bar.text))
    assert "notes.txt" in window.message_bar.text
    assert window.message_bar.kind is MessageKind.TROUBLE


def test_dropping_on_a_dirty_drawing_asks_first(window, hand, user, document, line, tmp_path):
    path = tmp_path / "line.svg"
    write_svg(path, document.drawing.adding(line))
    hand.drag((100, 100), (200, 100))
    user.unsaved = UnsavedAnswer.CANCEL
    drop(window, mime_of(path))
    assert user.asked == ["unsaved Untitled"]
    assert document.path is None


def test_a_pasted_picture_is_sketched(window, program, photo, qtbot):
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    window.actions_by_id["edit.paste"].trigger()
    qtbot.waitUntil(lambda: program.abstraction.can_keep)
    assert program.abstraction.photo.size_px == (200, 100)
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: program.abstraction.phase is Phase.IDLE)


def test_pasting_nothing_says_so(window):
    QGuiApplication.clipboard().clear()
    window.actions_by_id["edit.paste"].trigger()
    assert window.message_bar.text == "There is no picture on the clipboard."


def test_bad_input_is_told_in_the_bar_and_never_in_a_dialog(window, user, tmp_path):
    user.path = tmp_path / "missing.svg"
    window.actions_by_id["file.open"].trigger()
    assert "missing.svg" in window.message_bar.text
    assert QApplication.activeModalWidget() is None


def test_a_bug_is_told_in_the_bar(window, program, bugs, qtbot, engine, photo, monkeypatch):
    def broken(payload, context):
        raise ZeroDivisionError
        yield

    monkeypatch.setitem(program.bridge._service._handlers, "abstract", broken)
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: bool(window.message_bar.text))
    assert window.message_bar.text.startswith("Something went wrong inside Strokewise")
    assert "crash.log" in window.message_bar.text
    assert len(bugs) == 1
    bugs.clear()


# --- Recovery ----------------------------------------------------------------------------------


def test_left_work_is_offered_and_restored(window, program, document, line, state_folder):
    journal = journal_of_a_killed_program(line, state_folder / "journals")
    program.offer_recovery()
    assert "Untitled" in window.message_bar.text
    window.message_bar.answer("Restore").click()
    assert document.drawing.strokes == (line,)
    assert window.isWindowModified()
    assert not journal.exists()
    assert window.message_bar.text == ""


def test_left_work_is_shown_as_a_picture(window, program, line, state_folder, qtbot):
    journal_of_a_killed_program(line, state_folder / "journals")
    images = []
    program.recovery.picture.connect(images.append)
    program.offer_recovery()
    qtbot.waitUntil(lambda: window.message_bar.has_picture)
    (image,) = images
    # A page of 1024 x 768 px in 192 x 108; the line lies at y = 100.
    assert image.size().toTuple() == (144, 108)
    assert image.pixelColor(28, 14).lightness() < 128
    assert image.pixelColor(28, 60).lightness() == 255
    window.message_bar.answer("Discard").click()
    assert not window.message_bar.isVisible()
    window.message_bar.show_message("Another", MessageKind.NOTICE)
    assert not window.message_bar.has_picture


def test_a_broken_journal_has_no_picture_and_says_so_when_restored(
    window, program, line, state_folder, qtbot
):
    journal = journal_of_a_killed_program(line, state_folder / "journals")
    header, *_ = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(header + b"{}\n{}\n")
    program.offer_recovery()
    qtbot.wait(50)
    assert not window.message_bar.has_picture
    window.message_bar.answer("Restore").click()
    assert window.message_bar.kind is MessageKind.TROUBLE


def test_left_work_can_be_discarded_one_by_one(window, program, document, line, state_folder):
    folder = state_folder / "journals"
    journals = [journal_of_a_killed_program(line, folder) for _ in range(2)]
    program.offer_recovery()
    window.message_bar.answer("Discard").click()
    assert sum(journal.exists() for journal in journals) == 1
    window.message_bar.answer("Discard").click()
    assert not any(journal.exists() for journal in journals)
    assert window.message_bar.text == ""
    assert document.drawing.strokes == ()


def test_nothing_is_offered_after_a_clean_end(window, program):
    program.offer_recovery()
    assert window.message_bar.text == ""


# --- Pen options, status, layout ---------------------------------------------------------------


def test_width_and_colour_are_drawn_with_and_remembered(window, hand, program, document):
    window.pen_options.width_box.setValue(11.5)
    window.pen_options.set_colour("#2060c0")
    hand.drag((100, 100), (200, 100))
    (stroke,) = document.drawing.strokes
    assert (stroke.width_px, stroke.colour) == (11.5, "#2060c0")
    assert program.settings.get(PEN_WIDTH_PX) == 11.5
    assert program.settings.get(PEN_COLOUR) == "#2060c0"


def test_smoothing_can_be_turned_off(window, hand, program, document):
    action = window.actions_by_id["tool.smoothing"]
    assert action.isChecked()
    action.trigger()
    assert program.toolbox.pen.smoothing is Smoothing.OFF
    assert program.settings.get(PEN_SMOOTHING) == "off"
    hand.drag((100, 100), (300, 100), (300, 300))
    assert len(document.drawing.strokes[0].points) == 3


def test_the_status_bar_shows_the_zoom(window):
    window.canvas.zoom_to(2.0)
    assert window.status_bar.zoom_button.text() == "200 %"
    window.actions_by_id["view.actual_size"].trigger()
    assert window.status_bar.zoom_button.text() == "100 %"


def test_the_status_bar_shows_the_job_and_cancels_it(window, program, engine, photo, qtbot):
    bar = window.status_bar
    assert not bar.job_progress.isVisibleTo(bar)
    engine.hold = True
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: bar.job_progress.value() == 500)
    assert bar.job_progress.isVisibleTo(bar)
    assert bar.jobs_button.text() == "Sketching the photo"
    bar.cancel_button.click()
    assert program.abstraction.phase is Phase.IDLE
    assert not bar.job_progress.isVisibleTo(bar)


def test_the_engine_is_said_to_load_and_then_to_be_ready(window, program, qtbot):
    program.engine.warm_up(WarmUpPayload())
    assert window.status_bar.engine_label.text() == "Loading the engine…"
    qtbot.waitUntil(lambda: window.status_bar.engine_label.text() != "Loading the engine…")
    assert window.status_bar.engine_label.text() == "lines on CPU"


def test_another_encoder_is_loaded_and_used(window, program, engine, photo, qtbot):
    program.models.in_use_changed.emit("ViT-B-32/openai")
    assert window.status_bar.engine_label.text() == "Loading the engine…"
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: len(engine.payloads) == 1)
    assert engine.payloads[-1].encoder == "ViT-B-32/openai"


def test_the_models_dialog_opens_from_the_menu(window, qtbot):
    assert window.windows.models is None
    window.actions_by_id["engine.models"].trigger()
    dialog = window.windows.models
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    dialog.close()
    window.actions_by_id["engine.models"].trigger()
    assert window.windows.models is dialog
    assert dialog.isVisible()
    dialog.close()


def test_the_layout_is_remembered(qtbot, program, window, settings, user, engine, tmp_path):
    from app.errors import Reporter
    from app.program import Program
    from app.settings import Settings

    # Smaller than the offscreen screen, or it would be cut to fit.
    window.resize(700, 500)
    window.abstract_dock.hide()
    window.close()
    settings.save()
    again = Program(
        Settings(tmp_path / "settings.json"), Reporter(tmp_path), user, tmp_path, engine.handlers
    )
    again.bridge.start()
    other = MainWindow(again)
    other.show()
    assert (other.width(), other.height()) == (700, 500)
    assert other.abstract_dock.isHidden()
    other.close()
    other.deleteLater()
