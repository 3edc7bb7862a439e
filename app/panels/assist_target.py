"""What strokes are scored by: the user's choice, and what can be chosen at the moment."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.panels.reference import ReferencePhoto
from app.settings import ASSIST_CATEGORY, ASSIST_TARGET, ASSIST_TEXT, Settings
from engine.attribution.messages import CategoryTarget, PhotoTarget, TargetSpec, TextTarget
from engine.strokes import Bounds

BUNDLED = "bundled"


class TargetKind(StrEnum):
    """What the sketch is compared with."""

    GUESS = "guess"
    """The category it looks like now."""
    CATEGORY = "category"
    """A category that the user names."""
    PHOTO = "photo"
    """The reference photo on the page."""
    TEXT = "text"
    """A few words, where the encoder in use knows words."""


class TargetChoice(QObject):
    """Remembered in the settings. GUI thread.

    A choice that cannot be had (no photo, no words) is kept for when it can; until then the sketch
    is scored by what it looks like.
    """

    changed = Signal()
    """The strokes may be scored by something else, or there is another choice."""

    def __init__(
        self, reference: ReferencePhoto, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reference = reference
        self._settings = settings
        self._encoder = BUNDLED
        reference.changed.connect(self.changed)

    @property
    def encoder(self) -> str:
        """The encoder that compares."""
        return self._encoder

    @encoder.setter
    def encoder(self, name: str) -> None:
        if name != self._encoder:
            self._encoder = name
            self.changed.emit()

    @property
    def kinds(self) -> tuple[TargetKind, ...]:
        """What can be chosen now."""
        return tuple(kind for kind in TargetKind if self._is_possible(kind))

    @property
    def kind(self) -> TargetKind:
        """What counts now."""
        chosen = TargetKind(self._settings.get(ASSIST_TARGET))
        return chosen if self._is_possible(chosen) else TargetKind.GUESS

    @property
    def category(self) -> str:
        """The category that the user named; empty for what it looks like."""
        return self._settings.get(ASSIST_CATEGORY)

    @property
    def text(self) -> str:
        """The words that the user wrote."""
        return self._settings.get(ASSIST_TEXT)

    def choose(self, kind: TargetKind) -> None:
        """Score by this from now on."""
        if kind is not self.kind:
            self._settings.set(ASSIST_TARGET, kind.value)
            self.changed.emit()

    def name_category(self, name: str) -> None:
        """The category to score by."""
        if name.strip() != self.category:
            self._settings.set(ASSIST_CATEGORY, name.strip())
            self.changed.emit()

    def write_text(self, text: str) -> None:
        """The words to score by."""
        if text.strip() != self.text:
            self._settings.set(ASSIST_TEXT, text.strip())
            self.changed.emit()

    def spec(self) -> tuple[TargetSpec, Bounds | None]:
        """For the engine: the target, and the place of the photo on the page (document px)."""
        match self.kind:
            case TargetKind.PHOTO:
                photo, placement = self._reference.photo, self._reference.placement
                assert photo is not None
                assert placement is not None
                return PhotoTarget(photo.photo.rgb), placement.box
            case TargetKind.CATEGORY if self.category:
                return CategoryTarget(self.category), None
            case TargetKind.TEXT if self.text:
                return TextTarget(self.text), None
        return CategoryTarget(), None

    def _is_possible(self, kind: TargetKind) -> bool:
        match kind:
            case TargetKind.PHOTO:
                return self._reference.photo is not None
            case TargetKind.TEXT:
                # All others in the store are CLIP models; the bundled one was trained without.
                return self._encoder != BUNDLED
        return True
