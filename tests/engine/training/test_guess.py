from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional

from engine.encoders.bundled import bundled_models, read_weights
from engine.training import guess
from engine.training.guess import fit_head, main

CPU = torch.device("cpu")
SQUARE = [[[0, 90, 90, 0, 0], [0, 0, 90, 90, 0]], [[20, 70], [40, 40]], [[45, 45], [20, 70]]]
STAR = [[[50, 20, 95, 5, 80, 50], [0, 95, 30, 30, 95, 0]], [[0, 99], [50, 52]], [[5, 95], [0, 98]]]
LADDER = [[[0, 100], [12 * k, 12 * k + 1]] for k in range(9)]
THINGS = {"ladder": LADDER, "square": SQUARE, "star": STAR}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three things, 16 wobbly drawings of each: 8 to train on, 4 to calibrate, 4 to test."""
    monkeypatch.setattr(guess, "TRAINING_DRAWINGS", 8)
    monkeypatch.setattr(guess, "CALIBRATION_DRAWINGS", 4)
    monkeypatch.setattr("engine.training.category_head._BATCH", 8)
    random = np.random.default_rng(0)
    lines = []
    for _ in range(16):
        for word, strokes in THINGS.items():
            drawing = [
                (np.array(s) + random.normal(0, 3, (2, len(s[0])))).tolist() for s in strokes
            ]
            lines.append(json.dumps({"word": word, "drawing": drawing}))
    folder = tmp_path / "data"
    folder.mkdir()
    packed = gzip.compress("\n".join(lines).encode())
    (folder / "quickdraw_345x350.ndjson.gz").write_bytes(packed)
    return folder


def test_the_command_makes_a_head_for_growing_drawings_and_leaves_the_rest(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "models"
    out.mkdir()
    cache = tmp_path / "cache"
    assert main(["--data", str(data), "--cache", str(cache), "--output", str(out), "--anew"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["guess"]["top_1"] > 0.8
    assert made["guess"]["top_1_growing"] > 0.5
    weights = load_file(out / "strokewise_encoder.safetensors")
    before = read_weights(bundled_models()["strokewise_encoder"])
    assert bytes(weights["category_names"].tolist()).decode().split("\n") == list(THINGS)
    assert weights["categories.output.weight"].shape == (3, 512)
    for name, tensor in before.items():
        if name.startswith(("trunk.", "embedding.")):
            assert torch.equal(weights[name], tensor), name
    entry = json.loads((out / "registry.json").read_text())["strokewise_encoder"]
    assert entry["sha256"] == made["sha256"]


def test_a_head_is_fitted_again_from_what_is_cached(data: Path, tmp_path: Path) -> None:
    places = torch.rand(16 * 16, 1280 + 1792)
    looks = 0

    def encode(images: torch.Tensor) -> torch.Tensor:
        nonlocal looks
        looks += len(images)
        return functional.avg_pool2d(1 - images[:, 0], 8).flatten(1) @ places

    torch.manual_seed(0)
    first = fit_head(encode, data, tmp_path / "cache", CPU, lambda line: None)
    assert looks == 3 * (8 + 2 * 4 + 2 * 4), "finished and growing, but to train growing alone"
    torch.manual_seed(0)
    again = fit_head(encode, data, tmp_path / "cache", CPU, lambda line: None)
    assert looks == 3 * 24
    assert again.metrics == first.metrics
    assert first.names == tuple(THINGS)


def test_without_the_drawings_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--cache", str(tmp_path / "cache")]) == 2
    assert "There is no" in capsys.readouterr().err


def test_a_head_goes_on_from_another_and_leaves_it(data: Path, tmp_path: Path) -> None:
    places = torch.rand(16 * 16, 1280 + 1792)

    def encode(images: torch.Tensor) -> torch.Tensor:
        return functional.avg_pool2d(1 - images[:, 0], 8).flatten(1) @ places

    def quiet(line: str) -> None:
        losses.append(line)

    losses: list[str] = []
    first = fit_head(encode, data, tmp_path / "cache", CPU, quiet).head
    before = {name: tensor.clone() for name, tensor in first.state_dict().items()}
    began = [line for line in losses if "epoch 1," in line]
    losses = []
    second = fit_head(encode, data, tmp_path / "cache", CPU, quiet, first).head
    went_on = [line for line in losses if "epoch 1," in line]
    assert float(went_on[0].split()[-1]) < 0.8 * float(began[0].split()[-1])
    for name, tensor in first.state_dict().items():
        assert torch.equal(tensor, before[name]), name
    assert not torch.equal(second.output.weight, first.output.weight)
