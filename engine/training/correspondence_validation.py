"""Pairs that neither encoder nor estimator ever saw: of Sketchy's validation categories."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from engine.correspondence.estimator import PHOTO, SKETCH, Estimate, WarpEstimator
from engine.correspondence.features import WARP_STAGES, stage_maps
from engine.correspondence.flow import GRID
from engine.correspondence.matchers import as_flow, dense_flow
from engine.encoders.lite import LiteEncoder
from engine.evaluation.keypoints import KeypointPair, errors, made_pair, pck
from engine.training.correspondence_data import read_photos, read_sketches
from engine.training.correspondence_losses import centres_like, there_and_back
from engine.training.encoder_split import VALIDATION

EVERY = 5


class ValidationPairs:
    """Made pairs with keypoints, and real ones without; their maps are kept.

    Args:
        data: folder of the archives.
        encoder: whose maps.
        every: of the photos and sketches of these categories so many are left out but one.
    """

    def __init__(self, data: Path, encoder: LiteEncoder, every: int = EVERY) -> None:
        photos = {
            name: rgb
            for name, rgb in read_photos(data, "sketchy", "sketchy_104")
            if name.split("/")[1] in VALIDATION
        }
        chosen = list(photos)[::every]
        pairs = [made_pair(photos[name], number) for number, name in enumerate(chosen)]
        self.pairs: list[KeypointPair] = [pair for pair in pairs if pair is not None]
        made = [(pair.sketch, pair.photo) for pair in self.pairs]
        self._made = [tuple(stage_maps(encoder, x, WARP_STAGES) for x in pair) for pair in made]
        self._real = []
        for number, (name, grey) in enumerate(read_sketches(data)):
            if name in photos and number % every == 0:
                sketch = torch.from_numpy(grey.copy()).float().expand(1, 3, -1, -1) / 255
                photo = torch.from_numpy(photos[name].copy()).permute(2, 0, 1)[None].float() / 255
                self._real.append(
                    tuple(stage_maps(encoder, x, WARP_STAGES) for x in (sketch, photo))
                )

    @torch.no_grad()
    def __call__(self, net: WarpEstimator, layers: tuple[int, ...] = (0, 1, 2)) -> dict[str, float]:
        """PCK in percent on made pairs; forward-backward error of made and real ones, in sides."""
        net.eval()
        distances, returns = [], []
        for pair, maps in zip(self.pairs, self._made, strict=True):
            forward, backward = _estimates(net, maps, layers)
            distances.append(errors(as_flow(dense_flow(forward), torch.ones(GRID, GRID)), pair))
            returns.append(_return_error(forward, backward))
        real = [_return_error(*_estimates(net, maps, layers)) for maps in self._real]
        net.train()
        return {
            "pck_5": round(pck(distances, 0.05), 2),
            "pck_10": round(pck(distances, 0.1), 2),
            "forward_backward": round(float(np.mean(returns)), 4),
            "forward_backward_real": round(float(np.mean(real)), 4),
        }


def _estimates(
    net: WarpEstimator, maps: tuple[tuple[torch.Tensor, ...], ...], layers: tuple[int, ...]
) -> tuple[Estimate, Estimate]:
    sketch, photo = (
        net.describe(tuple(each[layer] for layer in layers), modality)
        for each, modality in zip(maps, (SKETCH, PHOTO), strict=True)
    )
    return net(sketch, photo), net(photo, sketch)


def _return_error(forward: Estimate, backward: Estimate) -> float:
    flow, back = forward.flows[-1], backward.flows[-1]
    return float((there_and_back(flow, back) - centres_like(flow)).norm(dim=-1).mean())
