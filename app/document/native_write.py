"""Native files: writing. See `app.document.native_format` for what is in one."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from app.document.atomic import write_atomically
from app.document.native_format import (
    DOCUMENT_NAME,
    DRAWING_NAME,
    FORMAT,
    MIME_TYPE,
    MIMETYPE_NAME,
    PHOTO_FOLDER,
    THUMBNAIL_NAME,
    VERSION,
    NativeContent,
    Photo,
)
from app.document.svg_write import drawing_to_svg
from app.document.thumbnail import thumbnail_png

_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every member: the same document gives the same file."""
_LEVEL = 3
"""Of compression: twice as fast as the default 6 on paths, 4 % larger."""


def native_bytes(content: NativeContent) -> bytes:
    """The content of a native file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        _add(members, MIMETYPE_NAME, MIME_TYPE.encode(), compressed=False)
        document = {
            "format": FORMAT,
            "version": VERSION,
            "settings": dict(content.settings),
            "photos": [_photo_fields(i, photo) for i, photo in enumerate(content.photos)],
        }
        _add(members, DOCUMENT_NAME, (json.dumps(document, indent=1) + "\n").encode())
        _add(members, DRAWING_NAME, drawing_to_svg(content.drawing).encode())
        _add(members, THUMBNAIL_NAME, thumbnail_png(content.drawing), compressed=False)
        for i, photo in enumerate(content.photos):
            if photo.content is not None:
                _add(members, _photo_name(i, photo), photo.content, compressed=False)
    return archive.getvalue()


def write_native(path: str | Path, content: NativeContent) -> None:
    """Write a native file atomically.

    Raises:
        InputError: if it cannot be written; the old one is intact then.
    """
    write_atomically(path, native_bytes(content))


def _add(members: zipfile.ZipFile, name: str, content: bytes, *, compressed: bool = True) -> None:
    member = zipfile.ZipInfo(name, _DATE)
    member.external_attr = 0o644 << 16
    how = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    members.writestr(member, content, how, _LEVEL)


def _photo_name(place: int, photo: Photo) -> str:
    suffix = PurePath(photo.name).suffix.lower()
    return f"{PHOTO_FOLDER}{place}{suffix if suffix[1:].isalnum() and suffix.isascii() else ''}"


def _photo_fields(place: int, photo: Photo) -> dict[str, Any]:
    return dict(_fields(place, photo))


def _fields(place: int, photo: Photo) -> Iterator[tuple[str, Any]]:
    yield "name", photo.name
    if photo.content is not None:
        yield "file", _photo_name(place, photo)
    if photo.path:
        yield "path", photo.path
    yield "place", photo.place
    yield "box", None if photo.box is None else list(photo.box)
    yield "crop", list(photo.crop)
    yield "opacity", photo.opacity
    yield "locked", photo.locked
