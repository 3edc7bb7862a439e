"""Strokes cut to parts of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.document.drawing import Drawing
from app.document.stroke import Stroke

Span = tuple[int, int]
"""First and last point of a part of a stroke, both included."""


def keeping_spans(drawing: Drawing, kept: Sequence[Sequence[Span]]) -> Drawing:
    """The drawing with what `kept` names of each stroke; `drawing` itself if that is all.

    Raises:
        ValueError: not one entry a stroke, or a span that is none of the stroke's.
    """
    if len(kept) != len(drawing.strokes):
        raise ValueError(f"{len(kept)} entries for {len(drawing.strokes)} strokes")
    strokes = tuple(
        part
        for stroke, spans in zip(drawing.strokes, kept, strict=True)
        for part in parts_of(stroke, spans)
    )
    same = len(strokes) == len(drawing.strokes) and all(
        new is old for new, old in zip(strokes, drawing.strokes, strict=True)
    )
    return drawing if same else replace(drawing, strokes=strokes)


def parts_of(stroke: Stroke, spans: Sequence[Span]) -> tuple[Stroke, ...]:
    """A stroke for each span, the stroke itself where a span is all of it.

    Pressure and style stay; time counts from the start of the whole stroke. A part of a Bezier
    chain becomes a polyline through its samples, which lie 1 px apart.

    Raises:
        ValueError: a span that is none of the stroke's.
    """
    last = len(stroke.points) - 1
    parts = []
    for first, end in spans:
        if not 0 <= first <= end <= last:
            raise ValueError(f"a stroke of {last + 1} points has no span ({first}, {end})")
        if (first, end) == (0, last):
            parts.append(stroke)
        else:
            points = stroke.points[first : end + 1]
            parts.append(Stroke(points, stroke.width_px, stroke.colour, stroke.opacity))
    return tuple(parts)
