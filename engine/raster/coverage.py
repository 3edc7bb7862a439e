"""How much ink a pixel holds at a distance from the middle of a stroke.

A pixel is the average of the ink over a square of 1 px. Seen across a straight edge, the square is
a trapezoid kernel: the convolution of two boxes as wide as the edge normal's components. One
isotropic kernel stands in for all of them: K = box(1) * box(e), with e = `SOFTNESS_PX`. Two
properties make its gradients faithful:

- The samples of K at whole pixels always add up to 1 (any kernel that contains the box of 1 px has
  this), so the gradient of an edge parallel to the pixel grid does not pulsate with its position
  between pixels. A tent or a smooth step of half-width 0.7 px pulsates by a quarter.
- Its variance, (1 + e^2) / 12 px^2, is near the square's 1/12, so the image is as sharp as the
  area average. e = 1 is too blunt; below 0.4 the gradient feels single pixels.

A stroke of half width r covers, with Phi' = K,

    c(d) = Phi(r - d) - Phi(-r - d),

the exact average of K over a straight strip: thin lines fade in proportion to their width, and c
has slope 0 at d = 0. c is once continuously differentiable, so finite differences agree with the
gradient. Pixel centres within (1 + e) / 2 = 0.75 px of an edge carry gradient: in every row or
column an edge crosses at least one, wherever it lies, and usually two on each side of the stroke.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.raster.ops import Array, Ops

SOFTNESS_PX = 0.5
"""e above. Larger is smoother; 0 would be the plain box, whose slope jumps."""


def reach_px(softness_px: float) -> float:
    """How far beyond the edge of a stroke a pixel's centre may lie and still see ink."""
    return 0.5 * (1 + softness_px)


@dataclass(frozen=True)
class Coverage:
    """c and its slopes, (E,) each.

    Attributes:
        ink: c, in [0, 1].
        by_distance: dc/dd, per px.
        by_half_width: dc/dr, per px.
    """

    ink: Array
    by_distance: Array
    by_half_width: Array


def coverage(
    ops: Ops, distance: Array, half_width: Array, softness_px: float, *, wide: bool
) -> Coverage:
    """c(d) of strokes of half width r.

    Args:
        wide: every r is at least `reach_px`, so a pixel sees one edge of a stroke at most.
    """
    ink, outer = _ramp(ops, half_width - distance, softness_px)
    if wide:
        return Coverage(ink, -outer, outer)
    beyond, inner = _ramp(ops, -half_width - distance, softness_px)
    return Coverage(ink - beyond, inner - outer, inner + outer)


def _ramp(ops: Ops, u: Array, e: float) -> tuple[Array, Array]:
    """Phi and K at u: K is 1 up to (1 - e) / 2 from 0 and falls to 0 at (1 + e) / 2."""
    end, flat = 0.5 * (1 + e), 0.5 * (1 - e)
    u = ops.minimum(ops.maximum(u, -end), end)
    bent = u - ops.minimum(ops.maximum(u, -flat), flat)
    size = abs(bent)
    slope = 1 - size * (1 / e)
    bent *= size
    u -= bent * (0.5 / e)
    u += 0.5
    return u, slope
