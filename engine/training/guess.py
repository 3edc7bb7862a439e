"""Train the bundled encoder's category head anew: `python -m engine.training.guess --data DIR`.

The trunk stays as it is. The head sees drawings as they are when they are finished and as they are
while they grow: what is there after a random share of the strokes, framed as the program frames
it. It guesses while the pen is at work, so most of what it is asked is unfinished.

Every stage leaves its result in the cache folder, so an interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save

from engine.encoders.bundled import read_weights
from engine.encoders.loading import bundled_model, load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import CategoryHead
from engine.errors import InputError
from engine.training.bundling import MODELS, bundle
from engine.training.category_head import (
    Encode,
    HeadRecipe,
    cache_features,
    calibrate,
    head_metrics,
    train_head,
)
from engine.training.encoder_data import ImageSet, load_quickdraw
from engine.training.encoder_export import head_tensors
from engine.training.encoder_split import CALIBRATION_DRAWINGS, TRAINING_DRAWINGS
from engine.training.reporting import report

VIEW = 1
"""Seed of where each drawing stops, whether it is mirrored and how thick its lines are."""
GOING_ON = HeadRecipe(epochs=5, rate=5e-4)
"""For a head that knows finished drawings already."""
Report = Callable[[str], None]


@dataclass(frozen=True)
class Fitted:
    """A trained head.

    Attributes:
        head: calibrated.
        names: its categories, in the order of its columns.
        metrics: `head_metrics` on finished drawings that it was not trained on, and, with the
            suffix "_growing", on unfinished ones.
    """

    head: CategoryHead
    names: tuple[str, ...]
    metrics: dict[str, float]


@dataclass(frozen=True)
class _Rows:
    """Which drawings do what; (N,) rows each."""

    training: NDArray[np.int64]
    calibration: NDArray[np.int64]
    test: NDArray[np.int64]


def fit_head(
    encode: Encode,
    data: Path,
    cache: Path,
    device: torch.device,
    report: Report,
    start: CategoryHead | None = None,
) -> Fitted:
    """A category head on a frozen trunk.

    Args:
        encode: see `cache_features`.
        data: folder of the archives.
        cache: folder for drawings and features; those of another trunk must not be in it.
        device: where to compute.
        report: told how far it is.
        start: a head of the same trunk and categories to go on from.
    """
    finished = load_quickdraw(data, cache)
    growing = load_quickdraw(data, cache, VIEW)
    names = tuple(sorted(set(finished.category)))
    number = {name: i for i, name in enumerate(names)}
    target = np.array([number[name] for name in finished.category])
    rows = _divide(target, len(names))

    def features(
        images: ImageSet, part: NDArray[np.int64], name: str, seed: int | None = None
    ) -> NDArray[np.float16]:
        path = cache / f"features_{name}.npy"
        return cache_features(encode, images.pixels, part, path, seed, device, report)

    view = features(growing, rows.training, "train_growing", VIEW)
    recipe = HeadRecipe() if start is None else GOING_ON
    head = train_head(view, target[rows.training], len(names), recipe, device, report, start)
    calibrate(
        head,
        np.concatenate(
            [
                features(finished, rows.calibration, "calibration"),
                features(growing, rows.calibration, "calibration_growing"),
            ]
        ),
        np.tile(target[rows.calibration], 2),
    )
    metrics = head_metrics(head, features(finished, rows.test, "test"), target[rows.test])
    unfinished = head_metrics(head, features(growing, rows.test, "test_growing"), target[rows.test])
    return Fitted(head, names, metrics | {f"{k}_growing": v for k, v in unfinished.items()})


def _divide(target: NDArray[np.int64], categories: int) -> _Rows:
    """The first drawings of each category to train on, the next to calibrate, the rest to test."""
    turn = np.zeros(len(target), int)
    for category in range(categories):
        rows = np.flatnonzero(target == category)
        turn[rows] = np.arange(len(rows))
    known = TRAINING_DRAWINGS + CALIBRATION_DRAWINGS
    return _Rows(
        np.flatnonzero(turn < TRAINING_DRAWINGS),
        np.flatnonzero((turn >= TRAINING_DRAWINGS) & (turn < known)),
        np.flatnonzero(turn >= known),
    )


def main(argv: list[str] | None = None) -> int:
    """Train, write the file anew with the same trunk and embedding, enter it into the registry."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/guess"))
    parser.add_argument("--output", type=Path, default=MODELS, help="folder to write into")
    parser.add_argument("--anew", action="store_true", help="do not go on from the head there is")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args(argv)

    torch.manual_seed(0)
    args.cache.mkdir(parents=True, exist_ok=True)
    device = torch.device(args.device)
    encoder = load_encoder(device=device)
    assert isinstance(encoder, StrokewiseEncoder)
    try:
        fitted = fit_head(
            encoder.embedding_features,
            args.data,
            args.cache,
            device,
            report,
            None if args.anew else encoder.category_head,
        )
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    model = bundled_model()
    tensors = read_weights(model) | head_tensors(fitted.head, fitted.names)
    digest = bundle(args.output, model.name, save(tensors), model.licence)
    recipe = asdict(HeadRecipe() if args.anew else GOING_ON)
    made = {"sha256": digest, "recipe": recipe, "guess": fitted.metrics}
    sys.stdout.write(json.dumps(made) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
