from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels import matched as module
from app.panels.match_hover import as_shown
from app.panels.matched import match_up, thinned
from engine.correspondence.messages import CorrespondPayload
from engine.photo import Photo
from tests.panels.match_fakes import SHIFT, correspondence

PHOTO = Photo.from_rgb(np.zeros((100, 200, 3), np.uint8))
BOX = (0.0, 128.0, 1024.0, 640.0)
"""Where such a photo lies on a page of 1024 x 768."""


def match(*lines, frame=BOX, strokes=()):
    lines = tuple(np.asarray(line, float) for line in lines)
    found = correspondence(CorrespondPayload(PHOTO, lines, frame=frame), PHOTO)
    return match_up(found, strokes, lines, frame)


def test_each_point_is_on_the_page_on_the_photo_and_where_it_would_go():
    matched = match([(200, 384), (400, 384)], [(900, 640)])
    ink = matched.ink
    assert len(ink) == 2
    assert ink.page[ink.span(0)].tolist() == [[200, 384], [400, 384]]
    assert ink.photo[0] == pytest.approx((200 / 5.12 + 20, 50), abs=1e-3)
    assert ink.pulled[0] == pytest.approx((200 + SHIFT * 1024, 384), abs=0.01)
    assert ink.sure[ink.span(0)].all()
    assert not ink.sure[ink.span(1)].any()
    assert matched.share_sure == 0.5
    assert [ink.line_of(i) for i in range(4)] == [0, 0, 1, 1]


def test_the_arrays_can_be_shared():
    with pytest.raises(ValueError, match="read-only"):
        match([(200, 384), (400, 384)]).ink.photo[0] = 0


def test_beside_the_photo_only_the_shape_is_pulled():
    matched = match([(200, 384), (400, 384), (300, 500)], frame=None)
    # The same everywhere moved is the same shape.
    assert matched.ink.pulled == pytest.approx(matched.ink.page, abs=0.5)


def test_strokes_know_their_lines():
    strokes = tuple(Stroke.from_polyline([(x, 10), (x, 20)]) for x in (1, 2))
    matched = match(*(stroke.xy for stroke in strokes), strokes=strokes)
    assert matched.line_of[id(strokes[1])] == 1


@pytest.mark.parametrize("frame", [BOX, None])
def test_the_photo_lies_on_the_page(frame):
    matched = match([(200, 300), (400, 500)], frame=frame)
    corners = np.array([[0.0, 0.0], [200.0, 100.0]])
    if frame is not None:
        assert matched.photo_to_page(corners) == pytest.approx(np.reshape(BOX, (2, 2)))
        assert matched.box_on_page(0.0) == pytest.approx((0, -128, 1024, 896))
        assert matched.box_on_page(1.0) == pytest.approx((0, -128, 1024, 896))
    else:
        # Beside: the photo's square on that of the ink.
        assert matched.photo_to_page(corners) == pytest.approx(np.array([[200, 350], [400, 450]]))
        assert matched.box_on_page(0.5) == pytest.approx((200, 300, 400, 500))


def test_while_the_photo_is_warped_lines_go_from_it_to_the_drawing():
    matched = match([(200, 384), (400, 384)])
    ink = matched.ink
    assert as_shown(matched, ink.photo, ink.page, 0.0) is ink.photo
    # Laid out like the drawing, a place is where it is drawn.
    expected = [[200 / 5.12, 50], [400 / 5.12, 50]]
    assert as_shown(matched, ink.photo, ink.page, 1.0) == pytest.approx(np.array(expected))
    half = as_shown(matched, ink.photo, ink.page, 0.5)
    assert half == pytest.approx((ink.photo + np.array(expected)) / 2)


def test_the_grid_has_level_and_upright_lines():
    grid = match([(200, 384), (400, 384)]).grid
    assert len(grid) == 2 * module.GRID_LINES
    top, left = grid.page[grid.span(0)], grid.page[grid.span(module.GRID_LINES)]
    assert np.ptp(top[:, 1]) == 0
    assert np.ptp(left[:, 0]) == 0
    assert (grid.photo - grid.page / 5.12)[:, 0] == pytest.approx(SHIFT * 200, abs=1e-3)


def test_of_much_ink_some_points_are_left_out_but_no_ends():
    lines = [np.column_stack([np.arange(500.0), np.full(500, y)]) for y in range(40)]
    few = thinned(lines)
    assert sum(map(len, few)) <= module.MAX_POINTS + len(lines)
    for line, kept in zip(lines, few, strict=True):
        assert kept[0].tolist() == line[0].tolist()
        assert kept[-1].tolist() == line[-1].tolist()
    (one,) = thinned([lines[0]])
    assert len(one) <= module.MAX_LINE_POINTS + 1


def test_a_dot_can_be_painted():
    (dot,) = thinned([np.array([[5.0, 6.0]])])
    assert len(dot) == 2
    assert np.linalg.norm(dot[1] - dot[0]) < 0.1


def test_without_ink_there_is_still_a_match():
    matched = match([(200, 384)])
    assert matched.share_sure == 1.0
    assert match_up(matched.found, (), (), BOX).share_sure == 0.0
