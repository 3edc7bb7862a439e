"""A layer: a sheet of strokes that is shown, hidden, faded or locked as one."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.stroke import to_grid_number
from app.translation import tr

MAX_LAYERS = 500
"""In one drawing: far more than a hand makes, few enough for files from strangers."""
MAX_NAME_CHARS = 100


@dataclass(frozen=True, slots=True)
class Layer:
    """What strokes with `Stroke.layer == id` have in common.

    The name is kept on one line, without control characters (XML has none) and not too long; an
    empty one becomes "Layer". The opacity, of the layer as a whole, is rounded to 1/1000 and
    clipped to 0..1.
    """

    id: int = 0
    name: str = tr("Layer 1")
    visible: bool = True
    locked: bool = False
    opacity: float = 1.0

    def __post_init__(self) -> None:
        if self.id < 0:
            raise ValueError(f"a layer cannot have the id {self.id}")
        object.__setattr__(self, "name", layer_name(self.name))
        opacity = min(max(to_grid_number(self.opacity), 0.0), 1.0)
        object.__setattr__(self, "opacity", opacity)

    @property
    def editable(self) -> bool:
        """Whether strokes may be drawn on it, changed or erased."""
        return self.visible and not self.locked


def layer_name(text: str) -> str:
    """The text as a layer's name; see `Layer`."""
    printable = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(printable.split())[:MAX_NAME_CHARS].strip() or tr("Layer")
