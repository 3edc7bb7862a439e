from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from app.document import raster_png
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke

SIZE = (40, 30)
RED = Stroke.from_polyline([[5, 5], [30, 25]], 9, "#ff0000", 0.75)
GREEN = Stroke.from_polyline([[5, 25], [30, 5]], 7, "#00ff00")
BLUE = Stroke.from_polyline([[17, 2], [20, 28]], 5, "#0000ff", 0.5)
LOW, HIGH = Layer(1, "low"), Layer(2, "high")


def covered(stroke: Stroke) -> np.ndarray:
    """(H, W, 4) the stroke alone: premultiplied colour and alpha, 0..1."""
    black = stroke.with_style(colour="#000000", opacity=1)
    image = drawing_to_image(Drawing((black.on_layer(0),), *SIZE))
    alpha = (255 - np.asarray(image, float)[..., :1]) / 255 * stroke.opacity
    colour = [int(stroke.colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return np.concatenate([alpha * colour, alpha], axis=2)


def over(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Porter and Duff's operator."""
    return top + bottom * (1 - top[..., 3:])


def expected(*sheets: tuple[float, list[Stroke]]) -> np.ndarray:
    """(H, W, 4) premultiplied."""
    result = np.zeros((SIZE[1], SIZE[0], 4))
    for opacity, strokes in sheets:
        sheet = np.zeros_like(result)
        for stroke in strokes:
            sheet = over(covered(stroke), sheet)
        result = over(sheet * opacity, result)
    return result


def drawn(drawing: Drawing, background: str | None = "#ffffff") -> np.ndarray:
    return np.asarray(drawing_to_image(drawing, background=background), float) / 255


def on_white(values: np.ndarray) -> np.ndarray:
    return values[..., :3] + 1 - values[..., 3:]


def layered(low: Layer = LOW, high: Layer = HIGH) -> Drawing:
    """Drawing order: red above, green below, blue above."""
    strokes = (RED.on_layer(2), GREEN.on_layer(1), BLUE.on_layer(2))
    return Drawing(strokes, *SIZE, (low, high), active=1)


def test_layers_lie_over_each_other_whatever_the_drawing_order() -> None:
    wanted = on_white(expected((1, [GREEN]), (1, [RED, BLUE])))
    assert np.abs(drawn(layered()) - wanted).max() < 0.01
    turned = replace(layered(), layers=(HIGH, LOW))
    wanted = on_white(expected((1, [RED, BLUE]), (1, [GREEN])))
    assert np.abs(drawn(turned) - wanted).max() < 0.01


@pytest.mark.parametrize("rows", [1000, 7])
def test_a_layer_fades_as_one(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster_png, "_BAND_ROWS", rows)
    image = drawn(layered(replace(LOW, opacity=0.6), replace(HIGH, opacity=0.3)))
    wanted = on_white(expected((0.6, [GREEN]), (0.3, [RED, BLUE])))
    assert np.abs(image - wanted).max() < 0.01


def test_hidden_layers_are_left_out() -> None:
    for hidden in (replace(HIGH, visible=False), replace(HIGH, opacity=0)):
        image = drawn(layered(high=hidden))
        assert np.array_equal(image, drawn(Drawing((GREEN,), *SIZE)))


@pytest.mark.parametrize("opacity", [1.0, 0.5])
def test_without_a_background(opacity: float) -> None:
    image = drawn(layered(high=replace(HIGH, opacity=opacity)), background=None)
    wanted = expected((1, [GREEN]), (opacity, [RED, BLUE]))
    assert image.shape == (30, 40, 4)
    assert np.abs(image[..., 3] - wanted[..., 3]).max() < 0.01
    assert np.abs(image[..., :3] * image[..., 3:] - wanted[..., :3]).max() < 0.02


def test_an_empty_page_without_a_background_is_clear() -> None:
    image = drawing_to_image(Drawing((), 5, 5), background=None)
    assert image.mode == "RGBA"
    assert image.getextrema() == ((0, 0),) * 4


def test_pixels_of_a_faded_line_keep_its_colour() -> None:
    image = drawing_to_image(Drawing((BLUE,), *SIZE), background=None)
    assert isinstance(image, Image.Image)
    values = np.asarray(image)
    assert (values[values[..., 3] > 40][:, 2] > 245).all()
