"""The checks of conftest.py catch what they are there for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEAKS = {
    "thread": """
import threading
def test_it():
    threading.Thread(target=threading.Event().wait, daemon=True, name="forgotten").start()
""",
    "timer": """
from PySide6.QtCore import QTimer
def test_it(qapp):
    global timer
    timer = QTimer()
    timer.start(1000)
""",
    "window": """
from PySide6.QtWidgets import QWidget
def test_it(qapp):
    global window
    window = QWidget()
    window.show()
""",
}


@pytest.mark.parametrize("kind", [*LEAKS, "nothing"])
def test_what_is_left_behind_fails_the_test(tmp_path, kind):
    path = tmp_path / "test_leaky.py"
    path.write_text(LEAKS.get(kind, "def test_it(qtbot):\n    pass\n"))
    (tmp_path / "conftest.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom tests.conftest import *\n"
        "from tests.conftest import _nothing_is_left_running, _user_folders_are_isolated\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    if kind == "nothing":
        assert done.returncode == 0, done.stdout
    else:
        assert done.returncode == 1, done.stdout
        assert f"left behind: {kind}" in done.stdout
