"""Index a folder in a child process that is killed, again and again; prints one JSON line a run.

A script of its own, since it forks: `python -m tests.engine.retrieval.kill_driver PHOTOS LIBRARY
KILLS SEED`. The last run is left to its end.
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

import torch

from engine.retrieval.database import FILE_NAME
from engine.retrieval.library import Library
from tests.engine.retrieval.colour_encoder import ColourEncoder, index

SECONDS_A_PHOTO = 0.002


def main(photos: Path, where: Path, kills: int, seed: int) -> None:
    torch.set_num_threads(1)
    rng = random.Random(seed)
    for run in range(kills + 1):
        is_last = run == kills
        child = os.fork()
        if child == 0:
            index(where, ColourEncoder(seconds=SECONDS_A_PHOTO), add=(photos,))
            os._exit(0)
        if not is_last:
            time.sleep(rng.uniform(0.0, 0.25))
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        report = look(where) | {"killed": os.WIFSIGNALED(status), "status": status}
        sys.stdout.write(json.dumps(report) + "\n")


def look(where: Path) -> dict[str, object]:
    """What another process finds: opens the library, checks the file, lists what is indexed."""
    with contextlib.closing(Library(where)) as library:
        indexes = library.indexes()
        found = library.indexed_among(indexes[0], list(range(5000))) if indexes else {}
        zeros = sum(not library.vectors(indexes[0]).read(picture).any() for picture in found)
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
        "check": check,
        "broken": broken,
        "counts": counts,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
