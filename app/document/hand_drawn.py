"""Even strokes as a hand would draw them: along the same line, with changing pressure."""

from __future__ import annotations

import numpy as np

from app.document.ink import DEFAULT_PRESSURE
from app.document.stroke import Stroke
from engine.strokes import FloatArray

_TAPER_WIDTHS = 5.0
"""Length of the thin ends, in widths of the stroke, but no more than `_TAPER_SHARE` of it."""
_TAPER_SHARE = 0.3
_WAVES_PER_STROKE = (0.6, 1.3, 2.9)
_SWING = 0.3


def hand_drawn(stroke: Stroke, seed: int) -> Stroke:
    """The stroke with thin ends and slowly changing pressure; its line is the same.

    Args:
        seed: another seed, other changes.
    """
    random = np.random.default_rng(seed)
    steps = np.hypot(*np.diff(stroke.xy, axis=0).T)
    way_px = np.concatenate([[0.0], np.cumsum(steps)])
    length_px = max(float(way_px[-1]), 1e-6)
    points = stroke.points.copy()
    waves = sum(
        np.sin(2 * np.pi * (waves * way_px / length_px + random.random()))
        for waves in _WAVES_PER_STROKE
    )
    swing = 1 + _SWING * waves / len(_WAVES_PER_STROKE)
    points[:, 2] = DEFAULT_PRESSURE * swing * _taper(way_px, length_px, stroke.width_px)
    return Stroke(
        points,
        stroke.width_px,
        stroke.colour,
        stroke.opacity,
        layer=stroke.layer,
        fill=stroke.fill,
    )


def _taper(way_px: FloatArray, length_px: float, width_px: float) -> FloatArray:
    """(N,) factor of the pressure: 0 at both ends of the stroke, 1 away from them."""
    taper_px = min(_TAPER_WIDTHS * width_px, _TAPER_SHARE * length_px)
    to_end_px = np.minimum(way_px, length_px - way_px)
    near: FloatArray = np.clip(to_end_px / max(taper_px, 1e-6), 0.0, 1.0)
    return np.sqrt(near)
