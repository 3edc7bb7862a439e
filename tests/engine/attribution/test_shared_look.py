"""What those who ask about the same drawing share is what each would get alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.attribution.estimators import value_of, view_scores
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import attribute, guess
from engine.attribution.look import Look, framed_once, look_at, see_category
from engine.attribution.messages import (
    AttributePayload,
    CategoryTarget,
    Estimator,
    GuessPayload,
    Method,
)
from engine.attribution.targets import CategoryLogProbability, photo_similarity
from engine.attribution.units import pieces_of_strokes, whole_strokes


@pytest.fixture
def passes(bundled, monkeypatch) -> list[int]:
    """The batch sizes that the category head is shown."""
    found: list[int] = []
    plain = bundled.log_probabilities

    def counting(images):
        found.append(len(images))
        return plain(images)

    monkeypatch.setattr(bundled, "log_probabilities", counting)
    return found


@pytest.mark.parametrize("split", [whole_strokes, pieces_of_strokes])
def test_scores_and_value_are_those_of_a_pass_of_their_own(snowman, bundled, context, split):
    framed = frame_strokes(snowman)
    units = split(framed.lines)
    for column in (3, 200, 3):
        target = CategoryLogProbability(bundled, column)
        seen = see_category(target, framed, context)
        alone = view_scores(units, target, seed=0, views=1)
        np.testing.assert_allclose(seen.scores(units), alone, rtol=1e-3, atol=1e-6)
        assert seen.value == pytest.approx(value_of(units, target), abs=1e-4)


def test_guess_and_first_tints_take_one_pass(snowman, context, passes):
    for _ in guess(GuessPayload(snowman), context):
        pass
    job = attribute(AttributePayload(snowman, estimator=Estimator.REMOVAL), context)
    preview = next(step.preview for step in job if step.preview is not None)
    assert preview.strokes.any()
    assert passes == [1]


@pytest.mark.parametrize("method", Method)
def test_the_same_answer_whoever_asked_before(snowman, context, run, method):
    payload = AttributePayload(snowman, method=method)
    first = run(attribute(payload, context))
    run(guess(GuessPayload(snowman), context))
    second = run(attribute(payload, context))
    np.testing.assert_array_equal(first.strokes, second.strokes)
    assert first.value == second.value


def test_another_drawing_is_looked_at_anew(snowman, face, bundled, context):
    first = look_at(framed_once(snowman, None, context), bundled, context)
    assert look_at(framed_once(snowman, None, context), bundled, context) is first
    # Equal strokes in another tuple might have been changed meanwhile.
    assert look_at(framed_once((*snowman,), None, context), bundled, context) is not first
    other = look_at(framed_once(face, None, context), bundled, context)
    assert not np.allclose(other.log_probabilities, first.log_probabilities)
    framed = framed_once(face, (0.0, 0.0, 800.0, 800.0), context)
    assert not np.allclose(framed.lines[0], other.framed.lines[0])


def test_probabilities_come_in_order_and_none_is_left_out(snowman, bundled):
    look = Look(frame_strokes(snowman), bundled)
    labels = look.top(len(bundled.category_names))
    assert sum(each.probability for each in labels) == pytest.approx(1.0, abs=1e-4)
    assert labels[0].name == "snowman"
    assert [each.probability for each in labels] == sorted(
        (each.probability for each in labels), reverse=True
    )


def test_a_photo_is_no_category(snowman, tiny, context):
    target = photo_similarity(tiny, torch.zeros(3))
    assert see_category(target, frame_strokes(snowman), context) is None


def test_a_named_category_is_looked_at_once(snowman, context, passes):
    job = attribute(AttributePayload(snowman, CategoryTarget("snowman")), context)
    next(step for step in job if step.preview is not None)
    assert passes == [1]
