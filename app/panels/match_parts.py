"""All that matches drawing and photo, put together when the Match dock is first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.bridge.engine_bridge import EngineBridge
from app.document.selection import Selection
from app.panels.latest_worker import LatestWorker
from app.panels.match import MatchSession
from app.panels.match_hover import MatchHover
from app.panels.match_overlay import MatchOverlay
from app.panels.match_warp import MatchWarp
from app.panels.photo_library import PhotoLibrary
from app.panels.reference import ReferencePhoto
from app.panels.show_as_photo import ShowAsPhoto

if TYPE_CHECKING:
    from app.canvas.view import CanvasView
    from app.document.document import Document
    from app.settings import Settings


class Match(QObject):
    """Owns the parts and ties them to the canvas. GUI thread."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        selection: Selection,
        reference: ReferencePhoto,
        library: PhotoLibrary,
        settings: Settings,
        canvas: CanvasView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reference = reference
        self.selection = selection
        self.worker = LatestWorker(self)
        self.session = MatchSession(bridge, document, reference, self.worker, self)
        self.warp = MatchWarp(self.session, document, selection, settings, self.worker, self)
        self.hover = MatchHover(self.session, self.warp, document, canvas.stroke_at, self)
        self.overlay = MatchOverlay(self.session, self.warp, self.hover)
        self.shown = ShowAsPhoto(bridge, document, library, reference, self.worker, self)
        self.session.watch_live(lambda: canvas.live_xy)
        canvas.live_changed.connect(self.session.on_live)
        canvas.gesture_ended.connect(self.session.on_pen_lifted)
        canvas.gesture_began.connect(self.hover.leave)
        canvas.hovered.connect(self.hover.over_page)
        canvas.left.connect(self.hover.leave)

    def use_encoder(self, name: str) -> None:
        """Compare with this encoder from now on."""
        self.session.encoder = self.shown.encoder = name

    def close(self) -> None:
        """Ask and work no more."""
        self.session.close()
        self.warp.close()
        self.worker.shutdown()
