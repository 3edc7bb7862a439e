"""Pictures as the model sees them."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image, ImageDraw

from engine.errors import InputError
from engine.sketchembed.canvas import render
from engine.sketchembed.messages import Reading
from engine.sketchembed.reading import read_picture


def drawn(side: int, width: int, ink: str = "black", paper: str = "white") -> np.ndarray:
    """A ring over most of a square page."""
    image = Image.new("RGB", (side, side), paper)
    low, high = side // 5, side - side // 5
    ImageDraw.Draw(image).ellipse((low, low, high, high), outline=ink, width=width)
    return np.asarray(image)


def seen(picture: np.ndarray, reading: Reading = Reading.AUTO) -> torch.Tensor:
    return read_picture(picture, None, reading)[0][0]


def ring() -> torch.Tensor:
    turn = np.linspace(0, 2 * np.pi, 60)
    return render([[0.5 + 0.4 * np.stack([np.cos(turn), np.sin(turn)], 1)]])[0, 0]


@pytest.mark.parametrize(
    "picture",
    [
        drawn(200, 5),
        drawn(200, 5, "white", "black"),
        drawn(200, 5, "#3050c0", "#f0e0c0"),
        drawn(64, 2),
        drawn(1500, 6),
        drawn(4000, 9),
        drawn(800, 40),
    ],
    ids=["plain", "inverted", "coloured", "small", "large", "huge", "thick"],
)
def test_a_drawn_ring_is_the_same_ring_however_it_is_drawn(picture: np.ndarray) -> None:
    found = seen(picture)
    wanted = ring()
    assert found.shape == (28, 28)
    correlation = np.corrcoef(found.ravel(), wanted.ravel())[0, 1]
    assert correlation > 0.75
    assert 0.7 < float(found.max()) <= 1
    assert float(found[10:18, 10:18].max()) < 0.1


def test_a_filled_disc_becomes_its_outline() -> None:
    image = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(image).ellipse((80, 80, 220, 220), fill="black")
    found = seen(np.asarray(image))
    assert float(found[11:17, 11:17].max()) < 0.1
    assert np.corrcoef(found.ravel(), ring().ravel())[0, 1] > 0.5


def test_a_photo_is_seen_by_its_edges() -> None:
    photo = skimage.data.astronaut()
    found, frame = read_picture(photo, None, Reading.AUTO)
    assert torch.equal(found, read_picture(photo, None, Reading.EDGES)[0])
    assert 0.02 < float((found > 0.4).float().mean()) < 0.5
    x0, y0, x1, y1 = frame.box
    assert (x0 + x1) / 2 == pytest.approx(256, abs=8)
    assert x1 - x0 == pytest.approx(512 / 0.95, rel=0.03)
    assert y1 - y0 == x1 - x0


def test_a_region_is_seen_alone_and_in_its_place() -> None:
    picture = np.full((200, 400, 3), 255, np.uint8)
    picture[40:160, 40:160] = drawn(120, 4)
    picture[40:160, 240:360:8] = 0
    found, frame = read_picture(picture, (20.0, 20.0, 180.0, 180.0), Reading.AUTO)
    assert np.corrcoef(found.ravel(), ring().ravel())[0, 1] > 0.75
    x0, y0, x1, y1 = frame.box
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx((100, 100), abs=2)
    assert x1 - x0 == pytest.approx(73 / 0.8, rel=0.06)


def test_the_largest_region_is_the_picture() -> None:
    picture = drawn(100, 3)
    whole = read_picture(picture, None, Reading.LINES)
    beyond = read_picture(picture, (-50.0, -50.0, 500.0, 500.0), Reading.LINES)
    assert torch.equal(whole[0], beyond[0])
    assert whole[1] == beyond[1]


@pytest.mark.parametrize("reading", list(Reading))
@pytest.mark.parametrize("value", [0, 200, 255])
def test_an_even_picture_shows_nothing(reading: Reading, value: int) -> None:
    with pytest.raises(InputError, match="nothing to draw"):
        seen(np.full((50, 80, 3), value, np.uint8), reading)


def test_noise_is_seen_as_something_finite() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (300, 200, 3)).astype(np.uint8)
    found = seen(noise)
    assert bool(torch.isfinite(found).all())
    assert 0 <= float(found.min()) <= float(found.max()) <= 1
