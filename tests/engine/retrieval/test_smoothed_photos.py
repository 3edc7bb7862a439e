"""Photos are found through those they are most like."""

from __future__ import annotations

import contextlib
import math
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.encoders.lite import LiteEncoder
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.prompted import PromptedEncoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.registry import start_job
from engine.retrieval import indexing, nearest, searching, smoothing, smoothing_job
from engine.retrieval.index_files import IndexFiles
from engine.retrieval.library import Library
from engine.retrieval.messages import Found, IndexPhotos, SearchPhotos
from engine.retrieval.nearest import NearestIndex
from engine.retrieval.smoothing import smooth_all
from engine.retrieval.vectors import VectorFile
from tests.engine.retrieval.colour_encoder import (
    ColourEncoder,
    index,
    make_context,
    make_photo,
    run,
)
from tests.engine.retrieval.lookup_encoder import (
    LookupEncoder,
    clusters,
    make_photos,
    photo_of,
    smoothed_by_brute_force,
)

SEMANTIC = 16
COUNT = 120
HALF = 1e-3
"""Numbers up to 1 in half precision are off by less."""


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (smoothing, smoothing_job):
        monkeypatch.setattr(module, "BLOCK", 16)
        monkeypatch.setattr(module, "TILE", 25)


@pytest.fixture
def encoder() -> LookupEncoder:
    return LookupEncoder(clusters(2 * COUNT), SEMANTIC)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    make_photos(tmp_path / "photos", range(COUNT))
    return tmp_path / "photos"


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "library"


def rows_of(where: Path) -> tuple[np.ndarray, np.ndarray]:
    """The plain and the searched rows of all recorded photos."""
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        recorded = library.indexed_pictures(own)
        files = library.files(own)
        return np.array(files.plain.rows()[recorded]), np.array(files.searched.rows()[recorded])


def files_of(where: Path) -> IndexFiles:
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        return library.files(own)


def search(where: Path, encoder: LookupEncoder, **query: object) -> Found:
    payload = SearchPhotos(where, encoder=encoder.name, **query)
    answer: Found = run("searching:search", payload, make_context(encoder))
    return answer


def share_of_equal(found: np.ndarray, expected: np.ndarray) -> float:
    """Of the rows, those that are equal but for half precision."""
    return float(np.isclose(found, expected, atol=HALF).all(1).mean())


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("kind", [np.float16, np.float32])
def test_rows_become_the_means_that_brute_force_gives(kind):
    rows = clusters(203).astype(kind)
    found = smooth_all(rows, SEMANTIC)
    np.testing.assert_allclose(found, smoothed_by_brute_force(rows, SEMANTIC), atol=1e-5)
    np.testing.assert_array_equal(found[:, SEMANTIC:], rows[:, SEMANTIC:].astype(np.float32))


def test_one_photo_stays_and_three_are_mixed():
    rows = clusters(3, kinds=1)
    np.testing.assert_allclose(smooth_all(rows[:1], SEMANTIC), rows[:1], atol=1e-6)
    by_hand = smoothed_by_brute_force(rows, SEMANTIC, neighbours=3)
    np.testing.assert_allclose(smooth_all(rows, SEMANTIC), by_hand, atol=1e-6)


def test_what_is_unlike_has_no_say():
    """Opposite photos are neighbours for want of others, but with weight 0."""
    rows = np.zeros((2, SEMANTIC), np.float32)
    rows[:, 0] = 1, -1
    np.testing.assert_array_equal(smooth_all(rows, SEMANTIC), rows)


@pytest.mark.usefixtures("small_blocks")
def test_a_library_searches_smoothed_rows_and_keeps_the_plain_ones(photos, where, encoder):
    index(where, encoder, add=(photos,))
    plain, searched = rows_of(where)
    assert len(plain) == COUNT
    np.testing.assert_allclose(plain, clusters(2 * COUNT)[order_of(where)], atol=HALF)
    np.testing.assert_allclose(searched, smoothed_by_brute_force(plain, SEMANTIC), atol=HALF)
    found = search(where, encoder, photo=photo_of(7), hits=COUNT)
    expected = np.sort(searched.astype(np.float64) @ clusters(2 * COUNT)[7])[::-1]
    np.testing.assert_allclose([hit.score for hit in found.hits], expected, atol=2 * HALF)


def order_of(where: Path) -> list[int]:
    """The table's row of each recorded photo."""
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        recorded = library.indexed_pictures(own).tolist()
        paths = library.indexed_among(own, recorded)
        return [int(paths[each].stem) for each in recorded]


