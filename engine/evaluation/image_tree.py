"""Labelled images in a folder or a zip: MODALITY/CATEGORY/NAME, or CATEGORY/NAME.

The modality may be called as the usual copies of the extended sets do, and may lie deeper:
Sketchy's photo/tx_000000000000/CATEGORY, TU-Berlin's sketches/ and images/, Quick, Draw!'s
QuickDraw_sketches_final/ and QuickDraw_images_final/.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from engine.errors import InputError

_SUFFIXES = (".png", ".jpg", ".jpeg")
_MODALITIES = {"sketch": {"sketch", "sketches"}, "photo": {"photo", "photos", "image", "images"}}


@dataclass(frozen=True)
class LabelledImage:
    """One image, not yet decoded.

    Attributes:
        modality: "photo", "sketch", or "" in a tree without modalities.
        category: name of its folder.
        name: file name without suffix.
        read: gives the encoded bytes.
    """

    modality: str
    category: str
    name: str
    read: Callable[[], bytes]

    @property
    def instance(self) -> str:
        """CATEGORY/ID of the thing shown: a sketch ID-K was drawn from photo ID.

        "" for a sketch with another name: it was drawn from no photo.
        """
        if self.modality != "sketch":
            return f"{self.category}/{self.name}"
        name, dash, _ = self.name.rpartition("-")
        return f"{self.category}/{name}" if dash else ""

    def pixels(self, size: int) -> np.ndarray:
        """(size, size, 3) uint8 RGB on white, stretched to the square.

        Raises:
            InputError: the file is no image.
        """
        try:
            with Image.open(io.BytesIO(self.read())) as image:
                rgba = image.convert("RGBA")
        except (UnidentifiedImageError, OSError) as error:
            raise InputError(f"{self.category}/{self.name} is not an image.") from error
        paper = Image.new("RGBA", rgba.size, "white")
        flat = Image.alpha_composite(paper, rgba).convert("RGB")
        return np.asarray(flat.resize((size, size), Image.Resampling.BICUBIC))


def labelled_images(data: Path) -> list[LabelledImage]:
    """All images of a folder or zip, by path.

    Raises:
        InputError: there is no such folder or zip, or it holds no images in this layout.
    """
    found = []
    for path, read in image_files(data):
        *folders, file = path.split("/")
        if not folders:
            continue
        modality = next(filter(None, map(_modality_of, folders[:-1])), None)
        if modality is None:
            if len(folders) > 2:
                continue
            modality = folders[0] if len(folders) == 2 else ""
        found.append(LabelledImage(modality, folders[-1], file.rsplit(".", 1)[0], read))
    if not found:
        raise InputError(f"{data} holds no images as MODALITY/CATEGORY/NAME.png or .jpg.")
    return found


def image_files(data: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """Those of `files_of` that are PNG or JPEG files, in whatever layout.

    Raises:
        InputError: there is no such folder or zip, or no image in it.
    """
    images = files_of(data, *_SUFFIXES)
    if not images:
        raise InputError(f"{data} holds no images.")
    return images


def files_of(data: Path, *suffixes: str) -> list[tuple[str, Callable[[], bytes]]]:
    """(path below it, how to read it) of every file of a folder or zip, by path.

    What a Mac adds to a zip is left out.

    Args:
        suffixes: only files with one of these endings, in lower case; none: all files.

    Raises:
        InputError: there is no such folder or zip.
    """
    if data.is_dir():
        found = [(path.relative_to(data).as_posix(), path.read_bytes) for path in _files(data)]
    elif zipfile.is_zipfile(data):
        archive = zipfile.ZipFile(data)
        found = [(name, _reader(archive, name)) for name in sorted(archive.namelist())]
    else:
        raise InputError(f"{data} is neither a folder nor a zip.")
    return [
        (path, read)
        for path, read in found
        if path.lower().endswith(suffixes or "") and "__MACOSX" not in path
    ]


def _modality_of(folder: str) -> str:
    """ "sketch" or "photo" if a folder is called after one of them, else ""."""
    words = set(re.split(r"[^a-z]+", folder.lower()))
    return next((name for name, called in _MODALITIES.items() if words & called), "")


def decode(images: Sequence[LabelledImage], size: int) -> np.ndarray:
    """(N, size, size, 3) uint8."""
    return np.stack([image.pixels(size) for image in images])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _reader(archive: zipfile.ZipFile, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name)
