"""Text as strokes along the outlines of its letters."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from app.document.stroke import Stroke
from app.tools.base import InkStyle
from engine.strokes import FloatArray

MAX_CHARS = 2000


def text_strokes(text: str, font: QFont, x: float, y: float, style: InkStyle) -> list[Stroke]:
    """A chain of Beziers for each contour of each letter.

    Args:
        text: lines are separated by newlines; beyond `MAX_CHARS` it is cut.
        font: with a size in pixels, which are document px.
        x, y: where the base line of the first line begins.
    """
    path = QPainterPath()
    line_px = QFontMetricsF(font).lineSpacing()
    for number, line in enumerate(text[:MAX_CHARS].splitlines()):
        path.addText(QPointF(x, y + number * line_px), font, line)
    return [
        Stroke.from_beziers(chain, style.width_px, style.colour, style.opacity)
        for chain in _chains(path)
    ]


def _chains(path: QPainterPath) -> Iterator[FloatArray]:
    """(K, 4, 2) of each subpath; straight pieces as cubics with their handles on the way."""
    chain: list[FloatArray] = []
    here = np.zeros(2)
    i = 0
    while i < path.elementCount():
        element = path.elementAt(i)
        place = np.array([element.x, element.y])
        if element.isMoveTo():
            if chain:
                yield np.array(chain)
            chain = []
        elif element.isLineTo():
            if (place != here).any():
                chain.append(here + np.array([[0], [1 / 3], [2 / 3], [1]]) * (place - here))
        else:
            # A curve's two other points follow it.
            second, end = (path.elementAt(i + k) for k in (1, 2))
            end_place = np.array([end.x, end.y])
            chain.append(np.array([here, place, (second.x, second.y), end_place]))
            place = end_place
            i += 2
        here = place
        i += 1
    if chain:
        yield np.array(chain)
