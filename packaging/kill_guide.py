"""Kill -9 at random moments of the guide's session: `make guide-kill`.

The session of `make_guide.py` runs in a process of its own, which tells every event that the person
is about to cause, and every state of the drawing, before the journal hears of it and after. It is
killed a few milliseconds after an event chosen at random. What a new start would offer must be the
last state that was told, or the one that was on its way: nothing but the gesture in progress is
missing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.document.change import Change
from app.document.drawing import Drawing
from app.document.recovery import list_recoverable
from app.document.svg_write import drawing_to_svg
from app.session import JOURNAL_FOLDER

KILLS = 100
LONGEST_DELAY_S = 0.02
"""From the event to the kill; an event is handled in a few milliseconds."""
EVENT, COMING, DONE, END = "event", "coming", "done", "end"


def main() -> int:
    """Kill it so many times; the exit status is 1 if more was missing once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", "--kills", type=int, default=KILLS, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--session", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.session is not None:
        tell_session(args.session)
        return 0
    with tempfile.TemporaryDirectory() as name:
        events = whole_session(Path(name))
    say(f"The whole session has {events} events.")
    moments = random.Random(args.seed)
    missing = 0
    for number in range(1, args.kills + 1):
        with tempfile.TemporaryDirectory() as name:
            at, delay_s = moments.randrange(events), moments.uniform(0, LONGEST_DELAY_S)
            is_kept, gestures = killed(Path(name), at, delay_s)
        missing += not is_kept
        verdict = "kept" if is_kept else "MORE IS MISSING"
        say(f"{number}/{args.kills}: after event {at}, {gestures} changes: {verdict}")
    say(
        f"Killed {args.kills} times; more than the gesture in progress was missing {missing} times."
    )
    return 1 if missing else 0


def whole_session(folder: Path) -> int:
    """How many events it has, from the first to the last.

    Raises:
        SystemExit: it does not come to its end.
    """
    told, _ = start(folder).communicate()
    lines = told.splitlines()
    if not lines or lines[-1] != END:
        raise SystemExit("The session does not come to its end.")
    return lines.count(EVENT)


def killed(folder: Path, at: int, delay_s: float) -> tuple[bool, int]:
    """(whether nothing is missing but what was on its way, how many changes there had been)."""
    session = start(folder)
    assert session.stdout is not None
    lines: list[str] = []
    while lines.count(EVENT) <= at:
        line = session.stdout.readline()
        if not line:
            raise SystemExit("The session ended by itself.")
        lines.append(line.strip())
    time.sleep(delay_s)
    session.kill()
    rest, _ = session.communicate()
    # The last line may be cut short.
    lines += rest.split("\n")[:-1]
    done = [line.split()[1] for line in lines if line.startswith(DONE)]
    coming = [line.split()[1] for line in lines if line.startswith(COMING)]
    works = list_recoverable(folder / JOURNAL_FOLDER)
    found = digest(works[0].drawing() if works else Drawing())
    wanted = {done[-1] if done else digest(Drawing()), *coming[len(done) :]}
    return found in wanted, len(done)


def start(folder: Path) -> subprocess.Popen[str]:
    """The session, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, __file__, "--session", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
    )


def digest(drawing: Drawing) -> str:
    """A short text that only equal drawings share."""
    return hashlib.sha256(drawing_to_svg(drawing).encode()).hexdigest()[:16]


def say(text: str) -> None:
    """Tell it at once, whoever listens."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def tell_session(folder: Path) -> None:
    """The session, told line by line; it takes no pictures."""
    from make_guide import Person, run
    from PySide6.QtWidgets import QWidget

    from app.main_window import MainWindow

    class TellingPerson(Person):
        def __init__(self, window: MainWindow) -> None:
            super().__init__(window, folder)
            self.on_event = lambda: say(EVENT)
            document = window._program.session.document
            # The journal follows the document from its beginning, so it is the first to hear.
            document.subscribe(lambda change: tell(DONE, change))
            document._listeners.insert(0, lambda change: tell(COMING, change))

        def keep(self, name: str, widget: QWidget | None = None) -> None:  # noqa: ARG002
            self.look(200)

    def tell(what: str, change: Change) -> None:
        say(f"{what} {digest(change.new)}")

    run(folder, TellingPerson)
    say(END)


if __name__ == "__main__":
    sys.exit(main())
