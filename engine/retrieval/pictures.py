"""One picture file as the library needs it: hash, the encoder's input, a thumbnail."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import InputError
from engine.photo import MAX_BYTES, photo_from_bytes

READ_AT = 2
"""A large photo is decoded to so many times the side that is needed, in a fraction of the time that
all of a JPEG takes. On scikit-image's photos the cosine with what 640 px give is 0.9995 or more."""
THUMBNAIL_SIDE_PX = 160
_JPEG_QUALITY = 80


class UnreadableError(Exception):
    """The file cannot be opened or read now; its content may be all right."""


@dataclass(frozen=True, eq=False)
class Picture:
    """What was read.

    Attributes:
        sha256: of the file's bytes.
        pixels: (S, S, 3) uint8, stretched to the square; None if the hash is known already.
        thumbnail: a JPEG file; b"" if the hash is known already.
        size_px: width and height of the photo as it was decoded.
    """

    sha256: bytes
    pixels: NDArray[np.uint8] | None = None
    thumbnail: bytes = b""
    size_px: tuple[int, int] = (0, 0)


def read_picture(path: Path, side: int, is_known: Callable[[bytes], bool]) -> Picture:
    """Read and decode a file. Any thread.

    Args:
        path: a regular file.
        side: S of the encoder's input.
        is_known: told the hash; whether decoding can be spared.

    Raises:
        UnreadableError: the file cannot be read.
        InputError: it holds no picture that can be used.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error
    sha256 = hashlib.sha256(content).digest()
    if is_known(sha256):
        return Picture(sha256)
    read_side = READ_AT * max(side, THUMBNAIL_SIDE_PX)
    rgb = photo_from_bytes(content, path.name, read_side).rgb
    height, width = rgb.shape[:2]
    image = Image.fromarray(rgb)
    return Picture(sha256, square(image, side), _thumbnail(image), (width, height))


def square(image: Image.Image, side: int) -> NDArray[np.uint8]:
    """(side, side, 3) uint8: stretched to the square, as the encoders were trained and are tested.

    The same as `LabelledImage.pixels` of the evaluation.
    """
    return np.array(image.resize((side, side), Image.Resampling.BICUBIC))


def describe(error: InputError, path: Path) -> str:
    """The reason alone, for a list that shows the path beside it."""
    return str(error).removeprefix(path.name).strip().rstrip(".") or "cannot be used"


def _thumbnail(image: Image.Image) -> bytes:
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX), Image.Resampling.BILINEAR)
    content = io.BytesIO()
    small.save(content, "JPEG", quality=_JPEG_QUALITY)
    return content.getvalue()
