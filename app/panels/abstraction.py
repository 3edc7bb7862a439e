"""From a photo to a sketch of n strokes: what the Abstract dock shows and does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.bridge.engine_bridge import EngineBridge
from app.canvas.outline import FloatArray
from app.canvas.sketch_overlay import SketchOverlay
from app.document.document import Document
from app.document.stroke import Stroke
from app.panels.engine_texts import spoken
from app.panels.photo_loader import LoadedPhoto
from app.panels.reference import ReferencePhoto
from app.translation import tr
from engine.abstraction.messages import Abstraction, AbstractPayload
from engine.errors import InputError
from engine.types import Failure, ProgressOf, Result

KIND = "abstract"
RESTART_AFTER_MS = 400
"""The slider must rest this long before a new sketch begins."""
MIN_STROKES = 4


class Phase(Enum):
    """What is going on."""

    EMPTY = "empty"
    """No photo."""
    LOADING = "loading"
    """A photo is being read."""
    RUNNING = "running"
    """The engine draws."""
    IDLE = "idle"
    """A photo, and nothing going on."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """A sketch on the page: (n, 4, 2) control points and the width of its lines, document px."""

    beziers: FloatArray
    width_px: float

    def strokes(self) -> tuple[Stroke, ...]:
        """As strokes of a drawing."""
        return tuple(Stroke.from_beziers(each, self.width_px) for each in self.beziers)


class AbstractionSession(QObject):
    """One photo, one sketch in the making. GUI thread.

    The sketch is a preview on the canvas until `keep`; the document stays as it is till then, and
    one may draw on it all the while. The best sketch so far outlives `cancel`.

    Args:
        reference: the photo that is sketched.
        strokes: number of strokes to begin with.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        reference: ReferencePhoto,
        strokes: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sketch_overlay = SketchOverlay()
        self._bridge = bridge
        self._document = document
        self._reference = reference
        self.encoder = "bundled"
        """The encoder that the next sketch is optimised with."""
        self._strokes = strokes
        self._phase = Phase.EMPTY
        self._sketch: Sketch | None = None
        self._starts_with_photo = False
        self._fraction = 0.0
        self._text = ""
        reference.loading.connect(self._on_loading)
        reference.changed.connect(self._on_photo)
        reference.stayed.connect(self._on_stayed)
        reference.shown_changed.connect(lambda _: self.changed.emit())
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def phase(self) -> Phase:
        """What is going on."""
        return self._phase

    @property
    def photo(self) -> LoadedPhoto | None:
        """The photo on the page."""
        return self._reference.photo

    @property
    def strokes(self) -> int:
        """How many strokes the next sketch has."""
        return self._strokes

    @property
    def sketch(self) -> Sketch | None:
        """The best sketch so far."""
        return self._sketch

    @property
    def fraction(self) -> float:
        """How far the engine is, 0 to 1."""
        return self._fraction

    @property
    def text(self) -> str:
        """What the engine is at; what came of it once it is done."""
        return self._text

    @property
    def can_start(self) -> bool:
        """Whether there is a photo to begin with."""
        return self._phase is Phase.IDLE

    @property
    def can_cancel(self) -> bool:
        """Whether anything is going on."""
        return self._phase in (Phase.LOADING, Phase.RUNNING)

    @property
    def can_keep(self) -> bool:
        """Whether there is a sketch to keep."""
        return self._sketch is not None

    @property
    def photo_shown(self) -> bool:
        """Whether the photo lies on the page."""
        return self._reference.is_shown

    def open_photo(self, path: Path) -> None:
        """Read a photo and begin to sketch it."""
        self._starts_with_photo = True
        self._reference.load(path)

    def open_image(self, image: QImage) -> None:
        """Begin to sketch a picture from the clipboard."""
        self._starts_with_photo = True
        self._reference.load_image(image)

    def set_strokes(self, strokes: int) -> None:
        """Another number of strokes; begins anew once the number stays for a moment."""
        if strokes == self._strokes:
            return
        self._strokes = strokes
        if self._phase is Phase.RUNNING or (self.can_start and self.can_keep):
            self._submit(RESTART_AFTER_MS)
        self.changed.emit()

    def set_photo_shown(self, shown: bool) -> None:
        """Show or hide the faded photo."""
        self._reference.set_shown(shown)

    def start(self) -> None:
        """Sketch the photo anew."""
        if self.can_start:
            self._submit(0)

    def cancel(self) -> None:
        """Stop; the best sketch so far stays."""
        self._reference.give_up()
        self._bridge.cancel(KIND)

    def keep(self) -> None:
        """Draw the sketch: its strokes become part of the drawing, in one undoable step."""
        sketch = self._sketch
        if sketch is None:
            return
        strokes = sketch.strokes()
        try:
            drawing = self._document.drawing.adding(*strokes)
        except InputError as error:
            self.trouble.emit(str(error))
            return
        self._bridge.cancel(KIND)
        self._show_sketch(None)
        self.set_photo_shown(False)
        self._rest(tr("Kept {count} strokes.").format(count=len(strokes)))
        self._document.apply(drawing, tr("Sketch of {count} strokes").format(count=len(strokes)))

    def remove_photo(self) -> None:
        """Away with photo and preview."""
        self._reference.remove()

    def _on_loading(self) -> None:
        self._bridge.cancel(KIND)
        self._phase, self._fraction, self._text = Phase.LOADING, 0.0, tr("Reading the photo")
        self.changed.emit()

    def _on_photo(self) -> None:
        self._bridge.cancel(KIND)
        self._show_sketch(None)
        # A photo that somebody else put on the page is not sketched before the user asks.
        starts, self._starts_with_photo = self._starts_with_photo, False
        if starts and self.photo is not None:
            self._submit(0)
        else:
            self._rest("")

    def _on_stayed(self) -> None:
        self._starts_with_photo = False
        self._rest("")

    def _submit(self, debounce_ms: int) -> None:
        photo = self.photo
        assert photo is not None
        self._phase, self._fraction, self._text = Phase.RUNNING, 0.0, tr("Starting")
        self.sketch_overlay.set_stale(True)
        payload = AbstractPayload(photo.photo.rgb, self._strokes, encoder=self.encoder)
        self._bridge.submit(KIND, payload, debounce_ms=debounce_ms)
        self.changed.emit()

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind != KIND:
            return
        self._fraction, self._text = message.progress.fraction, spoken(message.progress.text)
        if message.progress.preview is not None:
            self._take(message.progress.preview)
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == KIND:
            self._take(result.value)
            self._rest(tr("Done in {seconds:.0f} s.").format(seconds=result.value.seconds))

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind != KIND:
            return
        self._rest(tr("Stopped.") if failure.cancelled else "")
        if failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _take(self, answer: Abstraction) -> None:
        """Put the engine's sketch, in px of the photo, onto the page."""
        placement = self._reference.placement
        assert placement is not None
        self.sketch_overlay.set_stale(False)
        self._show_sketch(
            Sketch(placement.to_page(answer.beziers), answer.width_px * placement.scale)
        )

    def _show_sketch(self, sketch: Sketch | None) -> None:
        self._sketch = sketch
        if sketch is None:
            self.sketch_overlay.show_sketch(None)
        else:
            self.sketch_overlay.show_sketch(sketch.beziers, sketch.width_px)

    def _rest(self, text: str) -> None:
        self._phase = Phase.EMPTY if self.photo is None else Phase.IDLE
        self._fraction, self._text = 0.0, text
        self.sketch_overlay.set_stale(False)
        self.changed.emit()
