"""Loading torch on the engine thread without the GUI thread noticing.

A plain `import torch` on another thread stops the main thread for 0.2 to 0.35 s at a stretch
(2-core machine, warm page cache), `import timm` for 0.1 to 0.15 s. Two things hold the interpreter
lock that long, and both can be avoided:

* `dlopen` of libtorch: Python's import machinery calls it with the lock held. A call through ctypes
  gives the lock up; the import that follows finds the libraries in place.
* Full garbage collections: hundreds of thousands of new, everlasting objects set them off, each
  slower than the last. Collection rests during the import, and the new objects then move out of
  the collector's sight, which also makes every later collection short (0.15 s becomes 0.1 ms).

The longest stretch left is 15 to 45 ms (tests/benchmarks/test_interpreter_lock.py).

torch puts off more work to the first use: an optimiser imports another 820 modules (0.7 s), the
first pass of an encoder chooses its kernels. `warm_up` does both ahead of the first request.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from engine.context import Context
from engine.device import describe_device
from engine.types import Job, Progress

if TYPE_CHECKING:
    from engine.encoders.base import Encoder


@dataclass(frozen=True, slots=True)
class WarmUpPayload:
    """What to have ready: the encoder `encoder` (see `Context.encoder`), or torch alone if None."""

    encoder: str | None = "bundled"


@dataclass(frozen=True, slots=True)
class EngineReady:
    """What was made ready.

    Attributes:
        encoder: its name, or None if only torch was asked for.
        device: what it runs on, in words for the user.
        seconds: that it took.
    """

    encoder: str | None
    device: str
    seconds: float


def warm_up(payload: WarmUpPayload, context: Context) -> Job:
    """Load torch, choose the device, load the encoder; returns an `EngineReady`.

    Raises:
        InputError: there is no such encoder or device.
    """
    started_s = time.perf_counter()
    yield from load_torch()
    with gentle_imports():
        _ = context.device
    yield Progress(0.5, "Loading the encoder")
    name = None
    if payload.encoder is not None:
        with gentle_imports():
            encoder = context.encoder(payload.encoder)
        yield from _rehearse(encoder)
        name = encoder.name
    return EngineReady(name, describe_device(context.device), time.perf_counter() - started_s)


def _rehearse(encoder: Encoder) -> Job:
    """Everything that an optimisation through the encoder uses, once."""
    import torch

    yield Progress(0.6, "Loading the encoder")
    side = encoder.canvas_size
    image = torch.full((1, 3, side, side), 0.5, device=encoder.device, requires_grad=True)
    with gentle_imports():
        optimiser = torch.optim.Adam([image])
    yield Progress(0.9, "Loading the encoder")
    encoder.encode(image).embedding.sum().backward()  # type: ignore[no-untyped-call]
    optimiser.step()


def load_torch() -> Job:
    """Import torch in two steps, neither of which holds the interpreter lock for long."""
    if "torch" in sys.modules:
        return
    yield Progress(0.0, "Loading the engine")
    map_torch_libraries()
    yield Progress(0.0, "Loading the engine")
    with gentle_imports():
        importlib.import_module("torch")
    yield Progress(0.0, "Loading the engine")


@contextlib.contextmanager
def gentle_imports() -> Iterator[None]:
    """Import or build long-lived things: no garbage collection meanwhile, nor of them later.

    If torch is imported its libraries are mapped first. Nothing is frozen if no module was
    imported, so it costs nothing to use it again.
    """
    was_enabled = gc.isenabled()
    modules_before = len(sys.modules)
    finder = _LibrariesFirst()
    sys.meta_path.insert(0, finder)
    gc.disable()
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        if len(sys.modules) > modules_before:
            gc.freeze()
        if was_enabled:
            gc.enable()


class _LibrariesFirst:
    """A finder of modules that finds none, but maps torch's libraries when torch is looked for."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "torch":
            map_torch_libraries()


def map_torch_libraries() -> bool:
    """Map torch's shared libraries into the process with the interpreter lock released.

    Changes nothing but when it happens: the libraries are those that `import torch` is about to
    open, with its flags. If one cannot be opened the import says why. On Windows torch opens its
    libraries with the lock released anyway.

    Returns:
        Whether they are mapped now.
    """
    spec = PathFinder.find_spec("torch")
    if spec is None or spec.origin is None or os.name != "posix":
        return False
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    dlopen.restype = ctypes.c_void_p
    folder = Path(spec.origin).parent / "lib"
    suffix = ".dylib" if sys.platform == "darwin" else ".so"
    libraries = {
        # torch._load_global_deps opens the first for everybody, the second comes with torch._C.
        f"libtorch_global_deps{suffix}": os.RTLD_GLOBAL | os.RTLD_LAZY,
        f"libtorch{suffix}": os.RTLD_LOCAL | os.RTLD_NOW,
    }
    return all(
        dlopen(os.fsencode(folder / name), flags) is not None for name, flags in libraries.items()
    )
