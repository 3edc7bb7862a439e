from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.document.export import ExportOptions
from app.document.templates import TEMPLATES
from app.panels.dialogs import WindowDialogs
from app.panels.export_dialog import ExportDialog
from app.panels.page_dialog import PageDialog


@pytest.fixture
def export(qtbot) -> ExportDialog:
    dialog = ExportDialog((1000, 500.4), ".png", ExportOptions(2.0))
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def page(qtbot) -> PageDialog:
    dialog = PageDialog((1024, 1024))
    qtbot.addWidget(dialog)
    return dialog


def test_the_size_in_pixels_follows_the_scale(export):
    assert export.size_label.text() == "2000 × 1001 pixels"
    export.scale.setValue(0.5)
    export.transparent.setChecked(True)
    assert export.size_label.text() == "500 × 250 pixels"
    assert export.options == ExportOptions(0.5, transparent=True)


def test_only_pictures_have_pixels(export):
    assert export.suffix == ".png"
    assert export.scale.isEnabled()
    export.formats.setCurrentIndex(export.formats.findData(".pdf"))
    assert export.suffix == ".pdf"
    assert not export.scale.isEnabled()


def test_the_template_of_the_page_is_marked(page):
    assert page.templates.currentItem().text().startswith("Square")
    page.width_box.setValue(999)
    assert page.templates.currentRow() == -1
    assert page.page == (999, 1024)


def test_every_template_can_be_chosen(page):
    for row, template in enumerate(TEMPLATES):
        page.templates.setCurrentRow(row)
        assert page.page == (template.width_px, template.height_px)
        assert template.drawing().width_px == template.width_px


def test_paper_has_its_size_at_96_dpi():
    sizes = {each.name: (each.width_px, each.height_px) for each in TEMPLATES}
    assert sizes["A4 upright"] == (794, 1123)
    assert sizes["Letter on its side"] == (1056, 816)


def answer(*steps) -> None:
    """Act on each modal dialog as it comes up."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, act)
            return
        rest = steps[1:]
        if rest:
            QTimer.singleShot(5, lambda: answer(*rest))
        steps[0](dialog)

    QTimer.singleShot(5, act)


@pytest.fixture(autouse=True)
def _our_file_dialogs(monkeypatch):
    """Not the platform's, which no test could answer."""
    native = QFileDialog.__init__

    def plain(self, *args) -> None:
        native(self, *args)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)

    monkeypatch.setattr(QFileDialog, "__init__", plain)


def test_exporting_asks_for_the_form_and_then_for_the_file(qapp, tmp_path):
    def choose_pdf(dialog) -> None:
        dialog.formats.setCurrentIndex(dialog.formats.findData(".pdf"))
        dialog.accept()

    dialogs = WindowDialogs()
    answer(choose_pdf, lambda dialog: dialog.accept())
    export = dialogs.ask_export(tmp_path / "cat.svg", (100, 50))
    assert export is not None
    assert export.path == tmp_path / "cat.pdf"
    # The next time it begins with the same.
    seen = []
    answer(lambda dialog: (seen.append(dialog.suffix), dialog.reject()))
    assert dialogs.ask_export(tmp_path / "cat.svg", (100, 50)) is None
    assert seen == [".pdf"]


def test_saving_offers_both_kinds(qapp, tmp_path):
    def choose_native(dialog) -> None:
        assert dialog.nameFilters() == [
            "SVG drawings (*.svg)",
            "Strokewise documents (*.strokewise)",
        ]
        assert dialog.defaultSuffix() == "svg"
        dialog.selectNameFilter(dialog.nameFilters()[1])
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        dialog.findChild(QLineEdit, "fileNameEdit").setText("dog")
        dialog.accept()

    answer(choose_native)
    path = WindowDialogs().ask_drawing_to_save(tmp_path / "cat.svg")
    assert path == tmp_path / "dog.strokewise"


def test_a_new_page(qapp):
    answer(lambda dialog: (dialog.templates.setCurrentRow(0), dialog.accept()))
    assert WindowDialogs().ask_page((10, 10)) == (1024, 768)
