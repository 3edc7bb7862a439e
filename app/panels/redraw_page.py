"""The page of the Redraw dock where something is drawn again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.drawing_list import MARGIN_PX, DrawingList, Row
from app.panels.picture_view import PictureView
from app.panels.redraw_sources import SourceKind
from app.panels.redrawing import RedrawSession
from app.panels.reference import ReferencePhoto
from app.panels.small_parts import muted_label, show_text
from app.translation import tr
from engine.sketchembed.messages import MAX_VARIANTS
from engine.strokes import bounds

PICTURE_PX = 62
_STEPS = 1000
_FREEDOM_STEPS = 100
"""Of the slider, for 1."""
_TEXTS = {
    SourceKind.SELECTION: tr("Selected strokes"),
    SourceKind.DRAWING: tr("Whole drawing"),
    SourceKind.PHOTO: tr("Reference photo"),
}


class RedrawPage(QWidget):
    """Shows a `RedrawSession` and passes the user's wishes on to it."""

    def __init__(
        self, session: RedrawSession, reference: ReferencePhoto, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reference = reference
        self._shown: object = None
        self.source_box = QComboBox()
        self.photo = PictureView()
        self.part_button = QPushButton(icon("crop"), tr("Choose a Part"))
        self.whole_button = QPushButton(icon("fit"), tr("All of It"))
        self.count = QSpinBox()
        self.freedom = QSlider(Qt.Orientation.Horizontal)
        self.start_button = QPushButton(icon("start"), tr("Redraw"))
        self.cancel_button = QPushButton(icon("cancel"), tr("Cancel"))
        self.again_button = QPushButton(icon("reset"), tr("Again"))
        self.progress = QProgressBar()
        self.state = muted_label("")
        self.strip = DrawingList(PICTURE_PX, True, tr("Variants"))
        self._part_row = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        session = self._session
        self._show_sources()
        self._show_photo()
        self.count.setValue(session.count)
        self.freedom.setValue(round(_FREEDOM_STEPS * session.freedom))
        self.start_button.setVisible(not session.running)
        self.start_button.setEnabled(session.can_start)
        self.cancel_button.setVisible(session.running)
        self.again_button.setEnabled(session.can_start and bool(session.variants))
        self.progress.setVisible(session.running)
        self.progress.setValue(round(_STEPS * session.fraction))
        show_text(self.state, "" if session.running else session.text)
        self._show_variants()

    def _show_sources(self) -> None:
        sources = self._session.sources
        # Qt hands a text back where an enumeration of texts went in.
        listed = [SourceKind(self.source_box.itemData(i)) for i in range(self.source_box.count())]
        if listed != list(sources.kinds):
            self.source_box.clear()
            for kind in sources.kinds:
                self.source_box.addItem(_TEXTS[kind], kind)
        if sources.kind is not None:
            self.source_box.setCurrentIndex(sources.kinds.index(sources.kind))

    def _show_photo(self) -> None:
        loaded, region = self._reference.photo, self._session.sources.region
        is_photo = self._session.sources.kind is SourceKind.PHOTO and loaded is not None
        for part in (self.photo, self._part_row):
            part.setVisible(is_photo)
        if not is_photo or loaded is None:
            self.photo.show_picture(None, QRectF())
            return
        seen = QRectF(loaded.image.rect())
        if region is not None:
            scale = self._image_scale()
            x0, y0, x1, y1 = (value * scale for value in region)
            seen = QRectF(x0, y0, x1 - x0, y1 - y0)
        self.photo.show_picture(loaded.image, seen)
        self.part_button.setChecked(self.photo.cropping)
        self.whole_button.setEnabled(region is not None)

    def _image_scale(self) -> float:
        """Px of the copy that is shown per px of the photo."""
        loaded = self._reference.photo
        assert loaded is not None
        return loaded.image.width() / loaded.size_px[0]

    def _show_variants(self) -> None:
        variants = self._session.variants
        self.strip.setVisible(bool(variants))
        if variants is not self._shown:
            self._shown = variants
            # In one frame, so that they can be compared.
            box = bounds([line for each in variants for line in each.lines])
            self.strip.show_rows(
                [
                    Row(each.lines, tip=tr("Variant {place}").format(place=i + 1), box=box)
                    for i, each in enumerate(variants)
                ]
            )
        self.strip.set_row(self._session.chosen)

    def _choose_part(self, wanted: bool) -> None:
        if wanted:
            self.photo.start_crop()
        else:
            self.photo.end_crop()

    def _on_cropped(self, part: QRectF) -> None:
        scale = self._image_scale()
        box = (part.left(), part.top(), part.right(), part.bottom())
        x0, y0, x1, y1 = (value / scale for value in box)
        self._session.sources.set_region((x0, y0, x1, y1))

    def _set_up(self) -> None:
        self.source_box.setAccessibleName(tr("What is drawn again"))
        self.source_box.setToolTip(tr("What is drawn again"))
        self.source_box.setMinimumContentsLength(12)
        self.photo.setFixedHeight(130)
        self.photo.setAccessibleName(tr("Part of the photo"))
        self.part_button.setCheckable(True)
        self.part_button.setToolTip(tr("Drag a rectangle on the photo: only that is drawn"))
        self.whole_button.setToolTip(tr("Draw the whole photo"))
        self.count.setRange(1, MAX_VARIANTS)
        self.count.setAccessibleName(tr("Number of variants"))
        self.count.setToolTip(tr("How many drawings to choose from"))
        self.freedom.setRange(0, round(1.5 * _FREEDOM_STEPS))
        self.freedom.setPageStep(10)
        self.freedom.setAccessibleName(tr("Freedom"))
        self.freedom.setToolTip(tr("To the right the model draws more freely"))
        self.start_button.setToolTip(tr("Have the model draw it, stroke by stroke"))
        self.cancel_button.setToolTip(tr("Stop"))
        self.again_button.setToolTip(tr("Draw it once more, but otherwise"))
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("Progress of the redrawing"))
        self.state.setAccessibleName(tr("State of the redrawing"))
        self.strip.setFixedHeight(2 * (PICTURE_PX + 2 * MARGIN_PX) + 4)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.strip.setToolTip(tr("A click puts a variant on the page"))

    def _lay_out(self) -> None:
        # One or the other is there, so that nothing below them jumps.
        told = QGridLayout()
        told.addWidget(self.progress, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self.state, 0, 0)
        told.setRowMinimumHeight(0, self.fontMetrics().height())
        part = QHBoxLayout(self._part_row)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(8)
        part.addWidget(self.part_button, 1)
        part.addWidget(self.whole_button, 1)
        form = QFormLayout()
        form.setSpacing(6)
        form.addRow(tr("&Variants"), self.count)
        form.addRow(tr("Free&dom"), self.freedom)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start_button, 0, 0)
        buttons.addWidget(self.cancel_button, 0, 0)
        buttons.addWidget(self.again_button, 0, 1)
        buttons.setColumnStretch(0, 1)
        buttons.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.source_box)
        column.addWidget(self.photo)
        column.addWidget(self._part_row)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addLayout(told)
        column.addWidget(self.strip)
        column.addStretch(1)

    def _connect(self) -> None:
        session, sources = self._session, self._session.sources
        self.source_box.activated.connect(
            lambda _: sources.choose(SourceKind(self.source_box.currentData()))
        )
        self.part_button.clicked.connect(self._choose_part)
        self.whole_button.clicked.connect(lambda: sources.set_region(None))
        self.photo.cropped.connect(self._on_cropped)
        self.photo.crop_ended.connect(lambda: self.part_button.setChecked(False))
        self.count.valueChanged.connect(session.set_count)
        self.freedom.valueChanged.connect(lambda value: session.set_freedom(value / _FREEDOM_STEPS))
        self.start_button.clicked.connect(session.start)
        self.cancel_button.clicked.connect(session.cancel)
        self.again_button.clicked.connect(session.again)
        self.strip.chosen.connect(session.choose)
        session.changed.connect(self.refresh)
