"""Makes resources/models/sketchembed.safetensors: the model that redraws and knows symbols.

    python -m engine.training.sketchembed --data DATA

DATA holds quickdraw_345x350.ndjson.gz, and omniglot_images_small1.zip for the learning curve. On
one core about an hour. An interrupted run goes on from its checkpoint. With `--alpha-max`,
`--contrast`, `--no-augment` and `--no-export` it makes the ablations of the card.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

from engine.errors import InputError
from engine.evaluation.fewshot import Classifier, episodes
from engine.evaluation.omniglot import Characters, read_characters
from engine.sketchembed.net import SketchEmbedNet
from engine.training.sketchembed_augment import STILL
from engine.training.sketchembed_batches import Batches, Mix, assemble, plain
from engine.training.sketchembed_checkpoint import Run
from engine.training.sketchembed_data import Drawings, load_drawings, split
from engine.training.sketchembed_export import write_model
from engine.training.sketchembed_loop import Recipe, objective, train

_FOLDER = Path("resources/models")
_VALIDATION = "omniglot_images_small1.zip"
_VALIDATION_EPISODES = 500
_VALIDATION_DRAWINGS = 1024
_CHUNK = 256


def main(argv: list[str] | None = None) -> int:
    """Train, and write the weights."""
    args = _parser().parse_args(argv)
    recipe = Recipe(
        steps=args.steps,
        minutes=args.minutes,
        rate=args.rate,
        alpha_max=args.alpha_max,
        contrast=args.contrast,
        contrast_every=args.contrast_every,
        evaluate_every=args.evaluate_every,
    )
    hands = () if args.augment else (STILL, STILL)
    mix = Mix(args.parts, args.begun, args.longest, *hands)
    try:
        drawings = load_drawings(args.data, args.work / "drawings.npz", _say)
        characters = read_characters(args.data / _VALIDATION)
    except InputError as error:
        _say(str(error))
        return 2
    parts = split(drawings)
    torch.manual_seed(args.seed)
    net = SketchEmbedNet()
    net.encoder.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    run = Run.start(net, recipe.rate)
    batches = Batches(drawings.of(parts.training), args.batch, args.seed, mix)
    seen = drawings.of(parts.seen)

    def evaluate(net: SketchEmbedNet) -> dict[str, float]:
        return drawing_losses(net, seen) | few_shot(net, characters)

    train(run, batches, recipe, args.work / f"{args.name}.safetensors", evaluate, _say)
    (args.work / f"{args.name}.json").write_text(json.dumps(run.curve, indent=1), "utf-8")
    if args.export:
        assert isinstance(run.average, SketchEmbedNet)
        _say(f"SHA-256 {write_model(run.average, args.output)}")
    return 0


@torch.inference_mode()
def drawing_losses(net: SketchEmbedNet, drawings: Drawings) -> dict[str, float]:
    """L_pen and L_stroke of new drawings of seen categories, in the middle of the canvas."""
    count = min(_VALIDATION_DRAWINGS, len(drawings.length))
    chosen = np.random.default_rng(0).choice(len(drawings.length), count, replace=False)
    totals = {"new_pen": 0.0, "new_stroke": 0.0}
    for start in range(0, len(chosen), _CHUNK):
        part = plain(drawings, chosen[start : start + _CHUNK].tolist())
        batch = assemble(part, np.random.default_rng(start), STILL, STILL)
        losses = objective(net, batch, alpha=0.0, contrast=0.0, seed=start)
        for key in totals:
            totals[key] += float(losses[key.removeprefix("new_")]) * len(part) / len(chosen)
    return totals


@torch.inference_mode()
def few_shot(net: SketchEmbedNet, characters: Characters) -> dict[str, float]:
    """Accuracy in percent of a few episodes on frozen embeddings."""
    classes, examples = characters.ink.shape[:2]
    flat = torch.from_numpy(characters.ink).flatten(0, 1)[:, None]
    means = torch.cat([net.encoder(part).mean for part in torch.split(flat, _CHUNK)])
    embeddings = means.numpy().reshape(classes, examples, -1)
    return {
        f"way{way}_shot{shot}": 100
        * episodes(embeddings, way, shot, Classifier.MEANS, _VALIDATION_EPISODES).mean
        for way, shot in ((5, 1), (20, 1))
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Train SketchEmbedNet.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the data files")
    parser.add_argument("--work", type=Path, default=Path("build/sketchembed"), help="checkpoints")
    parser.add_argument("--name", default="sketchembed", help="of the checkpoint")
    parser.add_argument("--output", type=Path, default=_FOLDER, help="folder to write into")
    parser.add_argument("--steps", type=int, default=Recipe().steps)
    parser.add_argument("--minutes", type=float, default=Recipe().minutes, help="at most")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--contrast-every", type=int, default=Recipe().contrast_every)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=Recipe().rate)
    parser.add_argument("--alpha-max", type=float, default=Recipe().alpha_max)
    parser.add_argument("--contrast", type=float, default=Recipe().contrast)
    parser.add_argument("--parts", type=float, default=Mix().parts)
    parser.add_argument("--longest", type=int, default=Mix().longest, help="points of a drawing")
    parser.add_argument("--begun", type=float, default=Mix().begun)
    parser.add_argument("--evaluate-every", type=int, default=Recipe().evaluate_every)
    parser.add_argument("--augment", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--export", action=argparse.BooleanOptionalAction, default=True)
    return parser


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
