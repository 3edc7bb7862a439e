"""Do embeddings tell how a drawing is composed? Linear probes for SketchEmbedNet's figure 4.

    python -m engine.evaluation.components [--vae FILE]

Drawings of circles and squares are made in which only one thing matters: how many there are
(numerosity), on which side of the square the circle lies (placement), or what is inside of what
(containment). Size, place, turn and hand vary at random. A linear classifier is fitted to the
embeddings of a few and tested on others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.evaluation.fewshot import Classifier, classify, normalised
from engine.evaluation.fewshot_protocol import Embed, embeddings_to_compare
from engine.sketchembed.canvas import SIDE_PX, render
from engine.strokes import FloatArray

Random = np.random.Generator
Drawing = list[FloatArray]

LEARNT = 40
TESTED = 150
"""Drawings of each kind."""
_SIDES = ((-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0))


def circle(x: float, y: float, radius: float, random: Random) -> FloatArray:
    """A circle as a hand draws it: begun anywhere, not quite round, not quite closed."""
    turn = random.uniform(0, 2 * np.pi) + np.linspace(0, 2 * np.pi * random.uniform(0.95, 1.02), 20)
    wobble = 1 + 0.06 * np.sin(2 * turn + random.uniform(0, 2 * np.pi))
    return np.stack([x + radius * wobble * np.cos(turn), y + radius * np.sin(turn)], 1)


def square(x: float, y: float, half: float, random: Random) -> FloatArray:
    """A square as a hand draws it."""
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]], float)
    return corners * half + (x, y) + 0.08 * half * random.standard_normal((5, 2))


def numerosity(kind: int, random: Random) -> Drawing:
    """1 + `kind` of the same shape in a row or a column, like a snowman's balls."""
    shape = circle if random.random() < 0.5 else square
    count = kind + 1
    # As large together whatever their number, half of the time; else of one size each.
    size = 0.38 / count if random.random() < 0.5 else 0.1
    step = np.array((0.0, 1.0) if random.random() < 0.5 else (1.0, 0.0))
    at = (np.arange(count) - kind / 2)[:, None] * step * size * 2.15
    return [shape(float(x), float(y), size, random) for x, y in at]


def placement(kind: int, random: Random) -> Drawing:
    """A square, and a circle left of it, right of it, above or below."""
    half, radius = random.uniform(0.1, 0.2), random.uniform(0.06, 0.15)
    gap = half + radius + random.uniform(0.02, 0.12)
    along = np.array(_SIDES[kind]) * gap
    across = np.array(_SIDES[kind])[::-1] * random.uniform(-0.6, 0.6) * half
    x, y = (along + across).tolist()
    return [square(0.0, 0.0, half, random), circle(x, y, radius, random)]


def containment(kind: int, random: Random) -> Drawing:
    """Circle in square, square in circle, one beside the other, or crossing."""
    large, small = random.uniform(0.25, 0.35), random.uniform(0.08, 0.13)
    if kind < 2:
        x, y = (random.uniform(-0.3, 0.3, 2) * (large - small)).tolist()
        outer, inner = (square, circle) if kind == 0 else (circle, square)
        return [outer(0.0, 0.0, large, random), inner(x, y, small, random)]
    side = np.array(_SIDES[random.integers(4)])
    distance = large + small * (1.7 if kind == 2 else 0.0)
    x, y = (side * distance).tolist()
    shapes = (square, circle) if random.random() < 0.5 else (circle, square)
    return [shapes[0](0.0, 0.0, large, random), shapes[1](x, y, small, random)]


PROBES: dict[str, tuple[Callable[[int, Random], Drawing], int]] = {
    "numerosity": (numerosity, 4),
    "placement": (placement, 4),
    "containment": (containment, 4),
}
"""How to make a drawing of a kind, and how many kinds there are."""


def images_of(
    make: Callable[[int, Random], Drawing], kinds: int, each: int, seed: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """(N, 28, 28) ink of `each` drawings of every kind, and their kinds."""
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(kinds), each)
    drawings = [_placed(make(int(kind), random), random) for kind in labels]
    return render(drawings).numpy().reshape(-1, SIDE_PX, SIDE_PX), labels


def _placed(lines: Drawing, random: Random) -> Drawing:
    """Turned a little, scaled and moved on the canvas."""
    angle, scale = 0.1 * random.standard_normal(), random.uniform(0.75, 1.05)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    points = np.concatenate(lines)
    middle = (points.min(0) + points.max(0)) / 2
    shift = 0.5 + random.uniform(-0.08, 0.08, 2)
    return [(line - middle) @ turn.T * scale + shift for line in lines]


def probe(embed: Embed, name: str, seed: int = 0) -> float:
    """Accuracy of a linear classifier on drawings it was not fitted to."""
    make, kinds = PROBES[name]
    learnt, _ = images_of(make, kinds, LEARNT, seed)
    tested, labels = images_of(make, kinds, TESTED, seed + 1)
    known = embed(learnt)
    middle, spread = known.mean(0), known.std(0) + 1e-6
    support = normalised((known - middle) / spread).reshape(kinds, LEARNT, -1)
    queries = normalised((embed(tested) - middle) / spread)
    return float((classify(support, queries, Classifier.LINEAR) == labels).mean())


def main(argv: list[str] | None = None) -> int:
    """Print the accuracies as JSON."""
    parser = argparse.ArgumentParser(description="Linear probes for the composition of drawings.")
    parser.add_argument("--vae", type=Path, help="made by engine.training.conv_vae")
    args = parser.parse_args(argv)
    try:
        methods = embeddings_to_compare(args.vae)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    found = {name: {p: probe(embed, p) for p in PROBES} for name, embed in methods.items()}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
