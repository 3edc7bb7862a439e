from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.document import raster_png
from app.document.drawing import Drawing
from app.document.raster_png import drawing_to_image, write_png
from app.document.stroke import Stroke
from engine.errors import InputError


def discs_of(stroke: Stroke, scale: float) -> np.ndarray:
    """(K, 3) x, y, radius in image px: the ink of a stroke as very many discs."""
    ends = scale * np.column_stack([stroke.xy, stroke.local_widths_px() / 2])
    along = np.linspace(0, len(ends) - 1, 400 * (len(ends) - 1) + 1)
    return np.column_stack([np.interp(along, np.arange(len(ends)), c) for c in ends.T])


def by_distance(drawing: Drawing, scale: float = 1.0) -> np.ndarray:
    """(H, W, 3) by brute force: the coverage of every pixel by every disc, the largest counts."""
    width, height = round(drawing.width_px * scale), round(drawing.height_px * scale)
    x, y = np.arange(width) + 0.5, np.arange(height)[:, None] + 0.5
    image = np.full((height, width, 3), 255.0)
    for stroke in drawing.strokes:
        covered = np.zeros((height, width))
        for disc_x, disc_y, radius in discs_of(stroke, scale):
            distance = np.hypot(x - disc_x, y - disc_y)
            part = np.minimum(radius, distance + 0.5) - np.maximum(-radius, distance - 0.5)
            covered = np.maximum(covered, part)
        image = painted(image, stroke, covered)
    return image


def by_area(drawing: Drawing, per_side: int = 8) -> np.ndarray:
    """(H, W, 3) by brute force: the part of 8 x 8 places in every pixel that lies in a disc."""
    width, height = round(drawing.width_px), round(drawing.height_px)
    steps = (np.arange(per_side) + 0.5) / per_side
    x = (np.arange(width)[:, None] + steps).ravel()
    y = (np.arange(height)[:, None] + steps).reshape(-1, 1)
    image = np.full((height, width, 3), 255.0)
    for stroke in drawing.strokes:
        inside = np.zeros((len(y), len(x)), dtype=bool)
        for disc_x, disc_y, radius in discs_of(stroke, 1.0)[::8]:
            inside |= (x - disc_x) ** 2 + (y - disc_y) ** 2 < radius**2
        covered = inside.reshape(height, per_side, width, per_side).mean(axis=(1, 3))
        image = painted(image, stroke, covered)
    return image


def painted(image: np.ndarray, stroke: Stroke, covered: np.ndarray) -> np.ndarray:
    alpha = (np.clip(covered, 0, 1) * stroke.opacity)[..., None]
    colour = [int(stroke.colour[i : i + 2], 16) for i in (1, 3, 5)]
    return image * (1 - alpha) + np.array(colour) * alpha


def pixels(drawing: Drawing, scale: float = 1.0) -> np.ndarray:
    return np.asarray(drawing_to_image(drawing, scale), dtype=float)


t = np.linspace(0, 1, 15)
WAVE = Stroke(np.column_stack([8 + 45 * t, 20 + 12 * np.sin(7 * t), t, t]), 8.0, "#0000ff")


