"""Feature maps of augmented pairs, computed once: the encoder is frozen, so training need not wait.

Every photo is seen in one random view; of every photo two drawings are made, and every real sketch
of it is warped once. Maps lie in fp16 on disk and are read through memory maps.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from torch.nn.functional import adaptive_avg_pool2d

from engine.correspondence.features import WARP_STAGES, stage_maps
from engine.correspondence.flow import GRID
from engine.correspondence.thin_plate import cell_centres
from engine.encoders.lite import LiteEncoder
from engine.evaluation.synthetic_pairs import (
    SIDE,
    AffineViews,
    WarpRange,
    Warps,
    ink_of,
    regions,
    warped,
)
from engine.training.augment import jitter_colours, on_paper, thicken
from engine.training.correspondence_data import PhotoBank, SketchBank

DRAWINGS_PER_PHOTO = 2
REGION_SHARE = 0.5
"""Of the drawings that keep only what lies in an ellipse."""
_VIEW = WarpRange(zoom=(0.85, 1.25), turn_degrees=6, shift=0.06, stretch=0.1, bend=0.0)
_BATCH = 32
_ENCODED_AT_ONCE = 8
"""Few enough for the cache of a CPU; more take almost twice as long."""


@dataclass(frozen=True)
class FeatureBank:
    """Attributes:
    photo, drawing, sketch: maps by stage, (N, C, h, w), (2 N, ...) and (M, ...) fp16.
    photo_view: (N, 3, 256, 256) uint8, what the photo maps are of.
    sketch_ink: (M, 256, 256) uint8, what the sketch maps are of: 255 on a line.
    truth: (2 N, 32, 32, 2) float32, where a drawing's cell lies on its photo's view.
    known: (2 N, 32, 32) bool, whether the cell shows what was drawn: in the region that was
        kept, and on the photo.
    drawing_density, sketch_density: (2 N, 32, 32) and (M, 32, 32) fp16 share of ink.
    sketch_photo: (M,) row of the photo each sketch was drawn from.
    rows: the photos that were taken; the others' maps are empty.
    Drawing row r is of photo r // 2.
    """

    photo: dict[str, NDArray[np.float16]]
    drawing: dict[str, NDArray[np.float16]]
    sketch: dict[str, NDArray[np.float16]]
    photo_view: NDArray[np.uint8]
    sketch_ink: NDArray[np.uint8]
    truth: NDArray[np.float32]
    known: NDArray[np.bool_]
    drawing_density: NDArray[np.float16]
    sketch_density: NDArray[np.float16]
    sketch_photo: NDArray[np.int64]
    rows: NDArray[np.int64]


def build_bank(
    photos: PhotoBank,
    sketches: SketchBank,
    encoder: LiteEncoder,
    folder: Path,
    report: Callable[[float], None],
    most: int,
    seed: int = 0,
) -> FeatureBank:
    """Make the bank in `folder`, or go on with it, or read it when it is there.

    Args:
        photos: to make drawings of.
        sketches: of these photos.
        encoder: whose maps.
        folder: for the bank; a gigabyte for 2000 photos.
        report: told the share done.
        most: photos that are taken at most, those first that were drawn.
        seed: of everything that is random.
    """
    folder.mkdir(parents=True, exist_ok=True)
    maker = _Maker(photos, sketches, encoder, folder, seed)
    order = _order(photos, sketches)[:most]
    batches = [np.sort(part) for part in np.split(order, range(_BATCH, len(order), _BATCH))]
    for number, rows in enumerate(batches):
        if number >= maker.done:
            maker.add(number, rows)
            report((number + 1) / len(batches))
    return maker.bank(sketches.photo, np.concatenate(batches))


def _order(photos: PhotoBank, sketches: SketchBank) -> NDArray[np.int64]:
    """Rows of the photos: those that were drawn first, then the others in any order."""
    drawn = np.unique(sketches.photo)
    others = np.setdiff1d(np.arange(len(photos.photos)), drawn)
    return np.concatenate([drawn, np.random.default_rng(0).permutation(others)])


class _Maker:
    """Fills the arrays batch by batch."""

    def __init__(
        self,
        photos: PhotoBank,
        sketches: SketchBank,
        encoder: LiteEncoder,
        folder: Path,
        seed: int,
    ) -> None:
        self._photos, self._sketches, self._encoder = photos, sketches, encoder
        self._folder, self._seed = folder, seed
        self._progress = folder / "progress.json"
        self._arrays: dict[str, Any] = {}
        n, m = len(photos.photos), len(sketches.sketches)
        d = n * DRAWINGS_PER_PHOTO
        with torch.no_grad():
            shapes = stage_maps(encoder, torch.zeros(1, 3, SIDE, SIDE), WARP_STAGES)
        for kind, rows in (("photo", n), ("drawing", d), ("sketch", m)):
            for stage, maps in zip(WARP_STAGES, shapes, strict=True):
                self._open(f"{kind}_{stage}", (rows, *maps.shape[1:]), np.float16)
        self._open("photo_view", (n, 3, SIDE, SIDE), np.uint8)
        self._open("sketch_ink", (m, SIDE, SIDE), np.uint8)
        self._open("truth", (d, GRID, GRID, 2), np.float32)
        self._open("known", (d, GRID, GRID), np.bool_)
        self._open("drawing_density", (d, GRID, GRID), np.float16)
        self._open("sketch_density", (m, GRID, GRID), np.float16)

    @property
    def done(self) -> int:
        """Batches that are on disk."""
        return int(json.loads(self._progress.read_text())) if self._progress.exists() else 0

    def _open(self, name: str, shape: tuple[int, ...], kind: type) -> None:
        path = self._folder / f"{name}.npy"
        if path.exists():
            self._arrays[name] = np.load(path, mmap_mode="r+")
        else:
            self._arrays[name] = open_memmap(path, "w+", kind, shape)

    def add(self, number: int, rows: NDArray[np.int64]) -> None:
        """Everything that belongs to these photos."""
        generator = torch.Generator().manual_seed(self._seed * 1_000_003 + number)
        pixels = torch.from_numpy(self._photos.photos[rows]).permute(0, 3, 1, 2).float() / 255
        labels = torch.from_numpy(np.array(self._photos.pieces[rows]))
        mirrored = torch.rand(len(rows), generator=generator) < 0.5
        pixels = torch.where(mirrored[:, None, None, None], pixels.flip(3), pixels)
        labels = torch.where(mirrored[:, None, None], labels.flip(2), labels)
        views = AffineViews(len(rows), _VIEW, generator)
        paper = 1 - warped(1 - pixels, views.on_grid(SIDE))
        seen = (jitter_colours(paper, generator) * 255).round().byte()
        self._arrays["photo_view"][rows] = seen.numpy()
        self._encode("photo", rows, seen.float() / 255)
        for number_of_drawing in range(DRAWINGS_PER_PHOTO):
            at = rows * DRAWINGS_PER_PHOTO + number_of_drawing
            self._draw(at, labels, views, generator)
        self._warp_sketches(rows, mirrored, generator)
        self._progress.write_text(json.dumps(number + 1))

    def _draw(
        self,
        rows: NDArray[np.int64],
        labels: torch.Tensor,
        views: AffineViews,
        generator: torch.Generator,
    ) -> None:
        kept = regions(len(rows), SIDE, REGION_SHARE, generator)
        ink = ink_of(labels * kept, generator)
        warps = random_warps(len(rows), generator)
        drawing = thicken(warped(ink, warps(SIDE)), generator).clamp(0, 1)
        truth = views.inverse(warps(GRID))
        in_region = warped(kept[:, None].float(), warps(GRID))[:, 0] > 0.5
        on_photo = ((truth > 0) & (truth < 1)).all(3)
        self._arrays["truth"][rows] = truth.numpy()
        self._arrays["known"][rows] = (in_region & on_photo).numpy()
        self._arrays["drawing_density"][rows] = _density(drawing)
        self._encode("drawing", rows, on_paper(drawing))

    def _warp_sketches(
        self, rows: NDArray[np.int64], mirrored: torch.Tensor, generator: torch.Generator
    ) -> None:
        at = np.flatnonzero(np.isin(self._sketches.photo, rows))
        for part in np.array_split(at, -(-len(at) // _BATCH)) if len(at) else ():
            ink = 1 - torch.from_numpy(self._sketches.sketches[part])[:, None].float() / 255
            flip = mirrored[torch.from_numpy(np.searchsorted(rows, self._sketches.photo[part]))]
            ink = torch.where(flip[:, None, None, None], ink.flip(3), ink)
            warps = random_warps(len(part), generator)
            drawing = (warped(ink, warps(SIDE)).clamp(0, 1) * 255).round().byte()
            self._arrays["sketch_ink"][part] = drawing[:, 0].numpy()
            self._arrays["sketch_density"][part] = _density(drawing.float() / 255)
            self._encode("sketch", part, on_paper(drawing.float() / 255))

    def _encode(self, kind: str, rows: NDArray[np.int64], images: torch.Tensor) -> None:
        for start in range(0, len(rows), _ENCODED_AT_ONCE):
            part = slice(start, start + _ENCODED_AT_ONCE)
            maps = stage_maps(self._encoder, images[part], WARP_STAGES)
            for stage, each in zip(WARP_STAGES, maps, strict=True):
                self._arrays[f"{kind}_{stage}"][rows[part]] = each.half().numpy()

    def bank(self, sketch_photo: NDArray[np.int64], rows: NDArray[np.int64]) -> FeatureBank:
        """What was made."""
        maps: dict[str, Any] = {
            kind: {stage: self._arrays[f"{kind}_{stage}"] for stage in WARP_STAGES}
            for kind in ("photo", "drawing", "sketch")
        }
        names = ("photo_view", "sketch_ink", "truth", "known", "drawing_density", "sketch_density")
        return FeatureBank(
            **maps,
            **{name: self._arrays[name] for name in names},
            sketch_photo=sketch_photo,
            rows=rows,
        )


def random_warps(count: int, generator: torch.Generator) -> Callable[[int], torch.Tensor]:
    """Warps from none at all (a traced photo) to a quarter more than the evaluation's.

    Returns:
        Cells along a side to (B, cells, cells, 2) places.
    """
    warps = Warps(count, WarpRange(), generator)
    draw = torch.rand(count, 2, generator=generator)
    share = torch.where(draw[:, 0] < 0.15, 0.3 * draw[:, 1], 0.6 + 0.65 * draw[:, 1])

    def on_grid(cells: int) -> torch.Tensor:
        still = cell_centres(cells).view(1, cells, cells, 2).float()
        return still + share[:, None, None, None] * (warps.on_grid(cells) - still)

    return on_grid


def _density(ink: torch.Tensor) -> NDArray[np.float16]:
    """(B, 32, 32) share of ink in each cell of (B, 1, S, S) drawings."""
    return np.asarray(adaptive_avg_pool2d(ink, GRID)[:, 0].half().numpy())
