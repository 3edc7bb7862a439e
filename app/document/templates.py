"""Pages to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.drawing import DEFAULT_HEIGHT_PX, DEFAULT_WIDTH_PX, Drawing
from app.translation import tr

_PX_PER_MM = 96 / 25.4
"""CSS: 96 px are an inch."""


@dataclass(frozen=True, slots=True)
class Template:
    """A page's size in whole px, by name."""

    name: str
    width_px: float
    height_px: float

    def drawing(self) -> Drawing:
        """An empty page."""
        return Drawing((), self.width_px, self.height_px)


def _paper(name: str, width_mm: float, height_mm: float) -> Template:
    return Template(name, float(round(width_mm * _PX_PER_MM)), float(round(height_mm * _PX_PER_MM)))


TEMPLATES = (
    Template(tr("Sketch"), DEFAULT_WIDTH_PX, DEFAULT_HEIGHT_PX),
    Template(tr("Square"), 1024.0, 1024.0),
    Template(tr("Wide screen"), 1920.0, 1080.0),
    Template(tr("Phone"), 1080.0, 1920.0),
    _paper(tr("A4 upright"), 210, 297),
    _paper(tr("A4 on its side"), 297, 210),
    _paper(tr("A5 upright"), 148, 210),
    _paper(tr("Letter upright"), 215.9, 279.4),
    _paper(tr("Letter on its side"), 279.4, 215.9),
)
