"""What a changed setting changes at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.input.pen_end import PenEnd
from app.input.pointer import PenButtons
from app.input.touch import FingerUse
from app.look import SYSTEM, apply_look
from app.program import Program
from app.settings import (
    ABSTRACT_STROKES,
    GRID_SHOWN,
    GRID_SNAPS,
    GRID_SPACING_PX,
    GUIDES_SHOWN,
    GUIDES_SNAP,
    LOOK_DOCKS,
    LOOK_ICON_PX,
    LOOK_THEME,
    MIRROR_LEFT_RIGHT,
    MIRROR_TOP_BOTTOM,
    REFERENCE_HIDE_FOR_PEN,
    TABLET_LOWER,
    TABLET_UPPER,
    TOUCH_USE,
)
from app.tools.symmetry import Symmetry

if TYPE_CHECKING:
    from app.main_window import MainWindow

GUIDES = (
    GRID_SHOWN,
    GRID_SPACING_PX,
    GRID_SNAPS,
    GUIDES_SHOWN,
    GUIDES_SNAP,
    MIRROR_LEFT_RIGHT,
    MIRROR_TOP_BOTTOM,
)


def follow_settings(program: Program, window: MainWindow) -> Callable[[], None]:
    """Keep program and window as the settings say; returns the function that ends it.

    Those that the window itself changes, say the width of the pen, are kept in step both ways.
    """
    settings = program.settings

    def set_input(_: object = None) -> None:
        window.canvas.fingers.use = FingerUse(settings.get(TOUCH_USE))
        upper, lower = settings.get(TABLET_UPPER), settings.get(TABLET_LOWER)
        window.canvas.pen_buttons = PenButtons(PenEnd(upper), PenEnd(lower))

    def set_guides(_: object = None) -> None:
        canvas, actions = window.canvas, window.actions_by_id
        shown = settings.get(GRID_SHOWN)
        grid_px = settings.get(GRID_SPACING_PX) if shown else None
        canvas.guides.show_grid(grid_px)
        canvas.snap_px = grid_px if settings.get(GRID_SNAPS) else None
        canvas.guide_lines.shown = settings.get(GUIDES_SHOWN)
        canvas.keeps_to_guides = settings.get(GUIDES_SNAP)
        across, down = settings.get(MIRROR_LEFT_RIGHT), settings.get(MIRROR_TOP_BOTTOM)
        canvas.symmetry = Symmetry(across, down)
        for command, checked in (
            ("view.grid", shown),
            ("view.snap", settings.get(GRID_SNAPS)),
            ("view.guides", canvas.guide_lines.shown),
            ("view.snap_guides", canvas.keeps_to_guides),
            ("tool.mirror_left_right", across),
            ("tool.mirror_top_bottom", down),
        ):
            actions[command].setChecked(checked)

    def resize_icons(size_px: int) -> None:
        window.tool_bar.setIconSize(QSize(size_px, size_px))

    def put_docks(side: str) -> None:
        areas = Qt.DockWidgetArea
        area = areas.LeftDockWidgetArea if side == "left" else areas.RightDockWidgetArea
        window.layout_of_window.put_docks(area)

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    hints = application.styleHints()

    def dress(theme: str) -> None:
        apply_look(application, theme)

    def follow_system(_: object) -> None:
        if settings.get(LOOK_THEME) == SYSTEM:
            # Laid on anew, or parts of the window would keep the colours of before.
            QTimer.singleShot(0, application, lambda: apply_look(application, SYSTEM))

    def hide_references(hidden: bool) -> None:
        program.references.hide_for_pen(hidden and settings.get(REFERENCE_HIDE_FOR_PEN))

    window.canvas.gesture_began.connect(lambda: hide_references(True))
    window.canvas.gesture_ended.connect(lambda: hide_references(False))
    shown = window.actions_by_id["references.shown"]
    program.references.changed.connect(lambda: shown.setChecked(program.references.shown))
    hints.colorSchemeChanged.connect(follow_system)
    resize_icons(settings.get(LOOK_ICON_PX))
    set_input()
    set_guides()
    program.abstraction.changed.connect(
        lambda: settings.set(ABSTRACT_STROKES, program.abstraction.strokes)
    )
    ends = (
        *(settings.watch(option, set_guides) for option in GUIDES),
        settings.watch(TOUCH_USE, set_input),
        settings.watch(TABLET_UPPER, set_input),
        settings.watch(TABLET_LOWER, set_input),
        settings.watch(LOOK_DOCKS, put_docks),
        settings.watch(LOOK_ICON_PX, resize_icons),
        settings.watch(LOOK_THEME, dress),
        settings.watch(ABSTRACT_STROKES, program.abstraction.set_strokes),
    )

    def end_all() -> None:
        hints.colorSchemeChanged.disconnect(follow_system)
        for end in ends:
            end()

    return end_all
