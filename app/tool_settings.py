"""Tools that are as the settings say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ink_settings import INK_SETTINGS
from app.input.smoothing import Smoothing
from app.settings import ERASER_RADIUS_PX, SHAPES_ON_HOLD, Settings
from app.tools.base import InkStyle
from app.tools.ink_options import InkKind, InkOptions
from app.tools.toolbox import Toolbox


class ToolSettings(QObject):
    """Brings the settings to the tools, and knows which kind of ink is in use.

    The settings hold every value; who changes one there changes the tool.
    """

    changed = Signal()
    """Another kind of ink is in use, or something is set otherwise."""

    def __init__(self, settings: Settings, toolbox: Toolbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._toolbox = toolbox
        self._last_smoothing = dict.fromkeys(InkKind, Smoothing.WEIGHTED)
        for kind, options in INK_SETTINGS.items():
            toolbox.ink[kind].options = options.load(settings)
            options.watch(settings, lambda ink, kind=kind: self._follow_ink(kind, ink))
        self._set_radius(settings.get(ERASER_RADIUS_PX))
        settings.watch(ERASER_RADIUS_PX, self._follow_radius)
        self._set_recognises(settings.get(SHAPES_ON_HOLD))
        settings.watch(SHAPES_ON_HOLD, self._set_recognises)

    @property
    def kind(self) -> InkKind:
        """The kind of ink last chosen; also of lines and shapes."""
        return self._toolbox.kind

    @property
    def ink(self) -> InkOptions:
        """How ink of that kind is drawn."""
        return self._toolbox.ink[self.kind].options

    @property
    def eraser_radius_px(self) -> float:
        """Reach of the erasers, view px."""
        return self.settings.get(ERASER_RADIUS_PX)

    def use(self, kind: InkKind) -> None:
        """Another kind of ink."""
        if kind is not self.kind:
            self._toolbox.kind = kind
            self.changed.emit()

    def set_style(self, style: InkStyle) -> None:
        """Draw like this with the kind of ink in use."""
        INK_SETTINGS[self.kind].store_style(self.settings, style)

    def set_colour(self, colour: str) -> None:
        """Draw in this colour, "#rrggbb", with the kind of ink in use."""
        self.settings.set(INK_SETTINGS[self.kind].colour, colour)

    def set_smooth(self, smooth: bool) -> None:
        """Turn the stabiliser of the kind in use off, or on as it was last."""
        mode = self._last_smoothing[self.kind] if smooth else Smoothing.OFF
        if smooth is (self.ink.smoothing is Smoothing.OFF):
            self.settings.set(INK_SETTINGS[self.kind].smoothing, mode.value)

    def set_eraser_radius(self, radius_px: float) -> None:
        """Another reach of the erasers, view px."""
        self.settings.set(ERASER_RADIUS_PX, radius_px)

    def _follow_ink(self, kind: InkKind, ink: InkOptions) -> None:
        self._toolbox.ink[kind].options = ink
        if ink.smoothing is not Smoothing.OFF:
            self._last_smoothing[kind] = ink.smoothing
        self.changed.emit()

    def _follow_radius(self, radius_px: float) -> None:
        self._set_radius(radius_px)
        self.changed.emit()

    def _set_recognises(self, recognises: bool) -> None:
        for tool in self._toolbox.ink.values():
            tool.recognises = recognises

    def _set_radius(self, radius_px: float) -> None:
        self._toolbox.eraser.radius_px = radius_px
        self._toolbox.partial_eraser.radius_px = radius_px
