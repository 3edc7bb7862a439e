"""The photo warped to the drawing, or the drawing to the photo, as far as a slider says."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.document.document import Document
from app.document.selection import Selection
from app.panels.latest_worker import LatestWorker
from app.panels.match import MatchSession
from app.panels.matched import Matched, Traces
from app.settings import MATCH_GRID, MATCH_WARPED, Settings
from app.tools.pull import pulled
from app.translation import tr
from engine.correspondence.messages import Correspondence
from engine.correspondence.warping import WarpedPicture, photo_to_drawing, pull_points
from engine.errors import InputError
from engine.photo import Photo
from engine.strokes import FloatArray

WARP = "warp"
"""Work of the worker: the warped photo."""
SIDE_PX = 512
"""Of the warped photo."""


class Warped(StrEnum):
    """What is warped to the other."""

    PHOTO = "photo"
    DRAWING = "drawing"


class Preview(NamedTuple):
    """Lines where strokes would go.

    Attributes:
        places: (N, 2) document px.
        begins: (N,) whether a line begins at this place.
    """

    places: FloatArray
    begins: npt.NDArray[np.bool_]


class MatchWarp(QObject):
    """What is warped, how far, and what comes of it. GUI thread.

    The drawing itself stays as it is until `pull`.
    """

    changed = Signal()
    """Anything shown of it, or of the session, may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        session: MatchSession,
        document: Document,
        selection: Selection,
        settings: Settings,
        worker: LatestWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._document = document
        self._selection = selection
        self._settings = settings
        self._worker = worker
        self._warper = _Warper()
        self._amount = 0.0
        self._image: QImage | None = None
        self._asked: tuple[Matched, float] | None = None
        session.changed.connect(self._refresh)
        self._unsubscribe = selection.subscribe(lambda _: self.changed.emit())

    @property
    def warped(self) -> Warped:
        """What is warped to the other."""
        return Warped(self._settings.get(MATCH_WARPED))

    @property
    def amount(self) -> float:
        """How far, 0 to 1."""
        return self._amount

    @property
    def grid_shown(self) -> bool:
        """Whether the flow is shown as a grid."""
        return self._settings.get(MATCH_GRID)

    @property
    def image(self) -> QImage | None:
        """The photo's square as it is warped; None while it is not."""
        return self._image

    @property
    def photo_amount(self) -> float:
        """How far the photo is warped, 0 to 1."""
        return self._amount if self.warped is Warped.PHOTO else 0.0

    @property
    def drawing_amount(self) -> float:
        """How far the drawing would be pulled, 0 to 1."""
        return self._amount if self.warped is Warped.DRAWING else 0.0

    @property
    def chosen(self) -> frozenset[int]:
        """Ids of the strokes that would be pulled: the selected ones, or all that can be."""
        if self._selection.ids:
            return self._selection.ids
        drawing, editable = self._document.drawing, self._editable()
        return frozenset(i for i, each in enumerate(drawing.strokes) if each.layer in editable)

    @property
    def can_pull(self) -> bool:
        """Whether the drawing as it is now is matched, and something of it can be moved."""
        if self._session.matched is None or self._session.is_stale:
            return False
        editable = self._editable()
        return any(stroke.layer in editable for stroke in self._document.drawing.strokes)

    def preview(self) -> Preview | None:
        """Where the chosen strokes would go; None while the slider is not about that."""
        matched, amount = self._session.matched, self.drawing_amount
        if matched is None or not amount:
            return None
        strokes = self._document.drawing.strokes
        chosen = {id(strokes[i]) for i in self.chosen}
        is_chosen = np.zeros(len(matched.ink), dtype=bool)
        is_chosen[: len(matched.strokes)] = [id(each) in chosen for each in matched.strokes]
        if not is_chosen.any():
            return None
        points = np.repeat(is_chosen, np.diff(matched.ink.starts))
        begins = np.zeros(len(points), dtype=bool)
        begins[matched.ink.starts[:-1]] = True
        return Preview(pulled_by(matched.ink, amount)[points], begins[points])

    def set_warped(self, warped: Warped) -> None:
        """Warp the one or the other."""
        if warped is not self.warped:
            self._settings.set(MATCH_WARPED, warped.value)
            self._refresh()

    def set_amount(self, amount: float) -> None:
        """How far, 0 to 1."""
        if amount != self._amount:
            self._amount = amount
            self._refresh()

    def set_grid_shown(self, shown: bool) -> None:
        """Show the flow as a grid, or not."""
        if shown != self.grid_shown:
            self._settings.set(MATCH_GRID, shown)
            self.changed.emit()

    def pull(self) -> None:
        """Move the chosen strokes to the photo in one undoable step.

        As far as the slider says if it is about the drawing, else all the way.
        """
        matched, ids = self._session.matched, self.chosen
        if matched is None or not self.can_pull:
            return
        fraction = self.drawing_amount or 1.0
        found, box = matched.found, matched.photo_on_page
        move = partial(pull_points, found, fraction=fraction, photo_on_page=box)
        try:
            drawing = pulled(self._document.drawing, ids, move)
        except InputError as error:
            self.trouble.emit(str(error))
            return
        text = tr("Pull stroke to photo")
        if len(ids) > 1:
            text = tr("Pull {number} strokes to photo").format(number=len(ids))
        if self.warped is Warped.DRAWING:
            self.set_amount(0.0)
        self._document.apply(drawing, text)

    def close(self) -> None:
        """No longer follow the selection."""
        self._unsubscribe()

    def _editable(self) -> frozenset[int]:
        """Ids of the layers whose strokes can be moved."""
        return frozenset(each.id for each in self._document.drawing.layers if each.editable)

    def _refresh(self) -> None:
        matched, photo = self._session.matched, self._session.reference.photo
        if matched is None or photo is None or not self.photo_amount:
            self._worker.forget(WARP)
            self._asked = None
            self._show(None)
            return
        asked = matched, self.photo_amount
        if asked != self._asked:
            self._asked = asked
            work = partial(self._warper.image, matched.found, photo.photo, self.photo_amount)
            self._worker.submit(WARP, work, self._take)
        self.changed.emit()

    def _take(self, image: QImage) -> None:
        self._show(image)

    def _show(self, image: QImage | None) -> None:
        self._image = image
        overlay, matched = self._session.reference.overlay, self._session.matched
        if image is None or matched is None:
            overlay.show_instead(None)
        else:
            overlay.show_instead(image, matched.box_on_page(self.photo_amount))
        self.changed.emit()


def pulled_by(traces: Traces, amount: float) -> FloatArray:
    """(N, 2) document px: the traces pulled by an amount from 0 to 1."""
    return np.asarray(traces.page + amount * (traces.pulled - traces.page), np.float64)


class _Warper:
    """Warps photos; the worker's thread. What a photo's warps have in common is kept."""

    def __init__(self) -> None:
        self._known: tuple[Correspondence, WarpedPicture] | None = None

    def image(self, found: Correspondence, photo: Photo, amount: float) -> QImage:
        """The photo's square, warped."""
        if self._known is None or self._known[0] is not found:
            self._known = found, photo_to_drawing(found, photo.rgb, SIDE_PX)
        return image_of(self._known[1].at(amount))


def image_of(rgba: npt.NDArray[np.uint8]) -> QImage:
    """(H, W, 4) uint8 as a picture of its own, in the format that paints fastest. Any thread."""
    height, width, _ = rgba.shape
    content = rgba.tobytes()  # kept until the picture has a copy
    image = QImage(content, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
