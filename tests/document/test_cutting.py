from __future__ import annotations

import numpy as np
import pytest

from app.document.cutting import keeping_spans, parts_of
from app.document.drawing import Drawing
from app.document.stroke import Stroke

POINTS = np.array([[x, 10, 0.1 * x, x] for x in range(6)], float)
PEN = Stroke(POINTS, 4.0, "#102030", 0.5)
CURVE = Stroke.from_beziers([[0, 0], [0, 30], [30, 30], [30, 0]], 2.0)


def test_parts_keep_pressure_time_and_style() -> None:
    first, second = parts_of(PEN, [(0, 2), (4, 5)])
    np.testing.assert_array_equal(first.points, PEN.points[:3])
    np.testing.assert_array_equal(second.points, PEN.points[4:])
    assert (second.width_px, second.colour, second.opacity) == (4.0, "#102030", 0.5)


def test_a_whole_stroke_is_the_stroke_itself() -> None:
    assert parts_of(CURVE, [(0, len(CURVE.points) - 1)]) == (CURVE,)
    assert parts_of(CURVE, [(0, len(CURVE.points) - 1)])[0] is CURVE


def test_a_cut_curve_is_a_line_through_its_samples() -> None:
    (part,) = parts_of(CURVE, [(0, 20)])
    assert part.beziers is None
    np.testing.assert_allclose(part.xy, CURVE.xy[:21], atol=1e-3)


def test_the_drawing_keeps_the_order_of_what_stays() -> None:
    drawing = Drawing((PEN, CURVE, PEN))
    cut = keeping_spans(drawing, [[(0, 1), (3, 5)], [], [(0, 5)]])
    assert len(cut.strokes) == 3
    assert cut.strokes[2] is PEN
    np.testing.assert_array_equal(cut.strokes[1].points, PEN.points[3:])


def test_keeping_all_is_no_change() -> None:
    drawing = Drawing((PEN, CURVE))
    assert keeping_spans(drawing, [[(0, 5)], [(0, len(CURVE.points) - 1)]]) is drawing


@pytest.mark.parametrize("spans", [[(0, 6)], [(3, 2)], [(-1, 2)]])
def test_a_span_that_is_none_is_a_mistake(spans) -> None:
    with pytest.raises(ValueError, match="no span"):
        parts_of(PEN, spans)
    with pytest.raises(ValueError, match="entries"):
        keeping_spans(Drawing((PEN,)), [])
