"""What lies over what: layers from the bottom to the top, strokes in drawing order within."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer and the ids of its strokes in drawing order."""

    layer: Layer
    ids: tuple[int, ...]


def sheets(drawing: Drawing) -> tuple[Sheet, ...]:
    """All layers, from the bottom to the top; hidden and empty ones too."""
    if len(drawing.layers) == 1:
        return (Sheet(drawing.layers[0], tuple(range(len(drawing.strokes)))),)
    ids_of: dict[int, list[int]] = {layer.id: [] for layer in drawing.layers}
    for stroke_id, stroke in enumerate(drawing.strokes):
        ids_of[stroke.layer].append(stroke_id)
    return tuple(Sheet(layer, tuple(ids_of[layer.id])) for layer in drawing.layers)


def painted_sheets(drawing: Drawing) -> tuple[Sheet, ...]:
    """The layers of which something is to be seen, from the bottom to the top."""
    return tuple(
        sheet
        for sheet in sheets(drawing)
        if sheet.ids and sheet.layer.visible and sheet.layer.opacity > 0
    )


def visible_ids(drawing: Drawing) -> tuple[int, ...]:
    """Ids, ascending, of the strokes that are not hidden: what a viewer or a model should see."""
    hidden = _hidden(drawing)
    if not hidden:
        return tuple(range(len(drawing.strokes)))
    return tuple(i for i, stroke in enumerate(drawing.strokes) if stroke.layer not in hidden)


def visible_strokes(drawing: Drawing) -> tuple[Stroke, ...]:
    """The strokes of `visible_ids`; the drawing's own tuple if nothing is hidden."""
    hidden = _hidden(drawing)
    if not hidden:
        return drawing.strokes
    return tuple(stroke for stroke in drawing.strokes if stroke.layer not in hidden)


def is_anything_visible(drawing: Drawing) -> bool:
    """Whether there is a stroke that is not hidden. Asked at every change: quick."""
    hidden = _hidden(drawing)
    return any(stroke.layer not in hidden for stroke in drawing.strokes)


def _hidden(drawing: Drawing) -> set[int]:
    """Ids of the layers that are not shown."""
    return {layer.id for layer in drawing.layers if not layer.visible}
