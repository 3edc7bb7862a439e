"""`strokewise correspond`, from files in to JSON and a picture out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image

from app.cli.common import main
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_write import write_svg
from engine.photo import picture_size
from tests.engine.attribution.conftest import circle


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "cat.jpg"
    Image.fromarray(skimage.data.cat()).save(path)
    return path


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    path = tmp_path / "face.svg"
    strokes = (circle(200, 200, 150), circle(150, 160, 15), circle(250, 160, 15))
    write_svg(path, Drawing(tuple(map(Stroke.from_polyline, strokes)), 400, 400))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict:
    assert main(["correspond", *map(str, arguments)]) == 0
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_points_and_overlay(capsys, sketch, photo, tmp_path):
    overlay = tmp_path / "overlay.png"
    answer = run(capsys, sketch, photo, "--points", "150,160", "250,160", "-o", overlay)
    assert [each["sketch"] for each in answer["points"]] == [[150, 160], [250, 160]]
    for each in answer["points"]:
        assert set(each) == {"sketch", "photo", "confidence"}
        assert 0 <= each["confidence"] <= 1
    left, right = (each["photo"] for each in answer["points"])
    assert left[0] < right[0]
    assert answer["matcher"] == "warp"
    with Image.open(overlay) as picture:
        assert picture.width > 3 * picture.height


def test_points_on_the_ink_by_default(capsys, sketch, photo):
    points = np.array([each["sketch"] for each in run(capsys, sketch, photo)["points"]])
    assert len(points) == 16
    radius = np.hypot(*(points - 200).T)
    assert (abs(radius - 150) < 3).sum() > 8


def test_px_are_those_of_the_files(capsys, sketch, photo, tmp_path):
    # The same photo, larger than what the program works with: places grow with it.
    large = tmp_path / "large.jpg"
    with Image.open(photo) as image:
        width, height = image.size
        image.resize((20 * width, 20 * height)).save(large)
    assert picture_size(large) == (20 * width, 20 * height)
    small_answer, large_answer = (
        run(capsys, sketch, each, "--points", "200,200")["points"][0]["photo"]
        for each in (photo, large)
    )
    assert np.array(large_answer) / 20 == pytest.approx(np.array(small_answer), abs=0.02 * width)


def test_a_picture_as_a_sketch(capsys, photo, tmp_path):
    drawn = Image.new("L", (300, 200), 255)
    drawn.paste(0, (100, 50, 200, 55))
    drawn.paste(0, (100, 50, 105, 150))
    drawn.save(tmp_path / "drawn.png")
    whole = run(capsys, tmp_path / "drawn.png", photo, "--page", "--points", "150,52")
    assert whole["points"][0]["sketch"] == [150, 52]
    on_ink = run(capsys, tmp_path / "drawn.png", photo, "--matcher", "neighbours")
    assert on_ink["matcher"] == "neighbours"
    assert all(100 <= each["sketch"][0] <= 200 for each in on_ink["points"])


def test_a_rotated_photo_has_the_size_it_is_seen_with(tmp_path):
    image = Image.new("RGB", (60, 40))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.jpg", exif=exif)
    assert picture_size(tmp_path / "turned.jpg") == (40, 60)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--points", "12"], '"12" is no point'),
        (["--points", "1,nan"], "no point"),
        (["-o", "overlay.svg"], "name it OVERLAY.png"),
        (["--encoder", "nonsense"], 'no encoder "nonsense"'),
    ],
)
def test_bad_arguments(capsys, sketch, photo, arguments, sentence):
    assert main(["correspond", str(sketch), str(photo), *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_bad_files(capsys, sketch, photo, tmp_path):
    blank = tmp_path / "blank.png"
    Image.new("RGB", (64, 64), "white").save(blank)
    assert main(["correspond", str(blank), str(photo)]) == 2
    assert "sketch is blank" in capsys.readouterr().err
    assert main(["correspond", str(sketch), str(blank)]) == 2
    assert "one even colour" in capsys.readouterr().err
    assert main(["correspond", str(sketch), str(tmp_path / "none.jpg")]) == 2
    assert "There is no file" in capsys.readouterr().err
