"""Encode labelled images in batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch

from engine.encoders.base import Encoder, embed_sketches
from engine.evaluation.image_tree import LabelledImage, decode
from engine.evaluation.retrieval import Gallery

_BATCH = 32


def to_batch(pixels: np.ndarray, device: torch.device) -> torch.Tensor:
    """(N, S, S, 3) or grey (N, S, S) uint8 to (N, 3, S, S) in [0, 1] on `device`."""
    images = torch.from_numpy(np.ascontiguousarray(pixels)).to(device).float() / 255
    if images.ndim == 3:
        return images[:, None].expand(-1, 3, -1, -1)
    return images.permute(0, 3, 1, 2)


@torch.no_grad()
def embed_images(
    encoder: Encoder, images: Sequence[LabelledImage], advance: Callable[[int], None]
) -> Gallery:
    """Embeddings and labels of the images; `advance` is told how many more are done."""
    rows = []
    for start in range(0, len(images), _BATCH):
        part = images[start : start + _BATCH]
        batch = to_batch(decode(part, encoder.input_size), encoder.device)
        is_sketch = torch.tensor([image.modality == "sketch" for image in part])
        rows.append(_embed_each(encoder, batch, is_sketch).cpu().numpy())
        advance(len(part))
    return Gallery(np.concatenate(rows), [i.category for i in images], [i.instance for i in images])


def _embed_each(encoder: Encoder, batch: torch.Tensor, is_sketch: torch.Tensor) -> torch.Tensor:
    """(B, D) embeddings, drawings as drawings."""
    if is_sketch.all():
        return embed_sketches(encoder, batch)
    if not is_sketch.any():
        return encoder.embed(batch)
    embeddings = encoder.embed(batch)
    embeddings[is_sketch] = embed_sketches(encoder, batch[is_sketch])
    return embeddings
