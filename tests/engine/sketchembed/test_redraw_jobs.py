"""The jobs: reproducible, in the right place, and defined for whatever is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.errors import InputError
from engine.sketchembed.canvas import INK_SIDE
from engine.sketchembed.messages import (
    MAX_POINTS,
    CombinePayload,
    EmbedPayload,
    FinishPayload,
    MorphPayload,
    PictureSource,
    Redrawing,
    RedrawPayload,
    Sampling,
    StrokeSource,
    Term,
)
from engine.strokes import FloatArray

Ask = Callable[[str, Any], Any]


def places(redrawing: Redrawing) -> list[list[list[list[float]]]]:
    return [[line.tolist() for line in variant.strokes] for variant in redrawing.variants]


def test_same_seed_same_drawings_other_seed_others(ask: Ask, ring: FloatArray) -> None:
    def drawn(seed: int) -> list[Any]:
        sampling = Sampling(1.0, seed, best_of=2)
        return places(ask("redraw", RedrawPayload(StrokeSource((ring,)), 3, sampling)))

    assert drawn(7) == drawn(7)
    assert drawn(7) != drawn(8)


def test_variants_differ_and_the_nearest_comes_first(ask: Ask, ring: FloatArray) -> None:
    found = ask("redraw", RedrawPayload(StrokeSource((ring,)), 4, Sampling(1.0, best_of=2)))
    distances = [variant.distance for variant in found.variants]
    assert distances == sorted(distances)
    assert len({str(each) for each in places(found)}) == 4
    for variant in found.variants:
        assert variant.points == sum(map(len, variant.strokes)) <= MAX_POINTS


def test_more_to_choose_from_is_never_farther_away(ask: Ask, ring: FloatArray) -> None:
    def distance(best_of: int) -> float:
        sampling = Sampling(1.0, best_of=best_of, refine=0)
        found = ask("redraw", RedrawPayload(StrokeSource((ring,)), 1, sampling))
        return float(found.variants[0].distance)

    assert distance(16) <= distance(4) <= distance(1)


def test_the_ink_lies_in_the_middle_of_what_was_seen(ask: Ask, ring: FloatArray) -> None:
    found = ask("redraw", RedrawPayload(StrokeSource((ring,))))
    x0, y0, x1, y1 = found.box
    assert (x0 + x1) / 2 == pytest.approx(120, abs=0.5)
    assert (y0 + y1) / 2 == pytest.approx(200, abs=0.5)
    assert x1 - x0 == pytest.approx(100 / INK_SIDE, rel=0.01)
    assert found.seen.shape == (28, 28)
    assert 0.5 < found.seen.max() <= 1
    rows, columns = np.nonzero(found.seen > 0.5)
    assert [rows.min() + rows.max(), columns.min() + columns.max()] == [27, 27]


def test_a_ghost_that_joins_begins_where_the_pen_is(ask: Ask, ring: FloatArray) -> None:
    half = ring[:20]
    payload = FinishPayload((half,), variants=6, sampling=Sampling(1.0), new_stroke=False)
    found = ask("redraw.finish", payload)
    drawn = [ghost for ghost in found.ghosts if ghost.strokes]
    assert drawn
    for ghost in drawn:
        assert ghost.joined
        assert ghost.strokes[0][0].tolist() == pytest.approx(half[-1].tolist())
    scores = [ghost.log_probability for ghost in found.ghosts]
    assert scores == sorted(scores, reverse=True)


def test_a_ghost_has_the_rest_of_the_points(ask: Ask) -> None:
    random = np.random.default_rng(0)
    scribble = np.cumsum(random.standard_normal((400, 2)) * 30, axis=0)
    found = ask("redraw.finish", FinishPayload((scribble,), variants=2, sampling=Sampling(1.0)))
    for ghost in found.ghosts:
        assert sum(map(len, ghost.strokes)) <= MAX_POINTS
        assert not ghost.joined


def test_a_term_alone_is_drawn_where_it_was(ask: Ask, ring: FloatArray, box: FloatArray) -> None:
    sampling = Sampling(0.7, 3, best_of=1, refine=0)
    alone = ask("redraw", RedrawPayload(StrokeSource((ring,)), 1, sampling))
    terms = (Term(StrokeSource((ring,))), Term(StrokeSource((box,)), 1.0))
    cancelled = (*terms, Term(StrokeSource((box,)), -1.0))
    combined = ask("redraw.combine", CombinePayload(cancelled, sampling=sampling))
    assert combined.box == alone.box
    assert combined.seen is None
    first, second = (each.variants[0].strokes for each in (alone, combined))
    assert len(first) == len(second)
    for one, other in zip(first, second, strict=True):
        assert np.allclose(one, other, atol=0.1)


def test_the_ends_of_a_morph_are_the_two_drawings(
    ask: Ask, ring: FloatArray, box: FloatArray
) -> None:
    sampling = Sampling(0.0, best_of=1, refine=0)
    sources = StrokeSource((ring,)), StrokeSource((box,))
    found = ask("redraw.morph", MorphPayload(*sources, 5, (0.0, 0.0, 10.0, 10.0), sampling))
    assert found.weights.tolist() == [0, 0.25, 0.5, 0.75, 1]
    for source, drawn in zip(sources, (found.drawings[0], found.drawings[-1]), strict=True):
        alone = ask("redraw", RedrawPayload(source, 1, sampling))
        side = alone.box[2] - alone.box[0]
        for line, own in zip(drawn.strokes, alone.variants[0].strokes, strict=True):
            assert np.allclose(line / 10, (own - alone.box[:2]) / side, atol=1e-4)


def test_embeddings_know_neither_place_nor_size(ask: Ask, ring: FloatArray) -> None:
    sources = (StrokeSource((ring,)), StrokeSource((3 * ring + 500,)))
    found = ask("redraw.embed", EmbedPayload(sources))
    assert found.shape == (2, 16)
    assert found[0] == pytest.approx(found[1], abs=1e-4)
    assert not found.flags.writeable


def page(side: int = 100, value: int = 255) -> np.ndarray:
    return np.full((side, side, 3), value, np.uint8)


@pytest.mark.parametrize("value", [255, 0, 128])
def test_a_picture_of_one_colour_is_refused(ask: Ask, value: int) -> None:
    with pytest.raises(InputError, match="nothing to draw"):
        ask("redraw", RedrawPayload(PictureSource(page(100, value))))


def test_a_large_picture_with_thin_lines_is_seen(ask: Ask) -> None:
    picture = page(4000)
    picture[1000:3000, 1000:1003] = 0
    picture[1000:1003, 1000:3000] = 0
    found = ask("redraw", RedrawPayload(PictureSource(picture)))
    x0, y0, x1, y1 = found.box
    assert x1 - x0 == pytest.approx(2000 / INK_SIDE, rel=0.02)
    assert (x0 + x1) / 2 == pytest.approx(2000, abs=20)
    assert (y0 + y1) / 2 == pytest.approx(2000, abs=20)
    column = round(28 * (1000 - x0) / (x1 - x0))
    assert found.seen[:, column - 1 : column + 1].max() > 0.6
    assert found.seen[18:, 18:].max() < 0.05


def test_a_tiny_region_is_refused(ask: Ask) -> None:
    for region in ((10.0, 10.0, 12.0, 90.0), (200.0, 200.0, 300.0, 300.0)):
        with pytest.raises(InputError, match="region"):
            ask("redraw", RedrawPayload(PictureSource(page(), region)))


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        (RedrawPayload(StrokeSource(())), "no strokes"),
        (RedrawPayload(StrokeSource((np.array([[0.0, np.nan]]),))), "not a number"),
        (RedrawPayload(StrokeSource((np.zeros((0, 2)),))), "no points"),
        (RedrawPayload(StrokeSource((np.zeros((2, 2)),)), 0), "variants"),
        (RedrawPayload(StrokeSource((np.zeros((2, 2)),)), 1, Sampling(-0.1)), "temperature"),
        (RedrawPayload(StrokeSource((np.zeros((2, 2)),)), 1, Sampling(0.1, -1)), "seed"),
        (RedrawPayload(StrokeSource((np.zeros((2, 2)),)), 1, Sampling(0.1, 0, 0)), "best"),
        (RedrawPayload(StrokeSource((np.zeros((2, 2)),)), 1, Sampling(0.1, 0, 1, -1)), "refined"),
    ],
)
def test_bad_input_is_one_sentence(ask: Ask, payload: RedrawPayload, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        ask("redraw", payload)


def test_a_single_dot_is_a_drawing(ask: Ask) -> None:
    found = ask("redraw", RedrawPayload(StrokeSource((np.array([[30.0, 40.0]]),))))
    assert found.seen.max() > 0.2
    assert (found.box[0] + found.box[2]) / 2 == pytest.approx(30)
