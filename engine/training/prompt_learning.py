"""Learning prompts and layer norms on a frozen CLIP (`clip_for_sbir` sections 4 and 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn.functional import normalize

from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.prompted import COMMON, PHOTO, SKETCH
from engine.encoders.prompted_tower import PromptedTower
from engine.evaluation.image_tree import LabelledImage
from engine.training.prompt_losses import (
    MARGIN,
    classification_loss,
    divergence_loss,
    relative_distance,
    shuffle_patches,
    shuffling_loss,
    triplet_loss,
    two_orders,
)
from engine.training.prompt_pairs import Batch, Pairs

TEMPLATE = "a photo of a {}"


@dataclass(frozen=True)
class PromptRecipe:
    """How to learn; the defaults are the paper's (section 6, implementation details).

    Attributes:
        fine_grained: one common branch, hard triplets within the category, and the losses of
            section 5; else one branch for each modality and triplets across categories.
        prompts: K.
        norms: whether the layer norms are learned as well.
        classification: lambda_1 and lambda_2, of the classification through the text encoder.
        divergence: lambda_3, of the f-divergence over categories; fine-grained only.
        shuffling: lambda_4, of the patch shuffling; fine-grained only.
        patches: n of the patch shuffling.
        instances: photos of each category in a fine-grained batch.
        epochs: times that every sketch is seen, on average.
    """

    fine_grained: bool = False
    prompts: int = 3
    norms: bool = True
    classification: float = 0.5
    divergence: float = 0.1
    shuffling: float = 1.0
    margin: float = MARGIN
    patches: int = 2
    instances: int = 4
    batch: int = 64
    rate: float = 1e-5
    epochs: float = 60
    seed: int = 0

    def without(self, part: str) -> PromptRecipe:
        """Without "norms", "classification", "divergence" or "shuffling"."""
        return replace(self, **{part: False if part == "norms" else 0.0})  # type: ignore[arg-type]


class PromptLearner:
    """The learned tensors of one recipe, and the steps that change them.

    Args:
        encoder: frozen; nothing of it changes.
        images: sketches and photos of the seen categories.
        recipe: see `PromptRecipe`.

    Raises:
        InputError: the encoder is no vision transformer, or the data lacks something.
    """

    def __init__(
        self, encoder: OpenClipEncoder, images: Sequence[LabelledImage], recipe: PromptRecipe
    ) -> None:
        self._encoder = encoder
        self._recipe = recipe
        self._pairs = Pairs(images, encoder.input_size)
        self._tower = PromptedTower(encoder.tower)
        names = (COMMON,) if recipe.fine_grained else (SKETCH, PHOTO)
        self.branches = {
            name: {
                key: tensor.requires_grad_(True)
                for key, tensor in self._tower.new_branch(
                    recipe.prompts, recipe.seed + i, norms=recipe.norms
                ).items()
            }
            for i, name in enumerate(names)
        }
        texts = [TEMPLATE.format(name.replace("_", " ")) for name in self._pairs.categories]
        self._texts = encoder.encode_text(texts)
        self._random = np.random.default_rng(recipe.seed)
        self._generator = torch.Generator().manual_seed(recipe.seed)
        self._optimiser = torch.optim.Adam(self.parameters(), lr=recipe.rate)

    @property
    def steps(self) -> int:
        """Of the whole recipe."""
        return max(1, round(self._recipe.epochs * len(self._pairs.sketches) / self._recipe.batch))

    def parameters(self) -> list[torch.Tensor]:
        """All that is learned."""
        return [tensor for branch in self.branches.values() for tensor in branch.values()]

    def step(self) -> dict[str, float]:
        """One batch; returns the terms of the objective, unweighted."""
        recipe = self._recipe
        if recipe.fine_grained:
            batch = self._pairs.draw_instances(recipe.batch, recipe.instances, self._random)
            terms, weights = self._fine_terms(batch)
        else:
            batch = self._pairs.draw(recipe.batch, 1, self._random)
            terms, weights = self._category_terms(batch)
        loss = torch.stack([weights[name] * term for name, term in terms.items()]).sum()
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        return {name: float(term.detach()) for name, term in terms.items()}

    def run(self, report: Callable[[int, int, dict[str, float]], None]) -> None:
        """All steps; `report` is told which of how many, and the terms."""
        for step in range(self.steps):
            report(step + 1, self.steps, self.step())

    def _category_terms(self, batch: Batch) -> tuple[dict[str, torch.Tensor], dict[str, float]]:
        """Section 4: L_Tri + lambda_1 (L_cls^p + L_cls^s)."""
        sketches, photos = self._embed_batch(batch)
        # Every category once: the photo of another one is the negative.
        shift = int(self._random.integers(1, len(photos)))
        delta = relative_distance(sketches, photos, photos.roll(shift, 0))
        terms = {"triplet": triplet_loss(delta, self._recipe.margin)}
        self._add_classification(terms, sketches, photos, batch)
        return terms, self._weights()

    def _fine_terms(self, batch: Batch) -> tuple[dict[str, torch.Tensor], dict[str, float]]:
        """Section 5: L_Tri^hard + lambda_2 L_cls + lambda_3 L_delta + lambda_4 L_PS."""
        recipe = self._recipe
        sketches, photos = self._embed_batch(batch)
        delta = self._hard_distances(sketches, photos, batch.per_category)
        terms = {"triplet": triplet_loss(delta, recipe.margin)}
        self._add_classification(terms, sketches, photos, batch)
        if recipe.divergence:
            terms["divergence"] = divergence_loss(delta)
        if recipe.shuffling:
            terms["shuffling"] = self._shuffling(batch)
        return terms, self._weights()

    @staticmethod
    def _hard_distances(
        sketches: torch.Tensor, photos: torch.Tensor, per_category: int
    ) -> torch.Tensor:
        """(C, m (m - 1)): every sketch's own photo against each other one of its category."""
        own = sketches.view(-1, per_category, sketches.shape[1])
        seen = photos.view(-1, per_category, photos.shape[1])
        delta = relative_distance(own[:, :, None], seen[:, :, None], seen[:, None])
        others = ~torch.eye(per_category, dtype=torch.bool, device=delta.device)
        return delta[:, others]

    def _shuffling(self, batch: Batch) -> torch.Tensor:
        recipe = self._recipe
        sketches, photos = self._images(batch)
        one, two = two_orders(len(sketches), recipe.patches, self._generator)
        one, two = one.to(sketches.device), two.to(sketches.device)
        return shuffling_loss(
            self._embed(shuffle_patches(sketches, one, recipe.patches), SKETCH),
            self._embed(shuffle_patches(photos, one, recipe.patches), PHOTO),
            self._embed(shuffle_patches(photos, two, recipe.patches), PHOTO),
            recipe.margin,
        )

    def _add_classification(
        self,
        terms: dict[str, torch.Tensor],
        sketches: torch.Tensor,
        photos: torch.Tensor,
        batch: Batch,
    ) -> None:
        if self._recipe.classification:
            target = torch.from_numpy(batch.category).to(sketches.device)
            scale = self._encoder.logit_scale
            terms["classification"] = sum(
                (
                    classification_loss(each, self._texts, target, scale)
                    for each in (sketches, photos)
                ),
                start=torch.zeros((), device=sketches.device),
            )

    def _weights(self) -> dict[str, float]:
        recipe = self._recipe
        return {
            "triplet": 1.0,
            "classification": recipe.classification,
            "divergence": recipe.divergence,
            "shuffling": recipe.shuffling,
        }

    def _embed_batch(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        sketches, photos = self._images(batch)
        return self._embed(sketches, SKETCH), self._embed(photos, PHOTO)

    def _images(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        pairs, device = self._pairs, self._encoder.device
        sketches = pairs.pixels([pairs.sketches[row] for row in batch.sketch])
        photos = pairs.pixels([pairs.photos[row] for row in batch.photo])
        return sketches.to(device), photos.to(device)

    def _embed(self, images: torch.Tensor, modality: str) -> torch.Tensor:
        branch = self.branches.get(modality) or self.branches[COMMON]
        return normalize(self._tower(self._encoder.normalised(images), branch), dim=1)
