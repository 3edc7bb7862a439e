"""How the strokes of a sketch look: width, colour, and as if a hand had drawn them. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.hand_drawn import hand_drawn
from app.document.stroke import DEFAULT_COLOUR, Stroke
from app.settings import ABSTRACT_COLOUR, ABSTRACT_HAND_DRAWN, ABSTRACT_WIDTH_PERCENT, Settings
from engine.strokes import FloatArray


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
        stroke = Stroke.from_beziers(bezier, width_px * self.width, self.colour)
        return hand_drawn(stroke, nth) if self.hand_drawn else stroke
