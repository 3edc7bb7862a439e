"""The jobs "attribute", "guess" and "score"."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np

from engine.attribution.belonging import beliefs_about, learned_scores
from engine.attribution.estimators import (
    Scores,
    gradient_scores,
    removal_scores,
    sampled_scores,
    value_of,
    view_scores,
)
from engine.attribution.framing import Framed, frame_strokes
from engine.attribution.look import framed_once, look_at, see_category
from engine.attribution.messages import (
    AttributePayload,
    Attribution,
    Estimator,
    GuessPayload,
    Method,
    ScorePayload,
)
from engine.attribution.points import point_influence
from engine.attribution.resolve import guessing_encoder, resolve_target
from engine.attribution.targets import Target
from engine.attribution.units import Units, pieces_of_strokes, whole_strokes
from engine.context import Context
from engine.strokes import FloatArray
from engine.types import Job, Progress

T = TypeVar("T")

_SLOW = (Estimator.REMOVAL, Estimator.SAMPLED)


def attribute(payload: AttributePayload, context: Context) -> Job:
    """Score strokes or points; returns an `Attribution`.

    Where the estimator takes many passes through the encoder, the first progress carries a preview
    that took one: the scores of `Estimator.VIEWS`, by one view.

    Raises:
        InputError: no strokes, numbers that are none, or a target that there is not.
    """
    framed = framed_once(payload.strokes, payload.frame, context)
    target, name = resolve_target(payload.target, framed, payload.encoder, context)
    seen = see_category(target, framed, context)
    yield Progress(0.0, "Looking at the strokes")
    if seen is not None and payload.method is Method.SLA:
        units = seen.look.units
    else:
        units = units_of(framed, payload.method)

    def value() -> float:
        return value_of(units, target) if seen is None else seen.value

    def answer(estimator: Estimator, scores: FloatArray, whole: float) -> Attribution:
        is_psla = payload.method is Method.PSLA
        lengths = [len(line) for line in framed.lines]
        return Attribution(
            payload.method,
            estimator,
            name,
            whole,
            units.of_strokes(scores, len(framed.lines)),
            units.of_points(scores, lengths) if is_psla else (),
        )

    if payload.estimator is Estimator.GRADIENT and payload.method is Method.PSLA:
        points = point_influence(framed.lines, target)
        strokes = np.array([each.sum() for each in points])
        return Attribution(payload.method, payload.estimator, name, value(), strokes, points)
    if payload.estimator in _SLOW:
        if seen is None:
            quick = view_scores(units, target, payload.seed, views=1)
        else:
            quick = seen.scores(units)
        yield Progress(0.1, "Leaving strokes out", answer(Estimator.VIEWS, quick, float("nan")))
    if payload.estimator is Estimator.LEARNED:
        beliefs = yield from with_progress(
            beliefs_about(payload.target, units, context, payload.seed), "Looking at the strokes"
        )
        scores = learned_scores(units, framed.lines, beliefs, context)
    else:
        scores = yield from with_progress(
            estimate(units, target, payload.estimator, payload.seed), "Leaving strokes out"
        )
    return answer(payload.estimator, scores, value())


def guess(payload: GuessPayload, context: Context) -> Job:
    """What the sketch looks like; returns a tuple of `Label`, the most probable first.

    Raises:
        InputError: no strokes, or numbers that are none.
    """
    framed = framed_once(payload.strokes, None, context)
    yield Progress(0.0, "Looking")
    return look_at(framed, guessing_encoder("bundled", context), context).top(payload.count)


def score(payload: ScorePayload, context: Context) -> Job:
    """F of the whole sketch, a float.

    Raises:
        InputError: as for `attribute`.
    """
    framed = frame_strokes(payload.strokes, payload.frame)
    target, _ = resolve_target(payload.target, framed, payload.encoder, context)
    yield Progress(0.5)
    return value_of(whole_strokes(framed.lines), target)


def units_of(framed: Framed, method: Method) -> Units:
    """What is scored: strokes for SLA, pieces of them for P-SLA."""
    split = whole_strokes if method is Method.SLA else pieces_of_strokes
    return split(framed.lines)


def estimate(units: Units, target: Target, estimator: Estimator, seed: int) -> Scores:
    """(U,) scores by the estimator, which is not the learned one; yields the share done."""
    match estimator:
        case Estimator.GRADIENT:
            yield 0.0
            return gradient_scores(units, target)
        case Estimator.VIEWS:
            yield 0.0
            return view_scores(units, target, seed)
        case Estimator.REMOVAL:
            return (yield from removal_scores(units, target))
        case Estimator.SAMPLED:
            return (yield from sampled_scores(units, target, seed))
        case Estimator.LEARNED:
            raise ValueError("the learned scores come from the drawing, not from a target")


def with_progress(work: Generator[float, None, T], text: str) -> Generator[Progress, None, T]:
    """What yields the share done, as part of a job."""
    while True:
        try:
            share = next(work)
        except StopIteration as end:
            found: T = end.value
            return found
        yield Progress(0.1 + 0.9 * share, text)
