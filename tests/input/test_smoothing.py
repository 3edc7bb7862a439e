from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from app.document.samples import PenSample
from app.input.one_euro import OneEuroFilter
from app.input.smoothing import (
    LONGEST_STRING_PX,
    MAX_GAP_PX,
    SHORTEST_STRING_PX,
    InkFlow,
    Smoothing,
    start_ink,
)


def circle(radius: float = 200.0, steps: int = 24) -> list[PenSample]:
    """A quick circle: few events, far apart."""
    return [
        PenSample(
            radius * math.cos(2 * math.pi * i / steps),
            radius * math.sin(2 * math.pi * i / steps),
            0.25 + i / steps / 2,
            t_s=0.008 * i,
        )
        for i in range(steps + 1)
    ]


def run(flow: InkFlow, samples: list[PenSample]) -> list[PenSample]:
    ink: list[PenSample] = []
    for sample in samples:
        ink += flow.add(sample)
    return [*ink, *flow.tail]


def turns(ink: list[PenSample]) -> list[float]:
    headings = [math.atan2(b.y - a.y, b.x - a.x) for a, b in pairwise(ink)]
    return [abs(math.remainder(b - a, 2 * math.pi)) for a, b in pairwise(headings)]


def test_off_is_the_samples_themselves():
    samples = circle()
    flow = start_ink(Smoothing.OFF, 1.0)
    assert [flow.add(each) for each in samples] == [(each,) for each in samples]
    assert flow.tail == ()


@pytest.mark.parametrize("smoothing", [Smoothing.OFF, Smoothing.WEIGHTED])
def test_ink_goes_from_pen_down_to_pen_up(smoothing):
    samples = circle()
    ink = run(start_ink(smoothing, 1.0), samples)
    assert (ink[0].x, ink[0].y) == (samples[0].x, samples[0].y)
    assert (ink[-1].x, ink[-1].y) == (samples[-1].x, samples[-1].y)


def test_rare_events_make_a_round_curve():
    samples = circle()
    ink = run(start_ink(Smoothing.WEIGHTED, 1.0), samples)
    # The last spans lead straight to the pen, which is ahead of the filter.
    curve = ink[:-2]
    assert max(turns(curve)) < max(turns(samples)) / 3
    gaps = [math.hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(curve)]
    assert max(gaps) <= MAX_GAP_PX * 1.05


def test_later_samples_leave_final_ink_alone():
    samples = circle()
    flow, shorter = start_ink(Smoothing.WEIGHTED, 1.0), start_ink(Smoothing.WEIGHTED, 1.0)
    final = [ink for sample in samples for ink in flow.add(sample)]
    final_before = [ink for sample in samples[:9] for ink in shorter.add(sample)]
    assert final[: len(final_before)] == final_before
    assert len(final) > len(final_before)


def test_time_and_pressure_go_along():
    ink = run(start_ink(Smoothing.WEIGHTED, 1.0), circle())
    assert all(b.t_s >= a.t_s for a, b in pairwise(ink))
    assert all(b.pressure >= a.pressure for a, b in pairwise(ink))
    assert ink[-1].pressure == 0.75


def test_the_hand_feels_the_same_at_every_zoom():
    samples = circle()
    closer = [PenSample(s.x / 8, s.y / 8, s.pressure, t_s=s.t_s) for s in samples]
    near = run(start_ink(Smoothing.WEIGHTED, 8.0), closer)
    far = run(start_ink(Smoothing.WEIGHTED, 1.0), samples)
    assert len(near) == len(far)
    for a, b in zip(near, far, strict=True):
        assert (8 * a.x, 8 * a.y) == pytest.approx((b.x, b.y), abs=1e-9)


def test_jitter_is_taken_out_of_a_slow_line():
    line = [PenSample(2.0 * i, (-1.0) ** i, t_s=0.016 * i) for i in range(80)]
    ink = run(start_ink(Smoothing.WEIGHTED, 1.0), line)
    assert max(abs(each.y) for each in ink[20:-2]) < 0.5


# --- Strength ----------------------------------------------------------------------------------


def test_the_default_strength_is_the_plain_filter():
    plain, flow = OneEuroFilter(), start_ink(Smoothing.WEIGHTED, 1.0)
    samples = circle()
    places = [plain.filter(each.x, each.y, each.t_s) for each in samples]
    for each in samples:
        flow.add(each)
    # The control point of the next curve is the filtered place.
    assert (flow.tail[0].x, flow.tail[0].y) == places[-1]


def test_more_strength_trembles_less():
    random = np.random.default_rng(0)
    samples = [PenSample(3.0 * i, float(random.normal(0, 2)), t_s=0.008 * i) for i in range(200)]
    roughness = []
    for strength in (0.0, 0.5, 1.0):
        flow = start_ink(Smoothing.WEIGHTED, 1.0, strength)
        final = [each for sample in samples for each in flow.add(sample)]
        roughness.append(np.std([each.y for each in final]))
    assert roughness[0] > 1.2 * roughness[1]
    assert roughness[1] > 1.5 * roughness[2]


# --- Pulled string -----------------------------------------------------------------------------


def string_px(strength: float) -> float:
    return SHORTEST_STRING_PX + strength * (LONGEST_STRING_PX - SHORTEST_STRING_PX)


@pytest.mark.parametrize(("scale", "strength"), [(1.0, 0.5), (4.0, 1.0)])
def test_pulled_ink_follows_at_the_length_of_the_string(scale, strength):
    flow = start_ink(Smoothing.PULLED, scale, strength)
    for i in range(200):
        flow.add(PenSample(float(i), 0.0, t_s=0.008 * i))
    ink, pen = flow.string
    assert (pen.x, pen.y) == (199, 0)
    assert ink.x == pytest.approx(199 - string_px(strength) / scale)
    assert flow.tail[-1].x == pytest.approx(ink.x)


def test_a_slack_string_pulls_nothing():
    flow = start_ink(Smoothing.PULLED, 1.0, 0.5)
    flow.add(PenSample(0, 0))
    length = string_px(0.5)
    for angle in np.linspace(0, 20, 100):
        x, y = 0.9 * length * np.cos(angle), 0.9 * length * np.sin(angle)
        assert flow.add(PenSample(x, y)) == ()
    assert flow.tail == ()


def test_pulled_ink_cuts_the_corner_of_a_trembling_hand():
    flow = start_ink(Smoothing.PULLED, 1.0, 0.5)
    random = np.random.default_rng(1)
    ink = [
        each
        for i in range(300)
        for each in flow.add(PenSample(2.0 * i, float(random.normal(0, 3)), t_s=0.008 * i))
    ]
    assert np.std([each.y for each in ink[20:]]) < 1.0
    assert max(b.x - a.x for a, b in pairwise(ink)) <= MAX_GAP_PX * 1.05
