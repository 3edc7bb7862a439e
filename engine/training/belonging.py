"""Makes resources/models/stroke_belonging.safetensors: does a stroke belong to the drawing?

    python -m engine.training.belonging --data DATA

DATA holds quickdraw_345x350.ndjson.gz. Learns from the first drawings of each category with strokes
of other categories put in. The categories that the bundled encoder's trunk never saw are kept out
here too, so that they tell how well it works for drawings of something new.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save
from torch.nn import functional

from engine.attribution.belonging import NAME
from engine.attribution.belonging_net import BelongingNet
from engine.encoders.loading import load_encoder
from engine.encoders.prototypes import load_prototypes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.noise import auroc
from engine.training.belonging_data import NoisyBatch, StrokePool, batches, noisy_batch, read_pool
from engine.training.bundling import MODELS, bundle
from engine.training.encoder_split import CALIBRATION_DRAWINGS, TRAINING_DRAWINGS, held_out

_FILE = "quickdraw_345x350.ndjson.gz"


@dataclass(frozen=True)
class Recipe:
    """How it is learned.

    Attributes:
        minutes: how long; the learning rate falls to 0 until then.
        unknown: share of the drawings of which the category is not told.
    """

    minutes: float = 25
    batch: int = 96
    rate: float = 2e-3
    weight_decay: float = 0.02
    unknown: float = 0.1
    seed: int = 0


def main(argv: list[str] | None = None) -> int:
    """Learn, measure, write the file."""
    parser = argparse.ArgumentParser(description="Learn which strokes belong to a drawing.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {_FILE}")
    parser.add_argument("--minutes", type=float, default=Recipe.minutes, help="how long")
    parser.add_argument("--start", type=Path, help="go on from this file")
    parser.add_argument("--output", type=Path, default=MODELS, help="folder to write into")
    args = parser.parse_args(argv)
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    prototypes = load_prototypes(encoder)
    assert prototypes is not None
    torch.manual_seed(Recipe.seed)
    column = {name: i for i, name in enumerate(encoder.category_names)}
    kept_out = np.array([column[name] for name in held_out("quickdraw") if name in column])
    last = TRAINING_DRAWINGS + CALIBRATION_DRAWINGS
    try:
        pool = read_pool(args.data / _FILE, column, 0, TRAINING_DRAWINGS)
        unseen_drawings = read_pool(args.data / _FILE, column, TRAINING_DRAWINGS, last)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    net = BelongingNet(prototypes.drawings.shape[1])
    if args.start is not None:
        net.load_state_dict({name: each.float() for name, each in load_file(args.start).items()})
    learn(net, pool, prototypes.drawings, kept_out, unseen_drawings, Recipe(args.minutes))
    content = save({name: each.half().contiguous() for name, each in net.state_dict().items()})
    bundle(args.output, NAME, content, "CC-BY-4.0", "addition", encoder.name)
    return 0


def learn(
    net: BelongingNet,
    pool: StrokePool,
    concepts: torch.Tensor,
    kept_out: np.ndarray,
    validation: StrokePool,
    recipe: Recipe,
) -> None:
    """Train the network on the pool's drawings of all categories but those kept out."""
    random = np.random.default_rng(recipe.seed)
    net.train()
    decay = [each for each in net.parameters() if each.ndim > 1]
    rest = [each for each in net.parameters() if each.ndim <= 1]
    groups = [
        {"params": decay, "weight_decay": recipe.weight_decay},
        {"params": rest, "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=recipe.rate)
    rows = np.flatnonzero(~np.isin(pool.category, kept_out))
    supply = batches(pool, rows, recipe.batch, random)
    began, step, shown = time.monotonic(), 0, 0.0
    losses: list[float] = []
    while (share := (time.monotonic() - began) / (60 * recipe.minutes)) < 1:
        warm = min(1.0, (step + 1) / 200)
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * warm * 0.5 * (1 + math.cos(math.pi * share))
        batch = next(supply)
        concept = concepts[batch.category].clone()
        concept[random.random(len(concept)) < recipe.unknown] = 0
        odds = net(batch.places, batch.there, concept)
        loss = functional.binary_cross_entropy_with_logits(
            odds[batch.there], batch.belongs[batch.there].float()
        )
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        step += 1
        if share - shown > 0.1:
            shown = share
            _tell(net, step, losses, concepts, kept_out, validation)
            losses = []
    net.eval()
    _tell(net, step, losses, concepts, kept_out, validation)


def _tell(
    net: BelongingNet,
    step: int,
    losses: list[float],
    concepts: torch.Tensor,
    kept_out: np.ndarray,
    validation: StrokePool,
) -> None:
    is_new = np.isin(validation.category, kept_out)
    figures = [
        f"{name} {validate(net, validation, np.flatnonzero(which), known):.3f}"
        for name, which, known in (
            ("seen", ~is_new, concepts),
            ("new", is_new, concepts),
            ("unnamed", ~is_new, torch.zeros_like(concepts)),
        )
    ]
    mean = float(np.mean(losses)) if losses else float("nan")
    sys.stderr.write(f"step {step}, loss {mean:.4f}, AUROC {', '.join(figures)}\n")


@torch.no_grad()
def validate(
    net: BelongingNet, pool: StrokePool, rows: np.ndarray, concepts: torch.Tensor, count: int = 600
) -> float:
    """Mean AUROC over drawings with at least five strokes, as `engine.evaluation.noise` mixes."""
    random = np.random.default_rng(1)
    enough = rows[(pool.first[rows + 1] - pool.first[rows]) >= 5]
    chosen = random.choice(enough, count)
    found: list[float] = []
    for part in np.array_split(chosen, max(1, count // 100)):
        batch: NoisyBatch = noisy_batch(pool, part, random, augment=False, spread_out=0)
        odds = net(batch.places, batch.there, concepts[batch.category])
        for one, there, belongs in zip(odds, batch.there, batch.belongs, strict=True):
            own = belongs[there].numpy()
            if not own.all():
                found.append(auroc(one[there].numpy().astype(np.float64), own))
    return float(np.mean(found))


if __name__ == "__main__":
    sys.exit(main())
