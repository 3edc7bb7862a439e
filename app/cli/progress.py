"""Progress on stderr: one line that rewrites itself on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from collections.abc import Callable

_TERMINAL_INTERVAL_S = 0.1
_PLAIN_INTERVAL_S = 0.5


class ProgressLine:
    """Shows how far a command is. Never fails: whoever closed stderr does not want to know.

    Args:
        clock: seconds; between two lines a little time passes, except before the first and the
            last (fraction 1).
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shown_s = float("-inf")
        self._shown = ""
        self._is_open = False

    def show(self, fraction: float, text: str = "") -> None:
        """Say that `fraction`, in [0, 1], of the work is done, and what is being done."""
        on_terminal = sys.stderr.isatty()
        interval_s = _TERMINAL_INTERVAL_S if on_terminal else _PLAIN_INTERVAL_S
        line = f"{min(max(fraction, 0.0), 1.0):4.0%} {' '.join(text.split())}".rstrip()
        now_s = self._clock()
        if line == self._shown or (now_s - self._shown_s < interval_s and fraction < 1):
            return
        self._shown_s = now_s
        if on_terminal:
            # One column stays free: a full line would wrap and could not be written over.
            line = line[: shutil.get_terminal_size().columns - 1]
            self._write("\r" + line.ljust(len(self._shown)))
        else:
            self._write(line + "\n")
        self._shown = line
        self._is_open = on_terminal

    def say(self, text: str) -> None:
        """A whole line that stays, such as a notice."""
        self.finish()
        self._write(" ".join(text.split()) + "\n")

    def finish(self) -> None:
        """End the line, so that what is printed next starts at the left."""
        if self._is_open:
            self._write("\n")
        self._is_open = False
        self._shown = ""
        self._shown_s = float("-inf")

    def _write(self, text: str) -> None:
        # ValueError: stderr is closed.
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()
