"""The rows of the table of commands that are about layers."""

from __future__ import annotations

from app.actions import SEPARATOR, Command
from app.panels.layers import Layers


def layer_commands(layers: Layers) -> tuple[Command, ...]:
    """All commands about layers."""
    return (
        Command("layer.add", "&Add Layer", layers.add, "Ctrl+Shift+N", "add"),
        Command(
            "layer.remove",
            "&Remove Layer",
            layers.remove,
            icon="remove",
            tip="Remove the layer with its strokes",
        ),
        Command("layer.merge", "&Merge Down", layers.merge_down, "Ctrl+Shift+M", "merge-down"),
        Command(
            "layer.raise", "Move &Up", layers.raise_, "Ctrl+Shift+PgUp", "up", "Move the layer up"
        ),
        Command(
            "layer.lower",
            "Move &Down",
            layers.lower,
            "Ctrl+Shift+PgDown",
            "down",
            "Move the layer down",
        ),
        Command("layer.above", "Draw on the Layer A&bove", layers.choose_above, "Ctrl+PgUp"),
        Command("layer.below", "Draw on the Layer B&elow", layers.choose_below, "Ctrl+PgDown"),
    )


LAYER_MENU = (
    "layer.add",
    "layer.remove",
    "layer.merge",
    SEPARATOR,
    "layer.raise",
    "layer.lower",
    SEPARATOR,
    "layer.above",
    "layer.below",
)
