"""Open_clip models behind the encoder interface, against direct calls of open_clip."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch.nn.functional import interpolate, normalize

from engine.encoders.base import Encoder
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.open_clip_loading import load_open_clip
from engine.encoders.open_clip_model import find_architecture
from engine.encoders.open_clip_saliency import attention_relevancy, has_class_attention
from engine.encoders.store.names import ModelName
from engine.encoders.store.weights import Installed, WeightStore
from engine.encoders.text import TextEncoder
from engine.errors import InputError
from tests.engine.encoders.tiny_clip import declare, random_model, save

CPU = torch.device("cpu")
TOWERS = ("tiny-resnet", "tiny-vit", "tiny-vit-average", "tiny-timm")


def _wrapped(name: str, model: torch.nn.Module | None = None, sha256: str = "0" * 64):
    model = random_model(name) if model is None else model
    return OpenClipEncoder(model, find_architecture(ModelName.parse(name)), sha256, CPU)


@pytest.fixture(scope="module", params=TOWERS)
def pair(request: pytest.FixtureRequest):
    """The encoder and an equal model of open_clip's own."""
    name = f"{request.param}/random"
    return _wrapped(name), random_model(name)


def _images(encoder: Encoder, count: int = 2) -> torch.Tensor:
    torch.manual_seed(1)
    return torch.rand(count, 3, encoder.input_size, encoder.input_size)


def _as_open_clip_wants(images: torch.Tensor) -> torch.Tensor:
    """OpenAI's mean and standard deviation, from the CLIP paper's code."""
    mean = torch.tensor([0.48145466, 0.4578275, 0.40821073]).view(3, 1, 1)
    std = torch.tensor([0.26862954, 0.26130258, 0.27577711]).view(3, 1, 1)
    return (images - mean) / std


def test_embeds_as_open_clip_does(pair) -> None:
    encoder, model = pair
    images = _images(encoder)
    with torch.no_grad():
        expected = model.encode_image(_as_open_clip_wants(images), normalize=True)
        found = encoder.embed(images)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(found.norm(dim=1), torch.ones(2))


def test_encode_gives_maps_and_embedding_in_one_pass(pair) -> None:
    encoder, _ = pair
    images = _images(encoder)
    passes = []
    first = next(m for m in encoder._model.visual.modules() if isinstance(m, torch.nn.Conv2d))
    hook = first.register_forward_hook(lambda *_: passes.append(1))
    with torch.no_grad(), hook:
        features = encoder.encode(images, encoder.stages)
        assert len(passes) == 1
        maps = encoder.feature_maps(images, encoder.stages)
        embedding = encoder.embed(images)
    torch.testing.assert_close(features.embedding, embedding)
    assert list(features.maps) == list(encoder.stages)
    for stage in encoder.stages:
        torch.testing.assert_close(features.maps[stage], maps[stage])
        assert features.maps[stage].shape[0] == 2
        assert features.maps[stage].ndim == 4


def test_default_stages_are_the_geometric_ones(pair) -> None:
    encoder, _ = pair
    images = _images(encoder, 1)
    assert tuple(encoder.feature_maps(images)) == encoder.geometric_stages
    assert tuple(encoder.encode(images).maps) == encoder.geometric_stages
    swapped = encoder.geometric_stages[::-1]
    assert tuple(encoder.feature_maps(images, swapped)) == swapped
    with pytest.raises(ValueError, match="layer99"):
        encoder.feature_maps(images, ("layer99",))


