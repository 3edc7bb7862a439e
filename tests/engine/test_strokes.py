from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.strokes import (
    MAX_SAMPLES_PER_SEGMENT,
    START_TOKEN,
    bezier_steps,
    bounds,
    from_stroke3,
    from_stroke5,
    polyline_length,
    resample,
    sample_beziers,
    simplify,
    to_stroke3,
    to_stroke5,
)

# Multiples of 1/8 add up without rounding, so "the same" can mean equal.
eighths = st.integers(-8000, 8000).map(lambda steps: steps / 8)
places = st.tuples(eighths, eighths)
polylines = st.lists(st.lists(places, min_size=1, max_size=9).map(np.array), max_size=7)


def same(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return len(first) == len(second) and all(
        np.array_equal(a, b) for a, b in zip(first, second, strict=True)
    )


class TestStroke3:
    def test_rows_are_offsets_and_lifts(self) -> None:
        stroke3 = to_stroke3([[(10, 5), (12, 5)], [(11, 9)]])
        assert stroke3.tolist() == [[10, 5, 0], [2, 0, 1], [-1, 4, 1]]

    @given(polylines)
    @settings(deadline=None)
    def test_way_back_keeps_strokes_points_and_order(self, lines: list[np.ndarray]) -> None:
        assert same(from_stroke3(to_stroke3(lines)), lines)

    @given(st.lists(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=1)))
    @settings(deadline=None)
    def test_rounding_stays_far_below_a_thousandth_px(self, lines: list[list[tuple]]) -> None:
        back = from_stroke3(to_stroke3(lines))
        assert len(back) == len(lines)
        for line, again in zip(lines, back, strict=True):
            np.testing.assert_allclose(again, np.array(line), atol=1e-7)

    def test_nothing_is_an_empty_sequence(self) -> None:
        assert to_stroke3([]).shape == (0, 3)
        assert from_stroke3(np.empty((0, 3))) == []

    def test_last_stroke_without_a_lift_is_kept(self) -> None:
        lines = from_stroke3([[1, 1, 1], [1, 0, 0], [1, 0, 0]])
        assert [line.tolist() for line in lines] == [[[1, 1]], [[2, 1], [3, 1]]]

    def test_a_stroke_without_points_has_no_place(self) -> None:
        with pytest.raises(ValueError, match="N >= 1"):
            to_stroke3([[(0, 0)], np.empty((0, 2))])

    @pytest.mark.parametrize("shape", [(3,), (2, 2), (1, 1, 3)])
    def test_other_shapes_are_refused(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match="stroke-3"):
            from_stroke3(np.zeros(shape))


class TestStroke5:
    def test_pen_states_are_one_hot_and_padded_with_ends(self) -> None:
        stroke5 = to_stroke5([[3, 4, 0], [1, 0, 1]], max_len=4)
        assert stroke5.tolist() == [
            [3, 4, 1, 0, 0],
            [1, 0, 0, 1, 0],
            [0, 0, 0, 0, 1],
            [0, 0, 0, 0, 1],
        ]

    @given(polylines, st.integers(1, 5), st.booleans())
    @settings(deadline=None)
    def test_way_back(self, lines: list[np.ndarray], room: int, start_token: bool) -> None:
        stroke3 = to_stroke3(lines)
        max_len = len(stroke3) + int(start_token) + room
        stroke5 = to_stroke5(stroke3, max_len, start_token=start_token)
        assert stroke5.shape == (max_len, 5)
        assert (stroke5[:, 2:].sum(axis=1) == 1).all()
        assert np.array_equal(from_stroke5(stroke5, start_token=start_token), stroke3)
        assert same(from_stroke3(from_stroke5(stroke5, start_token=start_token)), lines)

    def test_start_token_comes_first(self) -> None:
        stroke5 = to_stroke5([[3, 4, 1]], start_token=True)
        assert tuple(stroke5[0]) == START_TOKEN
        assert stroke5.shape == (3, 5)

    def test_too_short_a_length_is_refused(self) -> None:
        with pytest.raises(ValueError, match="do not fit"):
            to_stroke5(np.zeros((4, 3)), max_len=4)

    def test_probabilities_count_as_their_largest(self) -> None:
        stroke3 = from_stroke5(
            [[1, 1, 0.6, 0.3, 0.1], [2, 2, 0.2, 0.5, 0.3], [0, 0, 0.1, 0.2, 0.7]]
        )
        assert stroke3.tolist() == [[1, 1, 0], [2, 2, 1]]

    def test_without_an_end_row_all_rows_count(self) -> None:
        assert len(from_stroke5([[1, 1, 1, 0, 0], [1, 1, 0, 1, 0]])) == 2

    def test_other_shapes_are_refused(self) -> None:
        with pytest.raises(ValueError, match="stroke-5"):
            from_stroke5(np.zeros((2, 3)))
        with pytest.raises(ValueError, match="stroke-3"):
            to_stroke5(np.zeros((2, 5)))


