"""What a handler gets from the engine besides its payload: device, caches, the cancel token."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.device import choose_device, limit_cpu_threads
from engine.types import CancelToken, Job

if TYPE_CHECKING:
    import torch

    from engine.encoders.base import Encoder


class Resources:
    """What outlives a request: the device and whatever was loaded onto it. Engine thread only.

    Args:
        device: "auto", or a device by its torch name (see `choose_device`).
        spare_cores: CPU cores that torch leaves to others, the GUI thread above all; None leaves
            torch's own choice of threads alone.
    """

    def __init__(self, device: str = "auto", spare_cores: int | None = None) -> None:
        self._preference = device
        self._spare_cores = spare_cores
        self._device: torch.device | None = None
        self.cache: dict[Hashable, Any] = {}

    @property
    def device(self) -> torch.device:
        """The preferred device. The first use imports torch.

        Raises:
            InputError: the preferred device is not on this machine.
        """
        if self._device is None:
            self._device = choose_device(self._preference)
            if self._spare_cores is not None:
                limit_cpu_threads(self._spare_cores)
        return self._device

    @property
    def uses_accelerator(self) -> bool:
        """Whether anything may lie on a GPU. Imports nothing."""
        return self._device is not None and self._device.type != "cpu"


class Context:
    """One request's view of the engine. Engine thread only, except `token`.

    Attributes:
        token: check it between steps, or let the service do so at each yield.
        batch_scale: in (0, 1]; below 1 after memory ran out. See `batch_size`.
        notices: lines for the status bar, handed over with the result.
    """

    def __init__(
        self, token: CancelToken | None = None, resources: Resources | None = None
    ) -> None:
        self.token = token if token is not None else CancelToken()
        self.batch_scale = 1.0
        self.notices: list[str] = []
        self._resources = resources if resources is not None else Resources()
        self._on_cpu = False

    @property
    def device(self) -> torch.device:
        """Where to compute. The first use imports torch.

        Raises:
            InputError: the preferred device is not on this machine.
        """
        return choose_device("cpu") if self._on_cpu else self._resources.device

    @property
    def cache(self) -> dict[Hashable, Any]:
        """Shared by all requests, emptied when memory runs out: keep only what can be made again.

        Keys say what the value depends on, the device included: ("encoder", name, device).
        """
        return self._resources.cache

    def batch_size(self, full: int) -> int:
        """How many items to take at once where `full` would be best: at least 1."""
        return max(1, int(full * self.batch_scale))

    def notice(self, text: str) -> None:
        """Hand a line to the status bar, once."""
        if text not in self.notices:
            self.notices.append(text)

    def encoder(self, name: str = "bundled") -> Encoder:
        """The encoder `name` on this context's device, loaded once.

        Raises:
            InputError: there is no such encoder, or its weights are missing or damaged.
        """
        key = ("encoder", name, str(self.device))
        if key not in self.cache:
            from engine.encoders.loading import load_encoder

            self.cache[key] = load_encoder(name, self.device)
        encoder: Encoder = self.cache[key]
        return encoder

    def lower_memory_use(self) -> str | None:
        """Take one step down after memory ran out: smaller batches first, then the CPU.

        Returns:
            A sentence for the user that says what is done about it; None if nothing is left.
        """
        self.cache.clear()
        if self.batch_scale == 1.0:
            self.batch_scale = 0.5
            return "Memory ran out; trying again in smaller parts."
        if self._resources.uses_accelerator and not self._on_cpu:
            self._on_cpu = True
            return "The graphics card's memory ran out; working on the processor instead."
        return None


Handler: TypeAlias = Callable[[Any, Context], Job]
"""Takes a request's payload; yields `Progress` between steps and returns the answer's value."""
