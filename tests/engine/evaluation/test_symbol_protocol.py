"""Figures of symbols taught once, on embeddings whose figures are known."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.evaluation.fewshot import normalised
from engine.evaluation.symbol_protocol import main, measure, read_pen_strokes, strokes_of

FILE = "START\n10.5,-20.0,0\n11.0,-25.0,12\nBREAK\n30,-20,300\n30,-25,310\n31,-26,320\nBREAK\n"


def test_pen_strokes_are_turned_upright() -> None:
    strokes = strokes_of(FILE)
    assert [len(line) for line in strokes] == [2, 3]
    assert strokes[0].tolist() == [[10.5, 20.0], [11.0, 25.0]]
    assert strokes_of("START\nBREAK\n") == []


def clusters(spread: float) -> np.ndarray:
    random = np.random.default_rng(1)
    centres = random.standard_normal((40, 1, 64))
    return normalised(centres + spread * random.standard_normal((40, 6, 64)))


def test_separate_characters_are_all_known_and_others_refused() -> None:
    figures = measure(clusters(0.1), 0.7, symbols=10)
    assert figures.nearest == figures.recognised == 1.0
    assert figures.refused == 1.0
    assert figures.auroc == 1.0


def test_noise_is_recognised_by_chance_only() -> None:
    figures = measure(clusters(1e6), -1.0, symbols=10)
    assert figures.nearest == pytest.approx(0.1, abs=0.02)
    assert figures.refused == 0.0
    assert figures.auroc == pytest.approx(0.5, abs=0.03)


def test_a_stricter_threshold_refuses_more_of_both() -> None:
    loose, strict = (measure(clusters(0.8), least, symbols=10) for least in (0.3, 0.6))
    assert strict.recognised < loose.recognised <= loose.nearest == strict.nearest
    assert strict.refused > loose.refused


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "strokes.zip"
    random = np.random.default_rng(0)
    with zipfile.ZipFile(path, "w") as archive:
        for c in range(4):
            places = random.integers(0, 100, (5, 2))
            for d in range(3):
                lines = [f"{x + d},{-y + d},{i}" for i, (x, y) in enumerate(places.tolist())]
                text = "\n".join(["START", *lines, "BREAK"])
                archive.writestr(f"strokes/Alphabet/character{c:02}/{c:04}_{d:02}.txt", text)
    assert len(read_pen_strokes(path)) == 4
    assert main([str(path), "--symbols", "2"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["characters"] == 4
    assert figures["nearest"] > 0.9
    assert main([str(tmp_path)]) == 2
    assert "no pen strokes" in capsys.readouterr().err
