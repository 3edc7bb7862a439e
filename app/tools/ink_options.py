"""The kinds of ink, and what can be set for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.input.pressure_curve import LINEAR, PressureCurve
from app.input.smoothing import DEFAULT_STRENGTH, Smoothing
from app.tools.base import InkStyle


class InkKind(Enum):
    """What is drawn with."""

    PEN = "pen"
    PENCIL = "pencil"
    MARKER = "marker"


@dataclass(frozen=True)
class InkOptions:
    """How strokes of one kind are drawn.

    Attributes:
        style: width, colour, opacity of new ink.
        smoothing: the stabiliser's mode.
        strength: of the stabiliser, 0 to 1.
        pressure: the response to the pen's pressure.
        taper_px: length in which a stroke becomes thin at its ends, document px.
        tilt: how much a tilted pen broadens the ink, 0 (not at all) to 1 (`BROADEST` times).
        predicts: whether live ink is drawn a little ahead of the pen.
    """

    style: InkStyle
    smoothing: Smoothing = Smoothing.WEIGHTED
    strength: float = DEFAULT_STRENGTH
    pressure: PressureCurve = LINEAR
    taper_px: float = 0.0
    tilt: float = 0.0
    predicts: bool = False


DEFAULT_INK = {
    InkKind.PEN: InkOptions(InkStyle(3.0, "#000000", 1.0)),
    InkKind.PENCIL: InkOptions(
        InkStyle(2.0, "#3c3c3c", 0.75), pressure=PressureCurve(((0.0, 0.1), (1.0, 0.7))), tilt=0.6
    ),
    # As broad however hard one presses.
    InkKind.MARKER: InkOptions(
        InkStyle(18.0, "#ffd23c", 0.5), pressure=PressureCurve(((0.0, 0.5), (1.0, 0.5)))
    ),
}
