"""Sources, variants, the preview on the page: through the real bridge and service."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.panels.redraw_sources import SourceKind
from app.settings import REDRAW_FREEDOM, REDRAW_SPEED_PX, REDRAW_VARIANTS
from engine.sketchembed.messages import PictureSource, StrokeSource


@pytest.fixture
def redraw(window):
    return window.redraw.parts()


@pytest.fixture
def session(redraw):
    return redraw.session


@pytest.fixture
def preview(redraw):
    return redraw.preview


@pytest.fixture
def fake(engine):
    return engine.redraw


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def answered(qtbot, program):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


@pytest.fixture
def redrawn(document, session, answered):
    """A drawing of two strokes, the second one red, drawn again."""
    add(document, bar(100, 100), bar(100, 200, "#ff0000"))
    session.start()
    answered()
    return session.variants


def bar(x: float, y: float, colour: str = "#000000") -> Stroke:
    return Stroke.from_polyline([(x, y), (x + 100, y + 40)], 5.0, colour)


def add(document, *strokes: Stroke) -> None:
    document.apply(document.drawing.adding(*strokes), "Draw stroke")


# --- Sources -----------------------------------------------------------------------------------


def test_without_anything_there_is_nothing_to_draw_again(redraw, session, fake, qtbot):
    assert redraw.is_empty
    assert session.sources.kind is None
    with qtbot.waitSignal(redraw.trouble) as told:
        session.start()
    assert "nothing to draw again" in told.args[0]
    assert fake.asked == []


def test_the_selection_comes_before_the_drawing(session, program, document):
    add(document, bar(100, 100), bar(300, 300))
    assert session.sources.kind is SourceKind.DRAWING
    program.selection.select([1])
    assert session.sources.kinds == (SourceKind.SELECTION, SourceKind.DRAWING)
    assert session.sources.kind is SourceKind.SELECTION
    program.selection.clear()
    assert session.sources.kind is SourceKind.DRAWING


def test_selected_strokes_are_sent_in_document_px(session, program, document, fake, answered):
    add(document, bar(100, 100), bar(300, 300))
    program.selection.select([1])
    session.start()
    answered()
    (payload,) = fake.payloads("redraw")
    assert isinstance(payload.source, StrokeSource)
    (line,) = payload.source.strokes
    np.testing.assert_array_equal(line, [(300, 300), (400, 340)])


def test_hidden_layers_are_not_seen(session, document, fake, answered):
    hidden = Layer(1, "Hidden", visible=False)
    strokes = (bar(100, 100), bar(300, 300).on_layer(1))
    document.new(Drawing(strokes, layers=(Layer(), hidden)))
    session.start()
    answered()
    assert len(fake.payloads("redraw")[0].source.strokes) == 1


@pytest.fixture
def with_photo(redraw, program, photo, qtbot):
    """A photo of 200 x 100 px on the page, chosen as the source."""
    program.reference.load(photo)
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    redraw.sources.choose(SourceKind.PHOTO)


def test_a_photo_is_drawn_where_it_lies(with_photo, session, fake, answered):
    session.start()
    answered()
    source = fake.payloads("redraw")[0].source
    assert isinstance(source, PictureSource)
    assert source.rgb.shape == (100, 200, 3)
    assert source.region is None
    # 5.12 times as large, 128 px from top and bottom of the page.
    diagonal = session.variants[0].lines[0]
    np.testing.assert_allclose(diagonal[[0, -1]], [(0, 128), (1024, 128 + 512)])


def test_of_a_region_only_that_is_sent(with_photo, session, fake, answered):
    session.sources.set_region((50.0, 20.0, 150.0, 70.0))
    session.start()
    answered()
    assert fake.payloads("redraw")[0].source.region == (50, 20, 150, 70)
    diagonal = session.variants[0].lines[0]
    np.testing.assert_allclose(diagonal[0], (50 * 5.12, 128 + 20 * 5.12))
    assert not session.variants[0].originals


def test_another_photo_forgets_the_region(with_photo, session, program, photo, qtbot):
    session.sources.set_region((0.0, 0.0, 10.0, 10.0))
    with qtbot.waitSignal(program.reference.changed):
        program.reference.load(photo)
    assert session.sources.region is None


# --- Variants ----------------------------------------------------------------------------------


def test_number_and_freedom_are_sent_and_remembered(session, settings, document, fake, answered):
    session.set_count(7)
    session.set_freedom(0.8)
    add(document, bar(100, 100))
    session.start()
    answered()
    (payload,) = fake.payloads("redraw")
    assert (payload.variants, payload.sampling.temperature) == (7, 0.8)
    assert len(session.variants) == 7
    assert (settings.get(REDRAW_VARIANTS), settings.get(REDRAW_FREEDOM)) == (7, 0.8)


def test_again_draws_with_another_seed_and_start_with_the_first(session, redrawn, fake, answered):
    for act in (session.again, session.again, session.start):
        act()
        answered()
    assert [each.sampling.seed for each in fake.payloads("redraw")] == [0, 1, 2, 0]


def test_the_nearest_is_on_the_page_at_once_and_another_by_choice(session, preview, redrawn):
    assert session.chosen == 0
    assert preview.proposal is redrawn[0]
    session.choose(2)
    assert preview.proposal is redrawn[2]
    assert session.chosen == 2
    # Variant 2 lies 20 px lower.
    np.testing.assert_allclose(redrawn[2].lines[0] - redrawn[0].lines[0], [[0, 20]] * 3)


def test_meanwhile_the_old_preview_stays_dimmed(session, preview, redrawn, fake, qtbot, answered):
    fake.hold = True
    session.again()
    assert session.running
    assert preview.proposal is redrawn[0]
    assert preview.overlay._is_stale
    qtbot.waitUntil(lambda: session.fraction == 0.5)
    session.cancel()
    assert not session.running
    assert session.variants is redrawn
    assert not preview.overlay._is_stale


def test_drawing_on_meanwhile_disturbs_nothing(session, document, redrawn, fake, answered):
    fake.hold = True
    session.again()
    add(document, bar(500, 500))
    fake.released.set()
    answered()
    assert session.variants is not redrawn
    assert len(document.drawing.strokes) == 3


def test_what_the_engine_refuses_is_told(session, redraw, document, fake, qtbot):
    add(document, bar(100, 100))
    fake.fault = "There is nothing to see in the picture."
    with qtbot.waitSignal(redraw.trouble) as told:
        session.start()
    assert told.args == [fake.fault]
    assert not session.running


def test_if_nothing_comes_it_says_so(session, preview, document, fake, answered):
    fake.empty = True
    add(document, bar(100, 100))
    session.start()
    answered()
    assert session.variants == ()
    assert preview.proposal is None
    assert "Again" in session.text


# --- Keeping -----------------------------------------------------------------------------------


def test_the_document_stays_as_it_is_until_keep(document, preview, redrawn):
    before = document.drawing
    preview.play()
    preview.playback.advance(0.1)
    assert document.drawing is before


def test_keep_adds_real_strokes_in_one_undoable_step(document, preview, redrawn):
    before = document.drawing
    preview.keep()
    kept = document.drawing.strokes[2:]
    assert document.drawing.strokes[:2] == before.strokes
    assert [len(stroke.xy) for stroke in kept] == [3, 2]
    np.testing.assert_allclose(kept[0].xy, [(100, 100), (150, 170), (200, 240)])
    assert {(stroke.width_px, stroke.colour) for stroke in kept} == {(5.0, "#000000")}
    assert document.history.undo_text == "Redraw"
    assert preview.proposal is None
    document.undo()
    assert document.drawing is before


def test_replace_puts_them_in_the_place_of_the_originals(document, session, program, answered):
    add(document, bar(10, 10), bar(100, 100), bar(300, 300), bar(500, 500))
    program.selection.select([1, 3])
    session.start()
    answered()
    before = document.drawing
    session.preview.replace()
    strokes = document.drawing.strokes
    assert len(strokes) == 4
    assert (strokes[0], strokes[3]) == (before.strokes[0], before.strokes[2])
    np.testing.assert_allclose(strokes[1].xy[0], (100, 100))
    assert len(strokes[2].xy) == 2
    document.undo()
    assert document.drawing is before


def test_replace_follows_the_originals_through_other_edits(document, preview, redrawn):
    first, second = document.drawing.strokes
    document.apply(Drawing((bar(700, 10), first, second)), "Something else")
    preview.replace()
    assert len(document.drawing.strokes) == 3
    np.testing.assert_array_equal(document.drawing.strokes[0].xy[0], (700, 10))


def test_without_originals_there_is_nothing_to_replace(document, preview, redrawn):
    document.apply(document.drawing.without([0, 1]), "Delete")
    assert preview.replaced_ids == frozenset()
    preview.replace()
    assert document.drawing.strokes == ()
    assert preview.proposal is not None


def test_originals_on_a_locked_layer_stay_and_that_is_told(redraw, document, answered, qtbot):
    document.new(Drawing((bar(100, 100),), layers=(Layer(), Layer(1, "Top")), active=1))
    redraw.session.start()
    answered()
    locked = Drawing(
        document.drawing.strokes, layers=(Layer(locked=True), Layer(1, "Top")), active=1
    )
    document.apply(locked, "Lock")
    with qtbot.waitSignal(redraw.trouble) as told:
        redraw.preview.replace()
    assert "locked" in told.args[0]
    assert document.drawing is locked


def test_on_a_hidden_layer_nothing_is_kept_and_that_is_told(redraw, document, redrawn, qtbot):
    hidden = Drawing(document.drawing.strokes, layers=(Layer(visible=False),))
    document.apply(hidden, "Hide")
    with qtbot.waitSignal(redraw.trouble) as told:
        redraw.preview.keep()
    assert "hidden" in told.args[0]
    assert redraw.preview.proposal is not None


def test_the_originals_are_faded_while_the_preview_is_there(window, document, preview, redrawn):
    from tests.canvas.hand import Hand

    hand = Hand(window.canvas)
    faded = hand.colour((150, 220)).red() - hand.colour((150, 220)).blue()
    preview.drop()
    plain = hand.colour((150, 220)).red() - hand.colour((150, 220)).blue()
    assert plain > 230
    assert 0 < faded < 150


def test_another_document_ends_it_all(document, session, preview, redrawn):
    document.new()
    assert session.variants == ()
    assert preview.proposal is None


# --- Playing -----------------------------------------------------------------------------------


def test_the_pen_draws_along_the_points_at_the_chosen_speed(preview, redrawn):
    pen = preview.playback.overlay
    preview.set_speed(100)
    preview.play()
    assert preview.playing
    assert pen.place == 0
    # The first two steps are 86.02 px long each.
    preview.playback.advance(0.8602 * 1.5)
    assert pen.place == pytest.approx(1.5, abs=1e-3)
    assert preview.overlay.points == 0
    preview.pause()
    assert preview.paused
    preview.play()
    assert pen.place == pytest.approx(1.5, abs=1e-3)
    preview.set_speed(50)
    preview.playback.advance(0.8602)
    assert pen.place == pytest.approx(2.0, abs=1e-3)
    # 172.05 px through the air, and the last 100 px.
    preview.playback.advance(2 * (1.7205 + 0.99))
    assert preview.playing
    preview.playback.advance(0.1)
    assert not preview.playing
    assert not preview.paused
    assert preview.overlay.points == 5
    assert pen.points == 0


def test_played_again_it_begins_at_the_beginning(preview, redrawn):
    preview.play()
    preview.playback.advance(100)
    preview.toggle_play()
    assert preview.playback.overlay.place == 0
    preview.toggle_play()
    assert preview.paused


def test_it_plays_by_itself(preview, redrawn, settings, qtbot):
    preview.set_speed(2000)
    assert settings.get(REDRAW_SPEED_PX) == 2000
    preview.play()
    qtbot.waitUntil(lambda: not preview.playing)
    assert preview.overlay.points == 5


def test_another_variant_ends_playing(session, preview, redrawn):
    preview.play()
    session.choose(1)
    assert not preview.playing
    assert not preview.paused
    assert preview.overlay.points == 5
    np.testing.assert_allclose(preview.overlay._points[0], (100, 110))


def test_dropped_while_it_plays_nothing_is_left(preview, redrawn):
    preview.play()
    preview.drop()
    assert not preview.playing
    assert preview.overlay.points == preview.playback.overlay.points == 0


def test_without_a_preview_there_is_nothing_to_play(preview):
    preview.play()
    assert not preview.playing
    preview.keep()
    preview.replace()
    assert preview.proposal is None
