"""Preview, bringing back, keeping: real bridge and service, quick handlers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.document.stroke import Stroke
from app.panels.assist_target import TargetKind
from app.panels.clean_dialog import JUDGES, CleanDialog
from app.panels.cleaning import DROPPED, NOTHING_TO_CLEAN, CleaningSession
from engine.attribution.framing import ink_frame
from engine.attribution.messages import CategoryTarget, Estimator, Method, PhotoTarget


@pytest.fixture
def cleaning(program) -> CleaningSession:
    return program.cleaning


@pytest.fixture
def fake(engine):
    return engine.assist


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def said(program) -> list[str]:
    """What came to the message bar."""
    found: list[str] = []
    program.message.connect(lambda message: found.append(message.text))
    return found


@pytest.fixture
def strokes(document) -> tuple[Stroke, ...]:
    """Three rows of 11 points each, 200 px long; the fake lets the middle one go."""
    rows = tuple(
        Stroke(
            np.stack(
                [
                    np.linspace(300, 500, 11),
                    np.full(11, y),
                    np.linspace(0.2, 0.8, 11),
                    np.linspace(0, 1, 11),
                ],
                1,
            ),
            width_px=6,
        )
        for y in (200.0, 300.0, 400.0)
    )
    document.apply(document.drawing.adding(*rows), "Draw")
    return rows


@pytest.fixture
def ready(qtbot, cleaning, strokes):
    """Clean and wait for the preview."""

    def run():
        cleaning.start()
        qtbot.waitUntil(lambda: cleaning.preview is not None)
        return cleaning.preview

    return run


def test_there_must_be_something_to_clean(cleaning, fake, program):
    assert not cleaning.can_start
    cleaning.start()
    assert not program.bridge.busy


def test_the_preview_leaves_the_document_alone(cleaning, document, strokes, ready, fake):
    drawing = document.drawing
    preview = ready()
    assert document.drawing is drawing
    assert preview.before is drawing
    assert preview.after.strokes == (strokes[0], strokes[2])
    assert [(ghost.stroke_id, ghost.span) for ghost in preview.ghosts] == [(1, (0, 10))]
    assert cleaning.words_before == "a cat, 40 %"
    assert cleaning.words_after == "a cat, 80 %"
    assert not cleaning.can_start


def test_keep_is_one_undoable_edit(cleaning, document, strokes, ready, said):
    ready()
    cleaning.keep()
    assert document.drawing.strokes == (strokes[0], strokes[2])
    assert document.drawing.strokes[0] is strokes[0]
    assert document.history.undo_text == "Clean sketch"
    document.undo()
    assert document.drawing.strokes == strokes
    assert cleaning.preview is None
    assert said == []


def test_cancel_leaves_all(cleaning, document, strokes, ready, said):
    ready()
    cleaning.cancel()
    assert document.drawing.strokes == strokes
    assert cleaning.preview is None
    assert cleaning.can_start
    assert said == []


def test_a_ghost_is_brought_back_and_let_go_again(cleaning, strokes, ready, fake, qtbot):
    preview = ready()
    cleaning.toggle(0)
    assert preview.after is preview.before
    assert cleaning.words_after == "a cat, …"
    qtbot.waitUntil(lambda: cleaning.words_after == "a cat, 30 %")
    (payload,) = fake.payloads("score")
    assert len(payload.strokes) == 3
    # What it looks like may be another thing now; the cat is what is compared.
    assert payload.target == CategoryTarget("cat")
    assert payload.frame == ink_frame([stroke.xy for stroke in strokes])
    cleaning.toggle(0)
    assert preview.after.strokes == (strokes[0], strokes[2])
    qtbot.waitUntil(lambda: cleaning.words_after == "a cat, 20 %")


def test_parts_of_strokes_are_cut_and_brought_back_one_by_one(
    cleaning, document, strokes, fake, ready, program, qtbot
):
    program.assist.set_method(Method.PSLA)
    fake.kept = (((2, 6),), ((0, 10),), ((0, 3), (5, 10)))
    preview = ready()
    assert fake.payloads("clean")[0].method is Method.PSLA
    assert [ghost.span for ghost in preview.ghosts] == [(0, 2), (6, 10), (3, 5)]
    cleaning.toggle(1)
    cleaning.keep()
    first, second, third, fourth = document.drawing.strokes
    np.testing.assert_array_equal(first.points, strokes[0].points[2:])
    assert second is strokes[1]
    np.testing.assert_array_equal(third.points, strokes[2].points[:4])
    np.testing.assert_array_equal(fourth.points, strokes[2].points[5:])
    assert document.history.undo_text == "Clean sketch of 2 parts"


def test_all_gone_and_one_back(cleaning, fake, ready, qtbot):
    fake.kept = ((), (), ())
    preview = ready()
    assert preview.after.strokes == ()
    cleaning.toggle(2)
    assert len(preview.after.strokes) == 1
    qtbot.waitUntil(lambda: cleaning.words_after == "a cat, 10 %")
    cleaning.toggle(2)
    assert cleaning.words_after == "a cat, …"


def test_the_photo_is_compared_with_where_it_is_the_target(
    cleaning, program, photo, fake, ready, qtbot
):
    program.reference.load(photo)
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    program.target.choose(TargetKind.PHOTO)
    ready()
    payload = fake.payloads("clean")[0]
    assert isinstance(payload.target, PhotoTarget)
    assert payload.frame == program.reference.placement.box
    assert cleaning.words_before.startswith("similarity to the photo")
    cleaning.toggle(0)
    qtbot.waitUntil(lambda: len(fake.payloads("score")) == 1)
    assert isinstance(fake.payloads("score")[0].target, PhotoTarget)
    assert fake.payloads("score")[0].frame == payload.frame
    qtbot.waitUntil(lambda: "…" not in cleaning.words_after)


def test_a_clean_sketch_is_said_to_be_clean(cleaning, fake, strokes, said, qtbot):
    fake.kept = (((0, 10),),) * 3
    cleaning.start()
    qtbot.waitUntil(lambda: said == [NOTHING_TO_CLEAN])
    assert cleaning.preview is None
    assert cleaning.can_start


def test_a_drawing_that_changes_drops_the_preview(cleaning, document, ready, said):
    ready()
    document.undo()
    assert cleaning.preview is None
    assert said == [DROPPED]


def test_a_drawing_that_changes_meanwhile_drops_the_question(
    cleaning, document, strokes, fake, said, qtbot, program
):
    fake.hold = True
    cleaning.start()
    qtbot.waitUntil(lambda: len(fake.payloads("clean")) == 1)
    document.apply(document.drawing.without([0]), "Erase stroke")
    assert said == [DROPPED]
    fake.released.set()
    qtbot.waitUntil(lambda: not program.bridge.busy)
    assert cleaning.preview is None


def test_saving_keeps_the_preview(cleaning, document, ready, tmp_path):
    ready()
    document.save(tmp_path / "a.svg")
    assert cleaning.preview is not None
    cleaning.cancel()


# --- The dialog --------------------------------------------------------------------------------


@pytest.fixture
def dialog(window, ready, qtbot) -> CleanDialog:
    ready()
    dialog = window.windows.clean
    qtbot.waitExposed(dialog)
    yield dialog
    if window.windows.clean is not None:
        dialog.close()


def at(view, place: tuple[float, float]) -> QPoint:
    return QPoint(*(round(each) for each in view.viewport.to_view(*place)))


def picture(view):
    view.finish_painting()
    return view.grab().toImage()


def reddish(view, place: tuple[float, float]) -> bool:
    """Whether some pixel near a place is the ghosts' red-orange."""
    image, middle = picture(view), at(view, place)
    near = [
        image.pixelColor(middle.x() + dx, middle.y() + dy)
        for dx in range(-8, 9)
        for dy in range(-2, 3)
    ]
    return any(colour.red() > colour.blue() + 80 for colour in near)


