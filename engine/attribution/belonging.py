"""Scores of strokes by a network that learned which ones belong (`Estimator.LEARNED`).

The network judges by a category. Where it is not named, the answer is the mean over the categories
that the drawing, or the photo and the drawing together, may show: p(belongs) = sum over c of
p(c) p(belongs | c). Made by `python -m engine.training.belonging`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.attribution.agreement import agreed_beliefs, category_beliefs
from engine.attribution.belonging_net import BelongingNet, stroke_places
from engine.attribution.estimators import Scores
from engine.attribution.messages import CategoryTarget, PhotoTarget, TargetSpec
from engine.attribution.resolve import category_column, guessing_encoder, photo_embedding
from engine.attribution.units import Units
from engine.context import Context
from engine.encoders.bundled import bundled_models, read_weights
from engine.encoders.prototypes import load_prototypes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.strokes import FloatArray

NAME = "stroke_belonging"
TOGETHER = 64
"""Strokes, one after the other, that are looked at together: each of them looks at each."""
_CATEGORIES = 8
"""The likeliest so many are asked one by one; the rest counts as "nobody knows"."""
_CERTAIN = 30.0
"""Log-odds are kept within this, so that a mean of probabilities can be turned back."""


@dataclass(frozen=True, eq=False)
class BelongingModel:
    """The network and what the categories mean to it.

    Attributes:
        net: on the CPU: it takes a few milliseconds.
        concepts: (C, D) unit vectors, a category each.
    """

    net: BelongingNet
    concepts: torch.Tensor

    def log_odds(self, lines: Sequence[FloatArray], beliefs: FloatArray | None) -> FloatArray:
        """(m,) log-odds that a stroke belongs.

        Args:
            lines: polylines on the unit square, in drawing order.
            beliefs: (C,) probabilities of what the drawing is to show; None if nobody knows.
        """
        weights, concepts = self._meanings(beliefs)
        places = torch.from_numpy(stroke_places(lines).astype(np.float32))
        chances = []
        for part in torch.split(places, TOGETHER):
            together = part.expand(len(concepts), *part.shape)
            there = torch.ones(together.shape[:2], dtype=torch.bool)
            with torch.no_grad():
                odds = self.net(together, there, concepts)
            chances.append(weights @ torch.sigmoid(odds.double()))
        log_odds: FloatArray = torch.logit(torch.cat(chances)).numpy()
        return log_odds.clip(-_CERTAIN, _CERTAIN)

    def _meanings(self, beliefs: FloatArray | None) -> tuple[torch.Tensor, torch.Tensor]:
        """(K,) weights that sum to 1, and (K, D) concepts; zeros for "nobody knows"."""
        nobody = torch.zeros(1, self.concepts.shape[1])
        if beliefs is None:
            return torch.ones(1, dtype=torch.float64), nobody
        likely = np.argsort(-beliefs, kind="stable")[:_CATEGORIES]
        likely = likely[beliefs[likely] > 0]
        rest = max(1 - float(beliefs[likely].sum()), 0.0)
        weights = torch.from_numpy(np.append(beliefs[likely], rest))
        return weights / weights.sum(), torch.cat([self.concepts[likely], nobody])


def load_belonging(encoder: StrokewiseEncoder) -> BelongingModel | None:
    """The network that comes with the program, if it was made with this encoder.

    Raises:
        InputError: its file is missing or damaged.
    """
    model = bundled_models()[NAME]
    prototypes = load_prototypes(encoder)
    if prototypes is None or model.encoder != encoder.name:
        return None
    net = BelongingNet(prototypes.drawings.shape[1])
    net.load_state_dict({name: each.float() for name, each in read_weights(model).items()})
    return BelongingModel(net.eval().requires_grad_(False), prototypes.drawings.cpu())


def learned_scores(
    units: Units, lines: Sequence[FloatArray], beliefs: FloatArray | None, context: Context
) -> FloatArray:
    """(U,) log-odds of units; a part of a stroke has its part of the stroke's.

    Args:
        lines: the strokes that the units are of, on the unit square.
        beliefs: see `BelongingModel.log_odds`.

    Raises:
        InputError: the network's file is missing or damaged.
    """
    key = ("belonging", NAME)
    if key not in context.cache:
        context.cache[key] = load_belonging(guessing_encoder("bundled", context))
    model: BelongingModel | None = context.cache[key]
    if model is None:
        raise InputError("The learned scores do not fit the encoder; install Strokewise again.")
    return units.from_strokes(model.log_odds(lines, beliefs))


def beliefs_about(spec: TargetSpec, units: Units, context: Context, seed: int) -> Scores:
    """(C,) probabilities of what the sketch is to show; a text leaves them to the sketch.

    Args:
        seed: of the subsets by which the sketch is looked at.

    Raises:
        InputError: no such category.
    """
    encoder = guessing_encoder("bundled", context)
    if isinstance(spec, CategoryTarget) and spec.name is not None:
        known = np.zeros(len(encoder.category_names))
        known[category_column(encoder, spec.name)] = 1
        return known
    beliefs = yield from category_beliefs(units, encoder, seed)
    prototypes = load_prototypes(encoder)
    if isinstance(spec, PhotoTarget) and prototypes is not None:
        beliefs = agreed_beliefs(beliefs, prototypes, photo_embedding(spec, encoder, context))
    return beliefs