class TestAgainstBruteForce:
    @pytest.mark.parametrize("scale", [0.5, 1.0, 1.7])
    @pytest.mark.parametrize(
        "strokes",
        [
            (WAVE,),
            (Stroke.from_polyline([[30, 20]], 21.0, "#008000"),),
            (Stroke.from_polyline([[5.3, 7.1], [55, 33.3]], 4.0),),
            (Stroke.from_polyline([[5, 30], [30, 5], [55, 30], [5, 30]], 6.0, opacity=0.5),),
            # Disc in disc: a pressure that jumps within less than a pixel.
            (Stroke(np.array([[20, 20, 0, 0], [20.5, 20, 1, 0], [40, 20, 0.5, 0]]), 16.0),),
            (Stroke(np.array([[20, 20, 1, 0], [24, 20, 0, 0], [24, 20, 0, 0]]), 16.0),),
            # Partly and wholly off the page.
            (
                Stroke.from_polyline([[-40, 20], [20, -30]], 9.0),
                WAVE.transformed([[1, 0, 90], [0, 1, 0]]),
            ),
            (
                WAVE,
                WAVE.with_style(colour="#ff0000", opacity=0.3).transformed(
                    [[-1, 0, 60], [0, 1, 0]]
                ),
            ),
        ],
    )
    def test_distances(self, strokes: tuple[Stroke, ...], scale: float) -> None:
        drawing = Drawing(strokes, 60, 40)
        difference = np.abs(pixels(drawing, scale) - by_distance(drawing, scale))
        assert difference.max() < 255 * 0.015

    @given(
        st.lists(
            # With less pressure ink thins to a point; there the discs are far below a pixel.
            st.tuples(st.floats(-5, 25), st.floats(-5, 25), st.floats(0.1, 1), st.just(0.0)),
            min_size=1,
            max_size=4,
        ),
        st.floats(0.1, 20),
    )
    @settings(max_examples=40)
    def test_distances_of_any_stroke(
        self, points: list[tuple[float, ...]], width_px: float
    ) -> None:
        drawing = Drawing((Stroke(np.array(points), width_px),), 20, 20)
        # The furthest of thinner discs than a pixel is not always the one that covers most of it.
        assert np.abs(pixels(drawing) - by_distance(drawing)).max() < 255 * 0.06

    @pytest.mark.parametrize(
        "stroke",
        [
            WAVE,
            Stroke.from_polyline([[5.3, 7.1], [55, 33.3]], 4.0),
            Stroke.from_polyline([[30, 20]], 21.0),
            Stroke.from_polyline([[15, 20], [45, 22]], 25.0),
        ],
    )
    def test_areas(self, stroke: Stroke) -> None:
        drawing = Drawing((stroke,), 60, 40)
        difference = np.abs(pixels(drawing) - by_area(drawing))
        # The distance of a pixel's centre tells its area well, but not exactly, at slanted edges.
        assert difference.max() < 255 * 0.15
        assert difference.mean() < 0.6

    def test_a_fat_stroke_is_filled(self) -> None:
        drawing = Drawing((Stroke.from_polyline([[40, 60], [160, 90]], 90.0),), 200, 150)
        assert np.abs(pixels(drawing) - by_distance(drawing)).max() < 255 * 0.015


