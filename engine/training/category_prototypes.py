"""Makes resources/models/category_prototypes.safetensors: the mean drawing of each category.

    python -m engine.training.category_prototypes --data DATA

DATA holds quickdraw_345x350.ndjson.gz. Of each category the first drawings are embedded by the
bundled encoder and averaged. About three minutes on one core.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save

from engine.attribution.framing import frame_strokes
from engine.attribution.resolve import sketch_embedding
from engine.encoders.loading import bundled_model, load_encoder
from engine.encoders.prototypes import NAME
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.doodles import read_quickdraw
from engine.training.bundling import MODELS, bundle

DRAWINGS = 40
_FILE = "quickdraw_345x350.ndjson.gz"


def main(argv: list[str] | None = None) -> int:
    """Embed, average, write the file and its line in the registry."""
    parser = argparse.ArgumentParser(description="Make the category prototypes.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {_FILE}")
    parser.add_argument("--drawings", type=int, default=DRAWINGS, help="of each category")
    parser.add_argument("--output", type=Path, default=MODELS, help="folder to write into")
    args = parser.parse_args(argv)
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    try:
        drawings = mean_drawings(args.data / _FILE, encoder, args.drawings)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    content = save({"drawings": drawings.half()})
    goes_with = bundled_model().name
    bundle(args.output, NAME, content, "CC-BY-4.0", "addition", goes_with)
    return 0


def mean_drawings(path: Path, encoder: StrokewiseEncoder, count: int) -> torch.Tensor:
    """(C, D) unit vectors: of each category the mean of its first `count` drawings.

    Raises:
        InputError: the file cannot be read, or has none of some category.
    """
    column = {name: i for i, name in enumerate(encoder.category_names)}
    sums = torch.zeros(len(column), len(sketch_embedding([np.zeros((1, 2))], encoder)))
    seen = [0] * len(column)
    for word, strokes in read_quickdraw(path):
        at = column.get(word)
        if at is None or seen[at] == count:
            continue
        seen[at] += 1
        framed = frame_strokes([np.stack(s[:2], 1).astype(np.float64) for s in strokes])
        sums[at] += sketch_embedding(framed.lines, encoder).cpu()
        if seen[at] == count:
            sys.stderr.write(f"\r{word:30}")
    if not all(seen):
        raise InputError(f"{path} has no drawing of {encoder.category_names[seen.index(0)]}.")
    return torch.nn.functional.normalize(sums, dim=1)


if __name__ == "__main__":
    sys.exit(main())
