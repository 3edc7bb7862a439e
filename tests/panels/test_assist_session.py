"""What is asked when, what is shown meanwhile: real bridge and service, quick handlers."""

from __future__ import annotations

import numpy as np
import pytest

from app.canvas.tint_colours import SHADES
from app.document.stroke import Stroke
from app.panels import live_stroke
from app.panels.assist import ATTRIBUTE, GUESS, AssistSession
from app.panels.assist_target import TargetKind
from app.settings import ASSIST_METHOD, ASSIST_TARGET
from engine.attribution.messages import CategoryTarget, Estimator, Method, PhotoTarget, TextTarget
from tests.canvas.hand import Hand


@pytest.fixture
def assist(program, monkeypatch) -> AssistSession:
    """Active, without a window."""
    monkeypatch.setattr(live_stroke, "DRAWING_EVERY_MS", 15)
    program.assist.set_active(True)
    return program.assist


@pytest.fixture
def fake(engine):
    return engine.assist


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def answered(qtbot, program, assist):
    """Wait until the engine has answered all."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


def stroke(x: float, y: float = 100) -> Stroke:
    return Stroke.from_polyline([(x, y), (x + 50, y + 30), (x + 80, y)])


def add(document, *strokes: Stroke) -> None:
    document.apply(document.drawing.adding(*strokes), "Draw stroke")


def side(assist, one: Stroke) -> str:
    """Which side of the legend a stroke's tint is on."""
    colour = assist.tint_overlay.tint_of(one)
    if colour is None:
        return "none"
    step = next(step for step, shade in SHADES.items() if shade == colour)
    return "helps" if step > 0 else "hurts" if step < 0 else "neutral"


# --- Asking ------------------------------------------------------------------------------------


def test_after_each_stroke_the_whole_drawing_is_looked_at(assist, fake, document, answered):
    add(document, stroke(400))
    answered()
    add(document, stroke(100))
    answered()
    assert [kind for kind, _ in fake.asked] == [GUESS, ATTRIBUTE, GUESS, ATTRIBUTE]
    payload = fake.payloads(ATTRIBUTE)[-1]
    assert len(payload.strokes) == 2
    np.testing.assert_array_equal(payload.strokes[1], stroke(100).xy)
    assert payload.target == CategoryTarget()
    assert payload.frame is None
    assert payload.estimator is Estimator.REMOVAL


def test_of_many_changes_at_once_only_the_last_is_answered(
    program, assist, fake, document, answered
):
    answers = []
    program.bridge.finished.connect(lambda result: answers.append(result.kind))
    for x in range(10):
        add(document, stroke(100 + 10 * x))
    answered()
    assert answers.count(GUESS) == answers.count(ATTRIBUTE) == 1
    assert len(fake.payloads(GUESS)[-1].strokes) == 10


def test_the_answers_are_shown_and_change_nothing(assist, fake, document, answered):
    helps, hurts = stroke(400), stroke(150)
    add(document, helps, hurts)
    drawing = document.drawing
    answered()
    assert [label.name for label in assist.labels] == ["cat", "dog", "bus"]
    assert (side(assist, helps), side(assist, hurts)) == ("helps", "hurts")
    assert assist.scored_by == "a cat"
    assert document.drawing is drawing


def test_an_empty_page_asks_nothing(assist, fake, document, qtbot, answered):
    qtbot.wait(10)
    assert fake.asked == []
    add(document, stroke(400))
    answered()
    document.undo()
    qtbot.wait(10)
    assert len(fake.asked) == 2
    assert assist.labels == ()
    assert assist.is_empty
    assert not assist.tint_overlay.is_shown


def test_put_away_it_asks_nothing_and_shows_nothing(assist, fake, document, qtbot, answered):
    add(document, stroke(400))
    answered()
    assist.set_active(False)
    assert not assist.tint_overlay.is_shown
    add(document, stroke(200))
    qtbot.wait(20)
    assert len(fake.asked) == 2
    assist.set_active(True)
    answered()
    assert len(fake.payloads(GUESS)[-1].strokes) == 2


def test_without_tints_only_the_guess_is_asked(assist, fake, document, qtbot, answered):
    assist.set_tinting(False)
    add(document, stroke(400))
    answered()
    assert [kind for kind, _ in fake.asked] == [GUESS]
    assist.set_tinting(True)
    answered()
    assert side(assist, document.drawing.strokes[0]) == "helps"


def test_saving_asks_nothing(assist, fake, document, tmp_path, answered):
    add(document, stroke(400))
    answered()
    document.save(tmp_path / "a.svg")
    answered()
    assert len(fake.asked) == 2


# --- What is shown meanwhile -------------------------------------------------------------------


