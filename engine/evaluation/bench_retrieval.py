"""How fast the photo library is on this machine: indexing, searching, opening, memory.

`python -m engine.evaluation.bench_retrieval` compares exact and approximate search instead; with a
library's folder, it says what memory a process takes that does nothing but search in it.
"""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.context import Context, Resources
from engine.encoders.base import Encoder
from engine.evaluation.bench_abstract import example_photo
from engine.registry import start_job
from engine.retrieval.library import Library
from engine.retrieval.messages import DescribeLibrary, Found, Indexed, IndexPhotos, SearchPhotos
from engine.retrieval.nearest import NearestIndex, build
from engine.retrieval.pictures import Picture
from engine.retrieval.scan import FoundFile
from engine.retrieval.vectors import best, dot_products

Report = Callable[[float, str], None]
PHOTOS = 192
SIZES = (10_000, 100_000)
_BATCHES = (4, 32)
_SEARCHES = 15
_CHUNK = 5000


def bench_retrieval(report: Report) -> dict[str, object]:
    """Measure; as the program does it, with a core left to the window.

    Returns:
        "indexing": photos a second, of the bare encoder (its best batch size) and of the whole
        indexing of 640 x 480 JPEGs, in one run, and their ratio.
        "rows": for each number of photos (synthetic embeddings, real queries): milliseconds to open
        the library, to describe it, and from the strokes to the hits with their thumbnails, as
        median and largest; megabytes of memory, see `memory_of_searches`.
    """
    context = Context(resources=Resources(spare_cores=1))
    encoder = context.encoder()
    report(0.0, "indexing")
    with tempfile.TemporaryDirectory() as folder:
        indexing = _bench_indexing(Path(folder), encoder, context)
    rows = []
    for i, size in enumerate(SIZES):
        report(0.3 + 0.3 * i, f"{size} photos")
        with tempfile.TemporaryDirectory() as folder:
            rows.append(_bench_search(Path(folder), size, encoder, context))
    return {"indexing": [indexing], "rows": rows}


def _bench_indexing(folder: Path, encoder: Encoder, context: Context) -> dict[str, object]:
    photos = folder / "photos"
    photos.mkdir()
    _make_photos(photos)
    # Before and after, since a shared machine changes its pace.
    bare = [_bare_throughput(encoder)]
    payload = IndexPhotos(folder / "library", add=(photos,))
    done: Indexed = _finish("photos.index", payload, context)
    bare.append(_bare_throughput(encoder))
    throughput = done.added / done.seconds
    bare_per_s = max(max(each.values()) for each in bare)
    return {
        "photos": done.added,
        "bare_per_s": bare_per_s,
        "indexed_per_s": throughput,
        "ratio": throughput / bare_per_s,
        "ratio_to_batches_of_32": throughput / max(each[32] for each in bare),
    }


