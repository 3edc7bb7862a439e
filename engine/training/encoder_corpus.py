"""Everything the encoder's trunk may learn from, with the held-out categories left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from engine.training.encoder_data import ImageSet, load_images, load_pieces, load_quickdraw
from engine.training.encoder_names import common_name
from engine.training.encoder_split import TRAINING_DRAWINGS, held_out
from engine.training.teacher import teach


@dataclass(frozen=True)
class Photos:
    """All training photos in one array each.

    Attributes:
        pixels: (N, S, S, 3) uint8.
        pieces: (N, S, S) uint8 label maps of contours.
        category: (N,) class numbers over all sources.
        probabilities: (N, 1000) the teacher's, over the ImageNet classes, fp16.
        features: (N, 1280) the teacher's, centred, unit length, fp16.
    """

    pixels: np.ndarray
    pieces: np.ndarray
    category: np.ndarray
    probabilities: np.ndarray
    features: np.ndarray


@dataclass(frozen=True)
class Doodles:
    """Quick, Draw! drawings of the categories that may be trained on.

    Attributes:
        pixels: (K, s, s) uint8, of all categories.
        rows: for each of the C categories, its training drawings among the K.
        names: the C categories.
        photo_class: (C,) the photos' class of the same kind of thing, -1 where there is none.
        probabilities: (C, 1000) mean of the teacher's over that class's photos, or 0.
        features: (C, 1280) unit mean of the teacher's features over them, or 0.
    """

    pixels: np.ndarray
    rows: list[np.ndarray]
    names: list[str]
    photo_class: np.ndarray
    probabilities: np.ndarray
    features: np.ndarray


@dataclass(frozen=True)
class Corpus:
    """Everything the trunk may learn from.

    Attributes:
        photos: see `Photos`.
        groups: for each category drawn from photos, the sketches' rows of each drawn photo row.
        group_photos: for each of these categories, the rows of all its photos.
        sketches: (M, S, S) uint8.
        doodles: see `Doodles`.
        traced: rows of photos with enough contours to trace.
    """

    photos: Photos
    groups: list[dict[int, list[int]]]
    group_photos: list[np.ndarray]
    sketches: np.ndarray
    doodles: Doodles
    traced: np.ndarray


_SOURCES = {
    "sketchy": "sketchy_104",
    "caltech": "caltech101_176",
    "imagenet": "imagenet_800",
    "pacs": "pacs_6",
    "qmul": "qmul_v1_train",
}


def load_corpus(data: Path, cache: Path, device: torch.device) -> Corpus:
    """Read every source, leave the held-out categories out, number the rest.

    Args:
        data: folder of the archives.
        cache: folder of the decoded arrays; filled on the first call.
        device: where the teacher runs.
    """
    pixels, pieces, names, probabilities, features = [], [], [], [], []
    offset = 0
    row_of: dict[str, int] = {}
    for source, archive in _SOURCES.items():
        images = load_images(data, archive, "photo", cache)
        maps = load_pieces(images, cache / f"{archive}_pieces")
        lessons = teach(images.pixels, cache / f"{archive}_lessons", device)
        out = held_out(source)
        rows = images.where(lambda name, out=out: name not in out)  # type: ignore[misc]
        pixels.append(images.pixels[rows])
        pieces.append(maps[rows])
        names += [common_name(images.category[i], source) for i in rows]
        probabilities.append(lessons.probabilities[rows])
        features.append(lessons.features[rows])
        if source in ("sketchy", "qmul"):
            row_of |= {images.instance[i]: offset + n for n, i in enumerate(rows)}
        offset += len(rows)
    classes = {name: number for number, name in enumerate(sorted(set(names)))}
    unit = np.concatenate(features).astype(np.float32)
    unit -= unit.mean(0)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    photos = Photos(
        np.concatenate(pixels),
        np.concatenate(pieces),
        np.array([classes[name] for name in names]),
        np.concatenate(probabilities),
        unit.astype(np.float16),
    )
    groups, group_photos, sketches = _groups(data, cache, row_of)
    return Corpus(
        photos,
        groups,
        group_photos,
        sketches,
        _doodles(load_quickdraw(data, cache), photos, classes),
        np.flatnonzero((photos.pieces > 0).mean((1, 2)) > 0.01),
    )


def _groups(
    data: Path, cache: Path, row_of: dict[str, int]
) -> tuple[list[dict[int, list[int]]], list[np.ndarray], np.ndarray]:
    groups: dict[str, dict[int, list[int]]] = {}
    pixels = []
    offset = 0
    for source in ("sketchy", "qmul"):
        drawn = load_images(data, _SOURCES[source], "sketch", cache)
        pixels.append(drawn.pixels)
        for i, instance in enumerate(drawn.instance):
            if instance in row_of:
                name = instance.split("/")[0]
                groups.setdefault(name, {}).setdefault(row_of[instance], []).append(offset + i)
        offset += len(drawn)
    members: dict[str, list[int]] = {name: [] for name in groups}
    for instance, row in row_of.items():
        members[instance.split("/")[0]].append(row)
    return (
        list(groups.values()),
        [np.array(members[name]) for name in groups],
        np.concatenate(pixels),
    )


def _doodles(images: ImageSet, photos: Photos, classes: dict[str, int]) -> Doodles:
    out = held_out("quickdraw")
    names = [name for name in sorted(set(images.category)) if name not in out]
    category = np.array(images.category)
    photo_class = np.array([classes.get(common_name(name, "quickdraw"), -1) for name in names])
    probabilities = np.zeros((len(names), photos.probabilities.shape[1]), np.float32)
    features = np.zeros((len(names), photos.features.shape[1]), np.float32)
    for i, number in enumerate(photo_class):
        rows = np.flatnonzero(photos.category == number)
        if len(rows):
            probabilities[i] = photos.probabilities[rows].astype(np.float32).mean(0)
            mean = photos.features[rows].astype(np.float32).mean(0)
            features[i] = mean / np.linalg.norm(mean)
    return Doodles(
        np.asarray(images.pixels),
        [np.flatnonzero(category == name)[:TRAINING_DRAWINGS] for name in names],
        names,
        photo_class,
        probabilities,
        features,
    )
