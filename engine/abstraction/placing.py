"""New strokes for a sketch: along the photo's contours, or sampled as the paper does."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.abstraction.curves import raised
from engine.abstraction.initial import initial_strokes
from engine.abstraction.prepared import PreparedPhoto
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.tracing import SIGMAS_PX
from engine.errors import InputError
from engine.strokes import sample_beziers

_SPREAD = 0.2
"""Of the scale of contours between seeds: standard deviation of its logarithm."""


@dataclass(frozen=True, eq=False)
class Placing:
    """Where new strokes may be.

    Attributes:
        photo: that is sketched.
        around: what is there already and stays; no stroke begins in its region.
        generator: chooses.
        points: control points of a stroke.
    """

    photo: PreparedPhoto
    around: Surroundings
    generator: torch.Generator
    points: int

    def starts(
        self, count: int, restarts: int, *, sampled: bool, beside: torch.Tensor | None = None
    ) -> torch.Tensor:
        """(restarts, count, points, 2) sets of strokes, `sampled` or `along_contours`.

        Raises:
            InputError: as for `sampled`.
        """
        return torch.stack(
            [
                self.sampled(count) if sampled else self.along_contours(count, nth, beside=beside)
                for nth in range(restarts)
            ]
        )

    def sampled(self, count: int, weights: torch.Tensor | None = None) -> torch.Tensor:
        """(count, points, 2) short curves at salient edges, px of the canvas (CLIPasso sec. 3.3).

        Args:
            count: how many.
            weights: (S, S) not negative, by which probabilities are multiplied.

        Raises:
            InputError: the locked region leaves no room.
        """
        probability = self.photo.probability
        if weights is not None:
            probability = probability * weights
        free = self._free()
        if free is not None:
            probability = probability * free
            if int((probability > 0).sum()) < count:
                raise InputError("The locked region leaves no room for strokes.")
        return initial_strokes(probability, count, self.generator, self.points)

    def along_contours(
        self,
        count: int,
        nth: int = 0,
        weights: torch.Tensor | None = None,
        beside: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """(count, points, 2) strokes along contours, px of the canvas; the rest `sampled`.

        Args:
            count: how many.
            nth: start of several: others follow contours of another scale.
            weights: (S, S) not negative: how much strokes are wanted in each place.
            beside: (m, points, 2) strokes of the sketch that are placed already.

        Raises:
            InputError: as for `sampled`.
        """
        scale = float(torch.randn((), generator=self.generator).mul(_SPREAD).exp())
        wanted, free = weights, self._free()
        if free is not None:
            wanted = free if weights is None else weights * free
        drawn = [line for line in self.around.lines if len(line)]
        if beside is not None and len(beside):
            curves = raised(beside).double().cpu().numpy()
            drawn += [torch.from_numpy(sample_beziers(curve[None])).float() for curve in curves]
        strokes = self.photo.contours.strokes(
            count,
            self.points,
            SIGMAS_PX[nth % len(SIGMAS_PX)] * scale,
            wanted,
            torch.cat(drawn) if drawn else None,
        )
        missing = count - len(strokes)
        return torch.cat([strokes, self.sampled(missing, weights)]) if missing else strokes

    def _free(self) -> torch.Tensor | None:
        """(S, S) 1 where strokes may begin; None: anywhere."""
        free = self.around.free(self.around.canvas, torch.device("cpu"))
        return None if free is None else free[0, 0]
