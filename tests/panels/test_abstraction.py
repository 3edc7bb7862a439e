"""Photo in, preview, keep, cancel: through the real bridge and service, with a quick handler."""

from __future__ import annotations

import numpy as np
import pytest

from app.panels import abstraction as session_module
from app.panels import sketching as module
from app.panels.abstraction import AbstractionSession, Phase


@pytest.fixture
def abstraction(program, monkeypatch) -> AbstractionSession:
    for each in (module, session_module):
        monkeypatch.setattr(each, "RESTART_AFTER_MS", 20)
    return program.abstraction


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def open_and_wait(qtbot, abstraction, photo):
    """Open the photo and wait until the sketch is done."""

    def run() -> None:
        abstraction.open_photo(photo)
        qtbot.waitUntil(lambda: abstraction.phase is Phase.IDLE and abstraction.can_keep)

    return run


@pytest.fixture
def open_and_hold(qtbot, abstraction, photo, engine):
    """Open the photo and stop at the preview."""

    def run() -> None:
        engine.hold = True
        abstraction.open_photo(photo)
        qtbot.waitUntil(lambda: abstraction.sketch is not None)

    return run


def test_a_photo_starts_a_sketch_of_the_chosen_number(abstraction, engine, open_and_wait):
    abstraction.set_strokes(9)
    open_and_wait()
    (payload,) = engine.payloads
    assert payload.strokes == 9
    assert payload.photo_rgb.shape == (100, 200, 3)
    assert len(abstraction.sketch.beziers) == 9


def test_the_photo_lies_fitted_in_the_middle_and_the_sketch_on_it(abstraction, open_and_wait):
    open_and_wait()
    # 200 x 100 px on a page of 1024 x 768: 5.12 times as large, 128 px from top and bottom.
    first = abstraction.sketch.beziers[0]
    np.testing.assert_allclose(first[0], [0, 128 + 20 * 5.12])
    np.testing.assert_allclose(first[3], [1024, 128 + 20 * 5.12])
    assert abstraction.sketch.width_px == pytest.approx(4 * 5.12)


def test_the_preview_comes_before_the_result(abstraction, open_and_hold):
    open_and_hold()
    assert abstraction.phase is Phase.RUNNING
    assert abstraction.fraction == 0.5
    np.testing.assert_allclose(abstraction.sketch.beziers[0, 0], [0, 128 + 10 * 5.12])


def test_the_document_stays_as_it_is_until_keep(abstraction, document, open_and_wait):
    open_and_wait()
    assert document.drawing.strokes == ()
    assert not document.dirty


def test_keep_is_one_undoable_edit_of_bezier_strokes(abstraction, document, line, open_and_wait):
    document.apply(document.drawing.adding(line), "Draw stroke")
    open_and_wait()
    abstraction.keep()
    assert document.drawing.strokes[0] is line
    kept = document.drawing.strokes[1:]
    assert len(kept) == 16
    assert all(stroke.beziers is not None for stroke in kept)
    assert document.history.undo_text == "Sketch of 16 strokes"
    document.undo()
    assert document.drawing.strokes == (line,)


def test_after_keep_the_preview_and_the_photo_are_out_of_the_way(abstraction, open_and_wait):
    open_and_wait()
    abstraction.keep()
    assert abstraction.sketch is None
    assert not abstraction.can_keep
    assert not abstraction.photo_shown
    assert abstraction.can_start


def test_cancel_leaves_the_best_so_far_to_keep(abstraction, document, open_and_hold):
    open_and_hold()
    abstraction.cancel()
    assert abstraction.phase is Phase.IDLE
    assert abstraction.can_keep
    abstraction.keep()
    assert len(document.drawing.strokes) == 16


def test_keep_during_the_job_takes_what_is_seen(
    abstraction, document, engine, open_and_hold, qtbot
):
    open_and_hold()
    abstraction.keep()
    engine.released.set()
    qtbot.wait(30)
    assert len(document.drawing.strokes) == 16
    assert abstraction.sketch is None
    assert abstraction.phase is Phase.IDLE


def test_drawing_during_the_job_disturbs_neither(
    abstraction, document, line, engine, open_and_hold, qtbot
):
    open_and_hold()
    document.apply(document.drawing.adding(line), "Draw stroke")
    engine.released.set()
    qtbot.waitUntil(lambda: abstraction.phase is Phase.IDLE)
    np.testing.assert_allclose(abstraction.sketch.beziers[0, 0], [0, 128 + 20 * 5.12])
    abstraction.keep()
    assert document.drawing.strokes[0] is line


