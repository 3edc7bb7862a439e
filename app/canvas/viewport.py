"""Where the page is in the view: one scale and one shift. Qt-free and immutable."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.strokes import Bounds

MIN_SCALE = 0.05
MAX_SCALE = 32.0
FIT_MARGIN_PX = 28.0
"""Surround left visible around a fitted page, in view px."""
KEPT_VISIBLE_PX = 64.0
"""As much of the page stays in sight however far one scrolls, in view px."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Maps document px to view px (logical, not device): view = scale * document + shift.

    Attributes:
        scale: view px per document px.
        shift_x, shift_y: place of the page's upper left corner in the view.
        pixel_ratio: device px per view px. The shift is kept on whole device px, so that cached
            tiles fall on pixels and stay sharp.
    """

    scale: float = 1.0
    shift_x: float = 0.0
    shift_y: float = 0.0
    pixel_ratio: float = 1.0

    def __post_init__(self) -> None:
        ratio = self.pixel_ratio
        object.__setattr__(self, "shift_x", round(self.shift_x * ratio) / ratio)
        object.__setattr__(self, "shift_y", round(self.shift_y * ratio) / ratio)

    def on_pixels(self, pixel_ratio: float) -> Viewport:
        """The same view on a screen of so many device px per view px."""
        if pixel_ratio == self.pixel_ratio:
            return self
        return replace(self, pixel_ratio=pixel_ratio)

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Document px to view px."""
        return self.scale * x + self.shift_x, self.scale * y + self.shift_y

    def to_document(self, x: float, y: float) -> tuple[float, float]:
        """View px to document px."""
        return (x - self.shift_x) / self.scale, (y - self.shift_y) / self.scale

    def box_to_view(self, box: Bounds) -> Bounds:
        """(x0, y0, x1, y1) in document px to view px."""
        return (*self.to_view(box[0], box[1]), *self.to_view(box[2], box[3]))

    def box_to_document(self, box: Bounds) -> Bounds:
        """(x0, y0, x1, y1) in view px to document px."""
        return (*self.to_document(box[0], box[1]), *self.to_document(box[2], box[3]))

    def scaled_to(self, scale: float, x: float, y: float) -> Viewport:
        """At another scale, within limits; the place at view (x, y) stays under the pointer."""
        scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        grow = scale / self.scale
        return replace(
            self,
            scale=scale,
            shift_x=x - (x - self.shift_x) * grow,
            shift_y=y - (y - self.shift_y) * grow,
        )

    def moved(self, dx: float, dy: float) -> Viewport:
        """Shifted by view px."""
        return replace(self, shift_x=self.shift_x + dx, shift_y=self.shift_y + dy)

    def fitted(self, view: tuple[float, float], box: Bounds, max_scale: float) -> Viewport:
        """With `box` (document px) centred in a view of this size and as large as fits.

        Args:
            max_scale: a small box is not enlarged beyond.
        """
        width, height = max(box[2] - box[0], 1e-6), max(box[3] - box[1], 1e-6)
        room_x = max(view[0] - 2 * FIT_MARGIN_PX, 1.0)
        room_y = max(view[1] - 2 * FIT_MARGIN_PX, 1.0)
        scale = min(room_x / width, room_y / height, max_scale)
        scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        return replace(
            self,
            scale=scale,
            shift_x=(view[0] - scale * (box[0] + box[2])) / 2,
            shift_y=(view[1] - scale * (box[1] + box[3])) / 2,
        )

    def kept_in_sight(self, view: tuple[float, float], page: tuple[float, float]) -> Viewport:
        """Shifted as little as needed so that a bit of the page stays visible."""
        shift = []
        for place, room, side in zip((self.shift_x, self.shift_y), view, page, strict=True):
            length = side * self.scale
            kept = min(KEPT_VISIBLE_PX, length, room)
            shift.append(min(max(place, kept - length), room - kept))
        return replace(self, shift_x=shift[0], shift_y=shift[1])
