"""The objective of prompt learning, equation by equation (`clip_for_sbir` sections 4 and 5).

All embeddings are (N, D) unit vectors, so that d(a, b) = 1 - a . b (eq. 2) is the cosine distance.
"""

from __future__ import annotations

import torch
from torch.nn import functional

MARGIN = 0.3


def distance(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """(...) cosine distance of (..., D) vectors (below eq. 1)."""
    return 1 - functional.cosine_similarity(a, b, dim=-1)


def relative_distance(
    sketch: torch.Tensor, positive: torch.Tensor, negative: torch.Tensor
) -> torch.Tensor:
    """delta(s, p+, p-) = d(s, p+) - d(s, p-) of each triplet (section 5)."""
    return distance(sketch, positive) - distance(sketch, negative)


def triplet_loss(delta: torch.Tensor, margin: float = MARGIN) -> torch.Tensor:
    """Eq. 2: the mean of max(0, mu + d(s, p+) - d(s, p-)) over relative distances of any shape."""
    return functional.relu(margin + delta).mean()


def classification_loss(
    images: torch.Tensor, texts: torch.Tensor, target: torch.Tensor, logit_scale: float
) -> torch.Tensor:
    """Eq. 3: cross-entropy of the categories' texts, the cosines divided by tau = 1 / logit_scale.

    Args:
        images: (N, D).
        texts: (C, D), of "a photo of a [category]".
        target: (N,) right categories.
        logit_scale: CLIP's inverse temperature.
    """
    return functional.cross_entropy(logit_scale * images @ texts.T, target)


def divergence_loss(delta: torch.Tensor) -> torch.Tensor:
    """Eq. 4: the mean KL divergence of the categories' relative distances, pair by pair.

    D_c is the softmax over the relative distances of category c. Which triplet comes first means
    nothing, so each category's are put in order of size before they are compared.

    Args:
        delta: (C, N) relative distances of the same number of triplets in each of C categories.

    Returns:
        sum_i sum_j KL(D_i, D_j) / (C (C - 1)); 0 for a single category.
    """
    count = len(delta)
    if count < 2:
        return delta.sum() * 0
    log_d = functional.log_softmax(delta.sort(1).values, 1)
    d = log_d.exp()
    # sum_k D_i[k] (log D_i[k] - log D_j[k]) for all i, j at once.
    kl = (d * log_d).sum(1)[:, None] - d @ log_d.T
    return kl.sum() / (count * (count - 1))


def shuffling_loss(
    sketch_1: torch.Tensor, photo_1: torch.Tensor, photo_2: torch.Tensor, margin: float = MARGIN
) -> torch.Tensor:
    """Eq. 5: the sketch under a permutation is nearer to its photo under the same than another."""
    return triplet_loss(relative_distance(sketch_1, photo_1, photo_2), margin)


def shuffle_patches(images: torch.Tensor, order: torch.Tensor, n: int = 2) -> torch.Tensor:
    """psi(I, gamma): n x n patches of each image in another order.

    Args:
        images: (B, C, S, S) with S divisible by n.
        order: (B, n * n) permutations: place k shows patch order[k], counted row by row.
        n: patches along a side.
    """
    batch, channels, side, _ = images.shape
    part = side // n
    patches = images.reshape(batch, channels, n, part, n, part).permute(0, 2, 4, 1, 3, 5)
    patches = patches.reshape(batch, n * n, channels, part, part)
    index = order[:, :, None, None, None].expand_as(patches)
    shuffled = patches.gather(1, index).reshape(batch, n, n, channels, part, part)
    return shuffled.permute(0, 3, 1, 4, 2, 5).reshape(images.shape)


def two_orders(batch: int, n: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Two (B, n * n) random permutations that differ in every row."""
    places = n * n
    first = torch.stack([torch.randperm(places, generator=generator) for _ in range(batch)])
    second = first.clone()
    for row in range(batch):
        while bool((second[row] == first[row]).all()):
            second[row] = torch.randperm(places, generator=generator)
    return first, second
