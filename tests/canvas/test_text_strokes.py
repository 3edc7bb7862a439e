from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath
from PySide6.QtWidgets import QDialogButtonBox

from app.canvas.text_strokes import text_strokes
from app.tools.base import InkStyle
from app.tools.toolbox import ToolId
from tests.canvas.hand import Hand


@pytest.fixture
def font(qapp) -> QFont:
    font = QFont()
    font.setPixelSize(60)
    return font


def test_the_strokes_are_the_outlines_of_the_letters(font):
    strokes = text_strokes("Bo", font, 100, 200, InkStyle(2.0, "#ff0000", 0.5))
    path = QPainterPath()
    path.addText(QPointF(100, 200), font, "Bo")
    # Two contours more than letters: B has two holes, o has one.
    assert len(strokes) == 5
    assert {(s.width_px, s.colour, s.opacity) for s in strokes} == {(2.0, "#ff0000", 0.5)}
    box = path.boundingRect()
    xy = np.concatenate([stroke.xy for stroke in strokes])
    np.testing.assert_allclose(xy.min(axis=0), (box.left(), box.top()), atol=0.6)
    np.testing.assert_allclose(xy.max(axis=0), (box.right(), box.bottom()), atol=0.6)
    for stroke in strokes:
        assert stroke.beziers is not None
        assert np.hypot(*(stroke.xy[0] - stroke.xy[-1])) < 0.01, "closed"


def test_lines_lie_below_each_other_and_spaces_draw_nothing(font):
    first, second = text_strokes("l\nl", font, 0, 100, InkStyle())
    assert second.xy[:, 1].min() > first.xy[:, 1].max()
    assert second.xy[:, 0].min() == pytest.approx(first.xy[:, 0].min())
    assert text_strokes("  \n ", font, 0, 0, InkStyle()) == []


def test_text_is_written_where_the_page_was_touched(window, program):
    window.actions_by_id["tool.text"].trigger()
    Hand(window.canvas).drag((300, 200))
    dialog = window.tool_options.text_dialog
    assert dialog.isVisible()
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.text_box.setPlainText("Hi")
    ok.click()
    document = program.session.document
    assert document.history.undo_text == "Write text"
    x0, y0, x1, y1 = document.drawing.bounds()
    assert 295 < x0 < x1 < 420
    assert 140 < y0 < y1 < 205
    assert len(program.selection.ids) == len(document.drawing.strokes)
    assert window.canvas.tool is program.toolbox[ToolId.SELECT]
    document.undo()
    assert document.drawing.strokes == ()


def test_no_text_no_stroke(window, program):
    window.actions_by_id["tool.text"].trigger()
    Hand(window.canvas).drag((300, 200))
    window.tool_options.text_dialog.reject()
    assert not program.session.document.history.can_undo
