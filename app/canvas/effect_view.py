"""A page view that performs the effects of tools."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from app.canvas.guide_lines import GuideLines
from app.canvas.guides_overlay import GuidesOverlay
from app.canvas.hint_overlay import HintOverlay
from app.canvas.live_ink import LiveInk
from app.canvas.page_view import OverlayPlace, PageView
from app.canvas.selection_overlay import SelectionOverlay
from app.document.change import Change
from app.document.document import Document
from app.document.selection import Selection
from app.tools.base import (
    NO_KEYS,
    AskGuide,
    AskText,
    BeginInk,
    Carry,
    Commit,
    Effect,
    EndInk,
    ExtendInk,
    Ghost,
    Guiding,
    Hint,
    Instead,
    Keys,
    PickColour,
    PickSeen,
    Refuse,
    Scene,
    Scroll,
    Select,
)
from app.tools.symmetry import Symmetry
from engine.strokes import FloatArray


class EffectView(PageView):
    """Shows a page, what is selected on it and what the tool in use shows.

    Args:
        selection: of the document's strokes.
    """

    refused = Signal(str)
    """A tool did nothing; one sentence says why."""
    live_changed = Signal()
    """The live stroke has grown; see `CanvasView.live_xy`."""

    colour_picked = Signal(str)
    """The user pointed at a colour, "#rrggbb"."""
    text_asked = Signal(float, float)
    """The user wants to write at this place, document px."""
    guide_asked = Signal(int)
    """The user wants to say where exactly a guide, by its number, is to lie."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.selection = selection
        self._symmetry = Symmetry()
        self.snap_px: float | None = None
        """Spacing of the grid that lines, shapes and moved strokes keep to."""
        self.keeps_to_guides = True
        """Whether ink and moved strokes keep to the guides that are seen."""
        self.guides = GuidesOverlay(document)
        self.add_overlay(self.guides, OverlayPlace.UNDER_INK)
        self.guide_lines = GuideLines(document)
        self.add_overlay(self.guide_lines, OverlayPlace.OVER_INK)
        self.selection_overlay = SelectionOverlay(selection)
        self._hints = HintOverlay()
        self.add_overlay(self.selection_overlay, OverlayPlace.OVER_INK)
        self.add_overlay(self._hints, OverlayPlace.OVER_INK)

    def release(self) -> None:
        super().release()
        self.selection_overlay.release()

    @property
    def symmetry(self) -> Symmetry:
        """The mirror axes for new strokes."""
        return self._symmetry

    @symmetry.setter
    def symmetry(self, symmetry: Symmetry) -> None:
        self._symmetry = symmetry
        self.guides.show_axes(symmetry)

    def scene(self, keys: Keys = NO_KEYS) -> Scene:
        """What a tool may look at now."""
        drawing, scale = self._document.drawing, self._viewport.scale
        ids = self.selection.ids
        return Scene(
            drawing,
            self._ink.index,
            scale,
            keys,
            ids,
            self._mirrors(),
            self.snap_px,
            self.guide_lines.guides,
            self.keeps_to_guides,
        )

    def _mirrors(self) -> tuple[FloatArray, ...]:
        drawing = self._document.drawing
        return self.symmetry.mirrors(drawing.width_px, drawing.height_px)

    def _follow(self, change: Change) -> None:
        super()._follow(change)
        if change.guides_changed:
            if len(change.old.guides) != len(change.new.guides):
                self.guide_lines.choose(None)
            self.guide_lines.refresh((*change.old.guides, *change.new.guides))

    def perform(self, effects: tuple[Effect, ...]) -> None:
        """Do what a tool answered, in its order."""
        for effect in effects:
            match effect:
                case Commit(drawing, text):
                    self._document.apply(drawing, text)
                case Select(ids):
                    self.selection.select(ids)
                case Scroll(dx_px, dy_px):
                    self.scroll_by(dx_px * self._viewport.scale, dy_px * self._viewport.scale)
                case Refuse(text):
                    self.refused.emit(text)
                case BeginInk() | ExtendInk() | EndInk():
                    self._perform_ink(effect)
                case _:
                    self._show(effect)

    def _perform_ink(self, effect: BeginInk | ExtendInk | EndInk) -> None:
        match effect:
            case BeginInk(style):
                opacity = self._document.drawing.active_layer.opacity
                self.show_live_copies(self._mirrors())
                self.show_live(LiveInk(style, opacity))
            case ExtendInk(added, tail):
                if self._live is not None and (box := self._live.extend(added, tail)):
                    self.update_live(box)
                self.live_changed.emit()
            case EndInk():
                self.show_live(None)

    def _show(self, effect: Effect) -> None:
        match effect:
            case Ghost(ids):
                self.show_ghosts(ids)
            case Instead(strokes):
                self.show_instead(strokes)
            case Carry(affine):
                self.selection_overlay.carry(affine)
            case Hint(lines):
                self._hints.show_lines(lines)
            case PickColour(colour):
                self.colour_picked.emit(colour)
            case PickSeen(x, y):
                self.colour_picked.emit(self.colour_at(x, y))
            case AskText(x, y):
                self.text_asked.emit(x, y)
            case Guiding(number, instead):
                self.guide_lines.choose(number, instead)
            case AskGuide(number):
                self.guide_asked.emit(number)

    def colour_at(self, x: float, y: float) -> str:
        """The colour that is seen at a place of the page, "#rrggbb"."""
        view_x, view_y = self._viewport.to_view(x, y)
        pixel = QRect(math.floor(view_x), math.floor(view_y), 1, 1)
        return self.grab(pixel).toImage().pixelColor(0, 0).name()