def test_more_like_this_asks_by_the_plain_row(photos, where, encoder):
    index(where, encoder, add=(photos,))
    plain, searched = rows_of(where)
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        picture = int(library.indexed_pictures(own)[5])
    found = search(where, encoder, like=picture, hits=COUNT)
    scores = np.delete(searched.astype(np.float64) @ plain[5].astype(np.float64), 5)
    np.testing.assert_allclose([h.score for h in found.hits], np.sort(scores)[::-1], atol=2 * HALF)


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("step", [1, 30])
def test_photos_that_come_later_are_smoothed_and_change_those_around(
    photos, where, encoder, step, monkeypatch
):
    monkeypatch.setattr(smoothing_job, "AROUND", COUNT)
    index(where, encoder, add=(photos,))
    first = rows_of(where)[1]
    for start in range(COUNT, COUNT + 2 * step, step):
        make_photos(photos, range(start, start + step))
        index(where, encoder)
        plain, searched = rows_of(where)
        np.testing.assert_allclose(searched, smoothed_by_brute_force(plain, SEMANTIC), atol=HALF)
    changed = ~np.isclose(searched[:COUNT], first, atol=HALF).all(1)
    assert 0 < changed.sum() < COUNT


@pytest.mark.usefixtures("small_blocks")
def test_of_the_photos_around_a_new_one_few_are_missed(photos, where, encoder):
    index(where, encoder, add=(photos,))
    make_photos(photos, range(COUNT, COUNT + 20))
    index(where, encoder)
    plain, searched = rows_of(where)
    expected = smoothed_by_brute_force(plain, SEMANTIC)
    np.testing.assert_allclose(searched[COUNT:], expected[COUNT:], atol=HALF)
    assert share_of_equal(searched[:COUNT], expected[:COUNT]) > 0.95


@pytest.mark.usefixtures("small_blocks")
def test_a_photo_that_is_gone_is_nobodys_neighbour(photos, where, encoder):
    index(where, encoder, add=(photos,))
    for row in range(60):
        (photos / f"{row}.png").unlink()
    make_photos(photos, range(COUNT, COUNT + 20))
    index(where, encoder)
    plain, searched = rows_of(where)
    assert len(plain) == COUNT - 60 + 20
    expected = smoothed_by_brute_force(plain, SEMANTIC)
    np.testing.assert_allclose(searched[-20:], expected[-20:], atol=HALF)


def give_up_after(steps: int, payload: IndexPhotos, encoder: LookupEncoder) -> None:
    """Index, up to so many of the steps that smooth."""
    job = start_job("engine.retrieval.indexing:index", payload, make_context(encoder))
    for progress in job:
        steps -= progress.text == "Sorting the photos"
        if not steps:
            break
    job.close()


@pytest.mark.usefixtures("small_blocks")
def test_given_up_at_any_moment_the_library_searches_and_catches_up(photos, where, encoder):
    """The job is given up after 1, 2, 3, ... of the steps that smooth; each time it goes on."""
    payload = IndexPhotos(where, encoder.name, add=(photos,))
    smooth: list[int] = []
    for steps in range(1, 200):
        give_up_after(steps, payload, encoder)
        assert len(search(where, encoder, photo=photo_of(3), hits=500).hits) == COUNT
        plain, searched = rows_of(where)
        expected = smoothed_by_brute_force(plain, SEMANTIC)
        done = (plain != searched).any(1)
        np.testing.assert_allclose(searched[done], expected[done], atol=HALF)
        smooth.append(int(done.sum()))
        if done.all():
            break
    assert smooth[0] == 0
    assert smooth == sorted(smooth)
    assert len(set(smooth)) == math.ceil(COUNT / smoothing_job.BLOCK) + 1
    assert smooth[-1] == COUNT


@pytest.mark.usefixtures("small_blocks")
def test_given_up_beside_a_new_photo_those_around_it_are_not_forgotten(
    photos, where, encoder, monkeypatch
):
    monkeypatch.setattr(smoothing_job, "AROUND", COUNT)
    index(where, encoder, add=(photos,))
    make_photos(photos, range(COUNT, COUNT + 8))
    payload = IndexPhotos(where, encoder.name)
    for steps in range(1, 100):
        give_up_after(steps, payload, encoder)
        plain, searched = rows_of(where)
        if (plain != searched).any(1).all():
            break
    np.testing.assert_allclose(searched, smoothed_by_brute_force(plain, SEMANTIC), atol=HALF)


def test_a_library_from_before_is_searched_and_smoothed_at_the_next_look(photos, where, encoder):
    index(where, encoder, add=(photos,))
    files = files_of(where)
    files.smoothed.path.unlink()
    plain, searched = rows_of(where)
    np.testing.assert_array_equal(plain, searched)
    assert len(search(where, encoder, photo=photo_of(3), hits=500).hits) == COUNT
    index(where, encoder)
    plain, searched = rows_of(where)
    np.testing.assert_allclose(searched, smoothed_by_brute_force(plain, SEMANTIC), atol=HALF)


