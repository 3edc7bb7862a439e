"""How well scores tell strokes that do not belong, and what cleaning does about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.attribution.agreement import agreed_beliefs, category_beliefs
from engine.attribution.belonging import BelongingModel, load_belonging
from engine.attribution.cleaning import guard_of, judged_by_both, what_stays
from engine.attribution.framing import frame_strokes
from engine.attribution.jobs import estimate
from engine.attribution.look import Look
from engine.attribution.messages import Estimator, Method, best_delta
from engine.attribution.resolve import sketch_embedding
from engine.attribution.targets import CategoryLogProbability, Target, photo_similarity
from engine.attribution.units import Units, whole_strokes
from engine.encoders.prototypes import load_prototypes
from engine.encoders.strokewise import StrokewiseEncoder
from engine.evaluation.drawings import Drawing, seed_of
from engine.evaluation.noise import NoisyDrawing, auroc, with_noise
from engine.evaluation.run import finish
from engine.strokes import FloatArray
from engine.training.encoder_split import held_out

Report = Callable[[float, str], None]
Metrics = dict[str, float]

NOISE_ESTIMATORS = {
    "label": (Estimator.LEARNED, Estimator.SAMPLED, Estimator.REMOVAL, Estimator.GRADIENT),
    "guess": (Estimator.LEARNED, Estimator.REMOVAL, Estimator.GRADIENT),
    "photo": (Estimator.SAMPLED, Estimator.REMOVAL, Estimator.GRADIENT),
    "both": (Estimator.LEARNED, Estimator.SAMPLED),
}
"""What each target is scored with; the plain gradient is the paper's."""
CLEANED_BY = (Estimator.LEARNED, Estimator.SAMPLED)


def noise(
    drawings: Sequence[Drawing],
    others: Sequence[Drawing],
    encoder: StrokewiseEncoder,
    gallery: dict[str, torch.Tensor],
    tell: Report,
    estimators: Sequence[Estimator] = tuple(Estimator),
) -> Metrics:
    """Strokes of other drawings put in: AUROC of telling them, and what cleaning does.

    Judged by the category ("label": the user names it), by what the noisy drawing looks like
    ("guess"), by a reference photo of the category where there are photos (eq. 7, "photo"), and by
    the photo and the category that both agree on ("both", what cleaning does). AUROC is the mean
    over drawings, besides over those of categories that were kept out of the trunk's and the
    network's training ("new"). What is cleaned by "both" retrieves the reference photo among those
    of its category, before and after (Acc@1).

    Args:
        drawings: to put strokes in.
        others: to take them from.
        encoder: that judges.
        gallery: photos by category, (N, D) unit embeddings.
        tell: told how far it is.
        estimators: look at these only.
    """
    found: dict[str, list[float]] = defaultdict(list)
    new = held_out("quickdraw")
    model = load_belonging(encoder)
    for done, drawing in enumerate(drawings):
        tell(done / len(drawings), "noise")
        category = drawing[0]
        random = np.random.default_rng(seed_of("noise", category, done))
        noisy = with_noise(drawing, others, random)
        photos = gallery.get(category)
        which = int(random.integers(len(photos))) if photos is not None else 0
        photo = None if photos is None else photos[which]
        judges = _judges(noisy, encoder, photo, model)
        for name, judge in judges.items():
            for each in NOISE_ESTIMATORS[name]:
                if each not in estimators or (each is Estimator.LEARNED and model is None):
                    continue
                scores = judge.scores(each)
                area = auroc(-scores, noisy.is_noise)
                found[f"auroc_noise_{name}_{each}"].append(area)
                if category in new:
                    found[f"auroc_noise_new_{name}_{each}"].append(area)
                if each not in CLEANED_BY:
                    continue
                stays = judge.cleaned(scores, each)
                case = f"{name}_{each}"
                found[f"noise_removed_{case}"].append(float((~stays)[noisy.is_noise].sum()))
                found[f"original_lost_{case}"].append(float((~stays)[~noisy.is_noise].sum()))
                found[f"n_noise_{case}"].append(float(noisy.is_noise.sum()))
                found[f"n_original_{case}"].append(float((~noisy.is_noise).sum()))
                if photos is not None and name == "both":
                    for when, kept in (("before", stays | True), ("after", stays)):
                        lines = judge.units.lines
                        left = [line for line, keep in zip(lines, kept, strict=True) if keep]
                        rank = (sketch_embedding(left, encoder) @ photos.T).argsort(descending=True)
                        found[f"acc_1_{when}_{each}"].append(float(int(rank[0]) == which))
    return _noise_metrics(found)


@dataclass(frozen=True, eq=False)
class _Judge:
    """One way to judge the strokes of a noisy drawing."""

    encoder: StrokewiseEncoder
    units: Units
    target: Target
    beliefs: FloatArray
    model: BelongingModel | None

    def scores(self, estimator: Estimator) -> FloatArray:
        """(m,) of the strokes."""
        if estimator is Estimator.LEARNED:
            assert self.model is not None
            return self.model.log_odds(self.units.lines, self.beliefs)
        return finish(estimate(self.units, self.target, estimator, 0))

    def cleaned(self, scores: FloatArray, estimator: Estimator) -> np.ndarray:
        """(m,) bool, what stays."""
        is_learned = estimator is Estimator.LEARNED
        judge = guard_of(self.beliefs, self.encoder) if is_learned else self.target
        delta = best_delta(Method.SLA, estimator)
        kept: FloatArray = finish(
            what_stays(self.units, scores, judge, delta, is_learned=is_learned)
        )
        return kept > 0


def _judges(
    noisy: NoisyDrawing,
    encoder: StrokewiseEncoder,
    photo: torch.Tensor | None,
    model: BelongingModel | None,
) -> dict[str, _Judge]:
    """By the names of `NOISE_ESTIMATORS`; by both only where there are prototypes."""
    prototypes = load_prototypes(encoder)
    framed = frame_strokes(noisy.strokes)
    units = whole_strokes(framed.lines)
    beliefs = finish(category_beliefs(units, encoder, 0))
    (guess,) = Look(framed, encoder).top(1)
    column = encoder.category_names.index(noisy.category)
    named = np.eye(len(encoder.category_names))[column]

    def judge(target: Target, beliefs: FloatArray) -> _Judge:
        return _Judge(encoder, units, target, beliefs, model)

    looks_like = encoder.category_names.index(guess.name)
    judges = {
        "label": judge(CategoryLogProbability(encoder, column), named),
        "guess": judge(CategoryLogProbability(encoder, looks_like), beliefs),
    }
    if photo is not None:
        similarity = photo_similarity(encoder, photo)
        judges["photo"] = judge(similarity, beliefs)
        if prototypes is not None:
            agreed = agreed_beliefs(beliefs, prototypes, photo)
            judges["both"] = judge(judged_by_both(similarity, agreed, encoder), agreed)
    return judges


def _noise_metrics(found: dict[str, list[float]]) -> Metrics:
    """Means over drawings for AUROC and Acc@1, shares of all strokes for what cleaning removed."""
    metrics: Metrics = {}
    for name, values in found.items():
        for kind, of in (("noise_removed_", "n_noise_"), ("original_lost_", "n_original_")):
            if name.startswith(kind):
                metrics[name] = sum(values) / sum(found[of + name.removeprefix(kind)])
        if name.startswith(("auroc", "acc")):
            metrics[name] = float(np.mean(values))
    return metrics