def test_resnet_layers_are_counted_as_clipasso_counts_them() -> None:
    encoder, model = _wrapped("tiny-resnet/random"), random_model("tiny-resnet/random")
    images = _images(encoder)
    tower = model.visual
    with torch.no_grad():
        x = tower.stem(_as_open_clip_wants(images))
        expected = {"layer1": x}  # what goes into the first bottleneck block
        for stage, group in (
            ("layer2", tower.layer1),
            ("layer3", tower.layer2),
            ("layer4", tower.layer3),
            ("layer5", tower.layer4),
        ):
            expected[stage] = x = group(x)
        found = encoder.feature_maps(images, encoder.stages)
    assert encoder.geometric_stages == ("layer3", "layer4")
    assert found.keys() == expected.keys()
    for stage, maps in expected.items():
        torch.testing.assert_close(found[stage], maps, rtol=1e-4, atol=1e-5)
    assert found["layer3"].shape == (2, 64, 8, 8)  # stride 8
    assert found["layer4"].shape == (2, 128, 4, 4)  # stride 16


def test_vit_stages_are_maps_of_patch_tokens() -> None:
    encoder, model = _wrapped("tiny-vit/random"), random_model("tiny-vit/random")
    images = _images(encoder)
    tower = model.visual
    with torch.no_grad():
        tokens = tower._embeds(_as_open_clip_wants(images))
        found = encoder.feature_maps(images, encoder.stages)
        for number, block in enumerate(tower.transformer.resblocks, 1):
            tokens = block(tokens)
            maps = found[f"layer{number}"]
            assert maps.shape == (2, 64, 4, 4)
            # Token 1 + 4 * row + column is the patch in that row and column.
            torch.testing.assert_close(maps[:, :, 2, 3], tokens[:, 1 + 4 * 2 + 3])
    assert encoder.stages == ("layer1", "layer2", "layer3", "layer4")
    assert encoder.geometric_stages == ("layer1", "layer2")


def test_feature_maps_stop_at_the_deepest_stage() -> None:
    encoder = _wrapped("tiny-vit/random")
    ran = []
    blocks = encoder._model.visual.transformer.resblocks
    hooks = [b.register_forward_hook(lambda b, *_: ran.append(b)) for b in blocks]
    encoder.feature_maps(_images(encoder, 1), ("layer2",))
    for hook in hooks:
        hook.remove()
    assert len(ran) <= 3


def test_timm_stages_at_strides_8_and_16_are_the_geometric_ones() -> None:
    encoder = _wrapped("tiny-timm/random")
    images = _images(encoder, 1)
    shallow, deep = encoder.feature_maps(images).values()
    assert shallow.shape[-2:] == (12, 12)
    assert deep.shape[-2:] == (6, 6)


def test_gradient_reaches_the_images_and_nothing_else(pair) -> None:
    encoder, _ = pair
    images = _images(encoder).requires_grad_(True)
    features = encoder.encode(images)
    target = normalize(torch.randn_like(features.embedding), dim=1)
    loss = sum(maps.square().mean() for maps in features.maps.values())
    loss = loss + (features.embedding * target).sum()
    loss.backward()
    assert images.grad is not None
    assert images.grad.isfinite().all()
    assert (images.grad.abs().amax((1, 2, 3)) > 0).all()
    assert not any(p.requires_grad for p in encoder._model.parameters())
    assert all(p.grad is None for p in encoder._model.parameters())


def test_gradient_is_the_slope_of_the_similarity() -> None:
    encoder = _wrapped("tiny-vit/random")
    encoder._model.double()
    encoder._mean, encoder._std = encoder._mean.double(), encoder._std.double()
    image = _images(encoder, 1).double().requires_grad_(True)
    direction = torch.randn_like(image)
    target = normalize(torch.randn(1, 24, dtype=torch.double), dim=1)

    def similarity(x: torch.Tensor) -> torch.Tensor:
        return (encoder.embed(x) * target).sum()

    (gradient,) = torch.autograd.grad(similarity(image), image)
    with torch.no_grad():
        step = 1e-5 * direction
        slope = (similarity(image + step) - similarity(image - step)) / 2e-5
    torch.testing.assert_close((gradient * direction).sum(), slope, rtol=1e-5, atol=1e-8)


