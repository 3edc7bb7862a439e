"""The Qt binding in use is fit for the Python in use."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(object)


def test_emitting_a_signal_takes_no_reference_from_true():
    """PySide 6.12.0 does so on Python 3.11, which dies of it after a few thousand signals."""
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(200):
        sender.sent.emit(None)
    assert sys.getrefcount(True) > before - 100
