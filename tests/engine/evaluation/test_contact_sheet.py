"""The contact sheet: photos down, numbers of strokes across."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.evaluation.bench_abstract import example_photo
from engine.evaluation.contact_sheet import main


def test_sheet_has_a_row_a_photo_and_a_cell_a_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, out = tmp_path / "face.png", tmp_path / "sheet.png"
    Image.fromarray(example_photo(64)).save(photo)
    arguments = [str(photo), str(photo), "-n", "2", "30", "-o", str(out), "--iterations", "1"]
    assert main(arguments) == 0
    sheet = np.asarray(Image.open(out).convert("L"))
    assert sheet.shape == (2 * 328, 3 * 328)
    ink = [(sheet[:320, 328 * i : 328 * i + 320] < 128).mean() for i in range(3)]
    assert 0 < ink[1] < ink[2]
    assert np.array_equal(sheet[:328], sheet[328:])
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["face.png n=2", "face.png n=30"] * 2


def test_bad_photo_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.png"), "-o", str(tmp_path / "sheet.png")]) == 2
    assert "no file" in capsys.readouterr().err