def test_attention_relevancy_is_the_mean_over_heads_and_layers() -> None:
    """CLIPasso, supplement A, computed by hand from the blocks' weights."""
    encoder, model = _wrapped("tiny-vit/random"), random_model("tiny-vit/random")
    images = _images(encoder)
    tower = model.visual
    rows = []
    with torch.no_grad():
        x = tower._embeds(_as_open_clip_wants(images))
        for block in tower.transformer.resblocks:
            y = block.ln_1(x)
            q, k, _ = (y @ block.attn.in_proj_weight.T + block.attn.in_proj_bias).chunk(3, -1)
            for head in range(2):
                part = slice(32 * head, 32 * (head + 1))
                logits = q[..., part] @ k[..., part].transpose(1, 2) / 32**0.5
                rows.append(logits.softmax(-1)[:, 0, 1:])
            x = block(x)
    expected = torch.stack(rows).mean(0).reshape(2, 1, 4, 4)
    found = attention_relevancy(encoder._model.visual, _as_open_clip_wants(images))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)

    stretched = interpolate(expected[:1], (64, 64), mode="bicubic", align_corners=False)
    stretched = (stretched - stretched.min()) / (stretched.max() - stretched.min())
    saliency = encoder.saliency(images[:1])
    torch.testing.assert_close(saliency, stretched[0, 0], rtol=1e-3, atol=1e-4)


def test_only_a_class_token_is_asked_for_attention() -> None:
    kinds = {name: has_class_attention(random_model(f"{name}/random").visual) for name in TOWERS}
    assert [name for name, has in kinds.items() if has] == ["tiny-vit"]


def test_saliency_is_a_map_in_the_unit_interval(pair) -> None:
    encoder, _ = pair
    image = _images(encoder, 1)
    with torch.no_grad():  # a caller without gradients gets the same
        saliency = encoder.saliency(image)
    side = encoder.input_size
    assert saliency.shape == (side, side)
    assert saliency.min() == 0
    assert saliency.max() == 1
    assert not saliency.requires_grad
    assert not image.requires_grad
    torch.testing.assert_close(encoder.saliency(image), saliency)


def test_gradient_saliency_follows_what_the_embedding_depends_on() -> None:
    """A tower that sees only the left half looks at the left half."""
    name = "tiny-timm/random"
    encoder = _wrapped(name)
    image = torch.full((1, 3, 96, 96), 0.5)
    torch.manual_seed(3)
    image[..., 40:56, 8:24] = torch.rand(1, 3, 16, 16)
    tower = encoder._model.visual
    hook = tower.trunk.get_submodule("blocks.3").register_forward_hook(
        lambda _, __, maps: torch.cat([maps[..., :3], torch.zeros_like(maps[..., 3:])], -1)
    )
    try:
        saliency = encoder.saliency(image)
    finally:
        hook.remove()
    assert saliency[:, :40].mean() > 4 * saliency[:, 60:].mean()


def test_encodes_text_as_open_clip_does() -> None:
    import open_clip

    encoder, model = _wrapped("tiny-vit/random"), random_model("tiny-vit/random")
    texts = ["a sketch of a horse", "ein Pferd", ""]
    tokens = open_clip.tokenize(texts)
    with torch.no_grad():
        expected = model.encode_text(tokens, normalize=True)
    found = encoder.encode_text(texts)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    assert found.shape == (3, 24)
    assert isinstance(encoder, TextEncoder)
    assert encoder.logit_scale == pytest.approx(model.logit_scale.exp().item())


def test_words_that_need_another_tokeniser_are_refused() -> None:
    with pytest.raises(InputError, match="images only"):
        _wrapped("tiny-timm/random").encode_text(["a horse"])


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("tiny-oblong/x", "oblong"),
        ("tiny-borrowed/x", "borrows its text tower"),
        ("no-such-model/x", 'knows no model "no-such-model"'),
    ],
)
def test_architectures_that_cannot_be_used(name: str, sentence: str) -> None:
    declare()
    with pytest.raises(InputError, match=sentence):
        find_architecture(ModelName.parse(name))


