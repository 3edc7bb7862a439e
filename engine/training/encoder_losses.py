"""The objectives of the bundled encoder, on embeddings of one batch."""

from __future__ import annotations

import torch
from torch.nn import functional


def pair_loss(
    sketches: torch.Tensor,
    photos: torch.Tensor,
    partner: torch.Tensor,
    temperature: float,
    rivals: torch.Tensor | None = None,
) -> torch.Tensor:
    """InfoNCE of pairs (photo-sketch correspondence, eq. 1): which photo was drawn?

    Args:
        sketches: (M, D) unit vectors.
        photos: (N, D) unit vectors.
        partner: (M,) index of each sketch's photo.
        temperature: tau.
        rivals: (M, N) bool, which photos count; within one category these are the hard triplets
            of clip_for_sbir section 4.2 in soft form. All by default.
    """
    logits = sketches @ photos.T / temperature
    if rivals is not None:
        logits = logits.masked_fill(~rivals, -torch.inf)
    return functional.cross_entropy(logits, partner)


def soft_match_loss(
    queries: torch.Tensor, keys: torch.Tensor, targets: torch.Tensor, temperature: float
) -> torch.Tensor:
    """Cross entropy of the similarities' softmax against given distributions.

    Args:
        queries: (M, D) unit vectors.
        keys: (N, D) unit vectors.
        targets: (M, N); rows sum to 1, or to 0 where a query has no say.
        temperature: tau.
    """
    logits = queries @ keys.T / temperature
    says = targets.sum(1) > 0
    losses = -(targets * logits.log_softmax(1)).sum(1)
    return losses[says].mean() if says.any() else logits.sum() * 0


def class_targets(queries: torch.Tensor, keys: torch.Tensor) -> torch.Tensor:
    """(M, N) uniform over the keys of the query's class; rows without any are 0.

    Args:
        queries: (M,) class numbers.
        keys: (N,) class numbers.
    """
    same = (queries[:, None] == keys[None]).float()
    return same / same.sum(1, keepdim=True).clamp_min(1)


def teacher_targets(
    queries: torch.Tensor, keys: torch.Tensor, temperature: float = 0.1
) -> torch.Tensor:
    """(M, N) softmax of the teacher's own similarities between centred (., D) unit features."""
    return (queries @ keys.T / temperature).softmax(1)


def imitation_loss(logits: torch.Tensor, probabilities: torch.Tensor) -> torch.Tensor:
    """KL divergence of the teacher's distribution from the softmax of `logits`, (N, C) both."""
    return functional.kl_div(logits.log_softmax(1), probabilities, reduction="batchmean")
