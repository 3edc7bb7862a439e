"""The canvas: a page view that one draws on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.canvas.live_ink import LiveInk
from app.canvas.navigation import wheel_scroll_px, wheel_zoom_factor
from app.canvas.outline import FloatArray
from app.canvas.page_view import PageView
from app.canvas.pointers import cursor_for
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.input.gestures import Device, Gestures
from app.input.pointer import (
    SynthesizedMouseFilter,
    hovering_end,
    mouse_end,
    mouse_sample,
    tablet_end,
    tablet_sample,
)
from app.tools.base import (
    BeginInk,
    Commit,
    Effect,
    EndInk,
    ExtendInk,
    Ghost,
    PointerShape,
    Scene,
    Scroll,
    Tool,
)
from app.tools.hand import HandTool
from app.tools.stroke_eraser import StrokeEraser

TIP_REACH_PX = 5.0
"""How near to a stroke (view px) the pointer must rest for its tip."""

StrokeTip = Callable[[int, tuple[float, float]], str]
"""What to say of a stroke, by its id, at a place near it (document px); "" for nothing."""


class CanvasView(PageView):
    """Hands the gestures of mouse, pen and touch pad to a tool and performs the tool's effects.

    Args:
        tool: the tool to begin with.
        eraser: also used for the eraser end of a pen.
    """

    gesture_began = Signal()
    """The pen is down."""
    gesture_ended = Signal()
    """The pen is up again, or the gesture was cancelled."""
    live_changed = Signal()
    """The live stroke has grown; see `live_xy`."""

    stroke_tip: StrokeTip | None = None
    """Asked when the pointer rests on a stroke."""

    def __init__(
        self,
        document: Document,
        tool: Tool,
        eraser: StrokeEraser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, parent)
        self._eraser = eraser
        self._gestures = Gestures(tool, HandTool(), eraser)
        self._synthesized = SynthesizedMouseFilter()
        self._shown_pointer: PointerShape | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabletTracking(True)
        self.setAccessibleName("Canvas")
        self.setAccessibleDescription("The page you draw on")
        self._show_pointer()

    @property
    def tool(self) -> Tool:
        """The tool chosen by the user; setting it cancels the gesture under way."""
        return self._gestures.tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self.cancel_gesture()
        self._gestures.tool = tool
        self._show_pointer()

    @property
    def gesture_active(self) -> bool:
        """Whether a gesture is under way."""
        return self._gestures.active

    @property
    def live_xy(self) -> FloatArray | None:
        """(N, 2) places of the stroke that is being drawn (document px), a copy; None without."""
        return None if self._live is None else self._live.xy

    def cancel_gesture(self) -> None:
        """Drop the gesture under way, if any."""
        if self._gestures.active:
            self._perform(self._gestures.cancel())
            self.gesture_ended.emit()

    # --- Mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._synthesized.is_synthesized(event):
            return
        sample = mouse_sample(event, self._viewport)
        end = mouse_end(event.button())
        self._begin(self._gestures.down(Device.MOUSE, end, sample, self._scene()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._synthesized.is_synthesized(event):
            sample = mouse_sample(event, self._viewport)
            self._perform(self._gestures.move(Device.MOUSE, sample, self._scene()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._synthesized.is_synthesized(event):
            return
        sample = mouse_sample(event, self._viewport)
        end = mouse_end(event.button())
        self._finish(self._gestures.up(Device.MOUSE, end, sample, self._scene()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick taps is a tap as well.
        self.mousePressEvent(event)

    # --- Tablet --------------------------------------------------------------------------------

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()  # or Qt would repeat it as a mouse event
        self._synthesized.saw_tablet()
        sample, scene = tablet_sample(event, self._viewport), self._scene()
        match event.type():
            case QEvent.Type.TabletPress:
                # A mouse press moves the focus by itself.
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                end = tablet_end(event)
                self._begin(self._gestures.down(Device.TABLET, end, sample, scene))
            case QEvent.Type.TabletMove:
                self._gestures.hover(hovering_end(event))
                self._perform(self._gestures.move(Device.TABLET, sample, scene))
            case QEvent.Type.TabletRelease:
                end = tablet_end(event)
                self._finish(self._gestures.up(Device.TABLET, end, sample, scene))

    # --- Wheel, touch pad, keys ----------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = wheel_zoom_factor(event)
        if factor is None:
            way = wheel_scroll_px(event)
            self.scroll_by(way.x(), way.y())
        else:
            self.zoom_to(self._viewport.scale * factor, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self._viewport.scale * (1.0 + event.value()), event.position())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gestures.active:
            self.cancel_gesture()
        elif event.key() == Qt.Key.Key_Space:
            self._hold_hand(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._hold_hand(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_hand(False)
        self.cancel_gesture()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    # --- Effects -------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.LOAD:
            self.cancel_gesture()
        super()._follow(change)

    def _scene(self) -> Scene:
        return Scene(self._document.drawing, self._ink.index, self._viewport.scale)

    def _begin(self, effects: tuple[Effect, ...]) -> None:
        self._perform(effects)
        if self._gestures.active:
            self.gesture_began.emit()

    def _finish(self, effects: tuple[Effect, ...]) -> None:
        self._perform(effects)
        if not self._gestures.active:
            self.gesture_ended.emit()

    def _perform(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            match effect:
                case BeginInk(style):
                    self.show_live(LiveInk(style))
                case ExtendInk(added, tail):
                    if self._live is not None and (box := self._live.extend(added, tail)):
                        self.update_box(box)
                    self.live_changed.emit()
                case EndInk():
                    self.show_live(None)
                case Ghost(ids):
                    self.show_ghosts(ids)
                case Commit(drawing, text):
                    self._document.apply(drawing, text)
                case Scroll(dx_px, dy_px):
                    self.scroll_by(dx_px * self._viewport.scale, dy_px * self._viewport.scale)
        self._show_pointer()

    def _show_tip(self, event: QHelpEvent) -> None:
        place = self._viewport.to_document(event.x(), event.y())
        reach_px = TIP_REACH_PX / self._viewport.scale
        touched = self._ink.index.touched_by(place, place, reach_px)
        text = ""
        if self.stroke_tip is not None and len(touched):
            text = self.stroke_tip(int(touched[-1]), place)
        # The tip goes when the pointer leaves its surroundings, as another may be due there.
        near = QRect(event.pos(), event.pos()).adjusted(-6, -6, 6, 6)
        QToolTip.showText(event.globalPos(), text, self, near)
        if not text:
            event.ignore()

    def _hold_hand(self, held: bool) -> None:
        self._gestures.hand_held = held
        self._show_pointer()

    def _show_pointer(self) -> None:
        shape = self._gestures.pointer
        if shape is not self._shown_pointer:
            self._shown_pointer = shape
            radius_px = self._eraser.radius_px
            self.setCursor(cursor_for(shape, radius_px, self.devicePixelRatioF()))
