"""What each part of prompt learning is worth: `python -m engine.training.prompt_ablation --data D`.

D holds sketchy_104.zip and caltech101_176.zip. Trains a small CLIP on photos, learns prompts and
layer norms on it in every variant of the paper's table 2, and measures each on the validation
categories, which neither training saw. Prints one JSON line, the table among it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.prompted_tower import parameter_count
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.training.encoder_split import UNSEEN, VALIDATION, held_out
from engine.training.prompt_learning import PromptRecipe
from engine.training.prompts import learn, say, validation_metrics
from engine.training.small_clip import (
    CONFIGURATION,
    as_encoder,
    random_clip,
    small_image,
    train_clip,
)

CATEGORY_PARTS = ("norms", "classification")
FINE_PARTS = ("norms", "classification", "divergence", "shuffling")


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2000, help="of the small CLIP's own training")
    parser.add_argument("--epochs", type=float, default=10, help="of each variant")
    parser.add_argument("--rate", type=float, default=1e-2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--random", action="store_true", help="on random weights instead")
    args = parser.parse_args(arguments)
    sketchy = [small_image(each) for each in labelled_images(args.data / "sketchy_104.zip")]
    unseen = [image for image in sketchy if image.category in VALIDATION]
    seen = [image for image in sketchy if image.category not in (*VALIDATION, *UNSEEN)]
    encoder = _base(args, seen)
    recipe = PromptRecipe(epochs=args.epochs, rate=args.rate, seed=args.seed)
    answer = {
        "base": "random" if args.random else f"trained for {args.steps} steps",
        "category_level": _table(encoder, seen, unseen, recipe, CATEGORY_PARTS),
        "fine_grained": _table(
            encoder, seen, unseen, replace(recipe, fine_grained=True), FINE_PARTS
        ),
    }
    print(json.dumps(answer))  # noqa: T201
    return 0


def _base(args: argparse.Namespace, seen: list[LabelledImage]) -> OpenClipEncoder:
    if args.random:
        return as_encoder(*random_clip(args.seed))
    photos = [image for image in seen if image.modality == "photo"]
    caltech = labelled_images(args.data / "caltech101_176.zip")
    photos += [image for image in caltech if image.category not in held_out("caltech")]
    return train_clip(photos, args.steps, args.seed, say)


def _table(
    encoder: OpenClipEncoder,
    seen: list[LabelledImage],
    unseen: list[LabelledImage],
    recipe: PromptRecipe,
    parts: tuple[str, ...],
) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {"variant": "frozen", "parameters": 0, **validation_metrics(encoder, unseen)}
    ]
    variants = {"all": recipe, **{f"without {part}": recipe.without(part) for part in parts}}
    for name, variant in variants.items():
        prompted, learner = learn(encoder, seen, variant)
        count = sum(tensor.numel() for tensor in learner.parameters())
        vision = CONFIGURATION["vision_cfg"]
        branches = 1 if variant.fine_grained else 2
        expected = parameter_count(
            vision["width"], vision["layers"], variant.prompts, branches, norms=variant.norms
        )
        if count != expected:
            raise AssertionError(f"{count} parameters instead of {expected}")
        rows.append({"variant": name, "parameters": count, **validation_metrics(prompted, unseen)})
        say(json.dumps(rows[-1]))
    return rows


if __name__ == "__main__":
    sys.exit(main())
