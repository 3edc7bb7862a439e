"""Data, batches, and a run that is interrupted and goes on."""

from __future__ import annotations

import contextlib
import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.sketchembed.messages import MAX_POINTS
from engine.sketchembed.net import Sizes, SketchEmbedNet
from engine.sketchembed.sequences import from_rows
from engine.training.sketchembed_augment import STILL
from engine.training.sketchembed_batches import Batches, Mix
from engine.training.sketchembed_checkpoint import Run
from engine.training.sketchembed_data import (
    UNSEEN_CATEGORIES,
    ZERO_SHOT,
    Drawings,
    read_drawings,
    split,
    unseen_names,
)
from engine.training.sketchembed_export import write_model
from engine.training.sketchembed_loop import Recipe, train

SMALL = Sizes(filters=(4, 4, 8, 8), latent=16, hidden=16, hyper=8, embedding=2)


@pytest.fixture
def drawings(tmp_path: Path) -> Drawings:
    """Six drawings of each of four categories, one of them very long."""
    random = np.random.default_rng(0)
    lines = []
    for word in ("bat", "cup", "sun", "tree"):
        for _ in range(6):
            strokes = [random.integers(0, 256, (2, int(random.integers(2, 9)))) for _ in range(3)]
            lines.append(json.dumps({"word": word, "drawing": [s.tolist() for s in strokes]}))
    long = random.integers(0, 256, (2, 500)).tolist()
    lines.append(json.dumps({"word": "sun", "drawing": [long]}))
    lines.append(json.dumps({"word": "sun", "drawing": [[[5], [5]]]}))
    path = tmp_path / "some.ndjson.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return read_drawings(path)


def test_drawings_fit_and_those_without_extent_are_left_out(drawings: Drawings) -> None:
    assert drawings.names == ("bat", "cup", "sun", "tree")
    assert len(drawings.length) == 25
    assert drawings.length.max() <= MAX_POINTS
    for i in range(len(drawings.length)):
        lines = drawings.lines(i)
        points = np.concatenate(lines)
        assert len(points) == drawings.length[i]
        # Of the long scribble little is left but it is within the square, too.
        assert np.ptp(points, axis=0).max() <= 1
        if len(lines) > 1:
            assert np.ptp(points, axis=0).max() == pytest.approx(1, abs=0.02)
        assert int(drawings.lift[i].sum()) == len(lines)


def test_unseen_categories_are_45_with_the_zero_shot_ones() -> None:
    names = tuple(sorted({*ZERO_SHOT, *(f"thing {i}" for i in range(329))}))
    unseen = unseen_names(names)
    assert len(names) == 345
    assert len(set(unseen)) == UNSEEN_CATEGORIES
    assert set(ZERO_SHOT) <= set(unseen)
    assert unseen == unseen_names(names)


def test_nothing_is_in_two_parts_of_the_split(drawings: Drawings) -> None:
    many = drawings.of(np.tile(np.arange(len(drawings.length)), 2))
    renamed = Drawings(many.points, many.lift, many.length, many.category + 45, many.names)
    names = (*(f"a{i:02}" for i in range(45)), "x1", "x2", "x3", "x4")
    parts = split(Drawings(renamed.points, renamed.lift, renamed.length, renamed.category, names))
    groups = [set(each.tolist()) for each in (parts.training, parts.seen, parts.unseen)]
    assert sum(map(len, groups)) == len(many.length) == len(set.union(*groups))
    unseen = {names.index(name) for name in unseen_names(names)}
    assert {int(renamed.category[i]) for i in groups[2]} <= unseen
    assert not {int(renamed.category[i]) for i in groups[0] | groups[1]} & unseen


def test_rows_draw_what_the_picture_shows(drawings: Drawings) -> None:
    batch = Batches(drawings, 8, 0, Mix(parts=0.0, begun=0.0, own=STILL)).batch(0)
    for i in range(8):
        lines = from_rows(batch.rows[:, i].double().numpy())
        points = np.concatenate(lines)
        own = int(batch.counted[:, i].sum()) - 1
        assert len(points) == own
        assert points == pytest.approx(batch.places[i, :own].double().numpy(), abs=1e-5)
        assert (points.min(0) + points.max(0)) / 2 == pytest.approx([0.5, 0.5], abs=1e-4)
        ink = batch.images[i, 0].numpy()
        rows, columns = np.nonzero(ink > 0.4)
        assert columns.min() / 28 == pytest.approx(points[:, 0].min(), abs=0.08)
        assert (rows.max() + 1) / 28 == pytest.approx(points[:, 1].max(), abs=0.08)
        first_end = int(np.flatnonzero(batch.rows[:, i, 4])[0])
        assert first_end == own
        assert float(batch.rows[own + 1 :, i].abs().sum()) == 0
    assert batch.before[1:, :, :5].tolist() == batch.rows[:-1].tolist()


