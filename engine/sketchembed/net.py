"""The network: a Conv4 encoder and a HyperLSTM decoder (section 3, figure 1).

Reduced against section 4.1 so that it trains on a processor in about an hour: see `Sizes`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple

import torch
from torch import nn

from engine.sketchembed.hyper_lstm import HyperLSTM, Inputs, State
from engine.sketchembed.mixture import OUTPUTS, Mixture, mixture

PEN_INPUTS = 6
"""A stroke-5 row, and 1 where the picture shows only the beginning of what is to be drawn."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is; in brackets the paper's.

    Attributes:
        filters: of the four blocks (64 each).
        latent: D, the SketchEmbedding (256).
        hidden: H of the HyperLSTM (1024).
        hyper: hidden units of its small LSTM (256 in *HyperNetworks*; not stated here).
        embedding: per gate, from which the scales are made (64).
    """

    filters: tuple[int, int, int, int] = (32, 64, 96, 128)
    latent: int = 256
    hidden: int = 256
    hyper: int = 64
    embedding: int = 16


class Gaussian(NamedTuple):
    """The SketchEmbedding's distribution: mean and log sigma, (B, D) each."""

    mean: torch.Tensor
    log_sigma: torch.Tensor

    def sample(self, generator: torch.Generator | None = None) -> torch.Tensor:
        """One z (B, D) for each, differentiable in mean and sigma."""
        noise = torch.empty_like(self.mean).normal_(generator=generator)
        return self.mean + noise * torch.exp(self.log_sigma)


class Conv4(nn.Module):
    """Four blocks of 3 x 3 convolution, 2 x 2 pooling, batch normalisation and ReLU.

    Vinyals et al. 2016 pool last; as ReLU is monotone and the normalisation is by channel, pooling
    first gives the same kind of network for half the time. Odd sides are rounded up, so 28 x 28
    ends as 2 x 2.
    """

    def __init__(self, filters: tuple[int, ...]) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for before, after in zip((1, *filters), filters, strict=False):
            layers += [
                nn.Conv2d(before, after, 3, padding=1, bias=False),
                nn.MaxPool2d(2, ceil_mode=True),
                nn.BatchNorm2d(after),
                nn.ReLU(),
            ]
        self.blocks = nn.Sequential(*layers)
        self.features = 4 * filters[-1]

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """(B, 1, 28, 28) ink to (B, `features`)."""
        flat: torch.Tensor = self.blocks(images).flatten(1)
        return flat


class Encoder(nn.Module):
    """Image to SketchEmbedding (section 3.2)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.conv = Conv4(sizes.filters)
        self.mean = nn.Linear(self.conv.features, sizes.latent)
        self.log_sigma = nn.Linear(self.conv.features, sizes.latent)
        nn.init.zeros_(self.log_sigma.weight)
        nn.init.constant_(self.log_sigma.bias, -2.0)

    def forward(self, images: torch.Tensor) -> Gaussian:
        """(B, 1, 28, 28) ink in [0, 1]."""
        features = self.conv(images)
        return Gaussian(self.mean(features), self.log_sigma(features).clamp(-8, 1))


class Decoder(nn.Module):
    """SketchEmbedding to pen movements (section 3.3)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.cell = HyperLSTM(sizes.latent, PEN_INPUTS, sizes.hidden, sizes.hyper, sizes.embedding)
        self.out = nn.Linear(sizes.hidden, OUTPUTS)

    def forward(self, z: torch.Tensor, before: torch.Tensor) -> Mixture:
        """All steps at once, the true movements being known (teacher forcing).

        Args:
            z: (B, D).
            before: (T, B, PEN_INPUTS) the movement before each step.

        Returns:
            Of (T, B) steps.
        """
        state = self.cell.first_state(z)
        inputs = self.cell.inputs(self.cell.latent_inputs(z), before)
        hidden = []
        # Not by indexing: its gradient would fill the whole sequence at every step.
        for main, hyper in zip(inputs.main.unbind(), inputs.hyper.unbind(), strict=True):
            state = self.cell(Inputs(main, hyper), state)
            hidden.append(state.h)
        return mixture(self.out(torch.stack(hidden)))

    def step(self, latent: Inputs, before: torch.Tensor, state: State) -> tuple[Mixture, State]:
        """One step: `latent` is `cell.latent_inputs(z)`, `before` (B, PEN_INPUTS)."""
        state = self.cell(self.cell.inputs(latent, before), state)
        return mixture(self.out(state.h)), state


class SketchEmbedNet(nn.Module):
    """Encoder and decoder."""

    def __init__(self, sizes: Sizes | None = None) -> None:
        super().__init__()
        self.sizes = sizes or Sizes()
        self.encoder = Encoder(self.sizes)
        self.decoder = Decoder(self.sizes)

    def describe(self) -> dict[str, object]:
        """The sizes, for a file's metadata."""
        return asdict(self.sizes)
