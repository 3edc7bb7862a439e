"""The paper's baseline: a convolutional VAE on the pixels of the same drawings (section 4.1).

    python -m engine.training.conv_vae --data DATA

Its encoder is SketchEmbedNet's, its batches are the same; only the task differs. The weights go
into `--work`, for `strokewise eval fewshot --vae`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from engine.errors import InputError
from engine.sketchembed.net import Encoder, Gaussian, Sizes
from engine.training.sketchembed_batches import Batches, Mix
from engine.training.sketchembed_data import load_drawings, split

_RATE = 1e-3
_REPORT_EVERY = 50
_CHANNELS = (64, 32)
_COARSE = 7


class ConvVae(nn.Module):
    """A Conv4 encoder to a Gaussian, and transposed convolutions back to 28 x 28."""

    def __init__(self, sizes: Sizes | None = None) -> None:
        super().__init__()
        sizes = sizes or Sizes()
        first, second = _CHANNELS
        self.encoder = Encoder(sizes)
        self.decoder = nn.Sequential(
            nn.Linear(sizes.latent, first * _COARSE * _COARSE),
            nn.ReLU(),
            nn.Unflatten(1, (first, _COARSE, _COARSE)),
            nn.ConvTranspose2d(first, second, 4, 2, 1),
            nn.ReLU(),
            nn.ConvTranspose2d(second, 1, 4, 2, 1),
        )

    def loss(self, images: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """Minus the evidence lower bound (Kingma and Welling 2014) of an image, in nats."""
        found = self.encoder(images)
        logits = self.decoder(found.sample(generator))
        wrong = binary_cross_entropy_with_logits(logits, images, reduction="sum")
        return (wrong + divergence(found)) / len(images)


def divergence(found: Gaussian) -> torch.Tensor:
    """Sum of the KL divergences from the standard normal distribution."""
    variance = torch.exp(2 * found.log_sigma)
    return 0.5 * (found.mean**2 + variance - 1 - 2 * found.log_sigma).sum()


def read_encoder(path: Path) -> Encoder:
    """The encoder of a trained VAE.

    Raises:
        InputError: there is no such file.
    """
    vae = ConvVae()
    try:
        vae.load_state_dict(load_file(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{path} holds no VAE made by engine.training.conv_vae.") from error
    return vae.encoder.eval().requires_grad_(False)


def main(argv: list[str] | None = None) -> int:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description="Train the VAE to compare with.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the data files")
    parser.add_argument("--work", type=Path, default=Path("build/sketchembed"))
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args(argv)
    try:
        drawings = load_drawings(args.data, args.work / "drawings.npz", _say)
    except InputError as error:
        _say(str(error))
        return 2
    batches = Batches(drawings.of(split(drawings).training), args.batch, args.seed, Mix(begun=0.0))
    torch.manual_seed(args.seed)
    vae = ConvVae()
    vae.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.Adam(vae.parameters(), _RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, args.steps)
    for step in range(args.steps):
        images = batches.batch(step).images.contiguous(memory_format=torch.channels_last)
        loss = vae.loss(images, torch.Generator().manual_seed(step))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        if (step + 1) % _REPORT_EVERY == 0:
            _say(f"step {step + 1}: {float(loss):.2f} nats")
    weights = {key: each.contiguous() for key, each in vae.state_dict().items()}
    save_file(weights, args.work / "conv_vae.safetensors")
    return 0


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
