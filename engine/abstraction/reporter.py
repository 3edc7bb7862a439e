"""From the canvas of the optimisation to what is told outside."""

from __future__ import annotations

import time

import numpy as np
import torch

from engine.abstraction.curves import STROKE_WIDTH_PX
from engine.abstraction.framing import Framing
from engine.abstraction.messages import Abstraction

_PREVIEW_EVERY_S = 0.05


class Reporter:
    """Makes `Abstraction`s out of canvas coordinates, and knows when the next preview is due.

    Args:
        framing: of the photo.
        encoder: its name.
        began_s: when the job began, by `time.perf_counter`.
    """

    def __init__(self, framing: Framing, encoder: str, began_s: float) -> None:
        self._framing = framing
        self._encoder = encoder
        self._began_s = began_s
        self._first_s: float | None = None
        self._previous_s = began_s

    def preview_due(self) -> bool:
        """Whether the last sketch is long enough ago."""
        return time.perf_counter() - self._previous_s >= _PREVIEW_EVERY_S

    def sketch(
        self,
        controls: torch.Tensor,
        loss: float = float("inf"),
        iterations: int = 0,
        losses: tuple[float, ...] = (),
        scores: tuple[float, ...] = (),
        likeness: float = 0.0,
    ) -> Abstraction:
        """(n, 4, 2) control points in canvas px as an answer in photo px."""
        now_s = time.perf_counter()
        self._previous_s = now_s
        if self._first_s is None:
            self._first_s = now_s
        beziers = self._framing.to_photo(controls.cpu().numpy().astype(np.float64))
        beziers.setflags(write=False)
        return Abstraction(
            beziers=beziers,
            width_px=STROKE_WIDTH_PX / self._framing.scale,
            loss=loss,
            losses=losses,
            iterations=iterations,
            seconds=now_s - self._began_s,
            first_preview_seconds=self._first_s - self._began_s,
            encoder=self._encoder,
            scores=scores,
            likeness=likeness,
        )
