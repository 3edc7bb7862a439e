"""`strokewise eval NAME DATA`: the papers' metrics on labelled data."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.common import progress
from engine.abstraction.messages import DEFAULT_ITERATIONS
from engine.correspondence.messages import Matcher

NAME = "eval"
HELP = "measure on labelled data"


@dataclass(frozen=True)
class Evaluation:
    """One row of the table.

    Attributes:
        run: "module:function", called with data, encoder, report and the row's options.
        help: a line for `--help`.
        options: names of the arguments that `run` takes besides.
        encoder: whether it takes one; it is about something else otherwise.
    """

    run: str
    help: str
    options: tuple[str, ...] = ()
    encoder: bool = True


EVALUATIONS = {
    "retrieval": Evaluation(
        "engine.evaluation.protocols:evaluate_retrieval",
        "photos found by sketches: photo/CATEGORY/ID.jpg, sketch/CATEGORY/ID-K.png, or the layout "
        "of TU-Berlin or Quick, Draw! extended",
        ("categories", "folds", "gallery_size"),
    ),
    "replay": Evaluation(
        "engine.evaluation.replay:evaluate_replay",
        "photos found while a doodle is drawn: Quick, Draw! .ndjson[.gz] against --gallery DATA",
        ("gallery", "skip", "limit", "categories", "gallery_size"),
    ),
    "abstraction": Evaluation(
        "engine.evaluation.abstraction:evaluate_abstraction",
        "sketches of photos: does another encoder find each photo by its sketch",
        ("sample", "gallery_size", "strokes", "ways", "judge", "iterations"),
    ),
    "attribution": Evaluation(
        "engine.evaluation.attribution:evaluate_attribution",
        "scores of strokes: faithfulness, noise, reliability, attacks; .ndjson[.gz]",
        ("photos", "skip", "sample", "parts", "estimators"),
    ),
    "fewshot": Evaluation(
        "engine.evaluation.fewshot_protocol:evaluate_fewshot",
        "characters known again after one example or five: Omniglot's images, or its one-shot runs",
        ("classifier", "count", "seed", "vae"),
        encoder=False,
    ),
    "redraw": Evaluation(
        "engine.evaluation.generation:evaluate_redraw",
        "redrawn drawings named by the category head; Quick, Draw! .ndjson[.gz]",
        ("limit", "best_of", "temperature", "refine"),
    ),
    "correspondence": Evaluation(
        "engine.evaluation.correspondence:evaluate_correspondence",
        "places of drawings found on photos: PSC6k's CSV of keypoints beside photo/ and sketch/, "
        "or photos, of which drawings are made and warped",
        ("skip", "limit", "categories", "matcher"),
    ),
    "guess": Evaluation(
        "engine.evaluation.protocols:evaluate_guess",
        "categories of drawings: .ndjson[.gz] or CATEGORY/NAME.png",
        ("skip", "limit", "share"),
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subparser for each evaluation."""
    names = parser.add_subparsers(dest="evaluation", required=True, metavar="NAME")
    for name, evaluation in EVALUATIONS.items():
        one = names.add_parser(name, help=evaluation.help, description=evaluation.help)
        one.add_argument("data", type=Path, metavar="DATA", help="a folder, zip or ndjson.gz")
        if evaluation.encoder:
            one.add_argument("--encoder", default="bundled", help="see `strokewise models list`")
        for option in evaluation.options:
            if option in _ARGUMENTS:
                flag, how = _ARGUMENTS[option]
                one.add_argument(flag, **how)
            elif option in _OWN_ARGUMENTS:
                _OWN_ARGUMENTS[option](one)


def _add_drawing(parser: argparse.ArgumentParser) -> None:
    """[--best-of K] [--temperature T] [--refine N]."""
    parser.add_argument("--best-of", type=int, default=8, help="the nearest of so many")
    parser.add_argument("--refine", type=int, default=30, help="steps; 0: as the decoder drew it")
    parser.add_argument("--temperature", type=float, default=0.3, help="0 to 1.5")


