"""Sheets of what SketchEmbedNet draws, to look at.

    python -m engine.evaluation.redraw_sheet --data DATA -o FOLDER

DATA holds quickdraw_345x350.ndjson.gz and omniglot_strokes_small2.zip. Written are redraw_seen.png,
redraw_unseen.png, redraw_omniglot.png and redraw_handmade.png (inputs above, drawings at rising
temperatures below), redraw.png (some of each), arithmetic.png (A - B + C, as in figure 6),
morph.png and ghosts.png.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.context import Context
from engine.errors import InputError
from engine.evaluation.components import circle, square
from engine.evaluation.doodles import rasterise_drawing
from engine.evaluation.generation import labelled, last_drawings, seen_like
from engine.evaluation.run import finish
from engine.evaluation.symbol_protocol import read_pen_strokes
from engine.sketchembed import jobs
from engine.sketchembed.messages import (
    DEFAULT_TEMPERATURE,
    CombinePayload,
    FinishPayload,
    MorphPayload,
    RedrawPayload,
    Sampling,
    Source,
    StrokeSource,
    Term,
)
from engine.sketchembed.smoothing import smooth_chain
from engine.strokes import FloatArray, sample_beziers
from engine.training.sketchembed_data import FILE, unseen_names

TEMPERATURES = (0.0, 0.3, 0.8)
_CELL_PX = 112
_COLUMNS = 14
_OF_DOODLES, _OF_LETTERS = 5, 4
"""Columns of redraw.png: of seen, of unseen things, and of letters."""
_CHARACTERS = "omniglot_strokes_small2.zip"

Cell = NDArray[np.uint8]
Lines = Sequence[FloatArray]


def main(argv: list[str] | None = None) -> int:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description="Sheets of what SketchEmbedNet draws.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write into")
    args = parser.parse_args(argv)
    args.output.mkdir(parents=True, exist_ok=True)
    context = Context()
    try:
        drawings = last_drawings(args.data / FILE, 2)
        unseen = unseen_names(tuple(drawings))
        some: list[Source] = []
        for name, known in (("seen", seen_like(tuple(drawings), unseen)), ("unseen", unseen)):
            names = known[:: len(known) // _COLUMNS][:_COLUMNS]
            sources = [StrokeSource(tuple(drawings[name][-1])) for name in names]
            some += sources[:: len(sources) // _OF_DOODLES][:_OF_DOODLES]
            _save(args.output / f"redraw_{name}.png", redraw_rows(sources, context))
        characters = read_pen_strokes(args.data / _CHARACTERS)
        shown = sorted(characters)[:: len(characters) // _COLUMNS][:_COLUMNS]
        letters = [StrokeSource(tuple(characters[name][3])) for name in shown]
        some += letters[:: len(letters) // _OF_LETTERS][:_OF_LETTERS]
        _save(args.output / "redraw_omniglot.png", redraw_rows(letters, context))
        _save(args.output / "redraw.png", redraw_rows(some, context, (DEFAULT_TEMPERATURE,)))
        handmade = [StrokeSource(tuple(lines)) for lines in handmade_drawings().values()]
        _save(args.output / "redraw_handmade.png", redraw_rows(handmade, context))
        _save(args.output / "arithmetic.png", arithmetic_rows(context))
        _save(args.output / "morph.png", morph_rows(context))
        begun, _ = labelled(drawings, ("cat", "face", "house", "snowman", "fish"))
        _save(args.output / "ghosts.png", ghost_rows(begun, context))
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def handmade_drawings() -> dict[str, list[FloatArray]]:
    """Shapes and figures made of circles, squares and lines, as figure 6 uses them."""
    random = np.random.default_rng(4)

    def line(*places: tuple[float, float]) -> FloatArray:
        return np.array(places, np.float64)

    def ball(x: float, y: float, radius: float) -> FloatArray:
        return circle(x, y, radius, random)

    def box(x: float, y: float, half: float) -> FloatArray:
        return square(x, y, half, random)

    return {
        "circle": [ball(0, 0, 40)],
        "square": [box(0, 0, 40)],
        "triangle": [line((0, -40), (40, 35), (-40, 35), (0, -40))],
        "snowman": [ball(0, -30, 18), ball(0, 15, 28)],
        "tower of squares": [box(0, -28, 18), box(0, 18, 27)],
        "circle in square": [box(0, 0, 45), ball(0, 0, 20)],
        "square in circle": [ball(0, 0, 45), box(0, 0, 18)],
        "envelope": [
            line((-45, -28), (45, -28), (45, 28), (-45, 28), (-45, -28)),
            line((-45, -28), (0, 8), (45, -28)),
        ],
        "house": [
            line((-35, -5), (35, -5), (35, 45), (-35, 45), (-35, -5)),
            line((-42, -5), (0, -45), (42, -5)),
        ],
        "face": [
            ball(0, 0, 45),
            ball(-15, -12, 5),
            ball(15, -12, 5),
            line((-18, 18), (0, 26), (18, 18)),
        ],
        "cross": [line((0, -40), (0, 40)), line((-40, 0), (40, 0))],
        "arrow": [line((-45, 0), (45, 0)), line((20, -22), (45, 0), (20, 22))],
        "star": [line((0, -45), (27, 38), (-43, -14), (43, -14), (-27, 38), (0, -45))],
        "stick figure": [
            ball(0, -35, 12),
            line((0, -23), (0, 15)),
            line((-25, -8), (25, -8)),
            line((-20, 48), (0, 15), (20, 48)),
        ],
    }


EQUATIONS = (
    ("snowman", "circle", "square"),
    ("tower of squares", "square", "circle"),
    ("circle in square", "circle", "square"),
    ("square in circle", "square", "circle"),
    ("square in circle", "circle", "square"),
    ("envelope", "square", "circle"),
    ("house", "square", "circle"),
    ("face", "circle", "square"),
)
"""A - B + C."""


def redraw_rows(
    sources: Sequence[Source],
    context: Context,
    temperatures: Sequence[float] = TEMPERATURES,
) -> list[list[Cell]]:
    """What the model sees, and below its drawings at some temperatures."""
    rows: list[list[Cell]] = [[] for _ in range(1 + len(temperatures))]
    for source in sources:
        for i, temperature in enumerate(temperatures):
            payload = RedrawPayload(source, 1, Sampling(temperature))
            found = finish(jobs.redraw(payload, context))
            if i == 0:
                rows[0].append(_enlarged(found.seen))
            rows[i + 1].append(_cell(found.variants[0].strokes, found.box))
    return rows


def arithmetic_rows(context: Context) -> list[list[Cell]]:
    """A row an equation: A, B, C, and four drawings of A - B + C."""
    made = {name: StrokeSource(tuple(lines)) for name, lines in handmade_drawings().items()}
    rows = []
    for names in EQUATIONS:
        terms = tuple(Term(made[n], w) for n, w in zip(names, (1.0, -1.0, 1.0), strict=True))
        found = finish(jobs.combine(CombinePayload(terms, variants=4), context))
        inputs = [_cell(made[name].strokes, None) for name in names]
        rows.append(inputs + [_cell(each.strokes, found.box) for each in found.variants])
    return rows


def morph_rows(context: Context) -> list[list[Cell]]:
    """A row a pair: the drawings between two."""
    made = {name: StrokeSource(tuple(lines)) for name, lines in handmade_drawings().items()}
    rows = []
    for first, last in (("circle", "square"), ("snowman", "face"), ("house", "envelope")):
        found = finish(jobs.morph(MorphPayload(made[first], made[last], 9), context))
        drawn = [_cell(each.strokes, found.box) for each in found.drawings]
        rows.append([_cell(made[first].strokes, None), *drawn, _cell(made[last].strokes, None)])
    return rows


def ghost_rows(drawings: Sequence[Lines], context: Context) -> list[list[Cell]]:
    """A row a drawing: its first half, three ways to go on, and how it really went on."""
    rows = []
    for lines in drawings:
        begun = tuple(lines[: max(1, len(lines) // 2)])
        payload = FinishPayload(begun, (-10.0, -10.0, 265.0, 265.0), 3, Sampling(0.3))
        found = finish(jobs.finish(payload, context))
        box = (-10.0, -10.0, 265.0, 265.0)
        whole = [_cell((*begun, *ghost.strokes), box) for ghost in found.ghosts]
        rows.append([_cell(begun, box), *whole, _cell(lines, box)])
    return rows


def _cell(lines: Lines, box: tuple[float, float, float, float] | None) -> Cell:
    """Smooth black lines on white; `box` fills the cell, or the ink does."""
    smooth = [sample_beziers(smooth_chain(line), 0.5) for line in lines]
    if box is None:
        return rasterise_drawing([line.T for line in smooth], _CELL_PX, 0.02, 0.1)
    scale = 1 / (box[2] - box[0])
    placed = [(line - box[:2]) * scale for line in smooth]
    # Corners of the box, so that it is the box that fills the cell.
    corners = [np.array([[0.0], [0.0]]), np.array([[1.0], [1.0]])]
    return rasterise_drawing([*(line.T for line in placed), *corners], _CELL_PX, 0.02, 0.0)


def _enlarged(ink: NDArray[np.float32]) -> Cell:
    grey = np.round(255 * (1 - ink)).astype(np.uint8)
    return np.asarray(Image.fromarray(grey).resize((_CELL_PX, _CELL_PX), Image.Resampling.NEAREST))


def _save(path: Path, rows: Sequence[Sequence[Cell]]) -> None:
    padded = [np.hstack([np.pad(c, 2, constant_values=170) for c in row]) for row in rows]
    Image.fromarray(np.vstack(padded)).save(path)


if __name__ == "__main__":
    sys.exit(main())
