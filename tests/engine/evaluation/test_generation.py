"""Table 5's protocol on a few drawings, with judges whose verdict is known."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation import generation
from engine.evaluation.generation import (
    evaluate_redraw,
    judged,
    labelled,
    last_drawings,
    seen_like,
)
from tests.engine.tiny_encoder import TinyEncoder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Five drawings of each of four categories, two of which are never trained on."""
    random = np.random.default_rng(0)
    lines = []
    for word in ("cat", "hot dog", "saw", "sword"):
        for _ in range(5):
            strokes = [random.integers(0, 256, (2, 5)).tolist() for _ in range(2)]
            lines.append(json.dumps({"word": word, "drawing": strokes}))
    path = tmp_path / "some.ndjson.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_both_groups_are_judged(
    data: Path, untrained_encoder: StrokewiseEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation, "unseen_names", lambda names: ("saw", "sword"))
    answer = evaluate_redraw(data, untrained_encoder, lambda *_: None, limit=3, best_of=2)
    assert set(answer["metrics"]) == {
        "seen_original",
        "seen_redrawn",
        "unseen_original",
        "unseen_redrawn",
    }
    assert answer["n"] == 12
    assert set(answer["categories"]) == {"cat", "hot dog", "saw", "sword"}
    shares = [answer["categories"][name]["redrawn"] for name in ("cat", "hot dog")]
    assert answer["metrics"]["seen_redrawn"] == pytest.approx(np.mean(shares))


def test_the_judge_chooses_among_the_named_only(
    data: Path, untrained_encoder: StrokewiseEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Surest of "hot dog", which is not asked for; then of "sword".
    guess = torch.tensor([0.1, 0.6, 0.1, 0.2])
    monkeypatch.setattr(untrained_encoder, "guess", lambda images: guess.expand(len(images), 4))
    drawing = [np.array([[0.0, 0.0], [9.0, 9.0]])]
    verdict = judged([drawing, []], ("cat", "sword"), untrained_encoder)
    assert verdict.tolist() == [1, -1]


def test_the_last_drawings_are_taken(data: Path) -> None:
    drawings = last_drawings(data, 2)
    lines, labels = labelled(drawings, ("saw", "cat"))
    assert labels.tolist() == [0, 0, 1, 1]
    records = [json.loads(line) for line in gzip.decompress(data.read_bytes()).splitlines()]
    last_saw = [each["drawing"] for each in records if each["word"] == "saw"][-1]
    assert [line.T.tolist() for line in lines[1]] == last_saw
    assert seen_like(tuple("abcdef"), ("b", "f")) == ("a", "e")


def test_an_encoder_without_categories_cannot_judge(data: Path) -> None:
    with pytest.raises(InputError, match="does not guess"):
        evaluate_redraw(data, TinyEncoder(), lambda *_: None)
