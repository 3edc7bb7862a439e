"""The bundled encoder: its file, its interface, where it looks."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
import torch

from engine.encoders import bundled
from engine.encoders.base import Encoder
from engine.encoders.lite import LiteEncoder
from engine.encoders.loading import encoder_names, load_encoder
from engine.errors import InputError

NAME = "efficientnet_lite0"


@pytest.fixture(scope="module")
def encoder() -> LiteEncoder:
    encoder = load_encoder(NAME)
    assert isinstance(encoder, LiteEncoder)
    return encoder


def noise(count: int = 1, seed: int = 0) -> torch.Tensor:
    return torch.rand(count, 3, 224, 224, generator=torch.Generator().manual_seed(seed))


def test_file_is_the_one_the_registry_names_and_small() -> None:
    model = bundled.bundled_models()[NAME]
    content = (bundled.models_folder() / model.file).read_bytes()
    assert hashlib.sha256(content).hexdigest() == model.sha256
    assert len(content) < 8_000_000
    assert (bundled.models_folder() / f"{NAME}.md").is_file()


def test_interface(encoder: LiteEncoder) -> None:
    protocol: Encoder = encoder
    features = protocol.encode(noise(2))
    assert tuple(features.maps) == protocol.geometric_stages
    shapes = {"block2": (40, 28), "block3": (80, 14), "block4": (112, 14), "block5": (192, 7)}
    for stage, maps in features.maps.items():
        channels, side = shapes[stage]
        assert maps.shape == (2, channels, side, side)
    assert torch.allclose(features.embedding.norm(dim=1), torch.ones(2), atol=1e-5)
    assert torch.equal(protocol.embed(noise(2)), features.embedding)
    assert protocol.fingerprint == f"{NAME}:{bundled.bundled_models()[NAME].sha256[:16]}"


def test_batches_change_nothing(encoder: LiteEncoder) -> None:
    together = encoder.embed(noise(3))
    alone = torch.cat([encoder.embed(image[None]) for image in noise(3)])
    assert torch.allclose(together, alone, atol=1e-4)


def test_maps_stop_at_the_deepest_wanted_stage(
    encoder: LiteEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder._trunk.stages[3], "forward", _unexpected)
    maps = encoder.feature_maps(noise(), ("stem", "block2"))
    assert {stage: m.shape[1] for stage, m in maps.items()} == {"stem": 32, "block2": 40}


def _unexpected(_: torch.Tensor) -> torch.Tensor:
    raise AssertionError("went too deep")


def test_unknown_stage(encoder: LiteEncoder) -> None:
    with pytest.raises(ValueError, match="block9"):
        encoder.feature_maps(noise(), ("block2", "block9"))


def test_gradient_reaches_the_input_and_only_the_input(encoder: LiteEncoder) -> None:
    image = noise().requires_grad_(True)
    features = encoder.encode(image)
    (features.embedding.sum() + sum(m.mean() for m in features.maps.values())).backward()
    assert image.grad is not None
    assert image.grad.abs().sum() > 0
    assert not any(p.requires_grad for p in encoder._trunk.parameters())


def test_saliency_finds_the_object(encoder: LiteEncoder) -> None:
    """scikit-image's cup of coffee: it fills the middle, the corners are table."""
    from skimage import data

    pixels = torch.from_numpy(data.coffee()[:, 100:500].copy()).permute(2, 0, 1)[None] / 255
    image = torch.nn.functional.interpolate(pixels, (224, 224), mode="area")
    saliency = encoder.saliency(image)
    assert saliency.shape == (224, 224)
    assert saliency.min() >= 0
    assert saliency.max().item() == pytest.approx(1)
    corners = torch.stack([saliency[:40, :40], saliency[:40, -40:], saliency[-40:, :40]])
    assert saliency[60:160, 60:160].mean() > 3 * corners.mean()


def test_saliency_of_nothing_is_flat(encoder: LiteEncoder) -> None:
    saliency = encoder.saliency(torch.ones(1, 3, 224, 224))
    assert torch.isfinite(saliency).all()


def test_saliency_leaves_no_gradient_behind(encoder: LiteEncoder) -> None:
    with torch.no_grad():
        assert not encoder.saliency(noise()).requires_grad


@pytest.fixture
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled files that a test may damage."""
    for file in ("registry.json", f"{NAME}.safetensors"):
        shutil.copy(str(bundled.models_folder() / file), tmp_path)
    monkeypatch.setattr(bundled, "models_folder", lambda: tmp_path)
    return tmp_path


def test_damaged_file(own_models: Path) -> None:
    path = own_models / f"{NAME}.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"safetensors is damaged; install Strokewise again\."):
        load_encoder(NAME)


def test_missing_file(own_models: Path) -> None:
    (own_models / f"{NAME}.safetensors").unlink()
    with pytest.raises(InputError, match="cannot be read"):
        load_encoder(NAME)


def test_unknown_name_says_what_there_is() -> None:
    with pytest.raises(InputError, match=f'no encoder "lite9".*{NAME}'):
        load_encoder("lite9")
    assert NAME in encoder_names()


def test_registry_carries_licences() -> None:
    registry = json.loads((bundled.models_folder() / "registry.json").read_text("utf-8"))
    assert all(entry["licence"] for entry in registry.values())
