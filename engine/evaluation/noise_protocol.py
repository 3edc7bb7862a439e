"""How well scores tell strokes that do not belong, and what cleaning does about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
import torch

from engine.attribution.cleaning import DELTA, better_without, candidates, judged_by_both
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import estimate
from engine.attribution.messages import Estimator, Method
from engine.attribution.resolve import guess_labels, sketch_embedding
from engine.attribution.targets import CategoryLogProbability, Target, photo_similarity
from engine.attribution.units import whole_strokes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.evaluation.drawings import Drawing, seed_of
from engine.evaluation.noise import auroc, with_noise
from engine.evaluation.run import finish

Report = Callable[[float, str], None]
Metrics = dict[str, float]

NOISE_ESTIMATORS = {
    "label": (Estimator.SAMPLED, Estimator.REMOVAL, Estimator.GRADIENT),
    "guess": (Estimator.REMOVAL, Estimator.GRADIENT),
    "photo": (Estimator.SAMPLED, Estimator.REMOVAL, Estimator.GRADIENT),
    "both": (Estimator.SAMPLED,),
}
"""What each target is scored with; the plain gradient is the paper's."""


def noise(
    drawings: Sequence[Drawing],
    others: Sequence[Drawing],
    encoder: StrokewiseEncoder,
    gallery: dict[str, torch.Tensor],
    tell: Report,
) -> Metrics:
    """Strokes of other drawings put in: AUROC of telling them, and what cleaning does.

    Judged by the category ("label": the user names it), by what the noisy drawing looks like
    ("guess"), by a reference photo of the category where there are photos (eq. 7, "photo"), and by
    the photo and the category that both agree on ("both", what cleaning does). AUROC is the mean
    over drawings. What is cleaned by "both" retrieves the reference photo among those of its
    category, before and after (Acc@1).
    """
    found: dict[str, list[float]] = defaultdict(list)
    for done, drawing in enumerate(drawings):
        tell(done / len(drawings), "noise")
        category = drawing[0]
        random = np.random.default_rng(seed_of("noise", category, done))
        noisy = with_noise(drawing, others, random)
        framed = frame_strokes(noisy.strokes)
        guessed = guess_labels(framed, encoder, 1)[0].name
        units = whole_strokes(framed.lines)
        targets: dict[str, Target] = {
            name: CategoryLogProbability(encoder, encoder.category_names.index(label))
            for name, label in (("label", category), ("guess", guessed))
        }
        photos = gallery.get(category)
        which = int(random.integers(len(photos))) if photos is not None else 0
        if photos is not None:
            similarity = photo_similarity(encoder, photos[which])
            targets["photo"] = similarity
            both = finish(judged_by_both(units, similarity, photos[which], encoder, 0))
            if both is not similarity:
                targets["both"] = both
        for name, target in targets.items():
            for each in NOISE_ESTIMATORS[name]:
                scores = finish(estimate(units, target, each, 0))
                found[f"auroc_noise_{name}_{each}"].append(auroc(-scores, noisy.is_noise))
                if each is not Estimator.SAMPLED or name == "guess":
                    continue
                worst = candidates(scores, DELTA[Method.SLA])
                stays = finish(better_without(units, target, worst)) > 0
                found[f"noise_removed_{name}"].append(float((~stays)[noisy.is_noise].sum()))
                found[f"original_lost_{name}"].append(float((~stays)[~noisy.is_noise].sum()))
                if photos is not None and name == "both":
                    for when, kept in (("before", stays | True), ("after", stays)):
                        left = [line for line, keep in zip(framed.lines, kept, strict=True) if keep]
                        rank = (sketch_embedding(left, encoder) @ photos.T).argsort(descending=True)
                        found[f"acc_1_{when}"].append(float(int(rank[0]) == which))
        for name in targets:
            found[f"n_noise_{name}"].append(float(noisy.is_noise.sum()))
            found[f"n_original_{name}"].append(float((~noisy.is_noise).sum()))
    return _noise_metrics(found)


def _noise_metrics(found: dict[str, list[float]]) -> Metrics:
    """Means over drawings for AUROC and Acc@1, shares of all strokes for what cleaning removed."""
    metrics: Metrics = {}
    for name, values in found.items():
        kind, _, target = name.rpartition("_")
        if kind in ("noise_removed", "original_lost"):
            of = "n_noise" if kind == "noise_removed" else "n_original"
            metrics[name] = sum(values) / sum(found[f"{of}_{target}"])
        elif kind not in ("n_noise", "n_original"):
            metrics[name] = float(np.mean(values))
    return metrics
