"""The drawing's guides, over the ink."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.canvas.overlay import Overlay
from app.document.document import Document
from app.document.guides import Guide, is_on_page
from engine.strokes import Bounds

GUIDE_COLOUR = QColor(0, 130, 200, 190)
CHOSEN_COLOUR = QColor(210, 90, 0)
LABEL_PX = (96.0, 28.0)
"""Room for the place of a guide that is moved, in view px."""
_LABEL_GAP_PX = 5.0


class GuideLines(Overlay):
    """Shows them with the chosen one in its own colour, and says where that is moved to."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._shown = True
        self._chosen: int | None = None
        self._instead: Guide | None = None
        self._scale = 1.0

    @property
    def shown(self) -> bool:
        """Whether they are seen."""
        return self._shown

    @shown.setter
    def shown(self, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            self.choose(None)
            self.refresh(self._document.drawing.guides)

    @property
    def guides(self) -> tuple[Guide, ...]:
        """Those that are seen."""
        return self._document.drawing.guides if self._shown else ()

    @property
    def chosen(self) -> int | None:
        """The number of the chosen guide."""
        return self._chosen if self._chosen is not None and self.guides else None

    def choose(self, number: int | None, instead: Guide | None = None) -> None:
        """Another guide of the drawing is the chosen one; `instead` is shown in its place."""
        before = self._marked()
        self._chosen, self._instead = number, instead
        self.refresh((*before, *self._marked()))

    def refresh(self, guides: tuple[Guide, ...]) -> None:
        """Paint anew where these guides lie."""
        drawing = self._document.drawing
        along, across = (side / self._scale for side in LABEL_PX)
        for level, at_px in guides:
            if level:
                self.changed.emit((0.0, at_px - across, drawing.width_px, at_px + across))
            else:
                self.changed.emit((at_px - 2, 0.0, at_px + along, drawing.height_px))

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:
        self._scale = scale
        guides = self.guides
        if not guides:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for i, guide in enumerate(guides):
            is_chosen = i == self._chosen
            self._paint_line(
                painter,
                self._instead if is_chosen and self._instead is not None else guide,
                CHOSEN_COLOUR if is_chosen else GUIDE_COLOUR,
                exposed,
            )
        if self._instead is not None:
            self._paint_label(painter, self._instead)

    def _paint_line(self, painter: QPainter, guide: Guide, colour: QColor, exposed: Bounds) -> None:
        x0, y0, x1, y1 = exposed
        low, high = (y0, y1) if guide.is_level else (x0, x1)
        if not (low <= guide.at_px <= high and is_on_page(self._document.drawing, guide)):
            return
        pen = QPen(colour, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        ends = (x0, x1) if guide.is_level else (y0, y1)
        places = [(end, guide.at_px) if guide.is_level else (guide.at_px, end) for end in ends]
        painter.drawLine(QLineF(*places[0], *places[1]))

    def _paint_label(self, painter: QPainter, guide: Guide) -> None:
        """The place in px, beside the guide where it comes into sight; as large at every scale."""
        text = f"{guide.at_px:g} px"
        painter.save()
        corner = QPointF(0.0, guide.at_px) if guide.is_level else QPointF(guide.at_px, 0.0)
        view = painter.transform().map(corner)
        painter.resetTransform()
        x, y = (max(each, 0.0) + _LABEL_GAP_PX for each in (view.x(), view.y()))
        box = QFontMetricsF(painter.font()).boundingRect(text).adjusted(-4, -2, 4, 2)
        box.moveTo(x, y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(CHOSEN_COLOUR)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _marked(self) -> tuple[Guide, ...]:
        """Where the chosen one is seen, and where it lies in the drawing."""
        guides = self._document.drawing.guides
        if self._chosen is None or self._chosen >= len(guides):
            return ()
        own = guides[self._chosen]
        return (own,) if self._instead is None else (own, self._instead)