def _add_fewshot(parser: argparse.ArgumentParser) -> None:
    """[--classifier C] [--episodes N] [--seed S] [--vae FILE]."""
    parser.add_argument(
        "--classifier",
        choices=("means", "linear"),
        default="means",
        help="the nearest class mean, or a linear classifier (default: %(default)s)",
    )
    parser.add_argument(
        "--episodes", type=int, default=2000, dest="count", help="of each kind (default: 2000)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the choice of characters")
    parser.add_argument(
        "--vae", type=Path, metavar="FILE", help="made by engine.training.conv_vae, to compare"
    )


def _add_sketching(parser: argparse.ArgumentParser) -> None:
    """[-n N,M] [--ways A,B] [--judge E] [--iterations K]."""
    parser.add_argument(
        "-n", dest="strokes", type=_numbers, default=(16,), metavar="N,M", help="strokes"
    )
    parser.add_argument(
        "--ways",
        type=_names,
        default=("full",),
        metavar="A,B",
        help="full, sampled_start, random_start, no_geometric, no_semantic",
    )
    parser.add_argument("--judge", metavar="E", help="the encoder that judges")
    parser.add_argument("--iterations", type=int, default=DEFAULT_ITERATIONS, metavar="K")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(","))


def _share(text: str) -> float:
    share = float(text)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a share from 0 to 1")
    return share


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


_ARGUMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "categories": (
        "--categories",
        {"type": _names, "default": (), "metavar": "A,B", "help": "look at these only"},
    ),
    "folds": (
        "--folds",
        {"type": int, "metavar": "K", "help": "fine-tune on the pairs, cross-validated"},
    ),
    "gallery_size": (
        "--gallery-size",
        {"type": int, "metavar": "N", "help": "photos to look among"},
    ),
    "gallery": (
        "--gallery",
        {
            "type": Path,
            "action": "append",
            "default": [],
            "metavar": "DATA",
            "help": "photos, a folder or zip of [photo/]CATEGORY/NAME; may be given again",
        },
    ),
    "skip": ("--skip", {"type": int, "default": 0, "help": "first drawings of a category"}),
    "share": (
        "--share",
        {"type": _share, "default": 1.0, "help": "of the strokes, 0 to 1; .ndjson only"},
    ),
    "limit": ("--limit", {"type": int, "default": None, "help": "at most so many of each"}),
    "sample": ("--sample", {"type": int, "default": 100, "help": "so many in all"}),
    "photos": ("--photos", {"type": Path, "help": "photo/CATEGORY/ID.jpg, to compare with"}),
    "parts": ("--parts", {"type": _names, "default": (), "metavar": "A,B", "help": "only these"}),
    "matcher": (
        "--matcher",
        {
            "type": Matcher,
            "choices": list(Matcher),
            "default": Matcher.BEST,
            "help": "how places are found (default: what measures better for the encoder)",
        },
    ),
    "estimators": (
        "--estimators",
        {"type": _names, "default": (), "metavar": "A,B", "help": "of the noise part"},
    ),
}
"""By option, what argparse is told."""
_OWN_ARGUMENTS = {"classifier": _add_fewshot, "best_of": _add_drawing, "judge": _add_sketching}
"""By the option that stands for them."""


def run(args: argparse.Namespace) -> dict[str, object]:
    """Run the evaluation; see `engine.evaluation.protocols` for what it gives."""
    evaluation = EVALUATIONS[args.evaluation]
    module, _, function = evaluation.run.partition(":")
    evaluate: Callable[..., dict[str, object]] = getattr(importlib.import_module(module), function)
    options = {name: getattr(args, name) for name in evaluation.options}
    if not evaluation.encoder:
        return evaluate(args.data, progress, **options)
    from engine.encoders.loading import load_encoder

    return evaluate(args.data, load_encoder(args.encoder), progress, **options)
