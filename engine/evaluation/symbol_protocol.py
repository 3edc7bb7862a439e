"""Symbols taught once: are they known again, and are others refused?

    python -m engine.evaluation.symbol_protocol omniglot_strokes_small2.zip

Omniglot's pen strokes as the program gets them. Random books of characters are taught by one
drawing each, by another hand than those that are then asked for.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.evaluation.image_tree import files_of
from engine.sketchembed.loading import Model, load_model
from engine.sketchembed.symbols import embedding_of, threshold
from engine.strokes import FloatArray

BOOKS = 200
SYMBOLS = 20
_EACH = 8
"""Drawings of each character that are looked at: embedding all takes minutes."""
_BREAK = "BREAK"
_START = "START"


@dataclass(frozen=True, slots=True)
class SymbolFigures:
    """Shares over all books.

    Attributes:
        nearest: of drawings of a taught symbol: the nearest symbol is theirs.
        recognised: the same, and near enough.
        refused: of drawings of other characters: none of the symbols is near enough.
        auroc: that a drawing of a taught symbol is nearer to its nearest symbol than one of another
            character.
    """

    nearest: float
    recognised: float
    refused: float
    auroc: float


def read_pen_strokes(data: Path) -> dict[str, list[list[FloatArray]]]:
    """Drawings, as polylines y down, of each ALPHABET/CHARACTER of a folder or zip.

    Raises:
        InputError: it cannot be read, or holds no such files.
    """
    found: dict[str, list[list[FloatArray]]] = defaultdict(list)
    for name, read in files_of(data, ".txt"):
        lines = strokes_of(read().decode("utf-8", "replace"))
        if lines:
            found["/".join(PurePosixPath(name).parts[-3:-1])].append(lines)
    if len(found) < 2:
        raise InputError(f"{data} has no pen strokes: ALPHABET/CHARACTER/NAME.txt is looked for.")
    return dict(found)


def strokes_of(text: str) -> list[FloatArray]:
    """The polylines of a file: START, then x,y,t lines (y up), BREAK after each stroke."""
    strokes: list[FloatArray] = []
    points: list[tuple[float, float]] = []
    for line in text.split():
        if line == _BREAK:
            if points:
                strokes.append(np.array(points))
            points = []
        elif line != _START:
            x, y = line.split(",")[:2]
            points.append((float(x), -float(y)))
    return strokes


def measure(
    embeddings: NDArray[np.float64], least: float, symbols: int = SYMBOLS, seed: int = 0
) -> SymbolFigures:
    """Figures over random books.

    Args:
        embeddings: (C, E, D) unit vectors of E drawings of C characters.
        least: the cosine below which a drawing is none of the symbols.
        symbols: in a book; fewer than C.
        seed: of the books.
    """
    random = np.random.default_rng(seed)
    classes, examples = embeddings.shape[:2]
    rows = []
    for _ in range(BOOKS):
        order = random.permutation(classes)
        book, others = order[:symbols], order[symbols:]
        taught = int(random.integers(examples))
        rest = np.delete(np.arange(examples), taught)
        means = embeddings[book, taught].T
        known = embeddings[book][:, rest] @ means
        unknown = embeddings[others][:, rest] @ means
        right = known.argmax(2) == np.arange(symbols)[:, None]
        best, strange = known.max(2), unknown.max(2).ravel()
        ranks = np.searchsorted(np.sort(strange), best.ravel()) / len(strange)
        rows.append(
            (
                right.mean(),
                (right & (best >= least)).mean(),
                (strange < least).mean(),
                ranks.mean(),
            )
        )
    return SymbolFigures(*(float(each) for each in np.mean(rows, axis=0)))


def embed_characters(
    characters: dict[str, list[list[FloatArray]]], model: Model
) -> NDArray[np.float64]:
    """(C, E, D) unit embeddings, as `engine.sketchembed.symbols` makes them."""
    each = min(_EACH, *map(len, characters.values()))
    rows = [
        [embedding_of(lines, model).double().cpu().numpy() for lines in characters[name][:each]]
        for name in sorted(characters)
    ]
    return np.array(rows)


def main(argv: list[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description="Symbols taught once, known again or refused.")
    parser.add_argument("data", type=Path, help="Omniglot's pen strokes, a folder or zip")
    parser.add_argument("--symbols", type=int, default=SYMBOLS, help="in a book")
    parser.add_argument("--strictness", type=float, default=1.0)
    args = parser.parse_args(argv)
    try:
        characters = read_pen_strokes(args.data)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    embeddings = embed_characters(characters, load_model())
    found = measure(embeddings, threshold(args.strictness), args.symbols)
    figures = {name: getattr(found, name) for name in SymbolFigures.__slots__}
    sys.stdout.write(json.dumps(figures | {"characters": len(characters)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
