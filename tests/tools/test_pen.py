from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.input.pressure_curve import LINEAR, PressureCurve
from app.input.smoothing import Smoothing
from app.tools.base import InkStyle, Scene
from app.tools.ink_options import DEFAULT_INK, InkKind
from app.tools.pen import PenTool
from app.tools.stroke_index import StrokeIndex
from tests.tools.tool_editor import ToolEditor
from tests.tools.wobbly import oval, wobbly


@pytest.fixture
def raw() -> ToolEditor:
    return ToolEditor(PenTool(smoothing=Smoothing.OFF))


@pytest.fixture
def smooth() -> ToolEditor:
    return ToolEditor(PenTool(smoothing=Smoothing.WEIGHTED))


def test_without_smoothing_the_stroke_is_the_samples(raw):
    raw.down(10, 20, pressure=0.2).move((30, 20), (30, 45), pressure=0.7).up(31, 46, pressure=0.0)
    (stroke,) = raw.document.drawing.strokes
    assert stroke.points.tolist() == [
        [10, 20, 0.2, 0],
        [30, 20, 0.7, 0.008],
        [30, 45, 0.7, 0.016],
        [31, 46, 0.0, 0.024],
    ]


def test_a_release_at_the_last_place_adds_no_point(raw):
    raw.down(10, 20).move((30, 20)).up(30, 20)
    assert raw.document.drawing.strokes[0].xy.tolist() == [[10, 20], [30, 20]]


def test_a_tap_is_a_dot(raw, smooth):
    for editor in (raw, smooth):
        editor.down(10, 20).up(10, 20)
        assert editor.document.drawing.strokes[0].xy.tolist() == [[10, 20]]


def test_the_stroke_has_the_style_of_its_beginning(raw):
    raw.tool.style = InkStyle(7.5, "#ff8000", 0.5)
    raw.down(0, 0)
    raw.tool.style = InkStyle(1.0, "#0000ff")
    raw.move((5, 5)).up(5, 5)
    (stroke,) = raw.document.drawing.strokes
    assert (stroke.width_px, stroke.colour, stroke.opacity) == (7.5, "#ff8000", 0.5)


def test_one_gesture_is_one_undo_step(raw):
    for start in (0, 100, 200):
        raw.down(start, 0).move((start + 5, 5)).up(start + 9, 9)
    assert len(raw.document.drawing.strokes) == 3
    assert raw.document.history.undo_text == "Draw stroke"
    raw.document.undo()
    assert len(raw.document.drawing.strokes) == 2


def test_nothing_is_committed_before_pen_up(raw):
    raw.down(0, 0).move((50, 50))
    assert raw.document.drawing.strokes == ()
    assert raw.tool.active
    assert raw.live is not None


def test_cancel_drops_the_stroke(raw):
    raw.down(0, 0).move((50, 50)).cancel()
    assert raw.live is None
    assert not raw.tool.active
    raw.move((60, 60)).up(70, 70)
    assert raw.document.drawing.strokes == ()
    assert not raw.document.history.can_undo


def test_the_smoothed_live_stroke_always_reaches_the_pen(smooth):
    smooth.down(0, 0)
    for step in range(1, 20):
        place = (25.0 * step, 40.0 * np.sin(step))
        smooth.move(place)
        assert (smooth.live[-1].x, smooth.live[-1].y) == place


def test_the_smoothed_stroke_begins_and_ends_at_the_pen(smooth):
    smooth.down(3, 4).move((40, 10), (80, 60), (90, 120)).up(95, 140)
    (stroke,) = smooth.document.drawing.strokes
    assert stroke.xy[0].tolist() == [3, 4]
    assert stroke.xy[-1].tolist() == [95, 140]


def test_what_was_drawn_live_is_what_is_committed(smooth):
    smooth.down(0, 0).move((20, 3), (44, 30), (70, 31), (90, 10))
    live = [(each.x, each.y) for each in smooth.live]
    smooth.up(90, 10)
    np.testing.assert_allclose(smooth.document.drawing.strokes[0].xy, live, atol=0.0005)


def test_an_edit_meanwhile_is_kept(raw):
    other = Stroke.from_polyline([(0, 0), (9, 9)])
    raw.down(50, 50).move((60, 60))
    raw.document.apply(Drawing().adding(other), "Keep")
    raw.up(70, 70)
    assert raw.document.drawing.strokes[0] is other
    assert len(raw.document.drawing.strokes) == 2


def test_a_second_down_without_up_drops_the_first_stroke(raw):
    raw.down(0, 0).move((5, 5)).down(100, 100).up(110, 110)
    (stroke,) = raw.document.drawing.strokes
    assert stroke.xy.tolist() == [[100, 100], [110, 110]]


# --- Kinds of ink ------------------------------------------------------------------------------


def with_options(**options) -> ToolEditor:
    chosen = replace(DEFAULT_INK[InkKind.PEN], smoothing=Smoothing.OFF)
    return ToolEditor(PenTool(options=replace(chosen, **options)))


def test_pressure_goes_through_the_curve():
    curve = PressureCurve(((0.0, 0.2), (1.0, 0.8)))
    editor = with_options(pressure=curve)
    editor.down(0, 0, pressure=0.0).move((10, 0), pressure=0.5).up(20, 0, pressure=1.0)
    np.testing.assert_allclose(editor.document.drawing.strokes[0].pressure, [0.2, 0.5, 0.8])


def test_a_marker_is_as_broad_however_hard_one_presses():
    editor = ToolEditor(PenTool(options=DEFAULT_INK[InkKind.MARKER]))
    editor.down(0, 0, pressure=0.05).move((50, 0), pressure=1.0).up(99, 0, pressure=0.0)
    (stroke,) = editor.document.drawing.strokes
    np.testing.assert_allclose(stroke.local_widths_px(), 18.0)
    assert stroke.opacity == 0.5


