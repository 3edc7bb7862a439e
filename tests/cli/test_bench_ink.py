"""`strokewise bench ink`, small and without the engine. No figure is asserted here."""

from __future__ import annotations

import json
import math

from app.benchmarks.ink import bench_ink


def test_it_measures_drawing_frames_and_undo(qtbot):
    reported = []
    answer = bench_ink(lambda *done: reported.append(done), strokes=60, drawn=3, busy=False)
    json.dumps(answer, allow_nan=False)
    assert 0 < answer["p50_ms"] <= answer["p99_ms"]
    assert answer["p99_busy_ms"] is None
    assert {row["until"] for row in answer["ink"]} == {
        "handled",
        "painted",
        "(the machine's own)",
    }
    assert {row["step"] for row in answer["frames"]} == {"scroll", "zoom"}
    assert {"erase", "undo", "redo", "undo alone"} <= {row["step"] for row in answer["edits"]}
    for rows in (answer["ink"], answer["frames"], answer["edits"]):
        assert all(0 < row["p50_ms"] <= row["max_ms"] < math.inf for row in rows)
    assert [fraction for fraction, _ in reported] == sorted(fraction for fraction, _ in reported)
