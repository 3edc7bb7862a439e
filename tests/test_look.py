from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, Qt
from PySide6.QtWidgets import QWidget

from app.icons import icon
from app.look import DARK, LIGHT, STYLE_SHEET, SYSTEM, apply_look, palette
from app.settings import LOOK_THEME

ROLE = QPalette.ColorRole


@pytest.fixture(autouse=True)
def _as_before(qapp):
    yield
    apply_look(qapp, SYSTEM)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2: 1 (none) to 21."""

    def luminance(colour: QColor) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (ROLE.WindowText, ROLE.Window),
        (ROLE.Text, ROLE.Base),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
        (ROLE.PlaceholderText, ROLE.Window),
        (ROLE.PlaceholderText, ROLE.Base),
    ],
)
def test_texts_can_be_read(theme, text, ground):
    colours = palette(theme)
    assert contrast(colours.color(text), colours.color(ground)) >= 4.5  # WCAG AA


def test_selected_text_can_be_read():
    for theme in (LIGHT, DARK):
        colours = palette(theme)
        text, ground = colours.color(ROLE.HighlightedText), colours.color(ROLE.Highlight)
        assert contrast(text, ground) >= 4


def ground_of(widget: QWidget) -> int:
    return widget.grab().toImage().pixelColor(QPoint(1, widget.height() // 2)).lightness()


def picture(window) -> QImage:
    window.canvas.finish_painting()
    return window.grab().toImage()


def test_a_window_that_is_open_changes_as_a_whole(window, settings, qapp):
    settings.set(LOOK_THEME, "light")
    window.windows.show_preferences()
    light = picture(window)
    settings.set(LOOK_THEME, "dark")
    for part in (window.menuBar(), window.tool_bar, window.status_bar, window.windows.preferences):
        assert ground_of(part) < 80
    settings.set(LOOK_THEME, "light")
    assert picture(window) == light
    window.windows.preferences.close()


def test_the_systems_change_is_followed_unless_the_user_chose(
    window, settings, qapp, qtbot, monkeypatch
):
    laid_on = []
    monkeypatch.setattr("app.live_settings.apply_look", lambda _, theme: laid_on.append(theme))

    def followers() -> int:
        """How many windows follow; those that other tests left open may be among them."""
        laid_on.clear()
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        qtbot.wait(20)
        return len(laid_on)

    settings.set(LOOK_THEME, "system")
    following = followers()
    settings.set(LOOK_THEME, "light")
    assert followers() == following - 1


def test_icons_take_the_colour_of_the_text(qapp):
    def darkest(mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
        image = icon("pen").pixmap(48, 48, mode).toImage()
        pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
        return {pixel.name() for pixel in pixels if pixel.alpha() == 255}

    for theme in (LIGHT, DARK):
        apply_look(qapp, theme)
        assert darkest() == {palette(theme).color(ROLE.ButtonText).name()}
        assert darkest(QIcon.Mode.Selected) == {palette(theme).color(ROLE.HighlightedText).name()}


def test_the_style_sheet_names_no_colour_of_its_own():
    assert "#" not in STYLE_SHEET
    assert "rgb" not in STYLE_SHEET
