"""N-way K-shot episodes on frozen embeddings (SketchEmbedNet, section 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from engine.strokes import FloatArray

EPISODES = 2000
QUERIES = 15
"""Of each class at most; as many as there are where a class has fewer drawings left."""
SETTINGS = ((5, 1), (5, 5), (20, 1), (20, 5))
"""(way, shot) of the paper's Table 1."""
_NORMAL_95 = 1.96
_RIDGE = 0.1


class Classifier(StrEnum):
    """What is fitted to the N x K examples."""

    MEANS = "means"
    """The nearest class mean, by cosine."""
    LINEAR = "linear"
    """A linear classifier: ridge regression of the classes' indicators on unit embeddings."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Mean over episodes, and half the width of its 95 % confidence interval."""

    mean: float
    interval: float


def episodes(
    embeddings: NDArray[np.floating],
    way: int,
    shot: int,
    classifier: Classifier,
    count: int = EPISODES,
    seed: int = 0,
) -> Accuracy:
    """Accuracy on random episodes.

    Args:
        embeddings: (C, E, D) of E examples of each of C classes.
        way, shot: N <= C classes, K < E examples of each to learn from.
        classifier: see `Classifier`.
        count: of episodes.
        seed: of the choice of classes and examples.

    Raises:
        ValueError: there are too few classes or examples.
    """
    classes, examples = embeddings.shape[:2]
    if way > classes or shot >= examples:
        raise ValueError(f"{way}-way {shot}-shot needs more than {classes} x {examples} drawings")
    unit = normalised(embeddings)
    random = np.random.default_rng(seed)
    correct = np.empty(count)
    for episode in range(count):
        chosen = random.permutation(classes)[:way]
        order = np.argsort(random.random((way, examples)), 1)[:, : shot + QUERIES]
        drawn = unit[chosen[:, None], order]
        support, query = drawn[:, :shot], drawn[:, shot:]
        guesses = classify(support, query.reshape(-1, query.shape[-1]), classifier)
        correct[episode] = (guesses == np.repeat(np.arange(way), query.shape[1])).mean()
    return Accuracy(float(correct.mean()), float(_NORMAL_95 * correct.std() / np.sqrt(count)))


def classify(support: FloatArray, queries: FloatArray, classifier: Classifier) -> NDArray[np.int64]:
    """(Q,) classes of (Q, D) unit embeddings by (N, K, D) examples."""
    if classifier is Classifier.MEANS:
        guesses: NDArray[np.int64] = (queries @ normalised(support.mean(1)).T).argmax(1)
        return guesses
    way, shot, size = support.shape
    flat = support.reshape(way * shot, size)
    middle = flat.mean(0)
    centred = flat - middle
    targets = np.repeat(np.eye(way), shot, axis=0) - 1 / way
    # In the dual: as many unknowns as examples, far fewer than dimensions.
    dual = np.linalg.solve(centred @ centred.T + _RIDGE * np.eye(len(flat)), targets)
    linear: NDArray[np.int64] = ((queries - middle) @ (centred.T @ dual)).argmax(1)
    return linear


def normalised(vectors: NDArray[np.floating]) -> FloatArray:
    """Vectors (..., D) divided by their lengths."""
    vectors = vectors.astype(np.float64)
    lengths: FloatArray = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.maximum(lengths, 1e-12)
