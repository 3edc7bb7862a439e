"""What a setting is: its type, default, limits, and how the preferences present it. Qt-free."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T", bool, int, float, str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Within:
    """Numbers from `low` to `high`.

    Attributes:
        step: of the arrows in the preferences.
        unit: shown behind the number, with its space.
    """

    low: float
    high: float
    step: float = 1.0
    unit: str = ""

    def __call__(self, value: float) -> bool:
        return math.isfinite(value) and self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words, each with its text for people."""

    texts: Mapping[str, str]

    def __call__(self, value: str) -> bool:
        return value in self.texts


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour, "#rrggbb" in small letters."""

    def __call__(self, value: str) -> bool:
        return bool(re.fullmatch("#[0-9a-f]{6}", value))


def _anything(_value: object) -> bool:
    return True


@dataclass(frozen=True)
class Option(Generic[T]):
    """One setting.

    Attributes:
        key: its name in the file, "group.name_unit".
        default: also tells the type; a tuple is of strings.
        text: what it is, for people.
        check: whether a value of the right type may stand; the preferences make the control from
            it if it is a `Within`, a `OneOf` or a `Colour`.
        section: where the preferences show it; empty if the program keeps it for itself.
        explanation: one more sentence for the preferences, if the text does not say it all.
    """

    key: str
    default: T
    text: str
    check: Callable[[T], bool] = field(default=_anything)
    section: str = ""
    explanation: str = ""

    @property
    def shown(self) -> bool:
        """Whether the preferences show it."""
        return bool(self.section)

    def accepts(self, value: Any) -> bool:
        """Whether `value` is of the type and within the limits."""
        kind: Any = type(self.default)
        if kind is float and type(value) is int:
            value = float(value)
        elif kind is tuple and type(value) is list:  # JSON knows no tuples
            value = tuple(value)
        if type(value) is not kind:
            return False
        if kind is tuple and not all(type(each) is str for each in value):
            return False
        return self.check(value)

    def normal(self, value: Any) -> T:
        """A value that is accepted, as the option's own type."""
        kind: Any = type(self.default)
        return cast(T, kind(value))
