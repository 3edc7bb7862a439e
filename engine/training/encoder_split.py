"""Which categories the bundled encoder's trunk may learn from: the zero-shot split.

A held-out category is kept out whatever the source of the image, so the names and near synonyms
under which the other data sets hold it are listed too. Lists err on the side of leaving out.
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UNSEEN = _names(
    "bat cabin cow dolphin door giraffe helicopter mouse pear raccoon rhinoceros saw scissors "
    "seagull skyscraper songbird sword tree wheelchair windmill window"
)
"""The 21 Sketchy categories that only a final evaluation may touch."""

VALIDATION = _names(
    "armor bench camel crab elephant fish frog hedgehog hotdog jack-o-lantern kangaroo parrot "
    "penguin pickup_truck pig rocket seal trumpet turtle volcano wine_bottle"
)
"""Drawn once from the other 104 (`random.Random(0).sample(sorted(names), 21)`)."""

TRAINING_DRAWINGS = 290
"""Drawings of each Quick, Draw! category, from the first, that may be trained on."""
CALIBRATION_DRAWINGS = 20
"""The next so many set the temperature; those after them measure the result."""

_UNSEEN_ELSEWHERE = {
    "quickdraw": (
        "bat, baseball bat, barn, bird, bush, cow, dolphin, door, giraffe, helicopter, house, "
        "mouse, palm tree, pear, raccoon, rhinoceros, saw, scissors, skyscraper, sword, tree, "
        "windmill"
    ),
    "caltech": "bonsai, joshua_tree, okapi, pigeon",
    "imagenet": (
        "albatross, barn, birdhouse, brambling, bulbul, chain_saw, cliff_dwelling, coucal, "
        "goldfinch, grey_whale, house_finch, jay, junco, killer_whale, lesser_panda, magpie, "
        "mobile_home, mouse, ox, oxcart, robin, scabbard, thatch, water_buffalo, water_ouzel, "
        "window_shade, bison, jacamar, bee_eater, kite, yurt"
    ),
    "pacs": "house",
}
_VALIDATION_ELSEWHERE = {
    "quickdraw": (
        "bench, camel, crab, elephant, fish, frog, hedgehog, hot dog, kangaroo, parrot, penguin, "
        "pickup truck, pig, trumpet, wine bottle, sea turtle"
    ),
    "caltech": ("bass, crab, elephant, euphonium, hawksbill, hedgehog, kangaroo"),
    "imagenet": (
        "tench, goldfish, bullfrog, tree_frog, tailed_frog, loggerhead, mud_turtle, terrapin, "
        "box_turtle, African_grey, macaw, lorikeet, tusker, echidna, wombat, Dungeness_crab, "
        "fiddler_crab, king_crab, hermit_crab, king_penguin, sea_lion, hog, wild_boar, warthog, "
        "Indian_elephant, African_elephant, eel, coho, rock_beauty, anemone_fish, gar, lionfish, "
        "puffer, cornet, jack-o'-lantern, missile, park_bench, pickup, red_wine, breastplate, "
        "beer_bottle, pop_bottle, chain_mail, French_horn, trombone, space_shuttle, "
        "wine_bottle, volcano, llama"
    ),
    "pacs": "elephant",
}


def held_out(source: str) -> frozenset[str]:
    """Names of `source` that the trunk must not see: the unseen and the validation categories.

    Args:
        source: "sketchy", "quickdraw", "caltech", "imagenet", "pacs" or "qmul".
    """
    if source == "sketchy":
        return frozenset(UNSEEN + VALIDATION)
    lists = (_UNSEEN_ELSEWHERE.get(source, ""), _VALIDATION_ELSEWHERE.get(source, ""))
    return frozenset(name for names in lists for name in names.split(", ") if name)
