from __future__ import annotations

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from app.canvas.tint_colours import HELPS, HURTS, NEUTRAL, SHADES, STEPS, steps_of

# Viénot, Brettel and Mollon (1999), on linear RGB: what people without the L or the M cones see.
PROTANOPIA = np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])
NORMAL = np.eye(3)


def srgb(colour: str) -> np.ndarray:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def seen(colour: str, eye: np.ndarray) -> np.ndarray:
    """CIELAB of an sRGB colour for an eye."""
    rgb = srgb(colour)
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(eye @ linear, 0, 1)
    back = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return rgb2lab(back)


@pytest.mark.parametrize("eye", [NORMAL, PROTANOPIA, DEUTERANOPIA])
@pytest.mark.parametrize(
    ("one", "other"), [(HELPS, HURTS), (HELPS, NEUTRAL), (HURTS, NEUTRAL), (NEUTRAL, "#ffffff")]
)
def test_whoever_looks_can_tell_them_apart(one, other, eye):
    # 2.3 is just noticeable; 20 is told apart in thin lines at a glance.
    assert deltaE_ciede2000(seen(one, eye), seen(other, eye)) > 20


def test_red_and_green_would_fail_that_check():
    red, green = seen("#c83c00", DEUTERANOPIA), seen("#6e7800", DEUTERANOPIA)
    assert deltaE_ciede2000(red, green) < 20


def test_they_differ_in_grey():
    lightness = {colour: seen(colour, NORMAL)[0] for colour in (HELPS, HURTS)}
    assert lightness[HURTS] - lightness[HELPS] > 20


def test_shades_run_from_one_end_to_the_other():
    assert SHADES[STEPS].name() == HELPS
    assert SHADES[0].name() == NEUTRAL
    assert SHADES[-STEPS].name() == HURTS
    blueness = [SHADES[i].blue() - SHADES[i].red() for i in range(-STEPS, STEPS + 1)]
    assert blueness == sorted(blueness)


def test_levels_become_steps():
    steps = steps_of([-2, -1, -0.25, 0, 1e-9, 0.25, 1, np.nan])
    assert steps.tolist() == [-STEPS, -STEPS, -STEPS // 2, 0, 0, STEPS // 2, STEPS, 0]
