"""The rows of the table of commands that are about guides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.actions import Command
from app.options import Option
from app.panels.guides import Guides
from app.settings import GUIDES_SHOWN, GUIDES_SNAP
from app.translation import tr


def guide_commands(
    guides: Guides, set_option: Callable[[Option[bool], bool], object]
) -> tuple[Command, ...]:
    """All commands about guides."""
    return (
        Command(
            "view.guides",
            tr("G&uides"),
            partial(set_option, GUIDES_SHOWN),
            "Ctrl+;",
            tip=tr("Show the guides"),
            checked=True,
        ),
        Command(
            "view.snap_guides",
            tr("Keep &to Guides"),
            partial(set_option, GUIDES_SNAP),
            "Ctrl+Shift+;",
            checked=True,
        ),
        Command(
            "view.guide_level",
            tr("Add &Level Guide"),
            lambda: guides.add(is_level=True),
            tip=tr("Add a level guide; drag it with Select, double-click it for an exact place"),
        ),
        Command(
            "view.guide_upright",
            tr("Add Up&right Guide"),
            lambda: guides.add(is_level=False),
            tip=tr("Add an upright guide; drag it with Select, double-click it for an exact place"),
        ),
        Command("view.guides_clear", tr("Remove &All Guides"), guides.clear),
    )


GUIDE_MENU = (
    "view.guides",
    "view.snap_guides",
    "view.guide_level",
    "view.guide_upright",
    "view.guides_clear",
)
