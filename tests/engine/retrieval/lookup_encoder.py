"""An encoder that looks embeddings up in a table, and photos that are places in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn.functional import normalize


class LookupEncoder:
    """The red of an image's middle is the row, its green times 256 more."""

    input_size = 8
    device = torch.device("cpu")

    def __init__(self, table: np.ndarray, semantic_dimensions: int | None) -> None:
        self.name = self.fingerprint = "lookup"
        self.semantic_dimensions = semantic_dimensions
        self._table = normalize(torch.from_numpy(table).float(), dim=1)

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        middle = (255 * images[:, :, 4, 4]).round().long()
        rows = middle[:, 0] + 256 * middle[:, 1]
        return self._table[rows % len(self._table)]  # white is what a library asks first


def photo_of(row: int) -> np.ndarray:
    """The (32, 32, 3) image of a row."""
    return np.full((32, 32, 3), (row % 256, row // 256, 0), np.uint8)


def make_photos(folder: Path, rows: range) -> None:
    """A PNG for each row of the table, named after it."""
    folder.mkdir(exist_ok=True)
    for row in rows:
        Image.fromarray(photo_of(row)).save(folder / f"{row}.png")


def clusters(count: int, dimensions: int = 24, kinds: int = 8, seed: int = 0) -> np.ndarray:
    """(count, dimensions) unit vectors around some directions."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((kinds, dimensions))
    rows = centres[random.integers(kinds, size=count)]
    rows = rows + random.standard_normal((count, dimensions))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def smoothed_by_brute_force(
    rows: np.ndarray, dimensions: int, neighbours: int = 5, power: int = 3
) -> np.ndarray:
    """(N, D) what smoothing is to give, from the (N, N) matrix of all cosines."""
    rows = rows.astype(np.float64)
    semantic = rows[:, :dimensions]
    norm = np.linalg.norm(semantic, axis=1, keepdims=True)
    unit = semantic / norm
    cosines = unit @ unit.T
    result = rows.copy()
    for i, line in enumerate(cosines):
        near = np.argsort(-line)[:neighbours]
        mean = (np.maximum(line[near], 0) ** power) @ unit[near]
        result[i, :dimensions] = norm[i] * mean / np.linalg.norm(mean)
    return result
