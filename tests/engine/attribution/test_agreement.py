"""What photo and sketch agree on, and the sum of both scores."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.attribution.agreement import (
    CATEGORY_WEIGHT,
    Agreement,
    agreed_beliefs,
    category_beliefs,
)
from engine.attribution.cleaning import judged_by_both
from engine.attribution.framing import frame_strokes
from engine.attribution.resolve import sketch_embedding
from engine.attribution.targets import CategoryLogProbability, photo_similarity
from engine.attribution.units import whole_strokes
from engine.encoders.loading import encoder_names, load_encoder
from engine.encoders.prototypes import TEMPERATURE, CategoryPrototypes, load_prototypes
from engine.errors import InputError
from engine.evaluation.run import finish
from tests.engine.tiny_encoder import TinyEncoder


def test_the_prototypes_fit_the_bundled_encoder_only(bundled):
    prototypes = load_prototypes(bundled)
    assert prototypes.drawings.shape == (345, 256)
    torch.testing.assert_close(prototypes.drawings.norm(dim=1), torch.ones(345))
    assert load_prototypes(TinyEncoder()) is None
    assert load_prototypes(load_encoder("efficientnet_lite0")) is None


def test_prototypes_are_no_encoder():
    assert "category_prototypes" not in encoder_names()
    with pytest.raises(InputError, match="no encoder"):
        load_encoder("category_prototypes")


def test_a_snowman_lies_nearest_to_the_mean_snowman(bundled, snowman):
    embedding = sketch_embedding(frame_strokes(snowman).lines, bundled)
    chances = load_prototypes(bundled).of_photo(embedding)
    assert bundled.category_names[int(chances.argmax())] == "snowman"
    assert float(chances.sum()) == pytest.approx(1)


def test_both_have_a_say():
    prototypes = CategoryPrototypes(torch.eye(3))
    photo = torch.tensor([0.5, 0.5 - TEMPERATURE, 0.0])
    odds = np.exp(-1)  # the photo says 1 : 1/e : almost nothing
    found = agreed_beliefs(np.array([0.4, 0.4, 0.2]), prototypes, photo)
    np.testing.assert_allclose(found, [1 / (1 + odds), odds / (1 + odds), 0], atol=1e-5)
    assert agreed_beliefs(np.array([0.2, 0.7, 0.1]), prototypes, photo).argmax() == 1
    assert agreed_beliefs(np.array([0.1, 0.1, 0.8]), prototypes, photo).argmax() == 0


def test_beliefs_are_probabilities_and_reproducible(bundled, snowman):
    units = whole_strokes(frame_strokes(snowman).lines)
    beliefs = finish(category_beliefs(units, bundled, 3))
    assert beliefs.shape == (345,)
    assert beliefs.sum() == pytest.approx(1, abs=1e-4)
    assert bundled.category_names[int(beliefs.argmax())] == "snowman"
    np.testing.assert_array_equal(beliefs, finish(category_beliefs(units, bundled, 3)))


def test_the_judge_adds_both_scores(bundled, snowman):
    units = whole_strokes(frame_strokes(snowman).lines)
    photo = sketch_embedding(units.lines, bundled)
    similarity = photo_similarity(bundled, photo)
    beliefs = finish(category_beliefs(units, bundled, 0))
    judge = judged_by_both(similarity, beliefs, bundled)
    assert isinstance(judge, Agreement)
    assert bundled.category_names[judge.category.category] == "snowman"
    images = torch.rand(2, 3, judge.side, judge.side, generator=torch.Generator().manual_seed(0))
    named = CategoryLogProbability(bundled, judge.category.category)
    with torch.no_grad():
        expected = similarity(images) + CATEGORY_WEIGHT * named(images)
        torch.testing.assert_close(judge(images), expected)


def test_without_prototypes_the_photo_judges_alone():
    tiny = TinyEncoder()
    photo = torch.nn.functional.normalize(torch.ones(8, dtype=torch.float64), dim=0)
    similarity = photo_similarity(tiny, photo)
    assert judged_by_both(similarity, np.full(345, 1 / 345), tiny) is similarity
