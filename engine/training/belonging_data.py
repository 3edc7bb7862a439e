"""Drawings with strokes of others in them, made as fast as they are learned from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from engine.attribution.belonging_net import POINTS, stroke_places
from engine.attribution.framing import MARGIN
from engine.evaluation.doodles import read_quickdraw

MAX_NOISE = 4
MAX_STROKES = 20
"""Drawings of more strokes are left out."""
MIN_EXTENT = 8.0
"""Of 256: less would be a speck that nobody sees."""
_SPREAD_OUT = 0.5
"""Share of the drawings whose stray strokes may lie outside of them."""
_SCRIBBLED = 0.15
"""Share of the stray strokes that are scribbles, in training."""
_SCRIBBLES = 2000
_NEVER = 1e3
_SORTED = 8
"""Batches drawn at a time, and sorted by the number of strokes."""


@dataclass(frozen=True, eq=False)
class StrokePool:
    """Strokes of many drawings, one after the other.

    Attributes:
        places: (S, POINTS, 2) float32 of every stroke.
        first: (D + 1,) where each drawing's strokes begin.
        category: (D,) columns.
        drawing: (S,) which drawing a stroke is of.
        is_large: (S,) whether a stroke can be seen.
        scribbles: (R, POINTS, 2) strokes as somebody crosses things out, see `make_scribbles`.
    """

    places: np.ndarray
    first: np.ndarray
    category: np.ndarray
    drawing: np.ndarray
    is_large: np.ndarray
    scribbles: np.ndarray


@dataclass(frozen=True, eq=False)
class NoisyBatch:
    """What is learned from at a time.

    Attributes:
        places: (B, N, POINTS, 2) on the unit square, in drawing order, padding last.
        there: (B, N) bool.
        belongs: (B, N) bool.
        category: (B,) columns.
    """

    places: torch.Tensor
    there: torch.Tensor
    belongs: torch.Tensor
    category: np.ndarray


def read_pool(
    path: Path, column: dict[str, int], start: int, stop: int, least: int = 2
) -> StrokePool:
    """The drawings number `start` to `stop` of each category, of `least` to `MAX_STROKES` strokes.

    Raises:
        InputError: the file cannot be read.
    """
    seen: dict[str, int] = defaultdict(int)
    places: list[np.ndarray] = []
    counts: list[int] = []
    category: list[int] = []
    for word, strokes in read_quickdraw(path):
        seen[word] += 1
        if word not in column or not start < seen[word] <= stop:
            continue
        if not least <= len(strokes) <= MAX_STROKES:
            continue
        lines = [np.stack(each[:2], 1).astype(np.float64) for each in strokes]
        places.append(stroke_places(lines).astype(np.float32))
        counts.append(len(lines))
        category.append(column[word])
    first = np.concatenate([[0], np.cumsum(counts)])
    drawing = np.repeat(np.arange(len(counts)), counts)
    joined = np.concatenate(places)
    is_large = np.ptp(joined, 1).max(-1) >= MIN_EXTENT
    scribbles = make_scribbles(_SCRIBBLES, np.random.default_rng(0))
    return StrokePool(joined, first, np.array(category), drawing, is_large, scribbles)


def make_scribbles(count: int, random: np.random.Generator) -> np.ndarray:
    """(count, POINTS, 2) float32: zigzags and curls of any size up to that of a drawing."""
    made = []
    for i in range(count):
        corners = int(random.integers(4, 70))
        start, end = 200 * random.random((2, 2))
        way = np.linspace(start, end, corners)
        width = 60 * random.random()
        if i % 2:
            turn = np.arange(corners) * random.uniform(0.4, 1.5)
            way = way + width * np.stack([np.cos(turn), np.sin(turn)], 1)
        else:
            way = way + random.normal(size=(corners, 2)) * width
        made.append(way)
    return stroke_places(made).astype(np.float32)


def batches(
    pool: StrokePool, rows: np.ndarray, size: int, random: np.random.Generator
) -> Iterator[NoisyBatch]:
    """Batches without end, each of drawings of about as many strokes: little padding."""
    while True:
        chosen = random.choice(rows, size * _SORTED)
        chosen = chosen[np.argsort(pool.first[chosen + 1] - pool.first[chosen], kind="stable")]
        for part in random.permutation(np.split(chosen, _SORTED)):
            yield noisy_batch(pool, part, random)


def noisy_batch(
    pool: StrokePool,
    drawings: np.ndarray,
    random: np.random.Generator,
    *,
    augment: bool = True,
    spread_out: float = _SPREAD_OUT,
) -> NoisyBatch:
    """Put 0 to `MAX_NOISE` strokes of drawings of other categories into some drawings.

    As `engine.evaluation.noise` does it, and in a share of the drawings also outside of the ink,
    so that it is not learned that what reaches farthest belongs.

    Args:
        drawings: (B,) places in the pool.
        augment: mirror, turn, stretch and tremble; scale and turn the stray strokes too.
        spread_out: see `_SPREAD_OUT`.
    """
    batch = len(drawings)
    counts = pool.first[drawings + 1] - pool.first[drawings]
    own = int(counts.max())
    slots = own + MAX_NOISE
    places = np.zeros((batch, slots, POINTS, 2), np.float32)
    there = np.zeros((batch, slots), bool)
    at = pool.first[drawings][:, None] + np.arange(own)
    there[:, :own] = np.arange(own) < counts[:, None]
    places[:, :own] = pool.places[np.minimum(at, len(pool.places) - 1)]
    low = np.where(there[:, :own, None], places[:, :own].min(2), np.inf).min(1)
    high = np.where(there[:, :own, None], places[:, :own].max(2), -np.inf).max(1)
    wanted = random.integers(0, MAX_NOISE + 1, batch)
    there[:, own:] = np.arange(MAX_NOISE) < wanted[:, None]
    places[:, own:] = _stray(pool, drawings, low, high, random, augment, spread_out)
    belongs = np.zeros_like(there)
    belongs[:, :own] = there[:, :own]
    # When: the own ones keep their order, the others come anywhere between.
    when = random.random((batch, slots))
    when[:, :own] = np.sort(np.where(there[:, :own], when[:, :own], _NEVER), 1)
    when[:, own:] = np.where(there[:, own:], when[:, own:], _NEVER)
    order = np.argsort(when, 1, kind="stable")
    places = np.take_along_axis(places, order[:, :, None, None], 1)
    there, belongs = (np.take_along_axis(each, order, 1) for each in (there, belongs))
    if augment:
        places = _warped(places, random)
    most = int(there.sum(1).max())
    return NoisyBatch(
        torch.from_numpy(_framed(places, there)[:, :most].astype(np.float32)),
        torch.from_numpy(there[:, :most]),
        torch.from_numpy(belongs[:, :most]),
        pool.category[drawings],
    )


def _stray(
    pool: StrokePool,
    drawings: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    random: np.random.Generator,
    augment: bool,
    spread_out: float,
) -> np.ndarray:
    """(B, MAX_NOISE, POINTS, 2) strokes of other categories, put somewhere."""
    batch = len(drawings)
    chosen = random.integers(len(pool.places), size=(batch, MAX_NOISE))
    for _ in range(20):  # a few are drawn again: of the same category, or too small
        same = pool.category[pool.drawing[chosen]] == pool.category[drawings][:, None]
        bad = same | ~pool.is_large[chosen]
        if not bad.any():
            break
        chosen[bad] = random.integers(len(pool.places), size=int(bad.sum()))
    stray = pool.places[chosen].astype(np.float64)
    if augment and len(pool.scribbles):
        is_scribble = random.random(chosen.shape) < _SCRIBBLED
        stray[is_scribble] = random.choice(pool.scribbles, int(is_scribble.sum()))
    if augment:
        size = np.exp(0.3 * random.normal(size=(batch, MAX_NOISE, 1, 1)))
        angle = 0.3 * random.normal(size=(batch, MAX_NOISE))
        stray = size * np.einsum("bnpx,bnxy->bnpy", stray, _turns(angle))
    room_low, room_high = low.copy(), high.copy()
    outside = random.random(batch) < spread_out
    beyond = 0.35 * (high - low).max(1, keepdims=True)
    room_low[outside] -= beyond[outside]
    room_high[outside] += beyond[outside]
    extent = np.ptp(stray, 2)
    room = np.maximum((room_high - room_low)[:, None] - extent, 0)
    place = room_low[:, None] + random.random((batch, MAX_NOISE, 2)) * room
    return np.asarray(stray - stray.min(2, keepdims=True) + place[:, :, None])


def _warped(places: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Every drawing mirrored, turned and stretched a little, and every place moved a little."""
    batch = len(places)
    turns = _turns(0.08 * random.normal(size=batch))
    turns[:, 0] *= np.where(random.random((batch, 1)) < 0.5, -1, 1)
    turns *= np.exp(0.08 * random.normal(size=(batch, 1, 2)))
    moved = np.einsum("bnpx,bxy->bnpy", places, turns)
    return np.asarray(moved + random.normal(size=places.shape))


def _turns(angle: np.ndarray) -> np.ndarray:
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([np.stack([cos, sin], -1), np.stack([-sin, cos], -1)], -2)


def _framed(places: np.ndarray, there: np.ndarray) -> np.ndarray:
    """On the unit square as `frame_strokes` does it; padding is in the middle."""
    mask = there[:, :, None]
    low = np.where(mask, places.min(2), np.inf).min(1)[:, None, None]
    high = np.where(mask, places.max(2), -np.inf).max(1)[:, None, None]
    side = np.maximum((high - low).max(-1, keepdims=True), 1.0) / (1 - 2 * MARGIN)
    framed = (places - (low + high) / 2) / side + 0.5
    return np.where(mask[..., None], framed, 0.5)
