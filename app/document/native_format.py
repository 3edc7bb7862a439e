"""The native file format, `.strokewise`: what the writer and the reader agree on.

A file is a ZIP archive, stored or deflated, with these members:

    mimetype        "application/x-strokewise+zip"; first and stored, so that tools can tell
    document.json   {"format": "strokewise-document", "version": 1,
                     "settings": {...}, "photos": [...]}
    drawing.svg     page, layers and strokes, in the form of `app.document.svg_format`
    thumbnail.png   the page, its longer side 256 px; only for others to show
    photos/N.EXT    the N-th reference photo, if it is embedded

"settings" are those of the document (a JSON object, handed through as it is). A photo is
{"name", "file", "path", "place", "box", "crop", "opacity", "locked"}: "file" is its member in the
archive, if it is embedded, "path" where it was on the disk it was added from; "place" is "dock",
"under" or "on top" of the drawing; "box" is [x0, y0, x1, y1] on the page in px, or null; "crop" is
the part that is shown, in shares of the whole. Readers pass over members and fields they do not
know.

The version grows when a reader of the one before would misread a file. `MIGRATIONS[N]` makes the
content of a document.json of version N into one of N + 1; drawing.svg has its own version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.document.drawing import Drawing
from engine.strokes import Bounds

SUFFIX = ".strokewise"
MIME_TYPE = "application/x-strokewise+zip"
FORMAT = "strokewise-document"
VERSION = 1

MIMETYPE_NAME = "mimetype"
DOCUMENT_NAME = "document.json"
DRAWING_NAME = "drawing.svg"
THUMBNAIL_NAME = "thumbnail.png"
PHOTO_FOLDER = "photos/"

MAX_MEMBERS = 1000
MAX_DOCUMENT_BYTES = 4 * 2**20
MAX_PHOTO_BYTES = 64 * 2**20
MAX_PHOTOS = 200
MAX_PHOTOS_BYTES = 512 * 2**20
"""Of all photos together."""

PLACES = ("dock", "under", "on top")
WHOLE: Bounds = (0.0, 0.0, 1.0, 1.0)

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: dict[int, Migration] = {}


@dataclass(frozen=True, slots=True)
class Photo:
    """A reference photo that belongs to a document, embedded in its file or referred to.

    Attributes:
        name: of the file it came from, for people.
        content: the picture file, if it is embedded; None if `path` refers to it.
        path: where the picture is, or was; empty for one that was pasted.
        place: where it is seen, one of `PLACES`.
        box: where the whole of it lies on the page in px; None for wherever it fits.
        crop: the part that is shown, in shares of the whole.
        opacity: on the page, 0 to 1.
    """

    name: str
    content: bytes | None = None
    path: str = ""
    place: str = "dock"
    box: Bounds | None = None
    crop: Bounds = WHOLE
    opacity: float = 1.0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class NativeContent:
    """All that a native file holds.

    Attributes:
        settings: of the document, JSON values by name.
    """

    drawing: Drawing
    photos: tuple[Photo, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def migrated(
    content: Mapping[str, Any],
    migrations: Mapping[int, Migration] = MIGRATIONS,
    version: int = VERSION,
) -> dict[str, Any]:
    """A document.json of any version up to `version` as one of `version`.

    Raises:
        LookupError: if it is of a newer version.
        ValueError: if it is none.
    """
    at = content.get("version")
    if content.get("format") != FORMAT or type(at) is not int or at < 1:
        raise ValueError("no document of Strokewise")
    if at > version:
        raise LookupError(f"version {at}")
    document = dict(content)
    for step in range(at, version):
        document = migrations[step](document)
    return {**document, "version": version}
