"""`strokewise eval attribution`: are the scores of strokes right, and of use?

The parts: "faithfulness" (deletion and insertion curves), "noise" (telling strokes that do not
belong, and cleaning), "reliability" (retrieval by Corr, sketch_explainability Table 1) and "attack"
(Table 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.attribution.fragile import few_points, short_stroke
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import estimate
from engine.attribution.look import Look
from engine.attribution.messages import Estimator
from engine.attribution.order import order_correlation
from engine.attribution.resolve import sketch_embedding
from engine.attribution.targets import CategoryLogProbability, photo_similarity
from engine.attribution.units import whole_strokes
from engine.encoders.base import Encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.drawings import (
    Drawing,
    held_out_drawings,
    photo_embeddings,
    photos_by_category,
    seed_of,
)
from engine.evaluation.faithfulness import area_under, probability_curves
from engine.evaluation.metrics import average_precision, ranking
from engine.evaluation.noise_protocol import noise
from engine.evaluation.run import finish
from engine.strokes import polyline_length

Report = Callable[[float, str], None]
Metrics = dict[str, float]
PARTS = ("faithfulness", "noise", "reliability", "attack")
EPSILONS = (5, 15)
CORR_HIGH, CORR_LOW = 0.5, 0.1
MIN_STROKES = 5


def evaluate_attribution(
    data: Path,
    encoder: Encoder,
    report: Report,
    skip: int = 0,
    sample: int = 100,
    photos: Path | None = None,
    parts: Sequence[str] = (),
    estimators: Sequence[str] = (),
) -> dict[str, Any]:
    """The protocols on held-out drawings of at least `MIN_STROKES` strokes.

    Args:
        data: Quick, Draw! .ndjson or .ndjson.gz.
        encoder: one with a category head.
        report: told how far it is.
        skip: leave out the first `skip` drawings of each category (say, those trained on).
        sample: each part looks at so many drawings, spread evenly over the file.
        photos: folder or zip with photo/CATEGORY/ID.jpg; the noise is then judged with a reference
            photo too, and the reliability can be measured.
        parts: of `PARTS`; all by default; "reliability" is left out without photos.
        estimators: the noise is told by these only; all by default.

    Raises:
        InputError: the encoder has no category head, or the data is not laid out so.
    """
    if sample < 1:
        raise InputError(f"A sample has at least one drawing, not {sample}.")
    unknown = sorted(set(parts) - set(PARTS))
    if unknown:
        raise InputError(f"There is no part {', '.join(unknown)}; known are {', '.join(PARTS)}.")
    strange = sorted(set(estimators) - set(Estimator))
    if strange:
        known = ", ".join(Estimator)
        raise InputError(f"There is no estimator {', '.join(strange)}; known are {known}.")
    if not isinstance(encoder, StrokewiseEncoder):
        raise InputError(f'The encoder "{encoder.name}" does not guess categories.')
    everything = held_out_drawings(data, encoder, skip, MIN_STROKES)
    drawings = _spread(everything, sample)
    gallery = {} if photos is None else photo_embeddings(photos_by_category(photos), encoder)
    wanted = [part for part in parts or PARTS if gallery or part != "reliability"]
    # Where there are photos, only drawings of their categories can be compared with one.
    seen = _spread([each for each in everything if each[0] in gallery], sample) or drawings
    chosen = [Estimator(each) for each in estimators or Estimator]
    run: dict[str, Callable[[Report], Metrics]] = {
        "faithfulness": lambda tell: faithfulness(drawings, encoder, tell),
        "noise": lambda tell: noise(seen, everything, encoder, gallery, tell, chosen),
        "reliability": lambda tell: reliability(seen, encoder, gallery, tell),
        "attack": lambda tell: attack(drawings, encoder, tell),
    }
    metrics: Metrics = {}
    for done, part in enumerate(wanted):

        def tell(fraction: float, text: str, done: int = done) -> None:
            report((done + fraction) / len(wanted), text)

        metrics.update(run[part](tell))
    return {
        "data": str(data),
        "n": len(drawings),
        "metrics": metrics,
        "categories": {},
        "encoder": encoder.fingerprint,
    }


def faithfulness(drawings: Sequence[Drawing], encoder: StrokewiseEncoder, tell: Report) -> Metrics:
    """Mean areas under the deletion and insertion curves of p(category), by estimator.

    Besides the estimators (all at one seed), strokes in random order and the longest first.
    """
    areas: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for done, (category, strokes) in enumerate(drawings):
        tell(done / len(drawings), "faithfulness")
        framed = frame_strokes(strokes)
        units = whole_strokes(framed.lines)
        target = CategoryLogProbability(encoder, encoder.category_names.index(category))
        random = np.random.default_rng(seed_of(category, done))
        scores = {
            "random": random.random(units.count),
            "longest": np.array([polyline_length(line) for line in framed.lines]),
            **{
                str(each): finish(estimate(units, target, each, 0))
                for each in Estimator
                if each is not Estimator.LEARNED  # it says what belongs, not what helps
            },
        }
        for name, given in scores.items():
            order = np.argsort(-given, kind="stable")
            deleted, inserted = finish(probability_curves(units, target, order))
            areas[name].append((area_under(deleted), area_under(inserted)))
    metrics: Metrics = {}
    for name, found in areas.items():
        deletion, insertion = np.mean(found, 0).tolist()
        metrics |= {f"deletion_auc_{name}": deletion, f"insertion_auc_{name}": insertion}
    default = str(Estimator.REMOVAL)
    return {
        "deletion_auc": metrics[f"deletion_auc_{default}"],
        "insertion_auc": metrics[f"insertion_auc_{default}"],
        **metrics,
    }


def _spread(drawings: Sequence[Drawing], count: int) -> list[Drawing]:
    """At most `count` of them, at equal distances."""
    if len(drawings) <= count:
        return list(drawings)
    return [drawings[i * len(drawings) // count] for i in range(count)]


def reliability(
    drawings: Sequence[Drawing],
    encoder: StrokewiseEncoder,
    gallery: dict[str, torch.Tensor],
    tell: Report,
) -> Metrics:
    """mAP over all photos, for all drawings and for those of high and of low Corr (Table 1).

    Corr is what a user would see: of the attribution of the similarity to the best hit.
    """
    names = sorted(gallery)
    photos = torch.cat([gallery[name] for name in names])
    labels = np.repeat(names, [len(gallery[name]) for name in names])
    wanted = [(category, strokes) for category, strokes in drawings if category in gallery]
    if not wanted:
        raise InputError("The photos are of none of the drawings' categories.")
    found: list[tuple[float, float]] = []
    for done, (category, strokes) in enumerate(wanted):
        tell(done / len(wanted), "reliability")
        units = whole_strokes(frame_strokes(strokes).lines)
        scores = sketch_embedding(units.lines, encoder) @ photos.T
        target = photo_similarity(encoder, photos[int(scores.argmax())])
        corr = order_correlation(finish(estimate(units, target, Estimator.REMOVAL, 0)))
        relevant = (labels == category)[ranking(scores[None].numpy())[0]]
        found.append(
            (float(average_precision(relevant[None])[0]), np.nan if corr is None else corr)
        )
    precision, corrs = np.array(found).T
    groups = {"high": corrs >= CORR_HIGH, "low": corrs <= CORR_LOW}
    metrics: Metrics = {"map_all": float(precision.mean()), "n_map": float(len(found))}
    for name, group in groups.items():
        metrics[f"n_corr_{name}"] = float(group.sum())
        if group.any():
            metrics[f"map_all_corr_{name}"] = float(precision[group].mean())
    return metrics


def attack(drawings: Sequence[Drawing], encoder: StrokewiseEncoder, tell: Report) -> Metrics:
    """Accuracy of the guess before and after each attack with the true label (Table 3)."""
    right: dict[str, list[bool]] = defaultdict(list)
    for done, (category, strokes) in enumerate(drawings):
        tell(done / len(drawings), "attack")
        framed = frame_strokes(strokes)
        label = encoder.category_names.index(category)
        is_right = Look(framed, encoder).top(1)[0].name == category
        right["accuracy"].append(is_right)
        for method, search in (("sla", short_stroke), ("psla", few_points)):
            for epsilon in EPSILONS:
                fooled = is_right and finish(search(framed, encoder, label, epsilon)) is not None
                right[f"accuracy_{method}_{epsilon}"].append(is_right and not fooled)
    return {name: float(np.mean(found)) for name, found in right.items()}
