"""Index a folder in a child process that is killed, again and again; prints one JSON line a run.

A script of its own, since it forks: `python -m tests.engine.retrieval.kill_driver PHOTOS LIBRARY
KILLS SEED`. The last run is left to its end. Then the library forgets what it has smoothed, and the
same begins anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

import numpy as np
import torch

from engine.retrieval import smoothing_job
from engine.retrieval.database import FILE_NAME
from engine.retrieval.library import Library
from tests.engine.retrieval.colour_encoder import PartedColourEncoder, index

SECONDS_A_PHOTO = 0.002
SMOOTHED_AT_A_TIME = 16


def main(photos: Path, where: Path, kills: int, seed: int) -> None:
    torch.set_num_threads(1)
    smoothing_job.BLOCK = SMOOTHED_AT_A_TIME
    rng = random.Random(seed)
    for _ in range(kills):
        report(where, run_killed(photos, where, rng.uniform(0.0, 0.25)))
    report(where, run_killed(photos, where, None))
    forget_smoothing(where)
    began_s = time.monotonic()
    run_killed(photos, where, None)
    whole_s = time.monotonic() - began_s
    forget_smoothing(where)
    for _ in range(kills):
        report(where, run_killed(photos, where, rng.uniform(0.0, whole_s / 2)))
    report(where, run_killed(photos, where, None))


def run_killed(photos: Path, where: Path, after_s: float | None) -> int:
    """Index in a child; returns its status."""
    child = os.fork()
    if child == 0:
        index(where, PartedColourEncoder(seconds=SECONDS_A_PHOTO), add=(photos,))
        os._exit(0)
    if after_s is not None:
        time.sleep(after_s)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def forget_smoothing(where: Path) -> None:
    """As if the library had been made before there was smoothing."""
    with contextlib.closing(Library(where)) as library:
        library.files(library.indexes()[0]).smoothed.path.unlink()


def report(where: Path, status: int) -> None:
    line = look(where) | {"killed": os.WIFSIGNALED(status), "status": status}
    sys.stdout.write(json.dumps(line) + "\n")


def look(where: Path) -> dict[str, object]:
    """What another process finds: opens the library, checks the file, lists what is indexed."""
    with contextlib.closing(Library(where)) as library:
        indexes = library.indexes()
        found = library.indexed_among(indexes[0], list(range(5000))) if indexes else {}
        zeros = smooth = 0
        if found:
            files = library.files(indexes[0])
            plain, searched = (
                np.array(each.rows()[list(found)]) for each in (files.plain, files.searched)
            )
            zeros = int((~(plain.any(1) & searched.any(1))).sum())
            smooth = int((plain != searched).any(1).sum())
    with contextlib.closing(sqlite3.connect(where / FILE_NAME)) as database:
        check = database.execute("PRAGMA integrity_check").fetchone()[0]
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("picture", "thumbnail", "file", "vector")
        ]
        (broken,) = database.execute("SELECT count(*) FROM pragma_foreign_key_check").fetchone()
    return {
        "names": sorted(path.name for path in found.values()),
        "unwritten": zeros,
        "smoothed": smooth,
        "check": check,
        "broken": broken,
        "counts": counts,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
