"""Messages on their way from the engine thread to the GUI thread."""

from __future__ import annotations

import dataclasses
import threading

from engine.types import Message, ProgressOf


class Mailbox:
    """Holds messages until the GUI thread has time for them; any thread may use it.

    However fast a job reports, at most one `ProgressOf` per request waits here, so a busy GUI
    thread is never flooded: the newest wins, with the last preview that nobody has seen.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: list[Message] = []
        self._progress_at: dict[int, int] = {}

    def put(self, message: Message) -> bool:
        """Add a message; returns whether the box was empty, so that somebody must be woken."""
        with self._lock:
            was_empty = not self._messages
            if isinstance(message, ProgressOf):
                self._put_progress(message)
            else:
                self._messages.append(message)
            return was_empty

    def take_all(self) -> list[Message]:
        """Empty the box, oldest first."""
        with self._lock:
            messages, self._messages = self._messages, []
            self._progress_at.clear()
            return messages

    def _put_progress(self, message: ProgressOf) -> None:
        place = self._progress_at.setdefault(message.id, len(self._messages))
        if place == len(self._messages):
            self._messages.append(message)
            return
        older = self._messages[place]
        assert isinstance(older, ProgressOf)
        if message.progress.preview is None:
            progress = dataclasses.replace(message.progress, preview=older.progress.preview)
            message = dataclasses.replace(message, progress=progress)
        self._messages[place] = message
