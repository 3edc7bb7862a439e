"""Only what changed is painted again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from app.canvas.ink_path import StrokePainter
from app.document.stroke import Stroke


class PaintLog(QObject):
    """The rectangles a widget was asked to paint."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False

    @property
    def area(self) -> QRect:
        whole = QRect()
        for rect in self.rects:
            whole = whole.united(rect)
        return whole


@pytest.fixture
def painted(hand):
    @contextmanager
    def watch() -> Iterator[PaintLog]:
        settle()
        log = PaintLog(hand.canvas)
        yield log
        settle()
        hand.canvas.removeEventFilter(log)

    return watch


@pytest.fixture
def strokes_painted(monkeypatch) -> list[Stroke]:
    """Every committed stroke that is painted into the cache, in order."""
    painted: list[Stroke] = []
    paint = StrokePainter.paint

    def counted(self, painter, stroke, opacity=1.0):
        painted.append(stroke)
        paint(self, painter, stroke, opacity)

    monkeypatch.setattr(StrokePainter, "paint", counted)
    return painted


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def lines(count: int) -> list[Stroke]:
    return [
        Stroke.from_polyline([(i % 50 * 12, i // 50 * 12), (i % 50 * 12 + 8, i // 50 * 12 + 5)])
        for i in range(count)
    ]


def test_a_pen_event_repaints_around_the_new_ink_only(hand, painted):
    hand.press((100, 100))
    hand.move((150, 100), (200, 100))
    with painted() as log:
        hand.move((210, 104))
    assert len(log.rects) == 1
    # Two points back, as the bend there may change, and the width of the pen around it.
    assert log.area.width() <= 110 + 20
    assert log.area.height() <= 4 + 20


def test_a_long_stroke_does_not_repaint_its_beginning(hand, painted):
    hand.press((50, 50))
    hand.move(*[(50 + 5 * i, 50 + i) for i in range(1, 90)])
    with painted() as log:
        hand.move((500, 142))
    assert log.area.width() < 60
    assert log.area.contains(hand.at((500, 142)))


def test_pen_up_paints_one_stroke_into_the_cache(hand, document, strokes_painted, painted):
    document.apply(document.drawing.adding(*lines(800)), "Many")
    hand.picture()
    strokes_painted.clear()
    with painted() as log:
        hand.drag((100, 100), (140, 110))
    assert set(map(id, strokes_painted)) == {id(document.drawing.strokes[-1])}
    assert log.area.width() < 80


def test_undo_of_a_stroke_repaints_its_box(hand, document, strokes_painted, painted):
    document.apply(document.drawing.adding(*lines(800)), "Many")
    hand.drag((100, 100), (140, 110))
    hand.picture()
    strokes_painted.clear()
    with painted() as log:
        document.undo()
    assert log.area.width() < 80
    assert log.area.height() < 50
    assert strokes_painted == []


def test_undo_of_what_is_not_remembered_paints_the_strokes_there(
    hand, canvas, document, strokes_painted, painted
):
    document.apply(document.drawing.adding(*lines(800)), "Many")
    hand.drag((100, 100), (140, 110))
    canvas.zoom_to(1.1)
    hand.picture()
    strokes_painted.clear()
    with painted() as log:
        document.undo()
    assert log.area.width() < 80
    assert 0 < len(strokes_painted) < 30


def test_a_scroll_paints_no_stroke_that_is_cached(hand, document, strokes_painted):
    document.apply(document.drawing.adding(*lines(300)), "Many")
    hand.picture()
    strokes_painted.clear()
    hand.canvas.scroll_by(-30, 20)
    hand.picture()
    hand.canvas.scroll_by(30, -20)
    hand.picture()
    assert strokes_painted == []


def test_pen_moves_without_a_stroke_paint_nothing(hand, painted):
    with painted() as log:
        hand.move((100, 100), (300, 250))
    assert log.rects == []


def test_the_paths_kept_are_bounded():
    from PySide6.QtGui import QImage, QPainter

    strokes = lines(40)
    stroke_painter = StrokePainter(capacity=10)
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for stroke in strokes:
        stroke_painter.paint(painter, stroke)
    painter.end()
    assert len(stroke_painter) == 10


def test_tiles_out_of_sight_are_bounded(hand, document):
    from app.canvas.ink_cache import SPARE_TILES

    document.apply(document.drawing.adding(*lines(10)), "x")
    hand.canvas.zoom_to(32.0)
    for _ in range(60):
        hand.canvas.scroll_by(-700, -130)
        hand.canvas.finish_painting()
    assert hand.canvas.cached_tiles <= SPARE_TILES + 9
