"""The rasteriser on a CUDA device: correctness against the CPU, then times; prints JSON.

Run from the repository: `PYTHONPATH=. python tests/benchmarks/gpu_raster.py`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np
import torch

from engine.raster import Strokes, render_line, render_pen

SIZE = (224, 224)


def curves(sketches: int, n: int) -> torch.Tensor:
    rng = np.random.default_rng(n)
    legs = rng.normal(size=(sketches, n, 3, 2))
    legs *= 70 / 3 / np.linalg.norm(legs, axis=3, keepdims=True)
    start = rng.random((sketches, n, 1, 2)) * 184 + 20
    return torch.from_numpy(np.concatenate([start, start + legs.cumsum(2)], 2).astype(np.float32))


def milliseconds(run: Callable[[], object], repeats: int = 100) -> dict[str, float]:
    """Wall time of whole calls, the device awaited after each."""
    for _ in range(10):
        run()
    times = []
    for _ in range(repeats):
        torch.cuda.synchronize()
        start = time.perf_counter()
        run()
        torch.cuda.synchronize()
        times.append((time.perf_counter() - start) * 1e3)
    return {"median_ms": float(np.median(times)), "min_ms": min(times)}


def agreement(device: str) -> dict[str, float]:
    """Largest differences of image and gradient from the CPU's, float32."""
    worst = {}
    for name, options in (
        ("black", {}),
        ("coloured", {"colour": torch.tensor([0.2, 0.4, 0.9]), "opacity": 0.7}),
        ("union", {"composite": "union"}),
    ):
        results = []
        for place in ("cpu", device):
            leaf = curves(2, 16).to(place).requires_grad_()
            image = render_pen(leaf, SIZE, **options)
            image.square().sum().backward()
            results.append((image.detach().cpu(), leaf.grad.cpu()))
        (image, gradient), (image_there, gradient_there) = results
        worst[f"{name}_image"] = float((image - image_there).abs().max())
        worst[f"{name}_gradient"] = float(
            (gradient - gradient_there).abs().max() / gradient.abs().max()
        )
    points = curves(1, 16).reshape(1, -1, 2)
    down = torch.ones(1, points.shape[1])
    lines = [render_line(points.to(place), down, SIZE).cpu() for place in ("cpu", device)]
    worst["line_image"] = float((lines[0] - lines[1]).abs().max())
    return worst


def main() -> None:
    """Measure."""
    device = "cuda"
    result: dict[str, object] = {
        "device": torch.cuda.get_device_name(),
        "torch": torch.__version__,
        "agreement": agreement(device),
    }
    cases = {f"{n}_strokes": (1, n) for n in (4, 16, 64)} | {"256_sketches_of_16": (256, 16)}
    for name, (sketches, n) in cases.items():
        leaf = curves(sketches, n).to(device).requires_grad_()
        grad = torch.randn(sketches, 1, *SIZE, device=device)

        def forward(leaf: torch.Tensor = leaf) -> torch.Tensor:
            return render_pen(leaf.detach(), SIZE)

        def both(leaf: torch.Tensor = leaf, grad: torch.Tensor = grad) -> None:
            render_pen(leaf, SIZE).backward(grad)

        result[name] = {"forward": milliseconds(forward), "forward_backward": milliseconds(both)}
    torch.cuda.reset_peak_memory_stats()
    large = Strokes.beziers(curves(1, 64).to(device) * 4.5)
    render_pen(
        Strokes(large.controls.requires_grad_(), large.topology), (1024, 1024)
    ).sum().backward()
    result["peak_memory_1024_mb"] = torch.cuda.max_memory_allocated() / 1e6
    with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CUDA]) as profile:
        render_pen(curves(1, 64).to(device).requires_grad_(), SIZE).sum().backward()
        torch.cuda.synchronize()
    result["kernels_64_strokes"] = sum(e.count for e in profile.key_averages())
    json.dump(result, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
