"""Tints as the canvas shows them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication

from app.canvas import tint_overlay as module
from app.canvas.tint_colours import HELPS, HURTS, NEUTRAL
from app.canvas.tint_overlay import TintOverlay, Tints, runs
from app.document.stroke import Stroke
from app.tools.stroke_eraser import StrokeEraser

RIM = 4
"""From the middle of a row to its tint."""


@pytest.fixture
def tints(canvas) -> TintOverlay:
    overlay = TintOverlay()
    canvas.set_tints(overlay)
    return overlay


def row(y: float, x0: float = 100, x1: float = 300, points: int = 2) -> Stroke:
    xs = np.linspace(x0, x1, points)
    return Stroke.from_polyline(np.stack([xs, np.full(points, y)], 1), width_px=12)


def tinted(rows: list[tuple]) -> Tints:
    """Of (stroke, level) or (stroke, level, levels along it)."""
    along = [row[2] if len(row) > 2 else None for row in rows]
    return Tints([row[0] for row in rows], np.array([row[1] for row in rows], float), along)


@pytest.fixture
def three(document) -> tuple[Stroke, ...]:
    """Rows at y = 100, 200 and 300."""
    strokes = (row(100), row(200), row(300))
    document.apply(document.drawing.adding(*strokes), "x")
    return strokes


def like(colour: QColor, wanted: str, tolerance: int = 12) -> bool:
    other = QColor(wanted)
    return all(
        abs(a - b) <= tolerance
        for a, b in zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)
    )


def test_strokes_have_the_colours_of_their_levels(hand, tints, three):
    tints.show_tints(tinted([(three[0], 1.0), (three[1], 0.0), (three[2], -1.0)]))
    for y, wanted in ((100, HELPS), (200, NEUTRAL), (300, HURTS)):
        assert like(hand.colour((200, y + RIM)), wanted)
    assert hand.is_blank((200, 150))


def test_the_middle_keeps_the_colour_of_the_pen(hand, tints, document):
    red = replace(row(100), colour="#c02020")
    hairline = replace(row(200), colour="#c02020", width_px=2)
    document.apply(document.drawing.adding(red, hairline), "x")
    for levels in (None, np.array([1.0, 1.0])):
        tints.show_tints(tinted([(red, 1.0, levels), (hairline, 1.0)]))
        assert like(hand.colour((200, 100)), "#c02020")
        for rim in (100 - RIM, 100 + RIM):
            assert like(hand.colour((200, rim)), HELPS)
        # Too thin for a rim and a middle: it is tinted as a whole.
        assert hand.colour((200, 200)).blue() > hand.colour((200, 200)).red()


def test_where_the_pen_was_light_there_is_no_middle(hand, tints, document):
    """A pen's stroke begins and ends too thin for two rims and is wider between."""
    points = np.column_stack(
        [row(100, points=5).xy, [0.02, 0.5, 1.0, 0.5, 0.02], np.linspace(0, 1, 5)]
    )
    stroke = Stroke(points, 12, "#c02020")
    document.apply(document.drawing.adding(stroke), "x")
    tints.show_tints(tinted([(stroke, 1.0)]))
    assert like(hand.colour((200, 100)), "#c02020")
    assert hand.colour((102, 100)).blue() > hand.colour((102, 100)).red()


def test_without_a_tint_ink_is_ink(hand, tints, three):
    tints.show_tints(tinted([(three[0], 1.0)]))
    assert hand.is_inked((200, 200))
    assert like(hand.colour((200, 200)), "#000000")


def test_the_surround_of_the_page_may_be_dark(hand, tints, three, canvas, qapp):
    palette = canvas.palette()
    palette.setColor(palette.ColorRole.Window, QColor("#2b2d30"))
    canvas.setPalette(palette)
    tints.show_tints(tinted([(three[0], 1.0)]))
    assert like(hand.colour((200, 100 + RIM)), HELPS)
    assert hand.colour((-20, 100)).lightness() < 80


