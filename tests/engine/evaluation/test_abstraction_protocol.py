"""`eval abstraction`, with encoders small enough to wait for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.abstraction.framing import Framing
from engine.abstraction.prepared import prepare_photo
from engine.errors import InputError
from engine.evaluation import abstraction as module
from engine.evaluation.abstraction import evaluate_abstraction, sketch_photo
from engine.evaluation.image_tree import image_files
from tests.engine.tiny_encoder import TinyEncoder


class Judge(TinyEncoder):
    """Sees where the ink is: the image in 8 x 8 fields, darkness only."""

    name = "judge"
    fingerprint = "judge:0"

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        dark = torch.nn.functional.adaptive_avg_pool2d(1 - images.mean(1), 8).flatten(1)
        return torch.nn.functional.normalize(dark.double(), dim=1)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Four photos of a disc, each in another corner."""
    folder = tmp_path / "photos"
    folder.mkdir()
    y, x = np.mgrid[:64, :64]
    for i, (centre_x, centre_y) in enumerate([(18, 18), (46, 18), (18, 46), (46, 46)]):
        grey = np.where(np.hypot(x - centre_x, y - centre_y) < 12, 20, 250).astype(np.uint8)
        Image.fromarray(grey).save(folder / f"n0000000{i}_disc.png")
    (folder / "notes.txt").write_text("no image")
    return folder


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_encoder", lambda name: Judge())
    monkeypatch.setattr(module, "load_network", lambda device: None)
    monkeypatch.setattr(module, "salient_mask", lambda rgb, network: None)


def silent(fraction: float, text: str) -> None:
    assert 0 <= fraction <= 1


def test_each_sketch_finds_its_photo(photos: Path) -> None:
    found = evaluate_abstraction(
        photos, TinyEncoder(), silent, strokes=(4, 8), ways=("full", "random_start"), iterations=12
    )
    assert (found["n"], found["gallery"], found["judge"]) == (4, 4, "judge")
    metrics = found["metrics"]
    assert set(metrics) == {"xdog", "4", "8", "4_random_start", "8_random_start"}
    # Strokes begin on the disc's edge and hardly move: the corner gives the photo away.
    assert metrics["8"]["instance_acc_1"] == 1
    assert metrics["xdog"]["instance_acc_1"] == 1
    assert "loss" not in metrics["xdog"]
    assert metrics["8"]["iterations"] == 12
    rows = found["photos"]
    assert [row["photo"] for row in rows] == [f"n0000000{i}_disc.png" for i in range(4)]
    assert metrics["8"]["loss"] == pytest.approx(np.mean([row["8"]["loss"] for row in rows]))


def test_sample_and_gallery_are_spread_evenly(photos: Path) -> None:
    found = evaluate_abstraction(
        photos, TinyEncoder(), silent, sample=1, gallery_size=2, strokes=(2,), iterations=1
    )
    assert (found["n"], found["gallery"]) == (1, 2)
    assert found["photos"][0]["photo"] == "n00000000_disc.png"


def test_a_term_left_out_is_not_optimised(photos: Path) -> None:
    """Each way ends in another sketch; the whole loss is lowest where all of it was optimised."""
    rgb = np.asarray(Image.open(photos / "n00000000_disc.png").convert("RGB"))
    encoder = TinyEncoder()
    photo = prepare_photo(rgb, encoder)
    made = {way: sketch_photo(encoder, photo, 6, way, 60) for way in module.WAYS}
    assert min(made, key=lambda way: made[way].loss) in ("full", "no_semantic")
    assert not torch.equal(made["full"].controls, made["no_semantic"].controls)
    assert made["no_geometric"].loss > made["full"].loss


def test_xdog_draws_the_edge_where_the_photo_has_it(photos: Path) -> None:
    rgb = np.asarray(Image.open(photos / "n00000000_disc.png").convert("RGB"))
    drawing = module._xdog_drawing(rgb, 64)
    ink = (1 - drawing[0, 0]).numpy()
    y, x = np.nonzero(ink > 0.5)
    assert len(x) > 20
    assert np.abs(np.hypot(x - 18, y - 18) - 12).max() < 4
    assert Framing(64, 64, 64).box == (0, 0, 64, 64)


def test_what_makes_no_sense_is_said(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no way magic"):
        evaluate_abstraction(photos, TinyEncoder(), silent, ways=("magic",))
    with pytest.raises(InputError, match="another encoder"):
        evaluate_abstraction(photos, Judge(), silent)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="holds no images"):
        evaluate_abstraction(empty, TinyEncoder(), silent)


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("n02007558_flamingo.jpg", "flamingo"),
        ("n01484850_great_white_shark.jpg", "great white shark"),
        ("tea_pot/3.jpg", "tea pot"),
        ("3.jpg", "3"),
    ],
)
def test_words_from_names(path: str, word: str) -> None:
    assert module._word(path) == word


def test_image_files_of_any_layout(photos: Path) -> None:
    assert [path for path, _ in image_files(photos)] == [f"n0000000{i}_disc.png" for i in range(4)]
