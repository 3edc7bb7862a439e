"""The Quick, Draw! drawings that SketchEmbedNet is trained on, as arrays, and how they are split.

300 of the 345 categories are trained on, 45 never seen (section 4.1). Of the seen ones the last
drawings are kept back, to see how well new drawings of known things are drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.doodles import read_quickdraw
from engine.sketchembed.messages import MAX_POINTS
from engine.sketchembed.sequences import simplified
from engine.strokes import FloatArray, bounds

FILE = "quickdraw_345x350.ndjson.gz"
UNSEEN_CATEGORIES = 45
KEPT_BACK = 30
"""Drawings of each seen category, at most a fifth, that are not trained on: its last ones."""
SPLIT_SEED = 2021
ZERO_SHOT = (
    "bat",
    "cow",
    "dolphin",
    "door",
    "giraffe",
    "helicopter",
    "mouse",
    "pear",
    "raccoon",
    "rhinoceros",
    "saw",
    "scissors",
    "skyscraper",
    "sword",
    "tree",
    "windmill",
)
"""Of the project's 21 zero-shot categories those that Quick, Draw! has: all of them unseen."""


@dataclass(frozen=True, eq=False)
class Drawings:
    """N drawings of at most `MAX_POINTS` points.

    Attributes:
        points: (N, MAX_POINTS, 2) uint8, 0 to 255, the longer side of the ink about 255.
        lift: (N, MAX_POINTS) bool, True at the last point of a stroke.
        length: (N,) points of each.
        category: (N,) position in `names`.
        names: of the categories.
    """

    points: NDArray[np.uint8]
    lift: NDArray[np.bool_]
    length: NDArray[np.int64]
    category: NDArray[np.int64]
    names: tuple[str, ...]

    def lines(self, i: int) -> list[FloatArray]:
        """The strokes of a drawing, in units of 255."""
        places = self.points[i, : self.length[i]] / 255
        ends = np.flatnonzero(self.lift[i, : self.length[i]]) + 1
        return [line for line in np.split(places, ends) if len(line)]

    def of(self, chosen: NDArray[np.int64]) -> Drawings:
        """Some of the drawings, in that order."""
        return Drawings(
            self.points[chosen],
            self.lift[chosen],
            self.length[chosen],
            self.category[chosen],
            self.names,
        )


@dataclass(frozen=True, eq=False)
class Split:
    """Positions of drawings: to train on, new ones of seen categories, and of unseen categories."""

    training: NDArray[np.int64]
    seen: NDArray[np.int64]
    unseen: NDArray[np.int64]


def unseen_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The 45 categories that are never trained on, ascending: `ZERO_SHOT`, the others by chance."""
    certain = [name for name in ZERO_SHOT if name in names]
    others = sorted(set(names) - set(certain))
    chance = np.random.default_rng(SPLIT_SEED).permutation(len(others))
    count = min(UNSEEN_CATEGORIES, len(names)) - len(certain)
    return tuple(sorted([*certain, *(others[i] for i in chance[: max(count, 0)])]))


def split(drawings: Drawings) -> Split:
    """Who is trained on; the same for the same file."""
    unseen = np.isin(
        drawings.category, [drawings.names.index(n) for n in unseen_names(drawings.names)]
    )
    late = np.zeros(len(unseen), bool)
    for category in range(len(drawings.names)):
        own = np.flatnonzero(drawings.category == category)
        late[own[len(own) - min(KEPT_BACK, len(own) // 5) :]] = True
    return Split(
        np.flatnonzero(~unseen & ~late), np.flatnonzero(~unseen & late), np.flatnonzero(unseen)
    )


def load_drawings(data: Path, cache: Path | None, report: Callable[[str], None]) -> Drawings:
    """The drawings of a folder with `FILE`; from `cache` (.npz) if that is there.

    Args:
        data: the folder.
        cache: where to keep the arrays; None keeps none.
        report: told what is going on.

    Raises:
        InputError: the file is missing or damaged.
    """
    if cache is not None and cache.exists():
        with np.load(cache) as kept:
            names = tuple(kept["names"].tolist())
            return Drawings(kept["points"], kept["lift"], kept["length"], kept["category"], names)
    report(f"reading {FILE}")
    drawings = read_drawings(data / FILE)
    if cache is not None:
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            cache,
            points=drawings.points,
            lift=drawings.lift,
            length=drawings.length,
            category=drawings.category,
            names=np.array(drawings.names),
        )
    return drawings


def read_drawings(path: Path) -> Drawings:
    """All drawings of a Quick, Draw! file; simplified; long ones further, not discarded."""
    rows: dict[str, list[tuple[NDArray[np.uint8], NDArray[np.bool_]]]] = {}
    for word, strokes in read_quickdraw(path):
        lines = [np.stack(stroke[:2], 1).astype(np.float64) for stroke in strokes]
        row = _row(lines)
        if row is not None:
            rows.setdefault(word, []).append(row)
    names = tuple(sorted(rows))
    flat = [(i, *row) for i, name in enumerate(names) for row in rows[name]]
    points = np.zeros((len(flat), MAX_POINTS, 2), np.uint8)
    lift = np.zeros((len(flat), MAX_POINTS), bool)
    for row_of, (_, places, ends) in enumerate(flat):
        points[row_of, : len(places)] = places
        lift[row_of, : len(ends)] = ends
    length = np.array([len(places) for _, places, _ in flat], np.int64)
    return Drawings(points, lift, length, np.array([c for c, _, _ in flat], np.int64), names)


def _row(lines: list[FloatArray]) -> tuple[NDArray[np.uint8], NDArray[np.bool_]] | None:
    """Points and pen lifts of one drawing; None if there is nothing to it."""
    box = bounds(lines)
    if box is None:
        return None
    low, high = np.array(box[:2]), np.array(box[2:])
    side = float((high - low).max())
    if side < 1:
        return None
    unit = simplified([(line - low) / side for line in lines])
    points = np.rint(np.concatenate(unit) * 255).astype(np.uint8)
    lift = np.zeros(len(points), bool)
    lift[np.cumsum([len(line) for line in unit]) - 1] = True
    return points, lift
