from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch.nn import functional

from engine.encoders.strokewise import strokewise_encoder
from engine.encoders.strokewise_net import CategoryHead
from engine.training.encoder_export import encoder_tensors, write_encoder
from engine.training.encoder_model import Student

CPU = torch.device("cpu")
NAMES = ("alarm clock", "cat", "The Eiffel Tower")


def test_what_is_written_is_what_was_trained(student: Student, tmp_path: Path) -> None:
    head = CategoryHead(len(NAMES))
    head.temperature.fill_(1.5)
    path = tmp_path / "models" / "encoder.safetensors"
    digest = write_encoder(
        encoder_tensors(student.folded_trunk(), student.embedding, head, NAMES), path
    )
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.stat().st_size < 12e6
    encoder = strokewise_encoder(load_file(path), "strokewise", "strokewise:1", CPU)
    assert encoder.category_names == NAMES
    assert encoder.input_size == 160
    images = torch.rand(2, 3, 160, 160)
    with torch.no_grad():
        expected = student(images, photos=1).embedding
    found = encoder.embed(images)
    torch.testing.assert_close(found.norm(dim=1), torch.ones(2))
    assert functional.cosine_similarity(found, expected).min() > 0.99


def test_the_encoder_guesses_and_gives_gradients_to_its_input(student: Student) -> None:
    tensors = encoder_tensors(student.folded_trunk(), student.embedding, CategoryHead(3), NAMES)
    encoder = strokewise_encoder(tensors, "strokewise", "strokewise:1", CPU)
    images = torch.rand(1, 3, 96, 96, requires_grad=True)
    probabilities = encoder.guess(images)
    assert probabilities.shape == (1, 3)
    torch.testing.assert_close(probabilities.sum(1), torch.ones(1))
    encoded = encoder.encode(images, ("block2", "head"))
    assert set(encoded.maps) == {"block2", "head"}
    encoded.embedding[0, 0].backward()
    assert images.grad is not None
    assert images.grad.abs().sum() > 0
