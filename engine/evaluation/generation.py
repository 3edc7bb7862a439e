"""Are redrawn drawings recognised? The protocol of SketchEmbedNet's Table 5 (section 4.5).

Real drawings of 45 categories the model was trained on, and of the 45 it never saw, are drawn
again from their 28 x 28 pictures. A judge that has nothing to do with the model, the category head
of the bundled encoder, names originals and redrawn ones, each time among the 45 categories.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.encoders.base import Encoder
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.doodles import rasterise_drawing, read_quickdraw
from engine.evaluation.embedding import to_batch
from engine.evaluation.protocols import Report
from engine.sketchembed.imitating import imitate
from engine.sketchembed.jobs import see
from engine.sketchembed.loading import Model, load_model
from engine.sketchembed.messages import Sampling, StrokeSource
from engine.strokes import FloatArray
from engine.training.sketchembed_data import unseen_names

_BATCH = 64
_SAMPLE = 20
_NORMAL_95 = 1.96


def evaluate_redraw(
    data: Path,
    encoder: Encoder,
    report: Report,
    limit: int | None = None,
    best_of: int = 8,
    temperature: float = 0.3,
    refine: int = 30,
) -> dict[str, Any]:
    """Recognisability of redrawn drawings.

    Args:
        data: Quick, Draw! .ndjson or .ndjson.gz.
        encoder: the judge, one with a category head.
        report: told how far it is.
        limit: drawings of each category (20 by default), its last ones: neither model nor judge
            was trained on them.
        best_of, temperature, refine: see `Sampling`.

    Raises:
        InputError: the data cannot be read, or the encoder names no categories.
    """
    if not isinstance(encoder, StrokewiseEncoder):
        raise InputError(f'The encoder "{encoder.name}" does not guess categories.')
    report(0.0, "reading")
    sample = _SAMPLE if limit is None else limit
    drawings = last_drawings(data, sample)
    unseen = unseen_names(tuple(drawings))
    seen = seen_like(tuple(drawings), unseen)
    model = load_model()
    metrics: dict[str, float] = {}
    confidence: dict[str, float] = {}
    categories: dict[str, dict[str, float]] = {}
    sampling = Sampling(temperature, best_of=best_of, refine=refine)
    for part, names in enumerate((seen, unseen)):
        lines, labels = labelled(drawings, names)
        again = redrawn(lines, model, sampling, lambda f, p=part: report((p + f) / 2, "drawing"))
        kind = ("seen", "unseen")[part]
        for label, shown in (("original", lines), ("redrawn", again)):
            right = judged(shown, names, encoder) == labels
            metrics[f"{kind}_{label}"] = float(right.mean())
            confidence[f"{kind}_{label}"] = float(_NORMAL_95 * right.std() / np.sqrt(len(right)))
            for i, name in enumerate(names):
                share = float(right[labels == i].mean())
                categories.setdefault(name, {})[label] = share
    return {
        "data": str(data),
        "n": sample * (len(seen) + len(unseen)),
        "metrics": metrics,
        "confidence": confidence,
        "categories": categories,
        "best_of": best_of,
        "temperature": temperature,
        "refine": refine,
        "encoder": encoder.fingerprint,
    }


def seen_like(names: Sequence[str], unseen: Sequence[str]) -> tuple[str, ...]:
    """As many trained categories as there are unseen ones, evenly through the alphabet."""
    trained = [name for name in names if name not in set(unseen)]
    if not trained or not unseen:
        raise InputError("The data needs categories that were trained on and others.")
    at = np.linspace(0, len(trained) - 1, min(len(unseen), len(trained))).round().astype(int)
    return tuple(trained[i] for i in at)


def last_drawings(data: Path, count: int) -> dict[str, list[list[FloatArray]]]:
    """Category to its last `count` drawings, as polylines in px; categories ascending.

    Raises:
        InputError: the file cannot be read.
    """
    kept: dict[str, deque[Any]] = defaultdict(lambda: deque(maxlen=count))
    for word, strokes in read_quickdraw(data):
        kept[word].append(strokes)
    return {
        word: [[np.stack(each[:2], 1).astype(np.float64) for each in one] for one in kept[word]]
        for word in sorted(kept)
    }


def labelled(
    drawings: Mapping[str, list[list[FloatArray]]], names: Sequence[str]
) -> tuple[list[list[FloatArray]], NDArray[np.int64]]:
    """All drawings of some categories, and each one's position in `names`."""
    lines = [one for name in names for one in drawings[name]]
    labels = [i for i, name in enumerate(names) for _ in drawings[name]]
    return lines, np.array(labels, np.int64)


def redrawn(
    drawings: Sequence[Sequence[FloatArray]],
    model: Model,
    sampling: Sampling,
    advance: Any,
) -> list[list[FloatArray]]:
    """Each drawing as the model draws it, in the same px; `advance` is told the share done."""
    result: list[list[FloatArray]] = []
    for start in range(0, len(drawings), _BATCH):
        part = drawings[start : start + _BATCH]
        seen = [see(StrokeSource(tuple(lines))) for lines in part]
        images = torch.stack([image for image, _ in seen])
        made = imitate(model, images, 1, sampling)
        for (best,), (_, frame) in zip(made, seen, strict=True):
            result.append([frame.from_canvas(line) for line in best.lines])
        advance(min(1.0, (start + _BATCH) / len(drawings)))
    return result


@torch.inference_mode()
def judged(
    drawings: Sequence[Sequence[FloatArray]], names: Sequence[str], judge: StrokewiseEncoder
) -> NDArray[np.int64]:
    """(N,) which of `names` the judge sees in each drawing; -1 for an empty one."""
    columns = [judge.category_names.index(name) for name in names]
    guesses = []
    for start in range(0, len(drawings), _BATCH):
        part = drawings[start : start + _BATCH]
        pictures = [rasterise_drawing([line.T for line in lines], GUESS_SIZE) for lines in part]
        probabilities = judge.guess(to_batch(np.stack(pictures), judge.device))[:, columns]
        found = probabilities.argmax(1).cpu().numpy()
        guesses.append(np.where([len(lines) > 0 for lines in part], found, -1))
    joined: NDArray[np.int64] = np.concatenate(guesses)
    return joined
