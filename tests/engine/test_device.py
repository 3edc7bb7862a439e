"""Device choice, manners towards other threads, and the way down when memory runs out."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine import context as context_module
from engine import device
from engine.context import Context, Resources
from engine.errors import InputError
from engine.service import Service
from engine.types import Job, Progress, ProgressOf, Result
from tests.engine.fake_jobs import Inbox


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Pretend that these accelerators are there and work."""

    def pretend(*names: str) -> None:
        monkeypatch.setattr(
            device, "_accelerator", lambda name: torch.device(name) if name in names else None
        )

    return pretend


@pytest.mark.parametrize(
    ("names", "choice"),
    [(("cuda", "mps"), "cuda"), (("mps",), "mps"), ((), "cpu")],
)
def test_cuda_else_mps_else_the_processor(present, names, choice):
    present(*names)
    assert device.choose_device() == torch.device(choice)


def test_a_preference_is_followed(present):
    present("cuda", "cuda:1", "mps")
    assert device.choose_device("cpu") == torch.device("cpu")
    assert device.choose_device("cuda:1") == torch.device("cuda:1")
    assert device.choose_device("mps") == torch.device("mps")


@pytest.mark.parametrize("name", ["cuda", "cuda:99", "cuda:x", "mps", "toaster", ""])
def test_a_preferred_device_that_is_missing_is_said(name, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(InputError, match=f'cannot compute on "{name}"'):
        device.choose_device(name)


@pytest.mark.parametrize(
    "error", [RuntimeError("no kernel image"), AssertionError("not compiled with CUDA")]
)
def test_a_graphics_card_that_cannot_add_does_not_count(monkeypatch, error):
    def fail(*size: int, **options: Any) -> None:
        raise error

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    monkeypatch.setattr(torch, "ones", fail)
    assert device.choose_device() == torch.device("cpu")


def in_thread(function: Callable[[], Any]) -> Any:
    """Thread settings tried where they disturb nobody."""
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0]


@pytest.mark.parametrize(
    ("cores", "own_choice", "expected"), [(8, 8, 7), (2, 2, 1), (1, 1, 1), (8, 3, 3)]
)
def test_torch_leaves_a_core_alone(monkeypatch, cores, own_choice, expected):
    used: list[int] = []
    monkeypatch.setattr(device, "usable_cores", lambda: cores)
    monkeypatch.setattr(torch, "get_num_threads", lambda: own_choice)
    monkeypatch.setattr(torch, "set_num_threads", used.append)
    assert device.limit_cpu_threads() == expected
    assert used == [expected]


def test_the_usable_cores_are_those_of_this_process():
    assert 1 <= device.usable_cores() <= (os.cpu_count() or 1)


