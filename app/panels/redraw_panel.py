"""The Redraw dock: the model draws what it sees, goes on, blends, and knows symbols again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.blend_page import BlendPage
from app.panels.finish_page import FinishPage
from app.panels.redraw_page import RedrawPage
from app.panels.redraw_parts import Redraw
from app.panels.redraw_preview import Preview
from app.panels.small_parts import muted_label
from app.panels.symbols_page import SymbolsPage
from app.translation import tr

EMPTY_SENTENCE = tr("Draw something or open a photo, and it is drawn again, stroke by stroke.")


class RedrawPanel(QWidget):
    """Shows the parts of `Redraw` and passes the user's wishes on to them.

    Args:
        choose_photo: asks the user for a reference photo.
        ask_import, ask_export: ask the user for a file of symbols.
        keys: the keys of a command's id, for people; "" if it has none.
    """

    def __init__(
        self,
        redraw: Redraw,
        choose_photo: Callable[[], object],
        ask_import: Callable[[], Path | None],
        ask_export: Callable[[], Path | None],
        keys: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._redraw = redraw
        self.explanation = muted_label(EMPTY_SENTENCE)
        self.open_button = QPushButton(icon("photo"), tr("Open Photo…"))
        self.open_button.setToolTip(tr("Choose a photo to draw again"))
        self.redraw_page = RedrawPage(redraw.session, redraw.reference)
        self.finish_page = FinishPage(redraw.going_on, keys)
        self.blend_page = BlendPage(redraw)
        self.symbols_page = SymbolsPage(redraw, ask_import, ask_export, keys)
        self._welcome = QWidget()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("What the model draws"))
        for page, title in (
            (self.redraw_page, tr("Redraw")),
            (self.finish_page, tr("Finish")),
            (self.blend_page, tr("Blend")),
            (self.symbols_page, tr("Symbols")),
        ):
            self.tabs.addTab(_scrollable(page), title)
        self.preview_bar = PreviewBar(redraw.preview)
        self._lay_out()
        self.open_button.clicked.connect(lambda: choose_photo())
        for signal in (redraw.sources.changed, redraw.symbols.changed, redraw.blend.changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the one sentence, or the pages."""
        is_empty = self._redraw.is_empty
        self._welcome.setVisible(is_empty)
        self.tabs.setVisible(not is_empty)

    def _lay_out(self) -> None:
        # Four tabs must fit into the width of a dock.
        self.tabs.setStyleSheet("QTabBar::tab { padding: 6px 8px 5px 8px; }")
        welcome = QVBoxLayout(self._welcome)
        welcome.setContentsMargins(12, 12, 12, 12)
        welcome.setSpacing(10)
        welcome.addWidget(self.explanation)
        welcome.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        welcome.addStretch(1)
        self.preview_bar.setContentsMargins(12, 8, 12, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._welcome)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.preview_bar)
        self.setMinimumWidth(250)


def _scrollable(page: QWidget) -> QScrollArea:
    """A page that scrolls where the dock is lower than it is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


class PreviewBar(QWidget):
    """What can be done with the drawing on the page; hidden without one."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.play_button = QPushButton()
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.keep_button = QPushButton(icon("keep"), tr("Keep"))
        self.replace_button = QPushButton(icon("duplicate"), tr("Replace"))
        self.drop_button = QToolButton()
        self.speed.setRange(25, 2000)
        self.speed.setPageStep(100)
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("How fast the pen draws"))
        self.keep_button.setToolTip(tr("Add these strokes to the drawing"))
        self.replace_button.setToolTip(tr("Put these strokes in the place of the faded ones"))
        self.drop_button.setIcon(icon("close"))
        self.drop_button.setToolTip(tr("Away with the preview"))
        self.drop_button.setAccessibleName(tr("Away with the preview"))
        play = QHBoxLayout()
        play.setSpacing(8)
        play.addWidget(self.play_button)
        play.addWidget(QLabel(tr("Speed")))
        play.addWidget(self.speed, 1)
        keep = QHBoxLayout()
        keep.setSpacing(8)
        keep.addWidget(self.keep_button, 1)
        keep.addWidget(self.replace_button, 1)
        keep.addWidget(self.drop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(play)
        column.addLayout(keep)
        self.play_button.clicked.connect(preview.toggle_play)
        self.speed.valueChanged.connect(preview.set_speed)
        self.keep_button.clicked.connect(preview.keep)
        self.replace_button.clicked.connect(preview.replace)
        self.drop_button.clicked.connect(preview.drop)
        preview.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the preview as it is now."""
        preview = self._preview
        self.setVisible(preview.proposal is not None)
        self.play_button.setText(tr("Pause") if preview.playing else tr("Play"))
        self.play_button.setIcon(icon("pause" if preview.playing else "start"))
        self.play_button.setToolTip(
            tr("Have the pen rest where it is")
            if preview.playing
            else tr("Watch the pen draw it, stroke by stroke")
        )
        self.speed.setValue(preview.speed)
        has_originals = preview.proposal is not None and bool(preview.proposal.originals)
        self.replace_button.setVisible(has_originals)
        self.replace_button.setEnabled(bool(preview.replaced_ids))
