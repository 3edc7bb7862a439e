from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.cli import export
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_read import open_svg
from app.document.svg_write import write_svg
from engine.errors import InputError

DRAWING = Drawing(
    (
        Stroke.from_polyline([[1, 2], [30, 40]]),
        Stroke.from_beziers([[0, 0], [9, 0], [9, 9], [0, 9]]),
    ),
    60,
    50,
)


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    path = tmp_path / "sketch.svg"
    write_svg(path, DRAWING)
    return path


def run(*arguments: str | Path) -> dict[str, object]:
    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    return export.run(parser.parse_args([str(argument) for argument in arguments]))


def test_svg(sketch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert run(sketch, "-o", out) == {"strokes": 2, "path": str(out)}
    assert open_svg(out).drawing == DRAWING


def test_another_programs_svg_becomes_clean(tmp_path: Path) -> None:
    (tmp_path / "in.svg").write_text(
        '<svg width="90" height="80"><text>x</text><circle cx="9" cy="9" r="5"/></svg>'
    )
    out = tmp_path / "out.svg"
    assert run(tmp_path / "in.svg", "-o", out)["strokes"] == 1
    opened = open_svg(out)
    assert opened.is_own
    assert (opened.drawing.width_px, opened.drawing.height_px) == (90, 80)


@pytest.mark.parametrize(
    ("more", "name", "size"),
    [
        ([], "out.png", (60, 50)),
        ([], "OUT.PNG", (60, 50)),
        (["--scale", "2.5"], "out.png", (150, 125)),
    ],
)
def test_png(
    sketch: Path, tmp_path: Path, more: list[str], name: str, size: tuple[int, int]
) -> None:
    out = tmp_path / name
    assert run(sketch, "-o", out, *more) == {"strokes": 2, "path": str(out)}
    with Image.open(out) as image:
        assert image.size == size
        assert image.convert("L").getextrema() == (0, 255)


@pytest.mark.parametrize("name", ["out.ps", "out", "out.jpg", ".svg"])
def test_other_formats_are_named(sketch: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.png, \.pdf or \.svg"):
        run(sketch, "-o", tmp_path / name)
    assert list(tmp_path.iterdir()) == [sketch]


def test_bad_input(sketch: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.svg could not be read"):
        run(tmp_path / "missing.svg", "-o", tmp_path / "out.svg")
    with pytest.raises(InputError, match=r"out\.svg could not be written"):
        run(sketch, "-o", tmp_path / "missing" / "out.svg")
    with pytest.raises(InputError, match="megapixels"):
        run(sketch, "-o", tmp_path / "out.png", "--scale", "1e4")
    assert list(tmp_path.iterdir()) == [sketch]


class TestAsAProgram:
    def strokewise(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "app", "export", *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
        )

    def test_json_is_the_last_line(self, sketch: Path, tmp_path: Path) -> None:
        done = self.strokewise(sketch, "-o", tmp_path / "out.png")
        assert done.returncode == 0
        answer = json.loads(done.stdout.splitlines()[-1])
        assert answer == {"strokes": 2, "path": str(tmp_path / "out.png")}

    def test_bad_input_is_one_line_and_status_2(self, tmp_path: Path) -> None:
        (tmp_path / "bad.svg").write_text("no drawing")
        done = self.strokewise(tmp_path / "bad.svg", "-o", tmp_path / "out.svg")
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.strip().splitlines()) == 1
        assert "bad.svg is not an SVG file" in done.stderr