def test_rows_that_the_disk_has_lost_are_smoothed_again(photos, where, encoder):
    index(where, encoder, add=(photos,))
    smooth = files_of(where).smoothed
    content = smooth.path.read_bytes()
    row_bytes = 2 * 24
    smooth.path.write_bytes(bytes(20 * row_bytes) + content[20 * row_bytes : 90 * row_bytes])
    index(where, encoder)
    plain, searched = rows_of(where)
    np.testing.assert_allclose(searched, smoothed_by_brute_force(plain, SEMANTIC), atol=HALF)


def test_a_photo_far_from_the_drawing_is_found_through_those_like_it(tmp_path, where):
    """Six photos of what is drawn, one of which chance has put behind thirty of another thing."""
    random = np.random.default_rng(3)
    wanted, other, chance, unlike = np.eye(4, SEMANTIC)
    query = 0.7 * wanted + 0.5 * other + 0.6 * chance
    right = np.tile(wanted + 0.3 * chance, (6, 1))
    right[5] = wanted - 0.4 * chance
    wrong = np.tile(other + 0.2 * chance + 0.2 * unlike, (30, 1))
    table = np.vstack([right, wrong, query])
    table[:-1] += 0.05 * random.standard_normal((36, SEMANTIC))
    make_photos(tmp_path / "photos", range(36))

    def place(semantic: int | None) -> int:
        encoder = LookupEncoder(table, semantic)
        index(where / str(semantic), encoder, add=(tmp_path / "photos",))
        found = search(where / str(semantic), encoder, photo=photo_of(36), hits=36)
        return [hit.path.stem for hit in found.hits].index("5")

    assert place(None) >= 30
    assert place(SEMANTIC) == 5


@pytest.mark.usefixtures("small_blocks")
def test_beyond_the_limit_the_graph_names_the_neighbours(photos, where, encoder, monkeypatch):
    for module in (searching, nearest, indexing):
        monkeypatch.setattr(module, "EXACT_UP_TO", 40)
    asked: list[int] = []
    search_each = NearestIndex.search_each

    def spy(graph: NearestIndex, queries: np.ndarray, count: int) -> object:
        asked.append(len(queries))
        return search_each(graph, queries, count)

    monkeypatch.setattr(NearestIndex, "search_each", spy)
    index(where, encoder, add=(photos,))
    files = files_of(where)
    assert files.plain.nearest_path.exists()
    assert files.smoothed.nearest_path.exists()
    assert sum(asked) == COUNT
    plain, searched = rows_of(where)
    assert share_of_equal(searched, smoothed_by_brute_force(plain, SEMANTIC)) > 0.95
    # Photos that the graph does not know yet are compared with and smoothed, too.
    make_photos(photos, range(COUNT, COUNT + 10))
    index(where, encoder)
    plain, searched = rows_of(where)
    assert share_of_equal(searched, smoothed_by_brute_force(plain, SEMANTIC)) > 0.95
    found = search(where, encoder, photo=photo_of(COUNT + 3), hits=10)
    expected = np.sort(searched.astype(np.float64) @ clusters(2 * COUNT)[COUNT + 3])[::-1]
    np.testing.assert_allclose([hit.score for hit in found.hits], expected[:10], atol=2 * HALF)


def test_other_encoders_are_left_alone(tmp_path):
    for i in range(8):
        make_photo(tmp_path / "photos" / f"{i}.png", 20 * i)
    index(tmp_path / "library", ColourEncoder(), add=(tmp_path / "photos",))
    assert not files_of(tmp_path / "library").smoothed.path.exists()
    plain, searched = rows_of(tmp_path / "library")
    np.testing.assert_array_equal(plain, searched)


def test_the_bundled_encoder_alone_has_a_semantic_part():
    others = (LiteEncoder, OpenClipEncoder, PromptedEncoder)
    assert [each.semantic_dimensions for each in others] == [None, None, None]
    assert StrokewiseEncoder.semantic_dimensions == 160


def test_the_files_of_an_encoder_that_is_gone_are_removed(photos, where, encoder):
    index(where, encoder, add=(photos,))
    files = files_of(where)
    other = LookupEncoder(clusters(2 * COUNT, seed=1), SEMANTIC)
    other.name = other.fingerprint = "another"
    index(where, other)
    assert not files.plain.path.exists()
    assert not files.smoothed.path.exists()
    assert len(list(where.glob("vectors-*"))) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of a process")
def test_rows_that_were_compared_do_not_stay_in_memory(tmp_path):
    from tests.engine.retrieval.test_vectors import resident_kb

    path = tmp_path / "rows.f16"
    clusters(20_000, 64).astype(np.float16).tofile(path)
    rows = VectorFile(path, 64).rows()
    closest = smoothing.Closest(rows, np.arange(100), 40, 5)
    for tile in smoothing.blocks(np.arange(20_000), smoothing.TILE):
        closest.compare(tile)
        assert resident_kb(path) < 100
