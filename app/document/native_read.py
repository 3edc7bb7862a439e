"""Native files: reading, within bounds. Nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from dataclasses import replace
from typing import Any

from app.document.native_format import (
    DOCUMENT_NAME,
    DRAWING_NAME,
    MAX_DOCUMENT_BYTES,
    MAX_MEMBERS,
    MAX_PHOTO_BYTES,
    MAX_PHOTOS,
    MAX_PHOTOS_BYTES,
    PLACES,
    WHOLE,
    NativeContent,
    Photo,
    migrated,
)
from app.document.svg_guard import MAX_OWN_BYTES
from app.document.svg_read import parse_svg
from app.translation import tr
from engine.errors import InputError
from engine.strokes import Bounds

ZIP_START = b"PK\x03\x04"
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1


def parse_native(content: bytes, name: str) -> NativeContent:
    """What is in a native file.

    Args:
        content: the file.
        name: how to call it in an error.

    Raises:
        InputError: if it is none, is damaged, of a newer version, or breaks a bound.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(_Members(archive, name), name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise InputError(
            tr("{name} is damaged: it cannot be unpacked.").format(name=name)
        ) from error


def _read(members: _Members, name: str) -> NativeContent:
    try:
        document = migrated(json.loads(members.read(DOCUMENT_NAME, MAX_DOCUMENT_BYTES)))
        settings, photos = document.get("settings", {}), document.get("photos", [])
        if not isinstance(settings, dict) or not isinstance(photos, list):
            raise TypeError("settings and photos")
    except InputError:
        raise
    except LookupError as error:
        raise InputError(
            tr("{name} was saved by a newer Strokewise; update to open it.").format(name=name)
        ) from error
    except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError) as error:
        raise InputError(tr("{name} is not a drawing of Strokewise.").format(name=name)) from error
    opened = parse_svg(members.read(DRAWING_NAME, MAX_OWN_BYTES), name)
    return NativeContent(opened.drawing, _photos(members, photos, name), settings)


def _photos(members: _Members, rows: list[Any], name: str) -> tuple[Photo, ...]:
    if len(rows) > MAX_PHOTOS:
        raise InputError(
            tr("{name} has more than {max_photos} photos.").format(name=name, max_photos=MAX_PHOTOS)
        )
    photos: list[Photo] = []
    left_bytes = MAX_PHOTOS_BYTES
    for row in rows:
        try:
            photo = _photo(row)
            member = row.get("file")
        except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
            raise InputError(
                tr("{name} describes a photo that is none.").format(name=name)
            ) from error
        if member is not None:
            content = members.read(str(member), min(left_bytes, MAX_PHOTO_BYTES))
            left_bytes -= len(content)
            photo = replace(photo, content=content)
        photos.append(photo)
    return tuple(photos)


def _photo(row: dict[str, Any]) -> Photo:
    opacity = float(row.get("opacity", 1.0))
    if not 0 <= opacity <= 1:
        raise ValueError("an opacity out of range")
    place, crop = row.get("place"), _box(row.get("crop"))
    return Photo(
        str(row.get("name", "")),
        None,
        str(row.get("path", "")),
        place if place in PLACES else PLACES[0],
        _box(row.get("box")),
        WHOLE if crop is None else crop,
        opacity,
        bool(row.get("locked", False)),
    )


def _box(values: list[Any] | None) -> Bounds | None:
    if values is None:
        return None
    x0, y0, x1, y1 = map(float, values)
    if not all(map(math.isfinite, (x0, y0, x1, y1))) or x1 <= x0 or y1 <= y0:
        raise ValueError("a box without area")
    return x0, y0, x1, y1


class _Members:
    """The members of an archive, each read within a bound, whatever its header says."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise InputError(
                tr("{name} has more than {max_members} parts.").format(
                    name=name, max_members=MAX_MEMBERS
                )
            )
        self._archive = archive
        self._name = name
        self._infos = {info.filename: info for info in infos}

    def read(self, member: str, most_bytes: int) -> bytes:
        """The content of a member of at most so many bytes, its checksum verified."""
        info = self._infos.get(member)
        if info is None:
            raise InputError(
                tr("{name} is damaged or no drawing: it has no {member}.").format(
                    name=self._name, member=member[:40]
                )
            )
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
            raise InputError(
                tr("{name} is packed in a way that is not accepted.").format(name=self._name)
            )
        if info.file_size > most_bytes:
            raise self._too_large(most_bytes)
        with self._archive.open(info) as stream:
            # Sizes in headers are claims; what comes out is what counts.
            content = stream.read(most_bytes + 1)
        if len(content) > most_bytes:
            raise self._too_large(most_bytes)
        return content

    def _too_large(self, most_bytes: int) -> InputError:
        return InputError(
            tr("{name} has a part larger than {most_bytes} MB.").format(
                name=self._name, most_bytes=most_bytes // 2**20
            )
        )
