"""What a pointing device touches the page with."""

from __future__ import annotations

from enum import Enum


class PenEnd(Enum):
    """Which end of the pen, or which button, makes a gesture."""

    TIP = "tip"
    """The pen's tip, or the left mouse button."""
    ERASER = "eraser"
    MIDDLE = "middle"
    """The middle mouse button, or the pen's button of that meaning."""
    PICK = "pick"
    """A button that takes a colour."""
    NONE = "none"
    """Buttons that draw nothing."""
