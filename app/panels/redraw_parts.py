"""All that draws again, goes on, blends and knows symbols, put together when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.page_view import OverlayPlace
from app.canvas.view import CanvasView
from app.document.document import Document
from app.document.selection import Selection
from app.panels.blending import BlendSession
from app.panels.going_on import GoingOn
from app.panels.redraw_preview import Preview
from app.panels.redraw_sources import Chosen, SourceChoice, SourceKind, strokes_chosen, styled
from app.panels.redrawing import RedrawSession
from app.panels.reference import ReferencePhoto
from app.panels.symbol_recogniser import SymbolRecogniser, placed
from app.panels.symbols import Symbols
from app.selection_edits import SelectionEdits
from app.tool_settings import ToolSettings
from app.translation import tr

if TYPE_CHECKING:
    from app.settings import Settings

SYMBOL_SHARE = 0.25
"""Of the page's shorter side, what an inserted symbol fills."""


class Redraw(QObject):
    """Owns the parts and ties them to the canvas. GUI thread.

    Args:
        symbols_path: where the user's symbols are kept.
    """

    trouble = Signal(str)
    """One sentence for the user, from any of the parts."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        selection_edits: SelectionEdits,
        reference: ReferencePhoto,
        tools: ToolSettings,
        settings: Settings,
        symbols_path: Path,
        canvas: CanvasView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reference = reference
        self._document = document
        self._edits = selection_edits
        self._tools = tools
        self._canvas = canvas
        self._faded: frozenset[int] = frozenset()
        selection: Selection = selection_edits.selection
        self.sources = SourceChoice(document, selection, reference, lambda: tools.ink.style, self)
        self.preview = Preview(document, settings, self)
        self.session = RedrawSession(bridge, document, self.sources, self.preview, settings, self)
        self.going_on = GoingOn(bridge, document, settings, self)
        self.blend = BlendSession(bridge, document, self.preview, settings, self)
        self.symbols = Symbols(symbols_path, self)
        self.recogniser = SymbolRecogniser(bridge, document, self.symbols, settings, self)
        for part in (
            self.preview,
            self.session,
            self.going_on,
            self.blend,
            self.symbols,
            self.recogniser,
        ):
            part.trouble.connect(self.trouble)
        for overlay in (
            self.going_on.overlay,
            self.preview.overlay,
            self.preview.playback.overlay,
        ):
            canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
        self.preview.changed.connect(self._fade)
        canvas.gesture_began.connect(self.going_on.on_pen_down)
        canvas.gesture_began.connect(self.recogniser.on_pen_down)
        canvas.gesture_ended.connect(self.recogniser.on_pen_up)
        canvas.gesture_ended.connect(self._fade_again)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that any of the parts could work with."""
        return not (self.sources.kinds or self.symbols.book.symbols or self.blend.slots)

    @property
    def to_teach(self) -> Chosen | None:
        """What is taught as a symbol now: the selected strokes, or else what was just drawn."""
        selected = self.sources.chosen(SourceKind.SELECTION)
        if selected is not None:
            return selected
        just_drawn = self.recogniser.just_drawn
        return strokes_chosen(just_drawn) if just_drawn else None

    def teach(self, name: str) -> bool:
        """Teach a symbol, or one more example of it; returns whether that was done."""
        chosen = self.to_teach
        if chosen is None:
            self.trouble.emit(tr("Draw the symbol first, or select its strokes."))
            return False
        return self.symbols.teach(name, tuple(stroke.xy for stroke in chosen.originals))

    def insert(self, name: str) -> None:
        """Draw a symbol's clean version in the middle of the page, selected, to be moved."""
        drawing = self._document.drawing
        half = SYMBOL_SHARE * min(drawing.width_px, drawing.height_px) / 2
        x, y = drawing.width_px / 2, drawing.height_px / 2
        lines = placed(self.symbols.book.get(name).clean, (x - half, y - half, x + half, y + half))
        strokes = styled(lines, self._tools.ink.style)
        self._edits.place(strokes, tr("Symbol {name}").format(name=name))

    def close(self) -> None:
        """Ask and work no more."""
        self.sources.release()
        for part in (self.preview, self.session, self.going_on, self.recogniser):
            part.close()
        self.symbols.shutdown()

    def _fade(self) -> None:
        """Show the originals faded while the preview may take their place."""
        faded = self.preview.replaced_ids
        if faded or self._faded:
            self._canvas.show_ghosts(faded)
        self._faded = faded

    def _fade_again(self) -> None:
        """A tool may have shown all strokes plainly."""
        if self._faded:
            self._fade()