def test_old_tints_are_dimmed_until_the_answer_comes(assist, fake, document, qtbot, answered):
    first = stroke(400)
    add(document, first)
    answered()
    assert not assist.tint_overlay.is_stale
    fake.hold = True
    add(document, stroke(200))
    assert assist.tint_overlay.is_stale
    assert side(assist, first) == "helps"
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 2)
    fake.released.set()
    answered()
    assert not assist.tint_overlay.is_stale


def test_a_preview_is_for_new_strokes_only(assist, fake, document, qtbot, answered):
    old, new = stroke(400), stroke(450)
    add(document, old)
    answered()
    fake.hold = True
    add(document, new)
    # The fake's previews have the wrong sign.
    qtbot.waitUntil(lambda: side(assist, new) == "hurts")
    assert side(assist, old) == "helps"
    assert assist.words_at(1, (450, 100)) == "hurts, at a first look"
    fake.released.set()
    qtbot.waitUntil(lambda: side(assist, new) == "helps")
    assert assist.words_at(1, (450, 100)) == "helps, +1.50"


def test_scores_follow_strokes_by_identity(assist, fake, document, qtbot, answered):
    a, b, c = stroke(400), stroke(200), stroke(500)
    add(document, a, b, c)
    answered()
    fake.hold = True
    document.apply(document.drawing.without([0]), "Erase stroke")
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 2)
    # What was second is first now and keeps its tint.
    assert (side(assist, b), side(assist, c)) == ("hurts", "helps")
    fake.released.set()
    answered()


def test_the_latest_question_wins(assist, fake, document, qtbot, answered):
    fake.hold = True
    add(document, stroke(400))
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 1)
    add(document, stroke(200))
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 2)
    fake.released.set()
    answered()
    assert assist.tint_overlay.tint_of(document.drawing.strokes[1]) is not None
    assert assist.reliability is None


# --- While drawing -----------------------------------------------------------------------------


@pytest.fixture
def hand(window, assist) -> Hand:
    return Hand(window.canvas)


def test_while_drawing_the_stroke_so_far_is_looked_at(hand, assist, fake, document, qtbot):
    hand.drag((400, 100), (450, 150), (480, 100))
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 1)
    qtbot.waitUntil(lambda: not assist.tint_overlay.is_stale)
    hand.press((100, 300))
    hand.move((150, 300), (200, 300), (250, 320))
    qtbot.waitUntil(lambda: len(fake.payloads(GUESS)) == 2)
    assert not assist.tint_overlay.is_stale
    live = fake.payloads(GUESS)[-1].strokes
    assert len(live) == 2
    assert live[1][-1] == pytest.approx((250, 320), abs=2)
    assert len(document.drawing.strokes) == 1
    hand.release((250, 320))
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 3)


def test_while_drawing_no_question_is_asked_before_the_last_is_answered(hand, fake, qtbot):
    fake.hold = True
    hand.press((100, 100))
    for i in range(1, 30):
        hand.move((100 + 5 * i, 100 + i))
        qtbot.wait(2)
    assert len(fake.payloads(GUESS)) == 1
    fake.released.set()
    qtbot.waitUntil(lambda: len(fake.payloads(GUESS)) == 2)
    hand.release((300, 100))


def test_a_dropped_stroke_is_looked_at_no_more(hand, fake, document, qtbot, assist, program):
    hand.drag((400, 100), (450, 150), (480, 100))
    qtbot.waitUntil(lambda: len(fake.payloads(ATTRIBUTE)) == 1)
    hand.press((100, 300))
    hand.move((150, 300), (200, 300))
    qtbot.waitUntil(lambda: len(fake.payloads(GUESS)) == 2)
    hand.canvas.cancel_gesture()
    qtbot.waitUntil(lambda: len(fake.payloads(GUESS)) == 3)
    assert len(fake.payloads(GUESS)[-1].strokes) == 1
    qtbot.waitUntil(lambda: not program.bridge.busy)


def test_pen_events_cost_no_array(hand, assist, monkeypatch):
    """The stroke so far is copied when it is looked at, not at each event."""
    monkeypatch.setattr(live_stroke, "DRAWING_EVERY_MS", 10_000)
    looked = []
    assist.watch_live(lambda: looked.append(1))
    hand.press((100, 100))
    hand.move(*[(100 + i, 100) for i in range(40)])
    assert looked == []
    hand.release((140, 100))


# --- What it is scored by ----------------------------------------------------------------------


def test_a_category_can_be_named(assist, fake, document, answered):
    add(document, stroke(400))
    answered()
    assist.target.choose(TargetKind.CATEGORY)
    assist.target.name_category(" bus ")
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].target == CategoryTarget("bus")
    assert assist.scored_by == "a bus"
    assist.target.name_category("")
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].target == CategoryTarget(None)


