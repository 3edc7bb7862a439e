"""What of the photo is sketched: the object that stands out, corrected by hand, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.photo_loader import LoadedPhoto
from engine.types import Failure, Result

if TYPE_CHECKING:
    from engine.salient.messages import SalientObject

KIND = "salient"
MASK_SIDE_PX = 512
"""Long side of the mask that is shown and edited, at most: twice what a sketch is made at."""

Mask = NDArray[np.uint8]
"""(h, w) with the proportions of the photo, 0 on the background to 255 on the object; read-only."""


class Subject(QObject):
    """Has the engine look for what stands out in the photo, and holds the user's corrections.

    GUI thread.
    """

    changed = Signal()
    """Another mask, or none, or the whole scene."""
    settled = Signal()
    """What stands out is known now, or will not be."""

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._photo: LoadedPhoto | None = None
        self._is_looking = False
        self._found: Mask | None = None
        self._edited: Mask | None = None
        self._whole_scene = False
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def is_settled(self) -> bool:
        """Whether the engine has answered, so that a sketch can begin."""
        return not self._is_looking

    @property
    def mask(self) -> Mask | None:
        """What is sketched; None: everything, or what the encoder looks at, if nothing is known."""
        return None if self._whole_scene else self.drawn_mask

    @property
    def drawn_mask(self) -> Mask | None:
        """The mask, whether the whole scene is sketched or not."""
        return self._found if self._edited is None else self._edited

    @property
    def found_mask(self) -> Mask | None:
        """The mask as the engine found it."""
        return self._found

    @property
    def is_edited(self) -> bool:
        """Whether the mask was corrected by hand."""
        return self._edited is not None

    @property
    def whole_scene(self) -> bool:
        """Whether the background is sketched too."""
        return self._whole_scene

    def look_at(self, photo: LoadedPhoto | None) -> None:
        """Forget the photo before; ask what stands out in this one."""
        self._photo, self._found, self._edited = photo, None, None
        self._is_looking = photo is not None
        if photo is None:
            self._bridge.cancel(KIND)
        else:
            # With a photo there, the decoders that this import loads are there too.
            from engine.salient.messages import SalientPayload

            self._bridge.submit(KIND, SalientPayload(photo.photo))
        self.changed.emit()

    def set_whole_scene(self, whole: bool) -> None:
        """Sketch the background too, or not."""
        if whole != self._whole_scene:
            self._whole_scene = whole
            self.changed.emit()

    def edit(self, mask: Mask | None) -> None:
        """Sketch this part of the photo; None: the part that was found."""
        self._edited = mask
        self._whole_scene = False
        self.changed.emit()

    def empty_mask(self) -> Mask:
        """To begin an edit with, where nothing was found."""
        assert self._photo is not None
        width, height = self._photo.size_px
        return _read_only(np.zeros((height, width), np.bool_)[:: self._step, :: self._step])

    @property
    def _step(self) -> int:
        """Of how many px of the photo the mask has one."""
        assert self._photo is not None
        return -(-max(self._photo.size_px) // MASK_SIDE_PX)

    def _on_finished(self, result: Result) -> None:
        if result.kind == KIND:
            answer: SalientObject = result.value
            if answer.mask is not None:
                self._found = _read_only(answer.mask[:: self._step, :: self._step])
            self._settle()

    def _on_failed(self, failure: Failure) -> None:
        # Without a mask the sketch is of what the encoder looks at.
        if failure.kind == KIND:
            self._settle()

    def _settle(self) -> None:
        self._is_looking = False
        self.changed.emit()
        self.settled.emit()


def _read_only(part: NDArray[np.generic]) -> Mask:
    mask = np.rint(part.astype(np.float32) * 255).astype(np.uint8)
    mask.setflags(write=False)
    return mask
