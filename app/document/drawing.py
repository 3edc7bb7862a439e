"""A drawing: a page, its layers and its strokes, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from app.document.guides import MAX_GUIDES, Guide, tidy
from app.document.layer import MAX_LAYERS, Layer
from app.document.stroke import Stroke, to_grid_number
from app.translation import tr
from engine.errors import InputError
from engine.strokes import Bounds

DEFAULT_WIDTH_PX = 1024.0
DEFAULT_HEIGHT_PX = 768.0
MAX_SIDE_PX = 100_000.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The strokes in drawing order on a white page; the id of a stroke is its place, from 0.

    Every stroke names its layer (`Stroke.layer`), so an edit that knows nothing of layers leaves
    each stroke on its own, and an undo step needs no second list beside the strokes. A stroke of
    a layer that is not here (a pasted one, say) is moved to the active layer. What is painted
    when is in `app.document.stacking`; changes of layers are in `app.document.layering`.

    Strokes are shared with the drawings an edit was made from. The page's sides are rounded to
    1/1000 px.

    Attributes:
        layers: from the bottom to the top; at least one, with different ids.
        active: the id of the layer that new strokes go to.
        guides: in the order in which they were added; see `app.document.guides`.

    Raises:
        InputError: on a page without area or with a side over `MAX_SIDE_PX`, or on too many layers
            or guides.
        ValueError: on layers with the same id, or an active one that is not there.
    """

    strokes: tuple[Stroke, ...] = ()
    width_px: float = DEFAULT_WIDTH_PX
    height_px: float = DEFAULT_HEIGHT_PX
    layers: tuple[Layer, ...] = (Layer(),)
    active: int = 0
    guides: tuple[Guide, ...] = ()

    def __post_init__(self) -> None:
        for name in ("width_px", "height_px"):
            side = to_grid_number(getattr(self, name))
            if not 0 < side <= MAX_SIDE_PX:
                raise InputError(tr("A page cannot have a side of {side:g} px.").format(side=side))
            object.__setattr__(self, name, side)
        ids = {layer.id for layer in self.layers}
        if len(self.layers) > MAX_LAYERS:
            raise InputError(
                tr("A drawing can have {max_layers} layers at most.").format(max_layers=MAX_LAYERS)
            )
        if len(self.guides) > MAX_GUIDES:
            raise InputError(
                tr("A drawing can have {max_guides} guides at most.").format(max_guides=MAX_GUIDES)
            )
        object.__setattr__(self, "guides", tidy(self.guides))
        if len(ids) < len(self.layers) or self.active not in ids:
            raise ValueError("a drawing needs layers with different ids, one of them active")
        if not ids.issuperset({stroke.layer for stroke in self.strokes}):
            homes = (s if s.layer in ids else s.on_layer(self.active) for s in self.strokes)
            object.__setattr__(self, "strokes", tuple(homes))

    @property
    def active_layer(self) -> Layer:
        """The layer that new strokes go to."""
        return self.layer(self.active)

    def layer(self, layer_id: int) -> Layer:
        """The layer of this id.

        Raises:
            KeyError: if there is none.
        """
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(f"no layer {layer_id}")

    def adding(self, *strokes: Stroke) -> Drawing:
        """With `strokes` drawn last, on the active layer.

        Raises:
            InputError: if that layer is locked or hidden.
        """
        self.check_drawable()
        added = (stroke.on_layer(self.active) for stroke in strokes)
        return self._having((*self.strokes, *added))

    def check_drawable(self) -> None:
        """Raise `InputError`, which says why, if nothing can be drawn on the active layer."""
        layer = self.active_layer
        if not layer.editable:
            state = tr("locked") if layer.locked else tr("hidden")
            raise InputError(
                tr("The layer {name} is {state}; choose another one to draw on.").format(
                    name=layer.name, state=state
                )
            )

    def without(self, ids: Iterable[int]) -> Drawing:
        """Without the strokes of these ids; `self` if there are none.

        Raises:
            IndexError: if the drawing has no such stroke.
            InputError: if one of them is on a locked layer.
        """
        gone = set(ids)
        if not gone:
            return self
        self._check_ids(gone)
        keeps = [True] * len(self.strokes)
        for stroke_id in gone:
            keeps[stroke_id] = False
        return self._having(tuple(compress(self.strokes, keeps)))

    def replacing(self, strokes: Mapping[int, Stroke]) -> Drawing:
        """With other strokes in the places of these ids; `self` if there are none.

        Raises:
            IndexError: if the drawing has no such stroke.
            InputError: if one of them is on a locked layer.
        """
        if not strokes:
            return self
        self._check_ids(strokes)
        changed = list(self.strokes)
        for stroke_id, stroke in strokes.items():
            changed[stroke_id] = stroke
        return replace(self, strokes=tuple(changed))

    def dividing(self, pieces: Mapping[int, Sequence[Stroke]]) -> Drawing:
        """With each of these strokes replaced by its pieces, none or several; `self` if none is.

        Raises:
            IndexError: if the drawing has no such stroke.
            InputError: if one of them is on a locked layer.
        """
        if not pieces:
            return self
        self._check_ids(pieces)
        strokes: list[Stroke] = []
        for i, stroke in enumerate(self.strokes):
            strokes.extend(pieces.get(i, (stroke,)))
        return replace(self, strokes=tuple(strokes))

    def reordered(self, order: Sequence[int]) -> Drawing:
        """With the stroke `order[i]` in place i; `self` if each stays where it is.

        Raises:
            ValueError: if `order` does not name every id once.
        """
        if sorted(order) != list(range(len(self.strokes))):
            raise ValueError("an order names every stroke once")
        if all(i == each for i, each in enumerate(order)):
            return self
        return self._having(tuple(self.strokes[i] for i in order))

    def bounds(self) -> Bounds | None:
        """(x0, y0, x1, y1) of all ink in px, hidden layers included, or None without strokes."""
        if not self.strokes:
            return None
        x0s, y0s, x1s, y1s = zip(*(stroke.bounds() for stroke in self.strokes), strict=True)
        return min(x0s), min(y0s), max(x1s), max(y1s)

    def _having(self, strokes: tuple[Stroke, ...]) -> Drawing:
        """The same with these strokes, all of which are on layers of it: nothing is checked again.

        Going through the layers of 10,000 strokes takes longer than the pen can be let wait.
        """
        other = object.__new__(Drawing)
        for name in Drawing.__slots__:
            object.__setattr__(other, name, getattr(self, name))
        object.__setattr__(other, "strokes", strokes)
        return other

    def _check_ids(self, ids: Iterable[int]) -> None:
        locked = {layer.id: layer for layer in self.layers if layer.locked}
        for stroke_id in ids:
            if not 0 <= stroke_id < len(self.strokes):
                raise IndexError(f"no stroke {stroke_id} in a drawing of {len(self.strokes)}")
            layer = locked.get(self.strokes[stroke_id].layer)
            if layer is not None:
                raise InputError(
                    tr("The layer {name} is locked; its strokes must stay.").format(name=layer.name)
                )
