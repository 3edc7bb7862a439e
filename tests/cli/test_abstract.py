"""`strokewise abstract`: the SVG and the JSON line, or one sentence and status 2."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.cli import common
from app.cli.abstract import styled
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_read import read_svg
from app.document.svg_write import write_svg
from engine.abstraction.messages import RUNGS, Abstraction, AbstractPayload
from engine.errors import InputError
from engine.salient.messages import SalientObject

SHORT = ["--iterations", "1", "--restarts", "1"]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A dark disc on light ground, wider than high."""
    y, x = np.mgrid[:60, :100]
    grey = np.where(np.hypot(x - 50, y - 30) < 20, 40, 220).astype(np.uint8)
    path = tmp_path / "disc.png"
    Image.fromarray(grey).save(path)
    return path


@pytest.fixture(autouse=True)
def _one_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encoding the photo through all views is most of the time of so short an optimisation."""
    monkeypatch.setattr("engine.abstraction.target.VIEW_POOL", 1)


@pytest.fixture
def no_work(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The payloads of jobs that were asked for; none is done."""
    asked: list[Any] = []

    def run_job(kind: str, payload: AbstractPayload) -> None:
        asked.append(payload)
        raise AssertionError("should have failed before any work")

    monkeypatch.setattr(common, "run_job", run_job)
    return asked


