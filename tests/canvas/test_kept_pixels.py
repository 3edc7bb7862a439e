"""What an undo puts back is what painting anew would give."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.canvas.ink_cache import InkCache
from app.canvas.kept_pixels import KeptPixels
from app.canvas.tile_layer import TileLayer
from app.document.change import Change, ChangeKind
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.tools.select import Region, SelectTool
from app.tools.symmetry import Symmetry


@pytest.fixture
def painted(monkeypatch) -> list[QRect]:
    """The parts that were painted stroke by stroke."""
    parts: list[QRect] = []
    plain = TileLayer.work

    def work(self, tile, ink_in, time_is_up):
        if tile.patch is not None:
            parts.append(tile.patch.rect)
        return plain(self, tile, ink_in, time_is_up)

    monkeypatch.setattr(TileLayer, "work", work)
    return parts


def as_painted_anew(canvas, document) -> QImage:
    """All tiles thrown away and painted again."""
    canvas._ink.clear()
    canvas.finish_painting()
    return canvas.grab().toImage()


def test_an_undone_stroke_goes_without_painting_others(hand, canvas, document, painted):
    hand.drag((50, 50), (300, 200))
    before = hand.picture()
    hand.drag((50, 200), (300, 50))
    after = hand.picture()
    painted.clear()
    document.undo()
    assert hand.picture() == before
    document.redo()
    assert hand.picture() == after
    assert painted == []
    assert as_painted_anew(canvas, document) == after


def test_so_do_edits_of_many_strokes(hand, canvas, document, painted):
    for y in range(40, 360, 20):
        hand.drag((50, y), (550, y + 30))
    before = hand.picture()
    document.apply(document.drawing.without([3, 7, 8]), "erase")
    after = hand.picture()
    painted.clear()
    document.undo()
    assert hand.picture() == before
    document.redo()
    assert hand.picture() == after
    assert painted == []


def test_mirrored_strokes_overlap(hand, canvas, document, painted):
    canvas.symmetry = Symmetry(left_right=True, top_bottom=True)
    before = hand.picture()
    hand.drag((250, 150), (320, 230))
    painted.clear()
    document.undo()
    assert hand.picture() == before
    assert painted == []


def test_at_another_scale_it_is_painted(hand, canvas, document, painted):
    hand.drag((50, 50), (300, 200))
    hand.picture()
    canvas.zoom_to(0.8)
    hand.picture()
    painted.clear()
    document.undo()
    blank = hand.picture()
    assert painted != []
    assert blank == as_painted_anew(canvas, document)


def test_a_faded_stroke_is_not_kept(hand, canvas, document):
    """The eraser shows what it takes as a ghost; the undo must bring the whole ink back."""
    hand.drag((50, 50), (300, 200))
    before = hand.picture()
    canvas.show_ghosts(frozenset({0}))
    hand.picture()
    document.apply(document.drawing.without([0]), "erase")
    hand.picture()
    document.undo()
    assert hand.picture() == before


def test_what_was_never_finished_is_not_kept(hand, canvas, document):
    hand.drag((50, 50), (300, 200))
    document.apply(document.drawing.without([0]), "erase")
    document.undo()
    document.redo()
    document.undo()
    assert hand.picture() == as_painted_anew(canvas, document)


def test_any_walk_through_the_history(hand, canvas, document):
    """Random edits, undos, redos, scrolls and zooms; now and then compared with painting anew."""
    choose = random.Random(5)
    canvas.tool = SelectTool(Region.RECTANGLE)

    def stroke() -> Stroke:
        x, y = choose.uniform(0, 560), choose.uniform(0, 360)
        return Stroke.from_polyline(
            [(x, y), (x + choose.uniform(-90, 90), y + choose.uniform(-90, 90))],
            width_px=choose.uniform(1, 12),
            colour=choose.choice(["#c02020", "#2020c0", "#20a020"]),
        ).with_style(opacity=choose.choice([1.0, 0.5]))

    def draw() -> None:
        document.apply(document.drawing.adding(stroke()), "draw")

    def erase() -> None:
        ids = range(len(document.drawing.strokes))
        document.apply(document.drawing.without(choose.sample(ids, min(2, len(ids)))), "erase")

    def restyle() -> None:
        ids = range(len(document.drawing.strokes))
        chosen = choose.sample(ids, min(3, len(ids)))
        document.apply(document.drawing.replacing({i: stroke() for i in chosen}), "restyle")

    def fade() -> None:
        layers = (Layer(0, opacity=choose.choice([1.0, 0.4])), Layer(1))
        document.apply(replace(document.drawing, layers=layers), "fade")

    def work_a_little() -> None:
        canvas._show_fresh(canvas._work(0.0))

    acts = (draw, draw, erase, restyle, fade, work_a_little, canvas.finish_painting)
    acts += (document.undo, document.undo, document.undo, document.redo, document.redo)
    acts += (lambda: canvas.scroll_by(choose.uniform(-60, 60), choose.uniform(-60, 60)),)
    acts += (lambda: canvas.zoom_to(choose.choice([0.7, 1.0, 1.5])),)
    for i in range(300):
        choose.choice(acts)()
        if i % 20 == 19:
            shown = hand.picture()
            assert shown == as_painted_anew(canvas, document), i


def test_other_painters_keep_nothing(document):
    """What they paint may be another without a change of the drawing."""

    class Painter:
        def paint(self, painter, stroke, opacity=1.0):
            pass

    cache = InkCache(stroke_painter=Painter())
    cache.apply(Change(Drawing(), document.drawing, ChangeKind.LOAD))
    assert cache._kept is None


def image() -> QImage:
    return QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)


def test_the_oldest_make_way():
    kept = KeptPixels(limit_bytes=1000)
    drawings = [Drawing((Stroke.from_polyline([(0, 0), (1, i)]),)) for i in range(4)]
    rect = QRect(0, 0, 10, 10)
    for drawing in drawings[:2]:
        kept.keep(drawing, 1.0, rect, image())
    assert kept.find(drawings[0], 1.0, rect) is not None
    kept.keep(drawings[2], 1.0, rect, image())
    assert len(kept) == 2
    assert kept.find(drawings[1], 1.0, rect) is None
    assert kept.find(drawings[0], 1.0, rect) is not None
    kept.keep(drawings[0], 1.0, rect, image())
    assert len(kept) == 2


def test_only_the_same_part_of_the_same_state_is_found():
    kept = KeptPixels()
    drawing = Drawing((Stroke.from_polyline([(0, 0), (1, 1)]),))
    rect = QRect(0, 0, 10, 10)
    kept.keep(drawing, 1.0, rect, image())
    assert kept.find(replace(drawing, active=0), 1.0, rect) is not None
    assert kept.find(replace(drawing, layers=(Layer(0, opacity=0.5),)), 1.0, rect) is None
    assert kept.find(drawing, 2.0, rect) is None
    assert kept.find(drawing, 1.0, QRect(0, 0, 10, 9)) is None
    assert kept.find(replace(drawing, strokes=()), 1.0, rect) is None
