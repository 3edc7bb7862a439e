"""attribute, clean, fragile and guess, from SVG in to JSON out."""

from __future__ import annotations

import argparse
import importlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.cli.common import main
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.document.svg_read import open_svg
from app.document.svg_write import write_svg
from engine.errors import InputError
from tests.engine.attribution.conftest import circle

BALLS = (circle(200, 320, 80), circle(200, 190, 55), circle(200, 105, 35))
SCRIBBLE = np.linspace([90, 60], [330, 380], 60) + np.random.default_rng(3).normal(
    scale=40, size=(60, 2)
)


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    path = tmp_path / "snowman.svg"
    write_svg(path, Drawing(tuple(map(Stroke.from_polyline, (*BALLS, SCRIBBLE))), 400, 400))
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    y, x = np.mgrid[:100, :100]
    grey = np.where(np.hypot(x - 50, y - 60) < 25, 240, 90).astype(np.uint8)
    path = tmp_path / "photo.png"
    Image.fromarray(np.repeat(grey[..., None], 3, -1)).save(path)
    return path


def run(command: str, *arguments: str | Path) -> dict:
    module = importlib.import_module(f"app.cli.{command}")
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    answer = module.run(parser.parse_args([str(argument) for argument in arguments]))
    return json.loads(json.dumps(answer, allow_nan=False))


def test_guess(sketch):
    labels = run("guess", sketch, "-k", "4")["labels"]
    assert len(labels) == 4
    assert set(labels[0]) == {"name", "probability"}


def test_attribute_by_category(sketch):
    answer = run("attribute", sketch, "--label", "snowman")
    assert (answer["method"], answer["estimator"], answer["target"]) == (
        "sla",
        "removal",
        "snowman",
    )
    assert [each["id"] for each in answer["strokes"]] == [0, 1, 2, 3]
    scores = [each["score"] for each in answer["strokes"]]
    assert min(scores) == scores[3] < 0
    assert -1 <= answer["order_correlation"] <= 1
    assert "points" not in answer


def test_attribute_points_by_photo(sketch, photo):
    answer = run("attribute", sketch, "--photo", photo, "--method", "psla", "--page")
    assert answer["target"] == "the photo"
    assert -1 <= answer["value"] <= 1
    assert [len(each) for each in answer["points"]] == [40, 40, 40, 60]


def test_clean_writes_what_is_left(sketch, tmp_path):
    out = tmp_path / "clean.svg"
    answer = run("clean", sketch, "--label", "snowman", "-o", out, "--estimator", "removal")
    assert answer["removed"] == [3]
    assert answer["similarity_after"] > answer["similarity_before"]
    original, cleaned = open_svg(sketch).drawing, open_svg(out).drawing
    assert cleaned.strokes == original.strokes[:3]


def test_clean_by_default_goes_by_what_was_learned(sketch, tmp_path):
    out = tmp_path / "clean.svg"
    crossed = Stroke.from_polyline([(90, 60), (330, 380)])
    drawing = Drawing((*map(Stroke.from_polyline, BALLS), crossed), 400, 400)
    write_svg(tmp_path / "crossed.svg", drawing)
    answer = run("clean", tmp_path / "crossed.svg", "--label", "snowman", "-o", out)
    assert answer["removed"] == [3]


@pytest.fixture
def layered(tmp_path: Path) -> Path:
    """The snowman and the scribble, below both a hidden layer with a circle."""
    hidden = replace(Stroke.from_polyline(circle(60, 60, 40)), layer=1)
    shown = map(Stroke.from_polyline, (*BALLS, SCRIBBLE))
    layers = (Layer(1, "Notes", visible=False), Layer(0))
    path = tmp_path / "layered.svg"
    write_svg(path, Drawing((hidden, *shown), 400, 400, layers=layers))
    return path


def test_hidden_layers_are_not_seen(layered, sketch, tmp_path):
    assert run("guess", layered) == run("guess", sketch)
    plain, other = (run("attribute", each, "--label", "snowman") for each in (sketch, layered))
    assert [each["id"] for each in other["strokes"]] == [1, 2, 3, 4]
    scores = [[each["score"] for each in answer["strokes"]] for answer in (plain, other)]
    assert scores[1] == pytest.approx(scores[0], abs=1e-4)
    out = tmp_path / "clean.svg"
    options = ("--label", "snowman", "-o", out, "--estimator", "removal")
    assert run("clean", layered, *options)["removed"] == [4]
    assert open_svg(out).drawing.strokes == open_svg(layered).drawing.strokes[:4]
    hidden = open_svg(layered).drawing
    layers = tuple(replace(layer, visible=False) for layer in hidden.layers)
    write_svg(tmp_path / "none.svg", replace(hidden, layers=layers))
    with pytest.raises(InputError, match="no strokes that are not hidden"):
        run("guess", tmp_path / "none.svg")


def test_clean_by_a_photo(sketch, photo, tmp_path):
    out = tmp_path / "clean.svg"
    for extra in ((), ("--photo-only",), ("--method", "psla"), ("--gumbel",)):
        answer = run("clean", sketch, "--photo", photo, "-o", out, "--estimator", "removal", *extra)
        assert set(answer) == {
            "removed",
            "trimmed",
            "target",
            "similarity_before",
            "similarity_after",
        }
        assert len(open_svg(out).drawing.strokes) >= 1


def test_fragile(sketch):
    answer = run("fragile", sketch, "--epsilon", "200")
    assert set(answer) >= {"label", "strokes", "label_without"}
    assert (answer["label_without"] is None) == (answer["strokes"] == [])
    if answer["label_without"] is not None:
        assert answer["label_without"] != answer["label"]


@pytest.mark.parametrize(
    ("command", "arguments", "sentence"),
    [
        ("guess", ("-k", "0"), "K must be"),
        ("attribute", ("--label", "unicorn"), "none of the 345"),
        ("attribute", ("--text", "a snowman"), "does not know words"),
        ("attribute", ("--photo", "missing.png"), "no file"),
        ("clean", ("--label", "snowman", "-o", "out.png"), "use a name in .svg"),
        ("clean", ("--label", "snowman", "-o", "o.svg", "--delta", "2"), "Delta must be"),
        ("fragile", ("--epsilon", "0"), "Epsilon must be"),
    ],
)
def test_bad_input_is_one_sentence(sketch, monkeypatch, tmp_path, command, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=sentence):
        run(command, sketch, *arguments)


@pytest.mark.parametrize("command", ["guess", "attribute", "fragile"])
def test_a_page_without_strokes_is_said(command, tmp_path, capsys):
    path = tmp_path / "empty.svg"
    write_svg(path, Drawing())
    assert main([command, str(path)]) == 2
    assert "empty.svg has no strokes" in capsys.readouterr().err
