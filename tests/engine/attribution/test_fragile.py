"""Eq. 12 and 13 against trying everything."""

from __future__ import annotations

import numpy as np
import pytest

from engine.attribution.fragile import SIMPLIFIED, fragile
from engine.attribution.framing import LINE_WIDTH, frame_strokes
from engine.attribution.jobs import guess
from engine.attribution.messages import FragilePayload, Fragility, GuessPayload, Method
from engine.attribution.units import whole_strokes
from engine.errors import InputError
from engine.strokes import simplify
from tests.engine.attribution.conftest import circle


@pytest.fixture
def glasses() -> tuple[np.ndarray, ...]:
    """Two rings, a bridge and two arms."""
    return (
        circle(100, 200, 60),
        circle(300, 200, 60),
        np.array([[160, 190], [200, 175], [240, 190]], float),
        np.array([[40, 190], [10, 150]], float),
        np.array([[360, 190], [390, 150]], float),
    )


def guess_without(strokes, gone: set[int], bundled) -> np.ndarray:
    """(C,) probabilities with some strokes left out, in the frame of the whole drawing."""
    masks = whole_strokes(frame_strokes(strokes).lines).stamps(256, LINE_WIDTH * 256).masks()
    ink = masks[[i for i in range(len(strokes)) if i not in gone]].sum(0).clamp(0, 1)
    return bundled.guess((1 - ink).expand(1, 3, -1, -1))[0].numpy()


def test_the_stroke_is_the_one_that_costs_most_of_the_short_ones(
    snowman, glasses, bundled, context, run
):
    found_one = False
    for drawing in (snowman, glasses, (*glasses, *snowman)):
        for epsilon in (3, 12, 100):
            found: Fragility = run(fragile(FragilePayload(drawing, epsilon=epsilon), context))
            lines = frame_strokes(drawing).lines
            short = [
                i for i, each in enumerate(lines) if len(simplify(each, SIMPLIFIED)) <= epsilon
            ]
            label = bundled.category_names.index(found.label.name)
            without = {i: guess_without(drawing, {i}, bundled) for i in short}
            worst = min(without, key=lambda i: without[i][label], default=None)
            if worst is None or int(without[worst].argmax()) == label:
                assert found.strokes == ()
                assert found.label_without is None
                continue
            found_one = True
            assert found.strokes == (worst,)
            best = int(without[worst].argmax())
            assert found.label_without.name == bundled.category_names[best]
            assert found.label_without.probability == pytest.approx(without[worst][best], abs=1e-4)
    assert found_one


def test_points_are_few_and_change_the_guess(snowman, bundled, context, run):
    found: Fragility = run(fragile(FragilePayload(snowman, Method.PSLA, 15), context))
    assert found.label.name == "snowman"
    count = sum(len(each) for each in found.points)
    assert 1 <= count <= 15
    assert found.label_without.name != "snowman"
    assert len(found.points) == len(found.strokes)
    for stroke, points in zip(found.strokes, found.points, strict=True):
        kept = simplify(frame_strokes(snowman).lines[stroke], SIMPLIFIED)
        assert set(points) <= set(kept[:-1].tolist())
    # With fewer points allowed than it took, there is nothing to be found.
    if count > 1:
        fewer = run(fragile(FragilePayload(snowman, Method.PSLA, count - 1), context))
        assert fewer.strokes == ()


def test_the_label_is_the_guess(face, context, run):
    (label,) = run(guess(GuessPayload(face, 1), context))
    assert run(fragile(FragilePayload(face), context)).label == label


@pytest.mark.parametrize("method", Method)
def test_one_stroke_is_never_taken_away(context, run, method):
    found = run(fragile(FragilePayload((circle(0, 0, 50),), Method.SLA, 100), context))
    assert found.strokes == ()
    dots = (np.zeros((1, 2)), np.ones((1, 2)))
    assert isinstance(run(fragile(FragilePayload(dots, method), context)), Fragility)


@pytest.mark.parametrize("epsilon", [0, -1, 10_000])
def test_epsilon_has_bounds(face, context, run, epsilon):
    with pytest.raises(InputError, match="Epsilon"):
        run(fragile(FragilePayload(face, epsilon=epsilon), context))
