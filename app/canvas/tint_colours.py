"""The colours of attribution: blue helps, grey does not matter, orange hurts.

Blue and orange stay apart for people who see no red or no green, and as the blue is darker than the
orange also in grey; `tests/canvas/test_tint_colours.py` measures that.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

STEPS = 24
"""Shades on each side of the neutral one: too fine to see, and few enough that a score which
hardly changes keeps its shade, so that nothing needs to be painted again."""

HELPS = "#1554c8"
NEUTRAL = "#a8a8a8"
HURTS = "#f58200"


def steps_of(levels: npt.ArrayLike) -> npt.NDArray[np.int8]:
    """Levels from -1 (hurts most) to 1 (helps most) as shades from -STEPS to STEPS.

    Shades spread with the square root of the level: a stroke of a tenth of the largest score is
    still told from one that does not matter.
    """
    clipped = np.clip(np.nan_to_num(np.asarray(levels, np.float64)), -1.0, 1.0)
    spread = np.sign(clipped) * np.sqrt(np.abs(clipped))
    return np.rint(spread * STEPS).astype(np.int8)


def _shades() -> dict[int, QColor]:
    neutral = np.array(QColor(NEUTRAL).getRgb()[:3])
    shades = {}
    for step in range(-STEPS, STEPS + 1):
        end = np.array(QColor(HELPS if step > 0 else HURTS).getRgb()[:3])
        share = abs(step) / STEPS
        shades[step] = QColor(*np.rint(neutral + share * (end - neutral)).astype(int).tolist())
    return shades


SHADES = _shades()
"""The colour of each step."""
