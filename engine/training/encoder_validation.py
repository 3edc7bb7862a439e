"""How good a network in training is on the validation categories."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from engine.encoders.strokewise import INPUT_SIZE
from engine.evaluation.embedding import to_batch
from engine.evaluation.retrieval import Gallery, retrieval_metrics
from engine.training.encoder_data import ImageSet, load_images, load_pieces
from engine.training.encoder_model import Student
from engine.training.encoder_split import VALIDATION
from engine.training.shape_bias import shape_bias

_BATCH = 64


class ValidationSet:
    """The 525 sketches and 525 photos of the 21 validation categories.

    Args:
        data: folder of the archives.
        cache: folder of the decoded arrays.
        device: where the networks are.
        size: side of the images in px.
    """

    def __init__(
        self, data: Path, cache: Path, device: torch.device, size: int = INPUT_SIZE
    ) -> None:
        self._device, self._size = device, size
        self._sets = [load_images(data, "sketchy_104", m, cache) for m in ("sketch", "photo")]
        self._pieces = load_pieces(self._sets[1], cache / "sketchy_104_pieces")
        self._rows = [images.where(lambda name: name in VALIDATION) for images in self._sets]

    def metrics(self, student: Student) -> dict[str, float]:
        """map_all, acc_1 and acc_5 of `engine.evaluation.retrieval`."""
        sketches, photos = (
            self._gallery(student, images, rows, are_photos)
            for images, rows, are_photos in zip(self._sets, self._rows, (False, True), strict=True)
        )
        found = retrieval_metrics(sketches, photos)
        return {name: round(found[name], 4) for name in ("map_all", "acc_1", "acc_5")}

    def shape_bias(self, student: Student) -> float:
        """See `engine.training.shape_bias`; stimuli from the validation photos."""
        photos, rows = self._sets[1], self._rows[1]
        return shape_bias(
            lambda pixels: self._embed(student, pixels, are_photos=True),
            np.asarray(photos.pixels[rows]),
            self._pieces[rows],
            [photos.category[i] for i in rows],
        )

    def _gallery(
        self, student: Student, images: ImageSet, rows: np.ndarray, are_photos: bool
    ) -> Gallery:
        return Gallery(
            self._embed(student, images.pixels[rows], are_photos),
            [images.category[i] for i in rows],
            [images.instance[i] for i in rows],
        )

    @torch.no_grad()
    def _embed(self, student: Student, pixels: np.ndarray, are_photos: bool) -> np.ndarray:
        parts = []
        for start in range(0, len(pixels), _BATCH):
            batch = to_batch(pixels[start : start + _BATCH], self._device)
            small = functional.interpolate(
                batch, size=(self._size, self._size), mode="bilinear", antialias=True
            )
            out = student(small, len(small) if are_photos else 0)
            parts.append(out.embedding.cpu().numpy())
        return np.concatenate(parts)
