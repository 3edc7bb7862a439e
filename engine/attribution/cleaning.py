"""Clean my sketch: leave out what makes a sketch less like its photo, or its category.

Sketch explainability, section 5.2. Eq. 8 multiplies each stroke by a Gumbel-softmax of its
normalised attribution plus Delta, so that strokes below 0.5 - Delta go. The paper leaves the
normalisation open (the sum of signed scores may be zero, and a share of it says nothing about help
or harm); here scores are stretched to [0, 1] between the most harmful and the most helpful.

The learned scores (`engine.attribution.belonging`) are probabilities already.

Three things are added, for a person looks at the result: only what hurts is a candidate; it goes
only if the sketch does get better without it, the worst being tried first (by learned scores, if it
does not get much worse: the encoder does not mind many a stray stroke); and parts of strokes are
cut where a person would (`engine.attribution.trimming`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.attribution.agreement import Agreement
from engine.attribution.belonging import beliefs_about, learned_scores
from engine.attribution.estimators import Scores, outputs_of_subsets, value_of
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import estimate, units_of, with_progress
from engine.attribution.messages import (
    MAX_DELTA,
    Cleaning,
    CleanPayload,
    Estimator,
    PhotoTarget,
    Span,
    best_delta,
    best_estimator,
)
from engine.attribution.resolve import guessing_encoder, resolve_target
from engine.attribution.targets import CategoryLogProbability, Target
from engine.attribution.trimming import kept_spans
from engine.attribution.units import Units, whole_strokes
from engine.context import Context
from engine.encoders.base import Encoder
from engine.encoders.prototypes import load_prototypes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.strokes import FloatArray
from engine.types import Job, Progress

MAX_LOSS = np.log(2)
"""Cleaning by the learned scores never halves the probability of what a drawing is to show."""


def clean(payload: CleanPayload, context: Context) -> Job:
    """Find what to leave out; returns a `Cleaning`.

    Raises:
        InputError: Delta is not in [0, 0.5], or as for "attribute".
    """
    estimator = payload.estimator or best_estimator(payload.method)
    delta = best_delta(payload.method, estimator) if payload.delta is None else payload.delta
    if not 0 <= delta <= MAX_DELTA:
        raise InputError(f"Delta must be from 0 to {MAX_DELTA:g}, not {delta:g}.")
    framed = frame_strokes(payload.strokes, payload.frame)
    target, name = resolve_target(payload.target, framed, payload.encoder, context)
    yield Progress(0.0, "Looking at the strokes")
    units = units_of(framed, payload.method)
    by_photo = isinstance(payload.target, PhotoTarget) and payload.with_category
    is_learned = estimator is Estimator.LEARNED
    beliefs = None
    if by_photo or is_learned:
        beliefs = yield from with_progress(
            beliefs_about(payload.target, units, context, payload.seed), "Looking at the strokes"
        )
    judge = target
    if is_learned:
        judge = guard_of(beliefs, guessing_encoder("bundled", context))
        scores = learned_scores(units, framed.lines, beliefs, context)
    else:
        if beliefs is not None:
            judge = judged_by_both(target, beliefs, context.encoder(payload.encoder))
        scores = yield from with_progress(
            estimate(units, judge, estimator, payload.seed), "Leaving strokes out"
        )
    random = np.random.default_rng(payload.seed) if payload.gumbel else None
    stays = yield from with_progress(
        what_stays(units, scores, judge, delta, random, is_learned=is_learned), "Trying without"
    )
    spans = kept_spans(units, stays, framed.lines)
    if not is_learned and _value_of_spans(framed.lines, spans, judge) < value_of(units, judge):
        # What tidying did to the parts cost more than leaving them out gave.
        spans = tuple(((0, len(line) - 1),) for line in framed.lines)
    return Cleaning(
        spans,
        value_of(units, target),
        _value_of_spans(framed.lines, spans, target),
        units.of_strokes(scores, len(framed.lines)),
        name,
    )


def judged_by_both(similarity: Target, beliefs: FloatArray, encoder: Encoder) -> Target:
    """The similarity and the category agreed on; the similarity where no prototypes are there.

    Args:
        beliefs: (C,) of photo and sketch together, see `beliefs_about`.
    """
    if not isinstance(encoder, StrokewiseEncoder) or load_prototypes(encoder) is None:
        return similarity
    return Agreement(similarity, CategoryLogProbability(encoder, int(beliefs.argmax())))


def stretched(scores: FloatArray) -> FloatArray:
    """(U,) scores as chances to stay: 0 for the most harmful, 1 for the most helpful."""
    spread = float(np.ptp(scores))
    return (scores - scores.min()) / spread if spread else np.ones(len(scores))


def chances_of(log_odds: FloatArray) -> FloatArray:
    """(U,) log-odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def candidates(
    scores: FloatArray,
    chances: FloatArray,
    delta: float,
    random: np.random.Generator | None = None,
) -> list[int]:
    """Which units may go, the most harmful first (eq. 8 and 10).

    Args:
        scores: (U,) signed; only what is below 0 may go.
        chances: (U,) the same in [0, 1].
        delta: added to the chances; what stays below 0.5 goes.
        random: draws what goes with the Gumbel-softmax of eq. 8, hard in the forward pass: a unit
            stays with the probability of its chance plus Delta. None: by the threshold.
    """
    chance = np.clip(chances + delta, 1e-9, 1 - 1e-9)
    noise = random.gumbel(size=(2, len(scores))) if random is not None else np.zeros((2, 1))
    goes = np.log(chance) + noise[0] < np.log(1 - chance) + noise[1]
    return [int(i) for i in np.argsort(scores, kind="stable") if goes[i] and scores[i] < 0]