class TestSampleBeziers:
    CHAIN = np.array(
        [[[0, 0], [0, 50], [100, 50], [100, 0]], [[100, 0], [100, -9], [7, 3], [1, 1]]]
    )

    def test_points_lie_on_the_curve_by_de_casteljau(self) -> None:
        control = self.CHAIN[0].astype(float)
        sampled = sample_beziers([control], spacing_px=5)
        for t, place in zip(np.linspace(0, 1, len(sampled)), sampled, strict=True):
            level = control
            while len(level) > 1:
                level = (1 - t) * level[:-1] + t * level[1:]
            np.testing.assert_allclose(place, level[0], atol=1e-12)

    def test_ends_are_exact_and_the_joint_is_there_once(self) -> None:
        sampled = sample_beziers(self.CHAIN, spacing_px=3)
        assert sampled[0].tolist() == [0, 0]
        assert sampled[-1].tolist() == [1, 1]
        assert (sampled == [100, 0]).all(axis=1).sum() == 1
        assert len(sampled) == bezier_steps(self.CHAIN, 3).sum() + 1

    def test_a_gap_keeps_both_ends(self) -> None:
        gap = self.CHAIN.copy()
        gap[1, 0] = [100, 1]
        sampled = sample_beziers(gap, spacing_px=3).tolist()
        assert sampled.index([100, 1]) == sampled.index([100, 0]) + 1

    def test_mean_distance_is_within_the_spacing(self) -> None:
        for spacing_px in (0.5, 1.0, 4.0):
            sampled = sample_beziers(self.CHAIN, spacing_px)
            assert polyline_length(sampled) / (len(sampled) - 1) <= spacing_px

    def test_a_curve_without_length_has_two_points(self) -> None:
        assert sample_beziers(np.full((1, 4, 2), 3.0)).tolist() == [[3, 3], [3, 3]]

    def test_far_control_points_stay_affordable(self) -> None:
        far = [[[0, 0], [1e12, 0], [0, 1e12], [1, 1]]]
        assert len(sample_beziers(far)) == MAX_SAMPLES_PER_SEGMENT + 1

    @pytest.mark.parametrize("shape", [(4, 2), (0, 4, 2), (1, 3, 2), (1, 4, 3)])
    def test_other_shapes_are_refused(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match="K, 4, 2"):
            sample_beziers(np.zeros(shape))

    @pytest.mark.parametrize("value", [float("nan"), float("inf")])
    def test_numbers_must_be_finite(self, value: float) -> None:
        with pytest.raises(ValueError, match="finite"):
            sample_beziers(np.full((1, 4, 2), value))

    @pytest.mark.parametrize("spacing_px", [0, -1, float("nan")])
    def test_spacing_must_be_positive(self, spacing_px: float) -> None:
        with pytest.raises(ValueError, match="spacing_px"):
            sample_beziers(self.CHAIN, spacing_px)


class TestResample:
    LINE = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 14.0]])

    def test_length(self) -> None:
        assert polyline_length(self.LINE) == 15
        assert polyline_length([[1, 2]]) == 0

    def test_by_number_steps_are_equal_along_the_line(self) -> None:
        assert resample(self.LINE, number=4).tolist() == [[0, 0], [3, 4], [3, 9], [3, 14]]

    def test_by_spacing_is_never_wider(self) -> None:
        sampled = resample(self.LINE, spacing_px=4)
        assert len(sampled) == 5
        assert np.hypot(*np.diff(sampled, axis=0).T).max() <= 4

    @given(st.lists(places, min_size=1, max_size=8).map(np.array), st.integers(2, 40))
    @settings(deadline=None)
    def test_ends_stay(self, line: np.ndarray, number: int) -> None:
        sampled = resample(line, number=number)
        assert sampled.shape == (number, 2)
        assert np.array_equal(sampled[[0, -1]], line[[0, -1]])
        assert polyline_length(sampled) <= polyline_length(line) + 1e-6

    def test_a_point_stays_a_point(self) -> None:
        assert resample([[2, 3]], spacing_px=1).tolist() == [[2, 3]]
        assert resample([[2, 3]], number=3).tolist() == [[2, 3]] * 3

    @pytest.mark.parametrize(
        "wanted", [{}, {"number": 1}, {"spacing_px": 0}, {"number": 3, "spacing_px": 1}]
    )
    def test_one_wish_in_range_is_needed(self, wanted: dict[str, int]) -> None:
        with pytest.raises(ValueError):
            resample(self.LINE, **wanted)


def test_bounds_of_all_points() -> None:
    assert bounds([[(1, 9)], [(-2, 3), (0, 4)]]) == (-2, 3, 1, 9)
    assert bounds([]) is None
    assert bounds([np.empty((0, 2))]) is None


class TestSimplify:
    @given(
        st.lists(places, min_size=1, max_size=30).map(np.array),
        st.floats(0, 200),
    )
    @settings(deadline=None)
    def test_points_left_out_are_near_the_line_that_is_left(
        self, line: np.ndarray, tolerance: float
    ) -> None:
        kept = simplify(line, tolerance)
        assert kept[0] == 0
        assert kept[-1] == len(line) - 1
        for first, last in itertools.pairwise(kept):
            start, way = line[first], line[last] - line[first]
            for point in line[first : last + 1]:
                along = np.clip((point - start) @ way / max(way @ way, 1e-9), 0, 1)
                assert np.hypot(*(point - start - along * way)) <= tolerance + 1e-6

    @pytest.mark.parametrize("seed", range(10))
    def test_it_keeps_what_another_implementation_keeps(self, seed: int) -> None:
        from skimage.measure import approximate_polygon

        # Rising x: no point lies beyond an end of a segment, where the two measure differently.
        random = np.random.default_rng(seed)
        line = np.stack([np.arange(50.0), random.normal(size=50).cumsum()], 1)
        np.testing.assert_array_equal(line[simplify(line, 1.5)], approximate_polygon(line, 1.5))

    def test_a_straight_line_keeps_its_ends(self) -> None:
        assert simplify([(0, 0), (1, 1), (2, 2), (5, 5)], 0.01).tolist() == [0, 3]
