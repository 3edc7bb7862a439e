"""`strokewise bench [NAME] [--json]`: the benchmark table."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from app.cli.common import progress

NAME = "bench"
HELP = "measure how fast this machine is"

Report: TypeAlias = Callable[[float, str], None]


@dataclass(frozen=True)
class Benchmark:
    """One row of the table.

    Attributes:
        run: "module:function", imported when it is run; called with a function that takes the
            fraction done and a text, it returns what is printed.
        help: a line for `--help`.
    """

    run: str
    help: str


BENCHMARKS = {
    "abstract": Benchmark(
        "engine.evaluation.bench_abstract:bench_abstract",
        "sketching a photo: seconds, loss, and an iteration against the encoder alone",
    ),
    "ink": Benchmark(
        "app.benchmarks.ink:bench_ink",
        "from a pen event to painted ink with 10,000 strokes, also while the engine works, in ms",
    ),
    "attribute": Benchmark(
        "engine.evaluation.bench_attribute:bench_attribute",
        "scoring 60 strokes, in ms, and against the encoder alone",
    ),
    "raster": Benchmark(
        "engine.evaluation.bench_raster:bench_raster",
        "drawing strokes differentiably, in ms, and against diffvg where it is installed",
    ),
    "redraw": Benchmark(
        "engine.evaluation.bench_redraw:bench_redraw",
        "embedding, drawing again, going on and knowing a symbol, in ms",
    ),
    "retrieval": Benchmark(
        "engine.evaluation.bench_retrieval:bench_retrieval",
        "the photo library: indexing against the bare encoder, searching 10,000 and 100,000 photos",
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    lines = [f"{name}: {benchmark.help}" for name, benchmark in BENCHMARKS.items()]
    parser.add_argument(
        "benchmark",
        nargs="?",
        choices=list(BENCHMARKS),
        metavar="NAME",
        help="; ".join(lines) + ". Without a name: all of them",
    )
    parser.add_argument("--json", action="store_true", help="print the JSON line only, no table")


def run(args: argparse.Namespace) -> dict[str, object]:
    """Measure; the answer of one benchmark, or of all by name."""
    names = [args.benchmark] if args.benchmark else list(BENCHMARKS)
    answers: dict[str, object] = {}
    for i, name in enumerate(names):

        def report(fraction: float, text: str, done: int = i, name: str = name) -> None:
            progress((done + fraction) / len(names), f"{name}: {text}")

        answers[name] = _run_one(BENCHMARKS[name], report)
        if not args.json:
            sys.stdout.write("\n".join([name, *_table(answers[name]), ""]))
    return cast(dict[str, object], answers[names[0]]) if args.benchmark else answers


def _run_one(benchmark: Benchmark, report: Report) -> object:
    module, function = benchmark.run.split(":")
    return getattr(importlib.import_module(module), function)(report)


def _table(answer: object) -> list[str]:
    """Lines for people: lists of rows as columns under their names, the rest name by name."""
    lines: list[str] = []
    plain = answer.items() if isinstance(answer, dict) else [("", answer)]
    for name, value in plain:
        rows = [value] if isinstance(value, dict) else value
        if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
            heads = list(rows[0])
            widths = [max(len(head), 8) for head in heads]
            lines += ["", f"  {name}"] if isinstance(value, dict) else [""]
            lines.append("  ".join(head.rjust(w) for head, w in zip(heads, widths, strict=True)))
            lines += [
                "  ".join(
                    _cell(row.get(head)).rjust(w) for head, w in zip(heads, widths, strict=True)
                )
                for row in rows
            ]
        else:
            lines.append(f"{name}: {_cell(value)}")
    return lines


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
