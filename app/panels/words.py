"""Numbers and names of the engine's answers as people write them."""

from __future__ import annotations

from app.translation import tr
from engine.attribution.messages import Label

_UNCOUNTED = {"asparagus", "bread", "broccoli", "camouflage", "grass", "lightning", "rain"}


def percent(probability: float) -> str:
    """A probability; "<1 %" rather than a false 0."""
    return "<1 %" if 0 < probability < 0.005 else f"{100 * probability:.0f} %"


def signed(score: float, digits: int = 2) -> str:
    """A number with its sign; small ones get one more digit."""
    if 5e-4 <= abs(score) < 0.1:
        digits += 1
    return f"{score:+.{digits}f}".replace("-", "−")


def with_article(name: str) -> str:
    """The name of a category as English has it: "an axe", "scissors", "The Mona Lisa".

    Other languages, which have no names for the categories yet, may leave the article out.
    """
    is_plural = name.endswith("s") and not name.endswith(("ss", "us"))
    if name.startswith("The ") or is_plural or name in _UNCOUNTED:
        return name
    text = tr("an {name}") if name[:1].lower() in {*"aeio"} else tr("a {name}")
    return text.format(name=name)


def label_in_words(label: Label) -> str:
    """As in "looks like a bicycle, 41 %"."""
    return f"{with_article(label.name)}, {percent(label.probability)}"


def photos_in_words(count: int) -> str:
    """ "1 photo", "12,345 photos"."""
    return tr("1 photo") if count == 1 else tr("{count:,} photos").format(count=count)
