from __future__ import annotations

import pytest

from engine.training.encoder_names import common_name
from engine.training.encoder_split import UNSEEN, VALIDATION, held_out


def test_the_split_is_the_agreed_one() -> None:
    assert len(UNSEEN) == len(set(UNSEEN)) == 21
    assert len(VALIDATION) == len(set(VALIDATION)) == 21
    assert set(UNSEEN).isdisjoint(VALIDATION)
    assert held_out("sketchy") == set(UNSEEN) | set(VALIDATION)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("quickdraw", "bat cow dolphin door giraffe mouse saw sword tree windmill bird"),
        ("quickdraw", "camel crab elephant fish frog kangaroo parrot penguin pig trumpet bench"),
        ("caltech", "pigeon joshua_tree crab elephant hedgehog kangaroo"),
        ("imagenet", "ox mouse chain_saw albatross king_penguin goldfish wine_bottle volcano"),
        ("pacs", "house elephant"),
    ],
)
def test_held_out_categories_are_kept_out_of_every_source(source: str, names: str) -> None:
    assert set(names.split()) <= held_out(source)


def test_quickdraw_names_with_spaces_are_kept_out_too() -> None:
    assert {"hot dog", "pickup truck", "wine bottle", "palm tree"} <= held_out("quickdraw")


def test_names_that_mean_the_same_meet() -> None:
    assert common_name("motorbike", "quickdraw") == common_name("Motorbikes", "caltech")
    assert common_name("hot air balloon", "quickdraw") == "hot-air_balloon"
    assert common_name("truck", "quickdraw") == common_name("trailer_truck", "imagenet")
    assert common_name("zebra", "sketchy") == common_name("zebra", "quickdraw")
