"""Control points of strokes: how many there are, and where they may lie."""

from __future__ import annotations

import torch

STROKE_WIDTH_PX = 3.0
"""Of 224 px (CLIPasso's look)."""
_MIN_LENGTH_PX = 4.0


def raised(controls: torch.Tensor) -> torch.Tensor:
    """(..., k, 2) Beziers of degree k - 1 as the same curves with four control points, exactly."""
    match controls.shape[-2]:
        case 2:
            first, last = controls.unbind(-2)
            points = [first, torch.lerp(first, last, 1 / 3), torch.lerp(first, last, 2 / 3), last]
        case 3:
            first, middle, last = controls.unbind(-2)
            points = [
                first,
                torch.lerp(first, middle, 2 / 3),
                torch.lerp(last, middle, 2 / 3),
                last,
            ]
        case _:
            return controls
    return torch.stack(points, -2)


def lowered(controls: torch.Tensor, points: int) -> torch.Tensor:
    """(..., 4, 2) cubics with `points` control points: what `raised` made is given back."""
    first, second, third, last = controls.unbind(-2)
    match points:
        case 2:
            return torch.stack([first, last], -2)
        case 3:
            middle = (3 * (second + third) - first - last) / 4
            return torch.stack([first, middle, last], -2)
        case _:
            return controls


def keep_drawable(
    controls: torch.Tensor, bounds: tuple[float, float, float, float]
) -> torch.Tensor:
    """(..., k, 2) control points moved inside `bounds`, strokes too short to see lengthened.

    The ink stays inside too: control points keep half a line's width from the bounds, and a Bezier
    curve never leaves the hull of its control points.
    """
    low = controls.new_tensor(bounds[:2]) + STROKE_WIDTH_PX / 2
    high = controls.new_tensor(bounds[2:]) - STROKE_WIDTH_PX / 2
    inside = controls.clamp(low, high)  # first: this can squeeze a stroke to nothing
    short = (inside.amax(-2) - inside.amin(-2)).amax(-1) < _MIN_LENGTH_PX
    if not short.any():
        return inside
    middle = inside.mean(-2, keepdim=True).clamp(low + _MIN_LENGTH_PX, high - _MIN_LENGTH_PX)
    dash = torch.linspace(
        -0.5, 0.5, controls.shape[-2], device=controls.device, dtype=controls.dtype
    )
    dash = torch.stack([dash * _MIN_LENGTH_PX * 1.5, torch.zeros_like(dash)], -1)
    return torch.where(short[..., None, None], middle + dash, inside)
