from __future__ import annotations

from app.tools.base import PointerShape
from app.tools.hand import HandTool
from tests.tools.tool_editor import ToolEditor


def test_the_grabbed_place_follows_the_pointer():
    editor = ToolEditor(HandTool())
    editor.down(10, 10)
    editor.move((14, 7))
    assert editor.scrolled == (4, -3)
    # Now the view has moved, so a pointer that rests is over the grabbed place again.
    editor.move((10, 10))
    assert editor.scrolled == (4, -3)
    editor.up(10, 11)
    assert editor.scrolled == (4, -2)


def test_it_closes_around_the_page():
    editor = ToolEditor(HandTool())
    assert editor.tool.pointer is PointerShape.OPEN_HAND
    editor.down(0, 0)
    assert editor.tool.pointer is PointerShape.CLOSED_HAND
    editor.cancel()
    assert editor.tool.pointer is PointerShape.OPEN_HAND
    editor.move((50, 50))
    assert editor.scrolled == (0, 0)


def test_it_never_edits():
    editor = ToolEditor(HandTool())
    editor.down(0, 0).move((5, 5)).up(9, 9)
    assert not editor.document.history.can_undo
