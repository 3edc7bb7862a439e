"""The job "categories": which categories can be named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.types import Job, Progress

if TYPE_CHECKING:
    from engine.context import Context


@dataclass(frozen=True, slots=True)
class CategoryNames:
    """The input of "categories": none."""


def category_names(payload: CategoryNames, context: Context) -> Job:  # noqa: ARG001
    """Names of the categories that the bundled encoder's head can tell apart, sorted."""
    # The messages of this package are imported by the program, which must stay free of torch.
    from engine.attribution.resolve import guessing_encoder

    yield Progress(0.0, "Looking")
    names: tuple[str, ...] = tuple(sorted(guessing_encoder("bundled", context).category_names))
    return names
