"""Learning from one's own pairs: features, the fit, the file, the cross-validation."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw
from safetensors.torch import save_file

from engine.encoders.adapted import read_embedding, write_embedding
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import EmbeddingHead
from engine.errors import InputError
from engine.evaluation.embedding import to_batch
from engine.evaluation.folds import assign_folds, evaluate_folds
from engine.evaluation.image_tree import labelled_images
from engine.evaluation.places import place_agreement
from engine.training.pairs import (
    PLAIN,
    VIEWS,
    PairFeatures,
    PairRecipe,
    embed,
    fit,
    main,
    pair_features,
    pairs_of,
)

PAIRS = 12


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """Two categories: a grey disc on black, and its outline; place and size differ."""
    folder = tmp_path_factory.mktemp("pairs")
    random = np.random.default_rng(0)
    for category in ("disc", "ball"):
        for modality in ("photo", "sketch"):
            (folder / modality / category).mkdir(parents=True)
        for i in range(PAIRS):
            x, y, r = (*random.integers(30, 66, 2), random.integers(8, 28))
            photo = Image.new("RGB", (96, 96), "black")
            ImageDraw.Draw(photo).ellipse((x - r, y - r, x + r, y + r), "grey")
            photo.save(folder / "photo" / category / f"{i}.jpg")
            sketch = Image.new("RGB", (96, 96), "white")
            ImageDraw.Draw(sketch).ellipse((x - r, y - r, x + r, y + r), outline="black", width=2)
            sketch.save(folder / "sketch" / category / f"{i}-1.png")
    return folder


@pytest.fixture(scope="module")
def encoder() -> StrokewiseEncoder:
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    return encoder


@pytest.fixture(scope="module")
def features(data, encoder) -> PairFeatures:
    return pair_features(encoder, pairs_of(labelled_images(data)), lambda share: None)


def test_the_plain_view_embeds_as_the_encoder_does(data, encoder, features):
    pairs = pairs_of(labelled_images(data))
    photos = np.stack([photo.pixels(encoder.input_size) for _, photo in pairs[:4]])
    with torch.no_grad():
        expected = encoder.embed(to_batch(photos, encoder.device)).numpy()
    found = embed(encoder.embedding_head, features.photo[:4, PLAIN])
    np.testing.assert_allclose(found, expected, atol=2e-3)
    assert features.sketch.shape == (2 * PAIRS, 2 * len(VIEWS), 3072)
    assert [sketch.instance for sketch, _ in pairs] == [photo.instance for _, photo in pairs]


def test_it_learns_pairs_that_differ_in_a_hidden_direction():
    """What tells the pairs apart is drowned out for the base, and found by learning."""
    random = np.random.default_rng(0)
    code = random.normal(size=(40, 1, 8))
    features = []
    for _ in range(2):
        rows = 3 * random.normal(size=(40, 2 * len(VIEWS), 3072))
        rows[..., :8] = code + 0.05 * random.normal(size=(40, 2 * len(VIEWS), 8))
        features.append((0.2 * rows).astype(np.float16))
    pairs = PairFeatures(*features, np.array(["thing"] * 40))
    torch.manual_seed(0)
    base = EmbeddingHead().requires_grad_(False)

    def accuracy(head: EmbeddingHead) -> float:
        alike = embed(head, pairs.sketch[:, PLAIN]) @ embed(head, pairs.photo[:, PLAIN]).T
        return float((alike.argmax(1) == np.arange(40)).mean())

    before = base.state_dict()["semantic.weight"].clone()
    learned = fit(base, pairs, PairRecipe(steps=60, rate=3e-3))
    assert accuracy(base) < 0.3
    assert accuracy(learned) > 0.7
    torch.testing.assert_close(base.semantic.weight, before)
    assert float(learned.layout_share) == PairRecipe.layout_share
    again = fit(base, pairs, PairRecipe(steps=60, rate=3e-3))
    torch.testing.assert_close(again.semantic.weight, learned.semantic.weight)


def test_the_command_writes_an_encoder_that_can_be_named(data, encoder, tmp_path, capsys):
    path = tmp_path / "mine.safetensors"
    assert main(["--data", str(data), "-o", str(path), "--steps", "2"]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert answer == {"file": str(path), "pairs": 2 * PAIRS}
    mine = load_encoder(f"bundled+{path}")
    assert mine.fingerprint.startswith(f"{encoder.fingerprint}+")
    images = torch.rand(2, 3, 160, 160, generator=torch.Generator().manual_seed(0))
    assert not torch.allclose(mine.embed(images), encoder.embed(images), atol=1e-3)
    torch.testing.assert_close(mine.embed(images).norm(dim=1), torch.ones(2))
    torch.testing.assert_close(mine.guess(images), encoder.guess(images))


def test_bad_input_is_one_sentence(data, encoder, tmp_path, capsys):
    assert main(["--data", str(data), "-o", str(tmp_path / "no" / "x")]) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert main(["--data", str(data / "photo"), "-o", str(tmp_path / "x")]) == 2
    assert "pairs at least" in capsys.readouterr().err
    with pytest.raises(InputError, match="cannot be read"):
        load_encoder(f"bundled+{tmp_path / 'none.safetensors'}")
    (tmp_path / "text").write_text("nothing")
    with pytest.raises(InputError, match="not a file of an embedding"):
        read_embedding(tmp_path / "text", encoder, "x")
    write_embedding(tmp_path / "good", encoder.embedding_head, encoder)
    other = encoder.with_embedding(encoder.embedding_head, "other", "other:1")
    with pytest.raises(InputError, match="was learned on strokewise_encoder"):
        read_embedding(tmp_path / "good", other, "x")
    wrong = {"semantic.weight": torch.zeros(3, 3)}
    save_file(wrong, tmp_path / "wrong", {"base": encoder.fingerprint})
    with pytest.raises(InputError, match="not a file of an embedding"):
        read_embedding(tmp_path / "wrong", encoder, "x")


def test_folds_are_balanced_and_keep_the_sketches_of_a_photo_together():
    category = np.array(["a"] * 20 + ["b"] * 9)
    instances = np.array([f"a/{i // 2}" for i in range(20)] + [f"b/{i}" for i in range(9)])
    fold_of = assign_folds(category, instances, 3, 0)
    for name, most in (("a", 8), ("b", 3)):
        counts = np.bincount(fold_of[category == name], minlength=3)
        assert counts.max() <= most
        assert counts.min() >= most - 2
    for instance in np.unique(instances):
        assert len(np.unique(fold_of[instances == instance])) == 1
    assert not np.array_equal(fold_of, assign_folds(category, instances, 3, 1))


def test_cross_validation_learns_from_the_other_folds_only(data, encoder, features, monkeypatch):
    learned_from: list[PairFeatures] = []

    def spy(base: EmbeddingHead, pairs: PairFeatures, recipe: PairRecipe) -> EmbeddingHead:
        learned_from.append(pairs)
        return base

    monkeypatch.setattr("engine.evaluation.folds.fit", spy)
    monkeypatch.setattr("engine.evaluation.folds.pair_features", lambda *_: features)
    answer = evaluate_folds(data, encoder, lambda *_: None, 4, gallery_size=5)
    assert answer["galleries"] == {"ball": 5, "disc": 5}
    assert [len(each.category) for each in learned_from] == [18] * 4
    whole = {row.tobytes() for row in features.sketch[:, PLAIN]}
    left_out = [whole - {row.tobytes() for row in each.sketch[:, PLAIN]} for each in learned_from]
    assert set.union(*left_out) == whole
    assert sum(map(len, left_out)) == len(whole)
    # Nothing was learned, so both are the same; with a gallery of all they are brute force's.
    assert answer["metrics"]["acc_1"] == answer["metrics"]["acc_1_frozen"]
    everything = evaluate_folds(data, encoder, lambda *_: None, 4)
    assert everything["galleries"] == {"ball": PAIRS, "disc": PAIRS}
    found, by_places = [], []
    pairs = pairs_of(labelled_images(data))
    for name in ("disc", "ball"):
        mine = features.category == name
        sketches = embed(encoder.embedding_head, features.sketch[mine, PLAIN])
        photos = embed(encoder.embedding_head, features.photo[mine, PLAIN])
        found += ((sketches @ photos.T).argmax(1) == np.arange(PAIRS)).tolist()
        images = list(zip(*[pair for pair in pairs if pair[0].category == name], strict=True))
        agreed = place_agreement(encoder, *images, lambda _: None)
        by_places += ((sketches @ photos.T + agreed).argmax(1) == np.arange(PAIRS)).tolist()
    assert everything["metrics"]["acc_1_frozen"] == pytest.approx(np.mean(found))
    assert everything["metrics"]["acc_1_frozen_places"] == pytest.approx(np.mean(by_places))
    assert everything["metrics"]["acc_1_places"] == pytest.approx(np.mean(by_places))
    assert np.mean(by_places) > np.mean(found)
    assert answer["metrics"]["acc_5"] == 1.0


def test_folds_need_pairs_and_the_bundled_encoder(data, encoder):
    with pytest.raises(InputError, match="2 to 12 folds, not 13"):
        evaluate_folds(data, encoder, lambda *_: None, 13)
    with pytest.raises(InputError, match="bundled encoder"):
        evaluate_folds(data, load_encoder("efficientnet_lite0"), lambda *_: None, 2)
