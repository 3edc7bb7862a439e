"""What goes into the jobs of this package and what comes out. Importing this imports no torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.correspondence.flow import Flow, Matches, Square
from engine.photo import Photo
from engine.retrieval.messages import Hit
from engine.strokes import Bounds, FloatArray


class Matcher(StrEnum):
    """How the correspondence is found."""

    BEST = "best"
    """Whichever of the two measures better for the encoder."""
    WARP = "warp"
    """The trained warp estimator; belongs to the bundled encoder."""
    NEIGHBOURS = "neighbours"
    """Mutual nearest neighbours of the encoder's feature maps, made dense; for every encoder."""


@dataclass(frozen=True, eq=False)
class CorrespondPayload:
    """The inputs of "correspond"; answers a `Correspondence`.

    What depends only on the photo is kept from one request to the next. Either `strokes` or
    `image` is given.

    Attributes:
        photo: see `Photo`.
        strokes: (N, 2) polylines in px of the page, in drawing order.
        image: (H, W, 3) uint8 of a drawing, dark on white. The sketch's px are then its px.
        frame: (x0, y0, x1, y1) in px of the sketch: the part that corresponds to the photo, as a
            rule the photo's place under the drawing; None: the ink's own bounds, so that neither
            place nor size of the drawing matters.
        matcher: see `Matcher`.
        encoder: see `Context.encoder`.
    """

    photo: Photo
    strokes: tuple[FloatArray, ...] = ()
    image: NDArray[np.uint8] | None = None
    frame: Bounds | None = None
    matcher: Matcher = Matcher.BEST
    encoder: str = "bundled"


@dataclass(frozen=True, eq=False)
class Correspondence:
    """Where each place of a drawing lies on a photo, and back.

    Points of the sketch are in px of the page (or of its image), points of the photo in px of the
    `Photo` as it was decoded. What is drawn and shown with it: `engine.correspondence.warping`.

    Attributes:
        forward: from the sketch's unit square to the photo's.
        backward: from the photo's to the sketch's.
        sketch_square, photo_square: where those squares lie.
        photo_size: (width, height) in px.
        matcher: what found it, not `Matcher.BEST`.
        encoder: its name.
        seconds: that it took, features of the photo included if they were not known.
    """

    forward: Flow
    backward: Flow
    sketch_square: Square
    photo_square: Square
    photo_size: tuple[int, int]
    matcher: Matcher
    encoder: str
    seconds: float

    def to_photo(self, points: ArrayLike) -> Matches:
        """Where (N, 2) points of the sketch lie on the photo, px to px."""
        places, confidence = self.forward(self.sketch_square.to_unit(points))
        on_photo = self.photo_square.to_px(places)
        return Matches(on_photo, np.where(self._is_on_photo(on_photo), confidence, 0.0))

    def to_sketch(self, points: ArrayLike) -> Matches:
        """Where (N, 2) points of the photo lie on the sketch, px to px."""
        pixels = np.asarray(points, np.float64).reshape(-1, 2)
        places, confidence = self.backward(self.photo_square.to_unit(pixels))
        known = self._is_on_photo(pixels)
        return Matches(self.sketch_square.to_px(places), np.where(known, confidence, 0.0))

    def _is_on_photo(self, pixels: FloatArray) -> NDArray[np.bool_]:
        inside = (pixels >= 0) & (pixels <= self.photo_size)
        return np.asarray(inside.all(1), np.bool_)


@dataclass(frozen=True, eq=False)
class ShowAsPhotoPayload:
    """The inputs of "correspond.show": a drawing as a photo; answers a `ShownAsPhoto`.

    The library's photos most like the drawing are matched with it; the one that fits best is
    warped to the drawing.

    Attributes:
        strokes: (N, 2) polylines in px of the page.
        library: folder of the photo library (`engine.retrieval.messages.default_library`).
        candidates: how many of the best hits are tried.
        side_px: of the warped photo.
        frame, matcher, encoder: as in `CorrespondPayload`.
    """

    strokes: tuple[FloatArray, ...]
    library: Path
    candidates: int = 4
    side_px: int = 512
    frame: Bounds | None = None
    matcher: Matcher = Matcher.BEST
    encoder: str = "bundled"


@dataclass(frozen=True, eq=False)
class ShownAsPhoto:
    """A drawing as a photo.

    Attributes:
        hit: the photo that was taken.
        photo: it, decoded.
        correspondence: of the drawing with it.
        rgba: (S, S, 4) uint8, read-only: the photo warped to the drawing, to be laid over
            `correspondence.sketch_square`; transparent beyond the photo.
    """

    hit: Hit
    photo: Photo
    correspondence: Correspondence
    rgba: NDArray[np.uint8]
