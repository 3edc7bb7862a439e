"""A search by what a drawing may become."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize

from engine.encoders.loading import load_encoder
from engine.encoders.prototypes import CategoryPrototypes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import SEMANTIC_DIMENSIONS
from engine.retrieval.guessed import GATE, moved_towards, towards_guess
from engine.retrieval.queries import embed_drawings
from tests.engine.tiny_encoder import TinyEncoder

D = 256


@pytest.fixture(scope="module")
def bundled() -> StrokewiseEncoder:
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    return encoder


@pytest.fixture
def prototypes() -> CategoryPrototypes:
    return CategoryPrototypes(normalize(torch.randn(3, D, generator=torch.manual_seed(0)), dim=1))


def at_cosine(prototype: torch.Tensor, cosine: float) -> torch.Tensor:
    """A (1, D) unit vector at a cosine to another."""
    other = torch.randn(D, generator=torch.manual_seed(1))
    other = normalize(other - (other @ prototype) * prototype, dim=0)
    return (cosine * prototype + (1 - cosine**2) ** 0.5 * other)[None]


def test_a_sure_guess_moves_the_semantic_part_half_way(prototypes):
    chances = torch.tensor([[0.0, 1.0, 0.0]])
    vector = at_cosine(prototypes.drawings[1], 0.9)
    moved = moved_towards(vector, chances, prototypes)
    before, wanted = (
        each[:SEMANTIC_DIMENSIONS].numpy() for each in (vector[0], prototypes.drawings[1])
    )
    by_hand = before + wanted
    by_hand *= np.linalg.norm(before) / np.linalg.norm(by_hand)
    np.testing.assert_allclose(moved[0, :SEMANTIC_DIMENSIONS].numpy(), by_hand, atol=1e-6)
    assert torch.equal(moved[:, SEMANTIC_DIMENSIONS:], vector[:, SEMANTIC_DIMENSIONS:])
    assert float(moved.norm()) == pytest.approx(1.0, abs=1e-6)


def test_the_less_sure_the_less_it_moves(prototypes):
    vector = at_cosine(prototypes.drawings[1], 0.9)
    cosines = [
        float((moved_towards(vector, torch.tensor([[0.0, p, 0.0]]), prototypes) * vector).sum())
        for p in (0.0, 0.3, 0.9)
    ]
    assert cosines[0] == pytest.approx(1.0, abs=1e-6)
    assert cosines[0] > cosines[1] > cosines[2]


def test_what_lies_far_from_the_guess_stays(prototypes):
    chances = torch.tensor([[0.0, 1.0, 0.0]])
    low, high = GATE
    vector = at_cosine(prototypes.drawings[1], low - 0.01)
    torch.testing.assert_close(moved_towards(vector, chances, prototypes), vector)
    between, above = (at_cosine(prototypes.drawings[1], c) for c in ((low + high) / 2, high + 0.01))
    assert not torch.allclose(moved_towards(between, chances, prototypes), between, atol=1e-3)
    assert not torch.allclose(moved_towards(above, chances, prototypes), above, atol=1e-3)


def circle(x: float, y: float, radius: float) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, 40)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], 1)


def test_a_snowman_comes_nearer_to_the_snowmen(bundled):
    from engine.encoders.prototypes import load_prototypes

    drawing = [circle(0, 0, 30), circle(0, 55, 40), circle(-8, -8, 3), circle(8, -8, 3)]
    known = load_prototypes(bundled)
    snowman = known.drawings[bundled.category_names.index("snowman")].numpy()
    plain = embed_drawings(bundled, [drawing], guessing=False)
    moved = embed_drawings(bundled, [drawing])
    assert moved[0] @ snowman > plain[0] @ snowman + 0.01
    np.testing.assert_allclose(np.linalg.norm(moved, axis=1), 1.0, atol=1e-5)


def test_an_encoder_that_does_not_guess_is_left_alone():
    vectors = np.eye(2, 8, dtype=np.float32)
    lines = [[circle(0, 0, 5)], [circle(0, 0, 5)]]
    assert towards_guess(vectors, lines, TinyEncoder()) is vectors
