"""The learned scores: the network, the mean over categories, units, the training's data."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.attribution.belonging import TOGETHER, BelongingModel, load_belonging
from engine.attribution.belonging_net import POINTS, BelongingNet, stroke_places
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import attribute
from engine.attribution.messages import (
    AttributePayload,
    Attribution,
    CategoryTarget,
    Estimator,
    Method,
    PhotoTarget,
)
from engine.attribution.units import pieces_of_strokes, whole_strokes
from engine.training.belonging_data import MAX_NOISE, StrokePool, make_scribbles, noisy_batch


@pytest.fixture(scope="module")
def net() -> BelongingNet:
    """Untrained, but for the last layer, which begins at random too."""
    torch.manual_seed(1)
    return BelongingNet(6).eval().requires_grad_(False)


def places(count: int, seed: int = 0) -> torch.Tensor:
    return torch.rand(1, count, POINTS, 2, generator=torch.Generator().manual_seed(seed))


def test_padding_changes_nothing(net):
    strokes = places(5)
    concept = torch.eye(6)[:1]
    alone = net(strokes, torch.ones(1, 5, dtype=torch.bool), concept)
    padded = torch.cat([strokes, torch.full((1, 3, POINTS, 2), 0.5)], 1)
    there = torch.arange(8)[None] < 5
    torch.testing.assert_close(net(padded, there, concept)[:, :5], alone)


def test_every_stroke_is_judged_in_its_company_and_by_the_category(net):
    there = torch.ones(1, 5, dtype=torch.bool)
    strokes = places(5)
    before = net(strokes, there, torch.eye(6)[:1])
    assert not torch.allclose(net(strokes, there, torch.eye(6)[1:2]), before, atol=1e-4)
    moved = strokes.clone()
    moved[0, 4] += 0.3
    assert not torch.allclose(net(moved, there, torch.eye(6)[:1])[0, :4], before[0, :4], atol=1e-4)


def test_not_sure_means_the_mean_of_probabilities(net):
    model = BelongingModel(net, torch.eye(6))
    lines = list(places(4)[0].double().numpy())
    chances = [
        torch.sigmoid(net(places_of(lines), torch.ones(1, 4, dtype=torch.bool), concept[None]))[0]
        for concept in torch.eye(6)[[2, 5]]
    ]
    found = model.log_odds(lines, np.array([0, 0, 0.25, 0, 0, 0.75]))
    expected = (0.25 * chances[0] + 0.75 * chances[1]).numpy()
    np.testing.assert_allclose(1 / (1 + np.exp(-found)), expected, atol=1e-5)


def places_of(lines) -> torch.Tensor:
    return torch.from_numpy(stroke_places(lines).astype(np.float32))[None]


def test_nobody_knows_is_not_the_same_as_any_category(net):
    model = BelongingModel(net, torch.eye(6))
    lines = list(places(4)[0].double().numpy())
    unknown = model.log_odds(lines, None)
    for column in range(6):
        assert not np.allclose(model.log_odds(lines, np.eye(6)[column]), unknown, atol=1e-4)


def test_many_strokes_are_looked_at_in_parts(net):
    model = BelongingModel(net, torch.eye(6))
    lines = list(places(TOGETHER + 3)[0].double().numpy())
    found = model.log_odds(lines, None)
    assert found.shape == (TOGETHER + 3,)
    np.testing.assert_allclose(found[TOGETHER:], model.log_odds(lines[TOGETHER:], None), atol=1e-4)


def test_what_comes_with_the_program_finds_the_stranger(bundled, snowman):
    model = load_belonging(bundled)
    framed = frame_strokes((*snowman, np.array([[20.0, 30], [60, 200], [25, 370]])))
    named = np.eye(345)[bundled.category_names.index("snowman")]
    for beliefs in (named, None):
        odds = model.log_odds(framed.lines, beliefs)
        assert odds.argmin() == len(snowman)
        assert odds[-1] < 0 < np.median(odds)


@pytest.mark.parametrize("split", [whole_strokes, pieces_of_strokes])
def test_units_share_a_strokes_score_by_ink(face, split):
    lines = frame_strokes(face).lines
    scores = np.array([1.5, -2.0, 0.25, 3.0])[: len(lines)]
    units = split(lines)
    np.testing.assert_allclose(units.of_strokes(units.from_strokes(scores), len(lines)), scores)


@pytest.mark.parametrize("method", Method)
def test_the_job_gives_them_by_category_guess_and_photo(face, context, run, method):
    photo = np.full((40, 40, 3), 200, np.uint8)
    for target in (CategoryTarget("face"), CategoryTarget(), PhotoTarget(photo)):
        payload = AttributePayload(face, target, method=method, estimator=Estimator.LEARNED)
        found: Attribution = run(attribute(payload, context))
        assert found.strokes.shape == (len(face),)
        assert np.isfinite(found.strokes).all()
        if method is Method.PSLA:
            sums = [each.sum() for each in found.points]
            np.testing.assert_allclose(sums, found.strokes)


@pytest.fixture
def pool() -> StrokePool:
    """Six drawings of three categories; a stroke's height says whose it is."""
    random = np.random.default_rng(0)
    counts = np.array([3, 5, 2, 4, 6, 3])
    drawing = np.repeat(np.arange(6), counts)
    strokes = 255 * random.random((counts.sum(), POINTS, 2)).astype(np.float32)
    first = np.concatenate([[0], np.cumsum(counts)])
    is_large = np.ones(counts.sum(), bool)
    is_large[0] = False
    scribbles = make_scribbles(4, random)
    return StrokePool(strokes, first, np.array([0, 0, 1, 1, 2, 2]), drawing, is_large, scribbles)


def test_a_batch_holds_the_drawing_in_order_and_strangers_of_other_categories(pool):
    random = np.random.default_rng(1)
    counts = set()
    for _ in range(30):
        chosen = random.integers(6, size=5)
        batch = noisy_batch(pool, chosen, random, augment=False, spread_out=0)
        for i, drawing in enumerate(chosen):
            there, belongs = batch.there[i].numpy(), batch.belongs[i].numpy()
            strokes = batch.places[i].numpy()[there].astype(np.float64)
            own = pool.places[pool.first[drawing] : pool.first[drawing + 1]].astype(np.float64)
            counts.add(int(there.sum()) - len(own))
            assert belongs.sum() == len(own)
            # On the unit square as `frame_strokes` would put it: the same up to place and size.
            kept = strokes[belongs[there]]
            scale = np.ptp(kept.reshape(-1, 2), 0).max() / np.ptp(own.reshape(-1, 2), 0).max()
            np.testing.assert_allclose(kept - kept[0, 0], scale * (own - own[0, 0]), atol=1e-4)
            framed = np.stack(frame_strokes(list(255 * strokes)).lines)
            np.testing.assert_allclose(strokes, framed, atol=1e-5)
            for stranger in strokes[~belongs[there]]:
                shape = (stranger - stranger[0]) / scale
                apart = np.abs(pool.places - pool.places[:, :1] - shape).max((1, 2))
                source = int(apart.argmin())
                assert apart[source] < 1e-2
                assert pool.category[pool.drawing[source]] != pool.category[drawing]
                assert pool.is_large[source]
    assert counts == set(range(MAX_NOISE + 1))


def test_the_same_seed_makes_the_same_batch(pool):
    one, two = (noisy_batch(pool, np.arange(6), np.random.default_rng(4)) for _ in range(2))
    torch.testing.assert_close(one.places, two.places)
    assert torch.equal(one.belongs, two.belongs)
