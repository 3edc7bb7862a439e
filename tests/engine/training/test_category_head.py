from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.training.category_head import (
    HeadRecipe,
    cache_features,
    calibrate,
    head_metrics,
    logits_of,
    train_head,
)

CPU = torch.device("cpu")
WIDTH = 1280 + 1792


def clusters(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Four overlapping clusters of features."""
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(99).normal(size=(4, WIDTH)) * 0.07
    target = np.arange(count) % 4
    return (centres[target] + random.normal(size=(count, WIDTH))).astype(np.float16), target


def test_a_head_learns_and_its_probabilities_are_calibrated() -> None:
    features, target = clusters(1024, 0)
    losses: list[str] = []
    head = train_head(features, target, 4, HeadRecipe(epochs=6), CPU, losses.append)
    assert len(losses) == 6
    held, right = clusters(1200, 1)
    before = head_metrics(head, held, right)
    assert before["top_1"] > 0.75
    assert before["top_3"] >= before["top_1"]
    calibrate(head, *clusters(1200, 2))
    after = head_metrics(head, held, right)
    assert after["top_1"] == pytest.approx(before["top_1"])
    assert after["ece"] < 0.05


def test_calibration_finds_the_temperature_that_spoils_nothing() -> None:
    features, target = clusters(512, 0)
    head = train_head(features, target, 4, HeadRecipe(epochs=2), CPU, lambda line: None)
    with torch.no_grad():
        plain = logits_of(head, features)
    temperature = calibrate(head, features, target)
    torch.testing.assert_close(logits_of(head, features), plain / temperature)


def test_features_are_made_once(tmp_path: Path) -> None:
    torch.manual_seed(0)
    places = torch.rand(32 * 32, WIDTH)
    drawings = np.full((6, 32, 32), 255, np.uint8)
    drawings[:, 10, 5:25] = 0
    path = tmp_path / "features.npy"
    rows = np.array([0, 4, 5])

    def encode(images: torch.Tensor) -> torch.Tensor:
        return (1 - images[:, 0]).flatten(1) @ places

    first = cache_features(encode, drawings, rows, path, None, CPU, lambda line: None)
    assert first.shape == (3, WIDTH)
    np.testing.assert_array_equal(first[0], first[1])
    np.testing.assert_allclose(first[0], places[10 * 32 + 5 : 10 * 32 + 25].sum(0), rtol=1e-3)
    again = cache_features(encode, drawings * 0, rows, path, None, CPU, lambda line: None)
    np.testing.assert_array_equal(first, again)
    moved = cache_features(encode, drawings, rows, tmp_path / "b.npy", 1, CPU, lambda line: None)
    assert not np.array_equal(moved[0], moved[1])
