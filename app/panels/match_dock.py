"""The Match dock of a window, made when it is first seen, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.canvas.page_view import OverlayPlace
from app.canvas.view import CanvasView
from app.panels.window_layout import WindowLayout
from app.program import Program
from app.translation import tr

if TYPE_CHECKING:
    from app.panels.match_panel import MatchPanel
    from app.panels.match_parts import Match


class MatchDock:
    """Ties what matches drawing and photo to the canvas, the dock and the menu.

    Args:
        group: of the docks that this one lies on.
    """

    def __init__(
        self, program: Program, canvas: CanvasView, layout: WindowLayout, group: str
    ) -> None:
        self._program = program
        self._canvas = canvas
        self._layout = layout
        self._match: Match | None = None
        self._actions: Actions | None = None
        self.dock = layout.add_dock("match", tr("Match"), self._make, group)
        self.dock.visibilityChanged.connect(self._look)

    @property
    def panel(self) -> MatchPanel:
        """What is in the dock."""
        return cast("MatchPanel", self._layout.content(self.dock))

    def follow_with(self, actions: Actions) -> None:
        """Keep these commands as the match is."""
        self._actions = actions
        self._refresh()

    def pull(self) -> None:
        """Pull the drawing to the photo."""
        self.panel.match.warp.pull()

    def show_flow(self, shown: bool) -> None:
        """Show the flow's grid, with the dock that knows it, or hide it."""
        if shown:
            self._layout.bring_up(self.dock)
        self.panel.match.warp.set_grid_shown(shown)

    def show_as_photo(self) -> None:
        """Show the drawing as a photo, in the dock."""
        self._layout.bring_up(self.dock)
        self.panel.match.shown.start()

    def _make(self) -> QWidget:
        from app.panels.match_panel import MatchPanel

        self._match = match = self._program.match_on(self._canvas)
        self._canvas.add_overlay(match.overlay, OverlayPlace.OVER_INK)
        match.warp.changed.connect(self._refresh)
        return MatchPanel(match, self._program.choose_reference_photo)

    def _look(self, seen: bool) -> None:
        """Put away or behind another dock, drawing and photo are not matched."""
        if self._match is not None:
            self._match.session.set_active(seen)

    def _refresh(self) -> None:
        if self._actions is not None:
            match = self._match
            self._actions["match.pull"].setEnabled(match is not None and match.warp.can_pull)
            if match is not None:
                self._actions["match.grid"].setChecked(match.warp.grid_shown)
