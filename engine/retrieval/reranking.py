"""A drawing's best photos in a folder, put in order by comparing places.

How: `engine.retrieval.places`. A library keeps no maps: 22 KB a photo, of which a search of a
folder needs a few. Those are made from the files when they are asked for and kept for the next
look, while the drawing grows. The engine is let go after each file, so the pen overtakes, and a
search that is given up leaves what it has made to the next.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.context import Context
from engine.encoders.base import Encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.retrieval.library import Index, Library
from engine.retrieval.messages import SearchPhotos
from engine.retrieval.pictures import UnreadableError, read_picture
from engine.retrieval.places import CANDIDATES, WEIGHT, agreement, place_maps
from engine.retrieval.queries import drawing_pixels
from engine.types import Progress

STEP = 4
"""Photos that go through the encoder at a time: 40 ms of one core."""
KEPT = 512
"""Photos whose maps are kept: 11 MB."""


def order_by_places(
    library: Library,
    index: Index,
    encoder: Encoder,
    payload: SearchPhotos,
    pictures: NDArray[np.int64],
    scores: NDArray[np.float32],
    context: Context,
) -> Generator[Progress, None, NDArray[np.int64]]:
    """(N,) places of the pictures, best first: the first `CANDIDATES` in a new order.

    They are ordered by cosine plus `WEIGHT` times agreement. A photo that cannot be read, or whose
    file is another than was indexed, agrees as well as the others do on average: it stays about
    where its embedding put it. Other queries than drawings, and other encoders than the bundled
    one, leave all as it is.

    Args:
        pictures: (N,) ids, best first.
        scores: (N,) their cosines, falling.
    """
    order = np.arange(len(pictures))
    if payload.within is None or not isinstance(encoder, StrokewiseEncoder):
        return order
    drawing = drawing_pixels(payload, encoder.input_size)
    if drawing is None:
        return order
    candidates = pictures[:CANDIDATES].tolist()
    known = yield from _photo_maps(library, index, encoder, payload.within, candidates, context)
    rows = [row for row, picture in enumerate(candidates) if picture in known]
    if not rows:
        return order
    paper = np.full_like(drawing, 255)
    drawn, blank = place_maps(encoder, np.stack([drawing, paper])).half().float()[:, None]
    photos = torch.stack([known[candidates[row]] for row in rows]).float()
    agreed = agreement(drawn, photos, blank)[0].numpy()
    total = scores[: len(candidates)] + WEIGHT * agreed.mean()
    total[rows] = scores[rows] + WEIGHT * agreed
    order[: len(candidates)] = np.argsort(-total, kind="stable")
    return order


def _photo_maps(
    library: Library,
    index: Index,
    encoder: StrokewiseEncoder,
    folder: Path,
    pictures: list[int],
    context: Context,
) -> Generator[Progress, None, dict[int, torch.Tensor]]:
    """(C, H, W) float16 maps of those of at most 500 pictures that can be read."""
    key = ("place maps", index.fingerprint, str(encoder.device))
    kept: OrderedDict[bytes, torch.Tensor] = context.cache.setdefault(key, OrderedDict())
    hashes = library.hashes_of(pictures)
    found: dict[int, torch.Tensor] = {}
    for picture, sha256 in hashes.items():
        if sha256 in kept:
            kept.move_to_end(sha256)
            found[picture] = kept[sha256]
    lacking = [picture for picture in pictures if picture in hashes and picture not in found]
    waiting: dict[int, NDArray[np.uint8]] = {}
    step = context.batch_size(STEP)
    for number, picture in enumerate(lacking, 1):
        yield Progress(0.5 + 0.5 * number / (len(lacking) + 1))
        pixels = _read(library, folder, picture, hashes[picture], encoder.input_size)
        if pixels is not None:
            waiting[picture] = pixels
        if waiting and (len(waiting) == step or number == len(lacking)):
            yield Progress(0.5 + 0.5 * number / (len(lacking) + 1))
            for each, maps in zip(waiting, _each_middle(encoder, waiting), strict=True):
                found[each] = kept[hashes[each]] = maps
            waiting.clear()
            while len(kept) > KEPT:
                kept.popitem(last=False)
    return found


def _read(
    library: Library, folder: Path, picture: int, sha256: bytes, side: int
) -> NDArray[np.uint8] | None:
    """(S, S, 3) a photo as it was indexed; None if its file is gone, or another by now."""
    path = library.file_below(picture, folder)
    if path is None:
        return None
    try:
        return read_picture(path, side, lambda found: found != sha256).pixels
    except (UnreadableError, InputError):
        return None


def _each_middle(
    encoder: StrokewiseEncoder, waiting: dict[int, NDArray[np.uint8]]
) -> Iterator[torch.Tensor]:
    """Maps of each, in memory of their own, so that each can be let go of."""
    return (maps.clone() for maps in place_maps(encoder, np.stack(list(waiting.values()))).half())
