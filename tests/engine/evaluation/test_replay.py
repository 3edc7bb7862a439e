from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.errors import InputError
from engine.evaluation import replay
from engine.evaluation.replay import _first_ranks, evaluate_replay, prefix


class InkEncoder:
    """Sees where the ink is, on a grid of 4 x 4; a photo's dark parts are its ink."""

    name = fingerprint = "ink"
    input_size = 32
    semantic_dimensions: int | None = None
    device = torch.device("cpu")

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        ink = torch.nn.functional.adaptive_avg_pool2d(1 - images.mean(1, keepdim=True), 4)
        return torch.nn.functional.normalize(ink.flatten(1), dim=1)


def silent(fraction: float, text: str) -> None:
    assert 0 <= fraction <= 1


SQUARE = [[[0, 100], [0, 0]], [[100, 100], [0, 100]], [[100, 0], [100, 100]], [[0, 0], [100, 0]]]


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """A picture frame, a roof (dark at the top only) and a floor."""
    for category, box in {"frame": None, "roof": (0, 0, 32, 6), "floor": (0, 26, 32, 32)}.items():
        image = Image.new("L", (32, 32), 255)
        if box is None:
            image.paste(0, (2, 2, 30, 30))
            image.paste(255, (5, 5, 27, 27))
        else:
            image.paste(0, box)
        folder = tmp_path / "photo" / category
        folder.mkdir(parents=True)
        image.save(folder / "1.png")
    return tmp_path


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    path = tmp_path / "drawings.ndjson"
    lines = [
        {"word": "frame", "drawing": SQUARE},
        {"word": "frame", "drawing": SQUARE[:1]},
        {"word": "unicorn", "drawing": SQUARE},
        {"word": "frame", "drawing": SQUARE[::-1]},
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_the_right_photo_is_first_once_the_drawing_is_whole(drawings: Path, gallery: Path) -> None:
    result = evaluate_replay(drawings, InkEncoder(), silent, gallery=(gallery,))
    assert result["n"] == 2  # too few strokes, and no such photo, are left out
    assert result["photos"] == 3
    assert result["metrics"]["rank_100"] == 1.0
    assert result["metrics"]["ratio_50"] == result["metrics"]["rank_50"]
    assert result["metrics"]["plain_rank_100"] == 1.0  # this encoder guesses nothing
    assert result["categories"].keys() == {"frame"}
    json.dumps(result)


def test_the_live_ranks_are_among_smoothed_photos(
    drawings: Path, gallery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def opposite(rows: np.ndarray, dimensions: int) -> np.ndarray:
        asked.append(dimensions)
        return -rows

    monkeypatch.setattr(replay, "smooth_all", opposite)
    encoder = InkEncoder()
    encoder.semantic_dimensions = 7
    metrics = evaluate_replay(drawings, encoder, silent, gallery=(gallery,))["metrics"]
    assert asked == [7]
    assert metrics["rank_100"] == 3.0
    assert metrics["plain_rank_100"] == 1.0


def test_choices_of_drawings(drawings: Path, gallery: Path) -> None:
    assert evaluate_replay(drawings, InkEncoder(), silent, (gallery,), skip=1)["n"] == 1
    assert evaluate_replay(drawings, InkEncoder(), silent, (gallery,), limit=1)["n"] == 1
    with pytest.raises(InputError, match="no drawing"):
        evaluate_replay(drawings, InkEncoder(), silent, (gallery,), categories=("roof",))
    with pytest.raises(InputError, match="--gallery"):
        evaluate_replay(drawings, InkEncoder(), silent)


def test_a_prefix_is_rounded_up_and_never_empty() -> None:
    strokes = [[[i, i + 1], [0, 0]] for i in range(5)]
    assert [len(prefix(strokes, share)) for share in (0.01, 0.25, 0.4, 0.5, 0.75, 1.0)] == [
        1,
        2,
        2,
        3,
        4,
        5,
    ]
    np.testing.assert_array_equal(prefix(strokes, 0.2)[0], [[0, 0], [1, 0]])


def test_ranks_count_from_one_and_only_what_is_better() -> None:
    photos = np.eye(4, dtype=np.float32)
    queries = np.array([[0.9, 0.5, 0.1, 0.7], [0.2, 0.2, 0.1, 0.9]], np.float32)
    category = np.array(["a", "b", "b", "c"])
    assert _first_ranks(queries, ["b", "c"], photos, category).tolist() == [3, 1]
