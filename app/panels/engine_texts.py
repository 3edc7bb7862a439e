"""What the engine says of its progress, in the language of the user; it speaks English itself."""

from __future__ import annotations

from app.translation import tr

_TEXTS = {
    "Asking the shared collection": tr("Asking the shared collection"),
    "Asking the hub": tr("Asking the hub"),
    "Encoding the photo": tr("Encoding the photo"),
    "Leaving strokes out": tr("Leaving strokes out"),
    "Loading the encoder": tr("Loading the encoder"),
    "Loading the engine": tr("Loading the engine"),
    "Looking": tr("Looking"),
    "Looking at the strokes": tr("Looking at the strokes"),
    "Looking for photos": tr("Looking for photos"),
    "Sorting the photos": tr("Sorting the photos"),
    "Trying photos": tr("Trying photos"),
    "Trying without": tr("Trying without"),
}


def spoken(text: str) -> str:
    """A text of the engine; as it is if nobody has translated it."""
    return _TEXTS.get(text, text)
