"""Photos from files and from the clipboard, decoded beside the GUI thread.

Neither on the GUI thread (a large JPEG takes a second) nor on the engine's (it may be in the
middle of a job, or still loading torch): a photo shows at once whatever the engine does. Pillow,
numpy and Qt release the interpreter lock while they decode and scale, so the pen goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from app.translation import tr
from engine.errors import InputError

if TYPE_CHECKING:
    from engine.photo import Photo

DISPLAY_SIDE_PX = 1600
"""Long side of the copy that is shown; the page is rarely shown larger."""


@dataclass(frozen=True, eq=False)
class LoadedPhoto:
    """A photo for the engine, and a smaller copy of it to show.

    Attributes:
        name: what the user knows it by.
        content: as the content of a picture file, if it comes from none.
    """

    name: str
    photo: Photo
    image: QImage
    content: bytes | None = None

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the photo in px."""
        height, width = self.photo.rgb.shape[:2]
        return width, height


class PhotoLoader(QObject):
    """Loads one photo at a time on a thread of its own; only the latest wish is answered."""

    loaded = Signal(object)
    """A `LoadedPhoto`."""
    failed = Signal(str)
    """One sentence for the user."""
    broke = Signal(object)
    """An exception that is a bug."""

    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="strokewise-photo")
        self._wish = 0
        self._answered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def load(self, path: Path) -> None:
        """Load a picture file."""
        self._submit(lambda: _load_file(path))

    def load_image(self, image: QImage) -> None:
        """Take a picture that is in memory already."""
        self._submit(lambda: _load_image(image))

    def load_bytes(self, content: bytes, name: str) -> None:
        """Take the content of a picture file."""
        self._submit(lambda: _load_bytes(content, name))

    def forget(self) -> None:
        """What is being loaded is no longer wanted."""
        self._wish += 1

    def shutdown(self) -> None:
        """Load nothing more and end the thread."""
        self.forget()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, load: Callable[[], LoadedPhoto]) -> None:
        self._wish += 1
        wish = self._wish

        def work() -> None:
            answer: object
            try:
                answer = load()
            except Exception as error:  # delivered to the GUI thread, which knows what to do
                answer = error
            self._answered.emit(wish, answer)

        self._executor.submit(work)

    def _receive(self, wish: int, answer: object) -> None:
        if wish != self._wish:
            return
        if isinstance(answer, InputError):
            self.failed.emit(str(answer))
        elif isinstance(answer, Exception):
            self.broke.emit(answer)
        else:
            self.loaded.emit(answer)


def _load_file(path: Path) -> LoadedPhoto:
    from engine.photo import load_photo

    return _with_display_copy(path.name, load_photo(path))


def _load_image(image: QImage) -> LoadedPhoto:
    from engine.photo import photo_from_bytes

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PNG keeps transparency; the highest quality means the least compression, so the least time.
    image.save(buffer, "PNG", 100)
    content = bytes(buffer.data().data())
    photo = photo_from_bytes(content, tr("The pasted picture"))
    return replace(_with_display_copy(tr("Pasted picture"), photo), content=content)


def _load_bytes(content: bytes, name: str) -> LoadedPhoto:
    from engine.photo import photo_from_bytes

    return _with_display_copy(name, photo_from_bytes(content, name))


def _with_display_copy(name: str, photo: Photo) -> LoadedPhoto:
    height, width = photo.rgb.shape[:2]
    image = QImage(photo.rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    if max(width, height) > DISPLAY_SIDE_PX:
        image = image.scaled(
            DISPLAY_SIDE_PX,
            DISPLAY_SIDE_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    # A copy of its own, in the format that paints fastest.
    return LoadedPhoto(name, photo, image.convertToFormat(QImage.Format.Format_RGB32))
