"""`strokewise bench`: what it prints. No figure is asserted here."""

from __future__ import annotations

import argparse
import json

import pytest

from app.cli import bench
from app.cli.bench import Benchmark
from engine.evaluation.bench_attribute import bench_attribute
from engine.evaluation.bench_raster import STROKE_COUNTS, bench_raster


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.add_arguments(parser)
    return parser.parse_args(arguments)


def test_raster_measures_every_row_idle_and_busy():
    reported = []
    answer = bench_raster(lambda *done: reported.append(done), repeats=1, size=(64, 64))
    json.dumps(answer, allow_nan=False)
    assert [row["strokes"] for row in answer["rows"]] == list(STROKE_COUNTS)
    for row in [*answer["rows"], answer["polylines"]]:
        assert 0 < row["forward_ms"] < row["forward_backward_ms"]
        assert row["busy_ratio"] > 0
    assert all("ratio_to_diffvg" in row for row in answer["rows"])
    assert answer["peak_memory_mb"] > 0
    fractions = [fraction for fraction, _ in reported]
    assert fractions == sorted(fractions)
    assert all(0 <= fraction <= 1 for fraction in fractions)


@pytest.fixture
def table(monkeypatch):
    """Two benchmarks that answer at once."""

    def quick(report):
        report(0.5, "half")
        return {"rows": [{"n": 1, "ms": 2.5, "ratio": None}], "p50_ms": 0.25}

    monkeypatch.setattr(bench, "quick", quick, raising=False)
    rows = {name: Benchmark("app.cli.bench:quick", "quick") for name in ("one", "two")}
    monkeypatch.setattr(bench, "BENCHMARKS", rows)


@pytest.mark.usefixtures("table")
def test_one_benchmark_answers_for_itself_and_all_by_name(capsys):
    one = bench.run(parse("one"))
    assert one["p50_ms"] == 0.25
    table = capsys.readouterr().out
    assert "ms" in table
    assert "2.50" in table
    assert bench.run(parse("--json")) == {"one": one, "two": one}
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("table")
def test_unknown_names_are_refused(capsys):
    with pytest.raises(SystemExit):
        parse("three")
    assert "three" in capsys.readouterr().err


def test_attribute_measures_tints_and_what_the_encoder_takes():
    reported = []
    answer = bench_attribute(lambda *done: reported.append(done), strokes=3, repeats=1)
    json.dumps(answer, allow_nan=False)
    assert answer["strokes"] == 3
    for name in ("guess", "first_tint", "first_tint_psla", "removal", "removal_psla"):
        assert answer[f"{name}_ms"] > 0
    assert answer["first_tint_ratio"] == pytest.approx(
        answer["first_tint_ms"] / answer["forward_backward_ms"]
    )
    fractions = [fraction for fraction, _ in reported]
    assert fractions == sorted(fractions)
    assert all(0 <= fraction <= 1 for fraction in fractions)
