"""Which strokes of a sketch matter, and where the sketch is wrong."""

from __future__ import annotations

from collections.abc import Generator

import torch
from torch.nn.functional import interpolate

from engine.abstraction.loss import abstraction_loss, stage_distances
from engine.abstraction.optimisation import render_sketches
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.target import PLAIN, PhotoTarget
from engine.encoders.base import Encoder

_DROP_SHARE = 0.25
"""Of the strokes that leave before the rest is scored anew: what one did, another may do then."""


def stroke_scores(
    encoder: Encoder,
    target: PhotoTarget,
    controls: torch.Tensor,
    around: Surroundings,
    batch: int,
) -> Generator[None, None, torch.Tensor]:
    """(n,) how much the loss rises without each of (n, k, 2) strokes, n >= 2.

    SLA's question (Sketch explainability, section 4) put to the abstraction's own loss, answered
    by leaving each stroke out. A step is one pass of the encoder.
    """
    count = len(controls)
    everything = torch.arange(count)
    kept = torch.stack([everything[everything != i] for i in range(count)])
    losses = []
    with torch.no_grad():
        whole = float(_plain_loss(encoder, target, controls[None], around)[0])
    yield
    for part in torch.split(kept, batch):
        with torch.no_grad():
            losses.append(_plain_loss(encoder, target, controls[part], around))
        yield
    return torch.cat(losses).cpu() - whole


def in_order(scores: torch.Tensor) -> torch.Tensor:
    """Positions of strokes, what matters most first."""
    return torch.argsort(scores, descending=True, stable=True)


def fewer(
    encoder: Encoder,
    target: PhotoTarget,
    controls: torch.Tensor,
    count: int,
    around: Surroundings,
    batch: int,
) -> Generator[None, None, torch.Tensor]:
    """(count, k, 2): the strokes that are left when those that matter least leave by and by."""
    while len(controls) > count:
        scores = yield from stroke_scores(encoder, target, controls, around, batch)
        keep = max(count, int(len(controls) * (1 - _DROP_SHARE)))
        staying = in_order(scores)[:keep].sort().values
        controls = controls[staying.to(controls.device)]
    return controls


def error_map(
    encoder: Encoder, target: PhotoTarget, controls: torch.Tensor, around: Surroundings
) -> torch.Tensor:
    """(S, S) on the CPU: how far (n, k, 2) strokes are from the photo there, over all stages."""
    with torch.no_grad():
        sketch = render_sketches(controls[None], target.side, around)
        features = encoder.encode(sketch.expand(-1, 3, -1, -1))
        distances = stage_distances(features, target, torch.tensor([PLAIN]))
        size = (around.canvas, around.canvas)
        maps = [interpolate(each, size, mode="bilinear") for each in distances.values()]
    return torch.stack(maps).sum(0)[0, 0].float().cpu()


def likeness(
    encoder: Encoder, target: PhotoTarget, controls: torch.Tensor, around: Surroundings
) -> float:
    """Cosine of the embeddings of (n, k, 2) strokes and of the photo."""
    with torch.no_grad():
        sketch = render_sketches(controls[None], target.side, around)
        embedding = encoder.encode(sketch.expand(-1, 3, -1, -1)).embedding
        return float((embedding * target.embeddings[PLAIN]).sum())


def _plain_loss(
    encoder: Encoder, target: PhotoTarget, controls: torch.Tensor, around: Surroundings
) -> torch.Tensor:
    sketches = render_sketches(controls, target.side, around)
    return abstraction_loss(encoder, target, sketches, torch.full((len(controls),), PLAIN))
