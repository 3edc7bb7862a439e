"""What one training step sees: categories of drawn photos, traced photos and doodles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.training.augment import (
    DOODLE_WARP,
    PHOTO_WARP,
    SKETCH_WARP,
    TRACED_WARP,
    drop_pieces,
    jitter_colours,
    on_paper,
    shuffle_patches,
    thicken,
    warp,
)
from engine.training.encoder_corpus import Corpus


@dataclass(frozen=True)
class BatchShape:
    """How many of each."""

    groups: int = 8
    sketches_per_group: int = 5
    photos_per_group: int = 8
    traced: int = 20
    doodles: int = 96


@dataclass(frozen=True)
class Batch:
    """Images in the order: group photos, traced photos | group sketches, traced, doodles.

    Attributes:
        images: (B, 3, S, S).
        photo_rows: rows in `Photos` of the P photos.
        partner: (K,) index among the P photos of each group or traced sketch.
        group: (P,) group of each photo; traced photos are each their own.
        doodle_class: (D,) numbers of the doodles' classes.
        shuffled: the traced pairs are patch-shuffled: only pairs, no categories.
    """

    images: torch.Tensor
    photo_rows: np.ndarray
    partner: torch.Tensor
    group: torch.Tensor
    doodle_class: torch.Tensor
    shuffled: bool
    traced: int


class Sampler:
    """Random batches of a corpus, augmented; the same seed gives the same batches."""

    def __init__(self, corpus: Corpus, shape: BatchShape, seed: int, shuffle_chance: float = 0.2):
        self._corpus, self._shape = corpus, shape
        self._random = np.random.default_rng(seed)
        self._generator = torch.Generator().manual_seed(seed)
        self._shuffle_chance = shuffle_chance
        match = corpus.doodles.photo_class
        self._doodle_of_photo_class = {int(c): i for i, c in enumerate(match) if c >= 0}

    def draw(self, size: int, device: torch.device) -> Batch:
        """One batch of `size` px images."""
        shape, corpus, random = self._shape, self._corpus, self._random
        photo_rows: list[int] = []
        partner: list[int] = []
        group: list[int] = []
        sketch_rows: list[int] = []
        chosen = random.choice(len(corpus.groups), shape.groups, replace=False)
        for g, number in enumerate(chosen):
            drawn = corpus.groups[number]
            pairs = random.permutation(list(drawn))[: shape.sketches_per_group]
            others = np.setdiff1d(corpus.group_photos[number], pairs)
            extra = random.permutation(others)[: shape.photos_per_group - len(pairs)]
            for k in range(shape.sketches_per_group):
                row = int(pairs[k % len(pairs)])
                partner.append(len(photo_rows) + k % len(pairs))
                sketch_rows.append(int(random.choice(drawn[row])))
            photo_rows += [int(r) for r in pairs] + [int(r) for r in extra]
            group += [g] * (len(pairs) + len(extra))
        shuffled = bool(random.random() < self._shuffle_chance)
        distinct = shape.traced // 2 if shuffled else shape.traced
        traced_rows = random.choice(corpus.traced, distinct, replace=False)
        if shuffled:
            traced_rows = np.tile(traced_rows, 2)
        partner += range(len(photo_rows), len(photo_rows) + len(traced_rows))
        group += range(shape.groups, shape.groups + len(traced_rows))
        rows = np.array(photo_rows + traced_rows.tolist())
        mirrored = torch.from_numpy(random.random(len(rows)) < 0.5)
        partners = torch.tensor(partner)
        photos = self._photos(rows, mirrored, size)
        sketches = self._sketches(
            np.array(sketch_rows), mirrored[partners[: len(sketch_rows)]], size
        )
        traced = self._traced(traced_rows, mirrored[partners[len(sketch_rows) :]], size)
        if shuffled:
            order = torch.from_numpy(np.stack([random.permutation(4) for _ in traced_rows]))
            start = len(rows) - len(traced_rows)
            photos[start:] = shuffle_patches(photos[start:], order)
            traced = shuffle_patches(traced, order)
        classes = corpus.photos.category[photo_rows]
        doodles, doodle_class = self._doodles(classes, size)
        return Batch(
            torch.cat([photos, sketches, traced, doodles]).to(device),
            rows,
            partners.to(device),
            torch.tensor(group).to(device),
            torch.from_numpy(doodle_class).to(device),
            shuffled,
            len(traced_rows),
        )

    def _photos(self, rows: np.ndarray, mirrored: torch.Tensor, size: int) -> torch.Tensor:
        rgb = torch.from_numpy(self._corpus.photos.pixels[rows]).permute(0, 3, 1, 2).float() / 255
        moved = warp(rgb, size, PHOTO_WARP, self._generator, mirrored, "reflection")
        return jitter_colours(moved, self._generator)

    def _sketches(self, rows: np.ndarray, mirrored: torch.Tensor, size: int) -> torch.Tensor:
        ink = 1 - torch.from_numpy(self._corpus.sketches[rows])[:, None].float() / 255
        moved = warp(ink, size, SKETCH_WARP, self._generator, mirrored)
        return on_paper(thicken(moved, self._generator))

    def _traced(self, rows: np.ndarray, mirrored: torch.Tensor, size: int) -> torch.Tensor:
        ink = drop_pieces(torch.from_numpy(self._corpus.photos.pieces[rows]), self._generator)
        moved = warp(ink, size, TRACED_WARP, self._generator, mirrored)
        return on_paper(thicken(moved, self._generator))

    def _doodles(self, classes: np.ndarray, size: int) -> tuple[torch.Tensor, np.ndarray]:
        """Half from the batch's categories where Quick, Draw! has them, the rest from all."""
        corpus, random = self._corpus, self._random
        known = [self._doodle_of_photo_class[c] for c in set(classes.tolist())
                 if c in self._doodle_of_photo_class]  # fmt: skip
        wanted = random.integers(len(corpus.doodles.rows), size=self._shape.doodles)
        if known:
            wanted[: min(len(wanted) // 3, 3 * len(known))] = np.resize(
                known, min(len(wanted) // 3, 3 * len(known))
            )
        rows = [int(random.choice(corpus.doodles.rows[c])) for c in wanted]
        ink = 1 - torch.from_numpy(corpus.doodles.pixels[rows])[:, None].float() / 255
        mirrored = torch.from_numpy(random.random(len(rows)) < 0.5)
        moved = warp(ink, size, DOODLE_WARP, self._generator, mirrored)
        return on_paper(thicken(moved, self._generator)), wanted
