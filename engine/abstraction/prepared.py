"""All that an abstraction works out about a photo before the first stroke moves; kept for reuse."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from engine.abstraction.framing import Framing
from engine.abstraction.initial import stroke_distribution
from engine.abstraction.subject import fade_background, importance, inside, subject_mask
from engine.abstraction.target import PhotoTarget
from engine.abstraction.xdog import luminance, xdog_edges
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.photo import content_hash

MAX_ASPECT = 16
_MIN_CONTRAST = 8 / 255
_LINE_SIGMA_PX = 1.3
"""Makes XDoG's lines about as wide as the strokes."""


@dataclass
class PreparedPhoto:
    """What depends on the photo and the encoder only. S is the encoder's canvas size.

    Attributes:
        framing: between the photo and the canvas.
        image: (1, 3, S, S) photo on the canvas, its background faded.
        drawing: (1, 3, S, S) its XDoG lines, faded likewise.
        importance: (1, 1, S, S) weights of the geometric loss.
        probability: (S, S) of a stroke starting there, on the CPU.
        target: its features, once it was encoded.
    """

    framing: Framing
    image: torch.Tensor
    drawing: torch.Tensor
    importance: torch.Tensor
    probability: torch.Tensor
    target: PhotoTarget | None = field(default=None)


class PreparedPhotos:
    """The last few prepared photos of one encoder, by content."""

    def __init__(self, capacity: int = 4) -> None:
        self._capacity = capacity
        self._photos: OrderedDict[str, PreparedPhoto] = OrderedDict()

    def get(self, rgb: NDArray[np.uint8], encoder: Encoder) -> PreparedPhoto:
        """The (H, W, 3) uint8 photo, prepared now if it was not among the last ones."""
        key = content_hash(rgb)
        photo = self._photos.get(key) or prepare_photo(rgb, encoder)
        self._photos[key] = photo
        self._photos.move_to_end(key)
        if len(self._photos) > self._capacity:
            self._photos.popitem(last=False)
        return photo


def prepare_photo(rgb: NDArray[np.uint8], encoder: Encoder) -> PreparedPhoto:
    """Everything about an (H, W, 3) uint8 photo but its features.

    Raises:
        InputError: the photo is one flat colour or much too long and narrow.
    """
    height, width, _ = rgb.shape
    if max(width, height) > MAX_ASPECT * min(width, height):
        raise InputError(
            f"The photo is too narrow ({width} x {height}): one side is more than "
            f"{MAX_ASPECT} times the other."
        )
    framing = Framing(width, height, encoder.canvas_size)
    canvas = framing.to_canvas(rgb)
    frame = inside(framing.box, framing.side)
    tones = luminance(canvas)[0, 0][frame > 0]
    if float(tones.max() - tones.min()) < _MIN_CONTRAST:
        raise InputError("The photo is one flat colour: there is nothing in it to draw.")

    saliency = encoder.saliency(canvas.to(encoder.device)).cpu() * frame
    mask = subject_mask(saliency)
    grey = luminance(canvas)
    lines = xdog_edges(grey, _LINE_SIGMA_PX) * frame
    return PreparedPhoto(
        framing,
        fade_background(canvas, mask).to(encoder.device),
        fade_background(1 - lines, mask).expand(-1, 3, -1, -1).to(encoder.device),
        importance(mask).to(encoder.device),
        stroke_distribution(mask[0, 0], xdog_edges(grey)[0, 0], frame),
    )
