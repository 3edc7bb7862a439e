"""The one function that all texts for people pass through. Qt-free.

The texts of the program are the English ones in its source; `make translations` finds them by the
name `tr`. Which language is spoken is settled once, before the rest of the program is imported
(see `app.languages`), so that tables made at import are in it too. Until then, and on the command
line, it is English; so is every text that a language lacks.

Placeholders are named, and filled in after: `tr("{name} is locked.").format(name=name)`.
"""

from __future__ import annotations

from collections.abc import Callable

SYSTEM, ENGLISH = "system", "en"
LANGUAGES = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "zh_CN": "简体中文",
}
"""By their codes, as they call themselves."""

Translate = Callable[[str], str]
"""From an English text to that of a language; "" if it has none."""


def _english(text: str) -> str:
    return text


_translate: Translate = _english


def tr(text: str) -> str:
    """The text in the language of the user."""
    return _translate(text) or text


def speak(translate: Translate | None) -> None:
    """Translate by this function from now on; None for English."""
    global _translate
    _translate = _english if translate is None else translate
