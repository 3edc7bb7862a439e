"""Points along a flow, warped pictures, pulled strokes: against maps known in closed form."""

from __future__ import annotations

import numpy as np
import pytest

from engine.correspondence.flow import GRID, Flow, Square, cell_centres
from engine.correspondence.messages import Correspondence, Matcher
from engine.correspondence.warping import (
    drawing_to_photo,
    flow_grid,
    mean_confidence,
    photo_to_drawing,
    pull_points,
)

TURN = np.array([[0.6, -0.3], [0.3, 0.6]])
"""A similarity: scale 0.67, a turn of 27 degrees."""


def flow_of(matrix: np.ndarray, shift: np.ndarray, confidence: float = 1.0) -> Flow:
    targets = cell_centres(GRID) @ matrix.T + shift
    return Flow(targets.astype(np.float32), np.full((GRID, GRID), confidence, np.float32))


def known(
    matrix: np.ndarray = TURN, shift: np.ndarray | None = None, confidence: float = 1.0
) -> Correspondence:
    """A drawing in a square of 100 px at (10, 20) of the page, a photo of 200 x 100 px."""
    shift = np.array([0.35, 0.05]) if shift is None else shift
    inverse = np.linalg.inv(matrix)
    return Correspondence(
        flow_of(matrix, shift, confidence),
        flow_of(inverse, -inverse @ shift, confidence),
        Square(10, 20, 100, 100),
        Square(0, -50, 200, 200),
        (200, 100),
        Matcher.NEIGHBOURS,
        "none",
        0.0,
    )


def test_an_affine_flow_is_followed_exactly_between_the_cells(rng):
    points = rng.uniform(0.02, 0.98, (50, 2))
    found = flow_of(TURN, np.array([0.35, 0.05]))(points)
    np.testing.assert_allclose(found.points, points @ TURN.T + (0.35, 0.05), atol=1e-6)
    assert (found.confidence == 1).all()


def test_a_square_maps_px_both_ways(rng):
    square = Square.around((10.0, 20.0, 110.0, 60.0))
    assert square == Square(10, -10, 100, 100)
    points = rng.uniform(-50, 200, (20, 2))
    np.testing.assert_allclose(square.to_px(square.to_unit(points)), points, atol=1e-9)


def test_points_go_to_the_photo_and_back_in_px():
    found = known()
    on_photo = found.to_photo([[60.0, 70.0]])
    # The middle of the drawing: TURN @ (0.5, 0.5) + shift = (0.5, 0.5), the photo's middle.
    np.testing.assert_allclose(on_photo.points, [[100.0, 50.0]], atol=1e-4)
    np.testing.assert_allclose(found.to_sketch(on_photo.points).points, [[60, 70]], atol=1e-3)
    assert on_photo.confidence.tolist() == [1.0]


@pytest.mark.parametrize("outside", [(5.0, 70.0), (60.0, 125.0)])
def test_points_beside_the_drawings_square_have_no_confidence(outside):
    assert known().to_photo([outside]).confidence.tolist() == [0.0]


def test_places_beside_the_photo_have_no_confidence():
    found = known(np.eye(2), np.zeros(2))
    # The photo is flat: above it the square is empty.
    assert found.to_photo([[60.0, 25.0]]).confidence.tolist() == [0.0]
    assert found.to_sketch([[100.0, -10.0], [100.0, 50.0]]).confidence.tolist() == [0.0, 1.0]


def test_a_photo_is_warped_as_far_as_is_asked():
    shift = np.array([0.25, 0.0])
    found = known(np.eye(2), shift)
    photo = np.zeros((100, 200, 3), np.uint8)
    photo[:, 140:160] = (255, 0, 0)
    picture = photo_to_drawing(found, photo, 128)

    def red_column(t: float) -> float:
        pixels = picture.at(t).astype(float)
        seen = pixels[64]
        weight = seen[:, 0] * seen[:, 3]
        return float((weight * (np.arange(128) + 0.5)).sum() / weight.sum() / 128)

    # The bar's middle is at 0.75 of the photo; the drawing has it a quarter further left.
    assert red_column(0.0) == pytest.approx(0.75, abs=0.005)
    assert red_column(0.5) == pytest.approx(0.625, abs=0.005)
    assert red_column(1.0) == pytest.approx(0.5, abs=0.005)


def test_a_warped_photo_is_transparent_beyond_its_edge():
    picture = photo_to_drawing(
        known(np.eye(2), np.zeros(2)), np.full((100, 200, 3), 9, np.uint8), 64
    )
    opacity = picture.at(0.0)[..., 3]
    assert (opacity[:14] == 0).all()
    assert (opacity[18:46] == 255).all()


def test_a_drawing_is_warped_to_the_photo():
    found = known(np.eye(2), np.array([0.25, 0.0]))
    image = np.full((140, 140, 3), 255, np.uint8)
    image[:, 58:62] = 0  # the middle of the square
    pixels = drawing_to_photo(found, image, 128).at(1.0)
    dark = (255 - pixels[64, :, 0].astype(float)) * (pixels[64, :, 3] > 0)
    place = (dark * (np.arange(128) + 0.5)).sum() / dark.sum() / 128
    assert place == pytest.approx(0.75, abs=0.005)


def test_pulling_towards_a_photo_on_the_page():
    found = known()
    start = np.array([[60.0, 70.0], [40.0, 50.0]])
    # The photo of 200 x 100 px lies at half size from (300, 400).
    place = (300.0, 400.0, 400.0, 450.0)
    target = found.to_photo(start).points / 2 + (300, 400)
    np.testing.assert_allclose(pull_points(found, start, 1.0, place), target)
    np.testing.assert_allclose(pull_points(found, start, 0.25, place), 0.75 * start + 0.25 * target)
    np.testing.assert_array_equal(pull_points(found, start, 0.0, place), start)


def test_pulling_in_place_leaves_a_drawing_that_differs_by_size_and_turn(rng):
    points = rng.uniform(30, 90, (30, 2))
    np.testing.assert_allclose(pull_points(known(), points, 1.0), points, atol=1e-3)


def test_pulling_in_place_follows_the_photos_proportions():
    # The photo shows the same thing wider: what is narrow in the drawing becomes wide.
    wide = np.diag([0.8, 0.4])
    pulled = pull_points(
        known(wide, np.array([0.1, 0.3])),
        [[40.0, 70.0], [80.0, 70.0], [60.0, 50.0], [60.0, 90.0]],
        1.0,
    )
    across, down = pulled[1, 0] - pulled[0, 0], pulled[3, 1] - pulled[2, 1]
    assert across / down == pytest.approx(2.0, abs=0.01)


def test_the_grid_shows_the_flow_with_its_confidence():
    found = known(confidence=0.5)
    on_sketch, on_photo = flow_grid(found, lines=3, points=5)
    assert len(on_sketch) == len(on_photo) == 6
    np.testing.assert_allclose(on_sketch[0][:, 1], 20)
    np.testing.assert_allclose(on_sketch[5][:, 0], 110)
    np.testing.assert_allclose(on_photo[1].points, found.to_photo(on_sketch[1]).points)
    assert on_photo[1].confidence[2] == pytest.approx(0.5)


def test_confidence_of_the_ink():
    found = known(confidence=0.5)
    assert mean_confidence(found, []) == 0
    assert mean_confidence(found, [np.array([[60.0, 70.0], [55.0, 65.0]])]) == pytest.approx(0.5)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)
