"""How the strokes of a sketch look: width, colour, and as if a hand had drawn them. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.document.ink import pressure_to_width
from app.document.stroke import DEFAULT_COLOUR, Stroke
from app.settings import ABSTRACT_COLOUR, ABSTRACT_HAND_DRAWN, ABSTRACT_WIDTH_PERCENT, Settings
from engine.strokes import FloatArray, sample_beziers

_PRESSURES = np.linspace(0.0, 1.0, 201)
_WIDTHS = pressure_to_width(_PRESSURES)
_TAPER_PART = 0.3
"""Of a stroke's length, at each of its ends."""
_SWELL = 0.3
"""The width in the middle of a stroke swells and ebbs by up to this part."""
_SWELLS = 1.5
"""How often on the way."""


@dataclass(frozen=True, slots=True)
class Look:
    """What may be chosen about strokes without touching where they lie.

    Attributes:
        width: factor of the width that they were optimised with.
        colour: "#rrggbb".
        hand_drawn: thin at the ends and uneven between, as ink of a hand is.
    """

    width: float = 1.0
    colour: str = DEFAULT_COLOUR
    hand_drawn: bool = False

    @classmethod
    def chosen(cls, settings: Settings) -> Look:
        """The one that the user chose."""
        return cls(
            settings.get(ABSTRACT_WIDTH_PERCENT) / 100,
            settings.get(ABSTRACT_COLOUR),
            settings.get(ABSTRACT_HAND_DRAWN),
        )

    def strokes(self, beziers: FloatArray, width_px: float) -> tuple[Stroke, ...]:
        """(n, 4, 2) cubics, optimised with lines so wide, as strokes of a drawing."""
        return tuple(self.stroke(nth, each, width_px) for nth, each in enumerate(beziers))

    def stroke(self, nth: int, bezier: FloatArray, width_px: float) -> Stroke:
        """The nth of them, (4, 2).

        With a hand-drawn look it is points along the curve, since only points have pressure.
        """
        width_px = width_px * self.width
        if not self.hand_drawn:
            return Stroke.from_beziers(bezier, width_px, self.colour)
        xy = sample_beziers(bezier[None])
        rows = np.column_stack([xy, _pressures(len(xy), nth), np.zeros(len(xy))])
        return Stroke(rows, width_px, self.colour)


def _pressures(points: int, nth: int) -> FloatArray:
    """(points,) along the nth stroke; always the same for it, so that a look stays as it is."""
    way = np.linspace(0.0, 1.0, points)
    phase = np.random.default_rng(nth).uniform(0, 2 * np.pi)
    widths = 1 + _SWELL * np.sin(2 * np.pi * _SWELLS * way + phase)
    part = np.minimum(np.minimum(way, 1 - way) / _TAPER_PART, 1.0)
    pressures: FloatArray = np.interp(widths * np.sqrt(part * (2 - part)), _WIDTHS, _PRESSURES)
    return pressures
