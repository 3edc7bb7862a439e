"""Loading torch gently, in processes of their own: here it is loaded already."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import torch

from engine import warmup
from engine.context import Context, Resources
from engine.service import Service
from engine.types import Priority
from tests.engine.fake_jobs import Inbox, value_of


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the process's memory map")
def test_mapping_the_libraries_imports_nothing():
    out = run_python(
        "import sys\n"
        "from pathlib import Path\n"
        "from engine.warmup import map_torch_libraries\n"
        "mapped = lambda: 'libtorch_cpu.so' in Path('/proc/self/maps').read_text()\n"
        "print(mapped(), map_torch_libraries(), mapped(), 'torch' in sys.modules)\n"
        "import torch\n"
        "print(torch.ones(2).sum().item())\n"
    )
    assert out.split() == ["False", "True", "True", "False", "2.0"]


def test_torch_comes_in_steps_and_out_of_the_collectors_sight():
    out = run_python(
        "import gc, sys\n"
        "from engine.warmup import load_torch\n"
        "loaded = [('torch' in sys.modules) for _ in load_torch()]\n"
        "print(loaded, gc.isenabled(), gc.get_freeze_count() > 100_000)\n"
        "print(list(load_torch()))\n"
    )
    assert out.splitlines() == ["[False, False, True] True True", "[]"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the process's memory map")
def test_torch_imported_by_a_handler_finds_its_libraries_mapped():
    out = run_python(
        "import sys\n"
        "from engine import warmup\n"
        "before, map_them = list(sys.meta_path), warmup.map_torch_libraries\n"
        "warmup.map_torch_libraries = lambda: print('torch' in sys.modules, map_them())\n"
        "with warmup.gentle_imports():\n"
        "    import colorsys\n"
        "    print('so far so good')\n"
        "    import torch\n"
        "print(sys.meta_path == before)\n"
    )
    assert out.splitlines() == ["so far so good", "False True", "True"]


def test_without_torch_nothing_is_mapped(monkeypatch):
    monkeypatch.setattr(warmup.PathFinder, "find_spec", lambda name: None)
    assert not warmup.map_torch_libraries()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled):
    def fail_to_import() -> None:
        with warmup.gentle_imports():
            assert not gc.isenabled()
            raise ImportError

    frozen = gc.get_freeze_count()
    if not enabled:
        gc.disable()
    try:
        with pytest.raises(ImportError):
            fail_to_import()
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
    assert gc.get_freeze_count() == frozen


class FakeEncoder:
    """Has what a rehearsal needs; counts the passes, forth and back."""

    name = "fake"
    canvas_size = 8
    coarse_canvas_size = 8
    device = torch.device("cpu")

    def __init__(self) -> None:
        self.passes: list[str] = []

    def encode(self, images: torch.Tensor) -> SimpleNamespace:
        assert images.shape == (1, 3, 8, 8)
        self.passes.append("forth")
        images.register_hook(lambda gradient: self.passes.append("back"))
        return SimpleNamespace(embedding=images.mean(dim=(2, 3)))


def test_warming_up_loads_the_encoder_and_tries_it(monkeypatch):
    encoder = FakeEncoder()
    asked: list[str] = []
    monkeypatch.setattr(Context, "encoder", lambda self, name: asked.append(name) or encoder)
    job = warmup.warm_up(warmup.WarmUpPayload("lite"), Context(resources=Resources("cpu")))
    ready = None

    def run():
        nonlocal ready
        ready = yield from job

    fractions = [step.fraction for step in run()]
    assert fractions == sorted(fractions)
    assert (ready.encoder, ready.device) == ("fake", "CPU")
    assert ready.seconds > 0
    assert asked == ["lite"]
    assert encoder.passes == ["forth", "back"]


def test_warming_up_for_torch_alone(monkeypatch):
    monkeypatch.setattr(Context, "encoder", lambda self, name: pytest.fail("not asked for"))
    assert list(warmup.warm_up(warmup.WarmUpPayload(None), Context(resources=Resources("cpu"))))


@pytest.fixture
def thawed() -> Iterator[None]:
    """Leave what the test imports to the collector, as without it."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_the_default_service_warms_up_for_the_next_request():
    inbox = Inbox()
    service = Service(inbox, device="cpu")
    service.start()
    request = service.submit("warm-up", warmup.WarmUpPayload(), priority=Priority.BACKGROUND)
    assert value_of(inbox.answer_to(request.id)).seconds > 0
    assert service.stop()
