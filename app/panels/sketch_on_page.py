"""A sketch over the ink: as it will look, and played stroke by stroke."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainterPath

from app.canvas.ink_path import ink_path
from app.canvas.outline import FloatArray
from app.canvas.overlay import Overlay
from app.canvas.playback import Playback
from app.canvas.sketch_overlay import SketchOverlay
from app.document.stroke import Stroke
from app.panels.curve_points import points_along
from app.panels.sketch_look import Look
from app.settings import (
    ABSTRACT_COLOUR,
    ABSTRACT_HAND_DRAWN,
    ABSTRACT_SPEED_PX,
    ABSTRACT_WIDTH_PERCENT,
    Settings,
)
from app.tools.base import InkStyle

PLAYED_POINTS = 65
"""That the pen visits on its way along a stroke."""
SLICE_S = 0.004
"""How long outlines of uneven ink are worked out at a stretch before the event loop goes on."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """A sketch on the page.

    Attributes:
        beziers: (n, 4, 2) control points, document px, in the order to draw them in.
        width_px: of the lines it was optimised with, document px.
        in_photo: (n, 4, 2) the same control points in px of the photo.
    """

    beziers: FloatArray
    width_px: float
    in_photo: FloatArray


class SketchOnPage(QObject):
    """Shows a `Sketch` in the look that the settings say. GUI thread."""

    changed = Signal()
    """Another look."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overlay = SketchOverlay()
        self.playback = Playback(settings.get(ABSTRACT_SPEED_PX), self)
        self._settings = settings
        self._sketch: Sketch | None = None
        self._is_rough = False
        self._shapes: list[QPainterPath] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._outline)
        self._unwatch: tuple[Callable[[], None], ...] = (
            settings.watch(ABSTRACT_WIDTH_PERCENT, self._on_look),
            settings.watch(ABSTRACT_COLOUR, self._on_look),
            settings.watch(ABSTRACT_HAND_DRAWN, self._on_look),
            settings.watch(ABSTRACT_SPEED_PX, self._on_speed),
        )
        self.playback.changed.connect(
            # Played, only what the pen has drawn is seen.
            lambda: self.overlay.set_hidden(self.playback.is_on)
        )

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """What the canvas shows over the ink."""
        return self.overlay, self.playback.overlay

    @property
    def sketch(self) -> Sketch | None:
        """What is shown."""
        return self._sketch

    @property
    def look(self) -> Look:
        """How it looks."""
        return Look.chosen(self._settings)

    def show(self, sketch: Sketch | None) -> None:
        """Show this one instead of the one before."""
        self._sketch = sketch
        if sketch is None:
            self.playback.stop()
        self._show()

    def set_rough(self, rough: bool) -> None:
        """With even lines, which are quick to paint, as long as another sketch comes soon."""
        if rough != self._is_rough:
            self._is_rough = rough
            if self.look.hand_drawn:
                self._show()

    def strokes(self) -> tuple[Stroke, ...]:
        """The sketch as strokes of a drawing."""
        sketch = self._sketch
        return () if sketch is None else self.look.strokes(sketch.beziers, sketch.width_px)

    def play(self) -> None:
        """Play, go on, or rest; what is played stays the same until it is stopped."""
        if self.playback.playing:
            self.playback.pause()
        elif self._begin():
            self.playback.play()

    def step(self, strokes: int) -> None:
        """See `Playback.step`."""
        if self._begin():
            self.playback.step(strokes)

    def close(self) -> None:
        """The program ends."""
        self._timer.stop()
        self.playback.stop()
        for unwatch in self._unwatch:
            unwatch()

    def _begin(self) -> bool:
        """Have the playback at hand, if there is anything to play."""
        sketch = self._sketch
        if not self.playback.is_on and sketch is not None:
            look = self.look
            self.playback.begin(
                list(points_along(sketch.beziers, PLAYED_POINTS)),
                InkStyle(sketch.width_px * look.width, look.colour),
            )
        return self.playback.is_on

    def _show(self) -> None:
        self._timer.stop()
        sketch, look = self._sketch, self.look
        if sketch is None:
            self.overlay.show_sketch(None)
            return
        self.overlay.show_sketch(sketch.beziers, sketch.width_px * look.width, look.colour)
        if look.hand_drawn and not self._is_rough:
            self._shapes = []
            self._timer.start()

    def _outline(self) -> None:
        """Go on with the outlines of hand-drawn strokes; show them when they are complete."""
        sketch, look = self._sketch, self.look
        assert sketch is not None
        began_s = time.perf_counter()
        while len(self._shapes) < len(sketch.beziers):
            nth = len(self._shapes)
            stroke = look.stroke(nth, sketch.beziers[nth], sketch.width_px)
            self._shapes.append(ink_path(stroke.xy, stroke.local_widths_px()))
            if time.perf_counter() - began_s > SLICE_S:
                return
        self._timer.stop()
        self.overlay.show_shapes(self._shapes, look.colour)

    def _on_look(self, _value: object) -> None:
        self._show()
        self.changed.emit()

    def _on_speed(self, speed_px: int) -> None:
        self.playback.speed = float(speed_px)
