"""The weights that ship: they load, draw what they are shown and know symbols again."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.encoders.bundled import bundled_models, models_folder
from engine.encoders.loading import encoder_names
from engine.errors import InputError
from engine.sketchembed import loading
from engine.sketchembed.canvas import render
from engine.sketchembed.imitating import distances_to, imitate
from engine.sketchembed.loading import NAME, Model, load_model
from engine.sketchembed.messages import Sampling
from engine.sketchembed.symbols import LEAST_SIMILARITY, embedding_of


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def ring(sides: int = 30, radius: float = 0.4) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, sides + 1) + np.pi / 4
    return 0.5 + radius * np.stack([np.cos(turn), np.sin(turn)], 1)


SHAPES = {
    "ring": [ring()],
    "square": [ring(4, 0.55)],
    "two rings": [ring(20, 0.18) - np.array((0, 0.2)), ring(20, 0.2) + np.array((0, 0.2))],
    "cross": [np.array([[0.5, 0.1], [0.5, 0.9]]), np.array([[0.1, 0.5], [0.9, 0.5]])],
}


def test_it_is_small_and_a_network_of_its_own(model: Model) -> None:
    entry = bundled_models()[NAME]
    assert entry.role == "network"
    assert NAME not in encoder_names()
    assert len((models_folder() / entry.file).read_bytes()) <= 12 * 10**6
    assert (models_folder() / f"{NAME}.md").is_file()
    assert model.net.sizes.latent == 256
    assert not model.net.training


def test_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: object) -> dict[str, torch.Tensor]:
        raise InputError("damaged")

    monkeypatch.setattr(loading, "read_weights", damaged)
    with pytest.raises(InputError, match="damaged"):
        load_model()


@pytest.mark.parametrize("name", list(SHAPES))
def test_a_shape_is_drawn_as_itself_rather_than_as_another(model: Model, name: str) -> None:
    images = render(list(SHAPES.values()))
    position = list(SHAPES).index(name)
    ((made,),) = imitate(model, images[position : position + 1], 1, Sampling())
    # Beyond what each picture's own lines have: little ink is always near to little ink.
    least = distances_to(images, list(SHAPES.values()))
    excess = distances_to(images, [made.lines] * len(SHAPES)) - least
    assert int(excess.argmin()) == position
    assert excess[position] < 0.1


def test_other_hands_and_sizes_are_the_same_symbol(model: Model) -> None:
    known = {name: embedding_of(lines, model) for name, lines in SHAPES.items()}
    random = np.random.default_rng(0)
    for name, lines in SHAPES.items():
        shaky = [30 * (line + 0.015 * random.standard_normal(line.shape)) + 7 for line in lines]
        found = embedding_of(shaky, model)
        scores = {other: float(found @ each) for other, each in known.items()}
        assert max(scores, key=lambda other: scores[other]) == name
        assert scores[name] > LEAST_SIMILARITY
