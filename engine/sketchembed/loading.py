"""The bundled SketchEmbedNet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.encoders.bundled import bundled_models, read_weights
from engine.sketchembed.net import Sizes, SketchEmbedNet

if TYPE_CHECKING:
    from engine.context import Context

NAME = "sketchembed"


@dataclass(frozen=True, eq=False)
class Model:
    """A network ready to draw.

    Attributes:
        net: in evaluation mode, on its device.
        fingerprint: changes with the weights; caches of embeddings use it.
    """

    net: SketchEmbedNet
    fingerprint: str

    @property
    def device(self) -> torch.device:
        """Where it is."""
        return self.net.decoder.out.weight.device

    @torch.inference_mode()
    def embed(self, images: torch.Tensor) -> torch.Tensor:
        """Means of the SketchEmbeddings (B, D) of (B, 1, 28, 28) ink."""
        mean: torch.Tensor = self.net.encoder(images.to(self.device)).mean
        return mean


def load_model(device: torch.device | str = "cpu") -> Model:
    """The model that comes with the program.

    Raises:
        InputError: its file is missing or damaged.
    """
    entry = bundled_models()[NAME]
    return Model(net_of(read_weights(entry), torch.device(device)), entry.sha256[:16])


def net_of(weights: Mapping[str, torch.Tensor], device: torch.device) -> SketchEmbedNet:
    """A network with these weights, in evaluation mode; its sizes are those of the tensors."""
    with torch.device("meta"):  # initialising weights that are about to be replaced is slow
        net = SketchEmbedNet(sizes_of(weights))
    values = {
        key: each if key.endswith("num_batches_tracked") else each.float()
        for key, each in weights.items()
    }
    net.load_state_dict(values, assign=True)
    return net.to(device).eval().requires_grad_(False)


def sizes_of(weights: Mapping[str, torch.Tensor]) -> Sizes:
    """The sizes of a network with these tensors."""
    blocks = [f"encoder.conv.blocks.{4 * i}.weight" for i in range(4)]
    first, second, third, fourth = (len(weights[name]) for name in blocks)
    scale = weights["decoder.cell.scale_input"]
    return Sizes(
        filters=(first, second, third, fourth),
        latent=len(weights["encoder.mean.weight"]),
        hidden=scale.shape[2],
        hyper=len(weights["decoder.cell.hyper_recurrent"]),
        embedding=scale.shape[1],
    )


def model_of(context: Context) -> Model:
    """The bundled model on the context's device, loaded once."""
    key = (NAME, str(context.device))
    if key not in context.cache:
        context.cache[key] = load_model(context.device)
    model: Model = context.cache[key]
    return model
