"""Drawings in files of any kind the program reads: native and SVG, told apart by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.document.atomic import write_atomically
from app.document.backup import keep_backup
from app.document.drawing import Drawing
from app.document.native_format import (
    MAX_PHOTO_BYTES,
    MAX_PHOTOS_BYTES,
    NativeContent,
    Photo,
)
from app.document.native_format import SUFFIX as NATIVE_SUFFIX
from app.document.svg_guard import read_bytes
from app.document.svg_losses import in_words
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg
from app.translation import tr

LARGE_POINTS = 5000
"""Written in about 8 ms, besides what the disk takes."""

DRAWING_SUFFIXES = frozenset({".svg", NATIVE_SUFFIX})


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What a file gave.

    Attributes:
        is_own: whether it can be saved to the same place without losing anything; see
            `app.document.svg_read.Opened`.
        photos, settings: of a native file.
        left_out: see `app.document.svg_read.Opened`.
    """

    drawing: Drawing
    is_own: bool
    photos: tuple[Photo, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def losses(self) -> str:
        """What is left out, in words: "2 texts and 1 gradient"; empty if nothing is."""
        parts = [in_words(name, n) for name, n in sorted(self.left_out.items())]
        if len(parts) < 2:
            return "".join(parts)
        return tr("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def open_drawing(path: str | Path) -> OpenedFile:
    """All that is in a drawing's file.

    Raises:
        InputError: if it cannot be read, is no drawing, or breaks a bound.
    """
    return parse_drawing(read_bytes(path), Path(path).name)


def parse_drawing(content: bytes, name: str) -> OpenedFile:
    """`open_drawing` of a file's content; `name` is how errors call it."""
    # Imported when needed: what unpacks archives is not on the way to the first window.
    from app.document.native_read import ZIP_START, parse_native

    if content.startswith(ZIP_START):
        native = parse_native(content, name)
        return OpenedFile(native.drawing, True, native.photos, native.settings)
    opened = parse_svg(content, name)
    return OpenedFile(opened.drawing, opened.is_own, left_out=opened.left_out)


def read_drawing(path: str | Path) -> Drawing:
    """The drawing in a file: what SKETCH means on the command line.

    Raises:
        InputError: as `open_drawing`.
    """
    return open_drawing(path).drawing


def drawing_bytes(path: str | Path, content: NativeContent) -> bytes:
    """The content of a file at `path`, native or SVG as its name says; SVG has no photos."""
    if Path(path).suffix.lower() == NATIVE_SUFFIX:
        from app.document.native_write import native_bytes

        return native_bytes(content)
    return drawing_to_svg(content.drawing).encode()


def save_document(
    path: Path, content: NativeContent, backups: Path, *, embed_photos: bool = True
) -> None:
    """Write a document's file atomically; what it held goes to the folder `backups`.

    Args:
        embed_photos: put the photos that are referred to into a native file.

    Raises:
        InputError: if it cannot be written; the old one is intact then.
    """
    if embed_photos and path.suffix.lower() == NATIVE_SUFFIX:
        content = replace(content, photos=embedded(content.photos))
    made = drawing_bytes(path, content)
    keep_backup(backups, path)
    write_atomically(path, made)


def embedded(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """The photos with their content, those left out that cannot be read or take too much room."""
    left_bytes = MAX_PHOTOS_BYTES - sum(len(each.content or b"") for each in photos)
    result: list[Photo] = []
    for photo in photos:
        content = photo.content
        if content is None and photo.path:
            content = _content_of(Path(photo.path), min(left_bytes, MAX_PHOTO_BYTES))
            left_bytes -= len(content or b"")
        result.append(replace(photo, content=content))
    return tuple(result)


def _content_of(path: Path, most_bytes: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except OSError:
        return None
    return content if len(content) <= most_bytes else None


def is_large(drawing: Drawing) -> bool:
    """Whether to write it takes so long that a pen would wait."""
    return sum(len(stroke.points) for stroke in drawing.strokes) > LARGE_POINTS
