"""A window with the Match dock in front, and a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.panels.match_panel import MatchPanel
    from app.panels.match_parts import Match
    from tests.panels.match_fakes import FakeMatch


@pytest.fixture
def fake(engine) -> FakeMatch:
    return engine.match


@pytest.fixture
def panel(window: MainWindow, program) -> MatchPanel:
    program.assist.set_tinting(False)
    window.layout_of_window.bring_up(window.match.dock)
    return window.match.panel


@pytest.fixture
def match(panel: MatchPanel) -> Match:
    return panel.match


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def settled(match, program, qtbot):
    """Waits until nothing is under way and the drawing is matched."""

    def wait() -> None:
        def is_settled() -> bool:
            session = match.session
            known = session.matched is not None and not session.is_stale
            return known and not program.bridge.busy

        qtbot.waitUntil(is_settled)

    return wait


@pytest.fixture
def with_photo(match, program, photo, qtbot):
    """The photo (200 x 100 px) at (0, 128) to (1024, 640) of the page."""
    program.reference.load(photo)
    qtbot.waitUntil(lambda: program.reference.photo is not None)
