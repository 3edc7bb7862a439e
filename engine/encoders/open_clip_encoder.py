"""Any open_clip model behind the encoder interface."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import torch
from torch.nn.functional import normalize

from engine.encoders.base import Features
from engine.encoders.open_clip_model import Architecture
from engine.encoders.open_clip_saliency import stretched
from engine.encoders.open_clip_towers import wrap_tower
from engine.errors import InputError


class OpenClipEncoder:
    """A frozen open_clip model. See `engine.encoders.base.Encoder` and `text.TextEncoder`.

    Stages are "layer1", "layer2", ..., counted as CLIPasso counts them; see `open_clip_towers`.

    Args:
        model: from `open_clip_model.load_weights`; the encoder takes it over.
        architecture: what `model` was built from.
        weights_sha256: of the file its weights came from.
        device: where it is to work.
    """

    # CLIP was trained on drawings of all kinds, too (CLIPasso sec. 3.1).
    line_drawing_share = 0.0

    semantic_dimensions = None

    def __init__(
        self,
        model: Any,
        architecture: Architecture,
        weights_sha256: str,
        device: torch.device,
    ) -> None:
        self.name = str(architecture.name)
        self.fingerprint = _fingerprint(architecture, weights_sha256)
        # Attention pooling and position embeddings are made for one size.
        size = architecture.preprocess.size
        self.input_size = self.canvas_size = self.coarse_canvas_size = size
        self.device = device
        self._architecture = architecture
        _merge_branches(model.visual)
        self._model = model.eval().requires_grad_(False).to(device)
        # Convolutions are faster so; it changes no result and means nothing to the other layers.
        self._model.visual.to(memory_format=torch.channels_last)
        self._tower = wrap_tower(self._model.visual)
        self.stages = self._tower.stages
        self.geometric_stages = tuple(self.stages[index] for index in self._tower.geometric)
        self.logit_scale = float(self._model.logit_scale.exp())
        self._mean = torch.tensor(architecture.preprocess.mean, device=device).view(3, 1, 1)
        self._std = torch.tensor(architecture.preprocess.std, device=device).view(3, 1, 1)

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings of (B, 3, S, S) RGB images in [0, 1]."""
        return normalize(self._model.encode_image(self.normalised(images)), dim=1)

    def feature_maps(
        self, images: torch.Tensor, stages: tuple[str, ...] = ()
    ) -> dict[str, torch.Tensor]:
        """Maps of `stages` (default: `geometric_stages`), computing no deeper than needed."""
        wanted = stages or self.geometric_stages
        return self._walk(images, wanted, to_the_end=False)[0]

    def encode(self, images: torch.Tensor, stages: tuple[str, ...] = ()) -> Features:
        """Maps of `stages` (default: `geometric_stages`) and the embedding, in one pass."""
        maps, embedding = self._walk(images, stages or self.geometric_stages, to_the_end=True)
        return Features(maps, normalize(embedding, dim=1))

    def saliency(self, image: torch.Tensor) -> torch.Tensor:
        """(S, S) relevancy in [0, 1] of one (1, 3, S, S) image: where the encoder looks.

        Of a vision transformer the attention of its class token (CLIPasso, supplement A), of any
        other tower the gradient at its deepest geometric stage.
        """
        relevancy = self._tower.relevancy(self.normalised(image))
        return stretched(relevancy, self.input_size)[0, 0]

    def encode_text(self, texts: Sequence[str]) -> torch.Tensor:
        """(N, D) L2-normalised embeddings of N texts.

        Raises:
            InputError: this model's words need a tokeniser that open_clip does not bring along.
        """
        with torch.no_grad():
            tokens = self._tokenise(list(texts)).to(self.device)
            return normalize(self._model.encode_text(tokens), dim=1)

    @cached_property
    def _tokenise(self) -> Any:
        import open_clip

        if self._architecture.needs_foreign_tokeniser:
            raise InputError(f"{self.name} can be asked with images only, not with words.")
        return open_clip.get_tokenizer(self._architecture.name.model)

    @property
    def tower(self) -> Any:
        """Open_clip's image tower."""
        return self._model.visual

    def normalised(self, images: torch.Tensor) -> torch.Tensor:
        """Images in [0, 1] as the tower wants them."""
        return (images - self._mean) / self._std

    def _walk(
        self, images: torch.Tensor, wanted: tuple[str, ...], *, to_the_end: bool
    ) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
        """The wanted stages' maps and the raw embedding (empty unless `to_the_end`)."""
        unknown = sorted(set(wanted) - set(self.stages))
        if unknown:
            raise ValueError(f"no such stages: {unknown}; there are {self.stages}")
        indices = sorted({self.stages.index(stage) for stage in wanted})
        found, embedding = self._tower.walk(self.normalised(images), indices, to_the_end=to_the_end)
        maps = {self.stages[index]: m for index, m in zip(indices, found, strict=True)}
        return {stage: maps[stage] for stage in wanted}, embedding


def _merge_branches(tower: Any) -> None:
    """Make one convolution of the parallel ones that some networks have for their training.

    The result is the same; MobileCLIP's forward and backward pass take two thirds of the time.
    """
    trunk = getattr(tower, "trunk", None)
    if trunk is not None:
        from timm.utils.model import reparameterize_model

        tower.trunk = reparameterize_model(trunk, inplace=True)


def _fingerprint(architecture: Architecture, weights_sha256: str) -> str:
    recipe = hashlib.sha256(f"{weights_sha256}\n{architecture.description}".encode()).hexdigest()
    return f"{architecture.name}:{recipe[:16]}"
