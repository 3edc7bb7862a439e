"""Grid and mirror axes on the canvas."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from app.settings import GRID_SHOWN, GRID_SPACING_PX, MIRROR_LEFT_RIGHT
from app.tools.symmetry import Symmetry
from tests.canvas.hand import Hand


def test_copies_are_seen_while_drawing(hand, canvas, document):
    canvas.symmetry = Symmetry(left_right=True, top_bottom=True)
    hand.press((100, 80))
    hand.move((200, 80))
    for place in ((150, 80), (450, 80), (150, 320), (450, 320)):
        assert hand.is_inked(place)
    live = hand.picture()
    hand.release((200, 80))
    assert len(document.drawing.strokes) == 4
    # Mirrored numbers are rounded otherwise.
    assert difference(hand.picture(), live) <= 3


def difference(one: QImage, other: QImage) -> int:
    """The largest of a channel."""
    a, b = (np.array(each.constBits(), dtype=np.int16) for each in (one, other))
    return int(np.abs(a - b).max())


def test_dropped_copies_leave_nothing(hand, canvas):
    canvas.symmetry = Symmetry(left_right=True)
    blank = hand.picture()
    hand.press((100, 80))
    hand.move((200, 80))
    canvas.cancel_gesture()
    assert hand.picture() == blank


def test_the_axis_is_seen_and_not_part_of_the_drawing(hand, canvas, document):
    canvas.symmetry = Symmetry(left_right=True)
    picture = hand.picture()
    x = round(canvas.viewport.to_view(300, 0)[0])
    column = [picture.pixelColor(x, y).name() for y in range(150, 400)]
    assert len(set(column)) > 1
    assert document.drawing.strokes == ()


def test_the_grid_lies_at_its_spacing(hand, canvas):
    canvas.guides.show_grid(50.0)
    assert not hand.is_blank((100, 120))
    assert not hand.is_blank((120, 100))
    assert hand.is_blank((120, 120))
    canvas.guides.show_grid(None)
    assert hand.is_blank((100, 120))


def test_commands_and_settings_agree(window, program, settings):
    actions, canvas = window.actions_by_id, window.canvas
    canvas.zoom_to(1.0)
    hand = Hand(canvas)
    settings.set(GRID_SPACING_PX, 50.0)
    actions["view.grid"].trigger()
    assert settings.get(GRID_SHOWN)
    assert not hand.is_blank((500, 420))
    settings.reset(GRID_SHOWN)
    assert not actions["view.grid"].isChecked()
    assert hand.is_blank((500, 420))
    actions["tool.mirror_left_right"].trigger()
    assert settings.get(MIRROR_LEFT_RIGHT)
    hand.drag((300, 300), (400, 300))
    assert len(program.session.document.drawing.strokes) == 2
