"""Photos as the engine wants them: upright RGB on white, of a sane size, with a content hash."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import InputError

MIN_SIDE_PX = 16
MAX_PIXELS = 100_000_000
MAX_BYTES = 256 * 2**20
WORKING_SIDE_PX = 4096
"""Larger photos are reduced to this long side: nothing in the program looks closer."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_EXIF_ORIENTATION, _ON_ITS_SIDE = 0x0112, 5
"""From this value of the tag on, width and height change places."""
# What Pillow's decoders raise on damaged or hostile content, besides OSError.
_DECODER_ERRORS = (SyntaxError, ValueError, struct.error, EOFError, IndexError, KeyError)


@dataclass(frozen=True, eq=False)
class Photo:
    """A decoded photo. Arrays are read-only.

    Attributes:
        rgb: (H, W, 3) uint8, upright, transparency laid over white.
        alpha: (H, W) uint8 opacity, or None where everything is opaque.
        sha256: of the pixels and their shape, hexadecimal: the same for the same picture whatever
            file it came from. Caches of features use it as their key.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8] | None
    sha256: str

    @classmethod
    def from_rgb(cls, rgb: NDArray[np.uint8], alpha: NDArray[np.uint8] | None = None) -> Photo:
        """A photo of an (H, W, 3) array (copied unless it is read-only already)."""
        return cls(_read_only(rgb), None if alpha is None else _read_only(alpha), content_hash(rgb))


def content_hash(rgb: NDArray[Any]) -> str:
    """SHA-256 of an array's shape and bytes."""
    digest = hashlib.sha256(repr(rgb.shape).encode())
    digest.update(np.ascontiguousarray(rgb).data)
    return digest.hexdigest()


def load_photo(path: str | Path) -> Photo:
    """Read a JPEG, PNG, WebP, GIF (first frame) or BMP file.

    Raises:
        InputError: the file is unreadable, no such picture, damaged, or of an unusable size.
    """
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(
                f"{path.name} is too large a file; the limit is {MAX_BYTES // 2**20} MB."
            )
        with path.open("rb") as file:
            return _decode(file, path.name)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.") from error
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror or error}.") from error


def picture_size(path: Path) -> tuple[int, int]:
    """(width, height) in px of a file for `load_photo`, upright, before that reduces it.

    Raises:
        InputError: the file is unreadable or no picture.
    """
    try:
        with Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            is_on_its_side = image.getexif().get(_EXIF_ORIENTATION, 1) >= _ON_ITS_SIDE
    except (OSError, *_DECODER_ERRORS, Image.DecompressionBombError) as error:
        raise InputError(f"{path.name} is not a JPEG, PNG, WebP, GIF or BMP picture.") from error
    return (height, width) if is_on_its_side else (width, height)


def photo_from_bytes(
    content: bytes, name: str = "The pasted picture", side_px: int | None = None
) -> Photo:
    """As `load_photo`, from the bytes of such a file (say, from the clipboard).

    Args:
        content: of the file.
        name: what errors call it.
        side_px: reduce the photo to this long side (default: `WORKING_SIDE_PX`); the smaller, the
            less time a JPEG takes.
    """
    if len(content) > MAX_BYTES:
        raise InputError(f"{name} is too large; the limit is {MAX_BYTES // 2**20} MB.")
    return _decode(io.BytesIO(content), name, side_px)


def _decode(file: BinaryIO, name: str, side_px: int | None = None) -> Photo:
    side_px = side_px or WORKING_SIDE_PX
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is checked below, damage raises
            with Image.open(file, formats=_FORMATS) as image:
                _check_size(image.size, name)
                # A JPEG decodes faster and smaller right away at a half, a quarter or an eighth.
                image.draft("RGB", (side_px, side_px))
                return _to_photo(ImageOps.exif_transpose(image), side_px)
    except InputError:
        raise
    except Image.DecompressionBombError as error:
        raise InputError(f"{name} has too many pixels; the limit is {_limit()}.") from error
    except UnidentifiedImageError as error:
        raise InputError(f"{name} is not a JPEG, PNG, WebP, GIF or BMP picture.") from error
    except (OSError, *_DECODER_ERRORS) as error:
        raise InputError(f"{name} is damaged and cannot be decoded.") from error


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if min(size) < MIN_SIDE_PX:
        raise InputError(
            f"{name} is too small ({width} x {height} pixels); "
            f"at least {MIN_SIDE_PX} x {MIN_SIDE_PX} are needed."
        )
    if width * height > MAX_PIXELS:
        raise InputError(
            f"{name} has too many pixels ({width} x {height}); the limit is {_limit()}."
        )


def _limit() -> str:
    return f"{MAX_PIXELS // 10**6} megapixels"


def _to_photo(image: Image.Image, side_px: int) -> Photo:
    if image.mode.startswith(("I", "F")):  # 16 bits a pixel; Pillow's own conversion clips them
        grey = np.asarray(image, np.float64)
        image = Image.fromarray((grey / max(float(grey.max()), 1.0) * 255).astype(np.uint8))
    image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    if not image.has_transparency_data:
        return Photo.from_rgb(np.array(image.convert("RGB")))
    rgba = image.convert("RGBA")
    white = Image.new("RGBA", rgba.size, "white")
    rgb = np.array(Image.alpha_composite(white, rgba).convert("RGB"))
    alpha = np.array(rgba.getchannel("A"))
    return Photo.from_rgb(rgb, None if alpha.min() == 255 else alpha)


def _read_only(array: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if array.flags.writeable:
        array = array.copy()
        array.setflags(write=False)
    return array
