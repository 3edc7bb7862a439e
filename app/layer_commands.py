"""The rows of the table of commands that are about layers."""

from __future__ import annotations

from app.actions import SEPARATOR, Command
from app.panels.layers import Layers
from app.selection_edits import SelectionEdits
from app.translation import tr


def layer_commands(layers: Layers, selection: SelectionEdits) -> tuple[Command, ...]:
    """All commands about layers."""
    return (
        Command("layer.add", tr("&Add Layer"), layers.add, "Ctrl+Shift+N", "add"),
        Command(
            "layer.remove",
            tr("&Remove Layer"),
            layers.remove,
            icon="remove",
            tip=tr("Remove the layer with its strokes"),
        ),
        Command("layer.merge", tr("&Merge Down"), layers.merge_down, "Ctrl+Shift+M", "merge-down"),
        Command(
            "layer.raise",
            tr("Move &Up"),
            layers.raise_,
            "Ctrl+Shift+PgUp",
            "up",
            tr("Move the layer up"),
        ),
        Command(
            "layer.lower",
            tr("Move &Down"),
            layers.lower,
            "Ctrl+Shift+PgDown",
            "down",
            tr("Move the layer down"),
        ),
        Command(
            "layer.take",
            tr("Move &Selection to This Layer"),
            selection.to_active_layer,
            "Ctrl+Shift+J",
        ),
        Command("layer.above", tr("Draw on the Layer A&bove"), layers.choose_above, "Ctrl+PgUp"),
        Command("layer.below", tr("Draw on the Layer B&elow"), layers.choose_below, "Ctrl+PgDown"),
    )


LAYER_MENU = (
    "layer.add",
    "layer.remove",
    "layer.merge",
    SEPARATOR,
    "layer.raise",
    "layer.lower",
    SEPARATOR,
    "layer.take",
    SEPARATOR,
    "layer.above",
    "layer.below",
)
