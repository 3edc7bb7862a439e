"""The soft mask around what is salient, and what is done with it."""

from __future__ import annotations

import torch

from engine.abstraction.subject import fade_background, importance, inside, subject_mask


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
