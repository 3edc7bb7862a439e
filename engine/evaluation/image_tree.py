"""Labelled images in a folder or a zip: MODALITY/CATEGORY/NAME, or CATEGORY/NAME."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from engine.errors import InputError

_SUFFIXES = (".png", ".jpg", ".jpeg")


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
        """CATEGORY/ID of the thing shown: a sketch ID-K was drawn from photo ID."""
        name = self.name.rsplit("-", 1)[0] if self.modality == "sketch" else self.name
        return f"{self.category}/{name}"

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
    if data.is_dir():
        entries = [(path.relative_to(data).as_posix(), path.read_bytes) for path in _files(data)]
    elif zipfile.is_zipfile(data):
        archive = zipfile.ZipFile(data)
        entries = [(name, _reader(archive, name)) for name in sorted(archive.namelist())]
    else:
        raise InputError(f"{data} is neither a folder nor a zip.")
    found = []
    for path, read in entries:
        *folders, file = path.split("/")
        if len(folders) not in (1, 2) or not file.lower().endswith(_SUFFIXES):
            continue
        modality = folders[0] if len(folders) == 2 else ""
        found.append(LabelledImage(modality, folders[-1], file.rsplit(".", 1)[0], read))
    if not found:
        raise InputError(f"{data} holds no images as MODALITY/CATEGORY/NAME.png or .jpg.")
    return found


def decode(images: Sequence[LabelledImage], size: int) -> np.ndarray:
    """(N, size, size, 3) uint8."""
    return np.stack([image.pixels(size) for image in images])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _reader(archive: zipfile.ZipFile, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name)
