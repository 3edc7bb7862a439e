"""Retrieval of photos by sketch: the category among all, and the very photo within its category.

The zero-shot protocol of `clip_for_sbir` section 6: every sketch queries all photos for mAP and
precision (category level), and the photos of its own category for Acc@1 and Acc@5 (instance).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.metrics import average_precision, precision_at, rank_of, ranking

_CHUNK = 256
"""Sketches ranked at a time: 200,000 photos then take a gigabyte."""
RESAMPLES = 1000
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Gallery:
    """Embedded images with their labels.

    Attributes:
        embeddings: (N, D) unit vectors.
        category: N names.
        instance: N names; a sketch and the photo it was drawn from share one. A name that no photo
            has means that the sketch counts for its category only.
    """

    embeddings: np.ndarray
    category: list[str]
    instance: list[str]


PerSketch = Mapping[str, NDArray[np.float64]]
"""Metric to its (Q,) values; NaN where a sketch has none."""


def metrics_per_sketch(sketches: Gallery, photos: Gallery) -> PerSketch:
    """map_all, map_200, p_100, p_200 over all photos; acc_1, acc_5 within the category."""
    parts = [
        _metrics_of_chunk(sketches, photos, slice(start, start + _CHUNK))
        for start in range(0, len(sketches.category), _CHUNK)
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _metrics_of_chunk(sketches: Gallery, photos: Gallery, chunk: slice) -> PerSketch:
    scores = sketches.embeddings[chunk] @ photos.embeddings.T
    wanted = np.asarray(sketches.category[chunk])[:, None] == np.asarray(photos.category)[None]
    relevant = np.take_along_axis(wanted, ranking(scores), 1)
    rank = _rank_in_category(sketches.instance[chunk], photos, np.where(wanted, scores, -np.inf))
    unpaired = np.isnan(rank)
    return {
        "map_all": average_precision(relevant),
        "map_200": average_precision(relevant, 200),
        "p_100": precision_at(relevant, 100),
        "p_200": precision_at(relevant, 200),
        "acc_1": np.where(unpaired, np.nan, rank < 1),
        "acc_5": np.where(unpaired, np.nan, rank < 5),
    }


def _rank_in_category(
    instances: list[str], photos: Gallery, scores: np.ndarray
) -> NDArray[np.float64]:
    """(Q,) how many photos of the category come before the sketch's own; NaN without one."""
    row = {name: i for i, name in enumerate(photos.instance)}
    rank = np.full(len(instances), np.nan)
    paired = [i for i, name in enumerate(instances) if name in row]
    if paired:
        target = np.array([row[instances[i]] for i in paired])
        rank[paired] = rank_of(scores[paired], target)
    return rank


def retrieval_metrics(sketches: Gallery, photos: Gallery) -> dict[str, float]:
    """The means of `metrics_per_sketch`; without pairs, without the instance level."""
    return means(metrics_per_sketch(sketches, photos))


def metrics_by_category(sketches: Gallery, photos: Gallery) -> dict[str, dict[str, float]]:
    """`retrieval_metrics` of each category's sketches against all photos."""
    return means_by_category(metrics_per_sketch(sketches, photos), sketches.category)


def means(values: PerSketch) -> dict[str, float]:
    """The mean of each metric over the sketches that have it."""
    return {
        name: float(np.nanmean(each)) for name, each in values.items() if not np.isnan(each).all()
    }


def means_by_category(values: PerSketch, category: list[str]) -> dict[str, dict[str, float]]:
    """`means` of each category's sketches."""
    names = np.asarray(category)
    return {
        name: means({metric: each[names == name] for metric, each in values.items()})
        for name in sorted(set(category))
    }


def confidence_intervals(
    values: PerSketch, resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, list[float]]:
    """[low, high] of each mean: percentiles of its bootstrap distribution (Efron 1979).

    The sketches are drawn with replacement; photos and categories stay, so the interval says how
    sure the figure is for these, not for others.
    """
    random = np.random.default_rng(seed)
    tails = [100 * (1 - CONFIDENCE) / 2, 100 * (1 + CONFIDENCE) / 2]
    intervals: dict[str, list[float]] = {}
    for name, each in values.items():
        known = each[~np.isnan(each)]
        if len(known):
            drawn = [random.choice(known, len(known)).mean() for _ in range(resamples)]
            intervals[name] = [float(edge) for edge in np.percentile(drawn, tails)]
    return intervals
