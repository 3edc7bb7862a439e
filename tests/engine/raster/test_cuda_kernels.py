"""The CUDA kernels, compiled as plain C++ where there is no GPU: same formulas, same arrays."""

from __future__ import annotations

import ctypes
import shutil
import subprocess

import pytest
import torch
from raster_reference import random_cubics

from engine.raster import Strokes, cuda_pen, render_pen

SIZE = (50, 60)

SHIM = """
#include <cmath>
using std::sqrt;
#define __device__ static
#define __global__
struct Index { int x; };
static Index blockIdx, blockDim, threadIdx;
template <typename T> static void atomicAdd(T* target, T value) { *target += value; }
"""

LOOP = """
extern "C" void run_{name}(int blocks, int threads, void** a) {{
    blockDim.x = threads;
    for (blockIdx.x = 0; blockIdx.x < blocks; ++blockIdx.x)
        for (threadIdx.x = 0; threadIdx.x < threads; ++threadIdx.x) {name}({arguments});
}}
"""

FORWARD = [*["real*", "int*", "int*", "int*"], *["real*"] * 4, "int", "int", "int", "double"]
BACKWARD = [*FORWARD[:8], *["real*"] * 4, *FORWARD[8:], "int", "int"]


def call(name: str, types: list[str]) -> str:
    arguments = [
        f"({kind})a[{i}]" if "*" in kind else f"*({kind}*)a[{i}]" for i, kind in enumerate(types)
    ]
    return LOOP.format(name=name, arguments=", ".join(arguments))


class Emulated:
    """A kernel as `torch.cuda` would give it, run by loops on the CPU."""

    def __init__(self, function) -> None:
        self._function = function

    def __call__(self, grid, block, arguments) -> None:
        numbers = [
            ctypes.c_double(v) if isinstance(v, float) else ctypes.c_int(v)
            for v in arguments
            if not isinstance(v, torch.Tensor)
        ]
        rest = iter(numbers)
        pointers = [
            ctypes.c_void_p(v.data_ptr())
            if isinstance(v, torch.Tensor)
            else ctypes.cast(ctypes.byref(next(rest)), ctypes.c_void_p)
            for v in arguments
        ]
        assert all(v.is_contiguous() for v in arguments if isinstance(v, torch.Tensor))
        self._function(grid[0], block[0], (ctypes.c_void_p * len(pointers))(*pointers))


@pytest.fixture(params=[torch.float32, torch.float64], scope="module")
def compiled(request, tmp_path_factory):
    """(dtype, (forward, backward))."""
    compiler = shutil.which("c++")
    if compiler is None:
        pytest.skip("no C++ compiler")
    folder = tmp_path_factory.mktemp("kernels")
    code = SHIM + cuda_pen.source(request.param)
    code += call("pen_forward", FORWARD) + call("pen_backward", BACKWARD)
    (folder / "kernels.cpp").write_text(code)
    subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", "kernels.so", "kernels.cpp"],
        cwd=folder,
        check=True,
    )
    library = ctypes.CDLL(str(folder / "kernels.so"))
    kernels = Emulated(library.run_pen_forward), Emulated(library.run_pen_backward)
    return request.param, kernels


def curves():
    return Strokes.beziers(random_cubics(6, seed=60, side=50, sketches=3))


def polylines():
    generator = torch.Generator().manual_seed(61)
    sketches = [
        [torch.rand(n, 2, generator=generator, dtype=torch.float64) * 60 for n in lengths]
        for lengths in ((2, 9, 30), (1, 4))
    ]
    return Strokes.ragged(sketches)


@pytest.mark.parametrize("make", [curves, polylines])
def test_kernels_draw_and_differentiate_like_the_native_code(compiled, make):
    dtype, kernels = compiled
    strokes = make()
    n = strokes.topology.n_strokes
    generator = torch.Generator().manual_seed(62)
    widths = torch.rand(n, generator=generator, dtype=torch.float64) * 6
    opacities = torch.rand(n, generator=generator, dtype=torch.float64)
    opacities[0] = 1
    weights = torch.randn(strokes.topology.n_sketches, 1, *SIZE, generator=generator)

    def run(draw):
        leaves = [
            v.to(dtype, copy=True).requires_grad_() for v in (strokes.controls, widths, opacities)
        ]
        image = draw(*leaves)
        (image * weights.to(dtype)).sum().backward()
        return image.detach(), *(leaf.grad for leaf in leaves)

    native = run(lambda c, w, o: render_pen(Strokes(c, strokes.topology), SIZE, w, o, segments=24))
    kernel = run(
        lambda c, w, o: cuda_pen.CudaPen.apply(c, w, o, strokes.topology, SIZE, 0.5, 24, kernels)
    )
    tolerance = 2e-4 if dtype == torch.float32 else 1e-9
    for expected, result in zip(native, kernel, strict=True):
        assert (expected - result).abs().max() <= tolerance * max(1, expected.abs().max())


def test_longer_strokes_are_cut_finer():
    assert cuda_pen._segments_for((224, 224)) == 24
    assert cuda_pen._segments_for((100, 100)) == 24
    assert cuda_pen._segments_for((768, 1024)) > 48
