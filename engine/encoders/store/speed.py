"""How fast an encoder is on this machine."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from engine.context import Context
from engine.encoders.store.weights import WeightStore
from engine.types import Job, Progress

if TYPE_CHECKING:
    import torch

_RUNS = 9
_WARM_UPS = 1
_FEWEST_RUNS = 3
_ENOUGH_S = 3.0
"""A giant on a CPU is not run more often than it takes to see that it is slow."""


def device_label(device: torch.device) -> str:
    """What a measurement is valid for: the graphics card, or the CPU with so many threads."""
    import torch

    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if device.type == "cpu":
        threads = torch.get_num_threads()
        return f"cpu, {threads} thread{'s' if threads > 1 else ''}"
    return device.type


def measure(name: str, store: WeightStore, context: Context) -> Job:
    """Median milliseconds that `embed` takes for one image; remembered in the store.

    Raises:
        InputError: the encoder cannot be loaded.
    """
    import torch

    yield Progress(0.0, f"Loading {name}")
    encoder = context.encoder(name)
    image = torch.rand(1, 3, encoder.input_size, encoder.input_size, device=encoder.device)
    times_ms: list[float] = []
    while len(times_ms) < _RUNS and (
        len(times_ms) < _FEWEST_RUNS or sum(times_ms) < _ENOUGH_S * 1e3
    ):
        yield Progress(len(times_ms) / _RUNS, f"Measuring {name}")
        started_s = time.perf_counter()
        with torch.no_grad():
            encoder.embed(image).sum().item()  # asking for a number waits for the device
        times_ms.append((time.perf_counter() - started_s) * 1e3)
    ms_per_image = statistics.median(times_ms[_WARM_UPS:])
    store.note_speed(name, device_label(context.device), ms_per_image)
    return ms_per_image
