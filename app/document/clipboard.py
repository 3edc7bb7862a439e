"""Strokes on the clipboard: as SVG text for any program that takes vectors, and back.

The text is a whole SVG file of the page, so strokes that come back lie where they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.document.drawing import DEFAULT_HEIGHT_PX, DEFAULT_WIDTH_PX, Drawing
from app.document.stroke import Stroke
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg
from app.translation import tr
from engine.errors import InputError

SVG_MIME_TYPE = "image/svg+xml"
"""What the text is offered as."""

_NAME = tr("What is on the clipboard")


def strokes_to_svg_text(
    strokes: Sequence[Stroke],
    width_px: float = DEFAULT_WIDTH_PX,
    height_px: float = DEFAULT_HEIGHT_PX,
) -> str:
    """The strokes, in this order, as an SVG file with a page of this size."""
    return drawing_to_svg(Drawing(tuple(strokes), width_px, height_px))


def strokes_from_svg_text(text: str | bytes) -> tuple[Stroke, ...]:
    """The strokes of an SVG text, ours or another program's.

    Raises:
        InputError: if it is no SVG, breaks a bound of `app.document.svg_guard`, or has no line.
    """
    content = text.encode() if isinstance(text, str) else text
    # Some programs end the text with a zero, as in C.
    strokes = parse_svg(content.rstrip(b"\0"), _NAME).drawing.strokes
    if not strokes:
        raise InputError(tr("There are no lines on the clipboard."))
    return strokes
