"""What `strokewise eval correspondence DATA` runs: PCK against truth, and there-and-back errors.

With a CSV of keypoints (`engine.evaluation.psc6k`) these are the truth; else drawings are made from
the photos of the data and warped (`engine.evaluation.synthetic_pairs`).
"""

from __future__ import annotations

import io
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.correspondence.confidence import enclosed_by_ink
from engine.correspondence.estimator import PHOTO, SKETCH
from engine.correspondence.features import affinity, canvas_side, descriptors, stage_maps
from engine.correspondence.flow import GRID, Flow
from engine.correspondence.matchers import Matching, as_flow, choose_matching
from engine.correspondence.messages import Matcher
from engine.correspondence.neighbours import match
from engine.correspondence.thin_plate import cell_centres
from engine.encoders.base import Encoder
from engine.encoders.loading import load_encoder
from engine.errors import InputError
from engine.evaluation.image_tree import files_of
from engine.evaluation.keypoints import KeypointPair, errors, made_pair, pck
from engine.evaluation.psc6k import Files, keypoint_table, read_pairs
from engine.evaluation.synthetic_pairs import SIDE
from engine.strokes import FloatArray

Report = Callable[[float, str], None]
"""Called with the fraction done and what is being done."""
_START = "efficientnet_lite0"
_SUFFIXES = (".png", ".jpg", ".jpeg")
_ALPHAS = {"pck_5": 0.05, "pck_10": 0.1}
_CONFIDENT = (0.25, 0.5, 0.75)


def evaluate_correspondence(
    data: Path,
    encoder: Encoder,
    report: Report,
    skip: int = 0,
    limit: int | None = None,
    categories: tuple[str, ...] = (),
    matcher: Matcher = Matcher.BEST,
) -> dict[str, Any]:
    """PCK@5 and PCK@10, in percent of keypoints, the mean over pairs (section 4.2).

    Args:
        data: folder or zip; see the module.
        encoder: what sees.
        report: told how far it is.
        skip: leave out the first photos (say, those trained on).
        limit: take at most so many pairs.
        categories: only photos in folders of these names; all by default.
        matcher: how "metrics" and "categories" are found.

    Returns:
        "metrics" of the matcher; "methods": PCK of it, of leaving every point in place, and of the
        neighbours, raw and made smooth, of the encoder and of its ImageNet start;
        "mean_displacement" of the keypoints, in sides.

    Raises:
        InputError: the data holds no photos that can be used, or scikit-image is missing.
    """
    files = dict(files_of(data))
    rows = keypoint_table(files)
    if rows:
        rows = [row for row in rows if not categories or row.photo.split("/")[-2] in categories]
        rows = rows[skip : None if limit is None else skip + limit]
        pairs, total = read_pairs(rows, files), len(rows)
    else:
        photos = photo_files(files, categories)[skip:]
        photos = photos if limit is None else photos[:limit]
        pairs, total = _made(photos, files), len(photos)
    chosen = choose_matching(encoder, matcher)
    tally = _Tally(encoder, chosen)
    for number, pair in enumerate(pairs):
        tally.add(pair)
        report((number + 1) / total, "matching")
    if not tally.displacements:
        raise InputError(f"{data} holds no photos that lines can be made of.")
    return tally.answer() | {"data": str(data), "encoder": encoder.fingerprint}


class _Tally:
    """Everything that is measured, pair by pair."""

    def __init__(self, encoder: Encoder, chosen: Matching) -> None:
        self._encoder, self._chosen = encoder, chosen
        self._start = load_encoder(_START)
        self._errors: dict[str, list[FloatArray]] = defaultdict(list)
        self._confidence: list[FloatArray] = []
        self._returns: list[float] = []
        self._categories: list[str] = []
        self.displacements: list[float] = []

    @torch.no_grad()
    def add(self, pair: KeypointPair) -> None:
        """Match a pair in every way."""
        flow, back = find_flows(self._chosen, self._encoder, pair)
        named = {"identity": identity_flow(), str(self._chosen.kind): flow}
        for name, encoder in (("", self._encoder), ("imagenet_", self._start)):
            if name == "" or encoder.fingerprint != self._encoder.fingerprint:
                between = cell_affinity(encoder, pair)
                named[f"{name}nearest"] = nearest_flow(between)
                smooth, agreed = match(between, GRID)
                named[f"{name}{Matcher.NEIGHBOURS}"] = as_flow(smooth, agreed)
        for name, each in named.items():
            self._errors[name].append(errors(each, pair))
        self._confidence.append(flow(pair.on_sketch).confidence)
        self._returns.append(return_error(flow, back))
        self._categories.append(pair.category)
        self.displacements.append(pair.displacement)

    def answer(self) -> dict[str, Any]:
        """The numbers."""
        own = self._errors[str(self._chosen.kind)]
        of_category: dict[str, list[FloatArray]] = defaultdict(list)
        for category, each in zip(self._categories, own, strict=True):
            if category:
                of_category[category].append(each)
        return {
            "n": len(own),
            "matcher": str(self._chosen.kind),
            "metrics": _pcks(own) | {"forward_backward": float(np.mean(self._returns))},
            "categories": {name: _pcks(each) for name, each in sorted(of_category.items())},
            "methods": {name: _pcks(each) for name, each in self._errors.items()},
            "mean_displacement": float(np.mean(self.displacements)),
            "right_by_confidence": self._right_by_confidence(own),
        }

    def _right_by_confidence(self, own: list[FloatArray]) -> dict[str, float | None]:
        """Percent of keypoints within a tenth of the side, by how sure the match was."""
        distance, sure = np.concatenate(own), np.concatenate(self._confidence)
        edges = (0.0, *_CONFIDENT, 1.0)
        table: dict[str, float | None] = {}
        for low, high in itertools.pairwise(edges):
            among = distance[(sure >= low) & ((sure < high) | (high == 1.0))]
            share = float(100 * (among <= _ALPHAS["pck_10"]).mean()) if len(among) else None
            table[f"{low:g} to {high:g}"] = share
        return table


