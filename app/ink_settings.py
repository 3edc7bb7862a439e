"""The settings of each kind of ink, and tools that follow them. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from app.input.pressure_curve import PressureCurve
from app.input.smoothing import Smoothing
from app.options import Colour, OneOf, Option, Within
from app.tools.base import InkStyle
from app.tools.ink_options import DEFAULT_INK, InkKind, InkOptions
from app.translation import tr
from engine.errors import InputError

if TYPE_CHECKING:
    from app.settings import Settings

_PART = Within(0.0, 1.0, 0.05)
_STABILISERS = {
    Smoothing.OFF.value: tr("Off"),
    Smoothing.WEIGHTED.value: tr("Weighted"),
    Smoothing.PULLED.value: tr("Pulled string"),
}

_NAMES = {
    InkKind.PEN: (tr("Pen"), tr("pen")),
    InkKind.PENCIL: (tr("Pencil"), tr("pencil")),
    InkKind.MARKER: (tr("Marker"), tr("marker")),
}
"""As a heading, and within a text."""


def _is_curve(text: str) -> bool:
    try:
        PressureCurve.parse(text)
    except InputError:
        return False
    return True


@dataclass(frozen=True)
class InkSettings:
    """One option for each property of an `InkOptions`."""

    width_px: Option[float]
    colour: Option[str]
    opacity: Option[float]
    smoothing: Option[str]
    strength: Option[float]
    taper_px: Option[float]
    tilt: Option[float]
    predicts: Option[bool]
    pressure: Option[str]

    @property
    def options(self) -> tuple[Option[Any], ...]:
        """All of them."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def load(self, settings: Settings) -> InkOptions:
        """The ink as it is set."""
        return InkOptions(
            style=InkStyle(
                settings.get(self.width_px), settings.get(self.colour), settings.get(self.opacity)
            ),
            smoothing=Smoothing(settings.get(self.smoothing)),
            strength=settings.get(self.strength),
            pressure=PressureCurve.parse(settings.get(self.pressure)),
            taper_px=settings.get(self.taper_px),
            tilt=settings.get(self.tilt),
            predicts=settings.get(self.predicts),
        )

    def store_style(self, settings: Settings, style: InkStyle) -> None:
        """Set width, colour and opacity."""
        settings.set(self.width_px, style.width_px)
        settings.set(self.colour, style.colour)
        settings.set(self.opacity, style.opacity)

    def watch(self, settings: Settings, listener: Callable[[InkOptions], object]) -> None:
        """Call `listener` with the ink after every change."""
        for option in self.options:
            settings.watch(option, lambda _: listener(self.load(settings)))


def _settings_of(kind: InkKind) -> InkSettings:
    default, key = DEFAULT_INK[kind], kind.value
    section, tool = _NAMES[kind]
    style = default.style
    return InkSettings(
        Option(
            f"{key}.width_px",
            style.width_px,
            tr("Width of the {tool}").format(tool=tool),
            Within(0.5, 60.0, 0.5, " px"),
            section,
        ),
        Option(
            f"{key}.colour",
            style.colour,
            tr("Colour of the {tool}").format(tool=tool),
            Colour(),
            section,
        ),
        Option(
            f"{key}.opacity",
            style.opacity,
            tr("Opacity of the {tool}").format(tool=tool),
            Within(0.05, 1.0, 0.05),
            section,
        ),
        Option(
            f"{key}.smoothing",
            default.smoothing.value,
            tr("Stabiliser of the {tool}").format(tool=tool),
            OneOf(_STABILISERS),
            section,
            tr(
                "Weighted: trembling is filtered out, and the stroke lags a little behind the "
                "hand. Pulled string: the pen pulls the ink behind it."
            ),
        ),
        Option(
            f"{key}.strength",
            default.strength,
            tr("Strength of the {tool}'s stabiliser").format(tool=tool),
            _PART,
            section,
        ),
        Option(
            f"{key}.taper_px",
            default.taper_px,
            tr("Taper at the ends of {tool} strokes").format(tool=tool),
            Within(0.0, 200.0, 5.0, " px"),
            section,
        ),
        Option(
            f"{key}.tilt",
            default.tilt,
            tr("Broader when the {tool} is tilted").format(tool=tool),
            _PART,
            section,
            tr("How much broader the ink is when the stylus is laid down; 0 for not at all."),
        ),
        Option(
            f"{key}.predicts",
            default.predicts,
            tr("Draw ahead of the {tool}").format(tool=tool),
            section=section,
            explanation=tr(
                "Live ink is drawn a little ahead of the stylus, where it is likely to go."
            ),
        ),
        Option(
            f"{key}.pressure",
            default.pressure.text,
            tr("Pressure response of the {tool}").format(tool=tool),
            _is_curve,
        ),
    )


INK_SETTINGS = {kind: _settings_of(kind) for kind in InkKind}
INK_OPTIONS: tuple[Option[Any], ...] = tuple(
    option for settings in INK_SETTINGS.values() for option in settings.options
)