class TestInk:
    def test_amount_is_area(self) -> None:
        drawing = Drawing((Stroke.from_polyline([[10, 20.3], [50, 20.3]], 5.0),), 60, 40)
        ink = (255 - pixels(drawing)[..., 0]).sum() / 255
        assert ink == pytest.approx(40 * 5 + np.pi * 2.5**2, rel=0.01)

    @pytest.mark.parametrize("width_px", [0.1, 0.4, 0.8, 1.2])
    def test_a_thin_line_is_pale_and_not_lost(self, width_px: float) -> None:
        drawing = Drawing((Stroke.from_polyline([[-9, 20.5], [99, 20.5]], width_px),), 60, 40)
        ink = 255 - pixels(drawing)[:, 30, 0]
        assert ink.sum() / 255 == pytest.approx(width_px, abs=0.01)
        assert ink.argmax() == 20

    def test_pressure_makes_width(self) -> None:
        points = np.array([[-50, 20, p, 0] for p in (0.1,)] + [[150, 20, 1.0, 0]])
        ink = (255 - pixels(Drawing((Stroke(points, 10.0),), 100, 40))[..., 0]).sum(axis=0) / 255
        expected = 10 * (0.3 + 1.4 * (0.1 + 0.9 * (np.arange(100) + 0.5 + 50) / 200))
        np.testing.assert_allclose(ink, expected, atol=0.2)

    def test_a_stroke_does_not_darken_itself(self) -> None:
        cross = Stroke.from_polyline([[5, 5], [35, 35], [35, 5], [5, 35]], 4.0, opacity=0.5)
        assert pixels(Drawing((cross,), 40, 40)).min() == pytest.approx(127, abs=1)

    def test_later_strokes_cover_earlier_ones(self) -> None:
        under = Stroke.from_polyline([[0, 10], [20, 10]], 6.0, "#ff0000")
        over = Stroke.from_polyline([[10, 0], [10, 20]], 6.0, "#0000ff")
        assert pixels(Drawing((under, over), 20, 20))[10, 10].tolist() == [0, 0, 255]
        assert pixels(Drawing((over, under), 20, 20))[10, 10].tolist() == [255, 0, 0]

    def test_a_line_far_beyond_the_page_costs_nothing(self) -> None:
        far = Stroke.from_polyline([[-1e6, 20], [1e6, 20], [1e6, 1e6], [-1e6, 1e6]], 3.0)
        near = Stroke.from_polyline([[-9, 20], [99, 20]], 3.0)
        assert np.array_equal(pixels(Drawing((far,), 60, 40)), pixels(Drawing((near,), 60, 40)))

    def test_curves_are_sampled_for_the_scale(self) -> None:
        curve = [[10.0, 10], [10, 35], [50, 35], [50, 10]]
        large = Drawing((Stroke.from_beziers(np.array(curve) * 8, 8.0),), 480, 320)
        small = Drawing((Stroke.from_beziers(curve, 1.0),), 60, 40)
        assert np.abs(pixels(large) - pixels(small, 8)).max() < 255 * 0.05

    def test_long_strokes_in_pieces_have_no_seams(self) -> None:
        whole = Stroke.from_polyline([[5, 5], [600, 300]], 7.0, opacity=0.5)
        parts = Stroke.from_polyline(np.linspace([5, 5], [600, 300], 2000), 7.0, opacity=0.5)
        drawings = [Drawing((stroke,), 640, 320) for stroke in (whole, parts)]
        assert np.abs(pixels(drawings[0]) - pixels(drawings[1])).max() <= 2


class TestImage:
    def test_size_mode_and_paper(self) -> None:
        image = drawing_to_image(Drawing((), 30.4, 20), 2.0, "#102030")
        assert (image.size, image.mode) == ((61, 40), "RGB")
        assert image.getcolors() == [(61 * 40, (16, 32, 48))]

    def test_it_is_never_empty(self) -> None:
        assert drawing_to_image(Drawing((WAVE,)), 1e-6).size == (1, 1)

    @pytest.mark.parametrize("scale", [0, -1, float("nan"), float("inf")])
    def test_scales_that_are_none(self, scale: float) -> None:
        with pytest.raises(InputError, match="scale"):
            drawing_to_image(Drawing(), scale)

    def test_too_many_pixels(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(InputError, match="100 megapixels"):
            drawing_to_image(Drawing((), 10_001, 10_000))
        monkeypatch.setattr(raster_png, "MAX_PIXELS", 1200)
        assert drawing_to_image(Drawing((), 30, 40)).size == (30, 40)
        with pytest.raises(InputError):
            drawing_to_image(Drawing((), 30, 40), 1.1)

    def test_file(self, tmp_path: Path) -> None:
        drawing = Drawing((WAVE,), 60, 40)
        write_png(tmp_path / "a.png", drawing, 2.0)
        with Image.open(tmp_path / "a.png") as image:
            assert image.format == "PNG"
            assert np.array_equal(np.asarray(image), drawing_to_image(drawing, 2.0))

    def test_a_failed_write_keeps_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.png"
        path.write_bytes(b"old")

        def fail(handle: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            with pytest.raises(InputError, match=r"a\.png could not be written"):
                write_png(path, Drawing((WAVE,), 60, 40))
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]
