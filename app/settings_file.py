"""Where the settings are kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def settings_path() -> Path:
    """The user's settings file."""
    return platformdirs.user_config_path("strokewise", appauthor=False) / "settings.json"