def guard_of(beliefs: FloatArray | None, encoder: StrokewiseEncoder) -> CategoryLogProbability:
    """What cleaning by the learned scores must not spoil: what the drawing is believed to show."""
    assert beliefs is not None
    return CategoryLogProbability(encoder, int(beliefs.argmax()))


def what_stays(
    units: Units,
    scores: FloatArray,
    judge: Target,
    delta: float,
    random: np.random.Generator | None = None,
    *,
    is_learned: bool,
) -> Scores:
    """(U,) 1 where a unit stays, 0 where it goes.

    Args:
        scores: (U,) log-odds if they are learned.
        judge: F; that of `guard_of` if the scores are learned.
        delta, random: see `candidates`.
    """
    chances = chances_of(scores) if is_learned else stretched(scores)
    tried = without if is_learned else better_without
    return (yield from tried(units, judge, candidates(scores, chances, delta, random)))


def without(units: Units, guard: Target, worst_first: list[int]) -> Scores:
    """(U,) 1 where a unit stays, 0 where it goes; at least half of them stay.

    A unit stays, too, if the guard's logarithm of a probability falls by `MAX_LOSS` or more below
    its best so far without it.
    """
    return (yield from _tried_without(units, guard, worst_first[: units.count // 2], MAX_LOSS))


def better_without(units: Units, target: Target, worst_first: list[int]) -> Scores:
    """(U,) 1 where a unit stays, 0 where it goes, as F rises without it; one always stays."""
    return (yield from _tried_without(units, target, worst_first, 0.0))


def _tried_without(
    units: Units, judge: Target, worst_first: list[int], allowed_loss: float
) -> Scores:
    """(U,) 0 for those units without which F stays above its best so far less the loss; one always
    stays."""
    there = np.ones(units.count)
    (best,) = yield from outputs_of_subsets(units, judge, judge.side, there[None])
    for unit in worst_first:
        trial = there.copy()
        trial[unit] = 0
        if not trial.any():
            break
        (value,) = yield from outputs_of_subsets(units, judge, judge.side, trial[None])
        if value > best - allowed_loss:
            there, best = trial, max(best, value)
    return there


def _value_of_spans(
    lines: Sequence[FloatArray], spans: tuple[tuple[Span, ...], ...], target: Target
) -> float:
    left = [
        line[first : last + 1]
        for line, kept in zip(lines, spans, strict=True)
        for first, last in kept
    ]
    return value_of(whole_strokes(left), target)
