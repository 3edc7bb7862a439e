from __future__ import annotations

import copy
from pathlib import Path

import pytest
import torch

from engine.training.encoder_batches import BatchShape, Sampler
from engine.training.encoder_corpus import Corpus
from engine.training.encoder_loop import Recipe, train
from engine.training.encoder_model import Student
from engine.training.encoder_objective import Objective, Weights

SHAPE = BatchShape(groups=2, sketches_per_group=2, photos_per_group=3, traced=2, doodles=2)
CPU = torch.device("cpu")


def run(
    student: Student, corpus: Corpus, steps: int, checkpoint: Path
) -> tuple[Student, list[dict[str, float]]]:
    return train(
        student,
        Objective(corpus, Weights(), CPU),
        Sampler(corpus, SHAPE, 0),
        Recipe(steps=steps, size=32, warm_up=1, trunk_rate=1e-3, head_rate=3e-3),
        CPU,
        checkpoint,
        lambda student: {"weight": float(student.doodles.weight.detach().sum())},
        lambda line: None,
        evaluate_every=3,
    )


def test_the_objectives_fall_and_the_frozen_part_stays(
    student: Student, corpus: Corpus, tmp_path: Path
) -> None:
    stem = student.trunk.stem.weight.detach().clone()
    averaged, curve = run(student, corpus, 9, tmp_path / "state.pt")
    assert [row["step"] for row in curve] == [3, 6, 9]
    names = [name for name in curve[0] if name.startswith("loss_")]
    assert len(names) == 6
    assert sum(curve[-1][n] for n in names) < 0.9 * sum(curve[0][n] for n in names)
    assert torch.equal(averaged.trunk.stem.weight, stem)
    assert not torch.equal(averaged.doodles.weight, student.doodles.weight), "an average lags"


def test_an_interrupted_run_goes_on_from_its_checkpoint(
    student: Student, corpus: Corpus, tmp_path: Path
) -> None:
    checkpoint = tmp_path / "state.pt"
    other = copy.deepcopy(student)
    run(student, corpus, 3, checkpoint)
    averaged, curve = run(other, corpus, 6, checkpoint)
    assert [row["step"] for row in curve] == [3, 6]
    assert curve[1]["seconds"] >= curve[0]["seconds"]
    finished, same = run(copy.deepcopy(student), corpus, 6, checkpoint)
    assert same == curve, "a finished run is not repeated"
    torch.testing.assert_close(finished.doodles.weight, averaged.doodles.weight)
    assert curve[-1]["weight"] == pytest.approx(float(averaged.doodles.weight.detach().sum()))
