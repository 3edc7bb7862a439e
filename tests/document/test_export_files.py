from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from test_svg_layers import LAYERED

from app.document.export import ExportOptions, export_drawing
from app.document.files import read_drawing
from engine.errors import InputError


def test_the_name_decides_the_form(tmp_path: Path) -> None:
    for name, start in (("a.png", b"\x89PNG"), ("A.PDF", b"%PDF-1.7"), ("a.svg", b"<?xml")):
        export_drawing(tmp_path / name, LAYERED)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert read_drawing(tmp_path / "a.svg") == LAYERED


def test_scale_and_transparency(tmp_path: Path) -> None:
    export_drawing(tmp_path / "a.png", LAYERED, ExportOptions(2.5, transparent=True))
    with Image.open(tmp_path / "a.png") as image:
        assert (image.size, image.mode) == ((200, 150), "RGBA")
        assert image.getextrema()[3] == (0, 255)


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.strokewise", ".png"])
def test_other_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.png, \.pdf or \.svg"):
        export_drawing(tmp_path / name, LAYERED)
    assert list(tmp_path.iterdir()) == []
