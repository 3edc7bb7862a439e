"""Shapes as a hand draws them."""

from __future__ import annotations

import numpy as np

from engine.strokes import resample


def wobbly(xy: np.ndarray, seed: int, wobble: float = 0.02, overshoot: float = 0.02) -> np.ndarray:
    """A closed or open line with slow wobble, trembling and an end that misses its aim.

    Args:
        wobble: of the line, as a part of the shape's size.
        overshoot: how much further than its end (or less far, if negative) the line goes, as a
            part of its length; closed lines only.
    """
    random = np.random.default_rng(seed)
    line = resample(xy, number=160)
    if np.allclose(xy[0], xy[-1]):
        if overshoot > 0:
            line = np.concatenate([line, line[1 : 1 + round(160 * overshoot)]])
        else:
            line = line[: 160 + round(160 * overshoot)]
    size = float(np.ptp(xy, axis=0).max())
    t = np.linspace(0, 1, len(line))
    slow = sum(
        random.normal(0, 1 / k, 2) * np.sin(2 * np.pi * k * t + random.uniform(0, 6))[:, None]
        for k in (1, 2, 3)
    )
    return line + size * (wobble * slow / 1.5 + random.normal(0, 0.002, line.shape))


def turned(xy: np.ndarray, angle_deg: float) -> np.ndarray:
    angle = np.radians(angle_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return xy @ turn.T


def ngon(sides: int, radius: float = 100.0, phase: float = 0.3) -> np.ndarray:
    angle = phase + 2 * np.pi * np.arange(sides + 1) / sides
    return radius * np.column_stack([np.cos(angle), np.sin(angle)])


def oval(a: float, b: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, 100)
    return np.column_stack([a * np.cos(t), b * np.sin(t)])


def box(width: float, height: float) -> np.ndarray:
    return np.array([(0, 0), (width, 0), (width, height), (0, height), (0, 0)], float)