def test_the_photo_is_a_target_while_there_is_one(
    assist, fake, document, program, photo, qtbot, answered
):
    target = assist.target
    assert TargetKind.PHOTO not in target.kinds
    program.reference.load(photo)
    qtbot.waitUntil(lambda: TargetKind.PHOTO in target.kinds)
    add(document, stroke(400))
    target.choose(TargetKind.PHOTO)
    answered()
    payload = fake.payloads(ATTRIBUTE)[-1]
    assert isinstance(payload.target, PhotoTarget)
    assert payload.target.rgb.shape == (100, 200, 3)
    # 200 x 100 px on a page of 1024 x 768.
    assert payload.frame == (0, 128, 1024, 640)
    assert assist.scored_by == "the photo"
    program.reference.remove()
    assert target.kind is TargetKind.GUESS
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].target == CategoryTarget()


def test_words_are_a_target_where_the_encoder_knows_them(assist, fake, document, program, answered):
    target = assist.target
    assert TargetKind.TEXT not in target.kinds
    add(document, stroke(400))
    answered()
    program.models.in_use_changed.emit("RN101/openai")
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].encoder == "RN101/openai"
    target.choose(TargetKind.TEXT)
    target.write_text("a sleeping cat")
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].target == TextTarget("a sleeping cat")
    program.models.in_use_changed.emit("bundled")
    answered()
    assert fake.payloads(ATTRIBUTE)[-1].target == CategoryTarget()
    assert TargetKind.TEXT not in target.kinds


def test_method_and_estimator_are_asked_for_and_remembered(
    assist, fake, document, settings, answered
):
    add(document, stroke(400))
    assist.set_method(Method.PSLA)
    assist.set_estimator(Estimator.GRADIENT)
    answered()
    payload = fake.payloads(ATTRIBUTE)[-1]
    assert (payload.method, payload.estimator) == (Method.PSLA, Estimator.GRADIENT)
    assert settings.get(ASSIST_METHOD) == "psla"
    assert assist.words_at(0, (400, 100)).endswith("here; the whole stroke helps, +1.00")


def test_a_remembered_target_that_cannot_be_had_waits(program, settings):
    settings.set(ASSIST_TARGET, "photo")
    assert program.target.kind is TargetKind.GUESS


def test_the_names_of_categories_come_from_the_engine(assist, fake, answered):
    assist.need_categories()
    assist.need_categories()
    answered()
    assert assist.categories == ("bus", "cat", "dog")
    assist.need_categories()
    answered()
    assert len(fake.payloads("categories")) == 1


# --- Reliability, faults -----------------------------------------------------------------------


def test_reliability_is_of_drawing_order_and_scores(assist, document, answered):
    add(document, stroke(500), stroke(400), stroke(200))
    answered()
    assert assist.reliability == pytest.approx(1.0)
    document.apply(document.drawing.adding(stroke(900)), "Draw stroke")
    answered()
    # Ranks 1, 2, 3, 0 against 0, 1, 2, 3: 1 - 6 * 12 / (4 * 15).
    assert assist.reliability == pytest.approx(-0.2)


def test_what_is_wrong_is_said_once(assist, fake, document, program, answered):
    said = []
    program.message.connect(lambda message: said.append(message.text))
    fake.fault = '"unicorn" is none of the 345 categories.'
    add(document, stroke(400))
    answered()
    add(document, stroke(300))
    answered()
    assert said == [fake.fault]
    assert assist.fault == fake.fault
    assert [label.name for label in assist.labels] == ["cat", "dog", "bus"]
    fake.fault = ""
    add(document, stroke(350))
    answered()
    assert assist.fault == ""


def test_words_are_only_of_what_is_tinted(assist, document, answered):
    add(document, stroke(400))
    answered()
    assert assist.words_at(0, (400, 100)) == "helps, +1.00"
    assert assist.words_at(7, (400, 100)) == ""
    assist.set_tinting(False)
    assert assist.words_at(0, (400, 100)) == ""


def test_off_the_page_and_single_points_are_strokes_too(assist, fake, document, answered):
    dot = Stroke.from_polyline([(-5000, -5000)])
    far = Stroke.from_polyline([(9000, 100), (9000, 200)])
    assist.set_method(Method.PSLA)
    add(document, dot, far)
    answered()
    assert (side(assist, dot), side(assist, far)) == ("hurts", "helps")


@pytest.mark.parametrize("method", Method)
def test_thousands_of_strokes(assist, fake, document, answered, method):
    strokes = [stroke(i % 1000, i // 10) for i in range(5000)]
    assist.set_method(method)
    add(document, *strokes)
    answered()
    assert side(assist, strokes[0]) == "hurts"
    assert side(assist, strokes[999]) == "helps"


def test_closed_it_asks_nothing(program, assist, fake, document, user, qtbot):
    from app.panels.dialogs import UnsavedAnswer

    add(document, stroke(400))
    user.unsaved = UnsavedAnswer.DISCARD
    assert program.close()
    add(document, stroke(100))
    assist.on_live()
    assist.need_categories()
    qtbot.wait(20)
