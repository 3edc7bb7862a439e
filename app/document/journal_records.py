"""The lines of a journal: what one change made of a drawing, as JSON.

A record says of which parts the new drawing consists, in drawing order: a pair [start, end] is a
run of strokes of the drawing before, a triple [start, end, layer] such a run on another layer, an
object is a new stroke. So one form serves a stroke added ([[0, 41], {...}]), an erasing, any undo
or redo, and, without any run, a checkpoint. Numbers are whole thousandths, which is what strokes
keep. "layers", "active" and "guides" are there if they changed; records of version 1 have none of
them. A guide is [whether it is level, its place].

A stroke's numbers are a list or, for speed, the base64 text of little-endian 32-bit integers: at
pen-up nothing may wait for a line of text, nor when a drawing of thousands of strokes is opened.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import numpy as np

from app.document.change import common_ends
from app.document.drawing import Drawing
from app.document.guides import Guide
from app.document.layer import Layer
from app.document.stroke import GRID_STEPS_PER_UNIT, Stroke
from engine.strokes import FloatArray

_PACKED = np.dtype("<i4")
_LARGEST_PACKED = np.iinfo(_PACKED).max


def checkpoint_line(drawing: Drawing) -> bytes:
    """The record that makes `drawing` out of nothing, with its newline."""
    return change_line(Drawing(), drawing)


def change_line(old: Drawing, new: Drawing) -> bytes:
    """The record that makes `new` out of `old`, with its newline."""
    record: dict[str, Any] = {
        "page": _steps([new.width_px, new.height_px]),
        "parts": _parts(old.strokes, new.strokes),
    }
    if new.layers != old.layers:
        record["layers"] = [_layer_fields(layer) for layer in new.layers]
    if new.active != old.active:
        record["active"] = new.active
    if new.guides != old.guides:
        record["guides"] = [[int(level), *_steps([at_px])] for level, at_px in new.guides]
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def changed(old: Drawing, line: bytes) -> Drawing:
    """The drawing that a record makes out of `old`.

    Raises:
        ValueError: if the line is not a whole record, or none that fits `old`.
    """
    try:
        record = json.loads(line)
        strokes: list[Stroke] = []
        for part in record["parts"]:
            strokes += [_stroke(part)] if isinstance(part, dict) else _run(old.strokes, *part)
        width_px, height_px = _numbers(record["page"])
        layers = tuple(_layer(*fields) for fields in record.get("layers", ())) or old.layers
        active = record.get("active", old.active)
        guides = record.get("guides")
        return Drawing(
            tuple(strokes),
            float(width_px),
            float(height_px),
            layers,
            active,
            old.guides if guides is None else tuple(_guide(*fields) for fields in guides),
        )
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError) as error:
        raise ValueError("not a record of a journal") from error


def _run(old: tuple[Stroke, ...], start: int, end: int, layer: int | None = None) -> list[Stroke]:
    if not 0 <= start <= end <= len(old):
        raise ValueError("a record refers to strokes that are not there")
    run = old[start:end]
    return list(run) if layer is None else [stroke.on_layer(layer) for stroke in run]


def _parts(old: tuple[Stroke, ...], new: tuple[Stroke, ...]) -> list[Any]:
    start, end = common_ends(old, new)
    before = range(start, len(old) - end)
    place_of = {id(old[i]): i for i in before}
    # A stroke on another layer is another object with the same points.
    place_of_line = {id(old[i].points): i for i in before}
    parts: list[Any] = [[0, start]] if start else []
    for stroke in new[start : len(new) - end]:
        place = place_of.get(id(stroke))
        layer: list[int] = []
        if place is None:
            place = place_of_line.get(id(stroke.points))
            layer = [stroke.layer]
            if place is None or old[place].on_layer(stroke.layer) != stroke:
                parts.append(_fields(stroke))
                continue
        last = parts[-1] if parts and isinstance(parts[-1], list) else None
        if last is not None and last[1] == place and last[2:] == layer:
            last[1] += 1
        else:
            parts.append([place, place + 1, *layer])
    if end:
        parts.append([len(old) - end, len(old)])
    return parts


def _layer_fields(layer: Layer) -> list[Any]:
    opacity = _steps([layer.opacity])
    return [layer.id, layer.name, int(layer.visible), int(layer.locked), *opacity]


def _layer(layer_id: int, name: str, visible: int, locked: int, opacity: int) -> Layer:
    return Layer(int(layer_id), str(name), bool(visible), bool(locked), float(*_numbers([opacity])))


def _guide(is_level: int, at: int) -> Guide:
    return Guide(bool(is_level), float(*_numbers([at])))


def _fields(stroke: Stroke) -> dict[str, Any]:
    line = stroke.points if stroke.beziers is None else stroke.beziers
    fields: dict[str, Any] = {
        "points" if stroke.beziers is None else "beziers": _packed(line),
        "style": [*_steps([stroke.width_px, stroke.opacity]), stroke.colour],
    }
    if stroke.layer:
        fields["layer"] = stroke.layer
    if stroke.fill is not None:
        fields["fill"] = stroke.fill
    if stroke.group:
        fields["group"] = stroke.group
    return fields


def _stroke(fields: dict[str, Any]) -> Stroke:
    width, opacity, colour = fields["style"]
    width_px, alpha = _numbers([width, opacity])
    style = float(width_px), str(colour), float(alpha)
    if "beziers" in fields:
        stroke = Stroke.from_beziers(_numbers(fields["beziers"]).reshape(-1, 4, 2), *style)
    else:
        stroke = Stroke(_numbers(fields["points"]).reshape(-1, 4), *style)
    fill = fields.get("fill")
    stroke = stroke.with_fill(None if fill is None else str(fill))
    stroke = stroke.in_group(int(fields.get("group", 0)))
    return stroke.on_layer(int(fields.get("layer", 0)))


def _steps(values: FloatArray | list[float]) -> list[int]:
    steps = np.rint(np.asarray(values) * GRID_STEPS_PER_UNIT).astype(np.int64)
    whole: list[int] = steps.tolist()
    return whole


def _packed(values: FloatArray) -> str | list[int]:
    steps = np.rint(values * GRID_STEPS_PER_UNIT)
    if np.abs(steps).max() > _LARGEST_PACKED:
        return _steps(values.ravel())
    return base64.b64encode(steps.astype(_PACKED).tobytes()).decode("ascii")


def _numbers(steps: list[int] | str) -> FloatArray:
    if isinstance(steps, str):
        packed = np.frombuffer(base64.b64decode(steps, validate=True), dtype=_PACKED)
        return packed / GRID_STEPS_PER_UNIT
    return np.array(steps, dtype=np.float64) / GRID_STEPS_PER_UNIT
