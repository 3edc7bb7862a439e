from __future__ import annotations

from dataclasses import replace

import pytest

from app.document.layering import with_layer, with_new_layer
from app.document.stroke import Stroke
from app.panels import live_stroke
from app.panels.match_parts import Match
from tests.canvas.hand import Hand

BOX = (0, 128, 1024, 640)


@pytest.fixture
def hand(window) -> Hand:
    return Hand(window.canvas)


def stroke(x: float = 300, y: float = 300) -> Stroke:
    return Stroke.from_polyline([(x, y), (x + 50, y + 80)])


def add(document, *strokes) -> None:
    document.apply(document.drawing.adding(*strokes), "Draw stroke")


def test_without_photo_or_drawing_nothing_is_asked(match, fake, document, program, qtbot):
    add(document, stroke())
    qtbot.wait(20)
    assert match.session.matched is None
    document.undo()
    assert fake.asked == []


def test_each_stroke_is_asked_about_with_the_photo(with_photo, fake, document, settled, match):
    add(document, stroke())
    assert match.session.is_stale
    settled()
    payload = fake.payloads()[-1]
    assert payload.photo.rgb.shape == (100, 200, 3)
    assert payload.frame == BOX
    assert payload.encoder == "bundled"
    assert [line.tolist() for line in payload.strokes] == [stroke().xy.tolist()]
    add(document, stroke(500))
    settled()
    assert len(fake.payloads()[-1].strokes) == 2
    assert len(match.session.matched.ink) == 2


def test_what_was_known_stays_until_the_answer_comes(with_photo, fake, document, settled, match):
    add(document, stroke())
    settled()
    before = match.session.matched
    fake.hold = True
    add(document, stroke(500))
    assert match.session.matched is before
    assert match.session.is_stale
    fake.released.set()
    settled()
    assert match.session.matched is not before


def test_the_latest_question_wins(with_photo, fake, document, settled, match, qtbot):
    fake.hold = True
    add(document, stroke())
    qtbot.waitUntil(lambda: len(fake.asked) == 1)
    add(document, stroke(400))
    qtbot.waitUntil(lambda: len(fake.asked) == 2)
    add(document, stroke(500))
    fake.released.set()
    settled()
    assert len(match.session.matched.strokes) == 3


def test_place_counts_while_the_photo_is_shown(with_photo, fake, document, settled, program):
    add(document, stroke())
    settled()
    program.reference.set_shown(False)
    settled()
    assert fake.payloads()[-1].frame is None
    program.reference.set_shown(True)
    settled()
    assert fake.payloads()[-1].frame == BOX


def test_what_is_drawn_beside_the_photo_is_compared_by_its_shape(
    with_photo, fake, document, settled
):
    add(document, stroke(300, 20))  # the photo begins at y = 128
    settled()
    assert fake.payloads()[-1].frame is None


def test_another_photo_is_asked_about_and_none_ends_it(
    with_photo, fake, document, settled, match, program, tmp_path, qtbot
):
    from PIL import Image

    add(document, stroke())
    settled()
    path = tmp_path / "other.png"
    Image.new("RGB", (50, 80), "green").save(path)
    program.reference.load(path)
    qtbot.waitUntil(lambda: fake.payloads()[-1].photo.rgb.shape == (80, 50, 3))
    settled()
    program.reference.remove()
    assert match.session.matched is None


def test_an_empty_page_knows_nothing(with_photo, document, settled, match, program):
    add(document, stroke())
    settled()
    document.undo()
    assert match.session.matched is None
    assert "correspond" not in program.bridge.busy


def test_hidden_layers_are_not_looked_at(with_photo, fake, document, settled):
    add(document, stroke(), stroke(500))
    settled()
    drawing = with_new_layer(document.drawing)
    below = replace(drawing.layers[0], visible=False)
    document.apply(with_layer(drawing, below), "Hide")
    add(document, stroke(600))
    settled()
    assert [line[0, 0] for line in fake.payloads()[-1].strokes] == [600]


