"""One pass of the category head over a drawing, for all who ask about the same drawing in a row.

After each pen-up the guess, the target "what it looks like now", the first tints and F of the whole
sketch come from the same image by the same network; together they cost one forward and backward.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.attribution.estimators import on_paper
from engine.attribution.framing import LINE_WIDTH, Framed, frame_strokes
from engine.attribution.messages import Label
from engine.attribution.targets import OVERSAMPLING, CategoryLogProbability, Target
from engine.attribution.units import Units, whole_strokes
from engine.context import Context
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.strokes import Bounds, FloatArray

CANVAS_PX = OVERSAMPLING * GUESS_SIZE
"""Side of the canvas that the category head is shown."""


class Look:
    """What the category head says of a drawing.

    Attributes:
        framed: the drawing.
        encoder: has the head.
        units: its whole strokes.
        log_probabilities: (C,) log p(category | X).
    """

    def __init__(self, framed: Framed, encoder: StrokewiseEncoder) -> None:
        self.framed = framed
        self.encoder = encoder
        self.units: Units = whole_strokes(framed.lines)
        self._graph: tuple[torch.Tensor, torch.Tensor] | None = self._forward()
        self.log_probabilities = self._graph[1].detach()[0]
        self._gradients: dict[int, torch.Tensor] = {}

    def top(self, count: int) -> tuple[Label, ...]:
        """The `count` most probable categories, most probable first."""
        best = self.log_probabilities.exp().topk(count)
        return tuple(
            Label(self.encoder.category_names[i], p)
            for i, p in zip(best.indices.tolist(), best.values.tolist(), strict=True)
        )

    def gradient(self, category: int) -> torch.Tensor:
        """(1, 1, S, S) d log p(category | X) / d ink, S = `CANVAS_PX`."""
        if category not in self._gradients:
            # Kept for one category only: the activations are worth 20 MB.
            graph, self._graph = self._graph or self._forward(), None
            ink, log_probabilities = graph
            (self._gradients[category],) = torch.autograd.grad(log_probabilities[0, category], ink)
        return self._gradients[category]

    def _forward(self) -> tuple[torch.Tensor, torch.Tensor]:
        stamps = self.units.stamps(CANVAS_PX, LINE_WIDTH * CANVAS_PX)
        ink = stamps.image().to(self.encoder.device).requires_grad_(True)
        with torch.enable_grad():
            return ink, self.encoder.log_probabilities(on_paper(ink))


@dataclass(frozen=True, eq=False)
class SeenCategory:
    """A look, for one category."""

    look: Look
    category: int

    @property
    def value(self) -> float:
        """F = log p(category | X)."""
        return float(self.look.log_probabilities[self.category])

    def scores(self, units: Units) -> FloatArray:
        """(U,) of eq. 4 by the drawing as it is: `view_scores` with one view."""
        stamps = units.stamps(CANVAS_PX, LINE_WIDTH * CANVAS_PX)
        gradient = self.look.gradient(self.category)
        return stamps.attribution(gradient).cpu().numpy().astype(np.float64)


def framed_once(strokes: tuple[FloatArray, ...], frame: Bounds | None, context: Context) -> Framed:
    """As `frame_strokes`; asked again for the very same strokes, the very same answer.

    Raises:
        InputError: as `frame_strokes`.
    """
    last = context.cache.get("framed")
    if last is None or last[0] is not strokes or last[1] != frame:
        last = context.cache["framed"] = strokes, frame, frame_strokes(strokes, frame)
    framed: Framed = last[2]
    return framed


def look_at(framed: Framed, encoder: StrokewiseEncoder, context: Context) -> Look:
    """Look, unless that drawing was the last one looked at."""
    last = context.cache.get("look")
    if not (isinstance(last, Look) and last.framed is framed and last.encoder is encoder):
        last = context.cache["look"] = Look(framed, encoder)
    return last


def see_category(target: Target, framed: Framed, context: Context) -> SeenCategory | None:
    """What the look says of the target; None if that is no category."""
    if not isinstance(target, CategoryLogProbability):
        return None
    return SeenCategory(look_at(framed, target.encoder, context), target.category)
