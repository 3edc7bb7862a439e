"""Refuse input that cannot be drawn, and say which stroke is at fault."""

from __future__ import annotations

import numpy as np
import torch

from engine.errors import InputError
from engine.raster.ops import Array, to_array
from engine.raster.strokes import Strokes

COORDINATE_LIMIT_PX = 1e6
"""Control points further out than this are refused: float32 no longer resolves a pixel there."""

MAX_WIDTH_PX = 10_000.0
"""No pen is wider than this."""


def checked_strokes(strokes: torch.Tensor | Strokes) -> Strokes:
    """The strokes, fit to draw.

    Raises:
        InputError: nothing to draw, another type than float32 or float64, or a control point that
            is not a number, infinite, or more than a million px away.
    """
    if not isinstance(strokes, Strokes):
        strokes = Strokes.beziers(strokes)
    controls = strokes.controls
    if controls.dtype not in (torch.float32, torch.float64):
        raise InputError(f"Control points must be float32 or float64, not {controls.dtype}.")
    fine = abs(to_array(controls)) <= COORDINATE_LIMIT_PX
    if not fine.all():
        bad = np.flatnonzero(~_on_host(fine).all(1))[0]
        name = strokes.topology.name(strokes.topology.stroke_of_control(int(bad)))
        where = _on_host(controls.detach())[bad].tolist()
        trouble = (
            "a point too far away" if np.isfinite(where).all() else "a point that is no number"
        )
        raise InputError(f"{name} has {trouble}: x = {where[0]:g}, y = {where[1]:g}.")
    return strokes


def per_stroke(
    value: float | torch.Tensor,
    strokes: Strokes,
    what: str,
    limits: tuple[float, float],
) -> torch.Tensor:
    """(S,) one number a stroke.

    Args:
        value: a number, or (S,), or (n,) or (B, n) where every sketch has n strokes.
        what: its name in messages.
        limits: least and largest value allowed.

    Raises:
        InputError: another shape, or a value outside the limits or not a number.
    """
    topology, like = strokes.topology, strokes.controls
    if isinstance(value, int | float) and limits[0] <= value <= limits[1]:
        return like.new_full((topology.n_strokes,), value)
    values = torch.as_tensor(value, dtype=like.dtype, device=like.device).reshape(-1)
    each = topology.n_strokes // topology.n_sketches
    if len(values) == each and each * topology.n_sketches == topology.n_strokes:
        values = values.repeat(topology.n_sketches)
    elif len(values) == 1:
        values = values.expand(topology.n_strokes)
    if len(values) != topology.n_strokes:
        raise InputError(
            f"There must be one {what} for each of {topology.n_strokes} strokes, not {len(values)}."
        )
    numbers = to_array(values)
    fine = (numbers >= limits[0]) & (numbers <= limits[1])
    if not fine.all():
        bad = int(np.flatnonzero(~_on_host(fine))[0])
        raise InputError(
            f"{topology.name(bad)} has the {what} {float(numbers[bad]):g}; it must lie between "
            f"{limits[0]:g} and {limits[1]:g}."
        )
    return values


def checked_colours(colours: torch.Tensor, strokes: Strokes) -> torch.Tensor:
    """(S, channels) from (channels,), (n, channels), (B, n, channels) or (S, channels).

    Raises:
        InputError: another shape, or a value outside [0, 1] or not a number.
    """
    topology, like = strokes.topology, strokes.controls
    colours = colours.to(dtype=like.dtype, device=like.device)
    each = topology.n_strokes // topology.n_sketches
    if colours.ndim == 1:
        colours = colours.expand(topology.n_strokes, -1)
    elif (
        colours.ndim == 2
        and len(colours) == each
        and each * topology.n_sketches == topology.n_strokes
    ):
        colours = colours.repeat(topology.n_sketches, 1)
    colours = colours.reshape(-1, colours.shape[-1])
    if len(colours) != topology.n_strokes:
        raise InputError(
            f"There must be a colour for each of {topology.n_strokes} strokes, not {len(colours)}."
        )
    fine = _on_host(((colours >= 0) & (colours <= 1)).all(1))
    if not fine.all():
        bad = int(np.flatnonzero(~fine)[0])
        raise InputError(f"{topology.name(bad)} has a colour outside 0 to 1.")
    return colours


def checked_size(size: tuple[int, int]) -> tuple[int, int]:
    """(H, W) of the canvas in px.

    Raises:
        InputError: a side below 1 px.
    """
    height, width = int(size[0]), int(size[1])
    if height < 1 or width < 1:
        raise InputError(f"A canvas of {width} x {height} pixels has no room to draw.")
    return height, width


def _on_host(values: Array) -> np.ndarray:
    return values if isinstance(values, np.ndarray) else values.cpu().numpy()
