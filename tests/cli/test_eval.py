from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.cli import eval as command
from engine.errors import InputError


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(arguments)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Photos and sketches of two categories; sketches are edges of the photos' plain shapes."""
    for category, box in (("bar", (10, 28, 54, 36)), ("block", (16, 16, 48, 48))):
        for modality in ("photo", "sketch"):
            folder = tmp_path / modality / category
            folder.mkdir(parents=True)
            pixels = np.full((64, 64, 3), 255, np.uint8)
            left, top, right, bottom = box
            pixels[top:bottom, left:right] = (160, 60, 20) if modality == "photo" else 0
            if modality == "sketch":
                pixels[top + 2 : bottom - 2, left + 2 : right - 2] = 255
            Image.fromarray(pixels).save(folder / ("1.png" if modality == "photo" else "1-1.png"))
    return tmp_path


def test_retrieval_with_the_bundled_encoder(data: Path) -> None:
    result = command.run(parse("retrieval", str(data)))
    assert json.loads(json.dumps(result))["n"] == 2
    assert result["metrics"]["acc_1"] == 1.0
    assert set(result["categories"]) == {"bar", "block"}
    assert result["data"] == str(data)


def test_a_choice_of_categories(data: Path) -> None:
    assert command.run(parse("retrieval", str(data), "--categories", "bar"))["n"] == 1


def test_bad_input_is_one_sentence(data: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither a folder nor a zip"):
        command.run(parse("retrieval", str(tmp_path / "none")))
    with pytest.raises(InputError, match="There is no encoder"):
        command.run(parse("retrieval", str(data), "--encoder", "none"))


def test_an_unknown_evaluation_is_refused() -> None:
    with pytest.raises(SystemExit):
        parse("telepathy", "data")


def test_every_evaluation_can_be_imported() -> None:
    import importlib

    for evaluation in command.EVALUATIONS.values():
        module, _, function = evaluation.run.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_abstraction_takes_its_options(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given: dict[str, object] = {}

    def evaluate(
        data: Path, encoder: object, report: object, **options: object
    ) -> dict[str, object]:
        given.update(options)
        return {}

    monkeypatch.setattr("engine.evaluation.abstraction.evaluate_abstraction", evaluate)
    monkeypatch.setattr("engine.encoders.loading.load_encoder", lambda name: name)
    command.run(
        parse(
            *("abstraction", str(tmp_path), "--sample", "3", "--gallery", "20", "-n", "8,16"),
            *("--ways", "full,no_semantic", "--judge", "bundled", "--iterations", "9"),
        )
    )
    assert given == {
        "sample": 3,
        "gallery_size": 20,
        "strokes": (8, 16),
        "ways": ("full", "no_semantic"),
        "judge": "bundled",
        "iterations": 9,
    }
