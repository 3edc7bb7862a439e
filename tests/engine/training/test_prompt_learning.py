"""Learning on a tiny transformer with random weights: it learns, and touches nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from engine.encoders.prompted_tower import parameter_count
from engine.errors import InputError
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.training import prompts
from engine.training.prompt_learning import PromptLearner, PromptRecipe
from engine.training.prompt_pairs import Pairs
from engine.training.prompts import learn, split, validation_metrics
from tests.engine.encoders.test_prompted import clip_encoder

QUICK = PromptRecipe(rate=3e-2, batch=16, epochs=50)
SHAPES = ("ellipse", "rectangle", "line", "cross", "bars", "rings")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six shapes: as filled photos on coloured grounds, and as outlines."""
    root = tmp_path_factory.mktemp("pairs")
    random = np.random.default_rng(0)
    for shape in SHAPES:
        for number in range(6):
            x, y, w, h = (*random.integers(4, 20, 2), *random.integers(28, 40, 2))
            ground = tuple(int(each) for each in random.integers(120, 256, 3))
            photo = Image.new("RGB", (64, 64), ground)
            sketch = Image.new("RGB", (64, 64), "white")
            draw(shape, ImageDraw.Draw(photo), (x, y, x + w, y + h), 7, "#202060")
            draw(shape, ImageDraw.Draw(sketch), (x, y, x + w, y + h), 2, "black")
            for image, path in (
                (photo, root / "photo" / shape / f"{number}.png"),
                (sketch, root / "sketch" / shape / f"{number}-1.png"),
            ):
                path.parent.mkdir(parents=True, exist_ok=True)
                image.save(path)
    return root


