"""The job "abstract.ladder": many numbers of strokes from one start."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.abstraction.job import abstract
from engine.abstraction.ladder import ladder, order_of_work
from engine.abstraction.messages import Abstraction, AbstractPayload, Ladder, LadderPayload, Leave
from engine.context import Context
from engine.errors import InputError
from engine.evaluation.run import finish
from engine.types import Progress
from tests.engine.tiny_encoder import TinyEncoder


@pytest.fixture
def payload(ring: NDArray[np.uint8]) -> LadderPayload:
    return LadderPayload(AbstractPayload(ring, 8, iterations=20, restarts=2), (2, 4, 8, 16))


def test_a_rung_for_each_number_exact_and_inside(payload: LadderPayload, context: Context) -> None:
    found: Ladder = finish(ladder(payload, context))
    assert list(found.sketches) == [2, 4, 8, 16]
    for n, sketch in found.sketches.items():
        assert sketch.beziers.shape == (n, 4, 2)
        assert (sketch.beziers >= 0).all()
        assert (sketch.beziers <= [90, 60]).all()
        assert (np.ptp(sketch.beziers, axis=1).max(1) > sketch.width_px).all()
        assert list(sketch.scores) == sorted(sketch.scores, reverse=True)


def test_more_strokes_are_nearer_to_a_photo_of_many_things(context: Context) -> None:
    y, x = np.mgrid[:60, :90]
    discs = np.hypot(x % 30 - 15, y % 20 - 10) < 6  # nine of them
    photo = np.repeat(np.where(discs, 30, 230).astype(np.uint8)[..., None], 3, -1)
    base = AbstractPayload(photo, 4, iterations=20, restarts=2, whole_scene=True)
    found: Ladder = finish(ladder(LadderPayload(base, (2, 4, 8)), context))
    losses = [sketch.loss for sketch in found.sketches.values()]
    assert losses[0] > losses[1] > losses[2]


def test_the_rung_in_the_middle_is_the_sketch_alone(
    payload: LadderPayload, context: Context
) -> None:
    found: Ladder = finish(ladder(payload, context))
    alone: Abstraction = finish(abstract(payload.base, context))
    assert np.array_equal(found.sketches[8].beziers, alone.beziers)


def test_rungs_are_told_as_they_are_done_nearest_first(
    payload: LadderPayload, context: Context
) -> None:
    steps: list[Progress] = list(ladder(payload, context))
    told = [step.preview for step in steps if step.preview is not None]
    assert [list(each.sketches) for each in told] == [[8], [8, 16], [4, 8, 16], [2, 4, 8, 16]]
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


@pytest.mark.parametrize(
    ("begin", "order"),
    [
        (16, [16, 32, 8, 64, 4]),
        (20, [16, 32, 8, 64, 4]),
        (64, [64, 32, 16, 8, 4]),
        (1, [4, 8, 16, 32, 64]),
    ],
)
def test_order_of_work(begin: int, order: list[int]) -> None:
    assert order_of_work((4, 8, 16, 32, 64), begin) == order


def test_same_seed_same_ladder_and_a_known_one_costs_nothing(
    payload: LadderPayload, context: Context, encoder: TinyEncoder
) -> None:
    first: Ladder = finish(ladder(payload, context))
    before = encoder.images_encoded
    again: Ladder = finish(ladder(payload, context))
    assert encoder.images_encoded == before
    fresh = Context()
    fresh.cache["encoder", "bundled", "cpu"] = encoder
    other: Ladder = finish(ladder(payload, fresh))
    for n, sketch in first.sketches.items():
        assert again.sketches[n] is sketch
        assert np.array_equal(other.sketches[n].beziers, sketch.beziers)
    seeded = LadderPayload(replace(payload.base, seed=1), payload.rungs)
    assert not np.array_equal(
        finish(ladder(seeded, context)).sketches[8].beziers, first.sketches[8].beziers
    )


def test_a_ladder_that_was_stopped_goes_on_where_it_was(
    payload: LadderPayload, context: Context
) -> None:
    job = ladder(payload, context)
    for step in job:
        if step.preview is not None:
            known = step.preview.sketches[8]
            break
    job.close()
    steps = list(ladder(payload, context))
    assert steps[0].preview.sketches[8] is known


def test_a_start_is_the_first_rung(payload: LadderPayload, context: Context) -> None:
    """What the user sees stays what it is, but for a little refinement."""
    seen: Abstraction = finish(abstract(replace(payload.base, seed=5), context))
    base = replace(payload.base, start=seen.beziers, iterations=2)
    found: Ladder = finish(ladder(replace(payload, base=base), context))
    nearest = [abs(seen.beziers - each).max((1, 2)).min() for each in found.sketches[8].beziers]
    assert max(nearest) < 6


def test_a_ladder_around_still_strokes_is_another(payload: LadderPayload, context: Context) -> None:
    seen: Abstraction = finish(abstract(payload.base, context))
    free = LadderPayload(replace(payload.base, start=seen.beziers), (8,))
    held = replace(free, base=replace(free.base, leave=Leave(still=frozenset({0, 1}))))
    moved: Ladder = finish(ladder(free, context))
    kept: Ladder = finish(ladder(held, context))
    assert kept.sketches[8] is not moved.sketches[8]


def test_rungs_are_made_from_a_start_between_them(
    payload: LadderPayload, context: Context, encoder: TinyEncoder
) -> None:
    seen: Abstraction = finish(abstract(payload.base, context))
    before = encoder.images_encoded
    base = replace(payload.base, start=seen.beziers)
    found: Ladder = finish(ladder(LadderPayload(base, (4, 16)), context))
    with_start = encoder.images_encoded - before
    assert [len(each.beziers) for each in found.sketches.values()] == [4, 16]
    # Each is within reach of the strokes it was made from; a fresh start is not.
    nearest = [abs(seen.beziers - each).max((1, 2)).min() for each in found.sketches[4].beziers]
    assert np.median(nearest) < 15
    before = encoder.images_encoded
    finish(ladder(LadderPayload(replace(base, start=None), (4, 16)), context))
    assert with_start < encoder.images_encoded - before


def test_fewest_recognisable() -> None:
    def sketch(likeness: float) -> Abstraction:
        return Abstraction(np.zeros((1, 4, 2)), 1, 1, (), 1, 1, 1, "", (), likeness)

    rungs = {4: sketch(0.3), 8: sketch(0.73), 16: sketch(0.8), 32: sketch(0.78)}
    assert Ladder(rungs).fewest_recognisable() == 8
    assert Ladder(rungs).fewest_recognisable(0.95) == 16
    assert Ladder(rungs).fewest_recognisable(0.1) == 4


@pytest.mark.parametrize("rungs", [(), (8, 4), (4, 4), (0, 4), (4, 65)])
def test_rungs_that_are_none(
    payload: LadderPayload, context: Context, rungs: tuple[int, ...]
) -> None:
    with pytest.raises(InputError):
        next(ladder(replace(payload, rungs=rungs), context))
