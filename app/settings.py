"""What the user set: declared in one table with types, defaults, limits and migrations. Qt-free.

The file is JSON in the user's configuration folder, written atomically. It holds only what
differs from the defaults, so defaults may improve. A damaged or newer file is put aside, never
overwritten in place; a value that does not fit its declaration counts as unset.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import platformdirs

from app.document.atomic import write_atomically
from engine.errors import InputError

VERSION = 1

T = TypeVar("T", bool, int, float, str)


@dataclass(frozen=True)
class Option(Generic[T]):
    """One setting.

    Attributes:
        key: its name in the file, "group.name_unit".
        default: also tells the type.
        text: what it is, for the preferences.
        check: whether a value of the right type may stand.
    """

    key: str
    default: T
    text: str
    check: Callable[[T], bool] = lambda _: True

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the type and within the limits."""
        kind = type(self.default)
        if kind is float and type(value) is int:
            return self.check(cast(T, float(value)))
        return type(value) is kind and self.check(cast(T, value))


def _within(low: float, high: float) -> Callable[[float], bool]:
    return lambda value: low <= value <= high


def _one_of(*choices: str) -> Callable[[str], bool]:
    return lambda value: value in choices


PEN_WIDTH_PX = Option("pen.width_px", 3.0, "Width of the pen", _within(0.5, 60.0))
PEN_COLOUR = Option(
    "pen.colour", "#000000", "Colour of the pen", lambda v: bool(re.fullmatch("#[0-9a-f]{6}", v))
)
PEN_SMOOTHING = Option(
    "pen.smoothing", "weighted", "Smoothing of the pen", _one_of("off", "weighted")
)
ABSTRACT_STROKES = Option("abstract.strokes", 16, "Strokes of an abstraction", _within(4, 64))
ABSTRACT_PHOTO_SHOWN = Option("abstract.photo_shown", True, "Show the faded photo")
ASSIST_TINT = Option("assist.tint", True, "Tint strokes by what they say")
ASSIST_TINT_STRENGTH = Option("assist.tint_strength", 0.95, "Strength of tints", _within(0.0, 1.0))
ASSIST_METHOD = Option("assist.method", "sla", "What is scored", _one_of("sla", "psla"))
ASSIST_ESTIMATOR = Option(
    "assist.estimator",
    "removal",
    "How scores are worked out",
    _one_of("gradient", "views", "removal", "sampled"),
)
ASSIST_TARGET = Option(
    "assist.target",
    "guess",
    "What strokes are scored by",
    _one_of("guess", "category", "photo", "text"),
)
ASSIST_CATEGORY = Option("assist.category", "", "The category strokes are scored by")
ASSIST_TEXT = Option("assist.text", "", "The words strokes are scored by")
LAST_FOLDER = Option("files.last_folder", "", "Where files were last opened or saved")
WINDOW_GEOMETRY = Option("window.geometry", "", "Place of the window, base64")
WINDOW_STATE = Option("window.state", "", "Tool bars and docks, base64")

OPTIONS: tuple[Option[Any], ...] = (
    PEN_WIDTH_PX,
    PEN_COLOUR,
    PEN_SMOOTHING,
    ABSTRACT_STROKES,
    ABSTRACT_PHOTO_SHOWN,
    ASSIST_TINT,
    ASSIST_TINT_STRENGTH,
    ASSIST_METHOD,
    ASSIST_ESTIMATOR,
    ASSIST_TARGET,
    ASSIST_CATEGORY,
    ASSIST_TEXT,
    LAST_FOLDER,
    WINDOW_GEOMETRY,
    WINDOW_STATE,
)

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From version N to N + 1: the values of an old file to those of the next."""


def settings_path() -> Path:
    """The user's settings file."""
    return platformdirs.user_config_path("strokewise", appauthor=False) / "settings.json"


class Settings:
    """The values, kept in memory; `save` writes them.

    Args:
        path: the file; read at once if it exists.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._saved: dict[str, Any] = {}
        self._load()

    def get(self, option: Option[T]) -> T:
        """The value, or the default."""
        value = self._values.get(option.key, option.default)
        return cast(T, type(option.default)(value))

    def set(self, option: Option[T], value: T) -> None:
        """Change a value.

        Raises:
            ValueError: the option does not accept it.
        """
        if not option.accepts(value):
            raise ValueError(f"{option.key} cannot be {value!r}")
        self._values[option.key] = value

    def reset(self, option: Option[Any]) -> None:
        """Back to the default."""
        self._values.pop(option.key, None)

    def save(self) -> None:
        """Write the file if anything changed.

        Raises:
            InputError: the file cannot be written; the old one is intact.
        """
        values = {
            option.key: self._values[option.key]
            for option in OPTIONS
            if self._values.get(option.key, option.default) != option.default
        }
        if values == self._saved:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError(f"The settings cannot be saved: {reason}.") from error
        content = json.dumps({"version": VERSION, "values": values}, indent=2) + "\n"
        write_atomically(self._path, content.encode())
        self._saved = values

    def _load(self) -> None:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError):
            self._put_aside()
            return
        try:
            values = migrated(json.loads(text))
        except (ValueError, TypeError, KeyError, RecursionError):
            self._put_aside()
            return
        options = {option.key: option for option in OPTIONS}
        self._values = {
            key: value
            for key, value in values.items()
            if key in options and options[key].accepts(value)
        }
        self._saved = dict(values)

    def _put_aside(self) -> None:
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_suffix(".unreadable.json"))


def migrated(
    content: Mapping[str, Any],
    migrations: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MIGRATIONS,
    version: int = VERSION,
) -> dict[str, Any]:
    """The values of a settings file of any version up to `version`.

    Raises:
        ValueError, KeyError, TypeError: it is none, or of a newer program.
    """
    at, values = content["version"], dict(content["values"])
    if not isinstance(at, int) or not 1 <= at <= version:
        raise ValueError(f"settings of version {at!r}")
    for step in range(at, version):
        values = migrations[step](values)
    return values
