"""Prompts and LayerNorms learned for one modality, on a frozen vision transformer.

`clip_for_sbir` sections 3 and 4: K vectors join patch and class tokens at the first layer, as
[E_0, c_0, v], and every layer norm has gains and biases of its own; all else stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import nn
from torch.func import functional_call

from engine.encoders.open_clip_saliency import has_class_attention
from engine.errors import InputError

PROMPTS = "prompts"
_INITIAL_STD = 0.02
Branch = Mapping[str, torch.Tensor]
"""What one modality learned: "prompts" (K, d), and the tower's layer norms by parameter name."""


class PromptedTower(nn.Module):
    """An image tower of open_clip that takes a `Branch` at every call.

    Args:
        tower: a vision transformer with a class token; used as it is, not copied.

    Raises:
        InputError: it is none.
    """

    def __init__(self, tower: Any) -> None:
        super().__init__()
        if not has_class_attention(tower):
            raise InputError("Prompts can be learned for CLIP's vision transformers only.")
        self._walk = _Walk(tower)

    @property
    def width(self) -> int:
        """d: numbers of a token."""
        return int(self._walk.tower.conv1.out_channels)

    def norm_parameters(self) -> Iterator[tuple[str, nn.Parameter]]:
        """Gain and bias of every layer norm of the tower, by name."""
        for name, module in self._walk.tower.named_modules():
            if isinstance(module, nn.LayerNorm):
                for part, parameter in module.named_parameters(recurse=False):
                    yield f"{name}.{part}", parameter

    def new_branch(self, prompts: int, seed: int, *, norms: bool = True) -> dict[str, torch.Tensor]:
        """What a modality begins with: small random prompts and, with `norms`, the tower's own."""
        generator = torch.Generator().manual_seed(seed)
        start = _INITIAL_STD * torch.randn(prompts, self.width, generator=generator)
        own = {name: p.detach().clone() for name, p in self.norm_parameters()} if norms else {}
        return {PROMPTS: start.to(self._walk.tower.conv1.weight.device), **own}

    def check(self, branch: Branch) -> None:
        """Whether a branch was learned for such a tower.

        Raises:
            InputError: it was not.
        """
        norms = {name: parameter.shape for name, parameter in self.norm_parameters()}
        for name, tensor in branch.items():
            fits = (
                tensor.ndim == 2 and tensor.shape[1] == self.width
                if name == PROMPTS
                else tensor.shape == norms.get(name)
            )
            if not fits:
                raise InputError(f"The prompts do not fit this encoder: {name} is another's.")
        if PROMPTS not in branch:
            raise InputError("The file holds no prompts.")

    def forward(self, images: torch.Tensor, branch: Branch) -> torch.Tensor:
        """(B, D) embeddings, not normalised, of (B, 3, S, S) normalised images."""
        norms = {f"tower.{name}": value for name, value in branch.items() if name != PROMPTS}
        result: torch.Tensor = functional_call(self._walk, norms, (images, branch[PROMPTS]))
        return result


class _Walk(nn.Module):
    """The tower's forward pass with prompts between class token and patches.

    A transformer does not know the order of its tokens but by their positional embeddings, which
    are in them already; so it does not matter where among them the prompts stand.
    """

    def __init__(self, tower: Any) -> None:
        super().__init__()
        self.tower = tower

    def forward(self, images: torch.Tensor, prompts: torch.Tensor) -> torch.Tensor:
        tower = self.tower
        tokens = tower._embeds(images)
        many = prompts.to(tokens.dtype).expand(len(tokens), -1, -1)
        tokens = torch.cat([tokens[:, :1], many, tokens[:, 1:]], 1)
        tokens = tower.transformer(tokens)
        tokens = torch.cat([tokens[:, :1], tokens[:, 1 + len(prompts) :]], 1)
        pooled: torch.Tensor = tower._pool(tokens)[0]
        return pooled if tower.proj is None else pooled @ tower.proj


def parameter_count(
    width: int, layers: int, prompts: int, branches: int, *, norms: bool = True
) -> int:
    """How many numbers are learned: each branch K d, and with `norms` 2 d (2 L + 2).

    Two layer norms in each of L layers, one before and one after them, each with gain and bias.
    """
    return branches * (prompts * width + (2 * width * (2 * layers + 2) if norms else 0))
