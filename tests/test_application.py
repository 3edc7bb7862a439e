"""The whole program in a process of its own, as `python -m app` starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.document.drawing import Drawing
from app.document.svg_write import write_svg

# Runs the program; once the window is seen, `act(program, window)` decides how it ends.
PRELUDE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import application
from app.document.stroke import Stroke

after_show = application._after_show

def start(act, path=None):
    def watched(program, window, path):
        print("torch first:", "torch" in sys.modules)
        after_show(program, window, path)
        act(program, window)
    application._after_show = watched
    print("status:", application.run(path))

def say(window):
    print("title:", window.windowTitle())
    print("message:", window.message_bar.text)
    sys.stdout.flush()
"""


@pytest.fixture
def run(tmp_path):
    """Run a script after the prelude with folders of its own; returns status and said lines."""

    def start(script: str) -> tuple[int, dict[str, str]]:
        done = subprocess.run(
            [sys.executable, "-c", PRELUDE + script],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "XDG_CONFIG_HOME": str(tmp_path / "config"),
                "XDG_STATE_HOME": str(tmp_path / "state"),
            },
        )
        assert "Traceback" not in done.stderr, done.stderr
        lines = [line.partition(": ") for line in done.stdout.splitlines()]
        return done.returncode, {name: value for name, _, value in lines}

    return start


def journals(tmp_path: Path) -> list[Path]:
    return list(tmp_path.rglob("*.journal"))


def test_it_starts_without_torch_and_ends_cleanly(run, tmp_path):
    status, said = run(
        "def act(program, window):\n"
        "    window.pen_options.width_box.setValue(8.0)\n"
        "    say(window)\n"
        "    QTimer.singleShot(0, window.close)\n"
        "start(act)\n"
    )
    assert status == 0
    assert said["torch first"] == "False"
    assert said["title"] == "Untitled[*] - Strokewise"
    assert said["message"].startswith("Welcome to Strokewise.")
    assert said["status"] == "0"
    assert journals(tmp_path) == []
    (settings,) = tmp_path.rglob("settings.json")
    assert '"pen.width_px": 8.0' in settings.read_text()
    _, said = run("def act(program, window):\n    say(window)\n    window.close()\nstart(act)\n")
    assert said["message"] == ""


def test_a_file_named_on_the_command_line_is_opened(run, tmp_path, line):
    path = tmp_path / "horse.svg"
    write_svg(path, Drawing((line,)))
    status, said = run(
        "def act(program, window):\n"
        "    say(window)\n"
        "    print('strokes:', len(program.session.document.drawing.strokes))\n"
        "    QTimer.singleShot(0, window.close)\n"
        f"start(act, Path({str(path)!r}))\n"
    )
    assert status == 0
    assert said["title"] == "horse.svg[*] - Strokewise"
    assert said["strokes"] == "1"


def test_after_a_kill_the_work_is_offered(run, tmp_path):
    status, _ = run(
        "def act(program, window):\n"
        "    document = program.session.document\n"
        "    line = Stroke.from_polyline([(1, 2), (30, 40)])\n"
        "    document.apply(document.drawing.adding(line), 'Draw stroke')\n"
        "    os._exit(9)\n"
        "start(act)\n"
    )
    assert status == 9
    assert len(journals(tmp_path)) == 1
    status, said = run(
        "def act(program, window):\n"
        "    say(window)\n"
        "    window.message_bar.answer('Restore').click()\n"
        "    print('strokes:', len(program.session.document.drawing.strokes))\n"
        f"    program.session.document.save({str(tmp_path / 'saved.svg')!r})\n"
        "    QTimer.singleShot(0, window.close)\n"
        "start(act)\n"
    )
    assert status == 0
    assert said["message"] == "Strokewise ended before the changes to Untitled were saved."
    assert said["strokes"] == "1"
    assert journals(tmp_path) == []
