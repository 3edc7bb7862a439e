from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.encoders.folded_lite import LITE0, FoldedLite
from engine.encoders.lite import LiteEncoder
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import SEMANTIC_DIMENSIONS
from engine.errors import InputError
from engine.evaluation.embedding import embed_images
from engine.evaluation.image_tree import labelled_images
from engine.evaluation.places import with_places
from engine.evaluation.protocols import evaluate_guess, evaluate_retrieval
from engine.evaluation.retrieval import retrieval_metrics
from tests.engine.retrieval.lookup_encoder import smoothed_by_brute_force


def silent(fraction: float, text: str) -> None:
    assert 0 <= fraction <= 1


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Two categories, two photos each, and sketches that equal their photos."""
    random = np.random.default_rng(0)
    for category in ("cat", "saw"):
        for number in range(2):
            pixels = random.integers(0, 256, (6, 6, 3), np.uint8)
            for modality, name in (("photo", f"{number}"), ("sketch", f"{number}-1")):
                folder = tmp_path / modality / category
                folder.mkdir(parents=True, exist_ok=True)
                Image.fromarray(pixels).resize((64, 64)).save(folder / f"{name}.png")
    return tmp_path


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    """Three drawings of cats, two of hot dogs, one of a thing the encoder does not know."""
    random = np.random.default_rng(1)
    path = tmp_path / "drawings.ndjson"
    words = ["cat", "hot dog", "cat", "unicorn", "cat", "hot dog"]
    lines = [
        json.dumps({"word": word, "drawing": [random.integers(0, 255, (2, 9)).tolist()]})
        for word in words
    ]
    path.write_text("\n".join(lines))
    return path


def test_sketches_that_equal_their_photos_find_them(pairs: Path) -> None:
    # Random weights map all images to nearly one place, where rounding decides.
    result = evaluate_retrieval(pairs, load_encoder(), silent)
    assert result["n"] == 4
    assert result["metrics"]["acc_1"] == 1.0
    assert set(result["metrics"]) == {"map_all", "map_200", "p_100", "p_200", "acc_1", "acc_5"}
    assert set(result["categories"]) == {"cat", "saw"}
    json.dumps(result)


def test_what_a_library_searches_is_measured_too(pairs: Path) -> None:
    encoder = load_encoder()
    result = evaluate_retrieval(pairs, encoder, silent)
    images = labelled_images(pairs)
    sketches, photos = (
        embed_images(encoder, [i for i in images if i.modality == m], lambda count: None)
        for m in ("sketch", "photo")
    )
    rows = smoothed_by_brute_force(photos.embeddings, SEMANTIC_DIMENSIONS)
    by_hand = retrieval_metrics(sketches, replace(photos, embeddings=rows))
    assert result["searched"] == pytest.approx(by_hand, abs=1e-6)
    plain = LiteEncoder(FoldedLite(LITE0), "plain", "plain:0", torch.device("cpu"))
    assert "searched" not in evaluate_retrieval(pairs, plain, silent)


def test_the_very_photo_is_looked_for_by_places_too(pairs: Path) -> None:
    encoder = load_encoder()
    Image.new("RGB", (64, 64)).save(pairs / "sketch" / "cat" / "unpaired-1.png")
    result = evaluate_retrieval(pairs, encoder, silent)
    assert result["within"] == {"acc_1": 1.0, "acc_5": 1.0}
    for name in ("cat", "saw"):  # now each is drawn from what the other photo shows
        one, other = (pairs / "sketch" / name / f"{number}-1.png" for number in range(2))
        kept = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(kept)
    result = evaluate_retrieval(pairs, encoder, silent)
    assert result["within"] == {"acc_1": 0.0, "acc_5": 1.0}
    plain = LiteEncoder(FoldedLite(LITE0), "plain", "plain:0", torch.device("cpu"))
    assert "within" not in evaluate_retrieval(pairs, plain, silent)


def test_photos_that_are_not_compared_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.evaluation.places.CANDIDATES", 2)
    scores = np.array([[0.1, 0.5, 0.4], [0.6, 0.2, 0.3]], np.float32)
    agreed = np.array([[0.9, 0.1, 0.3], [0.0, 0.9, 0.1]], np.float32)
    expected = [[-np.inf, 0.6, 0.7], [0.6, -np.inf, 0.4]]
    np.testing.assert_allclose(with_places(scores, agreed), expected, atol=1e-6)


def test_a_choice_of_categories(pairs: Path, untrained_encoder: StrokewiseEncoder) -> None:
    result = evaluate_retrieval(pairs, untrained_encoder, silent, ("saw",))
    assert result["n"] == 2
    assert result["metrics"]["map_all"] == 1.0
    with pytest.raises(InputError, match="no category unicorn"):
        evaluate_retrieval(pairs, untrained_encoder, silent, ("saw", "unicorn"))


def test_retrieval_needs_both_modalities(pairs: Path, untrained_encoder: StrokewiseEncoder) -> None:
    with pytest.raises(InputError, match="needs both"):
        evaluate_retrieval(pairs / "photo", untrained_encoder, silent)


def test_guessing_counts_known_categories_only(
    drawings: Path, untrained_encoder: StrokewiseEncoder
) -> None:
    result = evaluate_guess(drawings, untrained_encoder, silent)
    assert result["n"] == 5
    assert set(result["metrics"]) == {"top_1", "top_3", "ece"}
    assert set(result["categories"]) == {"cat", "hot dog"}
    parts = result["categories"]
    whole = (3 * parts["cat"]["top_3"] + 2 * parts["hot dog"]["top_3"]) / 5
    assert result["metrics"]["top_3"] == pytest.approx(whole)


def test_skipping_what_was_trained_on(drawings: Path, untrained_encoder: StrokewiseEncoder) -> None:
    assert evaluate_guess(drawings, untrained_encoder, silent, skip=1)["n"] == 3
    assert evaluate_guess(drawings, untrained_encoder, silent, skip=1, limit=1)["n"] == 2
    with pytest.raises(InputError, match="holds no drawing"):
        evaluate_guess(drawings, untrained_encoder, silent, skip=3)


def test_drawings_as_images_with_underscores_in_their_names(
    tmp_path: Path, untrained_encoder: StrokewiseEncoder
) -> None:
    folder = tmp_path / "hot_dog"
    folder.mkdir()
    page = np.full((40, 60), 255, np.uint8)
    page[5:30, 8] = 0
    Image.fromarray(page).save(folder / "1.png")
    assert evaluate_guess(tmp_path, untrained_encoder, silent)["n"] == 1
    with pytest.raises(InputError, match="only drawings with strokes"):
        evaluate_guess(tmp_path, untrained_encoder, silent, share=0.5)


def test_guessing_after_a_share_of_the_strokes(
    tmp_path: Path, untrained_encoder: StrokewiseEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[torch.Tensor] = []
    guess = untrained_encoder.guess

    def look(drawings: torch.Tensor) -> torch.Tensor:
        seen.append(drawings)
        return guess(drawings)

    monkeypatch.setattr(untrained_encoder, "guess", look)
    strokes = [[[0, 90, 90], [0, 0, 90]], [[90, 0], [90, 0]], [[0, 0], [0, 90]]]
    for name, drawing in (("half", strokes[:2]), ("all", strokes)):
        line = json.dumps({"word": "cat", "drawing": drawing})
        (tmp_path / f"{name}.ndjson").write_text(line)
    evaluate_guess(tmp_path / "all.ndjson", untrained_encoder, silent, share=0.5)
    evaluate_guess(tmp_path / "half.ndjson", untrained_encoder, silent)
    evaluate_guess(tmp_path / "all.ndjson", untrained_encoder, silent)
    assert torch.equal(seen[0], seen[1])
    assert not torch.equal(seen[0], seen[2])


def test_an_encoder_without_category_head_does_not_guess(drawings: Path) -> None:
    plain = LiteEncoder(FoldedLite(LITE0), "plain", "plain:0", torch.device("cpu"))
    with pytest.raises(InputError, match="does not guess"):
        evaluate_guess(drawings, plain, silent)
