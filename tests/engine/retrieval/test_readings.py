"""What a drawing may become, each of it searched by."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize

from engine.encoders.prototypes import CategoryPrototypes, load_prototypes
from engine.encoders.strokewise_net import SEMANTIC_DIMENSIONS
from engine.retrieval.queries import embed_drawings
from engine.retrieval.readings import (
    AS_DRAWN,
    FLATTEN,
    GATE,
    LAYOUT,
    PULL,
    Readings,
    by_kind,
    read,
    readings_of,
)
from tests.engine.tiny_encoder import TinyEncoder

D = 256


@pytest.fixture
def prototypes() -> CategoryPrototypes:
    return CategoryPrototypes(normalize(torch.randn(3, D, generator=torch.manual_seed(0)), dim=1))


def at_cosine(prototype: torch.Tensor, cosine: float) -> torch.Tensor:
    """A (1, D) unit vector at a cosine to another."""
    other = torch.randn(D, generator=torch.manual_seed(1))
    other = normalize(other - (other @ prototype) * prototype, dim=0)
    return (cosine * prototype + (1 - cosine**2) ** 0.5 * other)[None]


NAMES = ("saw", "cat", "cow")


def test_a_drawing_is_read_as_it_is_and_as_what_is_likely(prototypes):
    vector = at_cosine(prototypes.drawings[1], 0.9)[0]
    found = read(vector, torch.tensor([0.1, 0.7, 0.2]), prototypes, NAMES)
    assert found.names == ("", "cat", "cow", "saw")
    np.testing.assert_array_equal(found.vectors[0], vector.numpy())
    np.testing.assert_allclose(np.linalg.norm(found.vectors, axis=1), 1.0, atol=1e-6)
    before, wanted = (
        normalize(each[:SEMANTIC_DIMENSIONS], dim=0).numpy()
        for each in (vector, prototypes.drawings[1])
    )
    by_hand = before + PULL * wanted
    by_hand *= float(vector[:SEMANTIC_DIMENSIONS].norm()) / np.linalg.norm(by_hand)
    np.testing.assert_allclose(found.vectors[1, :SEMANTIC_DIMENSIONS], by_hand, atol=1e-6)
    layout = np.tile(vector[SEMANTIC_DIMENSIONS:].numpy(), (4, 1))
    np.testing.assert_array_equal(found.vectors[:, SEMANTIC_DIMENSIONS:], layout)


def test_shares_follow_the_flattened_chances(prototypes):
    vector = at_cosine(prototypes.drawings[1], GATE[1] + 0.01)[0]
    chances = torch.tensor([0.1, 0.6, 0.3])
    found = read(vector, chances, prototypes, NAMES)
    assert found.shares[0] == pytest.approx(AS_DRAWN)
    assert found.shares[1:].sum() == pytest.approx(1.0)
    assert found.shares[1] / found.shares[3] == pytest.approx((0.6 / 0.1) ** FLATTEN)


def test_what_lies_far_from_all_it_may_be_is_searched_as_it_is(prototypes):
    chances = torch.tensor([0.0, 1.0, 0.0])
    low, high = GATE
    far = at_cosine(prototypes.drawings[1], low - 0.01)[0]
    assert read(far, chances, prototypes, NAMES).names == ("",)
    half = read(at_cosine(prototypes.drawings[1], (low + high) / 2)[0], chances, prototypes, NAMES)
    assert half.shares[0] == pytest.approx(AS_DRAWN + 0.5, abs=1e-4)
    assert half.shares[1] == pytest.approx(0.5, abs=1e-4)


def test_readings_too_unlikely_for_a_place_are_left_out():
    vectors = np.eye(4, 8, dtype=np.float32)
    found = Readings(vectors, np.array([0.001, 0.5, 0.06, 0.04]), ("", "cat", "cow", "saw"))
    assert found.likely(10).names == ("", "cat", "cow"), "the drawing itself always stays"
    np.testing.assert_array_equal(found.likely(10).vectors, vectors[:3])
    assert found.likely(100).names == found.names


def circle(x: float, y: float, radius: float) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, 40)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], 1)


SNOWMAN = [circle(0, 0, 30), circle(0, 55, 40), circle(-8, -8, 3), circle(8, -8, 3)]


def test_a_snowman_is_read_as_one(bundled):
    known = load_prototypes(bundled)
    snowman = known.drawings[bundled.category_names.index("snowman")].numpy()
    plain = embed_drawings(bundled, [SNOWMAN])
    found = readings_of(plain, [SNOWMAN], bundled)[0]
    number = found.names.index("snowman")
    assert number in (1, 2)
    assert found.vectors[number] @ snowman > found.vectors[0] @ snowman + 0.05
    np.testing.assert_array_equal(found.vectors[0], by_kind(plain, SEMANTIC_DIMENSIONS)[0])


def test_the_layout_counts_less_among_photos_of_all_kinds():
    vectors = np.array([[0.6, 0.0, 0.8, 0.0]], np.float32)
    found = by_kind(vectors, 2)
    by_hand = np.array([0.6, 0.0, LAYOUT * 0.8, 0.0])
    np.testing.assert_allclose(found[0], by_hand / np.linalg.norm(by_hand), atol=1e-6)
    assert by_kind(vectors, None) is vectors
    assert vectors[0, 2] == np.float32(0.8), "what is given stays"


def test_an_encoder_that_does_not_guess_reads_in_one_way():
    vectors = np.eye(2, 8, dtype=np.float32)
    lines = [[circle(0, 0, 5)], [circle(0, 0, 5)]]
    for vector, found in zip(vectors, readings_of(vectors, lines, TinyEncoder()), strict=True):
        assert found.names == ("",)
        np.testing.assert_array_equal(found.vectors, vector[None])
