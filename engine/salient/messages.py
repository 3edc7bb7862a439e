"""What goes into the "salient" job and what comes out. Importing this imports no torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.photo import Photo


@dataclass(frozen=True, eq=False)
class SalientPayload:
    """The inputs of "salient": what stands out in a photo? Answers a `SalientObject`."""

    photo: Photo


@dataclass(frozen=True, eq=False)
class SalientObject:
    """What stands out in a photo.

    Attributes:
        mask: (H, W) float32, read-only, 0 on the background to 1 on the object; None if nothing
            stands out.
        share: of the picture that the object covers, 0 to 1.
    """

    mask: NDArray[np.float32] | None
    share: float
