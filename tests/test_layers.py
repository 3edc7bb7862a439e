"""What gets imported on the way to the first window and on the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.cli.common import COMMANDS


def modules_after(statement: str) -> set[str]:
    """Top-level names of the modules that a fresh process has after `statement`."""
    code = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "app.main_window",
        "app.application",
        "app.bridge.engine_bridge",
        "engine.service",
        "engine.strokes",
        "engine.types",
        "engine.warmup",
    ],
)
def test_the_way_to_the_first_window_is_free_of_torch(module):
    assert modules_after(f"import {module}").isdisjoint({"torch", "torchvision", "timm"})


def test_starting_imports_neither_qt_nor_numerics():
    heavy = {"torch", "PySide6", "qasync", "numpy", "PIL"}
    assert modules_after("import app.__main__").isdisjoint(heavy)


@pytest.mark.parametrize("module", [module for module, _ in COMMANDS.values()])
def test_subcommands_import_no_qt_and_torch_only_when_they_run(module):
    loaded = modules_after(f"import {module}")
    assert loaded.isdisjoint({"PySide6", "qasync", "torch"})


@pytest.mark.parametrize("module", ["engine.service", "engine.registry", "app.document", "app.cli"])
def test_engine_and_document_know_nothing_of_qt(module):
    assert modules_after(f"import {module}").isdisjoint({"PySide6", "qasync"})
