"""The Export dialog: which format, how large, with or without the white of the page."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.document.export import ExportOptions
from app.translation import tr

FORMATS = (
    (".png", tr("PNG picture"), tr("Pixels, for the web and for messages.")),
    (".pdf", tr("PDF document"), tr("Vectors, for printing.")),
    (".svg", tr("SVG drawing"), tr("Vectors, for other drawing programs.")),
)
MAX_SCALE = 16.0


class ExportDialog(QDialog):
    """Asks for a format and its options; the file's name is asked for afterwards.

    Args:
        page: width and height in px.
        suffix, options: what to begin with.
        has_references: whether reference pictures lie on the page, which may be included.
    """

    def __init__(
        self,
        page: tuple[float, float],
        suffix: str = ".png",
        options: ExportOptions | None = None,
        parent: QWidget | None = None,
        *,
        has_references: bool = False,
    ) -> None:
        super().__init__(parent)
        options = options or ExportOptions()
        self._page = page
        self.setWindowTitle(tr("Export"))
        self.formats = QComboBox()
        for each, name, _ in FORMATS:
            self.formats.addItem(name, each)
        self.formats.setCurrentIndex(max(self.formats.findData(suffix), 0))
        self.formats.setAccessibleName(tr("Format"))
        self.explanation = QLabel()
        self.scale = QDoubleSpinBox()
        self.scale.setRange(0.05, MAX_SCALE)
        self.scale.setSingleStep(0.5)
        self.scale.setDecimals(2)
        self.scale.setSuffix(" ×")
        self.scale.setValue(options.scale)
        self.scale.setAccessibleName(tr("Scale"))
        self.size_label = QLabel()
        self.transparent = QCheckBox(tr("&Transparent background"))
        self.transparent.setChecked(options.transparent)
        self.references = QCheckBox(tr("Include &reference pictures"))
        self.references.setVisible(has_references)
        self._picture = QWidget()
        self._lay_out()
        self.formats.currentIndexChanged.connect(self._refresh)
        self.scale.valueChanged.connect(self._refresh)
        self._refresh()

    @property
    def suffix(self) -> str:
        """The format chosen, as the suffix of a file."""
        return str(self.formats.currentData())

    @property
    def options(self) -> ExportOptions:
        """The options chosen."""
        return ExportOptions(self.scale.value(), self.transparent.isChecked())

    @property
    def with_references(self) -> bool:
        """Whether to include the reference pictures; asked anew each time."""
        return self.references.isChecked() and self.suffix == ".png"

    def _lay_out(self) -> None:
        picture = QFormLayout(self._picture)
        picture.setContentsMargins(0, 0, 0, 0)
        picture.addRow(tr("&Scale"), self.scale)
        picture.addRow("", self.size_label)
        picture.addRow("", self.transparent)
        picture.addRow("", self.references)
        form = QFormLayout()
        form.addRow(tr("&Format"), self.formats)
        form.addRow("", self.explanation)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._picture)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(340)

    def _refresh(self) -> None:
        self.explanation.setText(FORMATS[self.formats.currentIndex()][2])
        width, height = (max(1, round(side * self.scale.value())) for side in self._page)
        self.size_label.setText(tr("{width} × {height} pixels").format(width=width, height=height))
        self._picture.setEnabled(self.suffix == ".png")
