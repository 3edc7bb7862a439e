from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.errors import InputError
from engine.training import encoder_corpus
from engine.training.encoder_corpus import load_corpus
from engine.training.encoder_data import DRAWING_SIZE, IMAGE_SIZE, load_images, load_quickdraw
from engine.training.teacher import Lessons


def png(grey: int) -> bytes:
    stream = io.BytesIO()
    pixels = np.full((20, 20, 3), 255, np.uint8)
    pixels[5:15, 5:15] = grey
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def write_zip(path: Path, names: list[str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for i, name in enumerate(names):
            archive.writestr(name, png(10 * i))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The archives' layouts with a few images each, held-out categories among them."""
    folder = tmp_path / "data"
    folder.mkdir()
    write_zip(
        folder / "sketchy_104.zip",
        [
            "photo/zebra/n1_1.png",
            "photo/zebra/n1_2.png",
            "photo/crab/n2_1.png",
            "sketch/zebra/n1_2-1.png",
            "sketch/zebra/n1_2-3.png",
            "sketch/crab/n2_1-1.png",
        ],
    )
    write_zip(folder / "qmul_v1_train.zip", ["photo/shoes/1.png", "sketch/shoes/1-1.png"])
    write_zip(folder / "caltech101_176.zip", ["airplanes/a.png", "crab/a.png"])
    write_zip(folder / "imagenet_800.zip", ["n01_mouse.png", "n02_zebra.png"])
    write_zip(folder / "pacs_6.zip", ["photo/house/1.png", "photo/dog/1.png", "sketch/dog/2.png"])
    words = ["zebra", "zebra", "bat", "yoga", "crab"]
    lines = [json.dumps({"word": w, "drawing": [[[0, 9], [0, 5]]]}) for w in words]
    packed = gzip.compress("\n".join(lines).encode())
    (folder / "quickdraw_345x350.ndjson.gz").write_bytes(packed)
    return folder


def test_images_are_decoded_once_with_their_labels(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    sketches = load_images(data, "sketchy_104", "sketch", cache)
    assert sketches.pixels.shape == (3, IMAGE_SIZE, IMAGE_SIZE)
    assert sketches.category == ["crab", "zebra", "zebra"]
    assert sketches.instance == ["crab/n2_1", "zebra/n1_2", "zebra/n1_2"]
    (data / "sketchy_104.zip").unlink()
    again = load_images(data, "sketchy_104", "sketch", cache)
    np.testing.assert_array_equal(again.pixels, sketches.pixels)
    assert again.instance == sketches.instance
    with pytest.raises(InputError, match="There is no"):
        load_images(data, "sketchy_104", "photo", cache)


def test_imagenet_names_and_archives_without_modalities(data: Path, tmp_path: Path) -> None:
    assert load_images(data, "imagenet_800", "photo", tmp_path).category == ["mouse", "zebra"]
    assert load_images(data, "caltech101_176", "photo", tmp_path).category == ["airplanes", "crab"]


def test_drawings_are_rasterised_in_order(data: Path, tmp_path: Path) -> None:
    drawings = load_quickdraw(data, tmp_path)
    assert drawings.category == ["zebra", "zebra", "bat", "yoga", "crab"]
    assert drawings.pixels.shape == (5, DRAWING_SIZE, DRAWING_SIZE)
    assert drawings.pixels.min() < 50
    assert drawings.where(lambda name: name == "yoga").tolist() == [3]


def test_growing_drawings_stop_at_strokes_of_their_own(tmp_path: Path) -> None:
    ladder = [[[0, 100], [10 * k, 10 * k]] for k in range(10)]
    lines = [json.dumps({"word": "ladder", "drawing": ladder})] * 60
    packed = gzip.compress("\n".join(lines).encode())
    (tmp_path / "quickdraw_345x350.ndjson.gz").write_bytes(packed)
    finished = load_quickdraw(tmp_path, tmp_path).pixels
    growing = load_quickdraw(tmp_path, tmp_path, 1).pixels
    ink = (growing < 128).sum((1, 2))
    whole = (finished[0] < 128).sum()
    assert 0.2 < (ink == whole).mean() < 0.65, "a third is finished"
    assert len(np.unique(ink)) >= 6, "the others stop anywhere"
    assert ink.max() == whole
    np.testing.assert_array_equal(load_quickdraw(tmp_path, tmp_path, 1).pixels, growing)
    assert not np.array_equal(load_quickdraw(tmp_path, tmp_path, 2).pixels, growing)


def test_the_corpus_leaves_held_out_categories_out_of_every_source(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lessons(photos: np.ndarray, cache: Path, device: torch.device) -> Lessons:
        random = np.random.default_rng(len(photos))
        return Lessons(
            np.full((len(photos), 1000), 1e-3, np.float16),
            random.normal(size=(len(photos), 1280)).astype(np.float16),
        )

    monkeypatch.setattr(encoder_corpus, "teach", lessons)
    corpus = load_corpus(data, tmp_path / "cache", torch.device("cpu"))
    photos = corpus.photos
    assert len(photos.category) == 6, "2 zebras, airplane, zebra, dog, shoe; no crab, mouse, house"
    assert photos.pixels.shape == (6, IMAGE_SIZE, IMAGE_SIZE, 3)
    np.testing.assert_allclose(np.linalg.norm(photos.features.astype(float), axis=1), 1, rtol=1e-3)
    assert photos.category[0] == photos.category[1] == photos.category[3], "zebras meet"
    assert corpus.doodles.names == ["yoga", "zebra"]
    assert corpus.doodles.photo_class.tolist() == [-1, photos.category[0]]
    assert corpus.doodles.probabilities[1].sum() == pytest.approx(1, rel=1e-2)
    assert not corpus.doodles.probabilities[0].any()
    zebras, shoes = corpus.groups
    (photo,) = zebras
    assert photo == 1, "the photo n1_2 is the one that was drawn"
    assert len(zebras[photo]) == 2
    assert corpus.group_photos[0].tolist() == [0, 1]
    assert list(shoes) == [5]
