"""Drawings to PDF: vectors, at the page's size.

A stroke of one width is a path with round caps and joins; one whose width follows the pressure is
the filled shape of its ink. A layer that is not fully opaque is a transparency group (PDF 1.7,
section 11.4.5), so that it fades as one. Hidden layers are left out; so is the white of the page,
which is the paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pydyf

from app.canvas.outline import stroke_outlines
from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.stacking import Sheet, painted_sheets
from app.document.stroke import Stroke
from engine.strokes import FloatArray

POINTS_PER_PX = 0.75
"""CSS: 96 px are an inch, which is 72 points."""
MAX_SIDE_POINTS = 14_400.0
"""What readers take (PDF 1.7, annex C.2); larger pages are scaled to it."""


_OUTLINE_DECIMALS = 2
"""Of px: finer than any printer."""


def drawing_to_pdf(drawing: Drawing, title: str = "") -> bytes:
    """The content of a PDF file of one page."""
    longest = max(drawing.width_px, drawing.height_px)
    scale = min(POINTS_PER_PX, MAX_SIDE_POINTS / longest)
    width, height = drawing.width_px * scale, drawing.height_px * scale
    file = _File()
    content = pydyf.Stream(compress=True)
    content.set_matrix(scale, 0, 0, -scale, 0, height)
    box = [0.0, 0.0, drawing.width_px, drawing.height_px]
    for sheet in painted_sheets(drawing):
        strokes = [drawing.strokes[i] for i in sheet.ids]
        if sheet.layer.opacity < 1:
            file.place_group(content, sheet, strokes, box)
        else:
            file.paint(content, strokes)
    file.pdf.add_object(content)
    page = {
        "Type": "/Page",
        "Parent": file.pdf.pages.reference,
        "MediaBox": pydyf.Array([0, 0, round(width, 3), round(height, 3)]),
        "Contents": content.reference,
        "Resources": file.resources(),
    }
    file.pdf.add_page(pydyf.Dictionary(page))
    file.pdf.info["Creator"] = pydyf.String("Strokewise")
    if title:
        file.pdf.info["Title"] = pydyf.String(title)
    output = io.BytesIO()
    file.pdf.write(output)
    return output.getvalue()


def write_pdf(path: str | Path, drawing: Drawing, title: str = "") -> None:
    """Write `drawing_to_pdf` atomically.

    Raises:
        InputError: if the file cannot be written; the old one is intact then.
    """
    write_atomically(path, drawing_to_pdf(drawing, title))


class _File:
    """A PDF under way: its objects, and the names by which streams call them."""

    def __init__(self) -> None:
        self.pdf = pydyf.PDF()
        self._states: dict[float, str] = {}
        self._groups: list[pydyf.Stream] = []

    def paint(self, stream: pydyf.Stream, strokes: Iterable[Stroke]) -> None:
        """Paint strokes, in document px."""
        stream.set_line_cap(1)
        stream.set_line_join(1)
        for stroke in strokes:
            stream.set_state(self._state(stroke.opacity))
            if stroke.fill is not None:
                stream.set_color_rgb(*_rgb(stroke.fill))
                stream.stream.append(_path(stroke))
                stream.fill()
            if stroke.beziers is not None or not np.ptp(stroke.pressure):
                stream.set_color_rgb(*_rgb(stroke.colour), stroke=True)
                stream.set_line_width(float(stroke.local_widths_px()[0]))
                stream.stream.append(_path(stroke))
                stream.stroke()
            else:
                stream.set_color_rgb(*_rgb(stroke.colour))
                stream.stream.extend(map(_polygon, _outlines(stroke)))
                stream.fill()

    def place_group(
        self, stream: pydyf.Stream, sheet: Sheet, strokes: Iterable[Stroke], box: list[float]
    ) -> None:
        """Paint strokes as a group that is as opaque as the layer of `sheet`."""
        group = pydyf.Stream(compress=True)
        self.paint(group, strokes)
        group.extra = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array(box),
            "Group": pydyf.Dictionary({"S": "/Transparency", "I": "true"}),
            "Resources": pydyf.Dictionary({"ExtGState": self._state_dictionary()}),
        }
        self.pdf.add_object(group)
        self._groups.append(group)
        stream.push_state()
        stream.set_state(self._state(sheet.layer.opacity))
        stream.draw_x_object(f"L{len(self._groups) - 1}")
        stream.pop_state()

    def resources(self) -> pydyf.Dictionary:
        """What the names in the page's stream stand for."""
        groups = {f"L{i}": group.reference for i, group in enumerate(self._groups)}
        return pydyf.Dictionary(
            {"ExtGState": self._state_dictionary(), "XObject": pydyf.Dictionary(groups)}
        )

    def _state(self, opacity: float) -> str:
        return self._states.setdefault(opacity, f"S{len(self._states)}")

    def _state_dictionary(self) -> pydyf.Dictionary:
        states = {
            name: pydyf.Dictionary({"ca": opacity, "CA": opacity})
            for opacity, name in self._states.items()
        }
        return pydyf.Dictionary(states)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (round(int(colour[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))
    return red, green, blue


def _path(stroke: Stroke) -> bytes:
    if stroke.beziers is not None:
        start, rows, command = stroke.beziers[0, 0], stroke.beziers[:, 1:].reshape(-1, 6), "c"
    else:
        # The first point again, so that a single one is a line without length: a round dot.
        rest = stroke.xy[1:] if len(stroke.xy) > 1 else stroke.xy
        start, rows, command = stroke.xy[0], rest, "l"
    return f"{_rows_text(start[None], 'm')}{_rows_text(rows, command)}".encode()


def _polygon(corners: FloatArray) -> bytes:
    places = np.round(corners, _OUTLINE_DECIMALS) + 0.0
    return f"{_rows_text(places[:1], 'm')}{_rows_text(places[1:], 'l')}h".encode()


def _rows_text(rows: FloatArray, command: str) -> str:
    """Every row as "number number ... command "; one format of all, for speed."""
    row = "%s " * rows.shape[1] + command + " "
    text: str = (row * len(rows)) % tuple(map(repr, rows.ravel().tolist()))
    return text


def _outlines(stroke: Stroke) -> list[FloatArray]:
    return stroke_outlines(stroke.xy, stroke.local_widths_px() / 2)
