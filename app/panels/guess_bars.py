"""What the drawing looks like, as a few bars with names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from app.panels.words import percent
from app.translation import tr
from engine.attribution.messages import Label

COUNT = 3
_STEPS = 1000
_NAMES = (tr("First guess"), tr("Second guess"), tr("Third guess"))
_PROBABILITIES = (
    tr("Probability of the first guess"),
    tr("Probability of the second guess"),
    tr("Probability of the third guess"),
)


class GuessBars(QWidget):
    """Shows the most probable categories; rows without an answer are blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: list[QLabel] = []
        self.bars: list[QProgressBar] = []
        self.numbers: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row in range(COUNT):
            name, bar, number = QLabel(), QProgressBar(), QLabel()
            name.setAccessibleName(_NAMES[row])
            bar.setAccessibleName(_PROBABILITIES[row])
            bar.setRange(0, _STEPS)
            bar.setTextVisible(False)
            bar.setFixedHeight(6)
            policy = bar.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            bar.setSizePolicy(policy)
            for column, widget in enumerate((name, bar, number)):
                grid.addWidget(widget, row, column)
            self.names.append(name)
            self.bars.append(bar)
            self.numbers.append(number)
        # Names and numbers come and go at every stroke; the bars keep their place.
        metrics = self.fontMetrics()
        grid.setColumnMinimumWidth(0, metrics.horizontalAdvance("hot air balloon"))
        grid.setColumnMinimumWidth(2, metrics.horizontalAdvance("100 %"))

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Show these instead of those before."""
        for row, (name, bar, number) in enumerate(
            zip(self.names, self.bars, self.numbers, strict=True)
        ):
            label = labels[row] if row < len(labels) else None
            name.setText("" if label is None else label.name)
            bar.setValue(0 if label is None else round(_STEPS * label.probability))
            number.setText("" if label is None else percent(label.probability))
