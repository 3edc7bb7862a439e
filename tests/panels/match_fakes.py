"""An engine that matches without looking: everything lies a tenth of the square to the right."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.context import Context
from engine.correspondence.flow import Flow, Square, cell_centres
from engine.correspondence.messages import (
    Correspondence,
    CorrespondPayload,
    Matcher,
    ShowAsPhotoPayload,
    ShownAsPhoto,
)
from engine.correspondence.warping import photo_to_drawing
from engine.errors import InputError
from engine.photo import Photo, load_photo
from engine.retrieval.messages import Hit
from engine.strokes import bounds
from engine.types import Job, Progress

SHIFT = 0.1
CELLS = 32


def correspondence(payload: Any, photo: Photo) -> Correspondence:
    """A place of the drawing's square lies `SHIFT` further right on the photo's.

    The left half of the drawing is matched with confidence 0.9, the right one with 0.1.
    """
    centres = cell_centres(CELLS)
    shift = np.array([SHIFT, 0.0])
    forward = Flow(
        (centres + shift).astype(np.float32),
        np.where(centres[..., 0] < 0.5, 0.9, 0.1).astype(np.float32),
    )
    backward = Flow(
        (centres - shift).astype(np.float32),
        np.where(centres[..., 0] < 0.5 + SHIFT, 0.9, 0.1).astype(np.float32),
    )
    height, width, _ = photo.rgb.shape
    frame = payload.frame or bounds(payload.strokes)
    return Correspondence(
        forward,
        backward,
        Square.around(frame),
        Square.around((0, 0, width, height)),
        (width, height),
        Matcher.NEIGHBOURS,
        "shift",
        0.01,
    )


class FakeMatch:
    """Answers "correspond" and "correspond.show".

    With `hold` set, both wait until released or cancelled.

    Attributes:
        asked: kind and payload of every request that got to its first step.
        fault: what is answered instead, if anything.
        hit: the photo that "correspond.show" finds.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.hold = False
        self.released = threading.Event()
        self.fault = ""
        self.hit: Path | None = None

    def payloads(self, kind: str = "correspond") -> list[Any]:
        """Of one kind, in the order in which they came."""
        return [payload for each, payload in self.asked if each == kind]

    @property
    def handlers(self) -> dict[str, Any]:
        return {"correspond": self.correspond, "correspond.show": self.show}

    def correspond(self, payload: CorrespondPayload, context: Context) -> Job:
        self.asked.append(("correspond", payload))
        yield from self._wait()
        return correspondence(payload, payload.photo)

    def show(self, payload: ShowAsPhotoPayload, context: Context) -> Job:
        self.asked.append(("correspond.show", payload))
        yield from self._wait()
        assert self.hit is not None
        photo = load_photo(self.hit)
        found = correspondence(payload, photo)
        rgba = photo_to_drawing(found, photo.rgb, payload.side_px).at(1.0)
        return ShownAsPhoto(Hit(1, self.hit, 0.4), photo, found, rgba)

    def _wait(self) -> Iterator[Progress]:
        yield Progress(0.2, "Looking at the photo")
        if self.fault:
            raise InputError(self.fault)
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.5)
