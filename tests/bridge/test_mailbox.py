"""At most one progress per request waits, and no preview is lost."""

from __future__ import annotations

from app.bridge.mailbox import Mailbox
from engine.types import Failure, Progress, ProgressOf, Result


def progress(request_id: int, fraction: float, preview: object = None) -> ProgressOf:
    return ProgressOf(request_id, "job", None, Progress(fraction, preview=preview))


def test_only_the_first_message_wakes():
    box = Mailbox()
    assert box.put(progress(1, 0.1))
    assert not box.put(progress(1, 0.2))
    assert not box.put(Result(1, "job", None, "done"))
    assert len(box.take_all()) == 2
    assert box.take_all() == []
    assert box.put(Result(2, "job", None, "done"))


def test_the_newest_progress_of_a_request_wins_in_its_place():
    box = Mailbox()
    failure = Failure(3, "job", None, "no")
    for message in (progress(1, 0.1), progress(2, 0.5), failure, progress(1, 0.9)):
        box.put(message)
    assert box.take_all() == [progress(1, 0.9), progress(2, 0.5), failure]


def test_a_preview_outlives_the_progress_that_brought_it():
    box = Mailbox()
    box.put(progress(1, 0.1, preview="sketch"))
    box.put(progress(1, 0.2))
    assert box.take_all() == [progress(1, 0.2, preview="sketch")]
    box.put(progress(1, 0.3, preview="older"))
    box.put(progress(1, 0.4, preview="newer"))
    assert box.take_all() == [progress(1, 0.4, preview="newer")]
    box.put(progress(1, 0.5))
    assert box.take_all() == [progress(1, 0.5)]
