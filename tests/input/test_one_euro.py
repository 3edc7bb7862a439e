from __future__ import annotations

import math

import pytest

from app.input.one_euro import OneEuroFilter


def test_the_first_place_goes_through():
    assert OneEuroFilter().filter(12.5, -3.0, 7.0) == (12.5, -3.0)


def test_follows_the_published_equations():
    # T_e = 0.01 s, f_cmin = 2 Hz, beta = 0.5, f_cd = 1 Hz; from (0, 0) to (3, 4) is 500 px/s.
    one_euro = OneEuroFilter(min_cutoff_hz=2.0, beta=0.5, derivative_cutoff_hz=1.0)
    one_euro.filter(0.0, 0.0, 0.0)
    speed_weight = 1 / (1 + 1 / (2 * math.pi * 1.0 * 0.01))
    speed = speed_weight * 500.0
    weight = 1 / (1 + 1 / (2 * math.pi * (2.0 + 0.5 * speed) * 0.01))
    assert one_euro.filter(3.0, 4.0, 0.01) == pytest.approx((3 * weight, 4 * weight))


def test_jitter_at_rest_is_damped():
    one_euro = OneEuroFilter()
    places = [one_euro.filter(50 + (-1) ** i, 50.0, i * 0.008)[0] for i in range(100)]
    settled = places[50:]
    assert max(settled) - min(settled) < 0.5


def test_fast_lines_lag_less_than_slow_filters_would():
    one_euro, sluggish = OneEuroFilter(), OneEuroFilter(beta=0.0)
    for i in range(60):
        x, y = 16.0 * i, 0.0
        quick, slow = one_euro.filter(x, y, i * 0.008), sluggish.filter(x, y, i * 0.008)
    assert x - quick[0] < 0.3 * (x - slow[0])


def test_equal_time_stamps_do_no_harm():
    one_euro = OneEuroFilter()
    one_euro.filter(0.0, 0.0, 1.0)
    x, y = one_euro.filter(10.0, 0.0, 1.0)
    assert 0.0 < x < 10.0
    assert y == 0.0


def test_a_turned_line_is_filtered_alike():
    flat, steep = OneEuroFilter(), OneEuroFilter()
    for i in range(30):
        along = 5.0 * i + (i % 3)
        x, _ = flat.filter(along, 0.0, i * 0.01)
        u, v = steep.filter(0.6 * along, 0.8 * along, i * 0.01)
    assert (u, v) == pytest.approx((0.6 * x, 0.8 * x))
