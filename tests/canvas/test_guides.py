"""Grid, mirror axes and guides on the canvas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.document.guides import MAX_GUIDES, Guide
from app.document.stroke import Stroke
from app.settings import GRID_SHOWN, GRID_SPACING_PX, GUIDES_SHOWN, MIRROR_LEFT_RIGHT
from app.tools.select import Region, SelectTool
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


class TestGuideLines:
    @pytest.fixture
    def guided(self, canvas, document):
        """With a level guide at 200 and an upright one at 300, to be taken by Select."""
        lines = (Guide(True, 200.0), Guide(False, 300.0))
        document.apply(replace(document.drawing, guides=lines), "guides")
        canvas.tool = SelectTool(Region.RECTANGLE)
        return document

    def test_they_are_seen_over_the_ink_and_go(self, hand, canvas, guided):
        ink = Stroke.from_polyline([(50, 200), (100, 200)], width_px=20)
        guided.apply(guided.drawing.adding(ink), "draw")
        assert hand.colour((75, 200)).blue() > 100
        assert hand.is_inked((75, 206))
        assert not hand.is_blank((500, 200))
        assert not hand.is_blank((300, 50))
        guided.undo()
        guided.undo()
        assert hand.is_blank((500, 200))
        assert hand.is_blank((300, 50))

    def test_a_drag_shows_where_it_goes_and_leaves_nothing_behind(self, hand, canvas, guided):
        hand.press((100, 200))
        hand.move((100, 150), (100, 100))
        assert hand.is_blank((500, 200))
        assert hand.is_blank((500, 150))
        assert not hand.is_blank((500, 100))
        assert not hand.is_blank((20, 112))  # says where
        hand.release((100, 100))
        assert guided.drawing.guides[0] == Guide(True, 100.0)
        assert hand.is_blank((20, 112))
        painted_bit_by_bit = hand.picture()
        canvas.update()
        assert hand.picture() == painted_bit_by_bit

    def test_only_what_changed_is_painted_while_it_is_dragged(self, hand, canvas, guided, qtbot):
        regions = []
        plain = canvas.paintEvent
        hand.press((300, 100))
        hand.move((320, 100))
        qtbot.wait(20)
        canvas.paintEvent = lambda event: (regions.append(event.region()), plain(event))
        hand.move((324, 100))
        qtbot.wait(20)
        del canvas.paintEvent
        boxes = [region.boundingRect() for region in regions]
        assert all(box.width() < 200 for box in boxes)

    def test_keys_for_the_chosen_one(self, hand, canvas, guided, qtbot):
        asked = []
        canvas.guide_asked.connect(asked.append)
        hand.drag((300, 100), (300, 100))
        assert canvas.guide_lines.chosen == 1
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
        assert asked == [1]
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
        assert guided.drawing.guides == (Guide(True, 200.0),)
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
        assert guided.drawing.guides == (Guide(True, 200.0),)
        hand.drag((100, 200), (100, 200))
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        assert canvas.guide_lines.chosen is None

    def test_a_press_elsewhere_leaves_it(self, hand, canvas, guided):
        hand.drag((300, 100), (300, 100))
        hand.drag((400, 300), (400, 300))
        assert canvas.guide_lines.chosen is None

    def test_hidden_ones_are_neither_seen_nor_kept_to(self, hand, canvas, guided, pen):
        canvas.guide_lines.shown = False
        assert hand.is_blank((500, 200))
        canvas.tool = pen
        hand.drag((100, 203), (200, 203))
        assert guided.drawing.strokes[0].xy[:, 1].tolist() == [203, 203]
        canvas.guide_lines.shown = True
        hand.drag((100, 203), (200, 203))
        assert guided.drawing.strokes[1].xy[:, 1].tolist() == [200, 200]


class TestGuideCommands:
    def test_add_and_place(self, window, program, user):
        actions, document = window.actions_by_id, program.session.document
        program.settings.set(GUIDES_SHOWN, False)
        actions["view.guide_level"].trigger()
        actions["view.guide_level"].trigger()
        actions["view.guide_upright"].trigger()
        first, second, upright = document.drawing.guides
        assert (first.is_level, second.is_level, upright.is_level) == (True, True, False)
        assert second.at_px == first.at_px + 16
        assert upright.at_px == pytest.approx(512, abs=2)
        # Ready to be dragged.
        assert program.settings.get(GUIDES_SHOWN)
        assert actions["view.guides"].isChecked()
        assert isinstance(window.canvas.tool, SelectTool)
        assert window.canvas.guide_lines.chosen == 2
        user.guide_px = 33.25
        window.canvas.guide_asked.emit(2)
        assert user.asked[-1] == f"guide upright {upright.at_px:g}"
        assert document.drawing.guides[2] == Guide(False, 33.25)
        user.guide_px = None
        window.canvas.guide_asked.emit(2)
        assert document.drawing.guides[2] == Guide(False, 33.25)
        actions["view.guides_clear"].trigger()
        assert document.drawing.guides == ()
        actions["edit.undo"].trigger()
        assert len(document.drawing.guides) == 3

    def test_too_many_are_refused_in_a_sentence(self, window, program):
        document = program.session.document
        document.apply(replace(document.drawing, guides=(Guide(True, 1.0),) * MAX_GUIDES), "many")
        window.actions_by_id["view.guide_level"].trigger()
        assert "200 guides" in window.message_bar.text

    def test_commands_and_settings_agree(self, window, settings):
        actions, canvas = window.actions_by_id, window.canvas
        actions["view.guides"].trigger()
        actions["view.snap_guides"].trigger()
        assert not settings.get(GUIDES_SHOWN)
        assert not canvas.guide_lines.shown
        assert not canvas.keeps_to_guides
        settings.reset(GUIDES_SHOWN)
        assert actions["view.guides"].isChecked()
        assert canvas.guide_lines.shown
