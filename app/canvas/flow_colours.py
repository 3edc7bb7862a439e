"""The colours of a flow's grid: from dark blue over grey to yellow, line by line.

Lightness alone orders them, so they are told apart by every eye and in grey;
`tests/canvas/test_flow_colours.py` measures that. `DOUBT` is for what is matched without
confidence, `MATCH` for what is, `PULL` for where strokes would go.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

FIRST, MIDDLE, LAST = "#0a2472", "#7d7a78", "#f2b701"
MATCH = "#0b74de"
DOUBT = "#5f6368"
PULL = "#b3127d"


def grid_colours(count: int) -> list[QColor]:
    """One colour for each of `count` lines, from the first to the last."""
    stops = np.array([QColor(each).getRgb()[:3] for each in (FIRST, MIDDLE, LAST)])
    at = np.linspace(0, len(stops) - 1, count)
    rows = np.stack([np.interp(at, range(len(stops)), band) for band in stops.T], 1)
    return [QColor(*row) for row in np.rint(rows).astype(int).tolist()]
