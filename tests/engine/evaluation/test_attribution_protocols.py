"""The protocols of attribution on small made data."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.attribution.framing import frame_strokes
from engine.attribution.messages import Estimator
from engine.attribution.targets import CategoryLogProbability
from engine.attribution.units import whole_strokes
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.attribution import evaluate_attribution
from engine.evaluation.faithfulness import area_under, probability_curves
from engine.evaluation.noise import MAX_NOISE, auroc, with_noise
from engine.evaluation.noise_protocol import NOISE_ESTIMATORS
from engine.evaluation.run import finish


def drawing(random: np.random.Generator, strokes: int = 6):
    return tuple(random.uniform(0, 255, (5, 2)) for _ in range(strokes))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    random = np.random.default_rng(0)
    path = tmp_path / "drawings.ndjson"
    lines = []
    for word in ("cat", "hot dog", "saw", "unicorn"):
        for strokes in (6, 7, 2, 6):
            rows = [stroke.round().astype(int).T.tolist() for stroke in drawing(random, strokes)]
            lines.append(json.dumps({"word": word, "drawing": rows}))
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    random = np.random.default_rng(1)
    for category in ("cat", "hot_dog"):
        folder = tmp_path / "photos" / "photo" / category
        folder.mkdir(parents=True)
        for name in range(3):
            pixels = random.integers(0, 256, (8, 8, 3), np.uint8)
            Image.fromarray(pixels).resize((64, 64)).save(folder / f"{name}.png")
    return tmp_path / "photos"


def silent(fraction: float, text: str) -> None:
    assert 0 <= fraction <= 1


def test_all_parts(file, photos, untrained_encoder: StrokewiseEncoder):
    answer = evaluate_attribution(file, untrained_encoder, silent, skip=1, sample=2, photos=photos)
    metrics = answer["metrics"]
    assert answer["n"] == 2
    json.dumps(answer, allow_nan=False)
    assert metrics["deletion_auc"] == metrics["deletion_auc_removal"]
    for name in ("random", "longest", "gradient", "views", "removal", "sampled"):
        assert 0 <= metrics[f"deletion_auc_{name}"] <= 1
        assert 0 <= metrics[f"insertion_auc_{name}"] <= 1
    # Prototypes and learned scores belong to the bundled encoder: "both" is not there.
    for target in ("label", "guess", "photo"):
        for estimator in set(NOISE_ESTIMATORS[target]) - {Estimator.LEARNED}:
            assert 0 <= metrics[f"auroc_noise_{target}_{estimator}"] <= 1
    assert "auroc_noise_both_sampled" not in metrics
    for target in ("label", "photo"):
        assert 0 <= metrics[f"noise_removed_{target}_sampled"] <= 1
        assert 0 <= metrics[f"original_lost_{target}_sampled"] <= 1
    assert not [name for name in metrics if "learned" in name]
    assert {"map_all", "n_corr_high", "n_corr_low"} <= set(metrics)
    assert metrics["accuracy"] >= metrics["accuracy_sla_5"] >= metrics["accuracy_sla_15"]
    assert metrics["accuracy"] >= metrics["accuracy_psla_5"] >= metrics["accuracy_psla_15"]


def test_without_photos_there_is_no_reliability(file, untrained_encoder):
    answer = evaluate_attribution(file, untrained_encoder, silent, sample=2, parts=("attack",))
    assert set(answer["metrics"]) == {
        "accuracy",
        *(f"accuracy_{method}_{epsilon}" for method in ("sla", "psla") for epsilon in (5, 15)),
    }
    everything = evaluate_attribution(file, untrained_encoder, silent, sample=1)
    assert "map_all" not in everything["metrics"]
    assert "auroc_noise_photo_sampled" not in everything["metrics"]


def test_learned_scores_of_the_bundled_encoder(file, photos):
    answer = evaluate_attribution(
        file, load_encoder(), silent, 1, 4, photos, parts=("noise",), estimators=("learned",)
    )
    names = {"auroc_noise", "noise_removed", "original_lost"}
    wanted = {f"{name}_{by}_learned" for name in names for by in ("label", "guess", "both")}
    wanted |= {"acc_1_before_learned", "acc_1_after_learned"}
    found = {name for name in answer["metrics"] if "_new_" not in name}
    assert found == wanted
    assert all(0 <= value <= 1 for value in answer["metrics"].values())


def test_bad_input_is_said(file, tmp_path, untrained_encoder):
    with pytest.raises(InputError, match="no part x"):
        evaluate_attribution(file, untrained_encoder, silent, parts=("x",))
    with pytest.raises(InputError, match="no estimator y; known are gradient"):
        evaluate_attribution(file, untrained_encoder, silent, estimators=("y",))
    with pytest.raises(InputError, match="at least one"):
        evaluate_attribution(file, untrained_encoder, silent, sample=0)
    with pytest.raises(InputError, match="no drawing"):
        evaluate_attribution(file, untrained_encoder, silent, skip=10)


def test_curves_begin_and_end_with_all_and_nothing(untrained_encoder):
    units = whole_strokes(frame_strokes(drawing(np.random.default_rng(2), 4)).lines)
    target = CategoryLogProbability(untrained_encoder, 1)
    deleted, inserted = finish(probability_curves(units, target, np.array([2, 0, 3, 1])))
    assert len(deleted) == len(inserted) == 5
    assert deleted[0] == pytest.approx(inserted[-1], abs=1e-6)
    assert deleted[-1] == pytest.approx(inserted[0], abs=1e-6)
    # Deleting 2, 0, 3 leaves 1; so does drawing 1 first.
    reverse = finish(probability_curves(units, target, np.array([1, 3, 0, 2])))
    np.testing.assert_allclose(deleted, reverse[1][::-1], atol=1e-6)


def test_area():
    assert area_under(np.array([1.0, 1.0, 1.0])) == 1
    assert area_under(np.array([1.0, 0.0])) == 0.5


@pytest.mark.parametrize("seed", range(5))
def test_auroc_is_what_scikit_learn_says(seed):
    metrics = pytest.importorskip("sklearn.metrics")
    random = np.random.default_rng(seed)
    scores, positive = random.integers(0, 5, 30) / 4, random.random(30) < 0.4
    assert auroc(scores, positive) == pytest.approx(metrics.roc_auc_score(positive, scores))


def test_noise_comes_from_other_categories_and_leaves_the_drawing_whole():
    random = np.random.default_rng(0)
    own = ("cat", drawing(random))
    others = [("cat", (np.full((2, 2), 999.0),)), ("dog", drawing(random)), own]
    counts = set()
    for _ in range(50):
        noisy = with_noise(own, others, random)
        kept = [noisy.strokes[k] for k in np.flatnonzero(~noisy.is_noise)]
        assert all(a is b for a, b in zip(kept, own[1], strict=True))
        noise = [noisy.strokes[k] for k in np.flatnonzero(noisy.is_noise)]
        counts.add(len(noise))
        points = np.concatenate(own[1])
        for stroke in noise:
            assert stroke.max() < 999
            fits = (np.ptp(stroke, 0) <= np.ptp(points, 0)).all()
            assert not fits or (stroke >= points.min(0) - 1e-9).all()
            assert not fits or (stroke <= points.max(0) + 1e-9).all()
    assert counts == set(range(1, MAX_NOISE + 1))
