"""The layers of the open document: what the Layers dock and menu do, one undo step for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.document.change import Change
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.layering import (
    merged_down,
    place_of,
    with_layer,
    with_layer_at,
    with_new_layer,
    without_layer,
)
from app.translation import tr
from engine.errors import InputError


class Layers(QObject):
    """Acts on the active layer, unless told another one. GUI thread."""

    changed = Signal()
    """The layers, their states or the active one are others."""
    trouble = Signal(str)
    """Something could not be done; one sentence."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._dragged: Drawing | None = None
        self._dragging = False
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def from_top(self) -> tuple[Layer, ...]:
        """As a list shows them."""
        return self._document.drawing.layers[::-1]

    @property
    def active(self) -> Layer:
        """What is drawn on."""
        return self._document.drawing.active_layer

    @property
    def can_remove(self) -> bool:
        """Whether there is another layer besides the active one."""
        return len(self._document.drawing.layers) > 1

    @property
    def can_merge(self) -> bool:
        """Whether there is a layer below the active one."""
        return self._place > 0

    @property
    def can_raise(self) -> bool:
        """Whether there is a layer above the active one."""
        return self._place + 1 < len(self._document.drawing.layers)

    def add(self) -> None:
        """A new layer above the active one."""
        self._apply(with_new_layer, tr("Add layer"))

    def remove(self) -> None:
        """Away with the active layer and its strokes."""
        self._apply(lambda drawing: without_layer(drawing, drawing.active), tr("Remove layer"))

    def merge_down(self) -> None:
        """The active layer's strokes onto the layer below."""
        self._apply(lambda drawing: merged_down(drawing, drawing.active), tr("Merge layers"))

    def raise_(self) -> None:
        """The active layer one place up."""
        self.move(self.active.id, self._place + 1)

    def lower(self) -> None:
        """The active layer one place down."""
        self.move(self.active.id, self._place - 1)

    def move(self, layer_id: int, place: int) -> None:
        """A layer to another place, from 0 at the bottom."""
        self._apply(lambda drawing: with_layer_at(drawing, layer_id, place), tr("Move layer"))

    def choose(self, layer_id: int) -> None:
        """Draw on this layer; no undo step."""
        self._document.choose_layer(layer_id)

    def choose_above(self) -> None:
        """Draw on the next layer above."""
        self._choose_at(self._place + 1)

    def choose_below(self) -> None:
        """Draw on the next layer below."""
        self._choose_at(self._place - 1)

    def rename(self, layer_id: int, name: str) -> None:
        """Another name."""
        layer = self._document.drawing.layer(layer_id)
        self._put(replace(layer, name=name), tr("Rename layer"))

    def set_visible(self, layer_id: int, visible: bool) -> None:
        """Show or hide."""
        layer = self._document.drawing.layer(layer_id)
        self._put(
            replace(layer, visible=visible), tr("Show layer") if visible else tr("Hide layer")
        )

    def set_locked(self, layer_id: int, locked: bool) -> None:
        """Protect the strokes from every edit, or no longer."""
        layer = self._document.drawing.layer(layer_id)
        self._put(replace(layer, locked=locked), tr("Lock layer") if locked else tr("Unlock layer"))

    def begin_drag(self) -> None:
        """The opacities set until `end_drag` are one undo step."""
        self._dragging, self._dragged = True, None

    def end_drag(self) -> None:
        """See `begin_drag`."""
        self._dragging, self._dragged = False, None

    def set_opacity(self, opacity: float) -> None:
        """Fade the active layer as a whole."""
        drawing = self._document.drawing
        faded = with_layer(drawing, replace(self.active, opacity=opacity))
        if faded is drawing:
            return
        if self._dragging and drawing is self._dragged:
            self._document.amend(faded)
        else:
            self._document.apply(faded, tr("Layer opacity"))
        self._dragged = faded

    @property
    def _place(self) -> int:
        drawing = self._document.drawing
        return place_of(drawing, drawing.active)

    def _choose_at(self, place: int) -> None:
        layers = self._document.drawing.layers
        if 0 <= place < len(layers):
            self.choose(layers[place].id)

    def _put(self, layer: Layer, text: str) -> None:
        self._apply(lambda drawing: with_layer(drawing, layer), text)

    def _apply(self, change: Callable[[Drawing], Drawing], text: str) -> None:
        try:
            self._document.apply(change(self._document.drawing), text)
        except InputError as error:
            self.trouble.emit(str(error))

    def _on_change(self, change: Change) -> None:
        old, new = change.old, change.new
        # Edits of strokes share the tuple of layers.
        if old.layers is not new.layers or old.active != new.active:
            self.changed.emit()
