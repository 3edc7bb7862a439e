"""How the program looks: one style, light or dark, the system's choice unless the user has one.

The style is Qt's Fusion everywhere, evened out by a style sheet that names colours by their role
in the palette only, so that it holds for any palette, the system's included.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

SYSTEM, LIGHT, DARK = "system", "light", "dark"

_Role = QPalette.ColorRole

_LIGHT_COLOURS: Mapping[str, tuple[QPalette.ColorRole, ...]] = {
    "#f3f3f4": (_Role.Window, _Role.Button),
    "#ffffff": (_Role.Base, _Role.ToolTipBase, _Role.Light, _Role.BrightText),
    "#f7f7f8": (_Role.AlternateBase,),
    "#1d1f22": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText),
    "#6a6e76": (_Role.PlaceholderText,),
    "#2f6fcb": (_Role.Highlight, _Role.Link, _Role.Accent),
    "#fdfdfe": (_Role.HighlightedText,),
    "#e6e6e8": (_Role.Midlight,),
    "#c9cacd": (_Role.Mid,),
    "#a8aaaf": (_Role.Dark,),
    "#76787d": (_Role.Shadow,),
}
_DARK_COLOURS: Mapping[str, tuple[QPalette.ColorRole, ...]] = {
    "#2b2d30": (_Role.Window, _Role.Button),
    "#1f2123": (_Role.Base, _Role.ToolTipBase),
    "#26282b": (_Role.AlternateBase,),
    "#e3e5e8": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText),
    "#ffffff": (_Role.BrightText, _Role.HighlightedText),
    "#a1a5ad": (_Role.PlaceholderText,),
    "#3d7bd6": (_Role.Highlight, _Role.Link, _Role.Accent),
    "#3a3d41": (_Role.Light, _Role.Midlight),
    "#46494e": (_Role.Mid,),
    "#1a1b1d": (_Role.Dark, _Role.Shadow),
}
_DISABLED = {LIGHT: "#a2a5ab", DARK: "#74787f"}

_ICONS = str(resources.files("resources") / "icons").replace("\\", "/")

STYLE_SHEET = """
QMainWindow::separator { background: palette(window); width: 4px; height: 4px; }
QMainWindow::separator:hover { background: palette(highlight); }
QMenuBar { background: palette(window); border: none; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: palette(midlight); }
QToolBar { border: none; border-bottom: 1px solid palette(mid); padding: 3px 6px; spacing: 2px; }
QToolBar::separator { background: palette(mid); width: 1px; height: 1px; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover { background: palette(midlight); }
QToolButton:focus { border-color: palette(highlight); }
QToolButton:pressed, QToolButton:checked { background: palette(mid); }
QToolBarExtension { padding: 0; qproperty-icon: url(ICONS/more.svg); }
QToolButton::menu-indicator { image: none; }
QStatusBar { border-top: 1px solid palette(mid); }
QStatusBar::item { border: none; }
QStatusBar QToolButton { padding: 2px 6px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 6px 11px 5px 11px; color: palette(placeholder-text);
}
/* Of docks: five must fit into the width of one. */
QMainWindow > QTabBar::tab { padding: 6px 5px 5px 5px; }
QTabBar::tab:selected { color: palette(window-text); border-bottom-color: palette(highlight); }
QTabBar::tab:hover:!selected { color: palette(window-text); border-bottom-color: palette(mid); }
QTabBar::tab:focus { color: palette(window-text); background: palette(midlight); }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid palette(placeholder-text); border-radius: 3px;
    background: palette(base);
}
QCheckBox::indicator:disabled { border-color: palette(mid); }
QCheckBox::indicator:checked {
    background: palette(highlight); border-color: palette(highlight); image: url(ICONS/check.svg);
}
QCheckBox::indicator:checked:disabled { background: palette(mid); border-color: palette(mid); }
QCheckBox::indicator:focus { border: 2px solid palette(highlight); width: 12px; height: 12px; }
QToolTip { border: 1px solid palette(mid); padding: 4px 6px; }
""".replace("ICONS", _ICONS)


def apply_look(application: QApplication, theme: str) -> None:
    """Give all windows one look.

    Args:
        theme: `SYSTEM`, `LIGHT` or `DARK`.
    """
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    hints = application.styleHints()
    if hasattr(hints, "setColorScheme"):  # Qt 6.8; window frames and native dialogs follow
        schemes = {LIGHT: Qt.ColorScheme.Light, DARK: Qt.ColorScheme.Dark}
        hints.setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
    # A style sheet fixes the colours of what it was laid on; without one, all take the new ones.
    application.setStyleSheet("")
    # An empty palette gives the choice back to the system.
    application.setPalette(QPalette() if theme == SYSTEM else palette(theme))
    application.setStyleSheet(STYLE_SHEET)


def palette(theme: str) -> QPalette:
    """The program's own colours, `LIGHT` or `DARK`."""
    colours = QPalette()
    for colour, roles in (_DARK_COLOURS if theme == DARK else _LIGHT_COLOURS).items():
        for role in roles:
            colours.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[theme]))
    return colours
