"""Leaving out parts of strokes: which parts stay, which go, and the drawing that results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from app.document.drawing import Drawing
from app.document.stroke import Stroke

Span: TypeAlias = tuple[int, int]
"""First and last point of a part of a stroke, both included."""


def gaps(kept: Sequence[Span], count: int) -> tuple[Span, ...]:
    """The parts between, before and after the spans that stay, their ends shared with these.

    Args:
        kept: ascending, without points in common.
        count: number of points of the stroke.
    """
    if not kept:
        return ((0, count - 1),)
    lasts = [0, *(last for _, last in kept)]
    firsts = [*(first for first, _ in kept), count - 1]
    return tuple((a, b) for a, b in zip(lasts, firsts, strict=True) if a < b)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order; those that share a point as one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def cut(stroke: Stroke, spans: Sequence[Span]) -> tuple[Stroke, ...]:
    """The parts of a stroke, each a stroke with the pressure and the time of its points.

    A span over all points is the stroke itself; of a Bezier stroke other parts are polylines.
    """
    whole = (0, len(stroke.points) - 1)
    return tuple(stroke if span == whole else _part(stroke, span) for span in spans)


def kept_of_all(
    drawing: Drawing, ids: Sequence[int], kept: Sequence[Sequence[Span]]
) -> tuple[tuple[Span, ...], ...]:
    """Spans that stay of some strokes as those of all: the others stay whole.

    Args:
        ids: of the strokes that `kept` is about.
        kept: per such stroke the spans that stay.
    """
    spans: list[tuple[Span, ...]] = [((0, len(each.points) - 1),) for each in drawing.strokes]
    for i, each in zip(ids, kept, strict=True):
        spans[i] = tuple(each)
    return tuple(spans)


def trimmed(drawing: Drawing, kept: Sequence[Sequence[Span]]) -> Drawing:
    """What stays of a drawing; `drawing` itself if that is all.

    Strokes on locked or hidden layers stay whole.

    Args:
        kept: per stroke the spans that stay.

    Raises:
        ValueError: not as many as there are strokes.
    """
    editable = {layer.id for layer in drawing.layers if layer.editable}
    strokes = tuple(
        part
        for stroke, spans in zip(drawing.strokes, kept, strict=True)
        for part in (cut(stroke, spans) if stroke.layer in editable else (stroke,))
    )
    same = len(strokes) == len(drawing.strokes) and all(
        a is b for a, b in zip(strokes, drawing.strokes, strict=True)
    )
    return drawing if same else replace(drawing, strokes=strokes)


def _part(stroke: Stroke, span: Span) -> Stroke:
    points = stroke.points[span[0] : span[1] + 1]
    return replace(stroke, points=points, beziers=None)
