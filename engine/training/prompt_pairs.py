"""Sketch-photo data for prompt learning: which images make a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from engine.errors import InputError
from engine.evaluation.image_tree import LabelledImage


@dataclass(frozen=True)
class Batch:
    """Rows of `Pairs.sketches` and `Pairs.photos` that belong together.

    Attributes:
        sketch: (N,) rows; N is `per_category` times the number of categories, category by category.
        photo: (N,) rows: of the same category, or (fine-grained) the very photo.
        category: (N,) numbers in `Pairs.categories`.
        per_category: how many of each category follow each other.
    """

    sketch: NDArray[np.int64]
    photo: NDArray[np.int64]
    category: NDArray[np.int64]
    per_category: int


class Pairs:
    """Labelled sketches and photos, decoded when first asked for.

    Args:
        images: sketches and photos; categories that have only one of them are left out.
        size: side of the encoder's input in px.

    Raises:
        InputError: fewer than two categories have both.
    """

    def __init__(self, images: Sequence[LabelledImage], size: int) -> None:
        both = {i.category for i in images if i.modality == "sketch"}
        both &= {i.category for i in images if i.modality == "photo"}
        self.categories = sorted(both)
        if len(both) < 2:
            raise InputError(
                "The data needs photo/CATEGORY and sketch/CATEGORY of two categories at least."
            )
        kept = [i for i in images if i.category in both]
        self.sketches = [i for i in kept if i.modality == "sketch"]
        self.photos = [i for i in kept if i.modality == "photo"]
        self._size = size
        self._decoded: dict[str, NDArray[np.uint8]] = {}

    def pixels(self, images: Sequence[LabelledImage]) -> torch.Tensor:
        """(N, 3, S, S) in [0, 1]."""
        rows = []
        for image in images:
            key = f"{image.modality}/{image.category}/{image.name}"
            if key not in self._decoded:
                self._decoded[key] = image.pixels(self._size)
            rows.append(self._decoded[key])
        return torch.from_numpy(np.stack(rows)).permute(0, 3, 1, 2).float() / 255

    def draw(self, count: int, per_category: int, random: np.random.Generator) -> Batch:
        """A batch of about `count` sketches, each with a photo of its category."""
        chosen = self._choose(list(self._sketches_of), count, per_category, random)
        sketch, photo = [], []
        for category in chosen:
            sketch += _draw(self._sketches_of[category], per_category, random)
            photo += _draw(self._photos_of[category], per_category, random)
        return self._batch(sketch, photo, per_category)

    def draw_instances(self, count: int, per_category: int, random: np.random.Generator) -> Batch:
        """The same with the very photos, different ones in each category.

        Raises:
            InputError: hardly any category has two sketches of different photos.
        """
        usable = [name for name, found in self._instances.items() if len(found) >= per_category]
        if len(usable) < 2:
            raise InputError(
                f"Fine-grained learning needs sketches ID-K of {per_category} photos ID in two "
                "categories at least."
            )
        sketch, photo = [], []
        for category in self._choose(usable, count, per_category, random):
            photos = list(self._instances[category])
            for row in _draw(photos, per_category, random):
                photo.append(row)
                sketch += _draw(self._instances[category][row], 1, random)
        return self._batch(sketch, photo, per_category)

    def _choose(
        self, names: list[str], count: int, per_category: int, random: np.random.Generator
    ) -> list[str]:
        number = max(2, min(count // per_category, len(names)))
        return [names[i] for i in random.choice(len(names), number, replace=False)]

    def _batch(self, sketch: list[int], photo: list[int], per_category: int) -> Batch:
        number = {name: i for i, name in enumerate(self.categories)}
        category = [number[self.sketches[row].category] for row in sketch]
        return Batch(np.array(sketch), np.array(photo), np.array(category), per_category)

    @cached_property
    def _sketches_of(self) -> dict[str, list[int]]:
        return _rows_by_category(self.sketches)

    @cached_property
    def _photos_of(self) -> dict[str, list[int]]:
        return _rows_by_category(self.photos)

    @cached_property
    def _instances(self) -> dict[str, dict[int, list[int]]]:
        """Category to photo's row to the rows of its sketches."""
        photo_row = {image.instance: row for row, image in enumerate(self.photos)}
        found: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for row, image in enumerate(self.sketches):
            if image.instance in photo_row:
                found[image.category].setdefault(photo_row[image.instance], []).append(row)
        return dict(found)


def _rows_by_category(images: Sequence[LabelledImage]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, image in enumerate(images):
        rows[image.category].append(row)
    return dict(rows)


def _draw(rows: list[int], count: int, random: np.random.Generator) -> list[int]:
    """Different ones as far as there are enough."""
    return [rows[i] for i in random.choice(len(rows), count, replace=len(rows) < count)]
