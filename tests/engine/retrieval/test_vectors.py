"""The file of embeddings: what is read from it, and what memory that takes."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.retrieval.vectors import VectorFile, dot_products, nearest_rows

ROWS, DIMENSIONS = 20_000, 64


@pytest.fixture
def halves(tmp_path) -> np.ndarray:
    """What is in the file."""
    random = np.random.default_rng(0)
    vectors = random.standard_normal((ROWS, DIMENSIONS)).astype(np.float16)
    vectors.tofile(tmp_path / "vectors")
    return vectors


def resident_kb(path: Path) -> int:
    """How much of a mapped file counts as this process's memory."""
    lines = Path("/proc/self/smaps").read_text().splitlines()
    starts = [i for i, line in enumerate(lines) if line.endswith(str(path))]
    assert starts
    sizes = [
        next(int(line.split()[1]) for line in lines[start:] if line.startswith("Rss:"))
        for start in starts
    ]
    return sum(sizes)


def test_products_of_mapped_rows_are_those_of_numpy(halves, tmp_path):
    rows = VectorFile(tmp_path / "vectors", DIMENSIONS).rows()
    query = np.random.default_rng(1).standard_normal(DIMENSIONS).astype(np.float32)
    for _ in range(2):
        found = dot_products(rows, query)
        np.testing.assert_allclose(found, halves.astype(np.float32) @ query, atol=1e-3)
    several = np.stack([query, -query, query[::-1]])
    expected = several @ halves.astype(np.float32).T
    np.testing.assert_allclose(dot_products(rows, several), expected, atol=1e-3)
    part = dot_products(rows[100:5000], query)
    np.testing.assert_array_equal(part, found[100:5000])


@pytest.mark.parametrize("rows", [7, 3000, 20_000])
def test_the_nearest_rows_are_those_of_a_whole_sort(rows):
    random = np.random.default_rng(rows)
    vectors = random.standard_normal((rows, DIMENSIONS)).astype(np.float16)
    vectors[2::5] = 0  # nobody has written these
    vectors[6] = vectors[4]
    queries = random.standard_normal((3, DIMENSIONS)).astype(np.float32)
    places, products = nearest_rows(vectors, queries, 50)
    expected = queries @ vectors.astype(np.float32).T
    expected[:, 2::5] = -np.inf
    order = np.argsort(-expected, axis=1, kind="stable")[:, :50]
    assert places.shape == (3, min(rows, 50))
    np.testing.assert_allclose(products, np.take_along_axis(expected, order, 1), atol=1e-3)
    found = np.take_along_axis(expected, places, 1)
    np.testing.assert_allclose(found, products, atol=1e-3)
    for row in places.tolist():
        assert len(set(row)) == len(row)
        if 4 in row and 6 in row:
            assert row.index(4) < row.index(6), "of equals the earlier first"


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of a process")
def test_searched_rows_do_not_stay_in_memory(halves, tmp_path):
    path = tmp_path / "vectors"
    rows = VectorFile(path, DIMENSIONS).rows()
    assert np.asarray(rows).sum() != 0
    assert resident_kb(path) > 1000
    dot_products(rows, np.ones(DIMENSIONS, np.float32))
    assert resident_kb(path) < 100
    nearest_rows(rows, np.ones((2, DIMENSIONS), np.float32), 9)
    assert resident_kb(path) < 100
    np.testing.assert_array_equal(rows[-1], halves[-1])
