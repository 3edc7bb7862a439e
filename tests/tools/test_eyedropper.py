from __future__ import annotations

import pytest

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.base import PickColour, PickSeen
from app.tools.eyedropper import Eyedropper
from tests.tools.tool_editor import ToolEditor


@pytest.fixture
def editor() -> ToolEditor:
    lines = [
        Stroke.from_polyline([(0, 50), (100, 50)], 4, "#ff0000", 0.5),
        Stroke.from_polyline([(50, 0), (50, 100)], 4, "#00ff00"),
    ]
    return ToolEditor(Eyedropper(), Drawing().adding(*lines))


def test_the_colour_is_that_of_the_topmost_stroke_as_it_was_drawn(editor):
    editor.down(20, 50).move((50, 50)).up(50, 20)
    picked = [effect.colour for effect in editor.effects if isinstance(effect, PickColour)]
    assert picked == ["#ff0000", "#00ff00", "#00ff00"]
    assert not editor.document.history.can_undo


def test_beside_ink_it_is_the_colour_that_is_seen(editor):
    editor.down(300, 400)
    assert editor.effects == [PickSeen(300, 400)]


def test_nothing_is_picked_without_a_press_or_after_a_cancel(editor):
    editor.move((50, 50))
    editor.down(50, 50)
    before = len(editor.effects)
    editor.cancel().move((20, 50)).up(20, 50)
    assert len(editor.effects) == before