def test_openai_weights_get_quickgelu_and_their_normalisation() -> None:
    declare()
    openai = find_architecture(ModelName.parse("ViT-B-32/openai"))
    assert openai.config["quick_gelu"] is True
    assert openai.preprocess.size == 224
    laion = find_architecture(ModelName.parse("ViT-B-32/laion2b_s34b_b79k"))
    assert laion.config["quick_gelu"] is False
    mobile = find_architecture(ModelName.parse("MobileCLIP2-S0/dfndr2b"))
    assert (mobile.preprocess.mean, mobile.preprocess.std) == ((0, 0, 0), (1, 1, 1))
    assert mobile.preprocess.size == 256


def test_fingerprint_tells_weights_and_recipes_apart() -> None:
    same = {_wrapped("tiny-vit/random").fingerprint for _ in range(2)}
    other_weights = _wrapped("tiny-vit/random", sha256="1" * 64).fingerprint
    other_model = _wrapped("tiny-vit-average/random").fingerprint
    assert len(same) == 1
    assert len({*same, other_weights, other_model}) == 3


def _store_with(folder: Path, name: str, seed: int = 0) -> WeightStore:
    from engine.encoders.store.hashing import sha256_of

    store = WeightStore(folder)
    store.prepare()
    incoming = save(random_model(name, seed), folder / "incoming.part")
    record = Installed(name, incoming.stat().st_size, sha256_of(incoming), "MIT", "test")
    store.install(ModelName.parse(name), incoming, record)
    return store


def test_loads_from_the_store(tmp_path: Path) -> None:
    name = "tiny-resnet/random"
    encoder = load_open_clip(name, CPU, _store_with(tmp_path, name))
    model = random_model(name)
    images = _images(encoder)
    with torch.no_grad():
        expected = model.encode_image(_as_open_clip_wants(images), normalize=True)
        torch.testing.assert_close(encoder.embed(images), expected, rtol=1e-4, atol=1e-5)
    assert encoder.name == name
    assert encoder.device == CPU
    other = load_open_clip(name, CPU, _store_with(tmp_path / "other", name, seed=1))
    assert other.fingerprint != encoder.fingerprint


def test_refuses_what_is_missing_damaged_or_another_model(tmp_path: Path) -> None:
    name = "tiny-vit/random"
    store = _store_with(tmp_path, name)
    with pytest.raises(InputError, match="not installed"):
        load_open_clip("tiny-vit/other", CPU, store)
    path = store.weights_path(ModelName.parse(name))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(InputError, match="damaged"):
        load_open_clip(name, CPU, store)
    path.unlink()
    with pytest.raises(InputError, match="cannot be read"):
        load_open_clip(name, CPU, store)


def test_load_encoder_knows_models_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.encoders.loading import load_encoder

    name = "tiny-vit/random"
    _store_with(tmp_path, name)
    monkeypatch.setenv("STROKEWISE_MODELS", str(tmp_path))
    assert load_encoder(name).name == name


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("RN101/random", [(1, 512, 28, 28), (1, 1024, 14, 14)]),
        ("ViT-B-32/random", [(1, 768, 7, 7), (1, 768, 7, 7)]),
        ("MobileCLIP2-S0/random", [(1, 128, 32, 32), (1, 256, 16, 16)]),
    ],
)
def test_full_size_models(name: str, shapes: list[tuple[int, ...]]) -> None:
    encoder, model = _wrapped(name), random_model(name)
    images = _images(encoder, 1).requires_grad_(True)
    features = encoder.encode(images)
    assert [tuple(maps.shape) for maps in features.maps.values()] == shapes
    with torch.no_grad():
        expected = model.encode_image(_as_open_clip_wants(images), normalize=True)
    torch.testing.assert_close(features.embedding, expected, rtol=1e-3, atol=1e-4)
    features.embedding[0, 0].backward()
    assert images.grad is not None
    assert images.grad.abs().max() > 0
    assert encoder.saliency(images.detach()).shape == (encoder.input_size,) * 2
