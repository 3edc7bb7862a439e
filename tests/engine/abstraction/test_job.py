"""The job "abstract" from photo to strokes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.abstraction.job import abstract
from engine.abstraction.messages import Abstraction, AbstractPayload
from engine.context import Context
from engine.errors import InputError
from engine.types import Progress
from tests.engine.tiny_encoder import TinyEncoder


def finish(payload: AbstractPayload, context: Context) -> tuple[list[Progress], Abstraction]:
    job = abstract(payload, context)
    steps = []
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            return steps, end.value


@pytest.mark.parametrize("strokes", [1, 7, 64])
def test_exactly_n_visible_strokes_inside_the_photo(
    ring: NDArray[np.uint8], context: Context, strokes: int
) -> None:
    _, sketch = finish(AbstractPayload(ring, strokes, iterations=25), context)
    assert sketch.beziers.shape == (strokes, 4, 2)
    assert not sketch.beziers.flags.writeable
    half = sketch.width_px / 2
    assert (sketch.beziers >= half - 1e-3).all()
    assert (sketch.beziers <= np.array([90, 60]) - half + 1e-3).all()
    assert (np.ptp(sketch.beziers, axis=1).max(1) > sketch.width_px).all()


@pytest.mark.parametrize("rotated", [False, True])
def test_strokes_lie_on_the_subject_in_photo_coordinates(
    ring: NDArray[np.uint8], context: Context, rotated: bool
) -> None:
    photo = np.ascontiguousarray(ring.transpose(1, 0, 2)) if rotated else ring
    _, sketch = finish(AbstractPayload(photo, 8, iterations=1), context)
    centre = np.array([30, 45] if rotated else [45, 30])
    distance = np.hypot(*(sketch.beziers[:, 0] - centre).T)
    assert abs(np.median(distance) - 18) < 5


def test_first_answer_is_a_preview_and_progress_grows(
    ring: NDArray[np.uint8], context: Context
) -> None:
    steps, sketch = finish(AbstractPayload(ring, 5, iterations=12), context)
    first = steps[0].preview
    assert isinstance(first, Abstraction)
    assert first.beziers.shape == (5, 4, 2)
    assert first.iterations == 0
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0, 1)
    assert sketch.iterations == 12
    assert 0 < sketch.first_preview_seconds <= sketch.seconds
    assert sketch.loss == min(sketch.losses)
    assert sketch.encoder == "tiny"


def test_same_seed_same_sketch_on_any_run(
    ring: NDArray[np.uint8], context: Context, encoder: TinyEncoder
) -> None:
    payload = AbstractPayload(ring, 4, iterations=15, seed=3, restarts=2)
    _, first = finish(payload, context)
    _, cached = finish(payload, context)
    fresh = Context()
    fresh.cache["encoder", "bundled", "cpu"] = encoder
    _, again = finish(payload, fresh)
    _, other = finish(replace(payload, seed=4), context)
    assert np.array_equal(first.beziers, cached.beziers)
    assert np.array_equal(first.beziers, again.beziers)
    assert first.losses == again.losses
    assert not np.array_equal(first.beziers, other.beziers)


def test_restarts_keep_the_lowest_loss(ring: NDArray[np.uint8], context: Context) -> None:
    """The first of several starts is the same as the only one; the others can only help it."""
    _, single = finish(AbstractPayload(ring, 4, iterations=1, restarts=1), context)
    _, several = finish(AbstractPayload(ring, 4, iterations=1, restarts=6), context)
    assert several.losses[0] < single.losses[0]


def test_a_photo_is_encoded_once(
    ring: NDArray[np.uint8], context: Context, encoder: TinyEncoder
) -> None:
    finish(AbstractPayload(ring, 4, iterations=1), context)
    before = encoder.images_encoded
    finish(AbstractPayload(ring.copy(), 9, iterations=1, seed=5), context)
    assert encoder.images_encoded - before == 3  # two evaluations and one view, all of the sketch

    other = np.ascontiguousarray(ring[:, ::-1])
    other[0, 0] = 0
    before = encoder.images_encoded
    finish(AbstractPayload(other, 4, iterations=1), context)
    assert encoder.images_encoded - before > 25


def test_only_the_last_few_photos_are_kept(
    ring: NDArray[np.uint8], context: Context, encoder: TinyEncoder
) -> None:
    for tone in range(6):
        photo = ring.copy()
        photo[0, 0] = tone
        finish(AbstractPayload(photo, 2, iterations=1), context)
    before = encoder.images_encoded
    first = ring.copy()
    first[0, 0] = 0
    finish(AbstractPayload(first, 2, iterations=1), context)
    assert encoder.images_encoded - before > 25


def test_a_job_can_be_stopped_at_any_step(ring: NDArray[np.uint8], context: Context) -> None:
    for steps in (0, 1, 3, 60):
        job = abstract(AbstractPayload(ring, 4, iterations=50), context)
        for _ in range(steps):
            next(job)
        job.close()


def sentence_of(payload: AbstractPayload, context: Context) -> str:
    with pytest.raises(InputError) as caught:
        next(abstract(payload, context))
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"strokes": 0}, "strokes must be from 1 to 64, not 0"),
        ({"strokes": 65}, "strokes must be from 1 to 64, not 65"),
        ({"iterations": 0}, "iterations must be from 1 to 10000, not 0"),
        ({"restarts": 17}, "restarts must be from 1 to 16, not 17"),
        ({"views": 0}, "views must be from 1 to 16, not 0"),
        ({"seed": -1}, "seed must be from 0"),
    ],
)
def test_numbers_out_of_range(
    ring: NDArray[np.uint8], context: Context, change: dict[str, int], what: str
) -> None:
    assert what in sentence_of(replace(AbstractPayload(ring), **change), context)


@pytest.mark.parametrize("tone", [0, 128, 255])
def test_flat_photo(context: Context, tone: int) -> None:
    photo = np.full((40, 50, 3), tone, np.uint8)
    assert "nothing in it to draw" in sentence_of(AbstractPayload(photo), context)


def test_narrow_photo(context: Context) -> None:
    photo = np.random.default_rng(0).integers(0, 256, (16, 400, 3), np.uint8)
    assert "too narrow (400 x 16)" in sentence_of(AbstractPayload(photo), context)


def test_narrowest_photo_takes_the_most_strokes(context: Context) -> None:
    context.cache["encoder", "bundled", "cpu"] = TinyEncoder(224)
    photo = np.random.default_rng(0).integers(0, 256, (16, 256, 3), np.uint8)
    _, sketch = finish(AbstractPayload(photo, 64, iterations=2), context)
    assert sketch.beziers[..., 1].max() <= 16


def test_unknown_encoder(ring: NDArray[np.uint8], context: Context) -> None:
    assert 'no encoder "none"' in sentence_of(AbstractPayload(ring, encoder="none"), context)


def test_loss_falls_by_a_third_with_the_bundled_encoder(ring: NDArray[np.uint8]) -> None:
    _, sketch = finish(AbstractPayload(ring, 8, iterations=40), Context())
    assert sketch.loss < 2 / 3 * sketch.losses[0]
