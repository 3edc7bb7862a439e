"""What goes into the job "abstract" and what comes out. Importing this does not import torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAX_STROKES = 64
MAX_ITERATIONS = 10_000
MAX_RESTARTS = 16
MAX_VIEWS = 16
DEFAULT_ITERATIONS = 1000


@dataclass(frozen=True, eq=False)
class AbstractPayload:
    """The inputs of "abstract".

    Attributes:
        photo_rgb: (H, W, 3) uint8, read-only.
        strokes: n, 1 to 64.
        iterations: at most so many; it stops earlier when the loss no longer improves.
        seed: chooses the starts. Same seed, same result on the same device.
        restarts: sketches optimised side by side, of which the best is kept.
        encoder: name for `Context.encoder`.
        views: random views of sketch and photo in each iteration.
    """

    photo_rgb: NDArray[np.uint8]
    strokes: int = 16
    iterations: int = DEFAULT_ITERATIONS
    seed: int = 0
    restarts: int = 1
    encoder: str = "bundled"
    views: int = 1


@dataclass(frozen=True, eq=False)
class Abstraction:
    """A sketch of a photo.

    Attributes:
        beziers: (n, 4, 2) float64 control points of n cubic strokes, in px of the photo.
        width_px: of the strokes, in px of the photo.
        loss: of the best evaluation (without augmentation) so far; infinite before the first.
        losses: of all evaluations in turn, the first one before the first iteration; in previews
            empty.
        iterations: done so far.
        seconds: since the job began.
        first_preview_seconds: from the job's beginning to the first preview.
        encoder: its name.
    """

    beziers: NDArray[np.float64]
    width_px: float
    loss: float
    losses: tuple[float, ...]
    iterations: int
    seconds: float
    first_preview_seconds: float
    encoder: str
