from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.canvas.viewport import FIT_MARGIN_PX, MAX_SCALE, MIN_SCALE, Viewport

scales = st.floats(MIN_SCALE, MAX_SCALE)
places = st.floats(-2000, 2000)


@settings(deadline=None)
@given(scales, places, places, places, places)
def test_there_and_back(scale, shift_x, shift_y, x, y):
    viewport = Viewport(scale, shift_x, shift_y)
    assert viewport.to_view(*viewport.to_document(x, y)) == pytest.approx((x, y), abs=1e-6)


@settings(deadline=None)
@given(scales, places, places, scales, st.sampled_from([1.0, 1.25, 2.0, 3.0]))
def test_the_place_under_the_pointer_stays_to_half_a_pixel(scale, x, y, wanted, ratio):
    before = Viewport(scale, 31.0, -17.0, ratio)
    place = before.to_document(x, y)
    after = before.scaled_to(wanted, x, y)
    assert after.scale == wanted
    seen = after.to_view(*place)
    assert abs(seen[0] - x) <= 0.5 / ratio + 1e-6
    assert abs(seen[1] - y) <= 0.5 / ratio + 1e-6


def test_the_scale_has_limits():
    assert Viewport().scaled_to(1e9, 0, 0).scale == MAX_SCALE
    assert Viewport().scaled_to(0.0, 0, 0).scale == MIN_SCALE


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_page_begins_on_a_device_pixel(ratio):
    viewport = Viewport(1.3, 10.37, -5.81, ratio)
    assert viewport.shift_x * ratio == pytest.approx(round(viewport.shift_x * ratio))
    assert viewport.shift_y * ratio == pytest.approx(round(viewport.shift_y * ratio))
    assert viewport.shift_x == pytest.approx(10.37, abs=0.5 / ratio)


def test_fit_centres_the_page_with_a_margin():
    viewport = Viewport().fitted((800, 600), (0, 0, 1024, 768), max_scale=100)
    x0, y0, x1, y1 = viewport.box_to_view((0, 0, 1024, 768))
    assert x0 == pytest.approx(800 - x1, abs=1)
    assert y0 == pytest.approx(600 - y1, abs=1)
    assert min(x0, y0) == pytest.approx(FIT_MARGIN_PX, abs=1)


def test_fit_does_not_enlarge_beyond_what_is_wanted():
    assert Viewport().fitted((800, 600), (0, 0, 10, 10), max_scale=2.0).scale == 2.0


def test_a_view_smaller_than_its_margins_still_shows_the_page():
    viewport = Viewport().fitted((20, 10), (0, 0, 1024, 768), max_scale=1.0)
    assert viewport.scale == MIN_SCALE


@pytest.mark.parametrize("way", [(9999, 0), (-9999, 0), (0, 9999), (0, -9999)])
def test_a_bit_of_the_page_stays_in_sight(way):
    viewport = Viewport().moved(*way).kept_in_sight((800, 600), (1024, 768))
    x0, y0, x1, y1 = viewport.box_to_view((0, 0, 1024, 768))
    assert min(x1, 800) - max(x0, 0) >= 64
    assert min(y1, 600) - max(y0, 0) >= 64


def test_keeping_in_sight_changes_nothing_that_is():
    viewport = Viewport(2.0, -700, -300)
    assert viewport.kept_in_sight((800, 600), (1024, 768)) == viewport
