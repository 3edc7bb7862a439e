"""Ink (a): the anti-aliased pen, strokes of given width, opacity and colour on white paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch

from engine.errors import InputError
from engine.raster.compositing import Compositor, Over, Product, Union
from engine.raster.coverage import SOFTNESS_PX, Coverage, coverage, reach_px
from engine.raster.cuda_pen import CudaPen, kernels
from engine.raster.field import DistanceField, Part, Projections
from engine.raster.ops import Array, Ops, ops_for, to_array, to_tensor
from engine.raster.sampling import Samples, sample
from engine.raster.strokes import Strokes, Topology
from engine.raster.validation import (
    MAX_WIDTH_PX,
    checked_colours,
    checked_size,
    checked_strokes,
    per_stroke,
)

Backend = Literal["native", "torch", "diffvg"]

_OVERDRAW = 4
"""From so many times the canvas in tiles on, pixels that are black for good are left out."""


@dataclass(frozen=True)
class _Settings:
    topology: Topology
    size: tuple[int, int]
    union: bool
    coloured: bool
    softness_px: float
    segments: int | None
    force_torch: bool


@dataclass(frozen=True)
class _Saved:
    """Those entries of one part that can carry gradient, (E,) each."""

    strokes: slice
    stroke: Array
    by_width: Array | None
    by_opacity: Array | None
    by_distance: Array
    projections: Projections


class _Pen(torch.autograd.Function):
    """Control points (C, 2), widths (S,), opacities (S,), colours (S, channels) to an image."""

    @staticmethod
    def forward(
        ctx: Any,
        controls: torch.Tensor,
        widths: torch.Tensor,
        opacities: torch.Tensor,
        colours: torch.Tensor,
        settings: _Settings,
    ) -> torch.Tensor:
        points, width, opacity, colour = (
            to_array(v, force_torch=settings.force_torch)
            for v in (controls, widths, opacities, colours)
        )
        ops, topology, size = ops_for(points), settings.topology, settings.size
        reach = reach_px(settings.softness_px)
        samples = sample(ops, topology, points[:, 0], points[:, 1], settings.segments)
        field = DistanceField(ops, samples, width * 0.5 + reach, topology.sketch, size)
        pixels = topology.n_sketches * size[0] * size[1]
        hidden = None
        compositor: Compositor
        if settings.union or settings.coloured:
            compositor = (Union if settings.union else Over)(ops, pixels, colour)
        else:
            crowded = field.tile_pixels > _OVERDRAW * pixels and field.side <= min(size)
            if ops.on_host and crowded:
                covers = (opacity == 1) & (width * 0.5 - reach > 0.5**0.5)
                hidden = _covered(samples, topology, size, covers)
            compositor = Product(ops, pixels, points, hidden)
        wide = ops.on_host and bool(width.min() >= 2 * reach)
        saved = []
        for i, part in enumerate(field.parts(hidden)):
            half_width = ops.take(width[part.strokes] * 0.5, part.stroke)
            opacity_of = ops.take(opacity[part.strokes], part.stroke)
            c = coverage(ops, part.distance, half_width, settings.softness_px, wide=wide)
            compositor.add(part.pixel, part.stroke + part.strokes.start, opacity_of * c.ink)
            if any(ctx.needs_input_grad):
                can_change = c.ink if ctx.needs_input_grad[2] else c.by_half_width
                entries = ops.flatnonzero(can_change > 0)
                compositor.select(i, entries)
                saved.append(_save(ops, part, opacity_of, c, entries, ctx.needs_input_grad))
        image = compositor.image()
        ctx.saved = ops, field, compositor, saved, topology
        image = image.reshape(compositor.channels, topology.n_sketches, *size)
        return to_tensor(ops.copy(image.swapaxes(0, 1)))

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> Any:
        ops, field, compositor, saved, topology = ctx.saved
        g_image = to_array(grad, force_torch=not ops.on_host).swapaxes(0, 1)
        g_alphas, g_colours = compositor.backward(g_image.reshape(compositor.channels, -1))
        of_controls, of_widths, of_opacities, of_colours, _ = ctx.needs_input_grad
        g_widths = ops.full((topology.n_strokes,), 0.0, field.like)
        g_opacities = ops.full((topology.n_strokes,), 0.0, field.like)
        for entries, g in zip(saved, g_alphas, strict=True):
            count = entries.strokes.stop - entries.strokes.start
            for total, slope in ((g_widths, entries.by_width), (g_opacities, entries.by_opacity)):
                if slope is not None:
                    total[entries.strokes] += ops.sum_by(entries.stroke, g * slope, count)
            g *= entries.by_distance
        g_controls = None
        if of_controls:
            projections = [entries.projections for entries in saved]
            g_controls = to_tensor(field.gradient_of_controls(projections, g_alphas))
        return (
            g_controls,
            to_tensor(g_widths) if of_widths else None,
            to_tensor(g_opacities) if of_opacities else None,
            to_tensor(g_colours) if of_colours else None,
            None,
        )


def _save(
    ops: Ops, part: Part, opacity: Array, c: Coverage, entries: Array, needs: tuple[bool, ...]
) -> _Saved:
    """Slopes of alpha of some entries; by distance divided by it, as the field wants it."""
    opacity = ops.take(opacity, entries)
    distance = ops.maximum(ops.take(part.distance, entries), 1e-12)
    return _Saved(
        strokes=part.strokes,
        stroke=ops.take(part.stroke, entries),
        by_width=opacity * ops.take(c.by_half_width, entries) * 0.5 if needs[1] else None,
        by_opacity=ops.take(c.ink, entries) if needs[2] else None,
        by_distance=opacity * ops.take(c.by_distance, entries) / distance,
        projections=part.project(ops, entries),
    )


def _covered(
    samples: Samples, topology: Topology, size: tuple[int, int], covers: np.ndarray
) -> np.ndarray:
    """(B * H * W,) pixels that hold a point of a stroke in `covers`, (S,): black for good.

    Looked up at the start and in the middle of each segment; a pixel's centre is at most
    1 / sqrt(2) px from a point inside the pixel.
    """
    height, width = size
    covered = np.zeros(topology.n_sketches * height * width, bool)
    first_pixel = topology.sketch[samples.stroke] * (height * width)
    covers = covers[samples.stroke]
    x, y = samples.x[samples.start], samples.y[samples.start]
    to_middle_x = (samples.x[samples.start + 1] - x) * 0.5
    to_middle_y = (samples.y[samples.start + 1] - y) * 0.5
    for _ in range(2):
        here = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height) & covers)
        pixel = first_pixel.take(here) + y.take(here).astype(np.int64) * width
        covered[pixel + x.take(here).astype(np.int64)] = True
        x, y = x + to_middle_x, y + to_middle_y
    return covered


def render_pen(
    strokes: torch.Tensor | Strokes,
    size: tuple[int, int],
    width_px: float | torch.Tensor = 3.0,
    opacity: float | torch.Tensor = 1.0,
    colour: torch.Tensor | None = None,
    *,
    composite: Literal["over", "union"] = "over",
    softness_px: float = SOFTNESS_PX,
    segments: int | None = None,
    backend: Backend = "native",
) -> torch.Tensor:
    """Draw strokes with a round pen on white paper (the rasteriser R of CLIPasso, section 3).

    Differentiable once in control points, widths, opacities and colours; on the CPU the same input
    gives the same bits.
    Which pixels carry gradient: `engine.raster.coverage`. Any thread; nothing is shared.

    Args:
        strokes: control points (B, n, k, 2) or (n, k, 2) in px, k = 2, 3 or 4, or `Strokes`.
        size: (H, W) of the canvas in px.
        width_px: whole width of the lines (not half of it, as diffvg's `stroke_width`): a number,
            or one a stroke: (S,), (n,) or (B, n). CLIPasso's look is 3 px at 224.
        opacity: 0 to 1, shaped like `width_px`.
        colour: RGB in [0, 1]: (3,), or one a stroke: (S, 3), (n, 3) or (B, n, 3). None: black.
        composite: "over" in drawing order (for black, the order does not matter), or "union", where
            each pixel shows its strongest stroke only.
        softness_px: e of `engine.raster.coverage`, in (0, 1].
        segments: straight segments to cut every curve into; None: as many as its shape needs.
        backend: "native": numpy on the CPU, on a device two kernels (`engine.raster.cuda_pen`) or
            torch; "torch": torch wherever the strokes are; "diffvg": pydiffvg, where installed
            (composited "over", with its own softness).

    Returns:
        (B, 1, H, W), or (B, 3, H, W) with `colour`; white is 1. Type and device of the strokes.

    Raises:
        InputError: nothing to draw, or a stroke with a point, width, opacity or colour that is not
            a number or out of range; the message names the stroke.
    """
    strokes = checked_strokes(strokes)
    size = checked_size(size)
    widths = per_stroke(width_px, strokes, "width", (0.0, MAX_WIDTH_PX))
    opacities = per_stroke(opacity, strokes, "opacity", (0.0, 1.0))
    coloured = colour is not None
    if not 0 < softness_px <= 1:
        raise InputError(
            f"The softness of edges must be above 0 and at most 1 px, not {softness_px}."
        )
    if colour is None:
        colours = strokes.controls.new_zeros(strokes.topology.n_strokes, 1)
    else:
        colours = checked_colours(colour, strokes)
    if backend == "diffvg":
        from engine.raster.diffvg import render_with_diffvg

        if composite != "over":
            raise InputError("diffvg composites strokes in order; it knows no union.")
        return render_with_diffvg(strokes, size, widths, opacities, colours)
    if strokes.controls.is_cuda and backend == "native" and composite == "over" and not coloured:
        compiled = kernels(strokes.controls.dtype, strokes.controls.device.index)
        if compiled is not None:
            drawn: torch.Tensor = CudaPen.apply(  # type: ignore[no-untyped-call]
                strokes.controls,
                widths,
                opacities,
                strokes.topology,
                size,
                softness_px,
                segments,
                compiled,
            )
            return drawn
    settings = _Settings(
        topology=strokes.topology,
        size=size,
        union=composite == "union",
        coloured=coloured,
        softness_px=softness_px,
        segments=segments,
        force_torch=backend == "torch",
    )
    image: torch.Tensor = _Pen.apply(strokes.controls, widths, opacities, colours, settings)  # type: ignore[no-untyped-call]
    return image
