"""The soft mask around what is salient, and what is done with it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.abstraction.framing import Framing
from engine.abstraction.subject import (
    canvas_mask,
    fade_background,
    importance,
    inside,
    subject_mask,
)
from engine.errors import InputError


def bump(side: int = 64) -> torch.Tensor:
    """Saliency with a peak in the upper left quarter."""
    y, x = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    return torch.exp(-((x - 16.0) ** 2 + (y - 16.0) ** 2) / 200)


def test_mask_is_full_on_the_subject_and_fades_away_from_it() -> None:
    mask = subject_mask(bump())
    assert mask.shape == (1, 1, 64, 64)
    assert mask.amax() == 1
    assert mask[0, 0, 16, 16] > 0.9
    assert mask[0, 0, 60, 60] < 0.1
    diagonal = mask[0, 0].diagonal()[20:]
    assert (diagonal.diff() <= 1e-6).all()


def test_background_fades_to_white_and_the_subject_stays() -> None:
    photo = torch.full((1, 3, 64, 64), 0.25)
    mask = torch.zeros(1, 1, 64, 64)
    mask[..., :32] = 1
    faded = fade_background(photo, mask)
    assert (faded[..., :32] == 0.25).all()
    assert (faded[..., 32:] == 1).all()


def test_importance_is_one_on_the_subject_and_never_zero() -> None:
    weights = importance(torch.tensor([0.0, 0.5, 1.0]).view(1, 1, 1, 3)).flatten()
    assert weights[2] == 1
    assert 0 < weights[0] < weights[1] < 1


def test_frame_of_the_photo_is_not_inside() -> None:
    mask = inside((10, 0, 50, 64), 64)
    assert mask.sum() == (40 - 8) * (64 - 8)
    assert mask[32, 30] == 1
    assert mask[32, 11] == 0


def test_a_mask_may_be_smaller_than_the_photo() -> None:
    framing = Framing(1001, 667, 64)
    full = np.zeros((667, 1001), np.float32)
    full[:, :500] = 1
    small = full[::2, ::2]
    assert small.shape == (334, 501)
    fitted = canvas_mask(small, framing)
    assert (fitted - canvas_mask(full, framing)).abs().max() < 0.2
    left, top, right, bottom = framing.box
    assert fitted[0, 0, top:bottom, left : left + 30].min() > 0.99
    assert fitted[0, 0, top:bottom, left + 34 : right].max() < 0.01
    assert fitted[0, 0, :top].max() == 0
    with pytest.raises(InputError, match="330 x 501"):
        canvas_mask(np.ones((501, 330), np.float32), framing)
