"""Where a training run stands, in one safetensors file that is never half written."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save
from torch import nn


@dataclass(eq=False)
class Run:
    """A run in progress.

    Attributes:
        net: what is trained.
        average: the moving average of its weights, which is what is bundled.
        optimiser: Adam.
        step: steps done.
        seconds: that they took.
        curve: the learning curve so far.
    """

    net: nn.Module
    average: nn.Module
    optimiser: torch.optim.Adam
    step: int
    seconds: float
    curve: list[dict[str, float]]

    @classmethod
    def start(cls, net: nn.Module, rate: float) -> Run:
        """A run at its beginning."""
        average = copy.deepcopy(net).eval().requires_grad_(False)
        return cls(net, average, torch.optim.Adam(net.parameters(), lr=rate), 0, 0.0, [])

    def save(self, path: Path) -> None:
        """Write the checkpoint; whoever reads it sees the old one or the new one."""
        tensors = {f"net.{key}": each for key, each in self.net.state_dict().items()}
        tensors |= {f"average.{key}": each for key, each in self.average.state_dict().items()}
        for i, parameter in enumerate(self._parameters()):
            for key, each in self.optimiser.state[parameter].items():
                tensors[f"adam.{i}.{key}"] = each
        state = {"step": self.step, "seconds": self.seconds, "curve": self.curve}
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".part")
        contiguous = {key: each.contiguous() for key, each in tensors.items()}
        temporary.write_bytes(save(contiguous, {"state": json.dumps(state)}))
        temporary.replace(path)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint of the same network."""
        with safe_open(path, "pt") as file:
            state = json.loads(file.metadata()["state"])
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
        self.net.load_state_dict(_under(tensors, "net."))
        self.average.load_state_dict(_under(tensors, "average."))
        for i, parameter in enumerate(self._parameters()):
            self.optimiser.state[parameter] = _under(tensors, f"adam.{i}.")
        self.step, self.seconds, self.curve = state["step"], state["seconds"], state["curve"]

    def follow(self, decay: float) -> None:
        """Move the average towards the weights; batch statistics are taken as they are."""
        own, new = self.average.state_dict(), self.net.state_dict()
        for key, each in own.items():
            if each.dtype.is_floating_point and "running" not in key:
                each.lerp_(new[key], 1 - decay)
            else:
                each.copy_(new[key])

    def _parameters(self) -> Sequence[nn.Parameter]:
        return list(self.net.parameters())


def _under(tensors: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    return {key.removeprefix(prefix): t for key, t in tensors.items() if key.startswith(prefix)}
