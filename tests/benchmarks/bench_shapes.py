"""What single-stroke drawings of real people are recognised as when the pen is held still.

Needs Quick, Draw!'s drawings as ndjson.gz; without STROKEWISE_QUICKDRAW it is skipped. Every second
drawing was used to choose the thresholds, the others are counted here. Run:
STROKEWISE_QUICKDRAW=FILE python -m pytest -m benchmark -s tests/benchmarks/bench_shapes.py
"""

from __future__ import annotations

import gzip
import json
import os
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest

from app.tools.shapes import recognise
from tests.benchmarks.bench_ink import report

pytestmark = pytest.mark.benchmark
WORDS = ("line", "circle", "square", "triangle", "hexagon", "octagon", "star", "zigzag", "squiggle")


def test_confusion():
    path = os.environ.get("STROKEWISE_QUICKDRAW")
    if not path:
        pytest.skip("STROKEWISE_QUICKDRAW names no file")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    took_ms = []
    with gzip.open(Path(path), "rt") as lines:
        for each in map(json.loads, lines):
            word, strokes = each["word"], each["drawing"]
            if word not in WORDS or len(strokes) != 1:
                continue
            seen[word] += 1
            if seen[word] % 2:
                continue
            xy = np.column_stack(strokes[0][:2]).astype(float)
            started_s = time.perf_counter()
            shape = recognise(xy)
            took_ms.append(1000 * (time.perf_counter() - started_s))
            name = "none" if shape is None else shape.kind.value
            if name == "polygon":
                name += f" of {len(shape.corners) - 1}"
            table[word][name] += 1
    rows = [
        f"{word:9} {counts.total():4}  "
        + ", ".join(f"{name} {count / counts.total():.0%}" for name, count in counts.most_common())
        for word, counts in sorted(table.items(), key=lambda row: WORDS.index(row[0]))
    ]
    p50, p99 = np.percentile(took_ms, [50, 99])
    report("\n".join([*rows, f"time: p50 {p50:.1f} ms, p99 {p99:.1f} ms"]))
