"""Other hands drawing the same: drawings moved stroke by stroke, bent, turned and placed.

Beyond the paper, which trains on the drawings as they are. All arrays of a batch are padded:
points (B, T, 2), stroke (B, T) which stroke a point belongs to, valid (B, T) which points count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.strokes import FloatArray

Random = np.random.Generator


@dataclass(frozen=True, slots=True)
class Strength:
    """How much is done. Lengths are fractions of the drawing's longer side, angles in rad.

    Attributes:
        stroke_shift, stroke_turn, stroke_stretch: of each stroke about its middle.
        bend: amplitude of a smooth displacement over the whole drawing.
        turn, shear, aspect: of the drawing.
        jitter: of each point.
        smallest, largest: longer side of the ink, of the canvas's.
        off_centre: how much of the room around the ink it may be moved by.
    """

    stroke_shift: float = 0.025
    stroke_turn: float = 0.10
    stroke_stretch: float = 0.10
    bend: float = 0.022
    turn: float = 0.12
    shear: float = 0.10
    aspect: float = 0.15
    jitter: float = 0.006
    smallest: float = 0.55
    largest: float = 0.95
    off_centre: float = 0.8


STILL = Strength(0, 0, 0, 0, 0, 0, 0, 0, smallest=0.8, largest=0.8, off_centre=0)
"""The drawings as they are, in the middle of the canvas."""
STEADY = Strength(0.01, 0.03, 0.04, 0.008, 0.05, 0.04, 0.08, 0.003, 0.72, 0.88, 0.3)
"""Nearly so: what is to be drawn lies as the program puts it."""


def another_hand(
    points: FloatArray,
    stroke: NDArray[np.int64],
    valid: NDArray[np.bool_],
    random: Random,
    strength: Strength,
) -> FloatArray:
    """The drawings as another hand would have drawn them, on the canvas: (B, T, 2) in its units."""
    moved = _stroke_by_stroke(points, stroke, valid, random, strength)
    moved = moved + _bending(moved, random, strength.bend)
    moved = moved + strength.jitter * random.standard_normal(points.shape)
    return _placed(moved @ _linear(len(points), random, strength), valid, random, strength)


def _stroke_by_stroke(
    points: FloatArray,
    stroke: NDArray[np.int64],
    valid: NDArray[np.bool_],
    random: Random,
    strength: Strength,
) -> FloatArray:
    batch = len(points)
    strokes = int(stroke.max()) + 1
    cell = (np.arange(batch)[:, None] * strokes + stroke).ravel()
    count = np.bincount(cell, valid.ravel(), batch * strokes)
    sums = [
        np.bincount(cell, (points[..., axis] * valid).ravel(), batch * strokes) for axis in (0, 1)
    ]
    middle = np.stack(sums, 1) / np.maximum(count, 1)[:, None]
    shape = (batch * strokes,)
    turn = strength.stroke_turn * random.standard_normal(shape)
    stretch = np.exp(strength.stroke_stretch * random.standard_normal((*shape, 2)))
    shift = strength.stroke_shift * random.standard_normal((*shape, 2))
    offset = (points.reshape(-1, 2) - middle[cell]) * stretch[cell]
    cos, sin = np.cos(turn)[cell], np.sin(turn)[cell]
    x = cos * offset[:, 0] - sin * offset[:, 1]
    y = sin * offset[:, 0] + cos * offset[:, 1]
    placed: FloatArray = np.stack([x, y], 1) + (middle + shift)[cell]
    return placed.reshape(points.shape)


def _bending(points: FloatArray, random: Random, amplitude: float) -> FloatArray:
    """A sum of three plane waves of low frequency for each drawing."""
    batch = len(points)
    total = np.zeros_like(points)
    for _ in range(3):
        frequency = random.uniform(-1.3, 1.3, (batch, 2, 1))
        phase = random.uniform(0, 2 * np.pi, (batch, 1, 1))
        direction = amplitude * random.standard_normal((batch, 1, 2))
        total += np.sin(2 * np.pi * (points @ frequency) + phase) * direction
    return total


def _linear(batch: int, random: Random, strength: Strength) -> FloatArray:
    """(B, 2, 2) matrices for rows of points: aspect, shear, then turn."""
    turn = strength.turn * random.standard_normal(batch)
    shear = strength.shear * random.standard_normal(batch)
    aspect = np.exp(strength.aspect * random.standard_normal(batch))
    zero, one = np.zeros(batch), np.ones(batch)
    stretched = np.stack([aspect, zero, shear, one / aspect], 1).reshape(batch, 2, 2)
    rotation = np.stack([np.cos(turn), np.sin(turn), -np.sin(turn), np.cos(turn)], 1)
    matrices: FloatArray = stretched @ rotation.reshape(batch, 2, 2)
    return matrices


def _placed(
    points: FloatArray, valid: NDArray[np.bool_], random: Random, strength: Strength
) -> FloatArray:
    """Scaled and shifted so that the ink lies on the canvas."""
    outside = ~valid[..., None]
    low = np.where(outside, np.inf, points).min(1)
    high = np.where(outside, -np.inf, points).max(1)
    extent = np.maximum((high - low).max(1), 0.05)
    side = random.uniform(strength.smallest, strength.largest, len(points))
    scale = (side / extent)[:, None]
    room = 1 - (high - low) * scale
    shift = 0.5 * strength.off_centre * room * random.uniform(-1, 1, room.shape)
    middle = ((low + high) / 2)[:, None]
    placed: FloatArray = (points - middle) * scale[:, None] + 0.5 + shift[:, None]
    return placed
