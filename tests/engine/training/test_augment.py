from __future__ import annotations

import pytest
import torch

from engine.training.augment import (
    WarpStrength,
    drop_pieces,
    jitter_colours,
    on_paper,
    shuffle_patches,
    thicken,
    warp,
)

STILL = WarpStrength(zoom=(1, 1), turn_degrees=0, shift=0, stretch=0)


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def test_a_warp_without_strength_changes_nothing(generator: torch.Generator) -> None:
    images = torch.rand(2, 3, 16, 16)
    torch.testing.assert_close(warp(images, 16, STILL, generator), images, atol=1e-5, rtol=0)


def test_mirroring_is_exactly_the_flipped_image(generator: torch.Generator) -> None:
    images = torch.rand(2, 1, 16, 16)
    moved = warp(images, 16, STILL, generator, torch.tensor([True, False]))
    torch.testing.assert_close(moved[0], images[0].flip(-1), atol=1e-5, rtol=0)
    torch.testing.assert_close(moved[1], images[1], atol=1e-5, rtol=0)


def test_zoom_enlarges_and_what_comes_from_outside_is_paper(generator: torch.Generator) -> None:
    ink = torch.zeros(1, 1, 32, 32)
    ink[..., 12:20, 12:20] = 1
    doubled = warp(ink, 32, WarpStrength((2, 2), 0, 0, 0), generator)
    assert doubled.sum() == pytest.approx(4 * 64, rel=0.05)
    shrunk = warp(torch.ones(1, 1, 32, 32), 32, WarpStrength((0.5, 0.5), 0, 0, 0), generator)
    assert shrunk[0, 0, 0, 0] == 0
    assert shrunk.sum() == pytest.approx(32 * 32 / 4, rel=0.1)


def test_the_same_seed_gives_the_same_warp_and_wobble_moves_lines() -> None:
    ink = torch.zeros(1, 1, 32, 32)
    ink[..., 16] = 1
    strength = WarpStrength(wobble=0.03)
    first, again = (warp(ink, 32, strength, torch.Generator().manual_seed(5)) for _ in range(2))
    torch.testing.assert_close(first, again, atol=0, rtol=0)
    assert (first - ink).abs().max() > 0.3


def test_thickening_only_adds_ink_next_to_lines(generator: torch.Generator) -> None:
    ink = torch.zeros(8, 1, 9, 9)
    ink[:, :, 4] = 1
    thick = thicken(ink, generator)
    assert (thick >= ink).all()
    assert thick[:, :, [0, 1, 2, 6, 7, 8]].sum() == 0
    amounts = thick[:, 0, 3, 4]
    assert amounts.min() >= 0
    assert amounts.max() <= 1
    assert len(amounts.unique()) == 8


def test_dropped_pieces_go_as_wholes_and_long_ones_stay_more_often(
    generator: torch.Generator,
) -> None:
    labels = torch.zeros(400, 12, 24, dtype=torch.uint8)
    for piece in range(10):
        labels[:, 1:4, 2 * piece] = piece + 1
    ink = drop_pieces(labels, generator)
    assert ink.shape == (400, 1, 12, 24)
    kept = ink[:, 0, 2, 0:20:2]
    assert set(kept.unique().tolist()) == {0.0, 1.0}
    torch.testing.assert_close(ink[:, 0, 1, 0:20:2], ink[:, 0, 3, 0:20:2])
    share = kept.mean(0)
    assert share.mean() == pytest.approx(0.775, abs=0.1)
    assert share[:3].mean() > share[-3:].mean() + 0.1
    assert ink[:, :, 7:].sum() == 0


def test_colour_jitter_keeps_the_range_and_makes_some_grey(generator: torch.Generator) -> None:
    photos = torch.rand(200, 3, 4, 4)
    changed = jitter_colours(photos, generator)
    assert changed.min() >= 0
    assert changed.max() <= 1
    grey = (changed.amax(1) - changed.amin(1)).amax((1, 2)) < 1e-5
    assert 0.04 < grey.float().mean() < 0.25


def test_ink_on_paper_is_black_on_white() -> None:
    drawing = on_paper(torch.tensor([0.0, 1.0, 1.5]).view(1, 1, 1, 3))
    assert drawing.shape == (1, 3, 1, 3)
    assert drawing[0, 0, 0].tolist() == [1.0, 0.0, 0.0]


def test_shuffled_patches_are_the_patches_in_the_given_order() -> None:
    image = torch.arange(16.0).view(1, 1, 4, 4)
    order = torch.tensor([[3, 0, 2, 1]])
    shuffled = shuffle_patches(image, order)
    patches = [image[0, 0, r : r + 2, c : c + 2] for r in (0, 2) for c in (0, 2)]
    torch.testing.assert_close(shuffled[0, 0, :2, :2], patches[3])
    torch.testing.assert_close(shuffled[0, 0, :2, 2:], patches[0])
    torch.testing.assert_close(shuffled[0, 0, 2:, 2:], patches[1])
    torch.testing.assert_close(shuffle_patches(shuffled, torch.argsort(order)), image)
