"""Ink (b): the sketch as one line whose intensity falls with distance, for point-level attribution.

P-SLA (Sketch explainability, section 4.3, eq. 5) sets each pixel to

    X(p) = sigmoid(2 - 5 min_t (dist(p, v_{t-1}, v_t) + (1 - q_{t-1}) 10^6)),

where a segment counts only if the pen is down at its first point (q_{t-1} = 1). SketchEmbedNet's
f_raster (section 3.3) is of the same kind, "inverse to the shortest distance". The paper leaves the
unit of dist open; with px, the half-intensity line is 0.8 px wide, as thin as the Bresenham line of
its Algorithm 1, so the unit here is `unit_px` = 1 px unless the caller wants a bolder line.

The sigmoid never ends, the band must: from d = 3 units a smooth step takes it to 0 at 3.5. What is
cut off is below sigmoid(-13) = 2.3e-6 everywhere, and the image stays continuously differentiable
(but for d = 0, where eq. 5 has the tip of a cone; its gradient there is taken as 0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from engine.errors import InputError
from engine.raster.field import DistanceField, Projections
from engine.raster.ops import Array, Ops, ops_for, to_array, to_tensor
from engine.raster.sampling import sample
from engine.raster.strokes import Strokes, Topology
from engine.raster.validation import checked_size, checked_strokes

_FADE_FROM, _FADE_TO = 3.0, 3.5


@dataclass(frozen=True)
class _Settings:
    topology: Topology
    size: tuple[int, int]
    unit_px: float
    force_torch: bool


class _Line(torch.autograd.Function):
    """Control points (C, 2) to intensities (B, 1, H, W)."""

    @staticmethod
    def forward(ctx: Any, controls: torch.Tensor, settings: _Settings) -> torch.Tensor:
        points = to_array(controls, force_torch=settings.force_torch)
        ops, topology, size = ops_for(points), settings.topology, settings.size
        samples = sample(ops, topology, points[:, 0], points[:, 1])
        reach = ops.full((topology.n_strokes,), _FADE_TO * settings.unit_px, points)
        field = DistanceField(ops, samples, reach, topology.sketch, size)
        image = ops.full((topology.n_sketches * size[0] * size[1],), 0.0, points)
        saved: list[tuple[Array, Array, Projections]] = []
        for part in field.parts():
            ink, slope = _profile(ops, part.distance * (1 / settings.unit_px))
            image[part.pixel] = ink
            if ctx.needs_input_grad[0]:
                slope *= 1 / settings.unit_px
                slope /= ops.maximum(part.distance, 1e-12)
                projections = part.project(ops, ops.arange(len(part.pixel)))
                saved.append((part.pixel, slope, projections))
        ctx.saved = ops, field, saved
        return to_tensor(image).reshape(topology.n_sketches, 1, *size)

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> Any:
        ops, field, saved = ctx.saved
        flat = to_array(grad, force_torch=not ops.on_host).reshape(-1)
        g = [ops.take(flat, pixel) * slope for pixel, slope, _ in saved]
        return to_tensor(field.gradient_of_controls([entry[2] for entry in saved], g)), None


def _profile(ops: Ops, d: Array) -> tuple[Array, Array]:
    """sigmoid(2 - 5 d), faded out, and its slope."""
    ink = 1 / (1 + ops.exp(5 * d - 2))
    slope = -5 * ink * (1 - ink)
    u = (ops.minimum(ops.maximum(d, _FADE_FROM), _FADE_TO) - _FADE_FROM) * (
        1 / (_FADE_TO - _FADE_FROM)
    )
    fade = 1 - u * u * (3 - 2 * u)
    fade_slope = (u * u - u) * (6 / (_FADE_TO - _FADE_FROM))
    return ink * fade, slope * fade + ink * fade_slope


def render_line(
    points: torch.Tensor,
    pen_down: torch.Tensor | np.ndarray,
    size: tuple[int, int],
    *,
    unit_px: float = 1.0,
    force_torch: bool = False,
) -> torch.Tensor:
    """Intensities of eq. 5: sketches as sequences of points with pen states.

    Args:
        points: (B, T, 2) or (T, 2) absolute coordinates v_t in px of the canvas.
        pen_down: (B, T) or (T,) q^1: nonzero where the pen touches the paper from this point to the
            next. The last point's state draws nothing.
        size: (H, W) of the canvas in px.
        unit_px: the unit of the distance in eq. 5, px.
        force_torch: run the torch code on the CPU too.

    Returns:
        (B, 1, H, W): 0 on empty paper, sigmoid(2) = 0.88 on the line. Every point that ends a drawn
        segment gets gradient.

    Raises:
        InputError: no segment with the pen down, or a point that is not a number.
    """
    if not unit_px > 0:
        raise InputError(f"The unit of the line's distance must be above 0 px, not {unit_px}.")
    strokes = _sequences(points, pen_down)
    settings = _Settings(strokes.topology, checked_size(size), unit_px, force_torch)
    image: torch.Tensor = _Line.apply(checked_strokes(strokes).controls, settings)  # type: ignore[no-untyped-call]
    return image


def _sequences(points: torch.Tensor, pen_down: torch.Tensor | np.ndarray) -> Strokes:
    """Each sketch as one stroke of all its segments, those with the pen up left out."""
    if points.ndim == 2:
        points = points[None]
    if points.ndim != 3 or points.shape[2] != 2:
        raise InputError(f"Points must have the shape (sketches, T, 2), not {tuple(points.shape)}.")
    sketches, length, _ = points.shape
    states = torch.as_tensor(pen_down).detach().cpu().numpy().astype(bool)
    states = np.broadcast_to(states, (sketches, length))
    sketch, first = np.nonzero(states[:, :-1])
    missing = np.setdiff1d(np.arange(sketches), sketch)
    if sketches == 0 or len(missing):
        which = int(missing[0]) if len(missing) else 0
        raise InputError(f"Sketch {which} has no line to draw: the pen is never down.")
    topology = Topology(
        first=sketch * length + first,
        degree=np.ones(len(first), np.int64),
        stroke=sketch,
        sketch=np.arange(sketches),
        n_controls=sketches * length,
        n_sketches=sketches,
    )
    return Strokes(points.reshape(-1, 2), topology)