def dark(view, place: tuple[float, float]) -> bool:
    return QColor(picture(view).pixelColor(at(view, place))).lightness() < 100


def test_before_and_after_are_seen_side_by_side(dialog):
    assert dialog.isVisible()
    assert all(dark(dialog.before, (400, y)) for y in (200, 300, 400))
    assert dark(dialog.after, (400, 200))
    assert not dark(dialog.after, (400, 300))
    assert reddish(dialog.after, (400, 300))
    assert not reddish(dialog.before, (400, 300))
    assert dialog.before_words.text() == "<b>Before</b>: a cat, 40 %"


def test_a_click_brings_a_ghost_back(dialog, cleaning):
    QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton, pos=at(dialog.after, (420, 300)))
    assert cleaning.preview.restored == {0}
    assert dark(dialog.after, (400, 300))
    assert not dialog.keep_button.isEnabled()
    QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton, pos=at(dialog.after, (380, 300)))
    assert cleaning.preview.restored == frozenset()
    assert not dark(dialog.after, (400, 300))
    assert dialog.keep_button.isEnabled()


def test_a_click_beside_the_ghosts_does_nothing(dialog, cleaning):
    for place in ((400, 200), (400, 350)):
        QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton, pos=at(dialog.after, place))
    assert cleaning.preview.restored == frozenset()


