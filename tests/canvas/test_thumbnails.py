from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.canvas.thumbnails import KEPT, Thumbnails, drawing_picture
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke

SIZE = QSize(150, 100)


def wave(number: int, colour: str = "#203080") -> Stroke:
    x = np.linspace(20, 580, 200)
    y = 40 + 12 * number % 330 + 15 * np.sin(x / 30 + number)
    return Stroke.from_polyline(np.stack([x, y], 1), width_px=9, colour=colour)


def pixels(image: QImage) -> np.ndarray:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).astype(float)


def test_it_looks_like_the_exported_picture():
    drawing = Drawing(tuple(wave(i) for i in range(6)), 600, 400)
    image = drawing_picture(drawing, SIZE)
    assert image.size() == SIZE
    exported = np.asarray(drawing_to_image(drawing, 0.25), float)
    assert np.abs(pixels(image) - exported).mean() < 6  # of 255
    assert exported.min() < 100


def test_the_page_keeps_its_shape():
    assert drawing_picture(Drawing((), 400, 800), SIZE).size() == QSize(50, 100)
    assert drawing_picture(Drawing((), 800, 100), SIZE).size() == QSize(150, 19)


@pytest.fixture
def thumbnails(qapp):
    thumbnails = Thumbnails(SIZE, lambda: thumbnails.pen_down)
    thumbnails.pen_down = False
    yield thumbnails
    thumbnails.stop()


def test_a_picture_is_made_later_and_then_kept(thumbnails, qtbot):
    drawing = Drawing((wave(0),), 600, 400)
    assert thumbnails.get(drawing) is None
    with qtbot.waitSignal(thumbnails.ready) as ready:
        pass
    assert ready.args[0] is drawing
    assert thumbnails.get(drawing) == drawing_picture(drawing, SIZE)


def test_nothing_is_made_while_the_pen_is_down(thumbnails, qtbot):
    thumbnails.pen_down = True
    drawing = Drawing((wave(0),), 600, 400)
    thumbnails.get(drawing)
    qtbot.wait(80)
    assert thumbnails.get(drawing) is None
    thumbnails.pen_down = False
    qtbot.waitUntil(lambda: thumbnails.get(drawing) is not None)


def test_what_is_drawn_on_top_is_painted_onto_the_picture_before(thumbnails, monkeypatch):
    painted: list[Stroke] = []
    from app.canvas import thumbnails as module

    paint = module._paint
    monkeypatch.setattr(
        module, "_paint", lambda p, stroke, *rest: (painted.append(stroke), paint(p, stroke, *rest))
    )
    before = Drawing(tuple(wave(i) for i in range(50)), 600, 400)
    after = before.adding(wave(50, "#a02020"))
    edited = after.without([3])
    thumbnails.get(before)
    thumbnails.finish()
    painted.clear()
    thumbnails.get(after, before)
    thumbnails.finish()
    assert painted == [after.strokes[-1]]
    assert thumbnails.get(after) == drawing_picture(after, SIZE)
    thumbnails.get(edited, after)
    thumbnails.finish()
    assert thumbnails.get(edited) == drawing_picture(edited, SIZE)


def test_another_page_size_is_painted_anew(thumbnails):
    before = Drawing((wave(0),), 600, 400)
    after = Drawing((*before.strokes, wave(1)), 400, 400)
    thumbnails.get(before)
    thumbnails.get(after, before)
    thumbnails.finish()
    assert thumbnails.get(after) == drawing_picture(after, SIZE)


def test_only_so_many_are_kept(thumbnails):
    drawings = [Drawing((), 10 + i, 10) for i in range(KEPT + 20)]
    for drawing in drawings:
        thumbnails.get(drawing)
        thumbnails.finish()
    assert len(thumbnails) == KEPT
    assert thumbnails.get(drawings[0]) is None
    thumbnails.stop()


def test_faint_ink_stays_faint():
    faint = Stroke.from_polyline([(0, 50), (100, 50)], 40, "#000000", opacity=0.2)
    image = drawing_picture(Drawing((faint,), 100, 100), QSize(50, 50))
    assert image.pixelColor(25, 25) == QColor(204, 204, 204)


def test_layers_lie_as_they_do_on_the_page(thumbnails):
    def band(y: float, colour: str, layer: int) -> Stroke:
        return Stroke.from_polyline([(0, y), (100, y)], 40, colour).on_layer(layer)

    layers = (Layer(1), Layer(2, "Top", opacity=0.5), Layer(3, "Hidden", visible=False))
    before = Drawing((band(50, "#ff0000", 2),), 100, 100, layers, active=1)
    below = before.adding(band(50, "#0000ff", 1))
    hidden = Drawing((*below.strokes, band(50, "#000000", 3)), 100, 100, layers, active=1)
    for drawing, earlier in ((before, None), (below, before), (hidden, below)):
        thumbnails.get(drawing, earlier)
        thumbnails.finish()
        exported = drawing_to_image(drawing, 0.5).getpixel((25, 25))
        shown = thumbnails.get(drawing).pixelColor(50, 50).getRgb()[:3]
        assert shown == pytest.approx(exported, abs=2)


def test_hidden_layers_are_not_seen_and_the_top_one_covers_the_others(qapp):
    def bar(layer: int, colour: str) -> Stroke:
        return Stroke.from_polyline([(0, 50), (100, 50)], 100, colour).on_layer(layer)

    strokes = (bar(1, "#ff0000"), bar(0, "#0000ff"))
    for visible, colour in ((True, "#ff0000"), (False, "#0000ff")):
        drawing = Drawing(strokes, 100, 100, (Layer(0), Layer(1, visible=visible)))
        picture = drawing_picture(drawing, QSize(50, 50))
        assert picture.pixelColor(25, 25).name() == colour
