"""Prompts on a frozen tower: what they change, how many they are, the file they live in."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.encoders.base import SketchPhotoEncoder, embed_sketches
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.open_clip_model import build, find_architecture
from engine.encoders.prompted import (
    COMMON,
    PHOTO,
    SKETCH,
    PromptedEncoder,
    read_prompts,
    write_prompts,
)
from engine.encoders.prompted_tower import PROMPTS, PromptedTower, parameter_count
from engine.encoders.store.names import ModelName
from engine.errors import InputError
from tests.engine.encoders.tiny_clip import declare, random_model

VIT = "tiny-vit/here"


def clip_encoder(name: str = VIT, seed: int = 0) -> OpenClipEncoder:
    model = random_model(name, seed)
    architecture = find_architecture(ModelName.parse(name))
    return OpenClipEncoder(model, architecture, f"sha of seed {seed}", torch.device("cpu"))


@pytest.fixture(scope="module")
def base() -> OpenClipEncoder:
    return clip_encoder()


@pytest.fixture
def images() -> torch.Tensor:
    return torch.rand(3, 3, 64, 64, generator=torch.Generator().manual_seed(1))


def test_without_prompts_the_tower_is_what_it_was(base, images) -> None:
    tower = PromptedTower(base.tower)
    branch = tower.new_branch(0, seed=0)
    got = torch.nn.functional.normalize(tower(base.normalised(images), branch), dim=1)
    torch.testing.assert_close(got, base.embed(images))


def test_prompts_and_norms_change_the_embedding_and_nothing_else_gets_a_gradient(
    base, images
) -> None:
    tower = PromptedTower(base.tower)
    branch = {key: each.requires_grad_(True) for key, each in tower.new_branch(3, 0).items()}
    embedding = tower(base.normalised(images), branch)
    plain = tower(base.normalised(images), tower.new_branch(0, 0))
    assert not torch.allclose(embedding, plain, atol=1e-4)
    embedding.square().sum().backward()
    assert all(each.grad is not None and each.grad.abs().sum() > 0 for each in branch.values())
    assert all(parameter.grad is None for parameter in base.tower.parameters())


@pytest.mark.parametrize("norms", [True, False])
def test_the_number_of_parameters_is_the_formulas(norms: bool) -> None:
    """Of the paper's own encoder, without its weights."""
    declare()
    with torch.device("meta"):
        model = build(find_architecture(ModelName.parse("ViT-B-32/openai")))
        tower = PromptedTower(model.visual)
        branch = {PROMPTS: torch.empty(3, tower.width)}
        if norms:
            branch |= dict(tower.norm_parameters())
    count = sum(each.numel() for each in branch.values())
    assert count == parameter_count(768, 12, 3, branches=1, norms=norms)
    assert count == 3 * 768 + (26 * 2 * 768 if norms else 0)


def test_only_vision_transformers_take_prompts() -> None:
    with pytest.raises(InputError, match="vision transformers"):
        PromptedTower(clip_encoder("tiny-resnet/here").tower)


def branches_of(base: OpenClipEncoder, *names: str) -> dict[str, dict[str, torch.Tensor]]:
    tower = PromptedTower(base.tower)
    return {name: tower.new_branch(3, seed) for seed, name in enumerate(names)}


def test_a_file_gives_the_same_encoder_back(base, images, tmp_path: Path) -> None:
    branches = branches_of(base, SKETCH, PHOTO)
    path = tmp_path / "mine.safetensors"
    write_prompts(path, branches, base)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.safetensors"]
    before = PromptedEncoder(base, branches, "x", "0" * 64)
    after = read_prompts(path, base, "tiny-vit/here+mine.safetensors")
    assert isinstance(after, SketchPhotoEncoder)
    torch.testing.assert_close(after.embed(images), before.embed(images))
    torch.testing.assert_close(after.embed_sketches(images), before.embed_sketches(images))
    assert not torch.allclose(after.embed(images), after.embed_sketches(images), atol=1e-4)
    assert after.fingerprint.startswith(base.fingerprint + "+")
    torch.testing.assert_close(embed_sketches(after, images), after.embed_sketches(images))
    torch.testing.assert_close(embed_sketches(base, images), base.embed(images))
    torch.testing.assert_close(after.encode(images).embedding, after.embed(images))


def test_one_common_branch_serves_both(base, images, tmp_path: Path) -> None:
    path = tmp_path / "common.safetensors"
    write_prompts(path, branches_of(base, COMMON), base)
    encoder = read_prompts(path, base, "x")
    torch.testing.assert_close(encoder.embed(images), encoder.embed_sketches(images))


def test_other_files_are_refused(base, tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    write_prompts(path, branches_of(base, COMMON), base)
    with pytest.raises(InputError, match="was learned on"):
        read_prompts(path, clip_encoder(seed=1), "x")
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(InputError, match="not a file of prompts"):
        read_prompts(path, base, "x")
    with pytest.raises(InputError, match="cannot be read"):
        read_prompts(tmp_path / "missing", base, "x")
    write_prompts(path, {"sideways": branches_of(base, COMMON)[COMMON]}, base)
    with pytest.raises(InputError, match="not a file of prompts"):
        read_prompts(path, base, "x")
    wrong = {COMMON: {PROMPTS: torch.zeros(3, 5)}}
    write_prompts(path, wrong, base)
    with pytest.raises(InputError, match="do not fit"):
        read_prompts(path, base, "x")


def test_an_encoder_with_prompts_is_loaded_by_its_name(
    base, images, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.encoders import open_clip_loading
    from engine.encoders.loading import load_encoder

    path = tmp_path / "mine.safetensors"
    branches = branches_of(base, SKETCH, PHOTO)
    write_prompts(path, branches, base)
    monkeypatch.setattr(open_clip_loading, "load_open_clip", lambda name, device: base)
    encoder = load_encoder(f"{VIT}+{path}")
    expected = PromptedEncoder(base, branches, "x", "0" * 64)
    torch.testing.assert_close(encoder.embed(images), expected.embed(images))
