from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.retrieval import Gallery, metrics_by_category, retrieval_metrics


def gallery(vectors: list[list[float]], category: str, instance: list[str]) -> Gallery:
    rows = np.array(vectors, float)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return Gallery(rows, list(category), instance)


PHOTOS = gallery([[1, 0], [0.9, 0.3], [0, 1], [0.2, 0.9]], "aabb", ["a/1", "a/2", "b/1", "b/2"])


def test_perfect_categories_with_one_wrong_instance() -> None:
    sketches = gallery([[1, 0.05], [1, 0.1], [0, 1]], "aab", ["a/1", "a/2", "b/1"])
    metrics = retrieval_metrics(sketches, PHOTOS)
    assert metrics["map_all"] == 1.0
    assert metrics["acc_1"] == pytest.approx(2 / 3)
    assert metrics["acc_5"] == 1.0


def test_a_query_in_the_wrong_category_still_finds_its_instance_within_its_own() -> None:
    sketches = gallery([[0.1, 1.0]], "a", ["a/2"])
    metrics = retrieval_metrics(sketches, PHOTOS)
    assert metrics["map_all"] == pytest.approx((1 / 3 + 2 / 4) / 2)
    assert metrics["acc_1"] == 1.0


def test_sketches_without_a_photo_count_for_the_category_only() -> None:
    metrics = retrieval_metrics(gallery([[1, 0]], "a", ["a/unknown"]), PHOTOS)
    assert metrics["map_all"] == 1.0
    assert "acc_1" not in metrics


def test_metrics_by_category_average_to_the_whole() -> None:
    random = np.random.default_rng(0)
    names = [f"{c}/{i}" for c in "ab" for i in range(5)]
    photos = gallery(random.normal(size=(10, 8)).tolist(), "a" * 5 + "b" * 5, names)
    sketches = gallery(random.normal(size=(10, 8)).tolist(), "a" * 5 + "b" * 5, names)
    parts = metrics_by_category(sketches, photos)
    whole = retrieval_metrics(sketches, photos)
    for key in ("map_all", "acc_1", "acc_5"):
        assert np.mean([parts[c][key] for c in "ab"]) == pytest.approx(whole[key])
