"""A sheet of photos and their sketches, to look at.

    python -m engine.evaluation.contact_sheet PHOTO... -n 4 8 16 32 64 -o sheet.png

A row a photo: the photo, then one sketch for each number of strokes, all of one ladder.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.abstraction.framing import Framing
from engine.abstraction.ladder import ladder
from engine.abstraction.messages import (
    DEFAULT_ITERATIONS,
    DEFAULT_RESTARTS,
    Abstraction,
    AbstractPayload,
    Ladder,
    LadderPayload,
)
from engine.context import Context
from engine.errors import InputError
from engine.evaluation.run import finish
from engine.photo import load_photo
from engine.raster import render_pen
from engine.salient.job import mask_of

_CELL_PX = 320
_GAP_PX = 8


def main(argv: list[str] | None = None) -> int:
    """Make the sheet; a line for each sketch on stderr."""
    parser = argparse.ArgumentParser(description="Photos and their sketches on one sheet.")
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    parser.add_argument("-n", "--strokes", nargs="+", type=int, default=[4, 8, 16, 32, 64])
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--iterations", type=int, default=DEFAULT_ITERATIONS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--restarts", type=int, default=DEFAULT_RESTARTS)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--whole-scene", action="store_true", help="the background too")
    args = parser.parse_args(argv)
    context = Context()
    rows = []
    try:
        for path in args.photos:
            photo = load_photo(path)
            base = AbstractPayload(
                photo.rgb,
                16,
                args.iterations,
                args.seed,
                args.restarts,
                args.encoder,
                mask=None if args.whole_scene else mask_of(photo, context),
                whole_scene=args.whole_scene,
            )
            rungs = tuple(sorted(set(args.strokes)))
            found: Ladder = finish(ladder(LadderPayload(base, rungs), context))
            row = [photo_cell(photo.rgb)]
            for strokes, sketch in found.sketches.items():
                row.append(sketch_cell(sketch, photo.rgb.shape[1], photo.rgb.shape[0]))
                sys.stderr.write(
                    f"{path.name} n={strokes}: loss {sketch.losses[0]:.3f} to {sketch.loss:.3f}, "
                    f"{sketch.iterations} iterations, {sketch.seconds:.1f} s\n"
                )
            rows.append(row)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    Image.fromarray(sheet(rows)).save(args.output)
    return 0


def photo_cell(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An (H, W, 3) photo fitted into a square cell."""
    canvas = Framing(rgb.shape[1], rgb.shape[0], _CELL_PX).to_canvas(rgb)
    return _to_bytes(canvas[0])


def sketch_cell(sketch: Abstraction, width: int, height: int) -> NDArray[np.uint8]:
    """A sketch of a photo of that size, drawn into a square cell."""
    framing = Framing(width, height, _CELL_PX)
    offset = np.array(framing.box[:2])
    controls = torch.from_numpy(sketch.beziers * framing.scale + offset).float()[None]
    size = (_CELL_PX, _CELL_PX)
    image = render_pen(controls, size, sketch.width_px * framing.scale)
    return _to_bytes(image[0].expand(3, -1, -1))


def sheet(rows: Sequence[Sequence[NDArray[np.uint8]]]) -> NDArray[np.uint8]:
    """Rows of equally large cells on grey, with gaps between them."""
    gap = ((0, _GAP_PX), (0, _GAP_PX), (0, 0))
    lines = [np.hstack([np.pad(c, gap, constant_values=160) for c in row]) for row in rows]
    joined: NDArray[np.uint8] = np.vstack(lines)
    return joined


def _to_bytes(image: torch.Tensor) -> NDArray[np.uint8]:
    """(3, H, W) in [0, 1] to (H, W, 3) uint8."""
    pixels: NDArray[np.uint8] = (
        (image.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).contiguous().numpy()
    )
    return pixels


if __name__ == "__main__":
    sys.exit(main())
