from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.input.pressure_curve import LINEAR, PressureCurve
from engine.errors import InputError

interpolate = pytest.importorskip("scipy.interpolate")


@st.composite
def curves(draw) -> PressureCurve:
    number = draw(st.integers(2, 8))
    xs = draw(st.lists(st.integers(0, 50), min_size=number, max_size=number, unique=True))
    ys = draw(st.lists(st.integers(0, 100), min_size=number, max_size=number))
    points = zip(sorted(xs), sorted(ys), strict=True)
    return PressureCurve(tuple((x / 50, y / 100) for x, y in points))


def test_the_default_changes_nothing():
    for pressure in (0.0, 0.1, 0.5, 0.999, 1.0):
        assert LINEAR(pressure) == pytest.approx(pressure, abs=1e-12)


@given(curves())
def test_never_falls_and_goes_through_its_points(curve):
    values = [curve(p) for p in np.linspace(0, 1, 301)]
    assert (np.diff(values) >= -1e-12).all()
    for x, y in curve.points:
        # The table has 256 steps; the steepest curve climbs by 1 in a fiftieth.
        assert curve(x) == pytest.approx(y, abs=0.15)
    assert curve(0.0) == curve.points[0][1]
    assert curve(1.0) == curve.points[-1][1]


@given(curves())
def test_agrees_with_scipy(curve):
    x, y = np.array(curve.points).T
    places = np.arange(257) / 256
    inside = places[(places >= x[0]) & (places <= x[-1])]
    expected = interpolate.PchipInterpolator(x, y)(inside)
    np.testing.assert_allclose([curve(p) for p in inside], expected, atol=1e-9)


@given(curves())
def test_text_and_back(curve):
    assert PressureCurve.parse(curve.text) == curve


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0,0",
        "0,0 1",
        "0,0 1,x",
        "0,0 1,2",
        "0.5,0 0.4,1",
        "0,1 1,0",
        "0,nan 1,1",
        "0,0,0 1,1,1",
    ],
)
def test_what_is_no_curve_is_one_sentence(text):
    with pytest.raises(InputError):
        PressureCurve.parse(text)


def test_points_are_kept_between_their_neighbours():
    curve = LINEAR.with_point(0.5, 0.2)
    assert curve.points == ((0, 0), (0.5, 0.2), (1, 1))
    assert curve.with_moved(1, 7.0, 7.0).points == ((0, 0), (0.98, 1), (1, 1))
    assert curve.with_moved(0, 0.3, 0.9).points[0] == (0.3, 0.2)
    assert curve.without_point(1) == LINEAR
    assert LINEAR.without_point(0) is LINEAR


def test_there_is_room_for_eight_points():
    curve = LINEAR
    for i in range(1, 10):
        curve = curve.with_point(i / 10, i / 10)
    assert len(curve.points) == 8
