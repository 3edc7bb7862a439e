from __future__ import annotations

import itertools

import pytest
from skimage.color import deltaE_ciede2000

from app.canvas.flow_colours import DOUBT, FIRST, LAST, MATCH, PULL, grid_colours
from tests.canvas.test_tint_colours import DEUTERANOPIA, NORMAL, PROTANOPIA, seen

EYES = [NORMAL, PROTANOPIA, DEUTERANOPIA]


@pytest.mark.parametrize("eye", EYES)
def test_each_line_of_the_grid_is_told_from_its_neighbours(eye):
    colours = [colour.name() for colour in grid_colours(9)]
    for one, other in itertools.pairwise(colours):
        # 2.3 is just noticeable.
        assert deltaE_ciede2000(seen(one, eye), seen(other, eye)) > 4
    assert deltaE_ciede2000(seen(colours[0], eye), seen(colours[-1], eye)) > 40


@pytest.mark.parametrize("eye", EYES)
def test_lines_get_lighter_from_the_first_to_the_last(eye):
    lightness = [seen(colour.name(), eye)[0] for colour in grid_colours(9)]
    assert lightness == sorted(lightness)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    ("one", "other"),
    [(MATCH, DOUBT), (PULL, "#000000"), (PULL, "#ffffff"), (MATCH, "#ffffff"), (PULL, MATCH)],
)
def test_whoever_looks_can_tell_kinds_of_lines_apart(one, other, eye):
    assert deltaE_ciede2000(seen(one, eye), seen(other, eye)) > 12


def test_ends_are_as_named():
    colours = grid_colours(2)
    assert [colour.name() for colour in colours] == [FIRST, LAST]
