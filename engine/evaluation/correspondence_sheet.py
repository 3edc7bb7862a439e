"""A sheet of real sketches and their photos, warped, to look at.

    python -m engine.evaluation.correspondence_sheet sketchy_104.zip --categories A,B -o sheet.png

A cell a pair: the sketch, the photo under the flow, the photo warped to the sketch. One line a pair
on stderr: its name, the there-and-back error, and the mean confidence along the ink.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.context import Context
from engine.correspondence.job import correspond
from engine.correspondence.messages import Correspondence, CorrespondPayload, Matcher
from engine.correspondence.overlay import overlay_picture
from engine.errors import InputError
from engine.evaluation.correspondence import return_error
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.evaluation.run import finish
from engine.evaluation.synthetic_pairs import SIDE
from engine.photo import Photo

_CELL_PX = 150
_COLUMNS = 4
_GAP_PX = 8
_INK = 200


def main(argv: list[str] | None = None) -> int:
    """Make the sheet."""
    parser = argparse.ArgumentParser(description="Real sketches and their photos, warped.")
    parser.add_argument("data", type=Path, help="photo/CATEGORY/ID, sketch/CATEGORY/ID-K")
    parser.add_argument("--categories", default="", metavar="A,B", help="only these")
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--matcher", type=Matcher, choices=list(Matcher), default=Matcher.BEST)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args(argv)
    wanted = tuple(filter(None, args.categories.split(",")))
    context = Context()
    cells = []
    try:
        for number, (sketch, photo) in enumerate(choose_pairs(args.data, wanted, args.pairs)):
            drawn, rgb = sketch.pixels(SIDE), photo.pixels(SIDE)
            payload = CorrespondPayload(
                Photo.from_rgb(rgb),
                image=drawn,
                frame=(0, 0, SIDE, SIDE),
                matcher=args.matcher,
                encoder=args.encoder,
            )
            found: Correspondence = finish(correspond(payload, context))
            cells.append(overlay_picture(found, rgb, image=drawn, side_px=_CELL_PX))
            error = return_error(found.forward, found.backward)
            sys.stderr.write(
                f"{number:2} {sketch.category}/{sketch.name}: there and back {error:.3f}, "
                f"confidence {_along_ink(found, drawn):.2f}\n"
            )
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sheet(cells).save(args.output)
    return 0


def choose_pairs(
    data: Path, categories: tuple[str, ...], count: int
) -> list[tuple[LabelledImage, LabelledImage]]:
    """Sketches and the photos they were drawn from, spread evenly over the data.

    Raises:
        InputError: there are none.
    """
    images = [i for i in labelled_images(data) if not categories or i.category in categories]
    photos = {image.instance: image for image in images if image.modality == "photo"}
    pairs = [
        (image, photos[image.instance])
        for image in images
        if image.modality == "sketch" and image.instance in photos
    ]
    if not pairs:
        raise InputError(f"{data} has no sketches of its photos in these categories.")
    chosen = np.linspace(0, len(pairs) - 1, min(count, len(pairs))).round().astype(int)
    return [pairs[i] for i in chosen]


def sheet(cells: list[Image.Image]) -> Image.Image:
    """Equally large cells in rows of four."""
    width, height = cells[0].width + _GAP_PX, cells[0].height + _GAP_PX
    rows = -(-len(cells) // _COLUMNS)
    page = Image.new("RGB", (_COLUMNS * width, rows * height), (160, 160, 160))
    for number, cell in enumerate(cells):
        page.paste(cell, (number % _COLUMNS * width, number // _COLUMNS * height))
    return page


def _along_ink(found: Correspondence, drawn: NDArray[np.uint8]) -> float:
    rows, columns = np.nonzero(drawn.mean(2) < _INK)
    return float(found.to_photo(np.stack([columns, rows], 1)).confidence.mean())


if __name__ == "__main__":
    sys.exit(main())
