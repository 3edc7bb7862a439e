"""Fine-tune the bundled encoder's embedding on pairs of your own: the very photo of a sketch.

    python -m engine.training.pairs --data PAIRS -o mine.safetensors

PAIRS is a folder or zip with photo/CATEGORY/ID.jpg and sketch/CATEGORY/ID-K.png. It is the
counterpart of `engine.training.prompts` (`clip_for_sbir` section 5) for the bundled encoder: the
network stays frozen, its features are worked out once, and the two linear layers of its embedding
learn to tell a sketch's photo from others of its category. "bundled+mine.safetensors" is then the
name of the encoder, wherever one can be named.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch.nn import functional

from engine.encoders.adapted import write_embedding
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import EmbeddingHead
from engine.errors import InputError
from engine.evaluation.embedding import to_batch
from engine.evaluation.image_tree import LabelledImage, labelled_images

VIEWS = ((1.0, 0.0, 0.0), (1.0, 0.04, -0.02), (1.05, -0.03, 0.02))
"""Size and shift (fractions of the side) of the framings that are learned from; each is mirrored
too, sketch and photo alike."""
PLAIN = 0
"""The view that changes nothing."""
LEAST_PAIRS = 8


@dataclass(frozen=True)
class PairRecipe:
    """How it is learned; found on folds of QMUL Shoe-V1.

    Attributes:
        steps: for each category.
        layout_share: of the embedding's squared norm, see `EmbeddingHead`: the very photo is told
            by pose and outline more than a category is.
        drop: share of the features that a step does not see.
        temperature: of the contrastive loss (InfoNCE in both directions).
    """

    steps: int = 300
    batch: int = 96
    rate: float = 3e-4
    weight_decay: float = 0.05
    layout_share: float = 0.5
    drop: float = 0.2
    temperature: float = 0.07
    seed: int = 0


@dataclass(frozen=True, eq=False)
class PairFeatures:
    """What the frozen network says of pairs.

    Attributes:
        sketch, photo: (N, V, 3072) pooled and grid features; of 2 V' views every second is the
            mirror image of the one before.
        category: (N,) names.
    """

    sketch: NDArray[np.float16]
    photo: NDArray[np.float16]
    category: NDArray[np.str_]


def pairs_of(images: Sequence[LabelledImage]) -> list[tuple[LabelledImage, LabelledImage]]:
    """(sketch, photo) of every sketch whose photo is there.

    Raises:
        InputError: there are too few.
    """
    photos = {image.instance: image for image in images if image.modality == "photo"}
    sketches = [image for image in images if image.modality == "sketch"]
    found = [(each, photos[each.instance]) for each in sketches if each.instance in photos]
    if len(found) < LEAST_PAIRS:
        raise InputError(
            f"There must be {LEAST_PAIRS} pairs at least, photo/CATEGORY/ID.jpg with "
            f"sketch/CATEGORY/ID-1.png; {len(found)} are there."
        )
    return found


def pair_features(
    encoder: StrokewiseEncoder,
    pairs: Sequence[tuple[LabelledImage, LabelledImage]],
    report: Callable[[float], None],
) -> PairFeatures:
    """Everything that is learned from, worked out once."""
    rows: list[list[NDArray[np.float16]]] = [[], []]
    for i, pair in enumerate(pairs):
        for row, image in zip(rows, pair, strict=True):
            views = np.stack(_views(image.pixels(encoder.input_size)))
            features = encoder.embedding_features(to_batch(views, encoder.device))
            row.append(features.half().cpu().numpy())
        report((i + 1) / len(pairs))
    names = np.array([sketch.category for sketch, _ in pairs])
    return PairFeatures(np.stack(rows[0]), np.stack(rows[1]), names)


def fit(base: EmbeddingHead, pairs: PairFeatures, recipe: PairRecipe) -> EmbeddingHead:
    """A copy of `base` that has learned from the pairs; every batch is of one category."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    head = copy.deepcopy(base).requires_grad_(True).train()
    head.layout_share.fill_(recipe.layout_share)
    optimiser = torch.optim.AdamW(
        head.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay
    )
    names, counts = np.unique(pairs.category, return_counts=True)
    rows_of = [np.flatnonzero(pairs.category == name) for name in names]
    steps = recipe.steps * len(names)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * 0.5 * (1 + math.cos(math.pi * step / steps))
        rows = rows_of[random.choice(len(names), p=counts / counts.sum())]
        rows = random.permutation(rows)[: recipe.batch]
        mirrored = random.integers(2, size=len(rows))
        embedded = [
            _embed(head, features[rows, 2 * _framing(random, len(rows)) + mirrored], recipe.drop)
            for features in (pairs.sketch, pairs.photo)
        ]
        alike = embedded[0] @ embedded[1].T / recipe.temperature
        own = torch.arange(len(rows))
        loss = functional.cross_entropy(alike, own) + functional.cross_entropy(alike.T, own)
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss / 2)
        optimiser.step()
    return head.requires_grad_(False).eval()


@torch.no_grad()
def embed(head: EmbeddingHead, features: NDArray[np.float16]) -> NDArray[np.float32]:
    """(N, 256) unit vectors of (N, 3072) features."""
    return np.asarray(_embed(head, features).numpy())


def _framing(random: np.random.Generator, count: int) -> NDArray[np.int64]:
    return random.integers(len(VIEWS), size=count)


def _embed(head: EmbeddingHead, features: NDArray[np.float16], drop: float = 0.0) -> torch.Tensor:
    seen = torch.from_numpy(features.astype(np.float32))
    if drop:
        seen = functional.dropout(seen, drop)
    pooled = head.semantic.in_features
    return head.join(*head.parts(seen[:, :pooled], seen[:, pooled:]))


def _views(pixels: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """Each of `VIEWS`, and its mirror image after it."""
    side = len(pixels)
    image = Image.fromarray(pixels)
    found: list[NDArray[np.uint8]] = []
    for size, right, down in VIEWS:
        if (size, right, down) == VIEWS[PLAIN]:
            seen = pixels
        else:
            edge = side * (1 - 1 / size) / 2
            place = (1 / size, 0, edge - right * side, 0, 1 / size, edge - down * side)
            moved = image.transform(
                (side, side),
                Image.Transform.AFFINE,
                place,
                Image.Resampling.BICUBIC,
                fillcolor="white",
            )
            seen = np.asarray(moved)
        found += [seen, seen[:, ::-1]]
    return found


def say(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(f"{text}\n")


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="engine.training.pairs", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder or zip")
    parser.add_argument("-o", "--output", type=Path, required=True, help="FILE.safetensors")
    parser.add_argument("--steps", type=int, default=PairRecipe.steps, help="for each category")
    parser.add_argument("--seed", type=int, default=PairRecipe.seed)
    args = parser.parse_args(arguments)
    try:
        if not args.output.parent.is_dir():
            raise InputError(f"{args.output.parent} is not a folder.")
        pairs = pairs_of(labelled_images(args.data))
    except InputError as error:
        say(str(error))
        return 2
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    features = pair_features(encoder, pairs, lambda share: say(f"features: {share:.0%}"))
    head = fit(encoder.embedding_head, features, PairRecipe(steps=args.steps, seed=args.seed))
    write_embedding(args.output, head, encoder)
    print(json.dumps({"file": str(args.output), "pairs": len(pairs)}))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