def test_along_a_stroke_each_part_has_its_colour(hand, tints, document):
    stroke = row(100, points=11)
    document.apply(document.drawing.adding(stroke), "x")
    levels = np.array([1.0] * 5 + [0.0] + [-1.0] * 5)
    tints.show_tints(tinted([(stroke, 0.0, levels)]))
    assert like(hand.colour((130, 100 + RIM)), HELPS)
    assert like(hand.colour((270, 100 + RIM)), HURTS)


def test_a_stroke_of_one_shade_along_it_has_that_shade_and_no_other(hand, tints, document):
    even, uneven = row(100, points=5), row(200, points=5)
    document.apply(document.drawing.adding(even, uneven), "x")
    levels = np.array([-1.0] * 4 + [1.0])
    tints.show_tints(tinted([(even, -1.0, np.ones(5)), (uneven, 1.0, levels)]))
    for x in (102, 200, 298):
        assert like(hand.colour((x, 100 + RIM)), HELPS)
    assert like(hand.colour((102, 200 + RIM)), HURTS)
    assert like(hand.colour((302, 200 + RIM)), HELPS)


def test_runs_cover_the_stroke_and_meet():
    steps = np.array([3, 3, 3, 0, -2, -2], np.int8)
    assert runs(steps) == [(0, 3), (3, 4), (4, 5)]
    assert runs(np.array([1, 1], np.int8)) == [(0, 1)]
    assert runs(np.array([1, 2], np.int8)) == [(0, 1), (1, 1)]


def test_strength_and_dimming_mix_with_the_ink(hand, tints, three):
    tints.show_tints(tinted([(three[0], 1.0)]))
    full = hand.colour((200, 100 + RIM)).blue()
    tints.set_strength(0.5)
    half = hand.colour((200, 100 + RIM)).blue()
    tints.set_stale(True)
    stale = hand.colour((200, 100 + RIM)).blue()
    assert half == pytest.approx(full / 2, abs=3)
    assert stale == pytest.approx(half * module.STALE_FACTOR, abs=3)
    tints.set_strength(1.0)
    tints.set_stale(False)
    assert hand.colour((200, 100 + RIM)).blue() == full


def test_dimming_paints_no_stroke_again(hand, tints, three, monkeypatch):
    tints.show_tints(tinted([(three[0], 1.0)]))
    hand.picture()
    monkeypatch.setattr(module.TintPainter, "paint", pytest.fail)
    tints.set_stale(True)
    tints.set_strength(0.3)
    hand.picture()


def test_hidden_they_are_not_seen_and_come_back(hand, tints, three):
    tints.show_tints(tinted([(three[0], 1.0)]))
    tints.set_shown(False)
    assert like(hand.colour((200, 100 + RIM)), "#000000")
    tints.set_shown(True)
    assert like(hand.colour((200, 100 + RIM)), HELPS)
    tints.show_tints(tinted([]))
    assert like(hand.colour((200, 100 + RIM)), "#000000")
    assert not tints.is_shown


def test_only_strokes_that_look_different_are_repainted(hand, tints, three, canvas):
    tints.show_tints(tinted([(three[0], 1.0), (three[1], 0.5)]))
    hand.picture()
    boxes = []
    tints.changed.connect(boxes.append)
    # A change too small to see is none.
    tints.show_tints(tinted([(three[0], 0.999), (three[1], -0.5)]))
    assert boxes == [three[1].bounds()]


def test_many_changes_are_one_box(tints, document):
    strokes = [row(5 + 3 * i) for i in range(module.MAX_BOXES + 1)]
    document.apply(document.drawing.adding(*strokes), "x")
    boxes = []
    tints.changed.connect(boxes.append)
    tints.show_tints(tinted([(stroke, 1.0) for stroke in strokes]))
    assert len(boxes) == 1
    assert boxes[0] == pytest.approx(document.drawing.bounds())


