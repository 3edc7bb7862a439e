"""The rows of the table of commands that are about drawing again, going on and symbols."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions import SEPARATOR, Command
from app.translation import tr

if TYPE_CHECKING:
    from app.panels.redraw_parts import Redraw


@dataclass(frozen=True)
class RedrawTargets:
    """Whom the commands act on.

    Attributes:
        parts: makes them when they are first needed.
        start: draws again, in sight.
        ghost, recognise, gestures: whether these are on.
    """

    parts: Callable[[], Redraw]
    start: Callable[[], object]
    ghost: bool
    recognise: bool
    gestures: bool


def redraw_commands(to: RedrawTargets) -> tuple[Command, ...]:
    """All commands about them."""
    parts = to.parts
    return (
        Command(
            "redraw.start",
            tr("&Redraw"),
            to.start,
            "Ctrl+R",
            tip=tr("Have the model draw it again: the selected strokes, the drawing or the photo"),
        ),
        Command(
            "redraw.again",
            tr("A&gain"),
            lambda: parts().session.again(),
            "Ctrl+Shift+R",
            tip=tr("Draw it once more, but otherwise"),
        ),
        Command(
            "redraw.play",
            tr("&Play or Pause"),
            lambda: parts().preview.toggle_play(),
            "Shift+P",
            tip=tr("Watch the pen draw the preview, point by point"),
        ),
        Command(
            "redraw.keep",
            tr("&Keep Redrawing"),
            lambda: parts().preview.keep(),
            "Ctrl+Alt+R",
            tip=tr("Add the strokes of the preview to the drawing"),
        ),
        Command(
            "redraw.replace",
            tr("R&eplace by Redrawing"),
            lambda: parts().preview.replace(),
            tip=tr("Put the strokes of the preview in the place of those that were drawn again"),
        ),
        Command("redraw.drop", tr("&Drop Redrawing"), lambda: parts().preview.drop()),
        Command(
            "redraw.ghost",
            tr("Show How It May Go &On"),
            lambda wanted: parts().going_on.set_wanted(wanted),
            "Shift+G",
            tip=tr("A faint proposal on the page after each stroke"),
            checked=to.ghost,
        ),
        Command(
            "redraw.accept",
            tr("&Take the Proposal"),
            lambda: parts().going_on.accept(),
            "Return",
            tip=tr("Draw the proposed strokes"),
        ),
        Command(
            "redraw.next",
            tr("Show A&nother Proposal"),
            lambda: parts().going_on.next(),
            "Shift+Return",
        ),
        Command(
            "symbols.recognise",
            tr("Recognise &Symbols"),
            lambda wanted: parts().recogniser.set_wanted(wanted),
            tip=tr("Say after each stroke which symbol it looks like"),
            checked=to.recognise,
        ),
        Command(
            "symbols.use",
            tr("&Make It a Clean Symbol"),
            lambda: parts().recogniser.use(),
            "S",
            tip=tr("Put the symbol's clean version in the place of what was drawn"),
        ),
        Command(
            "symbols.gestures",
            tr("Make Symbols &Clean at Once"),
            lambda wanted: parts().recogniser.set_gestures(wanted),
            tip=tr("A symbol's clean version takes the place of what was drawn by itself"),
            checked=to.gestures,
        ),
    )


REDRAW_MENU = (
    "redraw.start",
    "redraw.again",
    SEPARATOR,
    "redraw.play",
    "redraw.keep",
    "redraw.replace",
    "redraw.drop",
    SEPARATOR,
    "redraw.ghost",
    "redraw.accept",
    "redraw.next",
    SEPARATOR,
    "symbols.recognise",
    "symbols.use",
    "symbols.gestures",
)
