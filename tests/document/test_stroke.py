from __future__ import annotations

import math
import pickle
import tracemalloc

import numpy as np
import pytest
from drawing_strategies import strokes
from hypothesis import given

from app.document.ink import pressure_to_width
from app.document.samples import PenSample
from app.document.stroke import MAX_COORDINATE_PX, MAX_WIDTH_PX, Stroke, to_grid
from engine.errors import InputError

CURVE = np.array([[10.0, 10], [10, 60], [110, 60], [110, 10]])
TURN = np.array([[0.0, -1, 5], [1, 0, 7]])


def hand() -> Stroke:
    return Stroke(np.array([[0, 0, 0.5, 0], [10, 0, 1.0, 0.01]]), 4.0, "#AA00ff", 0.25)


class TestConstruction:
    def test_samples_become_points_with_time_from_the_start(self) -> None:
        samples = [PenSample(1, 2, 0.25, t_s=100.0), PenSample(3, 4, 0.75, t_s=100.016)]
        stroke = Stroke.from_samples(samples, 5.0, "#123456")
        assert stroke.points.tolist() == [[1, 2, 0.25, 0], [3, 4, 0.75, 0.016]]
        assert (stroke.width_px, stroke.colour, stroke.opacity) == (5.0, "#123456", 1.0)
        assert stroke.beziers is None

    def test_a_mouse_has_the_nominal_width(self) -> None:
        assert pressure_to_width(PenSample(0, 0).pressure) == 1.0

    def test_views(self) -> None:
        stroke = hand()
        assert stroke.xy.tolist() == [[0, 0], [10, 0]]
        assert stroke.pressure.tolist() == [0.5, 1.0]
        assert stroke.time_s.tolist() == [0, 0.01]
        np.testing.assert_allclose(stroke.local_widths_px(), [4.0, 4 * 1.7])

    def test_arrays_cannot_be_written(self) -> None:
        stroke = Stroke.from_beziers(CURVE)
        assert stroke.beziers is not None
        for array in (stroke.points, stroke.xy, stroke.beziers):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 0

    def test_what_it_was_made_from_can_change_without_harm(self) -> None:
        points = np.array([[1.0, 2, 0.5, 0]])
        stroke = Stroke(points)
        points[:] = 9
        assert stroke.points.tolist() == [[1, 2, 0.5, 0]]

    def test_a_bezier_stroke_is_sampled_from_end_to_end(self) -> None:
        stroke = Stroke.from_beziers(CURVE, 2.0, "#00ff00", 0.5)
        assert stroke.beziers is not None
        assert stroke.beziers.shape == (1, 4, 2)
        assert stroke.xy[[0, -1]].tolist() == [[10, 10], [110, 10]]
        assert (stroke.pressure == 0.5).all()
        assert not stroke.time_s.any()

    def test_numbers_lie_on_the_grid(self) -> None:
        stroke = Stroke(np.array([[1.00049, -0.0004, 0.12345, 0.0016]]), 1.23456, opacity=0.98765)
        assert stroke.points.tolist() == [[1.0, 0.0, 0.123, 0.002]]
        assert (stroke.width_px, stroke.opacity) == (1.235, 0.988)
        assert math.copysign(1, stroke.points[0, 1]) == 1

    @given(strokes)
    def test_grid_numbers_are_kept_by_short_decimals(self, stroke: Stroke) -> None:
        for value in stroke.points.ravel().tolist():
            assert float(f"{value:.3f}") == value
        assert np.array_equal(to_grid(stroke.points), stroke.points)

    def test_pressure_and_opacity_are_clipped(self) -> None:
        stroke = Stroke(np.array([[0, 0, 1.2, 0], [0, 0, -0.1, 0]]), opacity=7)
        assert stroke.pressure.tolist() == [1, 0]
        assert stroke.opacity == 1


