"""The partial eraser on the canvas: what is seen while it passes."""

from __future__ import annotations

from app.document.stroke import Stroke
from app.tools.base import PointerShape
from app.tools.partial_eraser import PartialEraser


def test_ink_goes_where_the_eraser_passes_and_stays_beside(hand, canvas, document):
    lines = [Stroke.from_polyline([(100, y), (300, y)], width_px=10) for y in (100, 200)]
    document.apply(document.drawing.adding(*lines), "Draw")
    canvas.tool = PartialEraser()
    hand.press((200, 80))
    hand.move((200, 120))
    assert hand.is_blank((200, 100))
    assert hand.is_inked((180, 100))
    assert hand.is_inked((200, 200))
    assert len(document.drawing.strokes) == 2
    shown = hand.picture()
    hand.release((200, 120))
    assert len(document.drawing.strokes) == 3
    assert hand.picture() == shown
    document.undo()
    assert hand.is_inked((200, 100))


def test_cancel_brings_the_ink_back(hand, canvas, document):
    document.apply(
        document.drawing.adding(Stroke.from_polyline([(100, 100), (300, 100)], width_px=10)), "Draw"
    )
    whole = hand.picture()
    canvas.tool = PartialEraser()
    hand.press((200, 80))
    hand.move((200, 120))
    canvas.cancel_gesture()
    assert hand.picture() == whole


def test_the_eraser_end_of_the_pen_erases_as_was_last_chosen(hand, canvas, document):
    document.apply(
        document.drawing.adding(Stroke.from_polyline([(100, 100), (300, 100)], width_px=10)), "Draw"
    )
    canvas.eraser = PartialEraser()
    hand.stroke((200, 80, 0.5), (200, 120, 0.5), eraser=True)
    assert len(document.drawing.strokes) == 2
    assert canvas.tool.pointer is PointerShape.CROSS
