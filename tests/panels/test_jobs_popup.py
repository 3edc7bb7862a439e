from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.types import Progress


@pytest.fixture
def busy(window, program, monkeypatch, qtbot):
    """Two jobs: one under way, one that waits behind it."""
    end = threading.Event()

    def long_job(payload, context):
        while not end.is_set():
            yield Progress(0.25, "File 3 of 12")
            end.wait(0.002)
        return ()

    handlers = {"models.verify": long_job, "models.fetch": long_job}
    for kind, handler in handlers.items():
        monkeypatch.setitem(program.bridge._service._handlers, kind, handler)
        monkeypatch.setitem(program.bridge._handlers, kind, handler)
    program.bridge.submit("models.verify", None)
    bar = window.status_bar
    qtbot.waitUntil(lambda: bar.job_progress.value() == 250)
    program.bridge.submit("models.fetch", None)
    yield bar
    end.set()
    program.engine.cancel_jobs()


def test_the_bar_names_the_latest_job_and_how_many_more(busy):
    assert busy.jobs_button.text() == "Fetching a model and 1 more"


def test_a_click_lists_all_jobs_with_their_progress(busy, qtbot):
    busy.jobs_button.click()
    popup = busy.jobs
    assert popup.isVisible()
    verify, fetch = popup.rows["models.verify"], popup.rows["models.fetch"]
    assert (verify.progress.value(), verify.text.text()) == (250, "File 3 of 12")
    assert fetch.cancel_button.accessibleName() == "Cancel: Fetching a model"
    assert popup.geometry().bottom() <= busy.mapToGlobal(busy.rect().bottomLeft()).y()


def test_each_is_cancelled_by_itself(busy, program, qtbot):
    busy.jobs_button.click()
    popup = busy.jobs
    popup.rows["models.verify"].cancel_button.click()
    assert list(popup.rows) == ["models.fetch"]
    assert program.bridge.busy == {"models.fetch"}
    qtbot.waitUntil(lambda: popup.rows["models.fetch"].progress.value() == 250)
    popup.rows["models.fetch"].cancel_button.click()
    assert program.bridge.busy == frozenset()
    assert not popup.isVisible()


def test_the_bars_cancel_takes_the_job_it_names(busy, program):
    busy.cancel_button.click()
    assert program.bridge.busy == {"models.verify"}
    assert busy.jobs_button.text() == "Checking the models"


def test_escape_closes_the_list_and_cancels_nothing(busy, program):
    busy.jobs_button.click()
    QTest.keyClick(busy.jobs, Qt.Key.Key_Escape)
    assert not busy.jobs.isVisible()
    assert program.bridge.busy == {"models.fetch", "models.verify"}
