"""Which language is spoken, and Qt's translator behind `app.translation.tr`."""

from __future__ import annotations

import json
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.settings_file import settings_path
from app.translation import ENGLISH, LANGUAGES, SYSTEM, speak

KEY = "look.language"
"""Of the setting; it is read before there are any options, whose texts are translated."""

_translators: list[QTranslator] = []
"""Kept: Qt does not own them."""


def chosen_language() -> str:
    """What the settings file says: `SYSTEM`, or a code of `LANGUAGES`."""
    try:
        values = json.loads(settings_path().read_text(encoding="utf-8"))["values"]
        language = values.get(KEY, SYSTEM)
        return language if language in LANGUAGES else SYSTEM
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return SYSTEM


def spoken_language(chosen: str, system: list[str]) -> str:
    """The code of the language to speak.

    Args:
        chosen: a code, or `SYSTEM`.
        system: the languages that the user reads, best first, as "de-AT" or "zh-Hans-CN".
    """
    if chosen != SYSTEM:
        return chosen
    for name in system:
        parts = name.replace("_", "-").split("-")
        # Traditional Chinese is another language to read.
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
        if parts[0] in LANGUAGES:
            return parts[0]
    return ENGLISH


def use_language(code: str) -> None:
    """Speak a language of `LANGUAGES` from now on; before the modules with texts are imported."""
    _translators.clear()
    speak(None)
    if QLocale.system().language() != QLocale(code).language():
        # Otherwise numbers and dates stay as the system has them for the region.
        QLocale.setDefault(QLocale(code))
    if code == ENGLISH:
        return
    own = QTranslator()
    with resources.as_file(resources.files("resources") / "translations") as folder:
        if not own.load(f"strokewise_{code}", str(folder)):
            return
    _translators.append(own)
    speak(lambda text: own.translate("", text))


def translate_qt(code: str) -> None:
    """Have Qt's own dialogs and the names of keys in a language; needs an application."""
    qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != ENGLISH and qt.load(f"qtbase_{code}", folder):
        _translators.append(qt)
        QCoreApplication.installTranslator(qt)


def settle_language() -> str:
    """Speak what the user chose, or the system does; returns its code."""
    code = spoken_language(chosen_language(), QLocale.system().uiLanguages())
    use_language(code)
    return code
