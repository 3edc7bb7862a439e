"""`strokewise eval NAME DATA`: the papers' metrics on labelled data."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cli.common import progress
from engine.abstraction.messages import DEFAULT_ITERATIONS

NAME = "eval"
HELP = "measure on labelled data"


@dataclass(frozen=True)
class Evaluation:
    """One row of the table.

    Attributes:
        run: "module:function", called with data, encoder, report and the row's options.
        help: a line for `--help`.
        options: names of the arguments that `run` takes besides.
    """

    run: str
    help: str
    options: tuple[str, ...] = ()


EVALUATIONS = {
    "retrieval": Evaluation(
        "engine.evaluation.protocols:evaluate_retrieval",
        "photos found by sketches: photo/CATEGORY/ID.jpg, sketch/CATEGORY/ID-K.png, or the layout "
        "of TU-Berlin or Quick, Draw! extended",
        ("categories",),
    ),
    "replay": Evaluation(
        "engine.evaluation.replay:evaluate_replay",
        "photos found while a doodle is drawn: Quick, Draw! .ndjson[.gz] against --gallery DATA",
        ("gallery", "skip", "limit", "categories"),
    ),
    "abstraction": Evaluation(
        "engine.evaluation.abstraction:evaluate_abstraction",
        "sketches of photos: does another encoder find each photo by its sketch",
        ("sample", "gallery_size", "strokes", "ways", "judge", "iterations"),
    ),
    "attribution": Evaluation(
        "engine.evaluation.attribution:evaluate_attribution",
        "scores of strokes: faithfulness, noise, reliability, attacks; .ndjson[.gz]",
        ("photos", "skip", "sample", "parts"),
    ),
    "guess": Evaluation(
        "engine.evaluation.protocols:evaluate_guess",
        "categories of drawings: .ndjson[.gz] or CATEGORY/NAME.png",
        ("skip", "limit"),
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subparser for each evaluation."""
    names = parser.add_subparsers(dest="evaluation", required=True, metavar="NAME")
    for name, evaluation in EVALUATIONS.items():
        one = names.add_parser(name, help=evaluation.help, description=evaluation.help)
        one.add_argument("data", type=Path, metavar="DATA", help="a folder, zip or ndjson.gz")
        one.add_argument("--encoder", default="bundled", help="see `strokewise models list`")
        if "categories" in evaluation.options:
            one.add_argument(
                "--categories", type=_names, default=(), metavar="A,B", help="look at these only"
            )
        if "gallery" in evaluation.options:
            one.add_argument(
                "--gallery",
                type=Path,
                action="append",
                default=[],
                metavar="DATA",
                help="photos, a folder or zip of [photo/]CATEGORY/NAME; may be given again",
            )
        if "skip" in evaluation.options:
            one.add_argument("--skip", type=int, default=0, help="first drawings of a category")
        if "limit" in evaluation.options:
            one.add_argument("--limit", type=int, default=None, help="at most so many of each")
        if "sample" in evaluation.options:
            one.add_argument("--sample", type=int, default=100, help="so many in all")
        if "judge" in evaluation.options:
            _add_sketching(one)
        if "photos" in evaluation.options:
            one.add_argument("--photos", type=Path, help="photo/CATEGORY/ID.jpg, to compare with")
        if "parts" in evaluation.options:
            one.add_argument("--parts", type=_names, default=(), metavar="A,B", help="only these")


def _add_sketching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gallery", dest="gallery_size", type=int, metavar="N", help="among so many photos"
    )
    parser.add_argument(
        "-n", dest="strokes", type=_numbers, default=(16,), metavar="N,M", help="strokes"
    )
    parser.add_argument(
        "--ways",
        type=_names,
        default=("full",),
        metavar="A,B",
        help="full, random_start, no_geometric, no_semantic",
    )
    parser.add_argument("--judge", metavar="E", help="the encoder that judges")
    parser.add_argument("--iterations", type=int, default=DEFAULT_ITERATIONS, metavar="K")


def run(args: argparse.Namespace) -> dict[str, object]:
    """Run the evaluation; see `engine.evaluation.protocols` for what it gives."""
    from engine.encoders.loading import load_encoder

    evaluation = EVALUATIONS[args.evaluation]
    module, _, function = evaluation.run.partition(":")
    evaluate: Callable[..., dict[str, object]] = getattr(importlib.import_module(module), function)
    options = {name: getattr(args, name) for name in evaluation.options}
    return evaluate(args.data, load_encoder(args.encoder), progress, **options)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)
