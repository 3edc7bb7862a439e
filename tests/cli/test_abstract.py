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
from app.document.svg_read import read_svg
from engine.abstraction.messages import AbstractPayload


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A dark disc on light ground, wider than high."""
    y, x = np.mgrid[:60, :100]
    grey = np.where(np.hypot(x - 50, y - 30) < 20, 40, 220).astype(np.uint8)
    path = tmp_path / "disc.png"
    Image.fromarray(grey).save(path)
    return path


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
    }
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


def failure(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one sentence on stderr of a call that must fail with status 2."""
    assert common.main(["abstract", *map(str, arguments)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


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
