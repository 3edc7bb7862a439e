"""The images the encoder learns from, decoded once to 8-bit arrays on disk.

Each source becomes `NAME.npy`, (N, S, S) for drawings or (N, S, S, 3) for photos, beside a
`NAME.json` with one record of labels per row. A second run maps the arrays instead of decoding.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from engine.encoders.strokewise import GUESS_SIZE
from engine.errors import InputError
from engine.evaluation.doodles import first_strokes, rasterise_drawing, read_quickdraw
from engine.training.line_drawing import contour_pieces

IMAGE_SIZE = 192
DRAWING_SIZE = GUESS_SIZE
FINISHED = 0.35
"""Share of the growing drawings that are finished; the others stop anywhere after `EARLIEST`."""
EARLIEST = 0.15


@dataclass(frozen=True)
class ImageSet:
    """Images of one source and modality.

    Attributes:
        pixels: uint8, (N, S, S) for drawings (white paper 255), (N, S, S, 3) for photos.
        category: name of each row's category, as the source spells it.
        instance: which thing is shown: a sketch and the photo it was drawn from agree.
    """

    pixels: np.ndarray
    category: list[str]
    instance: list[str]

    def __len__(self) -> int:
        return len(self.category)

    def where(self, keep: Callable[[str], bool]) -> np.ndarray:
        """Rows whose category passes `keep`."""
        return np.flatnonzero([keep(name) for name in self.category])


def read_images(archive: Path, modality: str) -> Iterator[tuple[str, str, Image.Image]]:
    """(category, file name, image) of a zip with MODALITY/CATEGORY/NAME, in the archive's order.

    Archives without modalities (CATEGORY/NAME, or WNID_name.jpg) hold photos only.
    """
    with zipfile.ZipFile(archive) as files:
        for entry in sorted(files.namelist()):
            parts = entry.split("/")
            if not entry.lower().endswith((".png", ".jpg", ".jpeg")):
                continue
            if len(parts) == 3:
                if parts[0] != modality:
                    continue
                category = parts[1]
            elif len(parts) == 2:
                category = parts[0]
            else:
                category = Path(entry).stem.split("_", 1)[1]
            with Image.open(io.BytesIO(files.read(entry))) as image:
                yield category, Path(entry).stem, image


def _instance(name: str, modality: str) -> str:
    return name.rsplit("-", 1)[0] if modality == "sketch" else name


def load_images(data: Path, archive: str, modality: str, cache: Path) -> ImageSet:
    """`archive` (without .zip) of the folder `data` as an `ImageSet`; decoded on the first call."""
    path = data / f"{archive}.zip"
    mode = "L" if modality == "sketch" else "RGB"

    def rows() -> Iterator[tuple[np.ndarray, str, str]]:
        for category, name, image in read_images(path, modality):
            small = image.convert(mode).resize((IMAGE_SIZE, IMAGE_SIZE), Image.Resampling.BICUBIC)
            yield np.asarray(small), category, f"{category}/{_instance(name, modality)}"

    return _cached(path, cache / f"{archive}_{modality}", rows)


def load_pieces(photos: ImageSet, cache: Path) -> np.ndarray:
    """(N, S, S) uint8 label maps of the photos' contour pieces; traced on the first call."""
    path = cache.with_suffix(".npy")
    if not path.exists():
        np.save(path, np.stack([contour_pieces(photo) for photo in photos.pixels]))
    return np.asarray(np.load(path, mmap_mode="r"))


def load_quickdraw(data: Path, cache: Path, growing: int | None = None) -> ImageSet:
    """All drawings of `quickdraw_345x350.ndjson.gz`, rasterised on the first call.

    Args:
        data: folder of the archive.
        cache: folder of the decoded arrays.
        growing: seed of where each drawing stops, as while it is drawn (see `_stop`); they are
            finished by default.
    """
    path = data / "quickdraw_345x350.ndjson.gz"
    random = np.random.default_rng(growing)

    def rows() -> Iterator[tuple[np.ndarray, str, str]]:
        for i, (word, drawing) in enumerate(read_quickdraw(path)):
            part = drawing if growing is None else first_strokes(drawing, _stop(random))
            yield rasterise_drawing(part, DRAWING_SIZE), word, str(i)

    return _cached(path, cache / ("quickdraw" if growing is None else f"growing_{growing}"), rows)


def _stop(random: np.random.Generator) -> float:
    """The share of the strokes after which a drawing is looked at: a third of them are finished."""
    return 1.0 if random.random() < FINISHED else random.uniform(EARLIEST, 1.0)


def _cached(
    source: Path, stem: Path, rows: Callable[[], Iterator[tuple[np.ndarray, str, str]]]
) -> ImageSet:
    array, records = stem.with_suffix(".npy"), stem.with_suffix(".json")
    if not records.exists():
        if not source.exists():
            raise InputError(f"There is no {source}.")
        stem.parent.mkdir(parents=True, exist_ok=True)
        pixels, category, instance = zip(*rows(), strict=True)
        np.save(array, np.stack(pixels))
        records.write_text(json.dumps({"category": category, "instance": instance}))
    names = json.loads(records.read_text())
    return ImageSet(np.load(array, mmap_mode="r"), names["category"], names["instance"])
