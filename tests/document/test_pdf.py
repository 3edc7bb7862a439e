from __future__ import annotations

import numpy as np
import pypdfium2
import pytest
from drawing_strategies import layered_drawings
from hypothesis import given, settings

from app.document.drawing import MAX_SIDE_PX, Drawing
from app.document.layer import Layer
from app.document.pdf_write import POINTS_PER_PX, drawing_to_pdf
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke

X = np.linspace(20, 180, 40)
PRESSED = Stroke(
    np.stack([X, 60 + 30 * np.sin(X / 15), np.linspace(0, 1, 40), X * 0], 1), 14, "#cc3333", 0.5
)
CURVE = Stroke.from_beziers([[10, 10], [100, 10], [100, 90], [190, 90]], 6, "#3366cc")
DOT = Stroke.from_polyline([[100, 20]], 20, "#33aa55")
LINE = Stroke.from_polyline([[50, 20], [150, 80]], 20, "#33aa55", 0.8)
ALL = (PRESSED, CURVE, DOT, LINE)
FILLED = (PRESSED.with_fill("#ddaa00"), CURVE.with_fill("#88ccee"))


def page_of(content: bytes) -> pypdfium2.PdfPage:
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    return document[0]


def shown(drawing: Drawing, scale: float) -> np.ndarray:
    page = page_of(drawing_to_pdf(drawing))
    image = page.render(scale=scale / POINTS_PER_PX).to_pil().convert("RGB")
    return np.asarray(image, float)


def layered(opacity: float) -> Drawing:
    strokes = tuple(stroke.on_layer(i % 2) for i, stroke in enumerate(ALL))
    return Drawing(strokes, 200, 100, (Layer(0), Layer(1, opacity=opacity)))


@pytest.mark.parametrize(
    "drawing",
    [
        *(Drawing((stroke,), 200, 100) for stroke in ALL),
        Drawing(ALL, 200, 100),
        Drawing(FILLED, 200, 100),
        layered(1),
        layered(0.4),
        Drawing((), 200, 100),
    ],
)
def test_another_program_shows_what_the_png_shows(drawing: Drawing) -> None:
    expected = np.asarray(drawing_to_image(drawing, 3), float)
    difference = np.abs(shown(drawing, 3) - expected)
    assert difference.mean() < 0.25
    # Edges are antialiased in another way; nowhere is a pixel of another colour.
    assert (difference.max(axis=2) > 100).mean() < 0.001


def test_hidden_layers_are_left_out() -> None:
    layers = (Layer(0), Layer(1, visible=False))
    drawing = Drawing((LINE, CURVE.on_layer(1)), 200, 100, layers)
    plain = drawing_to_pdf(Drawing((LINE,), 200, 100))
    assert drawing_to_pdf(drawing) == plain


def test_it_is_vectors_and_keeps_curves() -> None:
    content = page_of(drawing_to_pdf(Drawing(ALL, 200, 100)))
    kinds = [each.type for each in content.get_objects()]
    assert kinds == [pypdfium2.raw.FPDF_PAGEOBJ_PATH] * 4


@pytest.mark.parametrize(
    ("page", "points"),
    [
        ((200, 100), (150, 75)),
        ((MAX_SIDE_PX, 50_000), (14_400, 7_200)),
        ((0.5, 0.5), (0.375, 0.375)),
    ],
)
def test_size(page: tuple[float, float], points: tuple[float, float]) -> None:
    size = page_of(drawing_to_pdf(Drawing((), *page))).get_size()
    assert size == pytest.approx(points, abs=1e-3)


@pytest.mark.parametrize("title", ["A (plain) \\ title", "Größe 日本"])
def test_title(title: str) -> None:
    document = pypdfium2.PdfDocument(drawing_to_pdf(Drawing(), title))
    assert document.get_metadata_value("Title") == title


@given(layered_drawings())
@settings(max_examples=30)
def test_any_drawing_can_be_opened(drawing: Drawing) -> None:
    page_of(drawing_to_pdf(drawing)).render(scale=0.1)