def test_behind_another_dock_nothing_is_asked(
    with_photo, fake, document, window, match, settled, qtbot
):
    window.layout_of_window.bring_up(window.abstract_dock)
    qtbot.waitUntil(lambda: not match.session.is_active)
    add(document, stroke())
    assert fake.asked == []
    window.layout_of_window.bring_up(window.match.dock)
    settled()
    assert len(fake.asked) == 1
    window.match.dock.hide()
    assert match.session.matched is None


def test_while_drawing_the_stroke_so_far_is_looked_at(
    hand, with_photo, fake, match, qtbot, settled
):
    hand.drag((300, 300), (350, 350), (380, 300))
    settled()
    hand.press((400, 300))
    hand.move((450, 300), (500, 300), (550, 320))
    qtbot.waitUntil(lambda: len(fake.asked) == 2)
    assert len(fake.payloads()[-1].strokes) == 2
    assert not match.session.is_stale
    qtbot.waitUntil(lambda: len(match.session.matched.ink) == 2)
    hand.release((550, 320))
    settled()
    assert len(match.session.matched.strokes) == 2


def test_while_drawing_no_question_is_asked_before_the_last_is_answered(
    hand, with_photo, fake, qtbot
):
    fake.hold = True
    hand.press((300, 300))
    for i in range(1, 30):
        hand.move((300 + 5 * i, 300 + i))
        qtbot.wait(2)
    qtbot.waitUntil(lambda: len(fake.asked) == 1)
    fake.released.set()
    qtbot.waitUntil(lambda: len(fake.asked) == 2)
    hand.release((500, 300))


def test_a_dropped_stroke_is_looked_at_no_more(hand, with_photo, fake, qtbot, settled, match):
    hand.drag((300, 300), (350, 350), (380, 300))
    settled()
    hand.press((400, 300))
    hand.move((450, 300), (500, 300))
    qtbot.waitUntil(lambda: len(fake.asked) == 2)
    hand.canvas.cancel_gesture()
    settled()
    assert len(fake.payloads()[-1].strokes) == 1
    assert len(match.session.matched.ink) == 1


def test_pen_events_cost_no_array(hand, with_photo, match, monkeypatch):
    monkeypatch.setattr(live_stroke, "DRAWING_EVERY_MS", 10_000)
    looked = []
    match.session.watch_live(lambda: looked.append(1))
    hand.press((300, 300))
    hand.move(*[(300 + i, 300) for i in range(40)])
    assert looked == []
    hand.canvas.cancel_gesture()


def test_what_is_wrong_is_said_once(with_photo, fake, document, program, match, qtbot, settled):
    said = []
    program.message.connect(lambda message: said.append(message.text))
    fake.fault = "The photo is of one even colour: there is nothing on it to find."
    add(document, stroke())
    qtbot.waitUntil(lambda: match.session.fault == fake.fault)
    add(document, stroke(400))
    qtbot.waitUntil(lambda: len(fake.asked) == 2 and "correspond" not in program.bridge.busy)
    assert said == [fake.fault]
    fake.fault = ""
    add(document, stroke(500))
    settled()
    assert match.session.fault == ""


def test_another_encoder_is_used(with_photo, fake, document, program, settled):
    add(document, stroke())
    settled()
    program.models.in_use_changed.emit("RN101/openai")
    settled()
    assert fake.payloads()[-1].encoder == "RN101/openai"


def test_a_save_asks_nothing(with_photo, fake, document, settled, tmp_path):
    add(document, stroke())
    settled()
    document.save(tmp_path / "a.svg")
    settled()
    assert len(fake.asked) == 1


def test_thousands_of_strokes(with_photo, document, settled, match):
    add(document, *(stroke(i % 900, 130 + i // 20) for i in range(5000)))
    settled()
    assert len(match.session.matched.ink) == 5000


def test_the_window_makes_it_when_it_is_first_seen(window, program):
    assert program._match is None
    assert isinstance(window.match.panel.match, Match)
    assert window.match.panel.match is program.match_on(window.canvas)


def test_closed_it_asks_nothing(with_photo, program, fake, document, user, match, qtbot):
    from app.panels.dialogs import UnsavedAnswer

    user.unsaved = UnsavedAnswer.DISCARD
    assert program.close()
    add(document, stroke())
    match.session.on_live()
    qtbot.wait(20)
    assert fake.asked == []
