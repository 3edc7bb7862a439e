"""A hand at the canvas: sends real Qt events and looks at real pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView

Place = tuple[float, float]
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """All places are in document px."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self._pens = {
            kind: QPointingDevice(
                f"test {kind.name}",
                100 + kind.value,
                QPointingDevice.DeviceType.Stylus,
                kind,
                QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure,
                1,
                2,
            )
            for kind in (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)
        }

    def at(self, place: Place) -> QPoint:
        """The pixel of the view at a place of the page."""
        return QPointF(*self.canvas.viewport.to_view(*place)).toPoint()

    def press(self, place: Place, button: Qt.MouseButton = LEFT) -> None:
        QTest.mousePress(self.canvas, button, pos=self.at(place))

    def move(self, *places: Place) -> None:
        for place in places:
            QTest.mouseMove(self.canvas, self.at(place))

    def release(self, place: Place, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self.canvas, button, pos=self.at(place))

    def drag(self, *places: Place, button: Qt.MouseButton = LEFT) -> None:
        """Press at the first place, release at the last."""
        self.press(places[0], button)
        self.move(*places[1:])
        self.release(places[-1], button)

    def tablet(
        self,
        kind: QEvent.Type,
        place: Place,
        pressure: float = 0.5,
        *,
        eraser: bool = False,
        tilt: tuple[float, float] = (0.0, 0.0),
        button: Qt.MouseButton = LEFT,
    ) -> QTabletEvent:
        """Send one tablet event, exactly at the place, to fractions of a pixel."""
        types = QPointingDevice.PointerType
        pos = QPointF(*self.canvas.viewport.to_view(*place))
        moves = kind == QEvent.Type.TabletMove
        event = QTabletEvent(
            kind,
            self._pens[types.Eraser if eraser else types.Pen],
            pos,
            QPointF(self.canvas.mapToGlobal(pos)),
            pressure,
            *tilt,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.NoButton if moves else button,
            Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else button,
        )
        QApplication.sendEvent(self.canvas, event)
        return event

    def stroke(self, *points: tuple[float, float, float], eraser: bool = False) -> None:
        """A tablet stroke along (x, y, pressure)."""
        kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(points) - 1)]
        for kind, (x, y, pressure) in zip(kinds, points, strict=True):
            self.tablet(kind, (x, y), pressure, eraser=eraser)
        x, y, _ = points[-1]
        self.tablet(QEvent.Type.TabletRelease, (x, y), 0.0, eraser=eraser)

    def wheel(
        self,
        place: Place,
        angle: int,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        device: QPointingDevice | None = None,
        pixels: QPoint | None = None,
    ) -> None:
        pos = QPointF(*self.canvas.viewport.to_view(*place))
        event = QWheelEvent(
            pos,
            self.canvas.mapToGlobal(pos),
            pixels or QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
            Qt.MouseEventSource.MouseEventNotSynthesized,
            device or QPointingDevice.primaryPointingDevice(),
        )
        QApplication.sendEvent(self.canvas, event)

    def picture(self) -> QImage:
        """What the canvas shows, all waiting ink painted."""
        self.canvas.finish_painting()
        return self.canvas.grab().toImage()

    def colour(self, place: Place) -> QColor:
        """The colour shown at a place of the page."""
        picture = self.picture()
        pixel = QPointF(*self.canvas.viewport.to_view(*place)) * picture.devicePixelRatio()
        return picture.pixelColor(int(pixel.x()), int(pixel.y()))

    def is_inked(self, place: Place) -> bool:
        """Whether a place of the page is mostly covered by dark ink."""
        return self.colour(place).lightness() < 100

    def is_blank(self, place: Place) -> bool:
        """Whether a place of the page is white."""
        return self.colour(place) == QColor(255, 255, 255)