def find_flows(matching: Matching, encoder: Encoder, pair: KeypointPair) -> tuple[Flow, Flow]:
    """From the whole of a sketch to the whole of a photo, and back."""
    sketch, photo = (_for_encoder(each, encoder) for each in (pair.sketch, pair.photo))
    described = matching.describe(sketch, SKETCH), matching.describe(photo, PHOTO)
    return matching.flows(*described, enclosed_by_ink(pair.sketch).to(encoder.device))


@torch.no_grad()
def cell_affinity(encoder: Encoder, pair: KeypointPair) -> torch.Tensor:
    """(G * G, G * G) cosines of the sketch's and the photo's cells, without training."""
    sketch, photo = (
        descriptors(stage_maps(encoder, _for_encoder(each, encoder)), GRID)
        for each in (pair.sketch, pair.photo)
    )
    return affinity(sketch, photo)[0]


def nearest_flow(affinities: torch.Tensor) -> Flow:
    """Each cell's nearest neighbour among the photo's cells, as it is."""
    best = affinities.argmax(1)
    return as_flow(cell_centres(GRID)[best.cpu()].view(GRID, GRID, 2), torch.ones(GRID, GRID))


def identity_flow() -> Flow:
    """Everything stays where it is."""
    return as_flow(cell_centres(GRID).view(GRID, GRID, 2), torch.ones(GRID, GRID))


def return_error(flow: Flow, back: Flow) -> float:
    """Mean distance, in sides, of where there and back leads from where it began."""
    start = cell_centres(GRID).numpy()
    returned = back(flow(start).points).points
    return float(np.linalg.norm(returned - start, axis=1).mean())


def photo_files(files: Files, categories: tuple[str, ...] = ()) -> list[str]:
    """Paths of the photos among the files: images that do not lie below a folder of sketches."""
    found = []
    for path in files:
        folders = path.split("/")[:-1]
        is_sketch = any(folder.lower().startswith("sketch") for folder in folders)
        is_wanted = not categories or (folders and folders[-1] in categories)
        if path.lower().endswith(_SUFFIXES) and not is_sketch and is_wanted:
            found.append(path)
    return found


def _made(paths: list[str], files: Files) -> Iterator[KeypointPair]:
    try:
        import skimage  # noqa: F401
    except ImportError as error:
        raise InputError(
            'Making drawings of photos needs scikit-image: pip install "strokewise[training]".'
        ) from error
    for number, path in enumerate(paths):
        try:
            with Image.open(io.BytesIO(files[path]())) as image:
                rgb = ImageOps.fit(image.convert("RGB"), (SIDE, SIDE), Image.Resampling.BICUBIC)
        except (UnidentifiedImageError, OSError) as error:
            raise InputError(f"{path} is not an image.") from error
        folders = path.split("/")[:-1]
        pair = made_pair(np.asarray(rgb), number, category=folders[-1] if folders else "")
        if pair is not None:
            yield pair


def _for_encoder(canvas: torch.Tensor, encoder: Encoder) -> torch.Tensor:
    side = canvas_side(encoder)
    canvas = canvas.to(encoder.device)
    if canvas.shape[-1] == side:
        return canvas
    return torch.nn.functional.interpolate(canvas, (side, side), mode="bilinear", antialias=True)


def _pcks(distances: list[FloatArray]) -> dict[str, float]:
    return {name: pck(distances, alpha) for name, alpha in _ALPHAS.items()}
