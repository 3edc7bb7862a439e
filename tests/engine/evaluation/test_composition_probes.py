"""The probes: what the drawings show, and what a classifier makes of embeddings."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.components import (
    PROBES,
    containment,
    images_of,
    numerosity,
    placement,
    probe,
)


def middle(line: np.ndarray) -> np.ndarray:
    return (line.min(0) + line.max(0)) / 2


@pytest.mark.parametrize("kind", range(4))
def test_drawings_show_what_their_kind_says(kind: int) -> None:
    random = np.random.default_rng(kind)
    for _ in range(20):
        assert len(numerosity(kind, random)) == kind + 1
        square, circle = placement(kind, random)
        offset = middle(circle) - middle(square)
        axis, sign = ((0, -1), (0, 1), (1, -1), (1, 1))[kind]
        assert int(np.abs(offset).argmax()) == axis
        assert np.sign(offset[axis]) == sign
        outer, inner = containment(kind, random)
        inside = (inner > outer.min(0)).all(1) & (inner < outer.max(0)).all(1)
        assert inside.all() == (kind < 2)
        if kind < 2:
            assert (len(outer) == 5) == (kind == 0)
        else:
            assert bool(inside.any()) == (kind == 3)


def test_images_are_labelled_and_reproducible() -> None:
    make, kinds = PROBES["placement"]
    images, labels = images_of(make, kinds, 5, 0)
    assert images.shape == (20, 28, 28)
    assert labels.tolist() == sorted(labels.tolist())
    assert np.array_equal(images, images_of(make, kinds, 5, 0)[0])
    assert not np.array_equal(images, images_of(make, kinds, 5, 1)[0])


def test_a_telling_embedding_scores_and_a_blind_one_does_not() -> None:
    def thirds(ink: np.ndarray) -> np.ndarray:
        """Ink in a grid of 7 x 7 cells, and its square: enough for the side of the circle."""
        cells = ink.reshape(len(ink), 7, 4, 7, 4).mean((2, 4)).reshape(len(ink), -1)
        return np.concatenate([cells, cells**2], 1)

    def blind(ink: np.ndarray) -> np.ndarray:
        return np.random.default_rng(len(ink)).standard_normal((len(ink), 8))

    assert probe(thirds, "placement") > 0.6
    assert probe(blind, "placement") == pytest.approx(0.25, abs=0.06)
