"""Finding a text by some of its letters. Qt-free."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_START_OF_WORD = 8.0
_IN_A_ROW = 9.0
_GAP = 0.3
_LATE = 0.05
_UNASKED = 0.01


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits, more is better, and the places of the letters that fit."""

    score: float
    places: tuple[int, ...]


def fuzzy_match(query: str, text: str) -> Match | None:
    """The best way to find the letters of `query` in this order in `text`; None if there is none.

    Case, accents and spaces of the query do not count. Letters at the start of words and letters
    in a row score, gaps cost: "zi" finds "Zoom In" before "Resize". The best way is found by
    dynamic programming, O(len(query) * len(text)^2) at worst: texts are names of commands.
    """
    letters = [plain(letter) for letter in query if not letter.isspace()]
    target = [plain(letter) for letter in text]
    if not letters:
        return Match(0.0, ())
    # best[place]: of matching the letters so far with the last one at `place`.
    best: dict[int, Match] = {}
    for index, letter in enumerate(letters):
        row: dict[int, Match] = {}
        for place, here in enumerate(target):
            if here != letter:
                continue
            bonus = _START_OF_WORD if _starts_word(text, place) else 0.0
            if index == 0:
                rest = _UNASKED * (len(target) - len(letters))
                row[place] = Match(bonus - _LATE * place - rest, (place,))
                continue
            options = [
                Match(before.score + bonus + _step(last, place), (*before.places, place))
                for last, before in best.items()
                if last < place
            ]
            if options:
                row[place] = max(options, key=lambda each: each.score)
        best = row
    return max(best.values(), key=lambda each: each.score, default=None)


def plain(letter: str) -> str:
    """A letter without case and accents."""
    return unicodedata.normalize("NFD", letter)[:1].casefold()


def _step(last: int, place: int) -> float:
    return _IN_A_ROW if place == last + 1 else -_GAP * (place - last - 1)


def _starts_word(text: str, place: int) -> bool:
    if place == 0:
        return True
    before, here = text[place - 1], text[place]
    return here.isalnum() and (not before.isalnum() or (before.islower() and here.isupper()))
