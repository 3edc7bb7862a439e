"""What a changed setting changes at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.look import SYSTEM, apply_look
from app.program import Program
from app.settings import (
    ABSTRACT_STROKES,
    LOOK_ICON_PX,
    LOOK_THEME,
    REFERENCE_HIDE_FOR_PEN,
)

if TYPE_CHECKING:
    from app.main_window import MainWindow


def follow_settings(program: Program, window: MainWindow) -> Callable[[], None]:
    """Keep program and window as the settings say; returns the function that ends it.

    Those that the window itself changes, say the width of the pen, are kept in step both ways.
    """
    settings = program.settings

    def resize_icons(size_px: int) -> None:
        window.tool_bar.setIconSize(QSize(size_px, size_px))

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
    program.abstraction.changed.connect(
        lambda: settings.set(ABSTRACT_STROKES, program.abstraction.strokes)
    )
    ends = (
        settings.watch(LOOK_ICON_PX, resize_icons),
        settings.watch(LOOK_THEME, dress),
        settings.watch(ABSTRACT_STROKES, program.abstraction.set_strokes),
    )

    def end_all() -> None:
        hints.colorSchemeChanged.disconnect(follow_system)
        for end in ends:
            end()

    return end_all
