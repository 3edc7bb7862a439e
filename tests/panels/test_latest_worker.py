from __future__ import annotations

import threading

import pytest

from app.panels.latest_worker import LatestWorker


@pytest.fixture
def worker(qapp):
    worker = LatestWorker()
    yield worker
    worker.shutdown()
    worker.deleteLater()


def test_work_is_done_beside_and_told_here(worker, qtbot):
    told = []
    here = threading.get_ident()
    worker.submit(
        "a", threading.get_ident, lambda there: told.append((there, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here
    assert told[0][1] == here


def test_of_a_kind_only_the_latest_is_told_and_what_waits_is_left_out(worker, qtbot):
    begun, told = [], []
    gate = threading.Event()

    def work(number):
        begun.append(number)
        gate.wait(5)
        return number

    for number in range(5):
        worker.submit("a", lambda number=number: work(number), told.append)
        qtbot.waitUntil(lambda: begun == [0])
    worker.submit("b", lambda: "other", told.append)
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [4, "other"]
    assert begun == [0, 4]


def test_what_is_forgotten_is_not_told(worker, qtbot):
    told = []
    worker.submit("a", lambda: 1, told.append)
    worker.forget("a")
    worker.submit("b", lambda: 2, told.append)
    qtbot.waitUntil(lambda: told == [2])


def test_bugs_are_told_as_such(worker, qtbot):
    with qtbot.waitSignal(worker.broke) as caught:
        worker.submit("a", lambda: 1 / 0, pytest.fail)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_after_the_end_nothing_is_told(worker, qtbot):
    told = []
    worker.submit("a", lambda: 1, told.append)
    worker.shutdown()
    qtbot.wait(10)
    assert told == []
