"""What the tour of the window says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.panels.tour import Step
from app.translation import tr


def tour_steps(
    canvas: QWidget,
    tool_bar: QWidget,
    model_dock: Callable[[], QWidget],
    reference_dock: Callable[[], QWidget],
    status_bar: QWidget,
    keys: Callable[[str], str],
) -> tuple[Step, ...]:
    """The five steps.

    Args:
        model_dock, reference_dock: bring a dock to the front and return it.
        keys: the keys of a command's id, for people.
    """

    def told(command_id: str) -> str:
        return f" ({keys(command_id)})" if keys(command_id) else ""

    return (
        Step(
            tr("Draw"),
            tr(
                "This page is yours: draw over the boat with mouse or pen. The wheel zooms, and "
                "the page moves while you hold the space bar."
            ),
            lambda: canvas,
        ),
        Step(
            tr("Choose a tool"),
            tr(
                "The pen{told}, the eraser{told2} and their width and colour are here. Rest the "
                "pointer on a button to see its keys."
            ).format(told=told("tool.pen"), told2=told("tool.eraser")),
            lambda: tool_bar,
        ),
        Step(
            tr("Let a photo become a sketch"),
            tr(
                "Drop a photo on the window: it becomes a sketch of as few strokes as you choose. "
                "It stays a preview until you keep it."
            ),
            model_dock,
        ),
        Step(
            tr("Look and go back"),
            tr(
                "Pictures to draw from lie in References, beside the drawing or under it. "
                "History shows every state as a small picture; a click goes there."
            ),
            reference_dock,
        ),
        Step(
            tr("Find everything"),
            tr(
                "A few letters find any command{told}; the docks come and go with one "
                "key{told2}; help is always there{told3}. What the engine does is said down here."
            ).format(
                told=told("help.palette"), told2=told("view.docks"), told3=told("help.contents")
            ),
            lambda: status_bar,
        ),
    )
