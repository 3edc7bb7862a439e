"""SVG files to drawings: our own exactly, other programs' as sensible strokes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.document.drawing import Drawing
from app.document.svg_guard import parse_tree, read_bytes
from app.document.svg_own import own_drawing
from app.translation import tr
from engine.errors import InputError


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file gave.

    Attributes:
        drawing: its strokes and page.
        is_own: whether they are all there is in the file. If not, saving to the same place would
            lose what a drawing of strokes cannot hold.
        left_out: how many of what of another program's file is not in the drawing, by name:
            "text", "gradient", "fill" and the like.
    """

    drawing: Drawing
    is_own: bool
    left_out: Mapping[str, int] = field(default_factory=dict)


def open_svg(path: str | Path) -> Opened:
    """The drawing in an SVG file, and whether the file is one of ours, unchanged in form.

    Raises:
        InputError: if the file cannot be read, is not SVG, or breaks a bound of
            `app.document.svg_guard`.
    """
    return parse_svg(read_bytes(path), Path(path).name)


def read_svg(path: str | Path) -> Drawing:
    """The drawing in an SVG file.

    A file in the form of `app.document.svg_write` gives back the drawing it was written from,
    equal in every value. Any other is read as `app.document.svg_foreign` says.

    Raises:
        InputError: as `open_svg`.
    """
    return open_svg(path).drawing


def parse_svg(content: bytes, name: str) -> Opened:
    """`open_svg` of a file's content; `name` is how errors call it."""
    root = parse_tree(content, name)
    try:
        drawing = own_drawing(root)
        if drawing is not None:
            return Opened(drawing, is_own=True)
        # svgelements takes a while to import, and our own files do not need it.
        from app.document.svg_foreign import foreign_drawing

        foreign, left_out = foreign_drawing(root)
        return Opened(foreign, is_own=False, left_out=left_out)
    except InputError as error:
        raise InputError(
            tr("{name} cannot be opened: {error}").format(name=name, error=error)
        ) from error
