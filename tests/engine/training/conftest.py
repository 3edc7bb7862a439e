from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from engine.encoders.folded_lite import LITE0, FoldedLite
from engine.training.encoder_corpus import Corpus, Doodles, Photos
from engine.training.encoder_model import Student

CATEGORIES, PHOTOS_EACH, DRAWN_EACH, SIZE = 3, 6, 4, 48


def shape_image(category: int, place: int, ink: bool) -> np.ndarray:
    """A bar, a cross or a square at one of several places; as outline or in colour."""
    grey = np.full((SIZE, SIZE), 255, np.uint8)
    x, y = 6 + 5 * place, 30 - 4 * place
    if category != 2:
        grey[y - 1 : y + 2, x - 5 : x + 18] = 0
    if category == 1:
        grey[y - 9 : y + 10, x + 5 : x + 8] = 0
    if category == 2:
        grey[y - 8 : y + 8, x : x + 16] = 0
        if ink:
            grey[y - 6 : y + 6, x + 2 : x + 14] = 255
    if ink:
        return grey
    return np.stack([grey, np.full_like(grey, 60 * category), 255 - grey], -1)


@pytest.fixture(scope="package")
def corpus() -> Corpus:
    """Three categories of simple shapes whose place tells the photos of one category apart."""
    random = np.random.default_rng(0)
    cells = [(c, p) for c in range(CATEGORIES) for p in range(PHOTOS_EACH)]
    drawn = [(c, p) for c, p in cells if p < DRAWN_EACH]
    sketches = np.stack([shape_image(c, p, True) for c, p in drawn])
    features = random.normal(size=(CATEGORIES, 1280)).astype(np.float32)
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    category = np.array([c for c, _ in cells])
    probabilities = np.full((CATEGORIES, 1000), 1e-4, np.float32)
    probabilities[range(CATEGORIES), range(CATEGORIES)] = 0.9001
    pieces = np.stack([(shape_image(c, p, True) < 128).astype(np.uint8) for c, p in cells])
    groups: list[dict[int, list[int]]] = [{} for _ in range(CATEGORIES)]
    for row, (c, p) in enumerate(drawn):
        groups[c][cells.index((c, p))] = [row]
    return Corpus(
        Photos(
            np.stack([shape_image(c, p, False) for c, p in cells]),
            pieces,
            category,
            probabilities[category].astype(np.float16),
            features[category].astype(np.float16),
        ),
        groups,
        [np.flatnonzero(category == c) for c in range(CATEGORIES)],
        sketches,
        Doodles(
            sketches,
            [np.arange(DRAWN_EACH) + DRAWN_EACH * c for c in range(CATEGORIES)],
            ["bar", "cross", "square"],
            np.array([0, 1, -1]),
            probabilities * np.array([[1], [1], [0]], np.float32),
            features * np.array([[1], [1], [0]], np.float32),
        ),
        np.arange(len(cells)),
    )


@pytest.fixture
def trunk() -> Iterator[FoldedLite]:
    """Untrained (a real one starts from ImageNet weights)."""
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    trunk = FoldedLite(LITE0)
    for layer in trunk.modules():
        if isinstance(layer, torch.nn.Conv2d):  # the default start lets 50 layers fade to nothing
            torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    yield trunk
    # A state of the processor: without it, other tests' small floats would vanish.
    torch.set_flush_denormal(False)


@pytest.fixture
def student(trunk: FoldedLite) -> Student:
    """An untrained network."""
    classifier = torch.randn(1000, 1280) * 0.01, torch.zeros(1000)
    return Student(trunk, classifier, 3).to(memory_format=torch.channels_last)
