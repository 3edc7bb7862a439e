"""The lines of a journal: what one change made of a drawing, as JSON.

A record says of which parts the new drawing consists, in drawing order: a pair [start, end] is a
run of strokes of the drawing before, an object is a new stroke. So one form serves a stroke added
([[0, 41], {...}]), an erasing, any undo or redo, and, without any pair, a checkpoint. Numbers are
whole thousandths, which is what strokes keep.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from app.document.change import common_ends
from app.document.drawing import Drawing
from app.document.stroke import GRID_STEPS_PER_UNIT, Stroke
from engine.strokes import FloatArray


def checkpoint_line(drawing: Drawing) -> bytes:
    """The record that makes `drawing` out of nothing, with its newline."""
    return change_line(Drawing(), drawing)


def change_line(old: Drawing, new: Drawing) -> bytes:
    """The record that makes `new` out of `old`, with its newline."""
    record = {"page": _steps([new.width_px, new.height_px]), "parts": _parts(old, new)}
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
            if isinstance(part, dict):
                strokes.append(_stroke(part))
            else:
                start, end = part
                if not 0 <= start <= end <= len(old.strokes):
                    raise ValueError("a record refers to strokes that are not there")
                strokes.extend(old.strokes[start:end])
        width_px, height_px = _numbers(record["page"])
    except (ArithmeticError, LookupError, RecursionError, TypeError) as error:
        raise ValueError("not a record of a journal") from error
    return Drawing(tuple(strokes), float(width_px), float(height_px))


def _parts(old: Drawing, new: Drawing) -> list[Any]:
    start, end = common_ends(old.strokes, new.strokes)
    old_middle = old.strokes[start : len(old.strokes) - end]
    new_middle = new.strokes[start : len(new.strokes) - end]
    place_of = {id(stroke): start + i for i, stroke in enumerate(old_middle)}
    parts: list[Any] = [[0, start]] if start else []
    for stroke in new_middle:
        place = place_of.get(id(stroke))
        if place is None:
            parts.append(_fields(stroke))
        elif parts and isinstance(parts[-1], list) and parts[-1][1] == place:
            parts[-1][1] += 1
        else:
            parts.append([place, place + 1])
    if end:
        parts.append([len(old.strokes) - end, len(old.strokes)])
    return parts


def _fields(stroke: Stroke) -> dict[str, Any]:
    line = stroke.points if stroke.beziers is None else stroke.beziers
    return {
        "points" if stroke.beziers is None else "beziers": _steps(line.ravel()),
        "style": [*_steps([stroke.width_px, stroke.opacity]), stroke.colour],
    }


def _stroke(fields: dict[str, Any]) -> Stroke:
    width, opacity, colour = fields["style"]
    width_px, alpha = _numbers([width, opacity])
    style = float(width_px), str(colour), float(alpha)
    if "beziers" in fields:
        return Stroke.from_beziers(_numbers(fields["beziers"]).reshape(-1, 4, 2), *style)
    return Stroke(_numbers(fields["points"]).reshape(-1, 4), *style)


def _steps(values: FloatArray | list[float]) -> list[int]:
    steps = np.rint(np.asarray(values) * GRID_STEPS_PER_UNIT).astype(np.int64)
    whole: list[int] = steps.tolist()
    return whole


def _numbers(steps: list[int]) -> FloatArray:
    return np.array(steps, dtype=np.float64) / GRID_STEPS_PER_UNIT
