from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation import retrieval as module
from engine.evaluation.metrics import average_precision, precision_at
from engine.evaluation.retrieval import (
    Gallery,
    confidence_intervals,
    means,
    metrics_by_category,
    metrics_per_sketch,
    retrieval_metrics,
)


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


def random_galleries(sketches: int, photos: int) -> tuple[Gallery, Gallery]:
    random = np.random.default_rng(3)

    def make(count: int) -> Gallery:
        category = [f"c{i}" for i in random.integers(0, 4, count)]
        vectors = random.normal(size=(count, 6)).tolist()
        return gallery(vectors, category, [f"{c}/{i}" for i, c in enumerate(category)])  # type: ignore[arg-type]

    return make(sketches), make(photos)


def test_average_precision_is_that_of_scikit_learn() -> None:
    from sklearn.metrics import average_precision_score

    sketches, photos = random_galleries(30, 400)
    scores = sketches.embeddings @ photos.embeddings.T
    expected = [
        average_precision_score(np.asarray(photos.category) == category, row)
        for category, row in zip(sketches.category, scores, strict=True)
    ]
    got = metrics_per_sketch(sketches, photos)
    np.testing.assert_allclose(got["map_all"], expected, rtol=1e-12)
    # Up to rank 200: the same of the 200 best alone.
    for i, (category, row) in enumerate(zip(sketches.category, scores, strict=True)):
        top = np.argsort(-row)[:200]
        relevant = np.asarray(photos.category)[top] == category
        expected_200 = average_precision_score(relevant, row[top])
        assert got["map_200"][i] == pytest.approx(expected_200, rel=1e-12)
        assert got["p_200"][i] == relevant.mean()
        assert got["p_100"][i] == relevant[:100].mean()


def test_precision_by_hand() -> None:
    ranks = np.array([[True, False, True, False]])
    assert average_precision(ranks)[0] == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(ranks, 2)[0] == 1.0
    assert precision_at(ranks, 3)[0] == pytest.approx(2 / 3)


def test_chunks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sketches, photos = random_galleries(23, 50)
    whole = metrics_per_sketch(sketches, photos)
    monkeypatch.setattr(module, "_CHUNK", 5)
    for name, values in metrics_per_sketch(sketches, photos).items():
        np.testing.assert_array_equal(values, whole[name])


def test_confidence_intervals_have_the_width_of_the_standard_error() -> None:
    random = np.random.default_rng(5)
    values = {"map_all": random.uniform(size=400), "acc_1": np.full(400, np.nan)}
    intervals = confidence_intervals(values)
    assert intervals.keys() == {"map_all"}
    low, high = intervals["map_all"]
    mean = means(values)["map_all"]
    error = values["map_all"].std() / np.sqrt(400)
    assert low < mean < high
    assert high - low == pytest.approx(2 * 1.96 * error, rel=0.12)
    assert confidence_intervals(values) == intervals, "the same again"