def test_the_keyboard_does_the_same(dialog, cleaning, document):
    dialog.after.setFocus()
    QTest.keyClick(dialog.after, Qt.Key.Key_Right)
    QTest.keyClick(dialog.after, Qt.Key.Key_Space)
    assert cleaning.preview.restored == {0}
    assert dialog.after.accessibleDescription() == "0 of 1 parts would go"
    QTest.keyClick(dialog.after, Qt.Key.Key_Left)
    QTest.keyClick(dialog.after, Qt.Key.Key_Space)
    QTest.keyClick(dialog.keep_button, Qt.Key.Key_Space)
    assert len(document.drawing.strokes) == 2


def test_other_choices_replace_the_preview(dialog, cleaning, fake, qtbot):
    assert (cleaning.estimator, cleaning.delta) == (Estimator.LEARNED, 0.0)
    assert dialog.judge_box.currentText() == JUDGES[Estimator.LEARNED]
    assert not dialog.again_button.isEnabled()
    cleaning.toggle(0)
    fake.kept = ((), ((0, 10),), ())
    dialog.judge_box.setCurrentIndex(dialog.judge_box.findData("gradient"))
    dialog.judge_box.activated.emit(dialog.judge_box.currentIndex())
    assert not dialog.keep_button.isEnabled()
    qtbot.waitUntil(lambda: len(cleaning.preview.ghosts) == 2)
    assert fake.payloads("clean")[-1].estimator is Estimator.GRADIENT
    assert dialog.delta_box.value() == 0.3
    assert cleaning.preview.restored == frozenset()
    assert dialog.keep_button.isEnabled()
    assert reddish(dialog.after, (400, 200))
    assert not reddish(dialog.after, (400, 300))
    QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton, pos=at(dialog.after, (400, 400)))
    assert cleaning.preview.restored == {1}

    dialog.delta_box.setValue(0.2)
    qtbot.waitUntil(lambda: fake.payloads("clean")[-1].delta == 0.2)
    dialog.gumbel_box.setChecked(True)
    qtbot.waitUntil(lambda: fake.payloads("clean")[-1].gumbel)
    qtbot.waitUntil(lambda: dialog.again_button.isEnabled())
    first = fake.payloads("clean")[-1].seed
    dialog.again_button.click()
    qtbot.waitUntil(lambda: fake.payloads("clean")[-1].seed == first + 1)
    qtbot.waitUntil(lambda: not cleaning.is_looking)


def test_a_choice_that_leaves_nothing_to_remove_keeps_the_dialog(dialog, cleaning, fake, qtbot):
    fake.kept = (((0, 10),),) * 3
    dialog.delta_box.setValue(0.5)
    qtbot.waitUntil(lambda: cleaning.preview.ghosts == ())
    assert dialog.isVisible()
    assert not dialog.keep_button.isEnabled()
    QTest.keyClick(dialog.after, Qt.Key.Key_Right)
    assert cleaning.words_after == "a cat, 80 %"


def test_along_strokes_experience_is_no_judge(program, cleaning, ready, fake, window):
    program.assist.set_method(Method.PSLA)
    ready()
    assert window.windows.clean.judge_box.findData("learned") == -1
    assert (cleaning.estimator, cleaning.delta) == (Estimator.SAMPLED, 0.1)
    window.windows.clean.close()


def test_keep_closes_the_dialog(dialog, window, document, qtbot):
    dialog.keep_button.click()
    assert len(document.drawing.strokes) == 2
    qtbot.waitUntil(lambda: window.windows.clean is None)


@pytest.mark.parametrize("how", ["button", "escape", "undo"])
def test_without_keep_all_stays(dialog, window, document, qtbot, how):
    if how == "button":
        dialog.cancel_button.click()
    elif how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        document.undo()
        document.redo()
    qtbot.waitUntil(lambda: window.windows.clean is None)
    assert len(document.drawing.strokes) == 3


def test_closing_the_window_with_the_dialog_open(dialog, window, user):
    from app.panels.dialogs import UnsavedAnswer

    user.unsaved = UnsavedAnswer.DISCARD
    assert window.close()


def test_the_action_and_the_button_start_it(window, strokes, fake, cleaning, qtbot):
    assert window.actions_by_id["assist.clean"].isEnabled()
    window.actions_by_id["assist.clean"].trigger()
    assert not window.assist_panel.clean_button.isEnabled()
    qtbot.waitUntil(lambda: cleaning.preview is not None)
    window.windows.clean.cancel_button.click()
    window.assist_panel.clean_button.click()
    qtbot.waitUntil(lambda: cleaning.preview is not None)
    assert len(fake.payloads("clean")) == 2
    window.windows.clean.cancel_button.click()
