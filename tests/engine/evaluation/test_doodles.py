from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputError
from engine.evaluation.doodles import (
    LINE_WIDTH,
    MARGIN,
    first_strokes,
    frame_drawing,
    rasterise_drawing,
    read_quickdraw,
)


def ink_box(image: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(image < 128)
    return rows.min(), rows.max(), columns.min(), columns.max()


def test_a_drawing_fills_the_square_but_for_the_margin_and_is_centred() -> None:
    wide = [[[10, 110], [40, 40]], [[10, 110], [60, 60]]]
    top, bottom, left, right = ink_box(rasterise_drawing(wide, 100))
    half_line = 100 * LINE_WIDTH / 2
    assert left == pytest.approx(100 * MARGIN, abs=half_line + 1)
    assert right == pytest.approx(100 * (1 - MARGIN), abs=half_line + 1)
    assert top + bottom == pytest.approx(99, abs=2)
    assert left + right == pytest.approx(99, abs=2)


def test_a_single_point_is_a_dot_and_no_stroke_is_white_paper() -> None:
    dot = rasterise_drawing([[[5], [5]]], 64)
    assert dot.min() < 255
    assert (dot < 255).sum() < 20
    assert (rasterise_drawing([], 64) == 255).all()


def test_framing_a_small_drawing_in_a_corner_gives_the_same_as_drawing_it_large() -> None:
    page = np.full((300, 400), 255, np.uint8)
    page[200:260, 20:24] = page[200:204, 20:110] = 0
    framed = frame_drawing(page, 128)
    top, bottom, left, right = ink_box(framed)
    assert left == pytest.approx(128 * MARGIN, abs=2)
    assert right == pytest.approx(128 * (1 - MARGIN), abs=2)
    assert (bottom - top) / (right - left) == pytest.approx(60 / 90, abs=0.04)
    assert (frame_drawing(np.full((9, 9), 255, np.uint8), 32) == 255).all()


def test_reading_plain_and_compressed_files(tmp_path: Path) -> None:
    records = [{"word": "cat", "drawing": [[[0, 1], [2, 3]]]}, {"word": "saw", "drawing": []}]
    text = "".join(json.dumps(record) + "\n" for record in records)
    plain, packed = tmp_path / "a.ndjson", tmp_path / "a.ndjson.gz"
    plain.write_text(text)
    packed.write_bytes(gzip.compress(text.encode()))
    expected = [("cat", [[[0, 1], [2, 3]]]), ("saw", [])]
    assert list(read_quickdraw(plain)) == expected
    assert list(read_quickdraw(packed)) == expected


@pytest.mark.parametrize("line", ["{", '{"word": "cat"}', "[1]"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text('{"word": "cat", "drawing": []}\n' + line + "\n")
    with pytest.raises(InputError, match="Line 2 of"):
        list(read_quickdraw(path))


def test_a_missing_or_damaged_file_is_the_inputs_fault(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_quickdraw(tmp_path / "none.ndjson"))
    damaged = tmp_path / "a.ndjson.gz"
    damaged.write_bytes(b"not gzip")
    with pytest.raises(InputError, match="cannot be read"):
        list(read_quickdraw(damaged))


@pytest.mark.parametrize(
    ("count", "share", "expected"),
    [(4, 0.5, 2), (5, 0.5, 3), (3, 0.01, 1), (1, 0.25, 1), (4, 1.0, 4), (10, 0.3, 3)],
)
def test_a_share_of_the_strokes_is_rounded_up(count: int, share: float, expected: int) -> None:
    assert list(first_strokes(range(count), share)) == list(range(expected))
