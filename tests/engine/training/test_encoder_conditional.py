from __future__ import annotations

import copy
from pathlib import Path

import pytest
import torch

from engine.encoders.folded_lite import FoldedLite
from engine.training import encoder_model
from engine.training.encoder_batches import BatchShape, Sampler
from engine.training.encoder_corpus import Corpus
from engine.training.encoder_depthwise import ScaledDepthwise, scales
from engine.training.encoder_loop import Recipe, train
from engine.training.encoder_model import Student
from engine.training.encoder_objective import Objective, Weights
from engine.training.encoder_soup import average_weights

CPU = torch.device("cpu")
PHOTOS = 3


@pytest.fixture
def images() -> torch.Tensor:
    return torch.rand(7, 3, 64, 64, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def conditional(trunk: FoldedLite) -> Student:
    return _student(trunk, conditional=True)


def _student(trunk: FoldedLite, conditional: bool) -> Student:
    torch.manual_seed(1)
    classifier = torch.randn(1000, 1280) * 0.01, torch.zeros(1000)
    student = Student(copy.deepcopy(trunk), classifier, 3, conditional=conditional)
    return student.to(memory_format=torch.channels_last)


def _of_drawings(student: Student) -> list[torch.nn.Parameter]:
    assert student.trunk_of_drawings is not None
    return list(scales(student.trunk_of_drawings))


@torch.no_grad()
def _disturb(student: Student) -> None:
    """Photos and drawings are no longer scaled alike."""
    torch.manual_seed(2)
    for parameter in student.conditioned():
        parameter.add_(0.1 * torch.randn_like(parameter))


def test_both_modalities_start_as_the_unconditional_network(
    trunk: FoldedLite, conditional: Student, images: torch.Tensor
) -> None:
    plain = _student(trunk, conditional=False)
    with torch.no_grad():
        expected = plain(images, PHOTOS)
        found = conditional(images, PHOTOS)
        swapped = conditional(images, 0)
    for part in ("features", "semantic", "layout", "embedding", "imagenet"):
        for some in (found, swapped):
            torch.testing.assert_close(
                getattr(some, part), getattr(expected, part), rtol=1e-3, atol=1e-4
            )


def test_every_depthwise_convolution_that_learns_has_two_scales(conditional: Student) -> None:
    layers = [layer for layer in conditional.trunk.modules() if isinstance(layer, ScaledDepthwise)]
    assert len(layers) == 13
    assert len(conditional.conditioned()) == 13 * 2 * 2
    assert len({id(p) for p in conditional.conditioned()}) == 52
    kernels = [layer.conv for layer in layers]
    learnt = [conv for conv in kernels if conv.weight.requires_grad]
    assert len(learnt) == 3
    assert all(conv.kernel_size[0] == 3 and conv.stride[0] == 1 for conv in learnt)


def test_all_but_the_scales_is_shared(conditional: Student) -> None:
    assert conditional.trunk_of_drawings is not None
    photos = dict(conditional.trunk.named_parameters())
    drawings = dict(conditional.trunk_of_drawings.named_parameters())
    assert photos.keys() == drawings.keys()
    apart = {name for name in photos if photos[name] is not drawings[name]}
    assert len(apart) == 26
    assert all(name.endswith(("depthwise.scale", "depthwise.bias")) for name in apart)
    twin = copy.deepcopy(conditional)
    assert twin.trunk_of_drawings is not None
    assert twin.trunk.head.weight is twin.trunk_of_drawings.head.weight, "also in a copy"


@pytest.mark.parametrize("photos", [PHOTOS, 0, 7])
def test_a_loss_on_one_modality_leaves_the_others_scales_alone(
    conditional: Student, images: torch.Tensor, photos: int
) -> None:
    out = conditional(images, photos)
    loss = out.features[:photos].sum() if photos else out.features.sum()
    loss.backward()
    of_photos = [p.grad for p in scales(conditional.trunk)]
    of_drawings = [p.grad for p in _of_drawings(conditional)]

    def moved(gradients: list[torch.Tensor | None]) -> list[bool]:
        return [g is not None and bool(g.any()) for g in gradients]

    assert moved(of_photos) == [photos > 0] * 26
    assert moved(of_drawings) == [photos == 0] * 26
    assert conditional.trunk.head.weight.grad is not None


def test_drawings_take_their_own_scales(conditional: Student, images: torch.Tensor) -> None:
    with torch.no_grad():
        before = conditional(images, PHOTOS).features
        for parameter in _of_drawings(conditional):
            parameter.mul_(1.3)
        after = conditional(images, PHOTOS).features
    torch.testing.assert_close(after[:PHOTOS], before[:PHOTOS])
    assert (after[PHOTOS:] - before[PHOTOS:]).abs().amax(1).min() > 1e-3


def test_chunks_give_what_the_whole_batch_gives(
    conditional: Student, images: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _disturb(conditional)
    found = {}
    for chunk in (100, 2):
        monkeypatch.setattr(encoder_model, "_CPU_CHUNK", chunk)
        monkeypatch.setattr(encoder_model, "_CPU_FROZEN_CHUNK", chunk)
        with torch.no_grad():
            found[chunk] = conditional.pooled(images, PHOTOS)
    for whole, parts in zip(found[100], found[2], strict=True):
        torch.testing.assert_close(parts, whole, rtol=1e-3, atol=1e-4)
    with torch.no_grad():
        alone = [conditional.pooled(image[None], int(i < PHOTOS)) for i, image in enumerate(images)]
    features = torch.cat([one for one, _ in alone])
    torch.testing.assert_close(features, found[100][0], rtol=1e-3, atol=1e-4)


def test_training_moves_the_modalities_apart_and_what_is_shared_stays_shared(
    conditional: Student, corpus: Corpus, images: torch.Tensor, tmp_path: Path
) -> None:
    start = copy.deepcopy(conditional.state_dict())
    averaged, _ = train(
        conditional,
        Objective(corpus, Weights(), CPU),
        Sampler(corpus, BatchShape(2, 2, 3, 2, 2), 0),
        Recipe(steps=2, size=32, warm_up=1),
        CPU,
        tmp_path / "state.pt",
        lambda student: {},
        lambda line: None,
    )
    pairs = zip(scales(averaged.trunk), _of_drawings(averaged), strict=True)
    assert all(not torch.equal(photos, drawings) for photos, drawings in pairs)
    mean = average_weights([averaged.state_dict()], start, [1.0], back=0.5)
    conditional.load_state_dict(mean)
    assert conditional.trunk_of_drawings is not None
    block = "stages.6.0.project.weight"
    moved = start[f"trunk.{block}"].lerp(averaged.state_dict()[f"trunk.{block}"], 0.5)
    torch.testing.assert_close(conditional.trunk.get_parameter(block), moved)
    torch.testing.assert_close(mean[f"trunk_of_drawings.{block}"], moved)
