"""The canvas: a page view that one draws on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.canvas.effect_view import EffectView
from app.canvas.fingers import TOUCH_EVENTS, Fingers
from app.canvas.navigation import wheel_scroll_px, wheel_zoom_factor
from app.canvas.outline import FloatArray
from app.canvas.pointers import cursor_for
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.guides import without_guide
from app.document.samples import PenSample
from app.document.selection import Selection
from app.input.gestures import Device, Gestures
from app.input.pen_end import PenEnd
from app.input.pointer import (
    PenButtons,
    SynthesizedMouseFilter,
    hovering_end,
    keys_of,
    mouse_end,
    mouse_sample,
    tablet_end,
    tablet_sample,
)
from app.input.stillness import HOLD_MS, Stillness
from app.tools.base import AskGuide, Commit, Effect, Guiding, Keys, PointerShape, Tool
from app.tools.eyedropper import Eyedropper
from app.tools.hand import HandTool
from app.tools.nudge import Nudge
from app.tools.select import SelectTool
from app.tools.toolbox import Eraser
from app.translation import tr

_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GESTURE_KEYS = {
    Qt.Key.Key_Shift: "shift",
    Qt.Key.Key_Alt: "alt",
    Qt.Key.Key_Control: "control",
}

TIP_REACH_PX = 5.0
"""How near to a stroke (view px) the pointer must be to be at it."""

StrokeTip = Callable[[int, tuple[float, float]], str]
"""What to say of a stroke, by its id, at a place near it (document px); "" for nothing."""


class CanvasView(EffectView):
    """Hands the gestures of mouse, pen and touch pad to a tool and performs the tool's effects.

    Args:
        tool: the tool to begin with.
        eraser: for the eraser end of a pen.
        selection: of the document's strokes; by default one of the canvas's own.
    """

    gesture_began = Signal()
    """The pen is down."""
    gesture_ended = Signal()
    """The pen is up again, or the gesture was cancelled."""
    hovered = Signal(float, float)
    """The pointer moved over the page (document px) without drawing."""
    left = Signal()
    """The pointer is elsewhere."""
    stroke_tip: StrokeTip | None = None
    """Asked when the pointer rests on a stroke."""

    def __init__(
        self,
        document: Document,
        tool: Tool,
        eraser: Eraser,
        selection: Selection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, Selection(document) if selection is None else selection, parent)
        self._eraser = eraser
        self._nudge = Nudge()
        self._last: tuple[Device, PenSample] | None = None
        self._stillness = Stillness()
        self._hold_timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold_timer.timeout.connect(self._hold)
        self._gestures = Gestures(tool, HandTool(), eraser, Eyedropper())
        self.pen_buttons = PenButtons()
        self.fingers = Fingers(self)
        self._synthesized = SynthesizedMouseFilter()
        self._shown_pointer: PointerShape | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabletTracking(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The page you draw on"))
        self._show_pointer()

    @property
    def tool(self) -> Tool:
        """The tool chosen by the user; setting it cancels the gesture under way."""
        return self._gestures.tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self.cancel_gesture()
        self._gestures.tool = tool
        self.selection_overlay.show_handles(isinstance(tool, SelectTool))
        self._show_pointer()

    @property
    def eraser(self) -> Eraser:
        """What the eraser end of a pen does."""
        return self._eraser

    @eraser.setter
    def eraser(self, eraser: Eraser) -> None:
        self.cancel_gesture()
        self._eraser = self._gestures.eraser = eraser
        self.refresh_pointer()

    def refresh_pointer(self) -> None:
        """The eraser's reach may be another one."""
        self._shown_pointer = None
        self._show_pointer()

    @property
    def gesture_active(self) -> bool:
        """Whether a gesture is under way."""
        return self._gestures.active

    @property
    def live_xy(self) -> FloatArray | None:
        """(N, 2) places of the stroke that is being drawn (document px), a copy; None without."""
        return None if self._live is None else self._live.xy

    def stroke_at(self, place: tuple[float, float]) -> int | None:
        """The uppermost stroke that a pointer at a place (document px) is at."""
        touched = self._ink.index.touched_by(place, place, TIP_REACH_PX / self._viewport.scale)
        return int(touched[-1]) if len(touched) else None

    def cancel_gesture(self) -> None:
        """Drop the gesture under way, if any."""
        self.perform(self._nudge.cancel())
        self._hold_timer.stop()
        if self._gestures.active:
            self.perform(self._gestures.cancel())
            self.gesture_ended.emit()

    # --- Mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._synthesized.is_synthesized(event):
            return
        end = mouse_end(event.button())
        self.gesture_down(Device.MOUSE, end, mouse_sample(event, self._viewport), keys_of(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._synthesized.is_synthesized(event):
            sample = mouse_sample(event, self._viewport)
            self.gesture_move(Device.MOUSE, PenEnd.TIP, sample, keys_of(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._synthesized.is_synthesized(event):
            return
        end = mouse_end(event.button())
        self.gesture_up(Device.MOUSE, end, mouse_sample(event, self._viewport), keys_of(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick taps is a tap as well.
        self.mousePressEvent(event)

    # --- Tablet --------------------------------------------------------------------------------

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()  # or Qt would repeat it as a mouse event
        self._synthesized.saw_tablet()
        self.fingers.saw_pen()
        sample, keys = tablet_sample(event, self._viewport), keys_of(event)
        match event.type():
            case QEvent.Type.TabletPress:
                # A mouse press moves the focus by itself.
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.gesture_down(Device.TABLET, tablet_end(event, self.pen_buttons), sample, keys)
            case QEvent.Type.TabletMove:
                self.gesture_move(Device.TABLET, hovering_end(event), sample, keys)
            case QEvent.Type.TabletRelease:
                self.gesture_up(Device.TABLET, tablet_end(event, self.pen_buttons), sample, keys)

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
        if event.type() in TOUCH_EVENTS and isinstance(event, QTouchEvent):
            event.accept()  # or Qt would repeat it as a mouse event
            self.fingers.take(event)
            return True
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
            back = self._gestures.let_go()
            if back is None:
                self.cancel_gesture()
            else:
                self.perform(back)
        elif event.key() == Qt.Key.Key_Escape and self.selection.ids:
            self.selection.clear()
        elif self._key_for_guide(event.key()):
            pass
        elif event.key() == Qt.Key.Key_Space:
            self._hold_hand(True)
        elif event.key() in _NUDGES and self.selection.ids and not self._gestures.active:
            scene = self.scene(keys_of(event))
            self.perform(self._nudge.step(*_NUDGES[Qt.Key(event.key())], scene))
        else:
            self._keys_changed(event)
            super().keyPressEvent(event)

    def _key_for_guide(self, key: int) -> bool:
        """Do what a key means to the chosen guide; returns whether it means something."""
        number = self.guide_lines.chosen
        if number is None or self._gestures.active or self.selection.ids:
            return False
        match key:
            case Qt.Key.Key_Escape:
                self.perform((Guiding(None),))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                changed = without_guide(self._document.drawing, number)
                self.perform((Guiding(None), Commit(changed, tr("Remove guide"))))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.perform((AskGuide(number),))
            case _:
                return False
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._hold_hand(False)
        elif event.key() in _NUDGES and self._nudge.active:
            if not event.isAutoRepeat():
                self.perform(self._nudge.end(self.scene()))
        else:
            self._keys_changed(event)
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_hand(False)
        self.cancel_gesture()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    # --- Effects -------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.LOAD:
            self.cancel_gesture()
        super()._follow(change)

    def gesture_down(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None:
        """A device touches the page."""
        self.perform(self._nudge.end(self.scene()))
        if self.guide_lines.chosen is not None:
            self.perform((Guiding(None),))
        self._last = (device, sample)
        self._stillness = Stillness()
        self.perform(self._gestures.down(device, end, sample, self.scene(keys)))
        if self._gestures.active:
            self.gesture_began.emit()
        self._watch_stillness(sample)

    def gesture_move(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None:
        """A device moves on the page or over it."""
        self._last = (device, sample)
        scene = self.scene(keys)
        self._watch_stillness(sample)
        hovered = self._gestures.hover(end, sample, scene)
        self.perform((*hovered, *self._gestures.move(device, sample, scene)))
        if not self._gestures.active:
            self.hovered.emit(sample.x, sample.y)

    def gesture_up(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None:
        """A device leaves the page."""
        self.perform(self._gestures.up(device, end, sample, self.scene(keys)))
        if not self._gestures.active:
            self._hold_timer.stop()
            self.gesture_ended.emit()

    def _watch_stillness(self, sample: PenSample) -> None:
        """Count anew how long the pen is still, if it moved."""
        scale = self._viewport.scale
        if self._gestures.active and self._stillness.moved(sample.x * scale, sample.y * scale):
            self._hold_timer.start()

    def _hold(self) -> None:
        self.perform(self._gestures.hold(self.scene()))

    def _keys_changed(self, event: QKeyEvent) -> None:
        """A key that changes what the gesture means is seen at once, not at the next move."""
        if self._gestures.active and self._last is not None and event.key() in _GESTURE_KEYS:
            held = event.type() == QEvent.Type.KeyPress
            keys = replace(keys_of(event), **{_GESTURE_KEYS[Qt.Key(event.key())]: held})
            device, sample = self._last
            self.perform(self._gestures.move(device, sample, self.scene(keys)))

    def perform(self, effects: tuple[Effect, ...]) -> None:
        super().perform(effects)
        self._show_pointer()

    def _show_tip(self, event: QHelpEvent) -> None:
        place = self._viewport.to_document(event.x(), event.y())
        stroke_id = self.stroke_at(place)
        text = ""
        if self.stroke_tip is not None and stroke_id is not None:
            text = self.stroke_tip(stroke_id, place)
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
