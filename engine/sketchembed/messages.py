"""What goes into the jobs of this package and what comes out. Importing this imports no torch.

A drawing made by the model is a tuple of polylines in px of whatever it was made from, in drawing
order and with a point at every pen movement: play it point by point, keep it as strokes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.sketchembed.symbol_book import SymbolBook
from engine.strokes import Bounds, FloatArray

MAX_POINTS = 64
"""Pen movements of a drawing at most (section 4.1)."""
MAX_VARIANTS = 16
MAX_MORPH_STEPS = 33
MAX_TERMS = 8
DEFAULT_TEMPERATURE = 0.3


class Reading(StrEnum):
    """How a picture becomes the line drawing that the model sees."""

    AUTO = "auto"
    """`LINES` where most of the picture is one even background, else `EDGES`."""
    LINES = "lines"
    """It is a drawing: what differs from its background is ink."""
    EDGES = "edges"
    """It is a photo: its edges are the ink (XDoG)."""


@dataclass(frozen=True, eq=False)
class PictureSource:
    """A picture, or a region of one, to be drawn.

    Attributes:
        rgb: (H, W, 3) uint8, read-only.
        region: (x0, y0, x1, y1) px of the picture; None for all of it.
        reading: see `Reading`.
    """

    rgb: NDArray[np.uint8]
    region: Bounds | None = None
    reading: Reading = Reading.AUTO


@dataclass(frozen=True, eq=False)
class StrokeSource:
    """Strokes to be drawn again.

    Attributes:
        strokes: (N, 2) polylines in px of the document, N >= 1, in drawing order.
    """

    strokes: tuple[FloatArray, ...]


Source: TypeAlias = PictureSource | StrokeSource


@dataclass(frozen=True, slots=True)
class Sampling:
    """How freely the model draws.

    Attributes:
        temperature: 0 to 1.5: 0 always takes the likeliest movement, 1 is the distribution that was
            learned (pen offsets and pen states alike).
        seed: same seed, same drawings on the same device.
        best_of: drawings made for each one asked for, of which the one nearest to the picture (by
            the blurred raster of eq. 6) is given; 1 takes them as they come.
        refine: steps that pull the drawing's points towards the picture's lines
            (`engine.sketchembed.refining`); 0 leaves it as the decoder drew it.
    """

    temperature: float = DEFAULT_TEMPERATURE
    seed: int = 0
    best_of: int = 8
    refine: int = 30


@dataclass(frozen=True, eq=False)
class RedrawPayload:
    """The inputs of "redraw".

    Attributes:
        source: what to draw.
        variants: how many drawings, 1 to `MAX_VARIANTS`.
        sampling: see `Sampling`; where several variants are asked for they differ by their noise.
    """

    source: Source
    variants: int = 1
    sampling: Sampling = field(default_factory=Sampling)


@dataclass(frozen=True, eq=False)
class Variant:
    """One drawing by the model.

    Attributes:
        strokes: (N, 2) polylines, in px of the source (or of the box that was asked for).
        points: pen movements in all.
        distance: the pixel loss (eq. 6) to the picture that the model saw, lower is nearer; NaN
            where there is no such picture (a blend).
        finished: the model ended the drawing itself; False: `MAX_POINTS` cut it off.
    """

    strokes: tuple[FloatArray, ...]
    points: int
    distance: float
    finished: bool


@dataclass(frozen=True, eq=False)
class Redrawing:
    """The answer of "redraw" and "redraw.combine".

    Attributes:
        variants: the drawings, the nearest to the picture first.
        seen: (28, 28) float32 ink in [0, 1]: what the model was shown; of a blend None.
        box: the square (x0, y0, x1, y1) in px of the source that `seen` shows.
        seconds: from request to answer.
    """

    variants: tuple[Variant, ...]
    seen: NDArray[np.float32] | None
    box: Bounds
    seconds: float


@dataclass(frozen=True, eq=False)
class FinishPayload:
    """The inputs of "redraw.finish": how may these strokes go on?

    Attributes:
        strokes: as in `StrokeSource`; of long ones the model sees a simplified version.
        frame: the square in px of the document in which the drawing will lie; None: the ink and as
            much room around it.
        variants, sampling: as in `RedrawPayload`; `best_of` and `refine` do not
            apply.
        new_stroke: the pen is up, the next point begins a stroke; False: it may go on with the
            last stroke.
    """

    strokes: tuple[FloatArray, ...]
    frame: Bounds | None = None
    variants: int = 1
    sampling: Sampling = field(default_factory=Sampling)
    new_stroke: bool = True


@dataclass(frozen=True, eq=False)
class Ghost:
    """One way to go on.

    Attributes:
        strokes: (N, 2) polylines in px of the document, to be added after the given ones; empty if
            the model finds the drawing complete.
        joined: the first of them goes on where the last given stroke ends.
        log_probability: per point, of this continuation under the model (natural logarithm of the
            density in px of the model's canvas); larger is surer.
    """

    strokes: tuple[FloatArray, ...]
    joined: bool
    log_probability: float


@dataclass(frozen=True, eq=False)
class Ghosts:
    """The answer of "redraw.finish".

    Attributes:
        ghosts: the surest first.
        seconds: from request to answer.
    """

    ghosts: tuple[Ghost, ...]
    seconds: float


@dataclass(frozen=True, eq=False)
class Term:
    """One drawing in a sum of embeddings.

    Attributes:
        source: what to embed.
        weight: its factor: "A - B + C" has the weights 1, -1, 1; a blend has weights that add up
            to 1.
    """

    source: Source
    weight: float = 1.0


@dataclass(frozen=True, eq=False)
class CombinePayload:
    """The inputs of "redraw.combine": arithmetic of embeddings (section 4.4); gives `Redrawing`.

    Attributes:
        terms: 1 to `MAX_TERMS`.
        box: where the result goes, px; its longer side becomes the square. None: the box of the
            first term.
        variants, sampling: as in `RedrawPayload`; `best_of` takes the likeliest drawing and
            `refine` does not apply, as there is no picture to compare with.
    """

    terms: tuple[Term, ...]
    box: Bounds | None = None
    variants: int = 1
    sampling: Sampling = field(default_factory=Sampling)


@dataclass(frozen=True, eq=False)
class MorphPayload:
    """The inputs of "redraw.morph": all places of a slider between two drawings at once.

    Attributes:
        first, last: the drawings at the slider's ends.
        steps: places on the slider, 2 to `MAX_MORPH_STEPS`.
        box: as in `CombinePayload`.
        sampling: as in `RedrawPayload`; all steps get the same noise, so that neighbours resemble
            each other.
    """

    first: Source
    last: Source
    steps: int = 9
    box: Bounds | None = None
    sampling: Sampling = field(default_factory=Sampling)


@dataclass(frozen=True, eq=False)
class Morph:
    """The answer of "redraw.morph".

    Attributes:
        weights: (steps,) share of `last` at each place, 0 to 1.
        drawings: the drawing at each place.
        box: as in `Redrawing`.
        seconds: from request to answer.
    """

    weights: FloatArray
    drawings: tuple[Variant, ...]
    box: Bounds
    seconds: float


@dataclass(frozen=True, eq=False)
class EmbedPayload:
    """The inputs of "redraw.embed"; gives an (N, D) float32 array of SketchEmbeddings' means.

    Attributes:
        sources: N drawings or pictures; place and size of the ink do not matter.
    """

    sources: tuple[Source, ...]


@dataclass(frozen=True, eq=False)
class RecognisePayload:
    """The inputs of "symbols.recognise"; gives a `Recognition`.

    Attributes:
        strokes: what was drawn, as in `StrokeSource`.
        book: the symbols that the user taught.
        strictness: 0 takes the nearest symbol whatever it is; 1 is the measured default; larger
            refuses more.
    """

    strokes: tuple[FloatArray, ...]
    book: SymbolBook
    strictness: float = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A symbol and how near it is: a cosine, 1 for the same embedding."""

    name: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which symbol was drawn.

    Attributes:
        name: of the symbol; None if it is none of them.
        probability: that the nearest is the right one, given that it is one of the book's.
        candidates: all symbols, the nearest first.
    """

    name: str | None
    probability: float
    candidates: tuple[Candidate, ...]
