from __future__ import annotations

import pytest

from app.canvas.view import CanvasView
from app.document.document import Document
from app.document.drawing import Drawing
from app.input.smoothing import Smoothing
from app.tools.base import InkStyle
from app.tools.pen import PenTool
from app.tools.stroke_eraser import StrokeEraser
from tests.canvas.hand import Hand


@pytest.fixture
def document() -> Document:
    """An empty page of 600 x 400 px."""
    return Document(Drawing(width_px=600, height_px=400))


@pytest.fixture
def pen() -> PenTool:
    return PenTool(InkStyle(width_px=6.0), Smoothing.OFF)


@pytest.fixture
def eraser() -> StrokeEraser:
    return StrokeEraser()


@pytest.fixture
def canvas(qtbot, document, pen, eraser) -> CanvasView:
    """A visible canvas at 100 %, painted once."""
    view = CanvasView(document, pen, eraser)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    view.zoom_to(1.0)
    view.finish_painting()
    qtbot.wait(1)
    return view


@pytest.fixture
def hand(canvas) -> Hand:
    return Hand(canvas)