@pytest.mark.skipif(sys.platform != "linux", reason="niceness of a thread is Linux's")
def test_the_engine_thread_steps_back_and_the_others_do_not():
    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def lowered() -> int:
        device.lower_thread_priority()
        return niceness()

    before = niceness()
    assert in_thread(lowered) == min(before + device.ENGINE_NICENESS, 19)
    assert niceness() == before


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("shapes do not match"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_what_counts_as_out_of_memory(error, expected):
    assert device.is_out_of_memory(error) is expected


class Hungry:
    """A fake job that fits into memory only under the conditions in `fits`; notes its attempts."""

    def __init__(self, fits: Callable[[Context], bool], error: Exception | None = None) -> None:
        self.fits = fits
        self.error = error if error is not None else MemoryError()
        self.attempts: list[tuple[float, str]] = []

    def __call__(self, payload: Any, context: Context) -> Job:
        self.attempts.append((context.batch_scale, str(context.device)))
        context.cache["photo features"] = "large"
        yield Progress(0.5)
        if not self.fits(context):
            raise self.error
        return "done"


def run(handler: Hungry, context: Context) -> tuple[Any, list[str]]:
    """The value, and the texts of the progress on the way."""
    job = device.with_memory_fallback(handler, None, context)
    texts = []
    while True:
        try:
            texts.append(next(job).text)
        except StopIteration as end:
            return end.value, texts


@pytest.fixture
def on_gpu(monkeypatch: pytest.MonkeyPatch) -> Context:
    """A context that believes in a graphics card, without one being touched."""
    monkeypatch.setattr(
        context_module,
        "choose_device",
        lambda name: torch.device("cuda" if name == "auto" else name),
    )
    return Context(resources=Resources())


def test_enough_memory_needs_no_second_attempt(on_gpu):
    handler = Hungry(fits=lambda context: True)
    assert run(handler, on_gpu) == ("done", [""])
    assert handler.attempts == [(1.0, "cuda")]
    assert on_gpu.notices == []


@pytest.mark.parametrize("error", [MemoryError(), torch.OutOfMemoryError("CUDA out of memory")])
def test_first_smaller_batches(on_gpu, error):
    handler = Hungry(lambda context: context.batch_scale < 1, error)
    value, texts = run(handler, on_gpu)
    assert value == "done"
    assert handler.attempts == [(1.0, "cuda"), (0.5, "cuda")]
    assert on_gpu.notices == ["Memory ran out; trying again in smaller parts."]
    assert texts == ["", *on_gpu.notices, ""]


def test_then_the_processor(on_gpu):
    handler = Hungry(lambda context: context.device.type == "cpu")
    assert run(handler, on_gpu)[0] == "done"
    assert handler.attempts == [(1.0, "cuda"), (0.5, "cuda"), (0.5, "cpu")]
    assert on_gpu.notices[-1].endswith("working on the processor instead.")


def test_then_a_sentence(on_gpu):
    handler = Hungry(fits=lambda context: False)
    with pytest.raises(InputError, match="not enough memory"):
        run(handler, on_gpu)
    assert len(handler.attempts) == 3


def test_on_the_processor_there_are_two_attempts():
    handler = Hungry(fits=lambda context: False)
    with pytest.raises(InputError, match="not enough memory"):
        run(handler, Context(resources=Resources("cpu")))
    assert handler.attempts == [(1.0, "cpu"), (0.5, "cpu")]


def test_what_was_cached_is_given_up_for_the_next_attempt(on_gpu):
    seen: list[bool] = []

    def handler(payload: Any, context: Context) -> Job:
        seen.append("features" in context.cache)
        context.cache["features"] = "large"
        yield Progress(0.0)
        if len(seen) == 1:
            raise MemoryError
        return None

    run(handler, on_gpu)
    assert seen == [False, False]


def test_other_errors_pass_through(on_gpu):
    handler = Hungry(lambda context: False, ZeroDivisionError("a bug"))
    with pytest.raises(ZeroDivisionError):
        run(handler, on_gpu)
    assert len(handler.attempts) == 1


def test_a_job_in_its_second_attempt_can_be_closed(on_gpu):
    handler = Hungry(lambda context: False)
    job = device.with_memory_fallback(handler, None, on_gpu)
    for _ in range(3):
        next(job)
    job.close()
    assert len(handler.attempts) == 2


def test_the_service_takes_the_same_way_and_says_so():
    inbox = Inbox()
    handler = Hungry(lambda context: context.batch_size(8) == 4)
    service = Service(inbox, {"job": handler}, device="cpu")
    service.start()
    request = service.submit("job", None)
    sentence = "Memory ran out; trying again in smaller parts."
    assert inbox.answer_to(request.id) == Result(request.id, "job", None, "done", (sentence,))
    assert sentence in [progress.text for progress in inbox.progress(request.id)]
    assert service.stop()
    assert all(isinstance(message, ProgressOf | Result) for message in inbox.messages)


@pytest.mark.parametrize(("scale", "full", "size"), [(1.0, 8, 8), (0.5, 8, 4), (0.5, 1, 1)])
def test_batch_sizes_never_reach_zero(scale, full, size):
    context = Context()
    context.batch_scale = scale
    assert context.batch_size(full) == size


def test_an_encoder_is_loaded_once_per_device(monkeypatch):
    from engine.encoders import loading

    loads: list[tuple[str, str]] = []

    def load(name: str, where: torch.device) -> object:
        loads.append((name, str(where)))
        return object()

    monkeypatch.setattr(loading, "load_encoder", load)
    resources = Resources("cpu")
    first = Context(resources=resources).encoder("bundled")
    assert Context(resources=resources).encoder("bundled") is first
    assert Context(resources=resources).encoder("other") is not first
    assert loads == [("bundled", "cpu"), ("other", "cpu")]
