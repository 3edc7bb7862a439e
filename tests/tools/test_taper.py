from __future__ import annotations

import numpy as np
import pytest

from app.document.ink import pressure_to_width, width_to_pressure
from app.document.samples import PenSample
from app.tools.taper import TaperedStart, tapered


def line(length: float, step: float = 1.0) -> list[PenSample]:
    return [PenSample(x, 0.0, 0.5) for x in np.arange(0, length + step / 2, step)]


def widths(ink) -> np.ndarray:
    return np.array([pressure_to_width(each.pressure) for each in ink])


def test_both_ends_are_thin_and_the_middle_is_as_drawn():
    ink = tapered(line(100), 20)
    x = np.array([each.x for each in ink])
    width = widths(ink)
    assert width[0] == width[-1] == pytest.approx(0.1)
    np.testing.assert_allclose(width[(x >= 20) & (x <= 80)], 1.0)
    assert (np.diff(width[x <= 20]) > 0).all()
    assert (np.diff(width[x >= 80]) < 0).all()


def test_the_ends_are_round():
    ink = tapered(line(100, 0.5), 20)
    x = np.array([each.x for each in ink])
    ramp = (x < 20) & (x > 1)
    # A quarter of a circle, stretched: (1 - x / 20)^2 + width^2 = 1.
    np.testing.assert_allclose((1 - x[ramp] / 20) ** 2 + widths(ink)[ramp] ** 2, 1, atol=1e-9)


def test_a_short_stroke_keeps_some_body():
    ink = tapered(line(10), 100)
    assert widths(ink).max() == pytest.approx(1.0)


def test_rare_points_are_filled_in():
    ink = tapered([PenSample(0, 0, 0.5, t_s=0), PenSample(100, 0, 0.5, t_s=1)], 16)
    x = np.array([each.x for each in ink])
    assert np.diff(x).max() <= 2 + 1e-9
    assert [each.t_s for each in ink] == pytest.approx((x / 100).tolist())


def test_nothing_to_taper():
    assert tapered(line(10), 0) == line(10)
    assert tapered([PenSample(1, 1, 0.5)], 20) == [PenSample(1, 1, 0.5)]


def test_the_live_start_is_the_committed_start():
    ink = line(100)
    live = TaperedStart(20)
    shown = [each for i in range(0, 101, 7) for each in live(ink[i : i + 7])]
    assert shown[:30] == tapered(ink, 20)[:30]


def test_a_tail_does_not_count_as_way():
    ink = line(100)
    live = TaperedStart(20)
    shown = list(live(ink[:5]))
    live(ink[5:60], keep=False)
    shown += live(ink[5:])
    assert shown[:30] == tapered(ink, 20)[:30]


def test_width_and_pressure_are_inverse():
    for pressure in np.linspace(0, 1, 21).tolist():
        assert width_to_pressure(pressure_to_width(pressure)) == pytest.approx(pressure)
    assert width_to_pressure(0.0) == 0.0
    assert width_to_pressure(9.0) == 1.0
