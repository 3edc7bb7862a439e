from __future__ import annotations

import pytest

from app.panels.reliability import reliability_sentence
from app.panels.words import label_in_words, percent, signed, with_article
from engine.attribution.messages import Label


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bicycle", "a bicycle"),
        ("axe", "an axe"),
        ("scissors", "scissors"),
        ("bus", "a bus"),
        ("octopus", "an octopus"),
        ("compass", "a compass"),
        ("grass", "grass"),
        ("The Mona Lisa", "The Mona Lisa"),
    ],
)
def test_categories_have_the_article_they_need(name, expected):
    assert with_article(name) == expected


def test_probabilities():
    shown = [percent(p) for p in (0, 0.001, 0.014, 0.41, 1)]
    assert shown == ["0 %", "<1 %", "1 %", "41 %", "100 %"]
    assert label_in_words(Label("bicycle", 0.41)) == "a bicycle, 41 %"


def test_scores():
    assert [signed(x) for x in (0.412, -0.5, 0.0312, 0.0)] == ["+0.41", "−0.50", "+0.031", "+0.00"]


@pytest.mark.parametrize(
    ("correlation", "expected"),
    [(0.5, "likely reliable"), (0.3, "in part"), (0.1, "do not rely"), (-1.0, "(−1.00)")],
)
def test_reliability_is_said_by_the_limits_of_the_paper(correlation, expected):
    assert expected in reliability_sentence(correlation)


def test_unknown_reliability_says_nothing():
    assert reliability_sentence(None) == ""