def test_a_tapered_stroke_begins_thin_at_once_and_ends_thin():
    editor = with_options(taper_px=20.0)
    editor.down(0, 0).move(*[(x, 0) for x in range(5, 100, 5)])
    assert editor.live[0].pressure == 0
    assert editor.live[-1].pressure == 0.5
    editor.up(100, 0)
    widths = editor.document.drawing.strokes[0].local_widths_px()
    assert widths[0] == widths[-1] == pytest.approx(0.1 * 3)
    assert widths.max() == pytest.approx(3)


def tilted(tool: PenTool, tilts: list[float]) -> Stroke:
    scene = Scene(Drawing(), StrokeIndex())
    samples = [PenSample(9.0 * i, 0.0, 0.5, deg, 0.0, 0.01 * i) for i, deg in enumerate(tilts)]
    tool.down(samples[0], scene)
    for each in samples[1:]:
        tool.move(each, scene)
    commit = tool.up(samples[-1], scene)[-1]
    return commit.drawing.strokes[0]


def test_a_lying_pencil_draws_broad():
    pencil = replace(DEFAULT_INK[InkKind.PENCIL], tilt=1.0, pressure=LINEAR)
    widths = {
        deg: tilted(PenTool(options=pencil), [deg] * 3).local_widths_px().mean()
        for deg in (0, 20, 40, 60, 80)
    }
    np.testing.assert_allclose(list(widths.values()), [2, 2, 6, 10, 10], rtol=1e-3)


def test_tilting_further_in_a_stroke_broadens_it():
    pencil = replace(
        DEFAULT_INK[InkKind.PENCIL], tilt=1.0, pressure=LINEAR, smoothing=Smoothing.OFF
    )
    widths = tilted(PenTool(options=pencil), [30, 33, 36]).local_widths_px()
    np.testing.assert_allclose(widths, [4, 4.6, 5.2], rtol=1e-3)


def test_a_pen_takes_no_notice_of_tilt():
    assert tilted(PenTool(), [70, 70]).width_px == 3


def test_the_pulled_string_is_shown_and_the_ink_ends_at_it():
    editor = with_options(smoothing=Smoothing.PULLED, strength=0.0)
    editor.down(0, 0).move(*[(x, 0) for x in range(1, 51)])
    np.testing.assert_allclose(editor.hints[0], [(46, 0), (50, 0)])
    assert editor.live[-1].x == 46
    editor.up(50, 0)
    assert editor.hints == ()
    assert editor.document.drawing.strokes[0].xy[-1].tolist() == [46, 0]


def test_prediction_is_off_unless_asked_for_and_never_committed():
    for predicts, expected in ((False, 30.0), (True, 30.0 + 10.0 * 0.012 / 0.008)):
        editor = with_options(predicts=predicts)
        editor.down(10, 0).move((20, 0), (30, 0))
        assert editor.live[-1].x == pytest.approx(expected)
        editor.up(30, 0)
        assert editor.document.drawing.strokes[0].xy[:, 0].tolist() == [10, 20, 30]
    assert not any(options.predicts for options in DEFAULT_INK.values())


# --- Shapes on hold ----------------------------------------------------------------------------


def hold(editor: ToolEditor) -> ToolEditor:
    return editor._perform(editor.tool.hold(editor._scene()))


@pytest.fixture
def circle() -> list[tuple[float, float]]:
    return [tuple(place) for place in wobbly(oval(80, 80) + 200, 1).tolist()]


def test_a_hold_shows_the_shape_and_pen_up_keeps_it(raw, circle):
    raw.down(*circle[0]).move(*circle)
    hold(raw)
    live = np.array([(each.x, each.y) for each in raw.live])
    middle = (live.min(axis=0) + live.max(axis=0)) / 2
    radii = np.hypot(*(live - middle).T)
    assert np.ptp(radii) < 1
    assert raw.document.drawing.strokes == ()
    raw.move((circle[-1][0] + 2, circle[-1][1])).up(*circle[-1])
    (stroke,) = raw.document.drawing.strokes
    assert stroke.beziers is not None
    assert stroke.width_px == 3.0
    assert raw.document.history.undo_text == "Draw circle"
    assert raw.live is None


def test_the_raw_stroke_can_be_had_back(raw, circle):
    raw.down(*circle[0]).move(*circle)
    before = list(raw.live)
    hold(raw)
    assert raw.live != before
    raw._perform(raw.tool.let_go())
    assert raw.live == before
    assert raw.tool.let_go() is None
    hold(raw)
    assert raw.live == before, "not taken for a shape again"
    raw.up(*circle[-1])
    assert raw.document.drawing.strokes[0].beziers is None
    assert raw.document.history.undo_text == "Draw stroke"


def test_a_hold_after_a_scribble_or_without_the_option_does_nothing(raw, circle):
    raw.down(0, 0).move(*[(40.0 * i, 60.0 * (i % 2)) for i in range(7)])
    live = list(raw.live)
    assert hold(raw).live == live
    raw.cancel()
    raw.tool.recognises = False
    raw.down(*circle[0]).move(*circle)
    live = list(raw.live)
    assert hold(raw).live == live


def test_a_recognised_line_is_as_broad_as_what_was_drawn(raw):
    raw.down(0, 0, pressure=1.0).move((100, 2), (200, 0), pressure=1.0)
    hold(raw).up(200, 0)
    (stroke,) = raw.document.drawing.strokes
    assert stroke.xy.tolist() == [[0, 0], [200, 0]]
    np.testing.assert_allclose(stroke.local_widths_px(), 1.7 * 3)
    assert raw.document.history.undo_text == "Draw line"