def draw(shape: str, pen: ImageDraw.ImageDraw, box: tuple, width: int, colour: str) -> None:
    x0, y0, x1, y1 = (int(each) for each in box)
    match shape:
        case "ellipse":
            pen.ellipse((x0, y0, x1, y1), outline=colour, width=width)
        case "rectangle":
            pen.rectangle((x0, y0, x1, y1), outline=colour, width=width)
        case "line":
            pen.line((x0, y0, x1, y1), fill=colour, width=width)
        case "cross":
            pen.line((x0, (y0 + y1) // 2, x1, (y0 + y1) // 2), fill=colour, width=width)
            pen.line(((x0 + x1) // 2, y0, (x0 + x1) // 2, y1), fill=colour, width=width)
        case "bars":
            for y in range(y0, y1, 10):
                pen.line((x0, y, x1, y), fill=colour, width=width)
        case "rings":
            for inset in range(0, 14, 6):
                pen.ellipse((x0 + inset, y0 + inset, x1 - inset, y1 - inset), outline=colour)


@pytest.fixture(scope="module")
def images(data: Path) -> list[LabelledImage]:
    return labelled_images(data)


def test_learning_raises_map_over_the_frozen_encoder(images) -> None:
    encoder = clip_encoder()
    frozen = {key: each.clone() for key, each in encoder.tower.state_dict().items()}
    before = validation_metrics(encoder, images)["map_all"]
    prompted, learner = learn(encoder, images, QUICK)
    after = validation_metrics(prompted, images)["map_all"]
    assert after > before + 0.1
    assert validation_metrics(encoder, images)["map_all"] == before
    for key, tensor in encoder.tower.state_dict().items():
        assert torch.equal(tensor, frozen[key]), key
    assert sum(each.numel() for each in learner.parameters()) == parameter_count(64, 4, 3, 2)


def test_fine_grained_learning_has_all_four_terms_and_one_branch(images) -> None:
    recipe = PromptRecipe(fine_grained=True, rate=1e-2, batch=12, epochs=1, instances=3)
    learner = PromptLearner(clip_encoder(), images, recipe)
    terms = learner.step()
    assert terms.keys() == {"triplet", "classification", "divergence", "shuffling"}
    assert all(np.isfinite(value) for value in terms.values())
    assert learner.branches.keys() == {"common"}
    assert sum(each.numel() for each in learner.parameters()) == parameter_count(64, 4, 3, 1)


@pytest.mark.parametrize("part", ["classification", "divergence", "shuffling"])
def test_a_term_can_be_left_out(images, part: str) -> None:
    recipe = PromptRecipe(fine_grained=True, batch=8, instances=2).without(part)
    terms = PromptLearner(clip_encoder(), images, recipe).step()
    assert part not in terms


def test_norms_can_be_left_out(images) -> None:
    learner = PromptLearner(clip_encoder(), images, PromptRecipe().without("norms"))
    assert sum(each.numel() for each in learner.parameters()) == parameter_count(
        64, 4, 3, 2, norms=False
    )


def test_the_hard_triplets_are_all_of_one_category() -> None:
    """Against a loop over all of them."""
    generator = torch.Generator().manual_seed(0)
    sketches = torch.nn.functional.normalize(torch.randn(6, 5, generator=generator), dim=1)
    photos = torch.nn.functional.normalize(torch.randn(6, 5, generator=generator), dim=1)
    delta = PromptLearner._hard_distances(sketches, photos, 3)
    expected = [
        [
            float(sketches[i] @ photos[j] - sketches[i] @ photos[i])
            for i in range(3 * c, 3 * c + 3)
            for j in range(3 * c, 3 * c + 3)
            if i != j
        ]
        for c in range(2)
    ]
    torch.testing.assert_close(delta, torch.tensor(expected))


def test_batches_pair_what_belongs_together(images) -> None:
    pairs = Pairs(images, 64)
    random = np.random.default_rng(0)
    batch = pairs.draw(12, 2, random)
    for sketch, photo, category in zip(batch.sketch, batch.photo, batch.category, strict=True):
        names = {pairs.sketches[sketch].category, pairs.photos[photo].category}
        assert names == {pairs.categories[category]}
    fine = pairs.draw_instances(12, 3, random)
    for sketch, photo in zip(fine.sketch, fine.photo, strict=True):
        assert pairs.sketches[sketch].instance == pairs.photos[photo].instance
    assert len({*fine.photo}) == len(fine.photo)


def test_data_without_pairs_is_refused(images) -> None:
    with pytest.raises(InputError, match="two categories"):
        Pairs([image for image in images if image.modality == "photo"], 64)
    few = [image for image in images if image.name in ("1", "1-1")]
    with pytest.raises(InputError, match="Fine-grained"):
        Pairs(few, 64).draw_instances(8, 2, np.random.default_rng(0))


def test_the_split_is_by_category(images) -> None:
    seen, unseen = split(images, (), seed=0)
    names = {image.category for image in seen}, {image.category for image in unseen}
    assert not names[0] & names[1]
    assert len(names[1]) == 1
    _, chosen = split(images, ("cross", "rings"), seed=0)
    assert {image.category for image in chosen} == {"cross", "rings"}
    with pytest.raises(InputError, match="no category moon"):
        split(images, ("moon",), seed=0)


def test_the_command_writes_what_the_encoder_loads(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    encoder = clip_encoder()
    monkeypatch.setattr(prompts, "load_open_clip", lambda name, device: encoder)
    output = tmp_path / "mine.safetensors"
    arguments = ["--data", str(data), "--encoder", "tiny-vit/here", "-o", str(output)]
    options = ["--epochs", "1", "--batch", "8", "--rate", "1e-3", "--without", "norms"]
    assert prompts.main([*arguments, *options]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert answer["parameters"] == 2 * 3 * 64
    assert 0 < answer["after"]["map_all"] <= 1
    from engine.encoders.prompted import read_prompts

    assert read_prompts(output, encoder, "x").embed(torch.rand(1, 3, 64, 64)).shape == (1, 24)
    assert prompts.main([*arguments, "--validation", "moon"]) == 2
    assert "no category moon" in capsys.readouterr().err
