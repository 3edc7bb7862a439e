"""The black pen on a CUDA device in two kernels: one thread a pixel, forward and backward.

Launching the many small operations of the general code costs a GPU more than the work itself. Here
each pixel looks at the strokes of its sketch whose boxes it lies in, finds the nearest segment of
each by trying all, and multiplies what comes through; backward does it again and adds the gradient
to the ends of the nearest segments, atomically (so the last digits differ from run to run). The
kernels are compiled at the first use by NVRTC, which comes with torch; where that fails, and for
coloured ink and unions, the general code runs on the device instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, comb, sqrt
from typing import Any

import numpy as np
import torch

from engine.raster.sampling import Samples, sample
from engine.raster.strokes import Topology
from engine.raster.torch_ops import TorchOps

_THREADS = 128

KERNELS = r"""
__device__ real ramp(real u, real e, real* slope) {
    real end = (real)0.5 * (1 + e), flat = (real)0.5 * (1 - e);
    u = u < -end ? -end : (u > end ? end : u);
    real bent = u < -flat ? u + flat : (u > flat ? u - flat : 0);
    real size = bent < 0 ? -bent : bent;
    *slope = 1 - size / e;
    return (real)0.5 + u - bent * size / (2 * e);
}

struct Nearest {
    real d, t, x, y;  // distance, parameter on the segment, pixel minus projection
    int start;        // first point of the segment
};

__device__ int find(
    real px, real py, real reach, const real* points, const int* starts, int first, int last,
    const real* box, Nearest* nearest
) {
    if (px < box[0] - reach || py < box[1] - reach || px > box[2] + reach || py > box[3] + reach)
        return 0;
    real least = reach * reach;
    int found = 0;
    for (int i = first; i < last; ++i) {
        const real* a = points + 2 * starts[i];
        real dx = a[2] - a[0], dy = a[3] - a[1], x = px - a[0], y = py - a[1];
        real squared = dx * dx + dy * dy;
        real t = squared > 0 ? (x * dx + y * dy) / squared : (real)0.5;
        t = t < 0 ? 0 : (t > 1 ? 1 : t);
        x -= t * dx;
        y -= t * dy;
        real d2 = x * x + y * y;
        if (d2 < least) {
            least = d2;
            found = 1;
            nearest->t = t;
            nearest->x = x;
            nearest->y = y;
            nearest->start = starts[i];
        }
    }
    nearest->d = sqrt(least);
    return found;
}

#define OPAQUE ((real)1e-18)

extern "C" __global__ void pen_forward(
    const real* points, const int* starts, const int* stroke_segments, const int* sketch_strokes,
    const real* boxes, const real* widths, const real* opacities, real* image,
    int sketches, int height, int width, double softness
) {
    long long i = (long long)blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= (long long)sketches * height * width) return;
    int sketch = (int)(i / ((long long)height * width));
    real px = (real)(i % width) + (real)0.5, py = (real)((i / width) % height) + (real)0.5;
    real e = (real)softness, through = 1, slope;
    for (int s = sketch_strokes[sketch]; s < sketch_strokes[sketch + 1]; ++s) {
        real r = widths[s] / 2;
        Nearest n;
        if (!find(px, py, r + (1 + e) / 2, points, starts, stroke_segments[s],
                  stroke_segments[s + 1], boxes + 4 * s, &n)) continue;
        real ink = ramp(r - n.d, e, &slope) - ramp(-r - n.d, e, &slope);
        real factor = 1 - opacities[s] * ink;
        through *= factor > OPAQUE ? factor : OPAQUE;
    }
    image[i] = through;
}

