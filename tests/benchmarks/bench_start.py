"""From starting the process to the first painted window, torch not loaded, and its memory.

The starts are warm: one before them, which does not count, compiles the modules and fills the
system's file cache, as any earlier start of an installed program does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

STARTS = 6

# Says when the page was painted, and the memory that was needed till then, and ends there.
PROGRAM = """
import os, sys, time
import psutil
from app.canvas.page_view import PageView
paint = PageView.paintEvent
def first(self, event):
    paint(self, event)
    painted_s = time.time()
    rss_bytes = psutil.Process().memory_info().rss
    print(painted_s, "torch" in sys.modules, rss_bytes, flush=True)
    os._exit(0)
PageView.paintEvent = first
from app.__main__ import main
sys.argv = ["strokewise"]
main()
"""


@pytest.mark.benchmark
def test_first_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPYCACHEPREFIX")
    environment = os.environ | {name: str(tmp_path) for name in folders}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds, megabytes = [], []
    for _ in range(1 + STARTS):
        began_s = time.time()
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        painted_s, torch_loaded, rss_bytes = done.stdout.split()
        assert torch_loaded == "False"
        seconds.append(float(painted_s) - began_s)
        megabytes.append(int(rss_bytes) / 1e6)
    del seconds[0]
    with capsys.disabled():
        sys.stdout.write(
            f"\nfirst window: p50 {np.median(seconds):.2f} s  max {max(seconds):.2f} s  "
            f"{max(megabytes):.0f} MB resident\n"
        )
