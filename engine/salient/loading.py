"""The bundled salient-object network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.encoders.bundled import bundled_models, read_weights
from engine.salient.u2net import U2NetP

if TYPE_CHECKING:
    from engine.context import Context

NAME = "u2netp"


def load_network(device: torch.device | str = "cpu") -> U2NetP:
    """The network that comes with the program, in evaluation mode.

    Raises:
        InputError: its file is missing or damaged.
    """
    with torch.device("meta"):  # initialising weights that are about to be replaced is slow
        net = U2NetP()
    weights = read_weights(bundled_models()[NAME])
    net.load_state_dict({key: each.float() for key, each in weights.items()}, assign=True)
    return net.to(device).eval().requires_grad_(False)


def network_of(context: Context) -> U2NetP:
    """The same on a context's device, loaded once."""
    key = (NAME, str(context.device))
    if key not in context.cache:
        context.cache[key] = load_network(context.device)
    net: U2NetP = context.cache[key]
    return net
