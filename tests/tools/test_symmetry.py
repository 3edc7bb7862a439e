from __future__ import annotations

import pytest

from app.input.smoothing import Smoothing
from app.tools.line import LineTool
from app.tools.pen import PenTool
from app.tools.symmetry import Symmetry
from tests.tools.tool_editor import ToolEditor

PAGE = (1000.0, 600.0)


@pytest.mark.parametrize(
    ("symmetry", "starts"),
    [
        (Symmetry(), [[100, 50]]),
        (Symmetry(left_right=True), [[100, 50], [900, 50]]),
        (Symmetry(top_bottom=True), [[100, 50], [100, 550]]),
        (Symmetry(True, True), [[100, 50], [900, 50], [100, 550], [900, 550]]),
    ],
)
@pytest.mark.parametrize("tool", [PenTool(smoothing=Smoothing.OFF), LineTool()])
def test_a_stroke_and_its_copies_are_one_edit(tool, symmetry, starts):
    editor = ToolEditor(tool)
    editor.mirrors = symmetry.mirrors(*PAGE)
    editor.drag((100, 50), (130, 80))
    strokes = editor.document.drawing.strokes
    assert [stroke.xy[0].tolist() for stroke in strokes] == starts
    assert {stroke.width_px for stroke in strokes} == {3.0}
    editor.document.undo()
    assert editor.document.drawing.strokes == ()
