"""The decoder drawing by itself: each movement is drawn from the mixture and fed back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.sketchembed.messages import MAX_POINTS
from engine.sketchembed.mixture import Mixture, Noise, log_density, sample
from engine.sketchembed.net import PEN_INPUTS, Decoder
from engine.strokes import START_TOKEN, FloatArray

_ENDED = 2


@dataclass(frozen=True, eq=False)
class Drawn:
    """One drawing.

    Attributes:
        rows: (L, 5) movements drawn (without those given), the end row included if there is one.
        log_probability: sum of the log densities of the offsets and log probabilities of the pen
            states, at temperature 1.
        finished: there is an end row.
    """

    rows: FloatArray
    log_probability: float
    finished: bool


@dataclass(frozen=True, eq=False)
class Chance:
    """All noise of a batch of drawings; the same chance gives the same drawings."""

    component: torch.Tensor
    offset: torch.Tensor
    pen: torch.Tensor

    @classmethod
    def seeded(cls, seed: int, drawings: int, shared: bool = False) -> Chance:
        """For B drawings of `MAX_POINTS` steps; `shared`: the same for all of them.

        The noise of a drawing does not depend on how many there are.
        """
        parts = []
        for drawing in range(1 if shared else drawings):
            generator = torch.Generator().manual_seed(seed * 65_537 + drawing)
            uniform = torch.rand(MAX_POINTS + 1, 2, generator=generator)
            normal = torch.randn(MAX_POINTS + 1, 2, generator=generator)
            parts.append(torch.cat([uniform, normal], 1))
        noise = torch.stack(parts, 1).expand(-1, drawings, -1)
        return cls(noise[..., 0], noise[..., 2:], noise[..., 1])

    def at(self, step: int, device: torch.device) -> Noise:
        """The noise of one step."""
        parts = (self.component[step], self.offset[step], self.pen[step])
        return Noise(*(each.to(device) for each in parts))


@torch.inference_mode()
def draw(
    decoder: Decoder,
    z: torch.Tensor,
    chance: Chance,
    temperature: float,
    given: FloatArray | None = None,
    lifted: bool = False,
) -> list[Drawn]:
    """Draw from embeddings.

    Args:
        decoder: its weights' device is where it happens.
        z: (B, D).
        chance: for B drawings.
        temperature: see `engine.sketchembed.mixture.sample`.
        given: (G, 5) movements without an end row, which every drawing begins with: the picture
            shows them, and what follows goes on from there.
        lifted: of `given` the last pen state is 1 (lifted) whatever it says.

    Returns:
        B drawings; each ends with an end row, or after `MAX_POINTS` movements, the given included.
    """
    device, batch = z.device, len(z)
    before = torch.zeros(batch, PEN_INPUTS, device=device)
    before[:, :5] = torch.tensor(START_TOKEN)
    before[:, 5] = float(given is not None)
    latent = decoder.cell.latent_inputs(z)
    state = decoder.cell.first_state(z)
    known = torch.from_numpy(_given_rows(given, lifted)).float().to(device)
    for row in known:
        _, state = decoder.step(latent, before, state)
        before[:, :5] = row
    rows = torch.zeros(MAX_POINTS + 1 - len(known), batch, 5, device=device)
    scores = torch.zeros(batch, device=device)
    length = torch.full((batch,), len(rows), device=device)
    alive = torch.ones(batch, dtype=torch.bool, device=device)
    one_hot = torch.eye(3, device=device)
    for step in range(len(rows)):
        found, state = decoder.step(latent, before, state)
        offset, pen = sample(found, chance.at(step, device), temperature)
        ended = pen == _ENDED
        offset = offset * ~ended[:, None]
        scores += _log_probability(found, offset, pen) * alive
        before[:, :5] = rows[step] = torch.cat([offset, one_hot[pen]], 1)
        length[alive & ended] = step + 1
        alive &= ~ended
        if not bool(alive.any()):
            break
    finished, lengths = (~alive).tolist(), length.tolist()
    made = rows.double().cpu().numpy()
    return [
        Drawn(_without_overflow(made[:n, i], done), score, done)
        for i, (n, done, score) in enumerate(zip(lengths, finished, scores.tolist(), strict=True))
    ]


def _without_overflow(rows: FloatArray, finished: bool) -> FloatArray:
    """The last row may only say that the drawing ended; without an end it is one too many."""
    return rows if finished else rows[:-1]


def _given_rows(given: FloatArray | None, lifted: bool) -> FloatArray:
    if given is None:
        return np.empty((0, 5))
    rows = given.copy()
    if lifted and len(rows):
        rows[-1, 2:] = (0.0, 1.0, 0.0)
    return rows


def _log_probability(found: Mixture, offset: torch.Tensor, pen: torch.Tensor) -> torch.Tensor:
    pen_part = torch.log_softmax(found.pen_logits, -1).gather(1, pen[:, None]).squeeze(1)
    return pen_part + torch.where(pen == _ENDED, 0.0, log_density(found, offset))
