"""The job "abstract" from photo to strokes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.abstraction.job import abstract
from engine.abstraction.loss import abstraction_loss
from engine.abstraction.messages import Abstraction, AbstractPayload, Leave
from engine.abstraction.optimisation import render_sketches
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.target import PLAIN
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
    # The photo covers whole px of the canvas, 43 for its 60: the lines are a little thinner there.
    assert (sketch.beziers <= np.array([90, 60]) - [half, half * 60 / 43 * 64 / 90] + 1e-3).all()
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
    # Of the sketches: 3 trials, the chosen start, before and after its one iteration, the view of
    # that, without each stroke and with all, and the likeness. Nothing of the photo.
    assert encoder.images_encoded - before == 3 + 1 + 2 + 1 + 10 + 1

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


@pytest.mark.parametrize("points", [2, 3])
def test_strokes_of_fewer_control_points(
    ring: NDArray[np.uint8], context: Context, points: int
) -> None:
    """Straight strokes stay straight, quadratic ones have the third difference of none."""
    _, sketch = finish(AbstractPayload(ring, 5, 12, control_points=points), context)
    assert sketch.beziers.shape == (5, 4, 2)
    np.testing.assert_allclose(np.diff(sketch.beziers, n=points, axis=1), 0, atol=1e-3)


def test_the_stroke_that_matters_most_comes_first(
    ring: NDArray[np.uint8], context: Context
) -> None:
    _, sketch = finish(AbstractPayload(ring, 6, 30), context)
    assert list(sketch.scores) == sorted(sketch.scores, reverse=True)
    assert len(sketch.scores) == 6
    # By hand: leave the first out, and the last; the loss must rise by their scores.
    around = Surroundings(64)
    encoder = context.encoder()
    photo = next(iter(context.cache["abstraction", "tiny:0", "cpu"]._photos.values()))
    target = photo.targets[64]
    on_canvas = torch.from_numpy(photo.framing.to_canvas_px(sketch.beziers)).float()

    def loss(strokes: torch.Tensor) -> float:
        image = render_sketches(strokes[None], 64, around)
        return float(abstraction_loss(encoder, target, image, torch.tensor([PLAIN]))[0])

    whole = loss(on_canvas)
    assert loss(on_canvas[1:]) - whole == pytest.approx(sketch.scores[0], rel=0.02, abs=1e-4)
    assert loss(on_canvas[:-1]) - whole == pytest.approx(sketch.scores[-1], rel=0.02, abs=1e-4)


def test_a_start_is_refined_and_what_is_held_still_stays(
    ring: NDArray[np.uint8], context: Context
) -> None:
    _, sketch = finish(AbstractPayload(ring, 6, 20), context)
    _, better = finish(AbstractPayload(ring, 6, 20, start=sketch.beziers), context)
    assert better.loss <= sketch.loss + 1e-5
    others = np.delete(sketch.beziers, 3, axis=0)  # as a stroke is made anew
    still = Leave(still=frozenset(range(5)))
    _, rolled = finish(AbstractPayload(ring, 6, 20, seed=8, start=others, leave=still), context)
    same = [min(abs(each - old).max() for old in sketch.beziers) < 1e-3 for each in rolled.beziers]
    assert sorted(same) == [False] + [True] * 5


def test_strokes_that_stay_are_not_straightened(ring: NDArray[np.uint8], context: Context) -> None:
    _, sketch = finish(AbstractPayload(ring, 3, 10, restarts=1), context)
    still = Leave(still=frozenset({0}))
    straight = AbstractPayload(ring, 3, 10, start=sketch.beziers, leave=still, control_points=2)
    assert "need 4 control points" in sentence_of(straight, context)


def test_a_start_of_fewer_strokes_is_filled_up(ring: NDArray[np.uint8], context: Context) -> None:
    _, sketch = finish(AbstractPayload(ring, 3, 10), context)
    still = Leave(still=frozenset(range(3)))
    payload = AbstractPayload(ring, 7, 10, start=sketch.beziers, leave=still)
    _, more = finish(payload, context)
    assert len(more.beziers) == 7
    for old in sketch.beziers:
        assert min(abs(each - old).max() for each in more.beziers) < 1e-3


def test_the_sketch_is_drawn_around_what_is_there(
    ring: NDArray[np.uint8], context: Context
) -> None:
    """The left half of the ring is there already: more of the strokes go to the right half."""
    angle = np.linspace(np.pi / 2, 3 * np.pi / 2, 40)
    half = np.column_stack([45 + 18 * np.cos(angle), 30 + 18 * np.sin(angle)])
    counts = []
    for leave in (Leave(), Leave((half,), 5.0)):
        _, sketch = finish(AbstractPayload(ring, 8, 120, restarts=1, leave=leave), context)
        counts.append(int((sketch.beziers[..., 0].mean(1) > 45).sum()))
    assert counts[1] > counts[0]


def test_no_stroke_begins_in_a_locked_region(ring: NDArray[np.uint8], context: Context) -> None:
    locked = Leave(region=(0.0, 0.0, 45.0, 60.0))
    steps, _ = finish(AbstractPayload(ring, 8, 1, restarts=1, leave=locked), context)
    first = steps[0].preview
    assert (first.beziers[:, 0, 0] > 44).all()
    everything = Leave(region=(-1.0, -1.0, 91.0, 61.0))
    assert "no room" in sentence_of(AbstractPayload(ring, 8, leave=everything), context)


def test_a_mask_says_what_is_drawn(ring: NDArray[np.uint8], context: Context) -> None:
    right = np.zeros((60, 90), np.float32)
    right[:, 50:] = 1
    steps, _ = finish(AbstractPayload(ring, 8, 1, restarts=1, mask=right), context)
    assert (np.median(steps[0].preview.beziers[:, 0, 0])) > 50
    steps, _ = finish(
        AbstractPayload(ring, 8, 1, restarts=1, mask=right, whole_scene=True), context
    )
    assert (steps[0].preview.beziers[:, 0, 0] < 50).any()
    wrong = np.ones((30, 90), np.float32)
    assert "mask is 90 x 30 px" in sentence_of(AbstractPayload(ring, mask=wrong), context)
    empty = np.zeros((60, 90), np.float32)
    assert "nothing of the photo" in sentence_of(AbstractPayload(ring, mask=empty), context)


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
        ({"control_points": 5}, "2, 3 or 4 control points, not 5"),
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


def test_a_start_along_contours_is_nearer_than_a_sampled_one(ring: NDArray[np.uint8]) -> None:
    context = Context()
    starts = [
        finish(AbstractPayload(ring, 4, 1, restarts=1, sampled_start=sampled), context)[1].losses[0]
        for sampled in (False, True)
    ]
    assert starts[0] < 0.6 * starts[1]


def test_loss_falls_by_a_third_with_the_bundled_encoder(ring: NDArray[np.uint8]) -> None:
    _, sketch = finish(AbstractPayload(ring, 8, iterations=40, sampled_start=True), Context())
    assert sketch.loss < 2 / 3 * sketch.losses[0]