class TestRefusals:
    @pytest.mark.parametrize("column", range(4))
    @pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
    def test_numbers_that_are_not_finite(self, column: int, value: float) -> None:
        points = np.zeros((3, 4))
        points[1, column] = value
        with pytest.raises(InputError, match="not finite"):
            Stroke(points)

    @pytest.mark.parametrize("shape", [(0, 4), (3, 2), (4,), (1, 2, 4)])
    def test_shapes(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(InputError):
            Stroke(np.zeros(shape))

    @pytest.mark.parametrize("shape", [(0, 4, 2), (1, 3, 2), (2,)])
    def test_bezier_shapes(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(InputError):
            Stroke.from_beziers(np.zeros(shape))

    def test_gaps_in_a_chain(self) -> None:
        with pytest.raises(InputError, match="connected"):
            Stroke.from_beziers(np.stack([CURVE, CURVE]))

    @pytest.mark.parametrize("width_px", [0, -1, 0.0004, math.nan, MAX_WIDTH_PX * 2])
    def test_widths(self, width_px: float) -> None:
        with pytest.raises(InputError):
            Stroke.from_polyline([[0, 0]], width_px)

    @pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567", "", '#12345"'])
    def test_colours(self, colour: str) -> None:
        with pytest.raises(InputError, match="colour"):
            Stroke.from_polyline([[0, 0]], 1, colour)

    def test_places_beyond_all_bounds(self) -> None:
        with pytest.raises(InputError, match="too far"):
            Stroke.from_polyline([[0, 2 * MAX_COORDINATE_PX]])
        with pytest.raises(InputError, match="too far"):
            Stroke.from_beziers(CURVE * 1e6)
        with pytest.raises(InputError, match="out of all bounds"):
            Stroke.from_polyline([[0, 1e308]])
        with pytest.raises(InputError, match="time"):
            Stroke(np.array([[0, 0, 0, 1e9]]))

    def test_no_samples(self) -> None:
        with pytest.raises(InputError, match="at least one"):
            Stroke.from_samples([])


class TestEquality:
    def test_by_value(self) -> None:
        assert hand() == hand()
        assert hash(hand()) == hash(hand())
        assert len({hand(), hand()}) == 1

    @pytest.mark.parametrize(
        "other",
        [
            hand().with_style(width_px=5),
            hand().with_style(colour="#aa00fe"),
            hand().with_style(opacity=0.5),
            Stroke(hand().points * [1, 1, 0.9, 1], 4.0, "#aa00ff", 0.25),
            "stroke",
        ],
    )
    def test_any_difference_counts(self, other: object) -> None:
        assert hand() != other

    def test_a_curve_is_not_its_samples(self) -> None:
        curve = Stroke.from_beziers(CURVE)
        assert curve != Stroke(curve.points)

    @given(strokes)
    def test_survives_pickling(self, stroke: Stroke) -> None:
        assert pickle.loads(pickle.dumps(stroke)) == stroke


class TestDerived:
    def test_bounds_include_half_of_the_local_width(self) -> None:
        assert hand().bounds() == pytest.approx((-2, -3.4, 13.4, 3.4))

    def test_a_style_shares_the_line(self) -> None:
        curve = Stroke.from_beziers(CURVE)
        styled = curve.with_style(9, "#ABCDEF", 0.5)
        assert styled.points is curve.points
        assert styled.beziers is curve.beziers
        assert (styled.width_px, styled.colour, styled.opacity) == (9, "#abcdef", 0.5)
        assert curve.with_style() == curve

    def test_a_style_is_checked(self) -> None:
        with pytest.raises(InputError):
            hand().with_style(colour="blue")

    def test_transformed_points_keep_pressure_and_time(self) -> None:
        turned = hand().transformed(TURN)
        assert turned.points.tolist() == [[5, 7, 0.5, 0], [5, 17, 1, 0.01]]
        assert turned.width_px == 4

    def test_transformed_curves_stay_curves_and_widths_scale(self) -> None:
        curve = Stroke.from_beziers(CURVE, 2.0)
        scaled = curve.transformed([[3, 0, 0], [0, 3, 1]])
        assert scaled == Stroke.from_beziers(CURVE * 3 + [0, 1], 6.0)

    def test_transformed_flat_keeps_a_width(self) -> None:
        assert hand().transformed([[0, 0, 1], [0, 0, 1]]).width_px == 0.001

    def test_affine_must_have_its_shape(self) -> None:
        with pytest.raises(ValueError, match=r"\(2, 3\)"):
            hand().transformed(np.eye(3))


def test_a_stroke_of_50_points_takes_less_than_4_kb() -> None:
    points = np.linspace(0, 1, 200).reshape(50, 4)
    Stroke(points)
    tracemalloc.start()
    kept = [Stroke(points) for _ in range(200)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / len(kept) < 4000
