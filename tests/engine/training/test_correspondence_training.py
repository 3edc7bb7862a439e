"""From photos to a bank, batches and a checkpoint, small."""

from __future__ import annotations

import json

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image

from engine.correspondence.estimator import CELLS, WarpEstimator
from engine.encoders.loading import load_encoder
from engine.evaluation.synthetic_pairs import SIDE, TRACE_SIGMA
from engine.training.correspondence_bank import FeatureBank, _order, build_bank
from engine.training.correspondence_batches import Sampler
from engine.training.correspondence_calibration import calibrate, warp_finder
from engine.training.correspondence_data import PhotoBank, SketchBank
from engine.training.correspondence_export import estimator_content
from engine.training.correspondence_loop import Recipe, train
from engine.training.correspondence_objective import Objective, Settings, Similarity
from engine.training.line_drawing import contour_pieces


@pytest.fixture(scope="module")
def banks() -> tuple[PhotoBank, SketchBank]:
    images = [skimage.data.cat(), skimage.data.rocket(), skimage.data.coffee()]
    photos = np.stack([np.asarray(Image.fromarray(i).resize((SIDE, SIDE))) for i in images])
    pieces = np.stack([contour_pieces(photo, TRACE_SIGMA) for photo in photos])
    sketch = np.where(pieces[1] > 0, 0, 255).astype(np.uint8)
    names = ["sketchy/cat/0", "sketchy/rocket/0", "imagenet/coffee/0"]
    return PhotoBank(photos, pieces, names), SketchBank(np.stack([sketch] * 2), np.array([1, 1]))


@pytest.fixture(scope="module")
def bank(banks, tmp_path_factory) -> FeatureBank:
    folder = tmp_path_factory.mktemp("bank")
    first = build_bank(*banks, load_encoder(), folder, lambda share: None, 3)
    told = []
    again = build_bank(*banks, load_encoder(), folder, told.append, 3)
    assert told == []  # it was all there
    np.testing.assert_array_equal(first.truth, again.truth)
    return again


def test_the_bank_holds_every_pair(banks, bank):
    assert sorted(bank.rows.tolist()) == [0, 1, 2]
    assert _order(*banks)[0] == 1  # what was drawn comes first
    assert bank.truth.shape == (6, 32, 32, 2)
    for maps in (bank.photo, bank.drawing, bank.sketch):
        assert all(np.abs(each).max(axis=(1, 2, 3)).min() > 0 for each in maps.values())
    on_photo = ((bank.truth > 0) & (bank.truth < 1)).all(3)
    assert (bank.known <= on_photo).all()
    assert 0.1 < bank.known.mean() < 0.99


def test_ink_lies_where_the_photo_has_contours(banks, bank):
    # The photo's view is known only through the truth: along it, photo gradients are stronger at
    # the cells with ink than elsewhere.
    inked, bare = [], []
    for row in range(6):
        view = bank.photo_view[row // 2].astype(float).mean(0)
        edges = np.hypot(*np.gradient(view))
        cells = edges.reshape(32, 8, 32, 8).max((1, 3))
        at = np.clip((bank.truth[row] * 32).astype(int), 0, 31)
        strength = cells[at[..., 1], at[..., 0]]
        ink = (bank.drawing_density[row] > 0.05) & bank.known[row]
        inked.append(strength[ink].mean())
        bare.append(strength[~ink & bank.known[row]].mean())
    assert np.mean(inked) > 1.3 * np.mean(bare)


def test_batches_repeat_and_can_be_skipped(bank):
    a, b, later = (Sampler(bank, 4, 2, seed=3) for _ in range(3))
    first, second = a.draw(), a.draw()
    torch.testing.assert_close(b.draw().truth, first.truth)
    later.skip(1)
    torch.testing.assert_close(later.draw().truth, second.truth)
    assert first.truth.shape == (4, CELLS, CELLS, 2)
    assert [len(each) for each in first.sketch] == [6, 6, 6]
    assert len(first.sketch_images) == 0
    pictures = Sampler(bank, 1, 2, with_images=True).draw()
    assert pictures.sketch_images.shape == pictures.photo_images.shape == (2, 3, SIDE, SIDE)


def test_the_perceptual_loss_looks_through_the_encoder_again(bank):
    settings = Settings(supervised=False, similarity=Similarity.ENCODER)
    net = WarpEstimator()
    drawn = Sampler(bank, 1, 1, with_images=True).draw()
    terms = Objective(settings, load_encoder())(net, drawn)
    terms["similarity"].backward()
    gradient = net.voting.leave.weight.grad
    assert gradient is not None
    assert float(gradient.abs().max()) > 0


def test_training_learns_goes_on_and_is_written(bank, tmp_path):
    torch.manual_seed(0)
    told: list[str] = []

    def run(steps: int, net: WarpEstimator) -> list[dict[str, float]]:
        return train(
            net,
            Objective(Settings()),
            Sampler(bank, 4, 1),
            Recipe(steps=steps, warm_up=2),
            tmp_path / "state.pt",
            lambda each: {},
            told.append,
            evaluate_every=4,
        )[1]

    run(4, WarpEstimator())
    curve = run(16, WarpEstimator())
    assert [row["step"] for row in curve] == [4, 8, 12, 16]
    assert curve[-1]["loss_matching"] < curve[0]["loss_matching"]
    assert json.loads(told[-1])["step"] == 16
    assert run(16, WarpEstimator()) == curve  # it was finished
    net = WarpEstimator().eval()
    calibration = calibrate(bank, warp_finder(net), pairs=3)
    assert calibration.shape == (2, 4)
    assert bool(torch.isfinite(calibration).all())
    assert len(estimator_content(net, calibration)) < 8e6
