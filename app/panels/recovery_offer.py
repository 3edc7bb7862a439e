"""Work that a killed program left behind: offered with a picture of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, QSize, Qt, Signal

from app.canvas.thumbnails import drawing_picture
from app.document.recovery import Recoverable
from app.panels.message_bar import Answer, Message, MessageKind
from app.session import Session
from app.translation import tr
from engine.errors import InputError

PICTURE = QSize(192, 108)
"""In px of the device; shown at half the size."""


class RecoveryOffer(QObject):
    """Asks about one work after the other, the newest first. GUI thread.

    The journal is read and the picture painted on a thread of its own: the window does not wait.
    """

    message = Signal(object)
    """A `Message` that asks."""
    picture = Signal(object)
    """The `QImage` of the work that was asked about last."""
    broke = Signal(object)
    """An exception that is a bug."""

    _painted = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Recoverable | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="strokewise-recovery")
        self._painted.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def offer(self) -> None:
        """Ask about the newest work, if there is any."""
        works = self._session.recoverable()
        self._work = works[0] if works else None
        if self._work is None:
            return
        work = self._work
        self._executor.submit(self._paint, work)
        text = tr("Strokewise ended before the changes to {name} were saved.").format(
            name=work.name
        )
        answers = (
            Answer(tr("Restore"), lambda: self._restore(work)),
            Answer(tr("Discard"), lambda: self._discard(work)),
        )
        self.message.emit(Message(text, MessageKind.NOTICE, answers))

    def shutdown(self) -> None:
        """Paint nothing more and end the thread."""
        self._work = None
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _restore(self, work: Recoverable) -> None:
        if self._session.restore(work):
            self.offer()

    def _discard(self, work: Recoverable) -> None:
        work.discard()
        self.offer()

    def _paint(self, work: Recoverable) -> None:
        answer: object
        try:
            answer = drawing_picture(work.drawing(), PICTURE)
        except InputError:
            return  # said when it is to be restored
        except Exception as error:  # delivered to the GUI thread, which knows what to do
            answer = error
        self._painted.emit(work, answer)

    def _receive(self, work: Recoverable, answer: object) -> None:
        if work is not self._work:
            return
        if isinstance(answer, Exception):
            self.broke.emit(answer)
        else:
            self.picture.emit(answer)
