"""Clean my sketch: leave out what makes a sketch less like its photo, or its category.

Sketch explainability, section 5.2. Eq. 8 multiplies each stroke by a Gumbel-softmax of its
normalised attribution plus Delta, so that strokes below 0.5 - Delta go. The paper leaves the
normalisation open (the sum of signed scores may be zero, and a share of it says nothing about help
or harm); here scores are stretched to [0, 1] between the most harmful and the most helpful.

Three things are added, for a person looks at the result: only what hurts is a candidate; it goes
only if the sketch does get better without it, the worst being tried first; and parts of strokes are
cut where a person would (`engine.attribution.trimming`).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import torch

from engine.attribution.agreement import Agreement, agreed_category, category_beliefs
from engine.attribution.estimators import Scores, outputs_of_subsets, value_of
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import estimate, units_of, with_progress
from engine.attribution.messages import Cleaning, CleanPayload, Method, PhotoTarget, Span
from engine.attribution.resolve import photo_embedding, resolve_target
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

DELTA = {Method.SLA: 0.3, Method.PSLA: 0.1}
"""The paper's best ("We found the optimal Delta ...", section 5.2)."""


def clean(payload: CleanPayload, context: Context) -> Job:
    """Find what to leave out; returns a `Cleaning`.

    Raises:
        InputError: Delta is not in [0, 0.5], or as for "attribute".
    """
    delta = DELTA[payload.method] if payload.delta is None else payload.delta
    if not 0 <= delta <= 0.5:
        raise InputError(f"Delta must be from 0 to 0.5, not {delta:g}.")
    framed = frame_strokes(payload.strokes, payload.frame)
    target, name = resolve_target(payload.target, framed, payload.encoder, context)
    yield Progress(0.0, "Looking at the strokes")
    units = units_of(framed, payload.method)
    judge = target
    if isinstance(payload.target, PhotoTarget) and payload.with_category:
        encoder = context.encoder(payload.encoder)
        photo = photo_embedding(payload.target, encoder, context)
        judge = yield from with_progress(
            judged_by_both(units, target, photo, encoder, payload.seed), "Looking at the photo"
        )
    scores = yield from with_progress(
        estimate(units, judge, payload.estimator, payload.seed), "Leaving strokes out"
    )
    random = np.random.default_rng(payload.seed) if payload.gumbel else None
    stays = yield from with_progress(
        better_without(units, judge, candidates(scores, delta, random)), "Trying without"
    )
    spans = kept_spans(units, stays, framed.lines)
    if _value_of_spans(framed.lines, spans, judge) < value_of(units, judge):
        # What tidying did to the parts cost more than leaving them out gave.
        spans = tuple(((0, len(line) - 1),) for line in framed.lines)
    return Cleaning(
        spans,
        value_of(units, target),
        _value_of_spans(framed.lines, spans, target),
        units.of_strokes(scores, len(framed.lines)),
        name,
    )


def judged_by_both(
    units: Units, similarity: Target, photo: torch.Tensor, encoder: Encoder, seed: int
) -> Generator[float, None, Target]:
    """The similarity and the category agreed on; the similarity where no prototypes are there.

    Args:
        photo: (D,) unit embedding.
        seed: of the subsets by which the sketch is looked at.
    """
    prototypes = load_prototypes(encoder)
    if prototypes is None or not isinstance(encoder, StrokewiseEncoder):
        return similarity
    beliefs = yield from category_beliefs(units, encoder, seed)
    category = agreed_category(beliefs, prototypes, photo)
    return Agreement(similarity, CategoryLogProbability(encoder, category))


def candidates(
    scores: FloatArray, delta: float, random: np.random.Generator | None = None
) -> list[int]:
    """Which units may go, the most harmful first (eq. 8 and 10).

    Args:
        scores: (U,) signed.
        delta: added to the scores stretched to [0, 1]; what stays below 0.5 goes.
        random: draws what goes with the Gumbel-softmax of eq. 8, hard in the forward pass: a unit
            stays with the probability of its stretched score plus Delta. None: by the threshold.
    """
    spread = float(np.ptp(scores))
    if spread == 0:
        return []
    chance = np.clip((scores - scores.min()) / spread + delta, 1e-9, 1 - 1e-9)
    noise = random.gumbel(size=(2, len(scores))) if random is not None else np.zeros((2, 1))
    goes = np.log(chance) + noise[0] < np.log(1 - chance) + noise[1]
    return [int(i) for i in np.argsort(scores, kind="stable") if goes[i] and scores[i] < 0]


def better_without(units: Units, target: Target, worst_first: list[int]) -> Scores:
    """(U,) 1 where a unit stays, 0 where it goes, as F rises without it; one always stays."""
    there = np.ones(units.count)
    (best,) = yield from outputs_of_subsets(units, target, target.side, there[None])
    for unit in worst_first:
        trial = there.copy()
        trial[unit] = 0
        if not trial.any():
            break
        (value,) = yield from outputs_of_subsets(units, target, target.side, trial[None])
        if value > best:
            there, best = trial, value
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
