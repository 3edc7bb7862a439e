"""Random views: one homography for perspective and crop, the same on sketch and photo."""

from __future__ import annotations

import torch

from engine.abstraction.views import apply_views, homographies, random_views


def smooth_image(side: int = 48) -> torch.Tensor:
    y, x = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    return (0.5 + 0.5 * torch.sin(x / 5) * torch.cos(y / 7))[None, None].float()


def test_identity_changes_nothing() -> None:
    image = smooth_image()
    assert torch.allclose(apply_views(image, torch.eye(3)[None]), image, atol=1e-5)


def test_homography_maps_its_four_points() -> None:
    source = torch.tensor([[[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]])
    target = torch.tensor([[[-0.7, -0.9], [0.8, -0.6], [0.9, 0.95], [-0.75, 0.8]]])
    homogeneous = torch.cat([source, torch.ones(1, 4, 1)], -1) @ homographies(
        source, target
    ).transpose(1, 2)
    assert torch.allclose(homogeneous[..., :2] / homogeneous[..., 2:], target, atol=1e-5)


def test_views_look_at_the_image_within_the_distortion() -> None:
    views = random_views(200, torch.Generator().manual_seed(0))
    centre = views @ torch.tensor([0.0, 0.0, 1.0])
    centre = centre[:, :2] / centre[:, 2:]
    assert centre.abs().max() < 0.8
    assert centre.std(0).min() > 0.05
    assert views.flatten(1).std(0)[:8].min() > 0.01  # they differ in every parameter


def test_what_lies_outside_is_white() -> None:
    shifted = torch.eye(3)[None].clone()
    shifted[:, 0, 2] = 1.0  # looks half a picture to the right
    seen = apply_views(torch.zeros(1, 1, 32, 32), shifted)
    assert (seen[..., :15] == 0).all()
    assert (seen[..., 17:] == 1).all()


def test_sketch_and_photo_are_seen_alike() -> None:
    sketch = smooth_image()
    photo = sketch.expand(-1, 3, -1, -1)
    views = random_views(4, torch.Generator().manual_seed(5))
    seen = apply_views(sketch.expand(4, -1, -1, -1), views)
    assert torch.allclose(
        apply_views(photo.expand(4, -1, -1, -1), views), seen.expand(-1, 3, -1, -1), atol=1e-6
    )
    assert not torch.allclose(seen[0], seen[1], atol=0.1)


def test_same_seed_same_views() -> None:
    first, again, other = (
        random_views(3, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2)
    )
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_gradient_flows_through_a_view() -> None:
    image = smooth_image(12).double().requires_grad_(True)
    view = random_views(1, torch.Generator().manual_seed(2))
    assert torch.autograd.gradcheck(lambda x: apply_views(x, view), (image,))
