"""The place that the pointer is at, on the page and on the photo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.document.document import Document
from app.panels.match import MatchSession
from app.panels.match_warp import MatchWarp
from app.panels.matched import SURE, Matched
from engine.correspondence.messages import Correspondence
from engine.strokes import FloatArray

Place = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Spot:
    """One place twice, and the stroke that is there.

    Attributes:
        page: of the pointer, or where what it is at lies on the drawing; document px.
        photo: the same on the photo, px of it.
        confidence: of this match, in [0, 1].
        line: of `Matched.ink`, the stroke that is there; None if there is none.
        matched: what all this is known from.
    """

    page: Place
    photo: Place
    confidence: float
    line: int | None
    matched: Matched

    @property
    def is_sure(self) -> bool:
        """Whether the place is matched with confidence."""
        return self.confidence >= SURE


class MatchHover(QObject):
    """Follows the pointer over the canvas and over the dock's photo. GUI thread.

    All it needs lies in arrays already: it is asked at each move of the pointer.

    Args:
        stroke_at: the id of the stroke at a place of the page (document px), or None.
    """

    changed = Signal()

    def __init__(
        self,
        session: MatchSession,
        warp: MatchWarp,
        document: Document,
        stroke_at: Callable[[Place], int | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._warp = warp
        self._document = document
        self._stroke_at = stroke_at
        self._spot: Spot | None = None
        session.changed.connect(self._check)

    @property
    def spot(self) -> Spot | None:
        """What the pointer is at; None for nothing."""
        return self._spot

    def over_page(self, x: float, y: float) -> None:
        """The pointer is over the drawing, document px."""
        matched = self._session.matched
        stroke_id = None if matched is None else self._stroke_at((x, y))
        if matched is None or stroke_id is None:
            self.leave()
            return
        photo, confidence = matched.found.to_photo([[x, y]])
        line = matched.line_of.get(id(self._document.drawing.strokes[stroke_id]))
        self._show(Spot((x, y), _place(photo), float(confidence[0]), line, matched))

    def over_photo(self, x: float, y: float, reach: float) -> None:
        """The pointer is over the dock's picture.

        Args:
            x, y: px of the photo's square as it is shown, warped maybe.
            reach: how near a stroke must be, in the same px.
        """
        matched = self._session.matched
        if matched is None:
            return
        shown, amount = np.array([[x, y]]), self._warp.photo_amount
        photo, page, confidence = _seen_at(matched.found, shown, amount)
        line = None
        if len(matched.ink.page):
            away = np.square(as_shown(matched, matched.ink.photo, matched.ink.page, amount) - shown)
            nearest = int(away.sum(1).argmin())
            if away[nearest].sum() <= reach**2:
                line = matched.ink.line_of(nearest)
        self._show(Spot(_place(page), _place(photo), confidence, line, matched))

    def leave(self) -> None:
        """The pointer is at nothing."""
        if self._spot is not None:
            self._spot = None
            self.changed.emit()

    def _show(self, spot: Spot) -> None:
        self._spot = spot
        self.changed.emit()

    def _check(self) -> None:
        if self._spot is not None and self._spot.matched is not self._session.matched:
            self.leave()


def _seen_at(
    found: Correspondence, shown: FloatArray, amount: float
) -> tuple[FloatArray, FloatArray, float]:
    """What is at a (1, 2) place of the photo's square while it is warped.

    Returns:
        Its (1, 2) places in px of the photo and in document px, and how sure that is.
    """
    layout = found.photo_square.to_unit(shown)
    whole = found.forward(layout).points
    photo = found.photo_square.to_px(layout + amount * (whole - layout))
    page, confidence = found.to_sketch(np.concatenate([photo, found.photo_square.to_px(whole)]))
    # Wholly warped, the square is laid out like the drawing, whatever the way back says.
    page = page[:1] + amount * (found.sketch_square.to_px(layout) - page[1:])
    return photo, page, float(confidence[0])


def as_shown(matched: Matched, photo: FloatArray, page: FloatArray, amount: float) -> FloatArray:
    """(N, 2) places on the photo's square while it is warped by `amount`, px of the photo.

    Args:
        photo, page: (N, 2), the same places in px of the photo and in document px.
    """
    if not amount:
        return photo
    return np.asarray(photo + amount * (matched.on_photo_square(page) - photo), np.float64)


def _place(points: FloatArray) -> Place:
    x, y = points[0].tolist()
    return x, y
