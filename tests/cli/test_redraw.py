"""`strokewise redraw`: the SVG and the JSON line, or one sentence and status 2."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.cli import common
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_read import read_svg
from app.document.svg_write import write_svg


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A black ring, drawn on a white page wider than high."""
    image = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(image).ellipse((100, 50, 200, 150), outline="black", width=4)
    path = tmp_path / "ring.png"
    image.save(path)
    return path


def redraw(*arguments: str) -> int:
    return common.main(["redraw", *arguments])


def answer_of(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    return dict(json.loads(capsys.readouterr().out.splitlines()[-1]))


def test_a_picture_becomes_strokes_where_it_was(
    picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.svg"
    assert redraw(str(picture), "-o", str(out)) == 0
    answer = answer_of(capsys)
    assert set(answer) == {"strokes", "points", "seconds", "distance", "finished"}
    drawing = read_svg(out)
    assert len(drawing.strokes) == answer["strokes"] >= 1
    assert (drawing.width_px, drawing.height_px) == (300, 200)
    points = np.concatenate([stroke.xy for stroke in drawing.strokes])
    assert (points.min(0) + points.max(0)) / 2 == pytest.approx([150, 100], abs=20)
    assert np.ptp(points, axis=0) == pytest.approx([100, 100], abs=35)


def test_a_drawing_is_redrawn_on_its_page_and_seeds_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turn = np.linspace(0, 2 * np.pi, 50)
    ring = Stroke.from_polyline(50 * np.stack([np.cos(turn), np.sin(turn)], 1) + 80)
    sketch = tmp_path / "sketch.svg"
    write_svg(sketch, Drawing((ring,), 400, 300))
    texts = []
    for seed in ("1", "1", "2"):
        out = tmp_path / f"out{len(texts)}.svg"
        arguments = [str(sketch), "-o", str(out), "--seed", seed, "--temperature", "0.8"]
        assert redraw(*arguments, "--best-of", "1") == 0
        texts.append(out.read_text("utf-8"))
    assert texts[0] == texts[1] != texts[2]
    drawing = read_svg(tmp_path / "out0.svg")
    assert (drawing.width_px, drawing.height_px) == (400, 300)
    assert answer_of(capsys)["points"] <= 64


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["--temperature", "9"], "temperature"),
        (["--seed", "-1"], "seed"),
        (["--best-of", "0"], "best"),
        (["--region", "0", "0", "1", "1"], "region"),
        (["-o", "out.png"], "use a name in .svg"),
    ],
)
def test_bad_arguments_are_one_sentence(
    picture: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    extra: list[str],
    sentence: str,
) -> None:
    out = tmp_path / "out.svg"
    assert redraw(str(picture), "-o", str(out), *extra) == 2
    assert sentence in capsys.readouterr().err
    assert not out.exists()


def test_an_even_picture_and_an_empty_drawing_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    black = tmp_path / "black.png"
    Image.new("RGB", (64, 64), "black").save(black)
    empty = tmp_path / "empty.svg"
    write_svg(empty, Drawing((), 100, 100))
    for path, sentence in ((black, "nothing to draw"), (empty, "no strokes")):
        assert redraw(str(path), "-o", str(tmp_path / "out.svg")) == 2
        assert sentence in capsys.readouterr().err
