"""What goes into the jobs of this package and what comes out. Importing this imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.strokes import Bounds, FloatArray

MAX_STROKES = 64
MAX_ITERATIONS = 10_000
MAX_RESTARTS = 16
MAX_VIEWS = 16
DEFAULT_ITERATIONS = 200
"""From a start along contours the loss falls by another 3 % between 100 and 200 of them."""
DEFAULT_RESTARTS = 3
CONTROL_POINTS = (2, 3, 4)
RUNGS = (4, 8, 16, 32, 64)
"""Numbers of strokes that the ladder has sketches of."""


@dataclass(frozen=True, eq=False)
class Leave:
    """What a sketch has to leave alone, in px of the photo.

    Attributes:
        lines: (N, 2) polylines that are on the page and stay: the sketch is drawn around them.
        width_px: of these lines.
        still: positions of strokes of the start that do not move.
        region: a box in which nothing changes: strokes of the start that lie in it for the most
            part stay, and no stroke begins there.
    """

    lines: tuple[FloatArray, ...] = ()
    width_px: float = 3.0
    still: frozenset[int] = frozenset()
    region: Bounds | None = None


@dataclass(frozen=True, eq=False)
class AbstractPayload:
    """The inputs of "abstract".

    Attributes:
        photo_rgb: (H, W, 3) uint8, read-only.
        strokes: n, 1 to 64.
        iterations: at most so many; it stops earlier when the loss no longer improves.
        seed: chooses the starts. Same seed, same result on the same device.
        restarts: sketches started side by side, of which the best goes on.
        encoder: name for `Context.encoder`.
        views: random views of sketch and photo in each iteration.
        control_points: 4, 3 or 2 a stroke: cubic, quadratic or straight (CLIPasso fig. 10).
        start: (n, 4, 2) a sketch to begin with, px of the photo; None: begin along its contours.
        sampled_start: begin as the paper does instead, with short curves at random places that are
            salient and have edges.
        leave: what must not change.
        mask: (h, w) float32 in [0, 1], read-only, with the proportions of the photo: what of it is
            to be sketched; None: what the encoder finds salient.
        whole_scene: sketch everything, background too, whatever `mask` says.
    """

    photo_rgb: NDArray[np.uint8]
    strokes: int = 16
    iterations: int = DEFAULT_ITERATIONS
    seed: int = 0
    restarts: int = DEFAULT_RESTARTS
    encoder: str = "bundled"
    views: int = 1
    control_points: int = 4
    start: FloatArray | None = None
    sampled_start: bool = False
    leave: Leave = field(default_factory=Leave)
    mask: NDArray[np.float32] | None = None
    whole_scene: bool = False


def check_payload(payload: AbstractPayload) -> None:
    """Raise `InputError` if a number is out of range."""
    for what, value, highest in (
        ("number of strokes", payload.strokes, MAX_STROKES),
        ("number of iterations", payload.iterations, MAX_ITERATIONS),
        ("number of restarts", payload.restarts, MAX_RESTARTS),
        ("number of views", payload.views, MAX_VIEWS),
    ):
        if not 1 <= value <= highest:
            raise InputError(f"The {what} must be from 1 to {highest}, not {value}.")
    if payload.control_points not in CONTROL_POINTS:
        raise InputError(f"A stroke has 2, 3 or 4 control points, not {payload.control_points}.")
    if not 0 <= payload.seed < 2**63:
        raise InputError(f"The seed must be from 0 to 2^63 - 1, not {payload.seed}.")


@dataclass(frozen=True, eq=False)
class Abstraction:
    """A sketch of a photo.

    Attributes:
        beziers: (n, 4, 2) float64 control points of n cubic strokes, in px of the photo. In a
            finished sketch the stroke that matters most comes first.
        width_px: of the strokes, in px of the photo.
        loss: of the best evaluation (without augmentation) so far; infinite before the first.
        losses: of the evaluations at full size in turn, the first one before the first iteration;
            in previews empty.
        iterations: done so far.
        seconds: since the job began.
        first_preview_seconds: from the job's beginning to the first preview.
        encoder: its name.
        scores: (n,) how much the loss would rise without each stroke, falling; in previews empty.
        likeness: cosine of the embeddings of sketch and photo; 0 in previews.
    """

    beziers: NDArray[np.float64]
    width_px: float
    loss: float
    losses: tuple[float, ...]
    iterations: int
    seconds: float
    first_preview_seconds: float
    encoder: str
    scores: tuple[float, ...] = ()
    likeness: float = 0.0


@dataclass(frozen=True, eq=False)
class LadderPayload:
    """The inputs of "abstract.ladder": sketches of one photo with `RUNGS` strokes each.

    Attributes:
        base: what all of them have in common. Its `strokes` is where the ladder begins: at the
            nearest rung. A `start` is where the rung with as many strokes begins; for the others it
            is a neighbour as the rungs that are done are.
        rungs: ascending numbers of strokes.
    """

    base: AbstractPayload
    rungs: tuple[int, ...] = RUNGS


@dataclass(frozen=True, eq=False)
class Ladder:
    """Sketches of one photo with fewer and more strokes.

    Attributes:
        sketches: by number of strokes, ascending. As a preview of "abstract.ladder": those that
            are done.
    """

    sketches: dict[int, Abstraction]

    def fewest_recognisable(self, share: float = 0.9) -> int:
        """The least number of strokes that keeps `share` of the likeness of the most alike.

        Likeness is counted from zero: embeddings of a photo and an unrelated drawing are about
        orthogonal.
        """
        best = max(sketch.likeness for sketch in self.sketches.values())
        return min(n for n, sketch in self.sketches.items() if sketch.likeness >= share * best)
