"""The pen drawn by pydiffvg, where it is installed: a peer to compare with, not the truth.

Its `stroke_width` is half the width; its gradients are biased and differ from run to run. It
composites strokes in drawing order, with 2 x 2 samples a pixel, in float32.
"""

from __future__ import annotations

import importlib
from types import ModuleType

import numpy as np
import torch

from engine.errors import InputError
from engine.raster.strokes import Strokes

SAMPLES = 2
"""Samples a pixel in each direction: what CLIPasso uses."""


def available() -> bool:
    """Whether pydiffvg can be imported."""
    try:
        importlib.import_module("pydiffvg")
    except ImportError:
        return False
    return True


def render_with_diffvg(
    strokes: Strokes,
    size: tuple[int, int],
    widths: torch.Tensor,
    opacities: torch.Tensor,
    colours: torch.Tensor,
    seed: int = 0,
) -> torch.Tensor:
    """Draw checked strokes; see `engine.raster.render_pen`.

    Args:
        widths, opacities: (S,).
        colours: (S, channels), 1 or 3 channels.
        seed: of diffvg's sampling.

    Raises:
        InputError: pydiffvg is not installed.
    """
    try:
        pydiffvg = importlib.import_module("pydiffvg")
    except ImportError as error:
        raise InputError(
            "The diffvg backend needs the package pydiffvg, which is missing."
        ) from error
    topology = strokes.topology
    images = []
    for sketch in range(topology.n_sketches):
        members = np.flatnonzero(topology.sketch == sketch).tolist()
        shapes = [_path(pydiffvg, strokes, stroke, widths[stroke]) for stroke in members]
        groups = [
            pydiffvg.ShapeGroup(
                shape_ids=torch.tensor([position]),
                fill_color=None,
                stroke_color=torch.cat([colours[s].expand(3), opacities[s, None]]).float(),
            )
            for position, s in enumerate(members)
        ]
        scene = pydiffvg.RenderFunction.serialize_scene(size[1], size[0], shapes, groups)
        rgba = pydiffvg.RenderFunction.apply(size[1], size[0], SAMPLES, SAMPLES, seed, None, *scene)
        on_white = rgba[..., :3] * rgba[..., 3:] + (1 - rgba[..., 3:])
        images.append(on_white.permute(2, 0, 1)[: colours.shape[1]])
    return torch.stack(images).to(strokes.controls)


def _path(pydiffvg: ModuleType, strokes: Strokes, stroke: int, width: torch.Tensor) -> object:
    """One stroke as a diffvg path; it counts the control points between a piece's ends."""
    topology = strokes.topology
    pieces = np.flatnonzero(topology.stroke == stroke)
    index: list[int] = []
    for piece in pieces.tolist():
        first, degree = int(topology.first[piece]), max(int(topology.degree[piece]), 0)
        joins = bool(index) and index[-1] == first
        index += range(first + joins, first + degree + 1)
    degrees = np.maximum(topology.degree[pieces], 1)
    if len(index) == 1:
        index = index * 2  # a dot: a line of no length
    return pydiffvg.Path(
        num_control_points=torch.from_numpy(degrees - 1).to(torch.int32),
        points=strokes.controls[index].float().contiguous(),
        is_closed=False,
        stroke_width=(width / 2).float(),
    )
