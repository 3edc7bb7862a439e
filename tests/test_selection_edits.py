from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.layering import with_layer, with_new_layer
from app.document.selection import Selection
from app.document.stroke import Stroke
from app.selection_edits import DUPLICATE_SHIFT_PX, SelectionEdits
from app.tools.arrange import Order
from app.tools.toolbox import ToolId


@pytest.fixture
def document() -> Document:
    """Dots at x = 0 to 3."""
    return Document(Drawing().adding(*(Stroke.from_polyline([(x, 0)]) for x in range(4))))


@pytest.fixture
def edits(qapp, document) -> SelectionEdits:
    edits = SelectionEdits(document, Selection(document))
    yield edits
    edits.release()
    QGuiApplication.clipboard().clear()


def columns(document: Document) -> list[float]:
    return [stroke.xy[0, 0] for stroke in document.drawing.strokes]


def test_without_a_selection_nothing_happens(edits, document):
    for act in (edits.delete, edits.duplicate, edits.copy, edits.cut):
        act()
    edits.order(Order.TOP)
    edits.restyle(colour="#ff0000")
    assert not document.history.can_undo
    assert QGuiApplication.clipboard().text() == ""


def test_each_edit_is_one_named_step(edits, document):
    edits.selection.select([1, 2])
    for act, text in (
        (edits.duplicate, "Duplicate 2 strokes"),
        (lambda: edits.order(Order.BOTTOM), "Lower to bottom 2 strokes"),
        (lambda: edits.restyle(width_px=9), "Restyle 2 strokes"),
        (edits.delete, "Delete 2 strokes"),
    ):
        act()
        assert document.history.undo_text == text
    assert columns(document) == [0, 1, 2, 3]
    assert edits.selection.ids == frozenset()
    document.undo()
    assert columns(document)[:2] == [1 + DUPLICATE_SHIFT_PX, 2 + DUPLICATE_SHIFT_PX]
    assert edits.selection.ids == {0, 1}
    assert {stroke.width_px for stroke in edits.selection.strokes} == {9}


def test_strokes_go_through_the_clipboard_unchanged(edits, document):
    drawn = Stroke([[5, 6, 0.1, 0], [9, 9, 0.8, 0.25]], 4, "#123456", 0.5)
    document.apply(document.drawing.adding(drawn), "Draw")
    edits.selection.select([4, 0])
    edits.cut()
    assert columns(document) == [1, 2, 3]
    assert document.history.undo_text == "Cut 2 strokes"
    assert edits.paste(QGuiApplication.clipboard().mimeData())
    assert document.drawing.strokes[-1] == drawn
    assert edits.selection.ids == {3, 4}
    assert document.history.undo_text == "Paste 2 strokes"


def test_svg_text_of_another_program_is_drawn(edits, document):
    mime = QMimeData()
    mime.setText(
        '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">'
        '<line x1="1" y1="2" x2="30" y2="2" stroke="red"/></svg>'
    )
    assert edits.paste(mime)
    (stroke,) = edits.selection.strokes
    assert (stroke.colour, stroke.xy[-1].tolist()) == ("#ff0000", [30, 2])


def test_bad_svg_is_one_sentence_and_other_text_is_not_ours(edits, document, qtbot):
    mime = QMimeData()
    mime.setText("<svg xmlns='http://www.w3.org/2000/svg'><path d=")
    with qtbot.waitSignal(edits.trouble) as trouble:
        assert edits.paste(mime)
    assert trouble.args[0].endswith(".")
    mime.setText("milk, eggs")
    assert not edits.paste(mime)
    assert not document.history.can_undo


def test_menu_entries_need_a_selection(window, program, line):
    actions, document = window.actions_by_id, program.session.document
    document.apply(document.drawing.adding(line), "Draw")
    assert not actions["edit.delete"].isEnabled()
    actions["edit.select_all"].trigger()
    assert actions["edit.delete"].isEnabled()
    actions["edit.copy"].trigger()
    actions["edit.delete"].trigger()
    assert document.drawing.strokes == ()
    assert not actions["edit.delete"].isEnabled()
    actions["edit.paste"].trigger()
    assert document.drawing.strokes == (line,)
    assert window.canvas.tool is program.toolbox[ToolId.SELECT]
    assert actions["tool.select"].isChecked()
    QGuiApplication.clipboard().clear()


def test_grouping(edits, document):
    edits.selection.select([0, 2])
    edits.group()
    assert document.history.undo_text == "Group 2 strokes"
    assert edits.selection.ids == {0, 2}
    edits.duplicate()
    assert [stroke.group for stroke in document.drawing.strokes] == [1, 0, 1, 0, 2, 2]
    edits.ungroup()
    assert [stroke.group for stroke in document.drawing.strokes] == [1, 0, 1, 0, 0, 0]
    place = document.history.place
    edits.ungroup()
    assert document.history.place == place


def test_moving_to_the_layer_that_is_drawn_on(edits, document):
    document.apply(with_new_layer(document.drawing), "x")
    active = document.drawing.active
    edits.selection.select([1, 2])
    edits.to_active_layer()
    assert document.history.undo_text == "Move to layer 2 strokes"
    assert [stroke.layer for stroke in document.drawing.strokes] == [0, active, active, 0]
    assert edits.selection.ids == {1, 2}
    said = []
    edits.trouble.connect(said.append)
    document.apply(
        with_layer(document.drawing, replace(document.drawing.active_layer, locked=True)), "x"
    )
    document.choose_layer(0)
    edits.selection.select([0])
    document.choose_layer(active)
    edits.to_active_layer()
    assert len(said) == 1
    assert "locked" in said[0]
