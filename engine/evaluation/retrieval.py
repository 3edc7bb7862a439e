"""Retrieval of photos by sketch: the category among all, and the very photo within its category.

The zero-shot protocol of `clip_for_sbir` section 5: every sketch queries all photos for mAP and
precision (category level), and the photos of its own category for Acc@1 and Acc@5 (instance).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.evaluation.metrics import average_precision, precision_at, ranking, top_k_accuracy


@dataclass(frozen=True)
class Gallery:
    """Embedded images with their labels.

    Attributes:
        embeddings: (N, D) unit vectors.
        category: N names.
        instance: N names; a sketch and the photo it was drawn from share one.
    """

    embeddings: np.ndarray
    category: list[str]
    instance: list[str]


def retrieval_metrics(sketches: Gallery, photos: Gallery) -> dict[str, float]:
    """map_all, map_200, p_100, p_200 over all photos; acc_1, acc_5 within the category."""
    scores = sketches.embeddings @ photos.embeddings.T
    wanted = np.asarray(sketches.category)[:, None] == np.asarray(photos.category)[None]
    relevant = np.take_along_axis(wanted, ranking(scores), 1)
    return {
        "map_all": float(average_precision(relevant).mean()),
        "map_200": float(average_precision(relevant, 200).mean()),
        "p_100": float(precision_at(relevant, 100).mean()),
        "p_200": float(precision_at(relevant, 200).mean()),
        **_within_category(sketches, photos, np.where(wanted, scores, -np.inf)),
    }


def _within_category(sketches: Gallery, photos: Gallery, scores: np.ndarray) -> dict[str, float]:
    row = {name: i for i, name in enumerate(photos.instance)}
    paired = [i for i, name in enumerate(sketches.instance) if name in row]
    if not paired:
        return {}
    target = np.array([row[sketches.instance[i]] for i in paired])
    return {
        "acc_1": top_k_accuracy(scores[paired], target, 1),
        "acc_5": top_k_accuracy(scores[paired], target, 5),
    }


def metrics_by_category(sketches: Gallery, photos: Gallery) -> dict[str, dict[str, float]]:
    """map_all, acc_1 and acc_5 of each category's sketches against all photos."""
    found: dict[str, dict[str, float]] = {}
    names = np.asarray(sketches.category)
    for name in sorted(set(sketches.category)):
        rows = np.flatnonzero(names == name)
        part = Gallery(
            sketches.embeddings[rows],
            [name] * len(rows),
            [sketches.instance[i] for i in rows],
        )
        metrics = retrieval_metrics(part, photos)
        found[name] = {k: metrics[k] for k in ("map_all", "acc_1", "acc_5") if k in metrics}
    return found
