"""What `strokewise eval NAME DATA` runs: each protocol from its data to its JSON object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from engine.encoders.base import Encoder
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.doodles import (
    first_strokes,
    frame_drawing,
    rasterise_drawing,
    read_quickdraw,
)
from engine.evaluation.embedding import embed_images, to_batch
from engine.evaluation.folds import evaluate_folds
from engine.evaluation.image_tree import labelled_images
from engine.evaluation.metrics import expected_calibration_error, top_k_accuracy
from engine.evaluation.places import metrics_with_places
from engine.evaluation.retrieval import (
    confidence_intervals,
    means,
    means_by_category,
    metrics_per_sketch,
    retrieval_metrics,
)
from engine.retrieval.readings import by_kind
from engine.retrieval.smoothing import smooth_all

Report = Callable[[float, str], None]
"""Called with the fraction done and what is being done."""
_BATCH = 64


def evaluate_retrieval(
    data: Path,
    encoder: Encoder,
    report: Report,
    categories: tuple[str, ...] = (),
    folds: int | None = None,
    gallery_size: int | None = None,
) -> dict[str, Any]:
    """Zero-shot retrieval of photos by sketch (`engine.evaluation.retrieval`).

    Args:
        data: folder or zip with photo/CATEGORY/ID.jpg and sketch/CATEGORY/ID-K.png, or in the
            layout of TU-Berlin or Quick, Draw! extended (see `engine.evaluation.image_tree`).
        encoder: what embeds both.
        report: told how far it is.
        categories: look at these only; all by default.
        folds: cross-validate the fine-tuning on pairs instead (`engine.evaluation.folds`).
        gallery_size: with folds: photos of the category to look among; all by default.

    Returns:
        "metrics" of the embedding alone (means over the sketches), their 95 % "confidence"
        intervals, and "categories"; besides, if a library smooths the photos of this encoder,
        "searched": the metrics as a library searches photos of all kinds, all photos smoothed
        (`engine.retrieval.smoothing`) and the layout counting less (`engine.retrieval.readings`;
        what a sketch may become has no say here, for it is no zero-shot); and of the
        bundled encoder, if there are pairs, "within": acc_1 and acc_5 as a search of one folder for
        each category orders it (`engine.retrieval.places`).

    Raises:
        InputError: the data is not laid out so, or holds no such category.
    """
    if folds is not None:
        return evaluate_folds(data, encoder, report, folds, categories, gallery_size)
    images = [i for i in labelled_images(data) if not categories or i.category in categories]
    missing = set(categories) - {image.category for image in images}
    if missing:
        raise InputError(f"{data} has no category {', '.join(sorted(missing))}.")
    sketches = [image for image in images if image.modality == "sketch"]
    photos = [image for image in images if image.modality == "photo"]
    if not sketches or not photos:
        raise InputError(f"{data} needs both photo/CATEGORY and sketch/CATEGORY.")
    done = 0
    passes = 2 if isinstance(encoder, StrokewiseEncoder) else 1
    wanted = passes * (len(sketches) + len(photos))

    def advance(count: int) -> None:
        nonlocal done
        done += count
        report(done / wanted, "encoding")

    queries = embed_images(encoder, sketches, advance)
    gallery = embed_images(encoder, photos, advance)
    values = metrics_per_sketch(queries, gallery)
    searched: dict[str, dict[str, float]] = {}
    if encoder.semantic_dimensions is not None:
        smooth = smooth_all(gallery.embeddings, encoder.semantic_dimensions)
        gallery = replace(gallery, embeddings=smooth)
        asked = by_kind(queries.embeddings, encoder.semantic_dimensions)
        searched["searched"] = retrieval_metrics(replace(queries, embeddings=asked), gallery)
    if isinstance(encoder, StrokewiseEncoder):
        within = metrics_with_places(encoder, (sketches, photos), queries, gallery, advance)
        searched |= {"within": within} if within else {}
    return {
        "data": str(data),
        "n": len(sketches),
        "metrics": means(values),
        **searched,
        "confidence": confidence_intervals(values),
        "categories": means_by_category(values, queries.category),
        "encoder": encoder.fingerprint,
    }


def evaluate_guess(
    data: Path,
    encoder: Encoder,
    report: Report,
    skip: int = 0,
    limit: int | None = None,
    share: float = 1.0,
) -> dict[str, Any]:
    """The category head on labelled drawings: top-1, top-3 and calibration.

    Args:
        data: Quick, Draw! .ndjson or .ndjson.gz, or a folder or zip with [sketch/]CATEGORY/NAME.
        encoder: one with a category head.
        report: told how far it is.
        skip: leave out the first `skip` drawings of each category (say, those trained on).
        limit: take at most so many of each category.
        share: guess after this share of the strokes, rounded up.

    Raises:
        InputError: the encoder has no category head, no category of the data is known to it, or
            the drawings are images, whose strokes cannot be told apart.
    """
    if not isinstance(encoder, StrokewiseEncoder):
        raise InputError(f'The encoder "{encoder.name}" does not guess categories.')
    column = {name: i for i, name in enumerate(encoder.category_names)}
    seen: dict[str, int] = defaultdict(int)
    drawings: list[np.ndarray] = []
    targets: list[int] = []
    for name, draw in _drawings(data, share):
        category = name if name in column else name.replace("_", " ")
        if category not in column:
            continue
        seen[category] += 1
        if skip < seen[category] <= skip + (limit if limit is not None else seen[category]):
            drawings.append(draw())
            targets.append(column[category])
    if not drawings:
        raise InputError(f"{data} holds no drawing of a category that {encoder.name} knows.")
    probabilities = _guesses(encoder, drawings, report)
    target = np.array(targets)
    return {
        "data": str(data),
        "n": len(target),
        "metrics": _guess_metrics(probabilities, target),
        "categories": {
            encoder.category_names[c]: {
                f"top_{k}": top_k_accuracy(probabilities[target == c], target[target == c], k)
                for k in (1, 3)
            }
            for c in sorted(set(targets))
        },
        "encoder": encoder.fingerprint,
    }


def _guess_metrics(probabilities: np.ndarray, target: np.ndarray) -> dict[str, float]:
    return {
        "top_1": top_k_accuracy(probabilities, target, 1),
        "top_3": top_k_accuracy(probabilities, target, 3),
        "ece": expected_calibration_error(probabilities, target),
    }


@torch.no_grad()
def _guesses(encoder: StrokewiseEncoder, drawings: list[np.ndarray], report: Report) -> np.ndarray:
    rows = []
    for start in range(0, len(drawings), _BATCH):
        batch = to_batch(np.stack(drawings[start : start + _BATCH]), encoder.device)
        rows.append(encoder.guess(batch).cpu().numpy())
        report(min(1.0, (start + _BATCH) / len(drawings)), "guessing")
    return np.concatenate(rows)


def _drawings(data: Path, share: float) -> Iterator[tuple[str, Callable[[], np.ndarray]]]:
    """(category, how to make its framed (S, S) image) in the data's order."""
    if ".ndjson" in data.suffixes:
        for word, strokes in read_quickdraw(data):
            part = first_strokes(strokes, share)
            yield word, lambda part=part: rasterise_drawing(part, GUESS_SIZE)  # type: ignore[misc]
        return
    if share < 1:
        raise InputError(f"{data} holds images: only drawings with strokes can be cut short.")
    for image in labelled_images(data):
        if image.modality != "photo":
            yield image.category, lambda image=image: _framed(image.pixels(256))  # type: ignore[misc]


def _framed(rgb: np.ndarray) -> np.ndarray:
    return frame_drawing(np.asarray(Image.fromarray(rgb).convert("L")), GUESS_SIZE)