def test_begun_drawings_show_and_are_told_their_first_strokes(drawings: Drawings) -> None:
    batch = Batches(drawings, 24, 1, Mix(parts=0.0, begun=1.0)).batch(0)
    assert bool(batch.begun.any())
    assert batch.before[..., 5].bool().any(0).tolist() == batch.begun.tolist()
    for i in np.flatnonzero(batch.begun.numpy()):
        given = int((batch.counted[:, i] == 0).numpy().argmin())
        assert given > 0
        assert float(batch.rows[given - 1, i, 3]) == 1.0
        later = batch.places[i, given:].numpy()
        ink = batch.images[i, 0].numpy()
        alone = [p for p in later if np.abs(batch.places[i, :given].numpy() - p).max(1).min() > 0.2]
        for x, y in alone[:1]:
            assert ink[min(int(y * 28), 27), min(int(x * 28), 27)] < 0.9


def test_batches_depend_on_seed_and_number_alone(drawings: Drawings) -> None:
    one, other = (Batches(drawings, 4, 5, Mix()) for _ in range(2))
    one.batch(0)
    assert torch.equal(one.batch(17).images, other.batch(17).images)
    assert not torch.equal(one.batch(17).images, one.batch(18).images)
    assert not torch.equal(Batches(drawings, 4, 6, Mix()).batch(17).images, one.batch(17).images)


def run_until(
    steps: int, recipe: Recipe, drawings: Drawings, checkpoint: Path
) -> tuple[Run, list[str]]:
    torch.manual_seed(1)
    run = Run.start(SketchEmbedNet(SMALL), recipe.rate)
    said: list[str] = []
    batches = Batches(drawings, 6, 0, Mix())

    class Stop(Exception):  # noqa: N818 - like an interruption
        pass

    def evaluate(net: SketchEmbedNet) -> dict[str, float]:
        if run.step == steps < recipe.steps:
            raise Stop
        return {"weight": float(net.encoder.mean.weight.sum())}

    with contextlib.suppress(Stop):
        train(run, batches, recipe, checkpoint, evaluate, said.append)
    return run, said


def test_an_interrupted_run_ends_like_one_that_was_not(drawings: Drawings, tmp_path: Path) -> None:
    recipe = Recipe(steps=6, evaluate_every=5, save_every=2)
    whole, _ = run_until(6, recipe, drawings, tmp_path / "whole.safetensors")
    checkpoint = tmp_path / "parts.safetensors"
    stopped, _ = run_until(5, recipe, drawings, checkpoint)
    assert stopped.step == 5
    resumed, said = run_until(6, recipe, drawings, checkpoint)
    assert said[0] == "going on after step 4"
    assert resumed.step == whole.step == 6
    for part in ("net", "average"):
        one, other = getattr(whole, part).state_dict(), getattr(resumed, part).state_dict()
        for key, value in one.items():
            assert torch.equal(value, other[key]), key
    assert not list(tmp_path.glob("*.part"))


def test_training_lowers_the_loss(drawings: Drawings, tmp_path: Path) -> None:
    torch.manual_seed(0)
    recipe = Recipe(steps=60, evaluate_every=20, rate=5e-3, contrast=0.0, alpha_max=0.0)
    run = Run.start(SketchEmbedNet(SMALL), recipe.rate)
    batches = Batches(drawings, 8, 0, Mix(parts=0.0, begun=0.0, own=STILL))
    train(run, batches, recipe, tmp_path / "c.safetensors", lambda _: {}, lambda _: None)
    assert run.curve[-1]["total"] < run.curve[0]["total"] - 0.5


def test_schedules_follow_the_paper_at_any_length() -> None:
    recipe = Recipe(steps=300_000, rate=1e-3, alpha_max=0.5)
    assert [recipe.alpha(s / 300_000) for s in (0, 9_999, 10_000, 50_000, 100_000, 299_999)] == (
        pytest.approx([0, 0, 0.05, 0.25, 0.5, 0.5])
    )
    assert recipe.rate_at(14_999 / 300_000) == 1e-3
    assert recipe.rate_at(45_000 / 300_000) == pytest.approx(1e-3 * 0.85**3)
    assert Recipe(steps=100, minutes=1).progress(10, 30.0) == 0.5


def test_the_written_model_is_the_averaged_one(drawings: Drawings, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    from engine.sketchembed.loading import net_of

    torch.manual_seed(0)
    net = SketchEmbedNet(SMALL).eval()
    digest = write_model(net, tmp_path)
    entry = json.loads((tmp_path / "registry.json").read_text())["sketchembed"]
    assert entry["sha256"] == digest
    again = net_of(load_file(tmp_path / entry["file"]), torch.device("cpu"))
    assert again.sizes == SMALL
    images = torch.rand(3, 1, 28, 28)
    assert again.encoder(images).mean == pytest.approx(net.encoder(images).mean.detach(), abs=2e-2)
