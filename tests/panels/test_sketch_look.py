"""Width, colour and a hand-drawn look of a sketch; its lines stay where they are."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.svg_read import read_svg
from app.document.svg_write import write_svg
from app.panels.curve_points import points_along
from app.panels.sketch_look import Look
from app.settings import ABSTRACT_COLOUR, ABSTRACT_HAND_DRAWN, ABSTRACT_WIDTH_PERCENT
from engine.strokes import sample_beziers

BEZIERS = np.array(
    [
        [(10, 10), (60, 0), (90, 80), (200, 120)],
        [(300, 20), (310, 90), (250, 160), (220, 60)],
    ],
    dtype=np.float64,
)
PLAIN = Look().strokes(BEZIERS, 4.0)


def test_plain_strokes_are_the_curves_themselves():
    for stroke, curve in zip(PLAIN, BEZIERS, strict=True):
        np.testing.assert_array_equal(stroke.beziers[0], curve)
        assert (stroke.width_px, stroke.colour) == (4.0, "#000000")


@pytest.mark.parametrize(
    "look",
    [Look(0.5), Look(2.5, "#a03050"), Look(hand_drawn=True), Look(1.5, "#2040c0", True)],
)
def test_no_look_moves_a_line(look):
    for stroke, plain in zip(look.strokes(BEZIERS, 4.0), PLAIN, strict=True):
        np.testing.assert_array_equal(stroke.xy, plain.xy)
        assert stroke.width_px == 4.0 * look.width
        assert stroke.colour == look.colour


def test_hand_drawn_ink_is_thin_at_both_ends_and_uneven_between():
    for stroke in Look(hand_drawn=True).strokes(BEZIERS, 4.0):
        widths = stroke.local_widths_px()
        middle = widths[len(widths) // 3 : -len(widths) // 3]
        assert max(widths[0], widths[-1]) < 0.2 * middle.min()
        assert middle.max() > 1.1 * middle.min()
        assert middle.mean() == pytest.approx(4.0, rel=0.35)


def test_each_stroke_has_a_hand_of_its_own_and_keeps_it():
    look = Look(hand_drawn=True)
    once, again = look.strokes(BEZIERS, 4.0), look.strokes(BEZIERS, 4.0)
    assert once == again
    same_line = look.strokes(np.stack([BEZIERS[0], BEZIERS[0]]), 4.0)
    assert not np.array_equal(same_line[0].pressure, same_line[1].pressure)


def test_a_hand_drawn_look_survives_the_file(tmp_path):
    strokes = Look(1.5, "#2040c0", True).strokes(BEZIERS, 4.0)
    path = tmp_path / "sketch.svg"
    write_svg(path, Drawing(width_px=400, height_px=300).adding(*strokes))
    assert read_svg(path).strokes == strokes


def test_the_look_is_what_the_settings_say(settings):
    settings.set(ABSTRACT_WIDTH_PERCENT, 250)
    settings.set(ABSTRACT_COLOUR, "#123456")
    settings.set(ABSTRACT_HAND_DRAWN, True)
    assert Look.chosen(settings) == Look(2.5, "#123456", True)


def test_points_along_many_curves_are_those_along_each():
    for curve, points in zip(BEZIERS, points_along(BEZIERS, 301), strict=True):
        # Spaced so, it is sampled in 300 steps.
        spacing_px = np.hypot(*np.diff(curve, axis=0).T).sum() / 300 * (1 + 1e-9)
        np.testing.assert_allclose(sample_beziers(curve[None], spacing_px), points, atol=1e-9)