def test_svg_with_n_paths_and_the_json_line(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.svg"
    arguments = ["abstract", str(photo), "-n", "5", "-o", str(out), "--iterations", "3"]
    assert common.main([*arguments, "--seed", "2", "--restarts", "2"]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(answer) == {
        "strokes",
        "loss",
        "iterations",
        "seconds",
        "first_preview_seconds",
        "encoder",
        "scores",
        "likeness",
    }
    assert sorted(answer["scores"], reverse=True) == answer["scores"]
    assert answer["strokes"] == 5
    assert answer["iterations"] == 3
    assert answer["loss"] > 0
    assert 0 < answer["first_preview_seconds"] <= answer["seconds"]
    assert out.read_text("utf-8").count("<path") == 5
    drawing = read_svg(out)
    assert (drawing.width_px, drawing.height_px) == (100, 60)
    assert len(drawing.strokes) == 5
    for stroke in drawing.strokes:
        assert stroke.beziers is not None
        assert stroke.beziers.shape == (1, 4, 2)
        assert stroke.width_px == pytest.approx(3 * 100 / 224, abs=1e-3)
        x0, y0, x1, y1 = stroke.bounds()
        assert min(x0, y0) >= -0.01
        assert x1 <= 100.01
        assert y1 <= 60.01


@pytest.fixture
def beziers() -> np.ndarray:
    """Five curves within 100 x 60 px."""
    return np.random.default_rng(0).uniform(10, 50, (5, 4, 2))


@pytest.fixture
def sketch(tmp_path: Path, beziers: np.ndarray) -> Path:
    """A sketch of the photo, of five strokes."""
    out = tmp_path / "sketch.svg"
    write_svg(out, Drawing(tuple(Stroke.from_beziers(each) for each in beziers), 100, 60))
    return out


def test_single_strokes_are_drawn_anew(photo: Path, sketch: Path, tmp_path: Path) -> None:
    out = tmp_path / "other.svg"
    arguments = [
        "--start",
        str(sketch),
        "--reroll",
        "1,3",
        "--iterations",
        "1",
        "--restarts",
        "1",
        "--seed",
        "9",
    ]
    assert common.main(["abstract", str(photo), "-o", str(out), *arguments]) == 0
    before, after = read_svg(sketch).strokes, read_svg(out).strokes
    assert len(after) == 5
    kept = [any(abs(new.beziers - old.beziers).max() < 0.01 for new in after) for old in before]
    assert kept == [True, False, True, False, True]


def test_the_drawing_it_is_finished_around_is_in_the_file(
    photo: Path, sketch: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "finished.svg"
    arguments = ["-n", "3", "--around", str(sketch), *SHORT]
    assert common.main(["abstract", str(photo), "-o", str(out), *arguments]) == 0
    strokes = read_svg(out).strokes
    assert len(strokes) == 8
    assert strokes[:5] == read_svg(sketch).strokes
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["strokes"] == 3


def test_look_changes_no_line(beziers: np.ndarray) -> None:
    sketch = Abstraction(beziers, 1.5, 1.0, (), 1, 1.0, 1.0, "tiny")
    plain = styled(sketch, None, "#000000", by_hand=False, seed=0)
    assert [stroke.width_px for stroke in plain] == [1.5] * 5
    by_hand = styled(sketch, 2.5, "#336699", by_hand=True, seed=0)
    for before, after in zip(plain, by_hand, strict=True):
        assert (after.width_px, after.colour) == (2.5, "#336699")
        np.testing.assert_array_equal(after.xy, before.xy)
        assert after.pressure[0] == after.pressure[-1] == 0
        assert np.ptp(after.pressure) > 0.3
        assert np.abs(np.diff(after.pressure[len(after.pressure) // 3 :][:5])).max() < 0.05
    assert by_hand == styled(sketch, 2.5, "#336699", by_hand=True, seed=0)


def test_what_stands_out_is_sketched_unless_told_otherwise(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def run_job(kind: str, payload: Any) -> Any:
        if kind == "salient":
            return SalientObject(np.full((60, 100), 0.25, np.float32), 0.25)
        asked.append(payload)
        raise InputError("enough")

    monkeypatch.setattr(common, "run_job", run_job)
    drawn = tmp_path / "mask.png"
    Image.new("L", (50, 30), 255).save(drawn)
    for arguments in ([], ["--whole-scene", "--sampled-start"], ["--mask", str(drawn)]):
        out = str(tmp_path / "out.svg")
        assert common.main(["abstract", str(photo), "-o", out, *arguments]) == 2
    salient, scene, by_hand = asked
    assert (salient.mask == 0.25).all()
    assert scene.mask is None
    assert scene.whole_scene
    assert [each.sampled_start for each in asked] == [False, True, False]
    assert by_hand.mask.shape == (30, 50)
    assert (by_hand.mask == 1).all()


def test_as_few_as_keep_it_recognisable(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "auto.svg"
    assert common.main(["abstract", str(photo), "-n", "auto", "-o", str(out), *SHORT]) == 0
    strokes = json.loads(capsys.readouterr().out.splitlines()[-1])["strokes"]
    assert strokes in RUNGS
    assert len(read_svg(out).strokes) == strokes


def failure(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one sentence on stderr of a call that must fail with status 2."""
    assert common.main(["abstract", *map(str, arguments)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    *progress, sentence = captured.err.strip().splitlines()
    assert all(line.lstrip().split("%")[0].isdigit() for line in progress)
    return sentence


def test_missing_photo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], no_work: list[Any]
) -> None:
    assert "no file" in failure(capsys, tmp_path / "none.jpg", "-o", tmp_path / "out.svg")


def test_text_named_jpg(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], no_work: list[Any]
) -> None:
    path = tmp_path / "text.jpg"
    path.write_text("no photo at all")
    assert "not a JPEG" in failure(capsys, path, "-o", tmp_path / "out.svg")


def test_one_pixel(tmp_path: Path, capsys: pytest.CaptureFixture[str], no_work: list[Any]) -> None:
    path = tmp_path / "dot.png"
    Image.new("RGB", (1, 1)).save(path)
    assert "too small" in failure(capsys, path, "-o", tmp_path / "out.svg")


def test_all_white(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "white.png", tmp_path / "out.svg"
    Image.new("RGB", (64, 64), "white").save(path)
    assert "nothing in it to draw" in failure(capsys, path, "-o", out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("option", "value", "what"),
    [("-n", "0", "strokes"), ("-n", "65", "strokes"), ("--iterations", "0", "iterations")],
)
def test_numbers_out_of_range(
    photo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    option: str,
    value: str,
    what: str,
) -> None:
    sentence = failure(capsys, photo, "-o", tmp_path / "out.svg", option, value)
    assert f"number of {what} must be from 1 to" in sentence


def test_unknown_encoder(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = failure(capsys, photo, "-o", tmp_path / "out.svg", "--encoder", "eyes")
    assert 'no encoder "eyes"' in sentence


@pytest.mark.parametrize("name", ["out.png", "missing/out.svg", "disc.png/out.svg", "folder.svg"])
def test_output_is_tried_before_the_work(
    photo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    no_work: list[Any],
    name: str,
) -> None:
    (tmp_path / "folder.svg").mkdir()
    assert "cannot be written" in failure(capsys, photo, "-o", tmp_path / name)
    assert no_work == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_folder_not_writable(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], no_work: list[Any]
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert "Permission denied" in failure(capsys, photo, "-o", folder / "out.svg")


def test_disk_that_fills_up_leaves_the_old_file(
    photo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.svg"
    out.write_text("<svg/>")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.document.atomic.os.write", full)
    monkeypatch.setattr(common, "progress", lambda *_: None)
    assert common.main(["abstract", str(photo), "-o", str(out), "--iterations", "1"]) == 2
    assert "No space left" in capsys.readouterr().err
    assert out.read_text() == "<svg/>"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["disc.png", "out.svg"]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--reroll", "1"], "--start"),
        (["--start", "SKETCH", "--reroll", "7"], "no stroke 7"),
        (["--control-points", "5"], "control-points"),
        (["-n", "many"], "-n"),
        (["--mask", "PHOTO"], "mask is 100 x 60 px"),
    ],
)
def test_options_that_make_no_sense(
    photo: Path,
    sketch: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    what: str,
) -> None:
    larger = tmp_path / "large.png"
    noise = np.random.default_rng(0).integers(0, 255, (90, 200, 3), np.uint8)
    Image.fromarray(noise).save(larger)
    photo = larger if "PHOTO" in arguments else photo
    names = {"SKETCH": str(sketch), "PHOTO": str(tmp_path / "disc.png")}
    capsys.readouterr()
    sentence = failure(
        capsys, photo, "-o", tmp_path / "out.svg", *(names.get(each, each) for each in arguments)
    )
    assert what in sentence