def _bare_throughput(encoder: Encoder) -> dict[int, float]:
    """Images a second through the encoder alone, by batch size."""
    found = {}
    for batch in _BATCHES:
        images = torch.rand(batch, 3, encoder.input_size, encoder.input_size)
        with torch.no_grad():
            encoder.embed(images)
            began_s = time.perf_counter()
            for _ in range(max(1, 64 // batch)):
                encoder.embed(images).numpy()
        found[batch] = max(1, 64 // batch) * batch / (time.perf_counter() - began_s)
    return found


def _make_photos(folder: Path) -> None:
    """640 x 480 JPEGs, no two alike."""
    random = np.random.default_rng(0)
    ground = np.asarray(Image.fromarray(example_photo()).resize((640, 480)), np.float32)
    for i in range(PHOTOS):
        coarse = random.normal(0, 40, (15, 20, 3)).clip(-99, 99)
        noise = Image.fromarray((128 + coarse).astype(np.uint8)).resize((640, 480))
        pixels = ground + np.asarray(noise, np.float32) - 128
        image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        image.save(folder / f"{i}.jpg", quality=88)


def _bench_search(folder: Path, size: int, encoder: Encoder, context: Context) -> dict[str, object]:
    make_library(folder, size, encoder)
    opening_ms = []
    for _ in range(3):
        began_s = time.perf_counter()
        with contextlib.closing(Library(folder)) as library:
            (index,) = library.indexes()
            _ = library.files(index).searched.rows()
        opening_ms.append(1e3 * (time.perf_counter() - began_s))
    began_s = time.perf_counter()
    _finish("photos.describe", DescribeLibrary(folder), context)
    described_ms = 1e3 * (time.perf_counter() - began_s)
    spent_ms = _search(folder, context)
    # In a process of its own: this one has made the library and indexed photos before.
    memory = subprocess.run(
        [sys.executable, "-m", __name__, str(folder)], check=True, capture_output=True, text=True
    )
    return {
        "photos": size,
        "open_ms": median(opening_ms),
        "describe_ms": described_ms,
        "first_search_ms": spent_ms[0],
        "search_ms": median(spent_ms[1:]),
        "search_max_ms": max(spent_ms[1:]),
        **json.loads(memory.stdout.splitlines()[-1]),
    }


def memory_of_searches(folder: Path) -> dict[str, float | None]:
    """Resident memory of this process in MB, mapped files included; None where it is not Linux.

    Returns:
        "torch_mb": with torch imported and nothing else; "bare_mb": the most until the encoder has
        embedded a drawing; "memory_mb": the most that searches in the library have taken then.
    """
    torch_mb = _most_memory_mb()
    context = Context(resources=Resources(spare_cores=1))
    encoder = context.encoder()
    with torch.no_grad():
        encoder.embed(torch.ones(1, 3, encoder.input_size, encoder.input_size))
    bare_mb = _most_memory_mb()
    _search(folder, context)
    return {"torch_mb": torch_mb, "bare_mb": bare_mb, "memory_mb": _most_memory_mb()}


def _search(folder: Path, context: Context) -> list[float]:
    """Milliseconds of each of a few searches."""
    random = np.random.default_rng(1)
    spent_ms = []
    for _ in range(_SEARCHES):
        strokes = tuple(random.uniform(0, 500, (30, 2)).cumsum(0) for _ in range(8))
        began_s = time.perf_counter()
        found: Found = _finish("photos.search", SearchPhotos(folder, strokes=strokes), context)
        spent_ms.append(1e3 * (time.perf_counter() - began_s))
        assert len(found.hits) == 24
    return spent_ms


def make_library(folder: Path, size: int, encoder: Encoder) -> None:
    """A library of pictures that are not there, with random embeddings."""
    thumbnail = io.BytesIO()
    Image.fromarray(example_photo(120)).save(thumbnail, "JPEG", quality=80)
    dimensions = encoder.embed(torch.ones(1, 3, encoder.input_size, encoder.input_size)).shape[1]
    with contextlib.closing(Library(folder)) as library:
        covering = library.add_folder(folder)
        number = library.folders()[covering]
        index = library.index_of(encoder.fingerprint, "bundled", dimensions)
        for start in range(0, size, _CHUNK):
            vectors = _random_units(_CHUNK, dimensions, start)
            with library.batch():
                pictures = [
                    library.store_file(
                        FoundFile(folder / f"{i % 97}" / f"{i}.jpg", 1, 1),
                        number,
                        Picture(
                            i.to_bytes(32, "big"), thumbnail=thumbnail.getvalue(), size_px=(9, 9)
                        ),
                    )[0]
                    for i in range(start, start + _CHUNK)
                ]
                library.store_vectors(index, pictures, vectors)


def _random_units(count: int, dimensions: int, seed: int) -> NDArray[np.float32]:
    random = np.random.default_rng(seed)
    vectors = random.standard_normal((count, dimensions), np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def _finish(kind: str, payload: object, context: Context) -> Any:
    from engine.registry import HANDLERS

    job = start_job(HANDLERS[kind], payload, context)
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def _most_memory_mb() -> float | None:
    """The largest resident size of this process so far, mapped files included; Linux only."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next(int(each.split()[1]) / 1024 for each in lines if each.startswith("VmHWM:"))


def compare_search(count: int = 30_000, dimensions: int = 256) -> dict[str, object]:
    """Exact and approximate search of clustered vectors: ms, share of the true 20 best, build s."""
    random = np.random.default_rng(0)
    centres = random.standard_normal((500, dimensions))
    mixing = random.standard_normal((32, dimensions))
    spread = random.standard_normal((count, 32)) @ mixing / 5
    vectors = centres[random.integers(500, size=count)] + spread
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = vectors.astype(np.float16)
    queries = vectors[random.integers(count, size=50)]
    queries = (queries + 0.03 * random.standard_normal(queries.shape)).astype(np.float32)
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.usearch")
        began_s = time.perf_counter()
        for _ in build(rows, np.arange(count), path):
            pass
        build_s = time.perf_counter() - began_s
        nearest = NearestIndex(path)
        exact_ms, approximate_ms, shares = [], [], []
        for query in queries:
            began_s = time.perf_counter()
            true = best(dot_products(rows, query), 20)
            exact_ms.append(1e3 * (time.perf_counter() - began_s))
            began_s = time.perf_counter()
            found = nearest.search(query, 20)
            approximate_ms.append(1e3 * (time.perf_counter() - began_s))
            shares.append(len(set(found.tolist()) & set(true.tolist())) / 20)
    return {
        "vectors": count,
        "exact_ms": median(exact_ms),
        "approximate_ms": median(approximate_ms),
        "recall_20": float(np.mean(shares)),
        "build_s": build_s,
    }


if __name__ == "__main__":
    answer = memory_of_searches(Path(sys.argv[1])) if len(sys.argv) > 1 else compare_search()
    sys.stdout.write(json.dumps(answer) + "\n")
