from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from skimage import data
from torch import nn

from engine.context import Context
from engine.encoders.loading import encoder_names
from engine.photo import Photo
from engine.registry import start_job
from engine.salient.loading import NAME, load_network
from engine.salient.mask import network_input, salient_mask
from engine.salient.messages import SalientObject, SalientPayload
from engine.salient.u2net import U2NetP


@pytest.fixture(scope="module")
def net() -> U2NetP:
    return load_network()


def disc(height: int, width: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A photo of a red disc on grass-coloured noise, and where the disc is."""
    y, x = np.mgrid[:height, :width]
    inside = (x - width * 0.6) ** 2 + (y - height * 0.45) ** 2 < (0.25 * min(height, width)) ** 2
    rgb = np.random.default_rng(0).integers(90, 110, (height, width, 3)).astype(np.uint8)
    rgb[..., 1] += 40
    rgb[inside] = (210, 30, 40)
    return rgb, inside


@pytest.mark.parametrize("size", [(240, 320), (500, 200)])
def test_a_disc_on_grass_stands_out(net: U2NetP, size: tuple[int, int]) -> None:
    rgb, inside = disc(*size)
    mask = salient_mask(rgb, net)
    assert mask is not None
    assert mask.shape == size
    assert mask.min() >= 0
    assert mask.max() <= 1
    found = mask > 0.5
    assert (found & inside).sum() / (found | inside).sum() > 0.85


def test_on_a_flat_picture_nothing_stands_out(net: U2NetP) -> None:
    for tone in (0, 128, 255):
        assert salient_mask(np.full((60, 90, 3), tone, np.uint8), net) is None


def test_the_rocket_and_not_the_sky(net: U2NetP) -> None:
    mask = salient_mask(np.asarray(data.rocket()), net)  # type: ignore[no-untyped-call]
    assert mask is not None
    assert mask[:, :180].mean() < 0.01
    assert mask[150:320, 300:345].mean() > 0.3


def test_the_published_number_of_weights(net: U2NetP) -> None:
    """4.7 MB of float32 in the paper, a few less with batch norm folded; 112 + 7 convolutions."""
    convs = [module for module in net.modules() if isinstance(module, nn.Conv2d)]
    assert len(convs) == 119
    assert sum(weight.numel() for weight in net.parameters()) * 4 == pytest.approx(4.7e6, rel=0.05)


def test_input_is_normalised_as_in_training() -> None:
    grey = network_input(np.full((10, 30, 3), 255, np.uint8), 32)
    assert grey.shape == (1, 3, 32, 32)
    expected = torch.tensor([(1 - 0.485) / 0.229, (1 - 0.456) / 0.224, (1 - 0.406) / 0.225])
    torch.testing.assert_close(grey[0, :, 5, 5], expected)


def test_the_job_answers_once_per_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    rgb, inside = disc(120, 160)
    context = Context()

    def ask(photo: Photo) -> SalientObject:
        job = start_job("engine.salient.job:salient", SalientPayload(photo), context)
        try:
            while True:
                next(job)
        except StopIteration as end:
            answer: SalientObject = end.value
            return answer

    first = ask(Photo.from_rgb(rgb))
    assert first.share == pytest.approx(inside.mean(), rel=0.2)
    seen: list[int] = []
    monkeypatch.setattr(U2NetP, "forward", lambda _self, images: seen.append(len(images)))
    assert ask(Photo.from_rgb(rgb)).mask is first.mask
    assert not seen


def test_the_network_is_no_encoder() -> None:
    assert NAME not in encoder_names()
