"""The "salient" job."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.context import Context
from engine.photo import Photo
from engine.salient.loading import network_of
from engine.salient.mask import salient_mask
from engine.salient.messages import SalientObject, SalientPayload
from engine.types import Job, Progress

_KEPT = 4
"""Masks of the last photos are kept: one of 16 megapixels takes 64 MB."""


def salient(payload: SalientPayload, context: Context) -> Job:
    """What stands out in a photo; see the messages.

    Raises:
        InputError: the network's file is missing or damaged.
    """
    yield Progress(0.0, "looking for what stands out")
    mask = mask_of(payload.photo, context)
    return SalientObject(mask, 0.0 if mask is None else float(mask.mean()))


def mask_of(photo: Photo, context: Context) -> NDArray[np.float32] | None:
    """`salient_mask` of a photo, worked out once."""
    masks: dict[str, NDArray[np.float32] | None] = context.cache.setdefault("salient masks", {})
    if photo.sha256 not in masks:
        masks[photo.sha256] = salient_mask(photo.rgb, network_of(context))
        for oldest in list(masks)[:-_KEPT]:
            del masks[oldest]
    return masks[photo.sha256]
