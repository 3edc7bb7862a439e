"""What goes into the jobs of this package and what comes out. Importing this imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.strokes import Bounds, FloatArray


class Method(StrEnum):
    """How finely scores are attributed."""

    SLA = "sla"
    """A score a stroke (sketch_explainability, section 4.2)."""
    PSLA = "psla"
    """A score a point (section 4.3)."""


class Estimator(StrEnum):
    """How a score is worked out."""

    GRADIENT = "gradient"
    """The paper's plain version: one gradient at the sketch as it is (eq. 4 and 6)."""
    VIEWS = "views"
    """That gradient, averaged over slightly moved, turned and scaled views of the sketch."""
    REMOVAL = "removal"
    """F of the sketch minus F of the sketch without the stroke: what it really does."""
    SAMPLED = "sampled"
    """Removal averaged over random subsets of the other strokes (LIME, Ribeiro et al. 2016)."""
    LEARNED = "learned"
    """Log-odds that the stroke belongs, by a network that learned it from drawings with strokes of
    others in them (`engine.attribution.belonging`)."""


@dataclass(frozen=True, eq=False)
class PhotoTarget:
    """Strokes are scored by how much they make the sketch resemble a photo (eq. 7 and 9).

    Attributes:
        rgb: (H, W, 3) uint8, read-only.
    """

    rgb: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CategoryTarget:
    """By the log-probability of a category.

    Attributes:
        name: of the category; None for the one that the sketch looks like now.
    """

    name: str | None = None


@dataclass(frozen=True, slots=True)
class TextTarget:
    """By the similarity to a text, where the encoder knows words."""

    text: str


TargetSpec: TypeAlias = PhotoTarget | CategoryTarget | TextTarget


@dataclass(frozen=True, eq=False)
class AttributePayload:
    """The inputs of "attribute".

    Attributes:
        strokes: (N, 2) polylines in px of the document, in drawing order.
        target: what the sketch should be, or resemble.
        frame: the place in px of the document that corresponds to the photo; None: the ink's own
            bounds, so that place and size do not matter.
        method: per stroke or per point.
        estimator: see `Estimator`.
        encoder: name for `Context.encoder`; a category head is taken from the bundled encoder
            where it has none.
        seed: of the views and the subsets.
    """

    strokes: tuple[FloatArray, ...]
    target: TargetSpec = field(default_factory=CategoryTarget)
    frame: Bounds | None = None
    method: Method = Method.SLA
    estimator: Estimator = Estimator.REMOVAL
    encoder: str = "bundled"
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Attribution:
    """Signed scores: above 0 a stroke helps, below it hurts.

    Attributes:
        method: see `Method`.
        estimator: see `Estimator`.
        target: in words, for people.
        value: F of the whole sketch: a cosine, or a log-probability.
        strokes: (m,) scores in units of F.
        points: per stroke the (N,) scores of its points; empty for SLA.
    """

    method: Method
    estimator: Estimator
    target: str
    value: float
    strokes: FloatArray
    points: tuple[FloatArray, ...] = ()


@dataclass(frozen=True, eq=False)
class GuessPayload:
    """The inputs of "guess".

    Attributes:
        strokes: as in `AttributePayload`.
        count: how many answers.
    """

    strokes: tuple[FloatArray, ...]
    count: int = 3


@dataclass(frozen=True, slots=True)
class Label:
    """One answer to "what does it look like"."""

    name: str
    probability: float


@dataclass(frozen=True, eq=False)
class ScorePayload:
    """The inputs of "score": F of the whole sketch, as a float. As in `AttributePayload`."""

    strokes: tuple[FloatArray, ...]
    target: TargetSpec
    frame: Bounds | None = None
    encoder: str = "bundled"


Span: TypeAlias = tuple[int, int]
"""First and last point of a part of a stroke, both included."""


@dataclass(frozen=True, eq=False)
class CleanPayload:
    """The inputs of "clean" (eq. 8 and 10).

    Attributes:
        strokes, target, frame, encoder, seed: as in `AttributePayload`.
        method: whole strokes go, or parts of strokes too.
        estimator: as in `AttributePayload`; None: what measured best, see `best_estimator`.
        delta: the Delta of eq. 8; the larger, the less is removed. None: see `best_delta`.
        gumbel: draw what goes at random (Gumbel-softmax) instead of by a threshold.
        with_category: for a photo, where the encoder can tell: judge by the category too that
            photo and sketch agree on (`engine.attribution.agreement`); False is eq. 7 alone.
    """

    strokes: tuple[FloatArray, ...]
    target: TargetSpec
    frame: Bounds | None = None
    method: Method = Method.SLA
    delta: float | None = None
    gumbel: bool = False
    with_category: bool = True
    estimator: Estimator | None = None
    encoder: str = "bundled"
    seed: int = 0


DELTA = {Method.SLA: 0.3, Method.PSLA: 0.1}
"""The paper's best ("We found the optimal Delta ...", section 5.2)."""
LEARNED_DELTA = 0.0
"""With learned scores, which are probabilities: what belongs with less than 0.5 goes."""
MAX_DELTA = 0.5
"""With more, nothing would go."""


def best_estimator(method: Method) -> Estimator:
    """What cleans best: the learned scores know whole strokes only."""
    return Estimator.LEARNED if method is Method.SLA else Estimator.SAMPLED


def best_delta(method: Method, estimator: Estimator) -> float:
    """The Delta that goes with an estimator."""
    return LEARNED_DELTA if estimator is Estimator.LEARNED else DELTA[method]


@dataclass(frozen=True, eq=False)
class Cleaning:
    """What would remain of a sketch.

    Attributes:
        kept: per stroke the spans that stay: none if it goes, one over all its points if it stays
            as it is.
        value_before, value_after: F of the target (not of the category besides) for the sketch
            as it was and as it would be.
        scores: (m,) of the strokes as they were.
        target: in words.
    """

    kept: tuple[tuple[Span, ...], ...]
    value_before: float
    value_after: float
    scores: FloatArray
    target: str

    @property
    def removed(self) -> tuple[int, ...]:
        """The strokes of which nothing stays."""
        return tuple(i for i, spans in enumerate(self.kept) if not spans)


@dataclass(frozen=True, eq=False)
class FragilePayload:
    """The inputs of "fragile" (eq. 12 and 13).

    Attributes:
        strokes: as in `AttributePayload`.
        method: one short stroke, or a few points.
        epsilon: a stroke counts as short up to so many points after simplification as in Quick,
            Draw! (2 px of 256); or how many points may go.
    """

    strokes: tuple[FloatArray, ...]
    method: Method = Method.SLA
    epsilon: int = 15


@dataclass(frozen=True, eq=False)
class Fragility:
    """What the guess hangs on.

    Attributes:
        label: what the sketch looks like.
        strokes: the stroke, or the strokes with the points, without which it looks like something
            else; empty if there is none.
        points: P-SLA: per entry of `strokes` the points that go; empty for SLA.
        label_without: what it looks like then; None if nothing was found.
    """

    label: Label
    strokes: tuple[int, ...] = ()
    points: tuple[tuple[int, ...], ...] = ()
    label_without: Label | None = None
