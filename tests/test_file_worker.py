from __future__ import annotations

import threading

import pytest

from app.file_worker import FileWorker
from engine.errors import InputError


@pytest.fixture
def worker(qapp):
    worker = FileWorker()
    yield worker
    worker.shutdown()
    worker.deleteLater()


def fail(error: Exception) -> None:
    raise error


def test_work_is_done_beside_and_told_here_in_order(worker, qtbot):
    threads, told = [], []
    for i in range(3):
        worker.submit(
            lambda: threads.append(threading.current_thread()),
            lambda i=i: told.append((i, threading.current_thread())),
            told.append,
        )
    assert worker.busy
    qtbot.waitUntil(lambda: not worker.busy)
    assert told == [(i, threading.main_thread()) for i in range(3)]
    assert threading.main_thread() not in threads


def test_finish_waits_and_tells(worker):
    released, told = threading.Event(), []
    worker.submit(lambda: released.wait(5), lambda: told.append("done"), told.append)
    worker.submit(lambda: fail(InputError("No.")), lambda: told.append("done"), told.append)
    assert told == []
    released.set()
    worker.finish()
    assert told == ["done", "No."]


def test_a_bug_is_told_as_one(worker, qtbot):
    told = []
    with qtbot.waitSignal(worker.broke) as broke:
        worker.submit(lambda: fail(KeyError("x")), lambda: told.append("done"), told.append)
    assert isinstance(broke.args[0], KeyError)
    assert told == []
