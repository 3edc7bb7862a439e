from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.encoders.folded_lite import SameConv
from engine.training.encoder_depthwise import ScaledDepthwise
from engine.training.encoder_model import Student, start_from_principal_components


@pytest.mark.parametrize(
    ("kernel", "stride", "size"),
    [(3, 1, 6), (3, 2, 8), (3, 2, 10), (5, 1, 7), (5, 2, 8), (5, 2, 6)],
)
def test_a_scaled_depthwise_convolution_starts_as_the_plain_one_with_its_gradient(
    kernel: int, stride: int, size: int
) -> None:
    torch.manual_seed(0)
    plain = SameConv(4, 4, kernel, stride, groups=4)
    scaled = ScaledDepthwise(copy.deepcopy(plain))
    x = torch.rand(2, 4, size, size, requires_grad=True)
    expected, found = plain(x), scaled(x)
    torch.testing.assert_close(found, expected)
    upstream = torch.rand_like(expected)
    (expected_gradient,) = torch.autograd.grad(expected, x, upstream)
    found.backward(upstream)
    torch.testing.assert_close(x.grad, expected_gradient)
    torch.testing.assert_close(scaled.bias.grad, upstream.sum((0, 2, 3)))
    assert scaled.conv.weight.grad is None


def test_folding_a_scaled_convolution_keeps_what_it_computes() -> None:
    torch.manual_seed(0)
    scaled = ScaledDepthwise(SameConv(4, 4, 5, 2, groups=4))
    with torch.no_grad():
        scaled.scale.copy_(torch.rand(4) + 0.5)
        scaled.bias.copy_(torch.rand(4))
    x = torch.rand(1, 4, 9, 9)
    torch.testing.assert_close(scaled.folded()(x), scaled(x))


def test_a_student_gives_unit_embeddings_that_join_both_parts(student: Student) -> None:
    out = student(torch.rand(2, 3, 64, 64), photos=1)
    for values in (out.semantic, out.layout, out.embedding):
        torch.testing.assert_close(values.norm(dim=1), torch.ones(2))
    share = student.embedding.layout_share
    joined = (1 - share) * (out.semantic[0] @ out.semantic[1]) + share * (
        out.layout[0] @ out.layout[1]
    )
    torch.testing.assert_close(out.embedding[0] @ out.embedding[1], joined)
    assert out.imagenet.shape == (2, 1000)


def test_the_folded_trunk_is_the_trained_one_and_frozen_parts_get_no_gradient(
    student: Student,
) -> None:
    images = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        for name, value in student.named_parameters():
            if name.endswith("depthwise.scale"):
                value.mul_(1.2)
        features, _ = student.pooled(images, photos=0)
        _, maps = student.folded_trunk()(images)
    difference = functional.cosine_similarity(features, maps.mean((2, 3)))
    assert difference.item() > 0.999, "equal up to bfloat16"
    student(images, photos=0).features.sum().backward()
    trained = {n for n, p in student.trunk.named_parameters() if p.grad is not None}
    assert not any(n.startswith(("stem", "stages.0.", "stages.1.")) for n in trained)
    assert any(n.startswith("stages.2.") for n in trained)
    assert any(n.startswith("head.") for n in trained)


def test_the_start_keeps_distances_of_features(student: Student) -> None:
    """With hardly more photos than dimensions, principal components lose nothing but the mean."""
    random = np.random.default_rng(0)
    photos = random.integers(0, 256, (170, 32, 32, 3), np.uint8)
    start_from_principal_components(student, photos, 32)
    images = torch.from_numpy(photos[:6]).permute(0, 3, 1, 2) / 255
    with torch.no_grad():
        features, grid = student.pooled(images, photos=0)
        semantic = student.embedding.semantic(features)
        layout = student.embedding.layout(grid)
    torch.testing.assert_close(
        torch.cdist(semantic, semantic), torch.cdist(features, features), rtol=0.02, atol=1e-3
    )
    assert layout.std() > 0


def test_with_few_photos_the_axes_they_do_not_span_start_at_zero(student: Student) -> None:
    photos = np.random.default_rng(0).integers(0, 256, (5, 32, 32, 3), np.uint8)
    start_from_principal_components(student, photos, 32)
    weight = student.embedding.semantic.weight.detach()
    torch.testing.assert_close(weight[:4] @ weight[:4].T, torch.eye(4), rtol=1e-3, atol=1e-3)
    assert not weight[5:].any()
    assert not student.embedding.semantic.bias[5:].any()
