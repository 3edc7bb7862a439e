"""Kill -9 while indexing: nothing is corrupt, nothing lost but the batch in flight."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.retrieval.indexing import BATCH
from engine.retrieval.library import Library
from tests.engine.retrieval.colour_encoder import (
    PartedColourEncoder,
    expected_embedding,
    make_photo,
)
from tests.engine.retrieval.lookup_encoder import smoothed_by_brute_force


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize(
    ("kills", "photos"), [(8, 500), pytest.param(50, 3000, marks=pytest.mark.slow)]
)
def test_killed_at_random_nothing_is_lost_or_twice(kills: int, photos: int, tmp_path: Path) -> None:
    folder, where = tmp_path / "photos", tmp_path / "library"
    for i in range(photos):
        make_photo(folder / f"{i}.png", i, (34 + i % 7, 33 + i // 7 % 400))
    command = [sys.executable, "-m", "tests.engine.retrieval.kill_driver"]
    arguments = [str(folder), str(where), str(kills), "7"]
    done = subprocess.run(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    indexing, smoothing = runs[: kills + 1], runs[kills + 1 :]
    assert sum(run["killed"] for run in indexing) >= kills // 2
    before: set[str] = set()
    for run in runs:
        now = set(run["names"])
        assert run["check"] == "ok"
        assert run["broken"] == run["unwritten"] == 0
        assert len(now) == len(run["names"])  # no file of two pictures
        assert len(set(run["counts"])) == 1  # picture, thumbnail, file and vector go together
        assert before <= now  # what was recorded stays
        assert len(now) % BATCH == 0 or len(now) == photos  # batches are whole
        before = now
    assert before == set(indexing[-1]["names"]) == {f"{i}.png" for i in range(photos)}
    # Smoothing, too, goes on where it was.
    counts = [run["smoothed"] for run in smoothing]
    assert counts == sorted(counts)
    assert any(0 < count < counts[-1] for count in counts)
    assert counts[-1] == indexing[-1]["smoothed"] > 0.9 * photos
    encoder = PartedColourEncoder()
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        for picture, path in library.indexed_among(own, list(range(5000))).items():
            np.testing.assert_allclose(
                library.files(own).plain.read(picture), expected_embedding(path, encoder), atol=1e-3
            )
        recorded = library.indexed_pictures(own)
        plain, searched = (
            np.array(each.rows()[recorded])
            for each in (library.files(own).plain, library.files(own).searched)
        )
    expected = smoothed_by_brute_force(plain, encoder.semantic_dimensions)
    np.testing.assert_allclose(searched, expected, atol=2e-3)
