"""What the guess hangs on: the short stroke or the few points whose loss changes it most.

The attack of sketch_explainability, section 5.4, put to use: instead of fooling a classifier, it
tells the person who draws which stroke carries the meaning.
"""

from __future__ import annotations

import itertools
from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import torch

from engine.attribution.estimators import Scores, outputs_of_subsets
from engine.attribution.framing import Framed, frame_strokes
from engine.attribution.jobs import with_progress
from engine.attribution.look import CANVAS_PX, look_at
from engine.attribution.messages import FragilePayload, Fragility, Label, Method
from engine.attribution.resolve import guessing_encoder
from engine.attribution.units import Units, whole_strokes
from engine.context import Context
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.strokes import FloatArray, simplify
from engine.types import Job, Progress

SIMPLIFIED = 2 / 256
"""Tolerance of Quick, Draw!'s simplification, on the unit square: epsilon counts such points."""
MAX_EPSILON = 1000


def fragile(payload: FragilePayload, context: Context) -> Job:
    """Find what the guess hangs on; returns a `Fragility`.

    Raises:
        InputError: no strokes, numbers that are none, or an epsilon out of range.
    """
    if not 1 <= payload.epsilon <= MAX_EPSILON:
        raise InputError(f"Epsilon must be from 1 to {MAX_EPSILON}, not {payload.epsilon}.")
    framed = frame_strokes(payload.strokes)
    encoder = guessing_encoder("bundled", context)
    (label,) = look_at(framed, encoder, context).top(1)
    yield Progress(0.0, "Leaving strokes out")
    search = short_stroke if payload.method is Method.SLA else few_points
    column = encoder.category_names.index(label.name)
    found = yield from with_progress(
        search(framed, encoder, column, payload.epsilon), "Leaving strokes out"
    )
    return Fragility(label) if found is None else _named(found, label, encoder)


@dataclass(frozen=True, eq=False)
class Removal:
    """Something whose removal changes the guess.

    Attributes:
        strokes, points: as in `Fragility`.
        log_probabilities: (C,) of the sketch without it.
    """

    strokes: tuple[int, ...]
    points: tuple[tuple[int, ...], ...]
    log_probabilities: FloatArray


Search: TypeAlias = Generator[float, None, Removal | None]


def short_stroke(framed: Framed, encoder: StrokewiseEncoder, label: int, epsilon: int) -> Search:
    """Eq. 12: of the strokes of at most `epsilon` points the one whose removal costs most.

    Returns:
        None if there is no such stroke, it is the only one, or the label stays what it is.
    """
    points = np.array([len(simplify(line, SIMPLIFIED)) for line in framed.lines])
    short = np.flatnonzero(points <= epsilon)
    if not len(short) or len(points) == 1:
        return None
    units = whole_strokes(framed.lines, limit=len(framed.lines))
    there = np.ones((len(short), len(points)))
    there[np.arange(len(short)), short] = 0
    found = yield from _log_probabilities(units, encoder, there)
    worst = int(found[:, label].argmin())
    if int(found[worst].argmax()) == label:
        return None
    return Removal((int(short[worst]),), (), found[worst])


def few_points(framed: Framed, encoder: StrokewiseEncoder, label: int, epsilon: int) -> Search:
    """Eq. 13: the at most `epsilon` points whose removal, one by one, costs most.

    A point is removed by lifting the pen at it (its q becomes 0), so the line to the next point is
    not drawn. As few of the points are taken, worst first, as change the label.

    Returns:
        None if even all of them leave the label what it is.
    """
    units, first = _segments(framed)
    if units is None or units.count == 1:
        return None
    alone = yield from _log_probabilities(units, encoder, 1 - np.eye(units.count))
    worst = alone[:, label].argsort(kind="stable")[: min(epsilon, units.count - 1)]
    there = np.ones((len(worst), units.count))
    for row, unit in enumerate(worst):
        there[row:, unit] = 0
    together = yield from _log_probabilities(units, encoder, there)
    changed = np.flatnonzero(together.argmax(1) != label)
    if not len(changed):
        return None
    gone = np.sort(worst[: changed[0] + 1])
    strokes = np.unique(units.stroke[gone])
    points = tuple(tuple(first[gone[units.stroke[gone] == each]].tolist()) for each in strokes)
    return Removal(tuple(strokes.tolist()), points, together[changed[0]])


def _segments(framed: Framed) -> tuple[Units | None, np.ndarray]:
    """A unit for each point but the last of a stroke, after simplification; and which point."""
    lines, stroke, first = [], [], []
    for i, line in enumerate(framed.lines):
        kept = simplify(line, SIMPLIFIED).tolist()
        for start, end in itertools.pairwise(kept):
            lines.append(line[start : end + 1])
            stroke.append(i)
            first.append(start)
    if not lines:
        return None, np.zeros(0, np.int64)
    starts = np.array(first)
    return Units(tuple(lines), np.arange(len(lines)), np.array(stroke), starts), starts


def _log_probabilities(units: Units, encoder: StrokewiseEncoder, there: FloatArray) -> Scores:
    """(N, C) for the sketch with the units that each row of (N, U) names."""

    def look(images: torch.Tensor) -> torch.Tensor:
        return encoder.log_probabilities(images.to(encoder.device))

    return (yield from outputs_of_subsets(units, look, CANVAS_PX, there))


def _named(found: Removal, label: Label, encoder: StrokewiseEncoder) -> Fragility:
    best = int(found.log_probabilities.argmax())
    without = Label(encoder.category_names[best], float(np.exp(found.log_probabilities[best])))
    return Fragility(label, found.strokes, found.points, without)