def test_the_slider_restarts_once_it_rests(abstraction, engine, open_and_hold, qtbot):
    open_and_hold()
    for number in range(17, 33):
        abstraction.set_strokes(number)
    engine.released.set()
    qtbot.waitUntil(lambda: abstraction.phase is Phase.IDLE)
    assert [payload.strokes for payload in engine.payloads] == [16, 32]
    assert len(abstraction.sketch.beziers) == 32


def test_the_old_sketch_stays_dimmed_until_the_new_one_comes(abstraction, open_and_wait, engine):
    open_and_wait()
    old = abstraction.sketch
    engine.hold = True
    abstraction.start()
    assert abstraction.sketch is old
    assert abstraction.on_page.overlay.is_stale
    abstraction.cancel()
    assert not abstraction.on_page.overlay.is_stale
    assert abstraction.sketch is old


def test_without_photo_the_slider_starts_nothing(abstraction, engine, qtbot):
    abstraction.set_strokes(30)
    qtbot.wait(40)
    assert engine.payloads == []
    assert abstraction.phase is Phase.EMPTY


def test_after_keep_the_slider_waits_for_start(abstraction, engine, open_and_wait, qtbot):
    open_and_wait()
    abstraction.keep()
    abstraction.set_strokes(30)
    qtbot.wait(40)
    assert len(engine.payloads) == 1
    abstraction.start()
    qtbot.waitUntil(lambda: abstraction.can_keep and abstraction.phase is Phase.IDLE)
    assert len(abstraction.sketch.beziers) == 30


def test_a_bad_photo_is_told_and_changes_nothing(
    program, abstraction, open_and_wait, qtbot, tmp_path
):
    open_and_wait()
    sketch, bad = abstraction.sketch, tmp_path / "bad.jpg"
    bad.write_text("no picture")
    with qtbot.waitSignal(program.reference.trouble) as told:
        abstraction.open_photo(bad)
    assert "bad.jpg" in told.args[0]
    assert abstraction.phase is Phase.IDLE
    assert abstraction.photo.name == "square.png"
    assert abstraction.sketch is sketch


def test_cancel_while_reading_forgets_the_photo(abstraction, photo, qtbot, engine):
    abstraction.open_photo(photo)
    assert abstraction.phase is Phase.LOADING
    abstraction.cancel()
    qtbot.wait(50)
    assert abstraction.phase is Phase.EMPTY
    assert engine.payloads == []


def test_a_photo_put_on_the_page_by_others_is_not_sketched_unasked(
    program, abstraction, photo, engine, open_and_wait, qtbot
):
    open_and_wait()
    program.reference.load(photo)
    assert abstraction.phase is Phase.LOADING
    qtbot.waitSignal(program.reference.changed).wait()
    assert abstraction.phase is Phase.IDLE
    assert abstraction.sketch is None
    assert len(engine.payloads) == 1
    abstraction.start()
    qtbot.waitUntil(lambda: abstraction.can_keep)


def test_remove_photo_clears_the_page(abstraction, open_and_hold, engine):
    open_and_hold()
    abstraction.remove_photo()
    assert abstraction.phase is Phase.EMPTY
    assert abstraction.photo is None
    assert abstraction.sketch is None


def test_the_engine_may_refuse_a_photo(program, abstraction, photo, qtbot, engine, monkeypatch):
    from engine.errors import InputError

    def refuse(payload, context):
        raise InputError("There is nothing in the photo.")
        yield

    program_handlers = program.bridge._service._handlers
    monkeypatch.setitem(program_handlers, "abstract", refuse)
    with qtbot.waitSignal(abstraction.trouble) as told:
        abstraction.open_photo(photo)
    assert told.args == ["There is nothing in the photo."]
    assert abstraction.phase is Phase.IDLE
    assert not abstraction.can_keep


def test_notices_of_the_engine_are_passed_on(program, qtbot, open_and_wait):
    with qtbot.waitSignal(program.engine.notice) as noticed:
        open_and_wait()
    assert noticed.args == ["Memory ran out; trying again in smaller parts."]