extern "C" __global__ void pen_backward(
    const real* points, const int* starts, const int* stroke_segments, const int* sketch_strokes,
    const real* boxes, const real* widths, const real* opacities, const real* image,
    const real* grad, real* g_points, real* g_widths, real* g_opacities,
    int sketches, int height, int width, double softness, int want_widths, int want_opacities
) {
    long long i = (long long)blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= (long long)sketches * height * width) return;
    real upstream = grad[i] * image[i];
    if (upstream == 0) return;
    int sketch = (int)(i / ((long long)height * width));
    real px = (real)(i % width) + (real)0.5, py = (real)((i / width) % height) + (real)0.5;
    real e = (real)softness;
    for (int s = sketch_strokes[sketch]; s < sketch_strokes[sketch + 1]; ++s) {
        real r = widths[s] / 2;
        Nearest n;
        if (!find(px, py, r + (1 + e) / 2, points, starts, stroke_segments[s],
                  stroke_segments[s + 1], boxes + 4 * s, &n)) continue;
        real outer, inner;
        real ink = ramp(r - n.d, e, &outer) - ramp(-r - n.d, e, &inner);
        real factor = 1 - opacities[s] * ink;
        real g = -upstream / (factor > OPAQUE ? factor : OPAQUE);
        if (want_opacities && ink > 0) atomicAdd(g_opacities + s, g * ink);
        g *= opacities[s];
        if (want_widths && inner + outer > 0) atomicAdd(g_widths + s, g * (inner + outer) / 2);
        g *= inner - outer;
        if (g == 0 || n.d < (real)1e-12) continue;
        g /= n.d;
        real* a = g_points + 2 * n.start;
        atomicAdd(a, -(1 - n.t) * g * n.x);
        atomicAdd(a + 1, -(1 - n.t) * g * n.y);
        atomicAdd(a + 2, -n.t * g * n.x);
        atomicAdd(a + 3, -n.t * g * n.y);
    }
}
"""
"""CUDA C; `real` is float or double."""


def source(dtype: torch.dtype) -> str:
    """The kernels for float32 or float64."""
    return f"typedef {'float' if dtype == torch.float32 else 'double'} real;\n{KERNELS}"


@lru_cache(maxsize=8)
def kernels(dtype: torch.dtype, device: int) -> tuple[Any, Any] | None:
    """(forward, backward) compiled for a device, or None where that is not possible."""
    compile_kernel = getattr(torch.cuda, "_compile_kernel", None)
    if compile_kernel is None:
        return None
    try:
        with torch.cuda.device(device):
            return (
                compile_kernel(source(dtype), "pen_forward"),
                compile_kernel(source(dtype), "pen_backward"),
            )
    except (RuntimeError, OSError, AttributeError):
        return None  # no NVRTC, or not CUDA: the general code does it


@dataclass(frozen=True, eq=False)
class Layout:
    """Device index arrays of a topology, int32.

    Attributes:
        starts: (M,) first point of each segment.
        stroke_segments: (S + 1,) first segment of each stroke.
        sketch_strokes: (B + 1,) first stroke of each sketch.
    """

    starts: torch.Tensor
    stroke_segments: torch.Tensor
    sketch_strokes: torch.Tensor


class _Points:
    """Control points to points on the strokes and back, in as few operations as the case allows."""

    def __init__(self, topology: Topology, controls: torch.Tensor, segments: int) -> None:
        self._topology = topology
        self._degree = topology.curve_degree
        self._samples: Samples | None = None
        device, n = controls.device, topology.n_strokes
        if self._degree is not None:
            self._basis = _basis(self._degree, segments, controls.dtype, device)
            self.points = self._basis @ controls.reshape(n, self._degree + 1, 2)
            low, high = torch.aminmax(self.points, dim=1)
            self.boxes = torch.cat([low, high], 1)
            self.points = self.points.reshape(-1, 2)
            self.layout = _curve_layout(n, segments, topology.n_sketches, device)
            return
        ops = TorchOps(device)
        self._samples = s = sample(ops, topology, controls[:, 0], controls[:, 1], None)
        self.points = torch.stack([s.x, s.y], 1).contiguous()
        ends = torch.cat([self.points[s.start], self.points[s.start + 1]])
        stroke = s.stroke.repeat(2)[:, None].expand(-1, 2)
        low = ends.new_full((n, 2), torch.inf).scatter_reduce_(0, stroke, ends, "amin")
        high = ends.new_full((n, 2), -torch.inf).scatter_reduce_(0, stroke, ends, "amax")
        self.boxes = torch.cat([low, high], 1)
        strokes = torch.arange(n + 1, device=device)
        self.layout = Layout(
            s.start.int(),
            torch.searchsorted(s.stroke, strokes).int(),
            _sketch_strokes(topology.sketch, topology.n_sketches, device),
        )

    def gradient(self, g: torch.Tensor) -> torch.Tensor:
        """(N, 2) gradient of the points as (C, 2) gradient of the control points."""
        if self._samples is not None:
            ops = TorchOps(g.device)
            of_controls: torch.Tensor = self._samples.gradient_of_controls(ops, g[:, 0], g[:, 1])
            return of_controls
        return (self._basis.T @ g.reshape(self._topology.n_strokes, -1, 2)).reshape(-1, 2)


@lru_cache(maxsize=16)
def _basis(degree: int, segments: int, dtype: torch.dtype, device: torch.device) -> torch.Tensor:
    """(segments + 1, degree + 1) Bernstein weights."""
    t = np.linspace(0, 1, segments + 1)
    weights = [comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)]
    return torch.tensor(np.stack(weights, 1), dtype=dtype, device=device)


@lru_cache(maxsize=16)
def _curve_layout(strokes: int, segments: int, sketches: int, device: torch.device) -> Layout:
    starts = np.arange(strokes)[:, None] * (segments + 1) + np.arange(segments)
    return Layout(
        torch.tensor(starts.reshape(-1), dtype=torch.int32, device=device),
        torch.arange(0, strokes * segments + 1, segments, dtype=torch.int32, device=device),
        _sketch_strokes(np.repeat(np.arange(sketches), strokes // sketches), sketches, device),
    )


def _sketch_strokes(sketch: np.ndarray, sketches: int, device: torch.device) -> torch.Tensor:
    first = np.searchsorted(sketch, np.arange(sketches + 1))
    return torch.tensor(first, dtype=torch.int32, device=device)


def _segments_for(size: tuple[int, int]) -> int:
    """Segments of every curve: 24 at 224 px, and by the square root of the size beyond."""
    return ceil(24 * max(1.0, sqrt(max(size) / 224)))


class CudaPen(torch.autograd.Function):
    """Control points (C, 2), widths and opacities (S,) to (B, 1, H, W); see `engine.raster.pen`."""

    @staticmethod
    def forward(
        ctx: Any,
        controls: torch.Tensor,
        widths: torch.Tensor,
        opacities: torch.Tensor,
        topology: Topology,
        size: tuple[int, int],
        softness_px: float,
        segments: int | None,
        compiled: tuple[Any, Any],
    ) -> torch.Tensor:
        points = _Points(topology, controls.detach(), segments or _segments_for(size))
        layout = points.layout
        image = controls.new_empty(topology.n_sketches, 1, *size)
        arrays = [
            points.points,
            layout.starts,
            layout.stroke_segments,
            layout.sketch_strokes,
            points.boxes,
            widths.detach().contiguous(),
            opacities.detach().contiguous(),
            image,
        ]
        numbers = [topology.n_sketches, *size, float(softness_px)]
        grid = (ceil(image.numel() / _THREADS), 1, 1)
        with torch.cuda.device_of(controls):  # type: ignore[no-untyped-call]
            compiled[0](grid, (_THREADS, 1, 1), [*arrays, *numbers])
        ctx.saved = points, arrays, numbers, grid, compiled[1]
        return image.clone()

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> Any:
        points, arrays, numbers, grid, kernel = ctx.saved
        of_controls, of_widths, of_opacities, *_ = ctx.needs_input_grad
        g_points = torch.zeros_like(points.points)
        g_strokes = arrays[5].new_zeros(2, len(arrays[5]))
        outputs = [grad.contiguous(), g_points, g_strokes[0], g_strokes[1]]
        wants = [int(of_widths), int(of_opacities)]
        with torch.cuda.device_of(grad):  # type: ignore[no-untyped-call]
            kernel(grid, (_THREADS, 1, 1), [*arrays, *outputs, *numbers, *wants])
        return (
            points.gradient(g_points) if of_controls else None,
            g_strokes[0] if of_widths else None,
            g_strokes[1] if of_opacities else None,
            *[None] * 5,
        )
