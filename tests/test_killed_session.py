"""Kill -9 at random moments: after the restart at most the gesture in progress is missing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.document.drawing import Drawing
from app.document.files import read_drawing
from app.document.recovery import list_recoverable
from app.session import JOURNAL_FOLDER
from tests.killed_session import DRAWING_NAME, GESTURES, STATE_FOLDER, state_of

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signal 9 here")

LONGEST_GESTURE_S = 0.03


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.killed_session", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def told_by(session: subprocess.Popen[str], most: int) -> list[str]:
    """The states that the session tells, up to so many."""
    assert session.stdout is not None
    states: list[str] = []
    while len(states) < most:
        line = session.stdout.readline().strip()
        if line in ("", "end"):
            break
        states.append(line)
    return states


def kill(session: subprocess.Popen[str]) -> list[str]:
    """Kill it; what it told in the meantime."""
    session.kill()
    rest, _ = session.communicate()
    return [line for line in rest.split("\n")[:-1] if line != "end"]


def all_states(folder: Path) -> tuple[str, ...]:
    """The states of a whole session, from the first to the last."""
    session = start(folder)
    states = told_by(session, GESTURES + 1)
    assert len(states) == GESTURES + 1
    assert len(set(states)) > GESTURES / 2
    kill(session)
    return tuple(states)


def recovered(folder: Path) -> str:
    """What a new start would have: the journal's drawing, else the file's, else an empty page."""
    works = list_recoverable(folder / STATE_FOLDER / JOURNAL_FOLDER)
    if works:
        return state_of(works[0].drawing())
    file = folder / DRAWING_NAME
    return state_of(read_drawing(file) if file.exists() else Drawing())


@pytest.mark.parametrize("kills", [4, pytest.param(100, marks=pytest.mark.slow)])
def test_nothing_but_the_gesture_in_progress_is_missing(
    kills: int, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = all_states(tmp_path_factory.mktemp("whole"))
    moments = random.Random(kills)
    for number in range(kills):
        folder = tmp_path / str(number)
        folder.mkdir()
        session = start(folder)
        told = told_by(session, moments.randint(1, GESTURES + 1))
        time.sleep(moments.uniform(0, LONGEST_GESTURE_S))
        told += kill(session)
        assert tuple(told) == whole[: len(told)]
        # The gesture in progress may have been finished, but not told any more.
        assert recovered(folder) in whole[len(told) - 1 : len(told) + 1]
