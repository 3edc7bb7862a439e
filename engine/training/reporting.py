"""How a training on the command line tells how far it is."""

from __future__ import annotations

import sys
import time


def report(text: str) -> None:
    """A line on stderr with the time of day."""
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)  # noqa: T201
