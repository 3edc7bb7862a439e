"""Make the sample drawings in `resources/samples`: `make samples`.

They are drawn here, by formulas with a hand's unsteadiness and a pen's pressure, so that nobody
else has rights in them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.document.drawing import Drawing  # noqa: E402
from app.document.stroke import Stroke  # noqa: E402
from app.document.svg_write import write_svg  # noqa: E402

FOLDER = ROOT / "resources" / "samples"
SEED = 7
SPEED_PX_PER_S = 420.0


class Hand:
    """Draws lines as a hand does: slightly off, stronger in the middle of a stroke."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = np.random.default_rng(seed)
        self.strokes: list[Stroke] = []

    def draw(self, places: object, width_px: float = 4.0, colour: str = "#22262c") -> None:
        """A stroke along smoothly joined (N, 2) places."""
        xy = _smooth(np.asarray(places, float))
        steps = np.hypot(*np.diff(xy, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        share = along / along[-1]
        wobble = np.cumsum(self._random.normal(0, 0.18, xy.shape), axis=0)
        wobble -= share[:, None] * wobble[-1]  # the ends stay where they are meant to be
        pressure = 0.25 + 0.55 * np.sin(np.pi * np.clip(share, 0.02, 0.98)) ** 0.5
        points = np.column_stack([xy + wobble, pressure, along / SPEED_PX_PER_S])
        self.strokes.append(Stroke(points, width_px, colour))


def _smooth(places: np.ndarray, spacing_px: float = 5.0) -> np.ndarray:
    """A Catmull-Rom curve through the places, a point every few px."""
    ends = np.concatenate([2 * places[:1] - places[1:2], places, 2 * places[-1:] - places[-2:-1]])
    pieces = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        count = max(2, int(np.hypot(*(end - start)) / spacing_px))
        t = np.linspace(0, 1, count, endpoint=False)[:, None]
        pieces.append(
            0.5
            * (
                2 * start
                + (end - before) * t
                + (2 * before - 5 * start + 4 * end - after) * t**2
                + (3 * start - before - 3 * end + after) * t**3
            )
        )
    return np.concatenate([*pieces, places[-1:]])


def arc(
    centre: tuple[float, float], radii: tuple[float, float], start: float, end: float
) -> object:
    """Places on an ellipse, angles in degrees, clockwise from the right."""
    angles = np.radians(np.linspace(start, end, 14))
    return np.column_stack(
        [centre[0] + radii[0] * np.cos(angles), centre[1] + radii[1] * np.sin(angles)]
    )


def sailing_boat() -> Drawing:
    """A boat on the water, the sun, two gulls, and clouds."""
    hand = Hand()
    blue, red, ochre = "#2a5d9f", "#b8402f", "#d08a1e"
    # Hull, deck, a stripe.
    hand.draw([(318, 500), (350, 560), (430, 590), (560, 590), (650, 560), (700, 498)], 6)
    hand.draw([(306, 500), (440, 508), (580, 506), (712, 496)], 5)
    hand.draw([(338, 528), (450, 540), (580, 538), (682, 524)], 3, red)
    # Mast and boom, the two sails, a pennant.
    hand.draw([(508, 506), (510, 360), (507, 170)], 5)
    hand.draw([(508, 478), (580, 470), (650, 464)], 4)
    hand.draw([(512, 186), (580, 300), (632, 396), (652, 460)], 4)
    hand.draw([(500, 200), (440, 310), (390, 400), (356, 468), (430, 476), (498, 480)], 4)
    hand.draw([(508, 170), (540, 164), (556, 174), (534, 182), (510, 186)], 3, red)
    # Waves.
    for y, start, end in ((612, 190, 840), (646, 120, 900), (684, 230, 800)):
        x = np.linspace(start, end, 40)
        hand.draw(np.column_stack([x, y + 7 * np.sin(x / 24 + y)]), 4, blue)
    # The sun with its rays.
    hand.draw(arc((846, 150), (52, 52), -80, 290), 5, ochre)
    for angle in range(100, 271, 34):
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        hand.draw([(846 + 70 * c, 150 + 70 * s), (846 + 104 * c, 150 + 104 * s)], 4, ochre)
    # Gulls and a cloud.
    for x, y, size in ((232, 190, 34), (300, 250, 24)):
        hand.draw([(x - size, y - 4), (x - size / 2, y - size / 2), (x, y + 4)], 3)
        hand.draw([(x, y + 4), (x + size / 2, y - size / 2), (x + size, y - 2)], 3)
    hand.draw(
        [
            (600, 130),
            (606, 104),
            (634, 98),
            (652, 80),
            (684, 86),
            (700, 104),
            (724, 112),
            (720, 132),
        ],
        3,
    )
    hand.draw([(594, 132), (660, 138), (726, 134)], 3)
    return Drawing(tuple(hand.strokes))


def main() -> int:
    """Write all samples."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_svg(FOLDER / "sailing_boat.svg", sailing_boat())
    return 0


if __name__ == "__main__":
    sys.exit(main())
