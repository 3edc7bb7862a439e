"""What of the window is shown: docks, canvas only, full screen; and going round by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QToolBar, QWidget

from app.panels.dock_title import DockTitle


class WindowLayout(QObject):
    """Hides and shows parts of a main window, and remembers what was there before. GUI thread.

    Args:
        window: whose docks, bars and state these are.
        canvas: gets the focus when the part that had it goes.
    """

    docks_shown = Signal(bool)
    """All docks were hidden at once, or some are there again."""
    canvas_only_changed = Signal(bool)

    def __init__(self, window: QMainWindow, canvas: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._kept: QByteArray | None = None
        """The layout to come back to while docks are hidden."""
        self._is_canvas_only = False
        self._groups: dict[str, list[QDockWidget]] = {}
        self._makers: dict[QDockWidget, Callable[[], QWidget]] = {}

    # --- Docks ---------------------------------------------------------------------------------

    def add_dock(
        self, name: str, title: str, content: QWidget | Callable[[], QWidget], group: str
    ) -> QDockWidget:
        """A dock at the right; those of one group lie on each other, with tabs.

        Args:
            name: of the dock in a saved layout, the same in all languages.
            content: what is in it, or a function that makes it when the dock is first seen.
        """
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        if isinstance(content, QWidget):
            dock.setWidget(content)
        else:
            self._makers[dock] = content
            dock.visibilityChanged.connect(lambda seen: self.content(dock) if seen else None)
        dock.setTitleBarWidget(DockTitle(dock))
        others = self._groups.setdefault(group, [])
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if others:
            self._window.tabifyDockWidget(others[-1], dock)
        others.append(dock)
        dock.visibilityChanged.connect(self._on_dock_shown)
        return dock

    def content(self, dock: QDockWidget) -> QWidget:
        """What is in a dock; made now, if it was never seen."""
        if dock in self._makers:
            dock.setWidget(self._makers.pop(dock)())
        return dock.widget()

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """All docks, in the order they were added, group by group."""
        return tuple(dock for docks in self._groups.values() for dock in docks)

    def bring_up(self, dock: QDockWidget) -> QDockWidget:
        """Show a dock, in front of those of its group; returns it."""
        dock.show()
        dock.raise_()
        return dock

    def raise_first(self) -> None:
        """Of each group, the first dock on top."""
        for docks in self._groups.values():
            docks[0].raise_()

    def put_docks(self, side: Qt.DockWidgetArea) -> None:
        """All docks that are not apart to this side, in their groups; what is hidden stays so."""
        for docks in self._groups.values():
            moved = [dock for dock in docks if not dock.isFloating()]
            hidden = [dock for dock in moved if dock.isHidden()]
            for i, dock in enumerate(moved):
                self._window.addDockWidget(side, dock)
                if i:
                    self._window.tabifyDockWidget(moved[i - 1], dock)
            for dock in hidden:
                dock.hide()
        self.raise_first()

    def show_docks(self, shown: bool) -> None:
        """Hide all docks at once, or bring back those that were there."""
        if shown and self._kept is not None:
            kept, self._kept = self._kept, None
            self._window.restoreState(kept)
        elif not shown and self._kept is None:
            self._kept = self._window.saveState()
            for dock in self.docks:
                dock.hide()
            self._canvas.setFocus()
        self.docks_shown.emit(shown)

    def _on_dock_shown(self, visible: bool) -> None:
        # A dock that is opened one by one ends the state where all are hidden.
        if visible and self._kept is not None and not self._is_canvas_only:
            self._kept = None
            self.docks_shown.emit(True)

    # --- Canvas only, full screen --------------------------------------------------------------

    def set_canvas_only(self, only: bool) -> None:
        """Hide bars and docks, or bring back what was there."""
        if only == self._is_canvas_only:
            return
        window = self._window
        if only:
            state = self._kept or window.saveState()
            self.show_docks(False)
            self._kept = state
        self._is_canvas_only = only
        for bar in window.findChildren(QToolBar, options=_DIRECT):
            bar.setVisible(not only)
        window.menuBar().setVisible(not only)
        window.statusBar().setVisible(not only)
        if not only:
            self.show_docks(True)
        self._canvas.setFocus()
        self.canvas_only_changed.emit(only)

    def set_full_screen(self, full: bool) -> None:
        """The whole screen, or the window as it was."""
        state = self._window.windowState()
        flag = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | flag if full else state & ~flag)

    # --- Remembering ---------------------------------------------------------------------------

    def state(self) -> QByteArray:
        """Where docks and bars are, as if none were hidden at once."""
        return self._kept or self._window.saveState()

    def geometry(self) -> QByteArray:
        """Where the window is, full screen left aside."""
        if self._window.isFullScreen():
            self.set_full_screen(False)
        return self._window.saveGeometry()

    # --- Keyboard ------------------------------------------------------------------------------

    def go_to_part(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) part that is in sight."""
        parts = self._parts()
        focus = QApplication.focusWidget()
        at = next((i for i, (part, _) in enumerate(parts) if _holds(part, focus)), None)
        # From nowhere, the next part is the first.
        order = range(1, len(parts) + 1)
        start = at if at is not None else (-1 if step > 0 else 0)
        for distance in order:
            _, enter = parts[(start + step * distance) % len(parts)]
            if enter():
                return

    def _parts(self) -> list[tuple[QWidget, Callable[[], bool]]]:
        window = self._window
        bars = [*window.findChildren(QToolBar, options=_DIRECT), *self.docks, window.statusBar()]
        shown = [part for part in bars if part.isVisible() and not part.visibleRegion().isEmpty()]
        parts: list[tuple[QWidget, Callable[[], bool]]] = [(self._canvas, self._enter_canvas)]
        parts += [(part, lambda part=part: focus_first(part)) for part in shown]
        return parts

    def _enter_canvas(self) -> bool:
        self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def focus_first(part: QWidget) -> bool:
    """Focus the first control in `part` that takes the Tab key's focus; whether there is one."""
    for widget in part.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisible() and widget.isEnabled() and not isinstance(widget, QTabBar):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
