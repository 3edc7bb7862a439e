"""One spelling for a category that several sources hold."""

from __future__ import annotations

_SAME = {
    "acoustic_guitar": "guitar",
    "airplanes": "airplane",
    "car": "car_(sedan)",
    "car_side": "car_(sedan)",
    "cell_phone": "cellphone",
    "cellular_telephone": "cellphone",
    "chairs": "chair",
    "cheeseburger": "hamburger",
    "crocodile": "crocodilian",
    "American_alligator": "crocodilian",
    "electric_fan": "fan",
    "electric_guitar": "guitar",
    "grand_piano": "piano",
    "hot_air_balloon": "hot-air_balloon",
    "monkey": "ape",
    "motorbike": "motorcycle",
    "Motorbikes": "motorcycle",
    "pistol": "revolver",
    "rooster": "chicken",
    "sax": "saxophone",
    "shoes": "shoe",
    "sunflower": "flower",
    "teddy": "teddy_bear",
    "teddy-bear": "teddy_bear",
    "tennis_racquet": "racket",
}
_DOODLES_ON_IMAGENET = {
    "bowtie": "bow_tie",
    "bridge": "steel_arch_bridge",
    "clock": "wall_clock",
    "computer": "desktop_computer",
    "cruise_ship": "liner",
    "dresser": "chiffonier",
    "drums": "drum",
    "fence": "picket_fence",
    "firetruck": "fire_engine",
    "flashlight": "torch",
    "floor_lamp": "table_lamp",
    "helmet": "crash_helmet",
    "jail": "prison",
    "keyboard": "computer_keyboard",
    "lighthouse": "beacon",
    "mountain": "alp",
    "pants": "jean",
    "streetlight": "spotlight",
    "sweater": "sweatshirt",
    "swing_set": "swing",
    "t-shirt": "jersey",
    "telephone": "dial_telephone",
    "tent": "mountain_tent",
    "toilet": "toilet_seat",
    "train": "bullet_train",
    "truck": "trailer_truck",
    "van": "minivan",
    "washing_machine": "washer",
    "wine_glass": "goblet",
    "wristwatch": "watch",
    "underwear": "swimming_trunks",
    "ocean": "seashore",
    "beach": "sandbar",
    "oven": "stove",
    "stereo": "cassette_player",
}


def common_name(name: str, source: str) -> str:
    """The name under which images of the same kind of thing meet."""
    name = name.replace(" ", "_")
    if source == "quickdraw":
        name = _DOODLES_ON_IMAGENET.get(name, name)
    return _SAME.get(name, name)
