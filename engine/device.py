"""Device choice, what to do when memory runs out, and manners towards the GUI thread.

torch is imported inside the functions: this module is on the way to the first window.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
from typing import TYPE_CHECKING, Any

from engine.errors import InputError
from engine.types import Job, Progress

if TYPE_CHECKING:
    import torch

    from engine.context import Context, Handler

ENGINE_NICENESS = 5
"""On top of the program's own: enough for Linux to give the GUI thread a core first; an idle core
is still used in full."""

# Only CUDA has an exception of its own; the others raise RuntimeError with one of these texts.
_OUT_OF_MEMORY_TEXTS = ("out of memory", "can't allocate memory", "not enough memory")


def choose_device(preference: str = "auto") -> torch.device:
    """CUDA, else MPS, else the CPU; or the one that `preference` names, such as "cuda:1".

    A graphics card counts only if it can compute: an old card with a new torch, or one whose
    driver broke, reports itself as available and fails at the first operation.

    Raises:
        InputError: the preferred device is not on this machine.
    """
    import torch

    if preference == "cpu":
        return torch.device("cpu")
    if preference == "auto":
        candidates = (_accelerator("cuda"), _accelerator("mps"))
        return next((device for device in candidates if device), torch.device("cpu"))
    device = _accelerator(preference)
    if device is None:
        raise InputError(f'This computer cannot compute on "{preference}": use "auto" or "cpu".')
    return device


def _accelerator(name: str) -> torch.device | None:
    """The device if it adds one and one, else None."""
    import torch

    kind = name.partition(":")[0]
    is_available = (kind == "cuda" and torch.cuda.is_available()) or (
        kind == "mps" and torch.backends.mps.is_available()
    )
    if not is_available:
        return None
    try:
        device = torch.device(name)
        works = (torch.ones(1, device=device) + 1).item() == 2
    except (RuntimeError, AssertionError):
        return None
    return device if works else None


def describe_device(device: torch.device) -> str:
    """The device in a few words for the user."""
    if device.type == "cuda":
        import torch

        return torch.cuda.get_device_name(device)
    return {"cpu": "CPU", "mps": "Apple GPU"}.get(device.type, str(device))


def usable_cores() -> int:
    """CPU cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def limit_cpu_threads(spare_cores: int = 1) -> int:
    """Let torch's operations, called from this thread, leave `spare_cores` cores alone.

    A lower number, set by the user through OMP_NUM_THREADS say, stays.

    Returns:
        The number of threads torch uses now, at least 1.
    """
    import torch

    threads = max(1, min(torch.get_num_threads(), usable_cores() - spare_cores))
    torch.set_num_threads(threads)
    return threads


def lower_thread_priority() -> None:
    """Let the calling thread, and threads it starts, yield the CPU to the others (Linux only).

    Elsewhere niceness belongs to the whole process, which would slow the GUI thread too.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            thread = threading.get_native_id()
            niceness = os.getpriority(os.PRIO_PROCESS, thread) + ENGINE_NICENESS
            os.setpriority(os.PRIO_PROCESS, thread, niceness)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether `error` says that memory, of the computer or the graphics card, ran out."""
    if isinstance(error, MemoryError):
        return True
    torch_ = sys.modules.get("torch")
    if torch_ is not None and isinstance(error, torch_.OutOfMemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(part in text for part in _OUT_OF_MEMORY_TEXTS)


def free_memory() -> None:
    """Give unused memory back to the system and the graphics card."""
    gc.collect()
    torch_ = sys.modules.get("torch")
    if torch_ is None:
        return
    if torch_.cuda.is_initialized():
        torch_.cuda.empty_cache()
    if torch_.backends.mps.is_available():
        torch_.mps.empty_cache()


def with_memory_fallback(handler: Handler, payload: Any, context: Context) -> Job:
    """Run a handler; when memory runs out, again with smaller batches, then on the CPU.

    Raises:
        InputError: memory ran out at the last attempt, too.
        TypeError: the handler is not a generator function.
    """
    while True:
        try:
            return (yield from _start(handler, payload, context))
        except Exception as error:
            if not is_out_of_memory(error):
                raise
        # Out of the except clause: the traceback kept the failed attempt's arrays alive.
        remedy = context.lower_memory_use()
        free_memory()
        if remedy is None:
            raise InputError(
                "There is not enough memory for this: close other programs, or ask for less."
            )
        context.notice(remedy)
        yield Progress(0.0, remedy)


def _start(handler: Handler, payload: Any, context: Context) -> Job:
    job = handler(payload, context)
    # A plain function would run in one piece: no progress, no cancelling, nobody could overtake.
    if not hasattr(job, "send"):
        raise TypeError(f"{handler!r} returned {type(job).__name__}; handlers are generators")
    return job
