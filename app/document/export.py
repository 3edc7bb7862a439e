"""Drawings to files for others: PNG, PDF and SVG, as the name says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.guides import without_guides
from app.document.svg_write import drawing_to_svg
from app.translation import tr
from engine.errors import InputError


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Attributes:
    scale: PNG only: image px per page px.
    transparent: PNG only: without the white of the page.
    """

    scale: float = 1.0
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """Where to, and how.

    Attributes:
        references: PNG only: with the reference pictures that lie on the page.
    """

    path: Path
    options: ExportOptions
    references: bool = False


def _png(drawing: Drawing, options: ExportOptions, title: str) -> bytes:  # noqa: ARG001
    # Pillow and the others are loaded when they are needed, not on the way to the first window.
    from app.document.raster_png import drawing_to_png

    return drawing_to_png(drawing, options.scale, None if options.transparent else "#ffffff")


def _pdf(drawing: Drawing, options: ExportOptions, title: str) -> bytes:  # noqa: ARG001
    from app.document.pdf_write import drawing_to_pdf

    return drawing_to_pdf(drawing, title)


def _svg(drawing: Drawing, options: ExportOptions, title: str) -> bytes:  # noqa: ARG001
    return drawing_to_svg(without_guides(drawing)).encode()


FORMATS: dict[str, Callable[[Drawing, ExportOptions, str], bytes]] = {
    ".png": _png,
    ".pdf": _pdf,
    ".svg": _svg,
}
"""By the suffix of the file: makes its content."""


def check_name(path: str | Path) -> None:
    """Raise `InputError` if the name has the suffix of no format."""
    if Path(path).suffix.lower() not in FORMATS:
        *some, last = FORMATS
        formats = tr("{some} or {last}").format(some=", ".join(some), last=last)
        raise InputError(
            tr("{name} cannot be written: use a name in {formats}.").format(
                name=Path(path).name, formats=formats
            )
        )


def export_drawing(
    path: str | Path, drawing: Drawing, options: ExportOptions | None = None
) -> None:
    """Write the drawing atomically, in the format that the name says.

    Raises:
        InputError: if the name says none, the image would be too large, or the file cannot be
            written.
    """
    check_name(path)
    file = Path(path)
    make = FORMATS[file.suffix.lower()]
    write_atomically(file, make(drawing, options or ExportOptions(), file.stem))
