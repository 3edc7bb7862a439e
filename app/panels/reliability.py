"""How far the model's view of a sketch can be trusted, in words (sketch_explainability, 5.1)."""

from __future__ import annotations

from app.panels.words import signed
from app.translation import tr

TRUSTED = 0.5
DOUBTED = 0.1
"""The paper's limits of Corr: retrieval was better above the first than below the second."""

RELIABILITY_TIP = tr(
    "People draw first what matters most. The more the order of your strokes agrees with how much "
    "they matter to the model (+1 at most), the likelier is its view of the sketch to be right."
)


def reliability_sentence(correlation: float | None) -> str:
    """What `engine.attribution.order.order_correlation` means for the user; "" if unknown."""
    if correlation is None:
        return ""
    if correlation >= TRUSTED:
        return tr("It agrees with your drawing order ({signed}): likely reliable.").format(
            signed=signed(correlation)
        )
    if correlation > DOUBTED:
        return tr("It agrees with your drawing order in part ({signed}).").format(
            signed=signed(correlation)
        )
    return tr("It disagrees with your drawing order ({signed}): do not rely on it.").format(
        signed=signed(correlation)
    )
