"""Changes of layers: from one drawing to the next, to be committed with `Document.apply`.

Functions that would change nothing return the drawing they were given. An unknown layer id is a
`KeyError`, a place or opacity out of range is clipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.translation import tr
from engine.errors import InputError


def with_new_layer(drawing: Drawing, name: str | None = None) -> Drawing:
    """With an empty layer above the active one, which becomes the active one.

    Raises:
        InputError: if there are too many layers.
    """
    layer_id = max(layer.id for layer in drawing.layers) + 1
    layer = Layer(layer_id, _free_name(drawing) if name is None else name)
    place = place_of(drawing, drawing.active) + 1
    layers = (*drawing.layers[:place], layer, *drawing.layers[place:])
    return replace(drawing, layers=layers, active=layer_id)


def without_layer(drawing: Drawing, layer_id: int) -> Drawing:
    """Without the layer and its strokes; the one below (or else above) becomes the active one.

    Raises:
        InputError: if it is locked, or the only one.
    """
    layer = drawing.layer(layer_id)
    _check_unlocked(layer)
    if len(drawing.layers) == 1:
        raise InputError(tr("The last layer must stay."))
    place = place_of(drawing, layer_id)
    layers = drawing.layers[:place] + drawing.layers[place + 1 :]
    active = drawing.active
    if active == layer_id:
        active = layers[max(place - 1, 0)].id
    strokes = tuple(stroke for stroke in drawing.strokes if stroke.layer != layer_id)
    return replace(drawing, strokes=strokes, layers=layers, active=active)


def with_active(drawing: Drawing, layer_id: int) -> Drawing:
    """With new strokes going to another layer."""
    drawing.layer(layer_id)
    return drawing if drawing.active == layer_id else replace(drawing, active=layer_id)


def with_layer(drawing: Drawing, layer: Layer) -> Drawing:
    """With `layer` in the place of the one of its id: another name, state or opacity."""
    if drawing.layer(layer.id) == layer:
        return drawing
    layers = tuple(layer if each.id == layer.id else each for each in drawing.layers)
    return replace(drawing, layers=layers)


def with_layer_at(drawing: Drawing, layer_id: int, place: int) -> Drawing:
    """With the layer at another place, counted from 0 at the bottom."""
    layer = drawing.layer(layer_id)
    others = [each for each in drawing.layers if each.id != layer_id]
    place = min(max(place, 0), len(others))
    layers = (*others[:place], layer, *others[place:])
    return drawing if layers == drawing.layers else replace(drawing, layers=layers)


def merged_down(drawing: Drawing, layer_id: int) -> Drawing:
    """With the layer's strokes on the layer below it, above whatever was there.

    Their drawing order would put them between the strokes below, so they move behind those. A
    layer's opacity goes into its strokes, which looks the same unless they cross; the layer below
    must look the same too, so it gives its own opacity to its strokes where the two differ.

    Raises:
        InputError: if there is none below, or one of the two is locked or hidden.
    """
    place = place_of(drawing, layer_id)
    if place == 0:
        raise InputError(tr("There is no layer below to merge with."))
    upper, lower = drawing.layers[place], drawing.layers[place - 1]
    for layer in (upper, lower):
        _check_unlocked(layer)
        if not layer.visible:
            raise InputError(
                tr("The layer {name} is hidden; show it to merge it.").format(name=layer.name)
            )
    shared = lower.opacity if lower.opacity == upper.opacity else 1.0
    below = _repainted(lower, lower.id, shared)
    above = _repainted(upper, lower.id, shared)
    ids_above = {i for i, each in enumerate(drawing.strokes) if each.layer == upper.id}
    ids_below = [i for i, each in enumerate(drawing.strokes) if each.layer == lower.id]
    last_below = ids_below[-1] if ids_below else -1
    early = sorted(i for i in ids_above if i < last_below)
    strokes: list[Stroke] = []
    for i, stroke in enumerate(drawing.strokes):
        if i in ids_above and i < last_below:
            continue
        if i in ids_above:
            strokes.append(above(stroke))
        else:
            strokes.append(below(stroke) if stroke.layer == lower.id else stroke)
        if i == last_below:
            strokes.extend(above(drawing.strokes[k]) for k in early)
    layers = (
        *drawing.layers[: place - 1],
        replace(lower, opacity=shared),
        *drawing.layers[place + 1 :],
    )
    active = lower.id if drawing.active == upper.id else drawing.active
    return replace(drawing, strokes=tuple(strokes), layers=layers, active=active)


def with_strokes_on(drawing: Drawing, ids: Iterable[int], layer_id: int) -> Drawing:
    """With these strokes on another layer; their drawing order stays.

    Raises:
        IndexError: if the drawing has no such stroke.
        InputError: if a layer they come from, or go to, is locked.
    """
    _check_unlocked(drawing.layer(layer_id))
    moved = {i: drawing.strokes[i].on_layer(layer_id) for i in ids}
    if all(stroke is drawing.strokes[i] for i, stroke in moved.items()):
        return drawing
    return drawing.replacing(moved)


def place_of(drawing: Drawing, layer_id: int) -> int:
    """The layer's place, from 0 at the bottom; `KeyError` if there is none."""
    return drawing.layers.index(drawing.layer(layer_id))


def _repainted(layer: Layer, layer_id: int, shared: float) -> Callable[[Stroke], Stroke]:
    """Strokes of `layer` as they are on the layer `layer_id` of opacity `shared`."""

    def repaint(stroke: Stroke) -> Stroke:
        if layer.opacity != shared:
            stroke = stroke.with_style(opacity=stroke.opacity * layer.opacity)
        return stroke.on_layer(layer_id)

    return repaint


def _check_unlocked(layer: Layer) -> None:
    if layer.locked:
        raise InputError(tr("The layer {name} is locked.").format(name=layer.name))


def _free_name(drawing: Drawing) -> str:
    """ "Layer N" with the first N from the number of layers on that no layer has."""
    taken = {layer.name for layer in drawing.layers}
    number = len(drawing.layers) + 1
    while tr("Layer {number}").format(number=number) in taken:
        number += 1
    return tr("Layer {number}").format(number=number)
