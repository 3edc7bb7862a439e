"""All that an abstraction works out about a photo before the first stroke moves; kept for reuse."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from engine.abstraction.framing import Framing
from engine.abstraction.initial import stroke_distribution
from engine.abstraction.subject import (
    canvas_mask,
    fade_background,
    importance,
    inside,
    subject_mask,
)
from engine.abstraction.target import PhotoTarget, encode_photo
from engine.abstraction.tracing import Contours
from engine.abstraction.xdog import luminance, xdog_edges
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.photo import content_hash

MAX_ASPECT = 16
_MIN_CONTRAST = 8 / 255
_LINE_SIGMA_PX = 1.3
"""Makes XDoG's lines about as wide as the strokes."""
_OUTLINE_FRAME_PX = 10


@dataclass
class PreparedPhoto:
    """What depends on the photo and the encoder only. S is the encoder's canvas size.

    Attributes:
        framing: between the photo and the canvas.
        image: (1, 3, S, S) photo on the canvas, its background faded.
        drawing: (1, 3, S, S) its XDoG lines, faded likewise.
        importance: (1, 1, S, S) weights of the geometric loss.
        probability: (S, S) of a stroke starting there, on the CPU.
        contours: that strokes may start along.
        targets: its features by the side of the image they were made from, as far as encoded.
    """

    framing: Framing
    image: torch.Tensor
    drawing: torch.Tensor
    importance: torch.Tensor
    probability: torch.Tensor
    contours: Contours
    targets: dict[int, PhotoTarget] = field(default_factory=dict)

    def target(self, encoder: Encoder, side: int, batch: int) -> Generator[None, None, PhotoTarget]:
        """The features for images of `side` px; encoded, a batch a step, the first time."""
        if side not in self.targets:
            image, drawing, weights = (
                _resized(each, side) for each in (self.image, self.drawing, self.importance)
            )
            self.targets[side] = yield from encode_photo(encoder, image, drawing, weights, batch)
        return self.targets[side]


class PreparedPhotos:
    """The last few prepared photos of one encoder, by content."""

    def __init__(self, capacity: int = 4) -> None:
        self._capacity = capacity
        self._photos: OrderedDict[str, PreparedPhoto] = OrderedDict()

    def get(
        self,
        rgb: NDArray[np.uint8],
        encoder: Encoder,
        mask: NDArray[np.float32] | None = None,
        *,
        whole_scene: bool = False,
    ) -> PreparedPhoto:
        """The photo, prepared now if it was not among the last ones; see `prepare_photo`."""
        key = f"{content_hash(rgb)} {whole_scene}"
        if mask is not None and not whole_scene:
            key += content_hash(np.round(mask * 255).astype(np.uint8))
        photo = self._photos.get(key) or prepare_photo(rgb, encoder, mask, whole_scene=whole_scene)
        self._photos[key] = photo
        self._photos.move_to_end(key)
        if len(self._photos) > self._capacity:
            self._photos.popitem(last=False)
        return photo


def prepare_photo(
    rgb: NDArray[np.uint8],
    encoder: Encoder,
    mask: NDArray[np.float32] | None = None,
    *,
    whole_scene: bool = False,
) -> PreparedPhoto:
    """Everything about an (H, W, 3) uint8 photo but its features.

    Args:
        mask: (h, w) in [0, 1], see `AbstractPayload`.
        whole_scene: the background too, whatever the mask says.

    Raises:
        InputError: the photo is one flat colour or much too long and narrow, or the mask has not
            the proportions of the photo or is empty.
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
    grey = luminance(canvas)
    tones = grey[0, 0][frame > 0]
    if float(tones.max() - tones.min()) < _MIN_CONTRAST:
        raise InputError("The photo is one flat colour: there is nothing in it to draw.")

    saliency = encoder.saliency(canvas.to(encoder.device)).cpu() * frame
    subject = subject_mask(saliency)
    starts = subject
    outline_inside = torch.zeros_like(frame)
    if whole_scene:
        subject = torch.ones_like(subject)
    elif mask is not None:
        subject = canvas_mask(mask, framing)
        if not subject.any():
            raise InputError("The mask leaves nothing of the photo to draw.")
        # Where the photo cuts the subject off, it has no outline.
        outline_inside = inside(framing.box, framing.side, _OUTLINE_FRAME_PX)
        starts = starts * subject
    lines = xdog_edges(grey, _LINE_SIGMA_PX) * frame
    return PreparedPhoto(
        framing,
        fade_background(canvas, subject).to(encoder.device),
        fade_background(1 - lines, subject).expand(-1, 3, -1, -1).to(encoder.device),
        importance(subject).to(encoder.device),
        stroke_distribution(starts[0, 0], xdog_edges(grey)[0, 0], frame),
        Contours(canvas, subject[0, 0] * frame, outline_inside),
    )


def _resized(images: torch.Tensor, side: int) -> torch.Tensor:
    if images.shape[-1] == side:
        return images
    return interpolate(images, size=(side, side), mode="bilinear", antialias=True)
