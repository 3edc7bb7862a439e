"""How far a match is to be trusted: does it lead back, is it alike, is it part of the drawing?

A logistic model of three facts about a cell, fitted to made pairs whose truth is known
(`engine.training.correspondence_calibration`): a match is right if it is on the thing that was
drawn and within a tenth of the side of the truth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch.nn.functional import adaptive_max_pool2d, grid_sample

from engine.correspondence.flow import GRID
from engine.correspondence.thin_plate import cell_centres

FACTS = 3
_TURNS = 4
_SLACK = 0.01
_INK = 0.3

Weights: TypeAlias = tuple[float, float, float, float]
"""Of the logistic model: of each fact, then its constant."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Attributes:
    forward: for cells of the drawing.
    backward: for cells of the photo.
    """

    forward: Weights
    backward: Weights


def confidences(
    forward: torch.Tensor,
    backward: torch.Tensor,
    likeness: tuple[torch.Tensor, torch.Tensor],
    enclosed: torch.Tensor,
    calibration: Calibration,
) -> tuple[torch.Tensor, torch.Tensor]:
    """(G, G) each, in [0, 1], for the cells of the drawing and of the photo.

    Args:
        forward, backward: (G, G, 2) places on the other unit square.
        likeness: (G, G) each, of the cells and their matches; in any unit the calibration knows.
        enclosed: (G, G), see `enclosed_by_ink`.
        calibration: see there.
    """
    facts = facts_of(forward, backward, likeness, enclosed)
    there, back = (
        torch.sigmoid(each @ each.new_tensor(weights[:FACTS]) + weights[FACTS])
        for each, weights in zip(facts, (calibration.forward, calibration.backward), strict=True)
    )
    return there, back


def facts_of(
    forward: torch.Tensor,
    backward: torch.Tensor,
    likeness: tuple[torch.Tensor, torch.Tensor],
    enclosed: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor]:
    """(G, G, 3) facts about the cells of the drawing and of the photo.

    They are the logarithm of how far off going there and back ends, the likeness, and whether the
    cell (of a photo: its match on the drawing) is surrounded by ink.
    """
    on_drawing = _sampled(enclosed[..., None], backward)[..., 0]
    return (
        torch.stack([_return_error(forward, backward), likeness[0], enclosed], 2),
        torch.stack([_return_error(backward, forward), likeness[1], on_drawing], 2),
    )


def enclosed_by_ink(canvas: torch.Tensor) -> torch.Tensor:
    """(G, G) in [0, 1]: in which share of 16 directions ink is met from each cell of a drawing.

    Close to 1 inside of what is drawn, whether its outline is closed or not, and 1 on a line.

    Args:
        canvas: (1, 3, S, S) in [0, 1], dark on white.
    """
    ink = adaptive_max_pool2d(1 - canvas.float().amin(1, keepdim=True), GRID)
    return enclosed_cells((ink > _INK).float())


def enclosed_cells(ink: torch.Tensor) -> torch.Tensor:
    """`enclosed_by_ink` of (1, 1, G, G) cells with ink (1) and without (0)."""
    met = torch.zeros_like(ink)
    for turn in range(_TURNS):
        angle = math.pi / 2 * turn / _TURNS
        turned = _turned(ink, angle)
        seen = sum(
            (
                torch.cummax(turned.flip(side), side)[0].flip(side) + torch.cummax(turned, side)[0]
                for side in (2, 3)
            ),
            torch.zeros_like(ink),
        )
        met = met + _turned(seen, -angle)
    share = (met / (4 * _TURNS))[0, 0]
    return torch.maximum(share, ink[0, 0]).clamp(0, 1)


def _turned(maps: torch.Tensor, angle: float) -> torch.Tensor:
    if angle == 0:
        return maps
    cos, sin = math.cos(angle), math.sin(angle)
    centred = cell_centres(maps.shape[-1], maps.device).to(maps.dtype) * 2 - 1
    turn = maps.new_tensor([[cos, sin], [-sin, cos]])
    places = (centred @ turn).view(1, maps.shape[-1], maps.shape[-1], 2)
    found: torch.Tensor = grid_sample(maps, places, padding_mode="border", align_corners=False)
    return found


def _return_error(flow: torch.Tensor, back: torch.Tensor) -> torch.Tensor:
    """(G, G) logarithm of the distance, in sides, of where there and back leads from the start."""
    side = len(flow)
    inside = flow.clamp(0.5 / side, 1 - 0.5 / side)
    returned = _sampled(back, inside) + (flow - inside)
    start = cell_centres(side, flow.device).to(flow.dtype).view(side, side, 2)
    error: torch.Tensor = ((returned - start).norm(dim=2) + _SLACK).log()
    return error


def _sampled(table: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """(G, G, C): values (G, G, C) at places (G, G, 2) of the unit square."""
    maps = table.permute(2, 0, 1)[None]
    found = grid_sample(maps, 2 * places[None] - 1, padding_mode="border", align_corners=False)
    values: torch.Tensor = found[0].permute(1, 2, 0)
    return values
