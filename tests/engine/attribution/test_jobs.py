"""The jobs with the bundled encoder."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from scipy.stats import spearmanr

from engine.attribution.jobs import attribute, guess, score
from engine.attribution.messages import (
    AttributePayload,
    Attribution,
    CategoryTarget,
    Estimator,
    GuessPayload,
    Method,
    PhotoTarget,
    ScorePayload,
    TextTarget,
)
from engine.context import Context, Resources
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.photo import Photo
from engine.types import CancelToken
from tests.engine.attribution.conftest import circle

FAST = (Estimator.GRADIENT, Estimator.VIEWS, Estimator.REMOVAL)


@pytest.fixture
def photo() -> Photo:
    y, x = np.mgrid[:80, :120]
    grey = np.where(np.hypot(x - 60, y - 40) < 25, 60, 220).astype(np.uint8)
    return Photo.from_rgb(np.repeat(grey[..., None], 3, -1))


def test_a_snowman_is_a_snowman(snowman, context, run):
    labels = run(guess(GuessPayload(snowman, 5), context))
    assert labels[0].name == "snowman"
    assert [each.probability for each in labels] == sorted(
        (each.probability for each in labels), reverse=True
    )
    assert sum(each.probability for each in labels) <= 1


def test_guesses_do_not_depend_on_place_and_size(snowman, context, run):
    moved = tuple(0.3 * stroke + [500, -20] for stroke in snowman)
    first, second = (run(guess(GuessPayload(each), context)) for each in (snowman, moved))
    assert [each.name for each in first] == [each.name for each in second]
    assert first[0].probability == pytest.approx(second[0].probability, abs=1e-3)


@pytest.mark.parametrize("estimator", Estimator)
@pytest.mark.parametrize("method", Method)
def test_every_stroke_and_point_gets_a_score(snowman, context, run, method, estimator):
    found: Attribution = run(
        attribute(AttributePayload(snowman, method=method, estimator=estimator), context)
    )
    assert (found.method, found.estimator, found.target) == (method, estimator, "snowman")
    assert found.strokes.shape == (8,)
    assert np.isfinite(found.strokes).all()
    assert found.value == pytest.approx(
        np.log(run(guess(GuessPayload(snowman), context))[0].probability), abs=1e-3
    )
    if method is Method.SLA:
        assert found.points == ()
    else:
        assert [len(each) for each in found.points] == [len(stroke) for stroke in snowman]
        np.testing.assert_allclose([each.sum() for each in found.points], found.strokes)


def test_the_body_of_a_snowman_matters_more_than_its_buttons(snowman, context, run):
    found = run(attribute(AttributePayload(snowman, CategoryTarget("snowman")), context))
    assert found.strokes[:3].max() > abs(found.strokes[4:6]).max()
    assert found.strokes[0] > 0


def test_a_preview_of_one_pass_comes_first(snowman, context):
    job = attribute(AttributePayload(snowman), context)
    previews = [step.preview for step in job if step.preview is not None]
    assert len(previews) == 1
    assert previews[0].estimator is Estimator.VIEWS
    assert previews[0].strokes.shape == (8,)


def test_scores_change_when_the_weights_are_randomised(snowman, face, bundled, context, run):
    """The sanity check of Adebayo et al. (2018)."""
    random = copy.deepcopy(bundled)
    torch.manual_seed(0)
    with torch.no_grad():
        for part in (random._trunk, random.category_head):
            for weight in part.parameters():
                weight.copy_(torch.randn_like(weight) * weight.std(correction=0))
    other = Context(CancelToken(), Resources("cpu"))
    other.cache["encoder", "bundled", "cpu"] = random
    correlations = []
    for drawing in (snowman, (*face, *snowman)):
        for estimator in (Estimator.GRADIENT, Estimator.REMOVAL):
            payload = AttributePayload(drawing, CategoryTarget("snowman"), estimator=estimator)
            real, fake = (run(attribute(payload, each)).strokes for each in (context, other))
            correlations.append(spearmanr(real, fake).statistic)
    assert abs(np.mean(correlations)) < 0.4


def test_a_photo_is_encoded_once(face, photo, bundled: StrokewiseEncoder, context, run):
    seen = []
    embed = bundled.embed

    def counting(images: torch.Tensor) -> torch.Tensor:
        seen.append(images)
        return embed(images)

    payload = ScorePayload(face, PhotoTarget(photo.rgb), (0, 0, 400, 400))
    bundled.embed = counting  # type: ignore[method-assign]
    try:
        first = run(score(payload, context))
        assert len(seen) == 2
        assert run(score(payload, context)) == first
        assert len(seen) == 3
        run(attribute(AttributePayload(face, payload.target, estimator=Estimator.VIEWS), context))
        assert all(images.shape[0] == 1 or images.requires_grad for images in seen[3:])
        assert len(seen) == 5
    finally:
        del bundled.embed


def test_a_photo_target_prefers_what_is_in_the_photo(photo, context, run):
    """A disc on the photo: its outline helps, a scribble beside it hurts."""
    random = np.random.default_rng(0)
    scribble = np.array([95.0, 15.0]) + random.normal(scale=8, size=(40, 2))
    drawing = (circle(60, 40, 25), scribble)
    payload = AttributePayload(drawing, PhotoTarget(photo.rgb), (0.0, 0.0, 120.0, 80.0))
    found = run(attribute(payload, context))
    assert found.target == "the photo"
    assert found.strokes[0] > found.strokes[1]


def test_only_encoders_with_words_take_a_text(face, context, run):
    with pytest.raises(InputError, match="does not know words"):
        run(attribute(AttributePayload(face, TextTarget("a face")), context))


def test_an_unknown_category_is_said(face, context, run):
    with pytest.raises(InputError, match="none of the 345"):
        run(attribute(AttributePayload(face, CategoryTarget("unicorn horn")), context))


# --- The edges ---------------------------------------------------------------------------------


def test_nothing_drawn_is_said(context, run):
    for job in (attribute(AttributePayload(()), context), guess(GuessPayload(()), context)):
        with pytest.raises(InputError, match="no strokes"):
            run(job)


@pytest.mark.parametrize("method", Method)
def test_one_stroke(context, run, method):
    for estimator in Estimator:
        payload = AttributePayload((circle(0, 0, 9),), method=method, estimator=estimator)
        assert np.isfinite(run(attribute(payload, context)).strokes).all()


@pytest.mark.parametrize("method", Method)
def test_strokes_of_one_point(face, context, run, method):
    dots = tuple(np.array([[100.0 + 10 * i, 120.0]]) for i in range(3))
    for drawing in (dots, (*face, *dots)):
        for estimator in FAST:
            payload = AttributePayload(drawing, method=method, estimator=estimator)
            found = run(attribute(payload, context))
            assert found.strokes.shape == (len(drawing),)
            assert np.isfinite(found.strokes).all()


@pytest.mark.parametrize("method", Method)
def test_what_is_off_the_canvas_neither_helps_nor_hurts(face, photo, context, run, method):
    far = tuple(stroke + np.array([5000.0, 0.0]) for stroke in face)
    for estimator in (Estimator.REMOVAL, Estimator.GRADIENT):
        payload = AttributePayload(
            (*face, *far),
            PhotoTarget(photo.rgb),
            (0.0, 0.0, 400.0, 400.0),
            method=method,
            estimator=estimator,
        )
        found = run(attribute(payload, context))
        # Batches of different size round differently.
        np.testing.assert_allclose(found.strokes[4:], 0, atol=1e-6)
        assert abs(found.strokes[:4]).max() > 1e-4
        payload = AttributePayload(
            far, payload.target, payload.frame, method=method, estimator=estimator
        )
        np.testing.assert_allclose(run(attribute(payload, context)).strokes, 0, atol=1e-6)


def test_five_thousand_strokes(context, run):
    random = np.random.default_rng(0)
    drawing = tuple(random.uniform(0, 1000, 2) + random.normal(size=(5, 2)) for _ in range(5000))
    for method in Method:
        payload = AttributePayload(drawing, method=method, estimator=Estimator.REMOVAL)
        found = run(attribute(payload, context))
        assert found.strokes.shape == (5000,)
        assert np.isfinite(found.strokes).all()
