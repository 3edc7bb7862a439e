"""The window with a fake engine and a fake user.

Imports happen in the fixtures: tests that need no window load none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.document.stroke import Stroke
    from app.errors import Report
    from app.main_window import MainWindow
    from app.program import Program
    from app.settings import Settings
    from tests.panels.fakes import FakeEngine, FakeUser


@pytest.fixture
def engine() -> FakeEngine:
    from tests.panels.fakes import FakeEngine

    return FakeEngine()


@pytest.fixture
def user() -> FakeUser:
    from tests.panels.fakes import FakeUser

    return FakeUser()


@pytest.fixture
def settings(tmp_path) -> Settings:
    from app.settings import Settings

    return Settings(tmp_path / "settings.json")


@pytest.fixture
def bugs() -> list[Report]:
    """What was reported as a bug; a test that expects some empties it."""
    return []


@pytest.fixture
def program(qapp, settings, user, engine, state_folder, bugs) -> Iterator[Program]:
    from app.errors import Reporter
    from app.panels.dialogs import UnsavedAnswer
    from app.program import Program

    reporter = Reporter(state_folder)
    reporter.subscribe(lambda report: bugs.append(report) if report.is_bug else None)
    program = Program(settings, reporter, user, state_folder, engine.handlers)
    program.bridge.start()
    yield program
    user.unsaved = UnsavedAnswer.DISCARD
    program.close()
    program.deleteLater()
    assert bugs == []


@pytest.fixture
def window(qtbot, program, user) -> Iterator[MainWindow]:
    from app.main_window import MainWindow
    from app.panels.dialogs import UnsavedAnswer

    window = MainWindow(program)
    window.show()
    qtbot.waitExposed(window)
    yield window
    user.unsaved = UnsavedAnswer.DISCARD
    window.close()
    window.deleteLater()


@pytest.fixture
def photo(tmp_path) -> Path:
    """A PNG of 200 x 100 px: red, with a blue square in the middle."""
    from PIL import Image

    image = Image.new("RGB", (200, 100), "#cc2020")
    image.paste("#2020cc", (80, 30, 120, 70))
    path = tmp_path / "square.png"
    image.save(path)
    return path


@pytest.fixture
def line() -> Stroke:
    from app.document.stroke import Stroke

    return Stroke.from_polyline([(100, 100), (300, 100)], width_px=8)
