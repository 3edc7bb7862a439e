"""One differentiable rasteriser, several inks; needs no compiler.

`render_pen` (CLIPasso's pen), `render_line` (P-SLA), `stamp_strokes` (SLA) and `blurred_raster`
with `pixel_loss` (SketchEmbedNet) share one core: strokes are cut into segments (`sampling`), the
pixels in the segments' narrow bands are listed (`band`), each gets its distance to the nearest
segment (`field`), and an ink turns distances into an image. Gradients are analytic. On the CPU it
is numpy on the calling thread, on a GPU torch on the device, from the same code (`ops`).

Importing this package is cheap; torch is loaded with the first name taken from it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.raster.blur import blurred_raster, gaussian_blur, pixel_loss
    from engine.raster.line import render_line
    from engine.raster.pen import render_pen
    from engine.raster.stamps import Stamps, stamp_strokes
    from engine.raster.strokes import Strokes

_HOMES = {
    "Stamps": "stamps",
    "Strokes": "strokes",
    "blurred_raster": "blur",
    "gaussian_blur": "blur",
    "pixel_loss": "blur",
    "render_line": "line",
    "render_pen": "pen",
    "stamp_strokes": "stamps",
}

__all__ = [
    "Stamps",
    "Strokes",
    "blurred_raster",
    "gaussian_blur",
    "pixel_loss",
    "render_line",
    "render_pen",
    "stamp_strokes",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
