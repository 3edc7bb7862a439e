"""Fine-grained retrieval, cross-validated: the encoder fine-tuned on the other folds' pairs.

Every pair is held out once, and its sketch is looked for by an embedding that learned from the
pairs of the other folds only (`engine.training.pairs`). What it is looked for among: photos of its
category, those held out with it first, then others at random up to the size of the gallery.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.encoders.base import Encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.evaluation.metrics import rank_of
from engine.evaluation.places import place_agreement, with_places
from engine.evaluation.retrieval import (
    confidence_intervals,
    means,
    means_by_category,
)
from engine.training.pairs import (
    PLAIN,
    PairFeatures,
    PairRecipe,
    embed,
    fit,
    pair_features,
    pairs_of,
)

Report = Callable[[float, str], None]


def evaluate_folds(
    data: Path,
    encoder: Encoder,
    report: Report,
    folds: int,
    categories: tuple[str, ...] = (),
    gallery_size: int | None = None,
    recipe: PairRecipe = PairRecipe(),  # noqa: B008 - frozen
) -> dict[str, Any]:
    """Acc@1 and Acc@5 within the category, before ("frozen") and after fine-tuning.

    Each by the embedding alone, and with places compared ("places"; `engine.retrieval.places`).

    Args:
        data: folder or zip with photo/CATEGORY/ID.jpg and sketch/CATEGORY/ID-K.png.
        encoder: the bundled one.
        report: told how far it is.
        folds: how many.
        categories: look at these only; all by default.
        gallery_size: photos to look among; None for all of the category.
        recipe: how it is learned.

    Raises:
        InputError: the encoder is another one, or there are too few pairs for the folds.
    """
    if not isinstance(encoder, StrokewiseEncoder):
        raise InputError("Folds are for the bundled encoder; see `engine.training.prompts`.")
    images = [i for i in labelled_images(data) if not categories or i.category in categories]
    pairs = pairs_of(images)
    names, counts = np.unique([sketch.category for sketch, _ in pairs], return_counts=True)
    if not 2 <= folds <= counts.min():
        raise InputError(f"There must be 2 to {counts.min()} folds, not {folds}.")
    instances = np.array([photo.instance for _, photo in pairs])
    features = pair_features(encoder, pairs, lambda done: report(0.6 * done, "encoding"))
    fold_of = assign_folds(features.category, instances, folds, recipe.seed)
    values: dict[str, NDArray[np.float64]] = {
        f"{metric}{when}": np.full(len(pairs), np.nan)
        for metric in ("acc_1", "acc_5")
        for when in ("", "_frozen", "_places", "_frozen_places")
    }
    report(0.6, "comparing places")
    agreed = {name: _agreed(encoder, pairs, name) for name in names}
    galleries: dict[str, int] = {}
    for fold in range(folds):
        report(0.7 + 0.3 * fold / folds, f"learning fold {fold + 1} of {folds}")
        learned = fit(encoder.embedding_head, _rows(features, fold_of != fold), recipe)
        for when, head in (("", learned), ("_frozen", encoder.embedding_head)):
            sketches = embed(head, features.sketch[:, PLAIN])
            photos = embed(head, features.photo[:, PLAIN])
            for name in names:
                mine = features.category == name
                held_out = fold_of[mine] == fold
                cosines = sketches[mine] @ photos[mine].T
                ranks, size = _ranks(cosines, agreed[name], instances[mine], held_out, gallery_size)
                galleries[name] = max(size, galleries.get(name, 0))
                for column, how in enumerate(("", "_places")):
                    for metric, best in (("acc_1", 1), ("acc_5", 5)):
                        found = ranks[:, column] < best
                        values[metric + when + how][np.flatnonzero(mine)[held_out]] = found
    return {
        "data": str(data),
        "n": len(pairs),
        "folds": folds,
        "galleries": galleries,
        "metrics": means(values),
        "confidence": confidence_intervals(values),
        "categories": means_by_category(values, features.category.tolist()),
        "encoder": encoder.fingerprint,
    }


def _agreed(
    encoder: StrokewiseEncoder, pairs: Sequence[tuple[LabelledImage, LabelledImage]], name: str
) -> NDArray[np.float32]:
    """(N, N) `place_agreement` of the sketches and photos of a category's pairs."""
    mine = [pair for pair in pairs if pair[0].category == name]
    sketches, photos = [pair[0] for pair in mine], [pair[1] for pair in mine]
    return place_agreement(encoder, sketches, photos, lambda _: None)


def assign_folds(
    category: NDArray[np.str_], instances: NDArray[np.str_], folds: int, seed: int
) -> NDArray[np.int64]:
    """(N,) fold of each pair: as many of each category in each; sketches of a photo together."""
    random = np.random.default_rng(seed)
    fold_of = np.zeros(len(category), np.int64)
    for name in np.unique(category):
        photos = random.permutation(np.unique(instances[category == name]))
        for i, photo in enumerate(photos):
            fold_of[instances == photo] = i % folds
    return fold_of


def _ranks(
    cosines: NDArray[np.float32],
    agreed: NDArray[np.float32],
    instances: NDArray[np.str_],
    held_out: NDArray[np.bool_],
    size: int | None,
) -> tuple[NDArray[np.float64], int]:
    """(Q, 2) photos before the own one of each held-out sketch, and how many it was among.

    Args:
        cosines, agreed: (N, N) of the sketches and photos of one category's pairs.
        instances: (N,) what each pair shows.
        held_out: (N,) whether it is.
        size: of the gallery.

    Returns:
        By the embedding alone, and with places compared.
    """
    held, first = np.unique(instances[held_out], return_index=True)
    own_rows = np.flatnonzero(held_out)[first]
    others, first = np.unique(instances[~held_out], return_index=True)
    other_rows = np.flatnonzero(~held_out)[first]
    wanted = len(others) if size is None else min(max(size - len(held), 0), len(others))
    ranks = []
    for row in np.flatnonzero(held_out):
        random = np.random.default_rng(int(row))
        gallery = np.concatenate([own_rows, random.choice(other_rows, wanted, replace=False)])
        scores = cosines[row, gallery][None]
        both = np.concatenate([scores, with_places(scores, agreed[row, gallery][None])])
        target = int(np.searchsorted(held, instances[row]))
        ranks.append(rank_of(both, np.full(2, target)))
    return np.array(ranks), len(held) + wanted


def _rows(features: PairFeatures, which: NDArray[np.bool_]) -> PairFeatures:
    return PairFeatures(features.sketch[which], features.photo[which], features.category[which])
