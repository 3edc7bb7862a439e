"""Show it as a photo: the library's best match, warped to the drawing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from app.bridge.engine_bridge import EngineBridge
from app.document.document import Document
from app.document.stacking import visible_strokes
from app.panels.latest_worker import LatestWorker
from app.panels.match_warp import image_of
from app.panels.photo_library import PhotoLibrary
from app.panels.reference import ReferencePhoto
from app.translation import tr
from engine.correspondence.messages import ShowAsPhotoPayload, ShownAsPhoto
from engine.types import Failure, Result

SHOW = "correspond.show"
NOTHING_DRAWN = tr("Draw something first: then a photo can be found for it.")
NO_PHOTOS = tr("Add photos of your own in the Photos dock first.")
PICTURE = "shown as a photo"
"""Work of the worker: the picture of the answer."""


class ShowAsPhoto(QObject):
    """One search at a time; its answer stays until the next, or until it is put away. GUI thread.

    The answer is of the drawing as it was when it was asked; one may draw on meanwhile.
    """

    changed = Signal()
    trouble = Signal(str)
    """One sentence for the user."""
    notice = Signal(str)
    """One sentence for the user; nothing is wrong."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        library: PhotoLibrary,
        reference: ReferencePhoto,
        worker: LatestWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.encoder = "bundled"
        self._bridge = bridge
        self._document = document
        self._library = library
        self._reference = reference
        self._worker = worker
        self._shown: ShownAsPhoto | None = None
        self._picture: QImage | None = None
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.busy_changed.connect(lambda _: self.changed.emit())

    @property
    def is_busy(self) -> bool:
        """Whether a photo is being looked for."""
        return SHOW in self._bridge.busy

    @property
    def shown(self) -> ShownAsPhoto | None:
        """The answer."""
        return self._shown

    @property
    def picture(self) -> QImage | None:
        """The drawing as a photo."""
        return self._picture

    def start(self) -> None:
        """Look for the photo that fits best; says so if there is nothing to look by, or in."""
        lines = tuple(stroke.xy for stroke in visible_strokes(self._document.drawing))
        if not lines:
            self.notice.emit(NOTHING_DRAWN)
            return
        if not self._library.photos:
            self.notice.emit(NO_PHOTOS)
            return
        payload = ShowAsPhotoPayload(lines, self._library.folder, encoder=self.encoder)
        self._bridge.submit(SHOW, payload)

    def use(self) -> None:
        """Make the photo the reference photo."""
        if self._shown is not None:
            self._reference.load(self._shown.hit.path)
            self.put_away()

    def put_away(self) -> None:
        """Show it no longer."""
        self._worker.forget(PICTURE)
        self._shown = self._picture = None
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == SHOW:
            shown: ShownAsPhoto = result.value

            def take(picture: QImage) -> None:
                self._shown, self._picture = shown, picture
                self.changed.emit()

            self._worker.submit(PICTURE, lambda: picture_of(shown), take)

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == SHOW and failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)


def picture_of(shown: ShownAsPhoto) -> QImage:
    """The warped photo on white. Any thread."""
    photo = image_of(shown.rgba)
    picture = QImage(photo.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.drawImage(0, 0, photo)
    painter.end()
    return picture
