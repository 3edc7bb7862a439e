from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fuzzy import fuzzy_match


def best(query: str, *texts: str) -> str:
    scores = {text: match.score for text in texts if (match := fuzzy_match(query, text))}
    return max(scores, key=scores.__getitem__)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("zi", "Zoom In", "Resize It"),
        ("save", "Save", "Save As"),
        ("zo", "Zoom In", "Azores"),
        ("sa", "Save As", "Canvas Only"),
        ("ep", "Export PNG", "Open Photo"),
        ("fp", "Fit Page", "Flip"),
    ],
)
def test_starts_of_words_and_letters_in_a_row_win(query, better, worse):
    assert best(query, worse, better) == better


def test_case_accents_and_spaces_do_not_count():
    assert fuzzy_match("FITP", "Fit Page").places == (0, 1, 2, 4)
    assert fuzzy_match("zoom in", "Zoom In") == fuzzy_match("zoomin", "Zoom In")
    assert fuzzy_match("uber", "Über") is not None


def test_what_is_not_in_the_text_is_no_match():
    assert fuzzy_match("xyz", "Zoom In") is None
    assert fuzzy_match("nz", "Zoom In") is None


def test_an_empty_query_fits_everything():
    assert fuzzy_match("  ", "Zoom In").places == ()


@given(st.text("abAB -", max_size=8), st.text("ab", min_size=1, max_size=3))
def test_the_best_way_is_found(text, query):
    """Against every way to pick the letters, one after the other."""
    match = fuzzy_match(query, text)
    ways = [
        places
        for places in combinations(range(len(text)), len(query))
        if "".join(text[place] for place in places).lower() == query
    ]
    if not ways:
        assert match is None
        return
    assert match.places in ways
    # Cutting the text to the letters of a way leaves that way as the only one with its score.
    assert match.score == pytest.approx(max(score_of(text, way) for way in ways))


def score_of(text: str, places: tuple[int, ...]) -> float:
    """The rules of `app.fuzzy`, written down once more."""
    score = -0.05 * places[0] - 0.01 * (len(text) - len(places))
    for number, place in enumerate(places):
        before = text[place - 1] if place else " "
        if not before.isalnum() or (before.islower() and text[place].isupper()):
            score += 8.0
        if number:
            gap = place - places[number - 1] - 1
            score += 9.0 if gap == 0 else -0.3 * gap
    return score
