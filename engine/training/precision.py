"""Half precision where it is faster.

A GPU and a CPU with bfloat16 instructions train about twice as fast in bfloat16; a CPU without
them emulates it, fifteen times slower than float32. Which of the two a machine is, a small
convolution tells.
"""

from __future__ import annotations

import time
from functools import cache

import torch

_SIDE = 16
_CHANNELS = 64
_BATCH = 4


def autocast_for(device: torch.device) -> torch.autocast:
    """A context in which the matrix products and convolutions run in the faster of the two."""
    return torch.autocast(
        device.type, torch.bfloat16, enabled=device.type != "cpu" or _cpu_likes_bfloat16()
    )


@cache
@torch.no_grad()
def _cpu_likes_bfloat16() -> bool:
    return _seconds(torch.bfloat16) < _seconds(torch.float32)


def _seconds(kind: torch.dtype) -> float:
    """The shortest of three depthwise and pointwise convolutions, of which the networks consist."""
    x = torch.ones(_BATCH, _CHANNELS, _SIDE, _SIDE, dtype=kind)
    x = x.contiguous(memory_format=torch.channels_last)
    depthwise = torch.ones(_CHANNELS, 1, 3, 3, dtype=kind)
    pointwise = torch.ones(_CHANNELS, _CHANNELS, 1, 1, dtype=kind)
    times = []
    for _ in range(4):  # the first one also sets the library up
        start = time.perf_counter()
        y = torch.nn.functional.conv2d(x, depthwise, padding=1, groups=_CHANNELS)
        torch.nn.functional.conv2d(y, pointwise)
        times.append(time.perf_counter() - start)
    return min(times[1:])
