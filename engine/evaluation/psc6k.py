"""PSC6k's layout: a CSV of keypoints beside Sketchy's photos and sketches.

Each row has `photo` and `sketch`, paths below the data's root (or below one of its folders), and
`XA`, `YA` (on the photo), `XB`, `YB` (on the sketch): coordinates in px of these images, separated
by semicolons. Columns beyond these are not read; the benchmark has a `class`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image, UnidentifiedImageError

from engine.errors import InputError
from engine.evaluation.keypoints import KeypointPair
from engine.evaluation.synthetic_pairs import SIDE
from engine.strokes import FloatArray

COLUMNS = ("photo", "sketch", "XA", "YA", "XB", "YB")
Files = dict[str, Callable[[], bytes]]
"""Path to how it is read."""


@dataclass(frozen=True, eq=False)
class Row:
    """One row of the CSV.

    Attributes:
        photo, sketch: paths.
        on_photo, on_sketch: (N, 2) px.
    """

    photo: str
    sketch: str
    on_photo: FloatArray
    on_sketch: FloatArray


def keypoint_table(files: Files) -> list[Row]:
    """The rows of every CSV among the files that has the columns; empty if there is none.

    Raises:
        InputError: a row has coordinates that are none, or not equally many.
    """
    rows: list[Row] = []
    for path, read in files.items():
        if path.lower().endswith(".csv"):
            table = csv.DictReader(io.StringIO(read().decode("utf-8-sig", "replace")))
            if set(COLUMNS) <= set(table.fieldnames or ()):
                rows += [_row(each, path, number) for number, each in enumerate(table, start=2)]
    return rows


def read_pairs(rows: list[Row], files: Files) -> Iterator[KeypointPair]:
    """The pairs of the rows.

    Raises:
        InputError: an image is missing or is none.
    """
    # The paths of the table begin where Sketchy was unpacked, which may lie deeper.
    by_name = {"/".join(path.split("/")[-3:]): path for path in files}
    for row in rows:
        photo, photo_size = _image(row.photo, files, by_name)
        sketch, sketch_size = _image(row.sketch, files, by_name)
        yield KeypointPair(
            sketch,
            photo,
            row.on_sketch / sketch_size,
            row.on_photo / photo_size,
            row.photo.replace("\\", "/").split("/")[-2] if "/" in row.photo else "",
        )


def _row(fields: dict[str, str], path: str, number: int) -> Row:
    try:
        xa, ya, xb, yb = (
            np.array([float(each) for each in fields[name].split(";") if each.strip()])
            for name in COLUMNS[2:]
        )
        on_photo, on_sketch = np.stack([xa, ya], 1), np.stack([xb, yb], 1)
        if len(on_photo) != len(on_sketch) or not len(on_photo):
            raise ValueError("not equally many")
    except (ValueError, AttributeError, TypeError) as error:
        raise InputError(f"Line {number} of {path} is no row of keypoints.") from error
    return Row(fields["photo"], fields["sketch"], on_photo, on_sketch)


def _image(
    path: str, files: Files, by_name: dict[str, str]
) -> tuple[torch.Tensor, tuple[int, int]]:
    """(1, 3, 256, 256) in [0, 1], stretched to the square, and the size in px it had."""
    wanted = path.replace("\\", "/").lstrip("./")
    read = files.get(wanted) or files.get(by_name.get("/".join(wanted.split("/")[-3:]), ""))
    if read is None:
        raise InputError(f"There is no {path} beside the keypoints.")
    try:
        with Image.open(io.BytesIO(read())) as image:
            rgba = image.convert("RGBA")
    except (UnidentifiedImageError, OSError) as error:
        raise InputError(f"{path} is not an image.") from error
    paper = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
    small = np.asarray(paper.resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    return torch.from_numpy(small.copy()).permute(2, 0, 1)[None].float() / 255, rgba.size
