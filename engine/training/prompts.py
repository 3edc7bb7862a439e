"""Learn prompts for sketches and photos on top of CLIP: `python -m engine.training.prompts`.

For a folder or zip of photo/CATEGORY/ID.jpg and sketch/CATEGORY/ID-K.png, one's own for example:

    python -m engine.training.prompts --data DIR --encoder ViT-B-32/openai -o mine.safetensors

The result is used as the encoder "ViT-B-32/openai+mine.safetensors".
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch

from engine.encoders.base import Encoder
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.open_clip_loading import load_open_clip
from engine.encoders.prompted import PromptedEncoder, write_prompts
from engine.errors import InputError
from engine.evaluation.embedding import embed_images
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.evaluation.retrieval import retrieval_metrics
from engine.training.prompt_learning import PromptLearner, PromptRecipe

VALIDATION_SHARE = 0.2
PARTS = ("norms", "classification", "divergence", "shuffling")


def validation_metrics(encoder: Encoder, images: list[LabelledImage]) -> dict[str, float]:
    """Retrieval among these images, sketches against photos."""
    sketches = [image for image in images if image.modality == "sketch"]
    photos = [image for image in images if image.modality == "photo"]
    return retrieval_metrics(
        embed_images(encoder, sketches, lambda _: None),
        embed_images(encoder, photos, lambda _: None),
    )


def split(
    images: list[LabelledImage], validation: tuple[str, ...], seed: int
) -> tuple[list[LabelledImage], list[LabelledImage]]:
    """(seen, unseen) images by category; without names a fifth of the categories is drawn.

    Raises:
        InputError: a named category is not there.
    """
    names = sorted({image.category for image in images})
    unknown = set(validation) - set(names)
    if unknown:
        raise InputError(f"The data has no category {', '.join(sorted(unknown))}.")
    if not validation:
        count = round(VALIDATION_SHARE * len(names))
        drawn = np.random.default_rng(seed).permutation(len(names))[:count]
        validation = tuple(names[i] for i in drawn)
    unseen = [image for image in images if image.category in validation]
    return [image for image in images if image.category not in validation], unseen


def learn(
    encoder: OpenClipEncoder, seen: list[LabelledImage], recipe: PromptRecipe
) -> tuple[PromptedEncoder, PromptLearner]:
    """The encoder with what was learned on top."""
    learner = PromptLearner(encoder, seen, recipe)
    every = max(1, learner.steps // 10)

    def report(step: int, steps: int, terms: dict[str, float]) -> None:
        if step % every == 0:
            shown = ", ".join(f"{name} {value:.3f}" for name, value in terms.items())
            say(f"step {step} of {steps}: {shown}")

    learner.run(report)
    for tensor in learner.parameters():
        tensor.requires_grad_(False)
    return PromptedEncoder(encoder, learner.branches, f"{encoder.name}+learned", "0" * 16), learner


def say(text: str) -> None:
    """A line on stderr."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    defaults = PromptRecipe()
    parser = argparse.ArgumentParser(prog="engine.training.prompts", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder or zip")
    parser.add_argument("--encoder", required=True, help="a vision transformer, MODEL/TAG")
    parser.add_argument("-o", "--output", type=Path, required=True, help="FILE.safetensors")
    parser.add_argument("--fine-grained", action="store_true", help="to find the very photo")
    parser.add_argument("--validation", default="", help="categories not to learn from: A,B")
    parser.add_argument("--without", action="append", choices=PARTS, default=[], help="leave out")
    parser.add_argument("--epochs", type=float, default=defaults.epochs)
    parser.add_argument("--rate", type=float, default=defaults.rate)
    parser.add_argument("--batch", type=int, default=defaults.batch)
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args(arguments)
    recipe = PromptRecipe(
        fine_grained=args.fine_grained,
        epochs=args.epochs,
        rate=args.rate,
        batch=args.batch,
        seed=args.seed,
    )
    for part in args.without:
        recipe = recipe.without(part)
    try:
        answer = _run(args, recipe)
    except InputError as error:
        say(str(error))
        return 2
    print(json.dumps(answer))  # noqa: T201
    return 0


def _run(args: argparse.Namespace, recipe: PromptRecipe) -> dict[str, object]:
    if not args.output.parent.is_dir():
        raise InputError(f"{args.output.parent} is not a folder.")
    encoder = load_open_clip(args.encoder, torch.device(args.device))
    names = tuple(name for name in args.validation.split(",") if name)
    seen, unseen = split(labelled_images(args.data), names, recipe.seed)
    prompted, learner = learn(encoder, seen, recipe)
    write_prompts(args.output, learner.branches, encoder)
    has_unseen = {image.modality for image in unseen} >= {"sketch", "photo"}
    return {
        "file": str(args.output),
        "parameters": sum(tensor.numel() for tensor in learner.parameters()),
        "recipe": asdict(replace(recipe)),
        "before": validation_metrics(encoder, unseen) if has_unseen else None,
        "after": validation_metrics(prompted, unseen) if has_unseen else None,
        "validation": sorted({image.category for image in unseen}),
    }


if __name__ == "__main__":
    sys.exit(main())
