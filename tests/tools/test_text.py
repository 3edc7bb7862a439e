from __future__ import annotations

from app.tools.base import AskText
from app.tools.text import TextTool
from tests.tools.tool_editor import ToolEditor


def test_a_press_asks_for_a_text_and_a_cancelled_one_does_not():
    editor = ToolEditor(TextTool())
    editor.down(10, 20).move((11, 20)).up(12, 21)
    assert editor.effects == [AskText(12, 21)]
    editor.down(10, 20).cancel().up(30, 30)
    assert len(editor.effects) == 1
    assert not editor.document.history.can_undo