def test_a_stroke_over_a_tinted_one_is_over_its_tint(hand, tints, document):
    below, above = row(100), Stroke.from_polyline([(200, 50), (200, 150)], width_px=12)
    document.apply(document.drawing.adding(below, above), "x")
    tints.show_tints(tinted([(below, 1.0), (above, -1.0)]))
    assert like(hand.colour((200 + RIM, 100)), HURTS)
    # Its middle shows its own ink, not the tint of the one below.
    assert like(hand.colour((200, 100)), "#000000")


def test_tints_go_and_come_with_undo_and_redo(hand, tints, three, document):
    tints.show_tints(tinted([(each, 1.0) for each in three]))
    hand.picture()
    document.undo()
    assert hand.is_blank((200, 100))
    document.redo()
    assert like(hand.colour((200, 100 + RIM)), HELPS)


def test_what_is_being_erased_has_a_faded_tint(hand, tints, three, canvas):
    tints.show_tints(tinted([(each, 1.0) for each in three]))
    canvas.tool = StrokeEraser()
    hand.press((200, 100))
    assert hand.colour((250, 100 + RIM)).lightness() > 170
    assert like(hand.colour((250, 200 + RIM)), HELPS)
    hand.canvas.cancel_gesture()
    assert like(hand.colour((250, 100 + RIM)), HELPS)


def test_zoomed_the_tints_lie_on_the_ink(hand, tints, three, canvas):
    tints.show_tints(tinted([(each, 1.0) for each in three]))
    canvas.zoom_to(2.5)
    assert like(hand.colour((200, 204)), HELPS)
    assert hand.is_blank((200, 208))


def test_of_thousands_only_what_is_exposed_is_painted(
    hand, tints, document, canvas, monkeypatch, qapp
):
    strokes = [
        Stroke.from_polyline([(i % 100 * 6, i // 100 * 8), (i % 100 * 6 + 4, i // 100 * 8 + 3)])
        for i in range(5000)
    ]
    document.apply(document.drawing.adding(*strokes), "x")
    canvas.zoom_to(8.0)
    painted = []
    paint = module.TintPainter.paint

    def counted(self, painter, stroke, opacity=1.0):
        painted.append(stroke)
        paint(self, painter, stroke, opacity)

    monkeypatch.setattr(module.TintPainter, "paint", counted)
    tints.show_tints(tinted([(stroke, 1.0) for stroke in strokes]))
    assert painted == []
    hand.picture()
    assert 0 < len(set(map(id, painted))) < 1000


# --- Tips --------------------------------------------------------------------------------------


@pytest.fixture
def tips(monkeypatch) -> list[str]:
    """What is shown as a tip; the offscreen platform warns of windows that come to the front."""
    shown: list[str] = []

    class Tips:
        @staticmethod
        def showText(at, text, widget, near) -> None:
            assert near.contains(widget.mapFromGlobal(at))
            shown.append(text)

    monkeypatch.setattr("app.canvas.view.QToolTip", Tips)
    return shown


def rest(canvas, hand, place: tuple[float, float]) -> None:
    """Let the pointer rest at a place."""
    at = hand.at(place)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, event)


def test_the_pointer_resting_on_a_stroke_asks_for_its_tip(canvas, hand, three, tips):
    asked = []

    def tip(stroke_id: int, place: tuple[float, float]) -> str:
        asked.append((stroke_id, place))
        return "helps, +0.41" if stroke_id == 1 else ""

    canvas.stroke_tip = tip
    for y in (203, 250, 300):
        rest(canvas, hand, (200, y))
    assert tips == ["helps, +0.41", "", ""]
    assert [stroke_id for stroke_id, _ in asked] == [1, 2]
    assert asked[0][1] == pytest.approx((200, 203), abs=1)


def test_the_live_stroke_can_be_watched(canvas, hand):
    seen = []
    canvas.live_changed.connect(lambda: seen.append(len(canvas.live_xy)))
    assert canvas.live_xy is None
    hand.press((100, 100))
    hand.move((150, 100), (200, 120))
    assert seen[-1] == 3
    assert canvas.live_xy[-1] == pytest.approx((200, 120), abs=1)
    hand.release((200, 120))
    assert canvas.live_xy is None
