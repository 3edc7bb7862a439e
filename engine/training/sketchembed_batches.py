"""Batches for SketchEmbedNet: which drawings, which part of them, as another hand drew them.

Beyond the paper, to learn more from 100,000 drawings and to see more like symbols:
- of some drawings only some strokes that follow each other are taken, mirrored or turned by
  right angles half of the time; so the drawing is short and nameless, as a letter is;
- some drawings are to be finished: the picture shows the first strokes only, the decoder is told
  these and learns the rest.
Drawings of about the same length share a batch, so that little is padded.

A batch depends on the seed and its number alone: a run that goes on makes the same batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from engine.raster import render_line
from engine.sketchembed.canvas import SIDE_PX
from engine.sketchembed.messages import MAX_POINTS
from engine.sketchembed.net import PEN_INPUTS
from engine.sketchembed.sequences import MIDDLE, OFFSET_UNIT
from engine.strokes import START_TOKEN, FloatArray
from engine.training.sketchembed_augment import STEADY, Random, Strength, another_hand
from engine.training.sketchembed_data import Drawings

_POOL = 16
"""Batches that are sorted by length together."""
_MOST_STROKES = 5
_WIDTHS_PX = (0.9, 1.1, 1.3, 1.6)
"""Line units (see `engine.sketchembed.canvas.LINE_PX`), a quarter of a batch each."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of a batch.

    Attributes:
        parts: of drawings that are cut down to some strokes.
        begun: of drawings that are to be finished.
        longest: drawings of more points are left out.
        own: augmentation of what is drawn.
        other: of the same in another hand.
    """

    parts: float = 0.3
    begun: float = 0.15
    longest: int = MAX_POINTS
    own: Strength = STEADY
    other: Strength = field(default_factory=Strength)


@dataclass(frozen=True, eq=False)
class Batch:
    """Tensors of B drawings.

    Attributes:
        images: (B, 1, 28, 28) what is to be drawn, or its beginning.
        others: (B, 1, 28, 28) the same in another hand.
        rows: (T, B, 5) movements wanted, the end row included, then rows of zeros.
        before: (T, B, 6) the movement before each, and whether the drawing is to be finished.
        counted: (T, B) 1 where a row counts.
        begun: (B,) which are to be finished.
        places: (B, T, 2) points on the canvas, in units of its side; without the end row's.
        down: (B, T) whether the pen is on paper from a point to the next.
    """

    images: torch.Tensor
    others: torch.Tensor
    rows: torch.Tensor
    before: torch.Tensor
    counted: torch.Tensor
    begun: torch.Tensor
    places: torch.Tensor
    down: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class _Chosen:
    """A drawing, or a part: (N, 2) points in units of its longer side, (N,) lifts, points shown."""

    points: FloatArray
    lift: NDArray[np.bool_]
    shown: int


class Batches:
    """Batch number n of a run.

    Args:
        drawings: to train on.
        size: B.
        seed: another seed, other batches.
        mix: see `Mix`.
    """

    def __init__(self, drawings: Drawings, size: int, seed: int, mix: Mix) -> None:
        self._drawings, self._size, self._seed, self._mix = drawings, size, seed, mix
        self._eligible = np.flatnonzero(drawings.length <= mix.longest)
        self._pool: tuple[int, list[list[_Chosen]]] = (-1, [])

    def batch(self, number: int) -> Batch:
        """Batch `number`, counted from 0."""
        pool, position = divmod(number, _POOL)
        if self._pool[0] != pool:
            self._pool = pool, self._make_pool(pool)
        random = np.random.default_rng((self._seed, 1, number))
        return assemble(self._pool[1][position], random, self._mix.own, self._mix.other)

    def _make_pool(self, pool: int) -> list[list[_Chosen]]:
        random = np.random.default_rng((self._seed, 0, pool))
        count = _POOL * self._size
        drawn = random.choice(self._eligible, count)
        chosen = [self._choose(int(i), random) for i in drawn]
        chosen.sort(key=lambda each: len(each.points))
        cut = [chosen[i : i + self._size] for i in range(0, count, self._size)]
        return [cut[i] for i in random.permutation(len(cut))]

    def _choose(self, i: int, random: Random) -> _Chosen:
        n = int(self._drawings.length[i])
        points, lift = self._drawings.points[i, :n] / 255.0, self._drawings.lift[i, :n]
        ends = np.flatnonzero(lift) + 1
        kind = random.random()
        if kind < self._mix.parts:
            return _part(points, lift, ends, random)
        if kind < self._mix.parts + self._mix.begun and len(ends) > 1:
            return _Chosen(points, lift, int(ends[random.integers(len(ends) - 1)]))
        return _Chosen(points, lift, n)


def _part(
    points: FloatArray, lift: NDArray[np.bool_], ends: NDArray[np.int64], random: Random
) -> _Chosen:
    """Up to `_MOST_STROKES` strokes that follow each other, mirrored or turned half of the time."""
    count = int(random.integers(1, min(_MOST_STROKES, len(ends)) + 1))
    first = int(random.integers(len(ends) - count + 1))
    begin, end = (int(ends[first - 1]) if first else 0), int(ends[first + count - 1])
    part = points[begin:end]
    extent = float(np.ptp(part, axis=0).max())
    if end - begin < 2 or extent < 0.15:
        return _Chosen(points, lift, len(points))
    part = (part - part.min(0)) / extent
    if random.random() < 0.5:
        if random.random() < 0.5:
            part = part * (-1.0, 1.0)
        for _ in range(int(random.integers(4))):
            part = part[:, ::-1] * (-1.0, 1.0)
        part = part - part.min(0)
    return _Chosen(part, lift[begin:end], end - begin)


def plain(drawings: Drawings, positions: Sequence[int]) -> list[_Chosen]:
    """Drawings as they are, whole, for `assemble`."""
    return [
        _Chosen(
            drawings.points[i, : drawings.length[i]] / 255.0,
            drawings.lift[i, : drawings.length[i]],
            int(drawings.length[i]),
        )
        for i in positions
    ]


def assemble(chosen: Sequence[_Chosen], random: Random, own: Strength, other: Strength) -> Batch:
    """The tensors of some drawings, in two hands."""
    size, longest = len(chosen), max(len(each.points) for each in chosen)
    points = np.zeros((size, longest, 2))
    lift = np.zeros((size, longest), bool)
    length = np.array([len(each.points) for each in chosen])
    shown = np.array([each.shown for each in chosen])
    for i, each in enumerate(chosen):
        points[i, : length[i]] = each.points
        points[i, length[i] :] = each.points[-1]
        lift[i, : length[i]] = each.lift
    step = np.arange(longest)
    valid = step < length[:, None]
    stroke = np.cumsum(np.pad(lift, ((0, 0), (1, 0)))[:, :-1], 1)
    views = [another_hand(points, stroke, valid, random, hand) for hand in (own, other)]
    down = ~lift & (step < length[:, None] - 1)
    visible = down & (step < shown[:, None])
    images, others = (_images(view, visible, random) for view in views)
    begun = shown < length
    rows, counted = _rows(views[0], lift, length, np.where(begun, shown, 0))
    before = np.zeros((longest + 1, size, PEN_INPUTS))
    before[0, :, :5] = START_TOKEN
    before[1:, :, :5] = rows[:-1]
    before[..., 5] = begun
    return Batch(
        images,
        others,
        torch.from_numpy(rows).float(),
        torch.from_numpy(before).float(),
        torch.from_numpy(counted).float(),
        torch.from_numpy(begun),
        torch.from_numpy(views[0]).float(),
        down,
    )


def _rows(
    places: FloatArray, lift: NDArray[np.bool_], length: NDArray[np.int64], given: NDArray[np.int64]
) -> tuple[FloatArray, FloatArray]:
    """(T + 1, B, 5) movements and (T + 1, B) which count: those after the given ones."""
    size, longest = lift.shape
    step = np.arange(longest + 1)[:, None]
    rows = np.zeros((longest + 1, size, 5))
    rows[:-1, :, :2] = np.diff(places, axis=1, prepend=MIDDLE).swapaxes(0, 1) / OFFSET_UNIT
    rows[:-1, :, 2], rows[:-1, :, 3] = ~lift.T, lift.T
    rows[step[:, 0][:, None] >= length] = 0
    rows[length, np.arange(size), 4] = 1
    counted = (step <= length) & (step >= given)
    return rows, counted.astype(np.float64)


def _images(places: FloatArray, down: NDArray[np.bool_], random: Random) -> torch.Tensor:
    """(B, 1, 28, 28) ink, lines of several widths and strengths."""
    size = len(places)
    pixels = torch.from_numpy(places * SIDE_PX).float()
    # A dot alone has no segment that is drawn; its second point, the same place, makes one.
    down = down.copy()
    down[~down.any(1), 0] = True
    images = torch.empty(size, 1, SIDE_PX, SIDE_PX)
    groups = np.array_split(random.permutation(size), len(_WIDTHS_PX))
    for width, group in zip(_WIDTHS_PX, groups, strict=True):
        if len(group):
            images[group] = render_line(
                pixels[group], down[group], (SIDE_PX, SIDE_PX), unit_px=width
            )
    strength = torch.from_numpy(random.uniform(0.85, 1.25, (size, 1, 1, 1))).float()
    return (images * strength).clamp(0, 1)
