"""Files as other programs write them keep their look: shown by an independent program, resvg,
before they are opened and after they are saved again."""

from __future__ import annotations

import io
import sys
from collections import defaultdict

import numpy as np
import pytest
import resvg_py
from foreign_svg import LINES, LOSSY, PER_KIND, ForeignFile, generate
from PIL import Image

from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg

FILES = tuple(generate())
MOST_DIFFERENCE = 0.01
"""Mean over the pixels and channels of a page, of the whole range."""


def shown(text: str) -> np.ndarray:
    picture = resvg_py.svg_to_bytes(
        svg_string=text, background="#ffffff", dpi=96, sans_serif_family="DejaVu Sans"
    )
    with Image.open(io.BytesIO(bytes(picture))) as image:
        return np.asarray(image.convert("RGB"), float) / 255


def difference(file: ForeignFile) -> float:
    """The mean difference between the file and what is saved after it was opened."""
    before = shown(file.text)
    after = shown(drawing_to_svg(parse_svg(file.text.encode(), file.name).drawing))
    # Sides of fractions of a pixel may be rounded to one more.
    assert np.abs(np.subtract(before.shape, after.shape)).max() <= 1
    height, width = np.minimum(before.shape, after.shape)[:2]
    return float(np.abs(before[:height, :width] - after[:height, :width]).mean())


def test_there_are_at_least_200_files() -> None:
    assert len(FILES) == PER_KIND * (len(LINES) + len(LOSSY)) >= 200
    assert len({file.text for file in FILES}) == len(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_look_is_kept_and_losses_are_told(file: ForeignFile) -> None:
    opened = parse_svg(file.text.encode(), file.name)
    assert not opened.is_own
    assert opened.left_out == file.left_out
    assert difference(file) < MOST_DIFFERENCE


def test_the_comparison_sees_a_missing_stroke() -> None:
    (file,) = (each for each in FILES if each.name == "transforms-0")
    drawing = parse_svg(file.text.encode(), file.name).drawing
    before = shown(file.text)
    after = shown(drawing_to_svg(drawing.without([0])))
    assert np.abs(before - after).mean() > MOST_DIFFERENCE / 2


@pytest.mark.benchmark
def test_report() -> None:
    kinds: dict[str, list[float]] = defaultdict(list)
    for file in FILES:
        kinds[file.name.rpartition("-")[0]].append(100 * difference(file))
    told = {kind.__name__: losses for kind, losses in LOSSY.items()}
    for kind, values in kinds.items():
        lost = "".join(f", left out: {n} {name}" for name, n in told.get(kind, {}).items())
        sys.stdout.write(
            f"\n{kind:14} {len(values)} files, difference mean {np.mean(values):.3f} %, "
            f"max {np.max(values):.3f} %{lost}"
        )
