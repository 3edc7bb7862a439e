"""How the drawing may go on: a ghost over the page after each stroke, taken over by a key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.pen_overlay import PenOverlay
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.panels.redraw_sources import style_of, styled
from app.settings import REDRAW_FREEDOM, REDRAW_GHOST, Settings
from app.translation import tr
from engine.errors import InputError
from engine.sketchembed.messages import FinishPayload, Ghost, Ghosts, Sampling
from engine.strokes import Bounds
from engine.types import Failure, Priority, Result

KIND = "redraw.finish"
DEBOUNCE_MS = 5
"""After a change of the drawing; an undo held down is one question."""
ALTERNATIVES = 3
OPACITY = 0.4
MAX_STROKES = 60
"""Of the drawing's end, what is looked at: the model knows drawings of 64 points."""
NEAR = 0.5
"""Strokes no further apart than this share of the longer one belong together."""


class GoingOn(QObject):
    """Asks after each change how the strokes may go on. GUI thread.

    The latest question wins; the pen's next stroke drops the ghost at once and the question with
    it. Nothing is asked while the ghost is not wanted.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.overlay = PenOverlay(OPACITY, dashed=True)
        self._bridge = bridge
        self._document = document
        self._settings = settings
        self._asked: tuple[Stroke, ...] = ()
        self._ghosts: tuple[Ghost, ...] = ()
        self._at = 0
        self._is_complete = False
        self._fault = ""
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        self._ends = (
            document.subscribe(self._on_change),
            settings.watch(REDRAW_GHOST, lambda _: self._look()),
        )
        self._look()

    @property
    def wanted(self) -> bool:
        """Whether the ghost is to be shown."""
        return self._settings.get(REDRAW_GHOST)

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """The ways to go on, the surest first; none while there is no answer."""
        return self._ghosts

    @property
    def at(self) -> int:
        """The place of the one that is shown."""
        return self._at

    @property
    def text(self) -> str:
        """What there is to say, in one sentence."""
        if not self.wanted:
            return ""
        if self._ghosts:
            return tr("Proposal {place} of {count}.").format(
                place=self._at + 1, count=len(self._ghosts)
            )
        return tr("It looks complete.") if self._is_complete else ""

    def set_wanted(self, wanted: bool) -> None:
        """See `wanted`."""
        self._settings.set(REDRAW_GHOST, wanted)

    def accept(self) -> None:
        """Draw the ghost's strokes, in one undoable step."""
        if not self._ghosts:
            return
        style = style_of(self._asked[-1])
        strokes = styled(self._ghosts[self._at].strokes, style)
        try:
            drawing = self._document.drawing.adding(*strokes)
        except InputError as error:
            self.trouble.emit(str(error))
            return
        self._document.apply(drawing, tr("Go on"))

    def next(self) -> None:
        """Show another way to go on."""
        if self._ghosts:
            self._at = (self._at + 1) % len(self._ghosts)
            self._show()

    def on_pen_down(self) -> None:
        """The user draws on: what the ghost says is of no matter any more."""
        if self.wanted:
            self._bridge.cancel(KIND)
            self._forget()

    def close(self) -> None:
        """Ask nothing more."""
        for end in self._ends:
            end()

    def _on_change(self, change: Change) -> None:
        if change.kind in (ChangeKind.EDIT, ChangeKind.LOAD) and self.wanted:
            self._look()

    def _look(self) -> None:
        """Ask about the drawing as it is now, if a ghost is wanted."""
        self._forget()
        self._asked = last_sketch(self._document.drawing) if self.wanted else ()
        if self._asked:
            lines = tuple(stroke.xy for stroke in self._asked)
            sampling = Sampling(self._settings.get(REDRAW_FREEDOM))
            payload = FinishPayload(lines, variants=ALTERNATIVES, sampling=sampling)
            revision = self._document.revision
            self._bridge.submit(KIND, payload, revision, Priority.LIVE, DEBOUNCE_MS)
        else:
            self._bridge.cancel(KIND)

    def _on_finished(self, result: Result) -> None:
        if result.kind != KIND:
            return
        answer: Ghosts = result.value
        self._ghosts = tuple(ghost for ghost in answer.ghosts if ghost.strokes)
        self._is_complete = not self._ghosts
        self._at, self._fault = 0, ""
        self._show()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind != KIND or failure.cancelled:
            return
        before, self._fault = self._fault, failure.sentence
        # It is asked anew at every stroke, but said once.
        if failure.sentence and failure.sentence != before and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _show(self) -> None:
        if self._ghosts:
            self.overlay.show_lines(self._ghosts[self._at].strokes, style_of(self._asked[-1]))
        else:
            self.overlay.show_lines(())
        self.changed.emit()

    def _forget(self) -> None:
        self._ghosts, self._at, self._is_complete = (), 0, False
        self._show()


def last_sketch(drawing: Drawing) -> tuple[Stroke, ...]:
    """The visible strokes at the drawing's end that lie together, in drawing order.

    A page may hold many things; what goes on is the one that was drawn last.
    """
    hidden = {layer.id for layer in drawing.layers if not layer.visible}
    found: list[Stroke] = []
    box: Bounds | None = None
    for stroke in reversed(drawing.strokes):
        if stroke.layer in hidden:
            continue
        its = stroke.bounds()
        if len(found) == MAX_STROKES or (box is not None and not are_near(box, its)):
            break
        found.append(stroke)
        box = its if box is None else joined(box, its)
    return tuple(reversed(found))


def are_near(box: Bounds, other: Bounds, share: float = NEAR) -> bool:
    """Whether two boxes are no more than `share` of the longest of their sides apart."""
    sides = (each[i + 2] - each[i] for each in (box, other) for i in (0, 1))
    reach = share * max(sides)
    across = max(box[0], other[0]) - min(box[2], other[2])
    down = max(box[1], other[1]) - min(box[3], other[3])
    return max(across, down) <= reach


def joined(box: Bounds, other: Bounds) -> Bounds:
    """The box around both."""
    return (
        min(box[0], other[0]),
        min(box[1], other[1]),
        max(box[2], other[2]),
        max(box[3], other[3]),
    )
