"""What a drawing that is not finished may become, each of it to be searched by.

Half a drawing lies far from the photos of what it will show. The category head, which names
drawings from few strokes, says what that may be, and `category_prototypes` where finished drawings
of it lie. So the drawing is read in several ways: as it is, and as each of the likeliest things,
the semantic part of its embedding pulled to where those lie. The layout part stays as it is drawn.
How likely a reading is says how many of the photos it gets (`engine.retrieval.turns`): few strokes
bring photos of many things, a cat with whiskers brings cats.

Drawings that lie far from all that they may become, say careful sketches of things the head does
not know, are searched for as they are. All numbers here were chosen on the validation categories of
Sketchy and on Quick, Draw! drawings not trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from engine.encoders.base import Encoder
from engine.encoders.prototypes import CategoryPrototypes, load_prototypes
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.encoders.strokewise_net import SEMANTIC_DIMENSIONS
from engine.evaluation.doodles import rasterise_drawing
from engine.evaluation.embedding import to_batch
from engine.strokes import FloatArray

GATE = (0.6, 0.72)
"""Cosine of a drawing and the nearest of what it may be, below which it is searched for as it is
alone, and above which its readings have all of their shares. A tenth of Quick, Draw! drawings lie
below 0.70, half of Sketchy's sketches below 0.67."""
GUESSES = 12
"""So many of the likeliest; 25 find the right photos hardly sooner."""
PULL = 8.0
"""Weight of what a reading takes the drawing for, against the drawing's own semantic part."""
FLATTEN = 0.7
"""Exponent of the probabilities: the unlikely get more of the photos than they are likely."""
AS_DRAWN = 0.03
"""Share of the drawing as it is, beside readings that have all of theirs."""
LAYOUT = 0.6
"""Factor of the layout part where photos of all kinds are searched. On the validation categories,
photos smoothed, 1 gives mAP 0.491 and Acc@1 31.8 %, 0.6 gives 0.530 and 29.7 %, 0.3 gives 0.554 and
25.7 %; with 0.6 no figure is below that of the embedding alone."""


@dataclass(frozen=True, eq=False)
class Readings:
    """A drawing, read in one way or several.

    Attributes:
        vectors: (R, D) unit vectors to search by; the first is the drawing as it is.
        shares: (R,) of the photos found; any scale.
        names: what the drawing is taken for, R times; "" for the drawing as it is.
    """

    vectors: NDArray[np.float32]
    shares: NDArray[np.float64]
    names: tuple[str, ...]

    @classmethod
    def one(cls, vector: NDArray[np.float32]) -> Readings:
        """Something that is no riddle: a photo, words, a drawing as it is. (D,) unit vector."""
        return cls(vector[None], np.ones(1), ("",))

    def likely(self, count: int) -> Readings:
        """Without those too unlikely to get any of `count` photos."""
        stay = self.shares >= self.shares.max() / count
        stay[0] = True
        names = tuple(name for name, stays in zip(self.names, stay, strict=True) if stays)
        return Readings(self.vectors[stay], self.shares[stay], names)


def by_kind(vectors: NDArray[np.float32], semantic_dimensions: int | None) -> NDArray[np.float32]:
    """(N, D) unit vectors that search photos of all kinds: what is drawn counts more than how.

    Args:
        vectors: (N, D) unit vectors of drawings.
        semantic_dimensions: of the encoder; without any all stays as it is.
    """
    if semantic_dimensions is None:
        return vectors
    found = vectors.copy()
    found[:, semantic_dimensions:] *= LAYOUT
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


@torch.no_grad()
def readings_of(
    vectors: NDArray[np.float32], drawings: Sequence[Sequence[FloatArray]], encoder: Encoder
) -> list[Readings]:
    """How each of N drawings may be read, to search photos of all kinds (`by_kind`).

    Args:
        vectors: (N, D) unit vectors, as the encoder embeds the drawings; the only reading of each
            if it does not guess.
        drawings: each a list of (M, 2) polylines of any range, y down, at least one.
    """
    if (
        not isinstance(encoder, StrokewiseEncoder)
        or (prototypes := load_prototypes(encoder)) is None
    ):
        return [Readings.one(vector) for vector in by_kind(vectors, encoder.semantic_dimensions)]
    pixels = np.stack(
        [
            rasterise_drawing([(line[:, 0], line[:, 1]) for line in lines], GUESS_SIZE)
            for lines in drawings
        ]
    )
    chances = encoder.guess(to_batch(pixels, encoder.device))
    own = torch.from_numpy(vectors).to(encoder.device)
    found = [
        read(vector, chance, prototypes, encoder.category_names)
        for vector, chance in zip(own, chances, strict=True)
    ]
    return [
        replace(each, vectors=by_kind(each.vectors, encoder.semantic_dimensions)) for each in found
    ]


def read(
    vector: torch.Tensor,
    chances: torch.Tensor,
    prototypes: CategoryPrototypes,
    names: Sequence[str],
) -> Readings:
    """The readings of one drawing.

    Args:
        vector: (D,) unit vector.
        chances: (C,) probabilities of the categories.
        prototypes: of these categories.
        names: C names.
    """
    likeliest = chances.topk(min(GUESSES, len(chances)))
    known = prototypes.drawings[likeliest.indices]
    low, high = GATE
    trust = float(((known @ vector).amax() - low) / (high - low))
    trust = min(max(trust, 0.0), 1.0)
    if trust == 0:
        return Readings.one(vector.cpu().numpy())
    flat = likeliest.values**FLATTEN
    shares = trust * likeliest.values.sum() * flat / flat.sum()
    semantic = vector[:SEMANTIC_DIMENSIONS]
    pulled = functional.normalize(semantic, dim=0) + PULL * functional.normalize(
        known[:, :SEMANTIC_DIMENSIONS], dim=1
    )
    pulled = functional.normalize(pulled, dim=1) * semantic.norm()
    layout = vector[SEMANTIC_DIMENSIONS:].expand(len(pulled), -1)
    return Readings(
        torch.cat([vector[None], torch.cat([pulled, layout], 1)]).cpu().numpy(),
        np.array([AS_DRAWN + 1 - trust, *shares.tolist()]),
        ("", *(names[i] for i in likeliest.indices.tolist())),
    )
