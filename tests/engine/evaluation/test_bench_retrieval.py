from __future__ import annotations

import json
import sys

import pytest

from engine.evaluation import bench_retrieval as module


def test_the_benchmark_measures_every_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SIZES", (300, 600))
    monkeypatch.setattr(module, "PHOTOS", 12)
    monkeypatch.setattr(module, "_CHUNK", 300)
    monkeypatch.setattr(module, "_SEARCHES", 2)
    told: list[float] = []
    result = module.bench_retrieval(lambda fraction, text: told.append(fraction))
    assert [row["photos"] for row in result["rows"]] == [300, 600]
    assert all(row["search_ms"] > 0 and row["open_ms"] > 0 for row in result["rows"])
    assert all(row["smooth_photo_ms"] > 0 for row in result["rows"])
    (indexing,) = result["indexing"]
    assert indexing["photos"] == 12
    assert indexing["ratio"] == pytest.approx(indexing["indexed_per_s"] / indexing["bare_per_s"])
    if sys.platform == "linux":
        for row in result["rows"]:
            assert 0 < row["torch_mb"] < row["bare_mb"] <= row["memory_mb"]
    assert told == sorted(told)
    json.dumps(result)


def test_the_comparison_knows_what_exact_search_finds() -> None:
    result = module.compare_search(count=800, dimensions=32)
    assert 0.9 <= result["recall_20"] <= 1.0
