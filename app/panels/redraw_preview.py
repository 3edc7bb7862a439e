"""One drawing of the model on the page: looked at, played stroke by stroke, kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.canvas.pen_overlay import PenOverlay
from app.canvas.playback import Playback
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.panels.redraw_sources import styled, with_others_in_place
from app.settings import REDRAW_SPEED_PX, Settings
from app.tools.base import InkStyle
from engine.errors import InputError
from engine.strokes import FloatArray


@dataclass(frozen=True, eq=False)
class Proposal:
    """A drawing that may be kept.

    Attributes:
        lines: (N, 2) polylines in document px, in drawing order.
        style: of the strokes they become.
        name: of the undo step.
        originals: strokes of the drawing that it may take the place of.
    """

    lines: tuple[FloatArray, ...]
    style: InkStyle
    name: str
    originals: tuple[Stroke, ...] = ()


class Preview(QObject):
    """Shows a `Proposal` over the ink until it is kept or dropped. GUI thread.

    The document stays as it is till then, and one may draw on it all the while.
    """

    changed = Signal()
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.overlay = PenOverlay(halo=True)
        self._document = document
        self._settings = settings
        self._proposal: Proposal | None = None
        self.playback = Playback(settings.get(REDRAW_SPEED_PX), self)
        self.playback.changed.connect(self._on_playback)
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def proposal(self) -> Proposal | None:
        """What is shown."""
        return self._proposal

    @property
    def playing(self) -> bool:
        """Whether the pen moves."""
        return self.playback.playing

    @property
    def paused(self) -> bool:
        """Whether the pen rests somewhere in the middle."""
        return self.playback.is_on and not self.playing

    @property
    def speed(self) -> int:
        """Document px that the pen goes in a second."""
        return self._settings.get(REDRAW_SPEED_PX)

    @property
    def replaced_ids(self) -> frozenset[int]:
        """The strokes that `replace` would replace: those of the originals that are still there."""
        if self._proposal is None or not self._proposal.originals:
            return frozenset()
        wanted = set(map(id, self._proposal.originals))
        strokes = self._document.drawing.strokes
        return frozenset(i for i, stroke in enumerate(strokes) if id(stroke) in wanted)

    def show(self, proposal: Proposal | None) -> None:
        """Show this one, whole, instead of the one before."""
        self._proposal = proposal
        self.overlay.set_stale(False)
        if self.playback.is_on:
            self.playback.stop()
        else:
            self._on_playback()

    def drop(self) -> None:
        """Away with it."""
        self.show(None)

    # --- Playing -------------------------------------------------------------------------------

    def play(self) -> None:
        """Have the pen draw it; from the beginning, unless it rests in the middle."""
        if self._proposal is None:
            return
        if not self.playback.is_on:
            self.playback.begin(self._proposal.lines, self._proposal.style)
        self.playback.play()

    def pause(self) -> None:
        """Have the pen rest where it is."""
        self.playback.pause()

    def toggle_play(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def set_speed(self, speed_px: int) -> None:
        """See `speed`."""
        self._settings.set(REDRAW_SPEED_PX, speed_px)
        self.playback.speed = float(speed_px)

    def _on_playback(self) -> None:
        playback = self.playback
        if playback.is_on and not playback.playing and playback.stroke == playback.strokes:
            playback.stop()  # the pen has come to the end: this comes here once more
            return
        # Played, only what the pen has drawn is seen.
        self._show_whole(not playback.is_on)
        self.changed.emit()

    def _show_whole(self, shown: bool) -> None:
        if self._proposal is not None and shown:
            self.overlay.show_lines(self._proposal.lines, self._proposal.style)
        else:
            self.overlay.show_lines(())

    # --- Keeping -------------------------------------------------------------------------------

    def keep(self) -> None:
        """Add its strokes to the drawing, in one undoable step."""
        if self._proposal is not None:
            strokes = styled(self._proposal.lines, self._proposal.style)
            self._commit(lambda drawing: drawing.adding(*strokes))

    def replace(self) -> None:
        """Put its strokes in the place of the originals, in one undoable step."""
        ids = self.replaced_ids
        if self._proposal is not None and ids:
            strokes = styled(self._proposal.lines, self._proposal.style)
            self._commit(lambda drawing: with_others_in_place(drawing, ids, strokes))

    def _commit(self, edit: Callable[[Drawing], Drawing]) -> None:
        assert self._proposal is not None
        try:
            drawing = edit(self._document.drawing)
        except InputError as error:
            self.trouble.emit(str(error))
            return
        name = self._proposal.name
        self.drop()
        self._document.apply(drawing, name)

    def _on_change(self, change: Change) -> None:
        if change.kind is ChangeKind.LOAD:
            self.drop()
        elif self._proposal is not None and self._proposal.originals:
            # Whether there is something to replace may be another matter now.
            self.changed.emit()

    def close(self) -> None:
        """The program ends."""
        self.playback.stop()
        self._unsubscribe()
