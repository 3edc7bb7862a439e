from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.panels.layer_list import LayerList, Part
from app.panels.layers import Layers
from app.panels.layers_panel import LayersPanel

LAYERS = (Layer(0, "bottom"), Layer(5, "middle"), Layer(3, "top"))
STROKE = Stroke.from_polyline([[1, 1], [9, 9]])
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(program):
    strokes = tuple(STROKE.on_layer(layer.id) for layer in LAYERS)
    program.session.document.apply(Drawing(strokes, 100, 100, LAYERS, 5), "begin")
    return program.session.document


@pytest.fixture
def layers(document, program) -> Layers:
    return program.layers


@pytest.fixture
def panel(document, window) -> LayersPanel:
    return window.layers_dock.widget()


@pytest.fixture
def listed(panel) -> LayerList:
    return panel.list


def names(listed: LayerList) -> list[str]:
    model = listed.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click(listed: LayerList, layer_id: int, part: Part) -> None:
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.rect_of(layer_id, part).center())


def current(listed: LayerList) -> str:
    return listed.currentIndex().data()


def steps(document) -> list[str]:
    """What undo takes back, the last one first; the drawing is as it was afterwards."""
    found = []
    while document.history.undo_text != "begin":
        found.append(document.history.undo_text)
        document.undo()
    for _ in found:
        document.redo()
    return found


def test_the_top_layer_comes_first_and_the_active_one_is_current(listed):
    assert names(listed) == ["top", "middle", "bottom"]
    assert current(listed) == "middle"


def test_a_click_chooses_what_is_drawn_on(listed, document):
    click(listed, 3, Part.NAME)
    assert document.drawing.active == 3
    assert steps(document) == []


def test_eye_and_lock(listed, document):
    click(listed, 0, Part.EYE)
    click(listed, 3, Part.LOCK)
    assert [(layer.visible, layer.locked) for layer in document.drawing.layers] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    assert steps(document) == ["Lock layer", "Hide layer"]
    click(listed, 0, Part.EYE)
    click(listed, 3, Part.LOCK)
    assert document.drawing.layers == LAYERS
    assert listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "top"


def test_states_are_told_to_screen_readers(listed, layers):
    layers.set_visible(3, False)
    layers.set_locked(3, True)
    text = listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "top, hidden, locked"


def test_a_double_click_renames(listed, document, qtbot):
    place = listed.rect_of(5, Part.NAME).center()
    QTest.mouseClick(listed.viewport(), LEFT, pos=place)
    QTest.mouseDClick(listed.viewport(), LEFT, pos=place)
    editor = listed.findChild(QLineEdit)
    assert editor.text() == "middle"
    editor.setText("eyes")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.drawing.layer(5).name == "eyes")
    assert steps(document) == ["Rename layer"]
    model = listed.model()
    assert not model.setData(model.index(0, 0), "  ")
    assert names(listed) == ["top", "eyes", "bottom"]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (0, ["top", "middle", "bottom"]),
        (1, ["top", "middle", "bottom"]),
        (2, ["middle", "top", "bottom"]),
        (3, ["middle", "bottom", "top"]),
        (-1, ["middle", "bottom", "top"]),
    ],
)
def test_a_drag_moves_a_layer(listed, document, row, wanted):
    model = listed.model()
    mime = model.mimeData([model.index(0, 0)])
    assert not model.dropMimeData(mime, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert names(listed) == wanted
    assert [layer.name for layer in document.drawing.layers] == wanted[::-1]
    assert len(steps(document)) == (wanted[0] != "top")
    assert current(listed) == "middle"


def test_what_others_drop_is_not_taken(listed, document):
    mime = QMimeData()
    mime.setData("application/x-strokewise-layer", b"99")
    listed.model().dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert document.drawing.layers == LAYERS


def test_a_drag_of_the_opacity_is_one_step(panel, document):
    panel.slider.setSliderDown(True)
    for value in (90, 60, 40):
        panel.slider.setValue(value)
    panel.slider.setSliderDown(False)
    assert document.drawing.layer(5).opacity == 0.4
    assert panel.number.value() == 40
    panel.number.setValue(45)
    assert steps(document) == ["Layer opacity", "Layer opacity"]
    document.undo()
    document.undo()
    assert (document.drawing.layer(5).opacity, panel.slider.value()) == (1.0, 100)


def test_a_stroke_in_between_is_not_swallowed_by_the_drag(panel, document):
    panel.slider.setSliderDown(True)
    panel.slider.setValue(50)
    document.apply(document.drawing.adding(STROKE), "Draw")
    panel.slider.setValue(40)
    panel.slider.setSliderDown(False)
    assert steps(document) == ["Layer opacity", "Draw", "Layer opacity"]


def test_looking_rounds_nothing(panel, document, layers):
    layers.set_opacity(0.255)
    layers.choose(0)
    layers.choose(5)
    assert document.drawing.layer(5).opacity == 0.255


def test_buttons(window, document, listed):
    actions = window.actions_by_id
    actions["layer.add"].trigger()
    assert names(listed) == ["top", "Layer 4", "middle", "bottom"]
    assert current(listed) == "Layer 4"
    actions["layer.lower"].trigger()
    assert names(listed) == ["top", "middle", "Layer 4", "bottom"]
    actions["layer.raise"].trigger()
    actions["layer.raise"].trigger()
    assert not actions["layer.raise"].isEnabled()
    actions["layer.merge"].trigger()
    assert names(listed) == ["top", "middle", "bottom"]
    assert current(listed) == "top"
    actions["layer.below"].trigger()
    actions["layer.below"].trigger()
    actions["layer.below"].trigger()
    assert current(listed) == "bottom"
    assert not actions["layer.merge"].isEnabled()
    actions["layer.above"].trigger()
    actions["layer.remove"].trigger()
    assert names(listed) == ["top", "bottom"]
    assert [stroke.layer for stroke in document.drawing.strokes] == [0, 3]
    for _ in range(len(steps(document))):
        document.undo()
    assert document.drawing.layers == LAYERS


def test_the_last_layer_cannot_be_removed(window, program):
    assert not window.actions_by_id["layer.remove"].isEnabled()


def test_a_locked_layer_is_not_removed_and_the_bar_says_so(window, document, layers):
    layers.set_locked(5, True)
    layers.remove()
    assert "middle is locked" in window.message_bar.text
    assert len(document.drawing.layers) == 3


def test_drawing_on_a_locked_layer_is_told_in_the_bar(window, document, layers, qtbot):
    layers.set_locked(5, True)
    QTest.mousePress(window.canvas, LEFT, pos=window.canvas.rect().center())
    QTest.mouseRelease(window.canvas, LEFT, pos=window.canvas.rect().center())
    assert "middle is locked" in window.message_bar.text


def test_another_document_shows_its_layers(program, document, listed):
    program.session.document.new(replace(document.drawing, layers=(Layer(8, "only"),), active=8))
    assert names(listed) == ["only"]
    assert current(listed) == "only"
