"""torchvision's missing operators are declared when, and only when, its import fails for them.

In processes of their own: an operator that is declared stays so, and so does an imported module.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEEDS_OPERATORS = """
import torch
torch.library.register_fake("torchvision::nms")(lambda *_: None)
torch.library.register_fake("torchvision::qnms")(lambda *_: None)
"""
SCRIPT = """
import torch
from engine.encoders.torchvision_cure import import_torchvision
try:
    import_torchvision()
except RuntimeError as error:
    print("raised:", error)
else:
    import torchvision
    found = hasattr(torch.ops.torchvision, "nms"), hasattr(torch.ops.torchvision, "qnms")
    print("imported:", *found)
"""


def answer(folder: Path | None = None) -> str:
    """What the script says with `folder` before everything else on the path."""
    path = os.pathsep.join(str(p) for p in (folder, Path.cwd()) if p)
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"},
    )
    assert process.returncode == 0, process.stderr
    return process.stdout.strip()


@pytest.mark.parametrize(
    ("package", "expected"),
    [
        (NEEDS_OPERATORS, "imported: True True"),
        ("", "imported: False False"),
        ("raise RuntimeError('another reason')", "raised: another reason"),
    ],
    ids=["misses them", "needs no cure", "fails otherwise"],
)
def test_stand_in(tmp_path: Path, package: str, expected: str) -> None:
    (tmp_path / "torchvision").mkdir()
    (tmp_path / "torchvision" / "__init__.py").write_text(package)
    assert answer(tmp_path) == expected


def test_installed_torchvision() -> None:
    assert answer().startswith("imported: True")
