"""What sketches are made from, and those that were made of it. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.document.stroke import Stroke
from app.panels.curve_points import points_along
from app.panels.placement import Placement
from engine.abstraction.messages import (
    DEFAULT_ITERATIONS,
    Abstraction,
    AbstractPayload,
    Leave,
)
from engine.strokes import Bounds, FloatArray

if TYPE_CHECKING:
    from engine.photo import Photo

KEPT = 8
"""The sketches of so many photos and settings are kept."""
_POINTS = 65
"""Of a stroke, that are inside of a box or not."""


@dataclass(frozen=True, eq=False)
class Ground:
    """Everything that a sketch depends on but the number of its strokes.

    Attributes:
        photo: what is sketched.
        placement: of the photo on the page.
        encoder: it is optimised with.
        seed: another one gives another sketch.
        mask: see `Subject.mask`.
        whole_scene: the background too.
        fixed: strokes of the drawing that it is made to go with.
        region: a box of the photo, px of it, where nothing is to change.
    """

    photo: Photo
    placement: Placement
    encoder: str = "bundled"
    seed: int = 0
    mask: NDArray[np.uint8] | None = None
    whole_scene: bool = False
    fixed: tuple[Stroke, ...] = ()
    region: Bounds | None = None

    def is_like(self, other: Ground) -> bool:
        """Whether the sketches of one are those of the other."""
        return (
            self.photo.sha256 == other.photo.sha256
            and (self.placement, self.encoder, self.seed, self.whole_scene, self.region)
            == (other.placement, other.encoder, other.seed, other.whole_scene, other.region)
            # Strokes are immutable and shared, and comparing all their points takes long.
            and len(self.fixed) == len(other.fixed)
            and all(a is b for a, b in zip(self.fixed, other.fixed, strict=True))
            and _same_mask(self.mask, other.mask)
        )

    def payload(
        self,
        strokes: int,
        start: FloatArray | None = None,
        still: frozenset[int] = frozenset(),
        iterations: int = DEFAULT_ITERATIONS,
        seed: int | None = None,
    ) -> AbstractPayload:
        """What to ask the engine for.

        Args:
            strokes: how many.
            start, still, iterations: see `AbstractPayload` and `Leave`.
            seed: another one than the ground's.
        """
        mask = None
        if self.mask is not None:
            mask = self.mask.astype(np.float32) / 255
            mask.setflags(write=False)
        return AbstractPayload(
            self.photo.rgb,
            strokes,
            iterations,
            self.seed if seed is None else seed,
            encoder=self.encoder,
            start=start,
            leave=replace(self._leave(), still=still),
            mask=mask,
            whole_scene=self.whole_scene,
        )

    def _leave(self) -> Leave:
        if not self.fixed:
            return Leave(region=self.region)
        points = self.placement.to_photo(np.concatenate([each.xy for each in self.fixed]))
        ends = np.cumsum([len(each.xy) for each in self.fixed])[:-1]
        width_px = float(np.mean([each.width_px for each in self.fixed])) / self.placement.scale
        return Leave(tuple(np.split(points, ends)), width_px, region=self.region)


class KnownSketches:
    """The sketches made of the last few grounds, by their number of strokes."""

    def __init__(self) -> None:
        self._entries: list[tuple[Ground, dict[int, Abstraction]]] = []

    def of(self, ground: Ground) -> dict[int, Abstraction]:
        """By number of strokes; to be filled."""
        for entry in self._entries:
            if entry[0].is_like(ground):
                self._entries.remove(entry)
                self._entries.append(entry)
                return entry[1]
        self._entries = [*self._entries, (ground, {})][-KEPT:]
        return self._entries[-1][1]


def nearest(sketches: dict[int, Abstraction], strokes: int) -> Abstraction | None:
    """The sketch whose number of strokes is nearest, the richer one of two; None if none is there.

    Of one with more strokes than wanted, those that matter most.
    """
    if not sketches:
        return None
    number = min(sketches, key=lambda n: (abs(n - strokes), -n))
    return replace(sketches[number], beziers=sketches[number].beziers[:strokes])


def inside(beziers: FloatArray, region: Bounds) -> list[int]:
    """Which of (n, 4, 2) strokes lie in a box for the most part."""
    low, high = np.array(region[:2]), np.array(region[2:])
    points = points_along(beziers, _POINTS)
    shares = ((points >= low) & (points <= high)).all(2).mean(1)
    return [int(i) for i in np.flatnonzero(shares > 0.5)]


def _same_mask(one: NDArray[np.uint8] | None, other: NDArray[np.uint8] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one is other or np.array_equal(one, other)
