"""Photos, their traced contours and sketches for training the warp estimator.

Nothing of the validation and unseen categories (`engine.training.encoder_split`), and none of the
last 200 photos of imagenet_800.zip, which measure the result.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.errors import InputError
from engine.evaluation.keypoints import LEAST_INK_PX
from engine.evaluation.synthetic_pairs import SIDE, TRACE_SIGMA
from engine.training.encoder_data import read_images
from engine.training.encoder_split import held_out
from engine.training.line_drawing import contour_pieces

HELD_OUT_PHOTOS = 200
"""Of imagenet_800.zip, the last."""
_EVERY = {"caltech": 2}
"""Small photos (176 px) of few categories: every other one will do."""


@dataclass(frozen=True)
class PhotoBank:
    """Photos to make drawings of.

    Attributes:
        photos: (N, 256, 256, 3) uint8.
        pieces: (N, 256, 256) uint8 label maps, see `contour_pieces`.
        names: SOURCE/CATEGORY/NAME of each.
    """

    photos: NDArray[np.uint8]
    pieces: NDArray[np.uint8]
    names: list[str]


@dataclass(frozen=True)
class SketchBank:
    """Real sketches of photos in a `PhotoBank`.

    Attributes:
        sketches: (M, 256, 256) uint8, dark on white.
        photo: (M,) row of the photo each was drawn from.
    """

    sketches: NDArray[np.uint8]
    photo: NDArray[np.int64]


def load_photos(data: Path, cache: Path) -> PhotoBank:
    """The training photos; decoded and traced on the first call.

    Raises:
        InputError: one of the archives is missing.
    """
    names_path = cache / "photos.json"
    if not names_path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        rows = [row for row in _traced(data) if np.count_nonzero(row[1]) >= LEAST_INK_PX]
        photos, pieces, names = zip(*rows, strict=True)
        np.save(cache / "photos.npy", np.stack(photos))
        np.save(cache / "pieces.npy", np.stack(pieces))
        names_path.write_text(json.dumps(names))
    return PhotoBank(
        np.load(cache / "photos.npy", mmap_mode="r"),
        np.load(cache / "pieces.npy", mmap_mode="r"),
        json.loads(names_path.read_text()),
    )


def load_sketches(data: Path, photos: PhotoBank) -> SketchBank:
    """The Sketchy sketches of the bank's photos."""
    row_of = {name: row for row, name in enumerate(photos.names)}
    found = [(grey, row_of[name]) for name, grey in read_sketches(data) if name in row_of]
    sketches, rows = zip(*found, strict=True)
    return SketchBank(np.stack(sketches), np.array(rows))


def read_sketches(data: Path) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """(SOURCE/CATEGORY/NAME of the photo, (256, 256) uint8) of Sketchy's sketches, in order."""
    for category, name, image in read_images(_archive(data, "sketchy_104"), "sketch"):
        photo = name.rsplit("-", 1)[0]
        yield f"sketchy/{category}/{photo}", np.asarray(_square(image.convert("L")))


def read_photos(data: Path, source: str, archive: str) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """(SOURCE/CATEGORY/NAME, (256, 256, 3) uint8) of an archive's photos, in its order."""
    for category, name, image in read_images(_archive(data, archive), "photo"):
        yield f"{source}/{category}/{name}", np.asarray(_square(image.convert("RGB")))


def _traced(data: Path) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.uint8], str]]:
    for source, archive in (
        ("sketchy", "sketchy_104"),
        ("caltech", "caltech101_176"),
        ("imagenet", "imagenet_800"),
    ):
        photos = list(read_photos(data, source, archive))
        if source == "imagenet":
            photos = photos[:-HELD_OUT_PHOTOS]
        left_out = held_out(source)
        for name, photo in photos[:: _EVERY.get(source, 1)]:
            if name.split("/")[1] not in left_out:
                yield photo, contour_pieces(photo, TRACE_SIGMA), name


def _square(image: Image.Image) -> Image.Image:
    """The middle of an image at `SIDE`."""
    return ImageOps.fit(image, (SIDE, SIDE), Image.Resampling.BICUBIC)


def _archive(data: Path, name: str) -> Path:
    path = data / f"{name}.zip"
    if not path.exists():
        raise InputError(f"There is no {path}.")
    return path
