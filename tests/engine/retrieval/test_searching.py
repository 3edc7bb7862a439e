"""The hits are those of a brute-force search."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputError
from engine.photo import load_photo
from engine.retrieval import indexing, nearest, searching
from engine.retrieval.library import Library
from engine.retrieval.messages import Found, SearchPhotos
from engine.retrieval.queries import sketch_pixels
from engine.retrieval.vectors import VectorFile, best, dot_products
from tests.engine.retrieval.colour_encoder import (
    ColourEncoder,
    WordyEncoder,
    expected_embedding,
    index,
    make_context,
    make_photo,
    run,
)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    for i in range(60):
        make_photo(folder / f"c{i % 3}" / f"{i}.png", 3 * i)
    return folder


@pytest.fixture(scope="module")
def where(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("library")
    index(library, ColourEncoder(), add=(photos,))
    return library


def search(where: Path, encoder: ColourEncoder | None = None, **query: object) -> Found:
    encoder = encoder or ColourEncoder()
    payload = SearchPhotos(where, encoder=encoder.name, **query)
    answer: Found = run("searching:search", payload, make_context(encoder))
    return answer


def brute_force(photos: list[Path], query: np.ndarray) -> list[tuple[str, float]]:
    """(name, cosine) of all photos, best first."""
    encoder = ColourEncoder()
    scores = [(path.name, float(expected_embedding(path, encoder) @ query)) for path in photos]
    return sorted(scores, key=lambda each: -each[1])


def assert_same(found: Found, expected: list[tuple[str, float]]) -> None:
    """The same scores, and the same photos where scores differ by more than half precision."""
    np.testing.assert_allclose(
        [hit.score for hit in found.hits], [score for _, score in expected], atol=2e-3
    )
    close = dict(expected)
    for hit, (_, score) in zip(found.hits, expected, strict=True):
        assert abs(close.get(hit.path.name, score) - score) < 4e-3


def test_a_photo_finds_the_photos_that_brute_force_finds(photos, where):
    path = photos / "c1" / "4.png"
    found = search(where, photo=load_photo(path).rgb, hits=12)
    expected = brute_force(sorted(photos.rglob("*.png")), expected_embedding(path, ColourEncoder()))
    assert found.hits[0].path == path
    assert found.photos == 60
    assert_same(found, expected[:12])


def test_more_hits_than_photos_gives_all_of_them(photos, where):
    found = search(where, photo=load_photo(photos / "c1" / "4.png").rgb, hits=500)
    assert len(found.hits) == 60


def test_within_a_folder_only_its_photos_are_found(photos, where):
    path = photos / "c1" / "4.png"
    found = search(where, photo=load_photo(path).rgb, within=photos / "c2", hits=30)
    expected = brute_force(
        sorted((photos / "c2").glob("*.png")), expected_embedding(path, ColourEncoder())
    )
    assert len(found.hits) == 20
    assert {hit.path.parent for hit in found.hits} == {photos / "c2"}
    assert_same(found, expected)


def test_more_like_this_leaves_itself_out(photos, where):
    path = photos / "c0" / "9.png"
    first = search(where, photo=load_photo(path).rgb, hits=8)
    found = search(where, like=first.hits[0].id, hits=7)
    assert [hit.path for hit in found.hits] == [hit.path for hit in first.hits[1:]]


def test_a_drawing_is_searched_as_it_looks(where):
    """Place and size on the page do not matter."""
    stroke = np.array([[0.0, 0.0], [50.0, 0.0], [50.0, 80.0]])
    here = search(where, strokes=(stroke,), hits=5)
    there = search(where, strokes=(3 * stroke + 400,), hits=5)
    assert [hit.id for hit in here.hits] == [hit.id for hit in there.hits]
    pixels = sketch_pixels((stroke,), 32)
    as_image = search(where, image=np.repeat(pixels[..., None], 3, 2), hits=5)
    assert [hit.id for hit in as_image.hits] == [hit.id for hit in here.hits]


def test_hits_bring_thumbnails(where, photos):
    found = search(where, photo=load_photo(photos / "c0" / "0.png").rgb, hits=3)
    assert all(hit.thumbnail.startswith(b"\xff\xd8") for hit in found.hits)
    bare = search(where, photo=load_photo(photos / "c0" / "0.png").rgb, thumbnails=False)
    assert bare.hits[0].thumbnail == b""


def test_words_alone_find_and_with_a_photo_narrow(photos, tmp_path, monkeypatch):
    encoder = WordyEncoder()
    index(tmp_path, encoder, add=(photos,))
    found = search(tmp_path, encoder, words="blue", hits=5)
    assert min(hit.score for hit in found.hits) > 0.3
    with contextlib.closing(Library(tmp_path)) as library:
        (own,) = library.indexes()
        blue = library.files(own).plain.read(found.hits[0].id)
    assert blue.argmax() == 2
    # Narrowed to the ten that fit the word best, ranked by the photo.
    monkeypatch.setattr(searching, "WORDS_KEEP_AT_LEAST", 10)
    bluest = {hit.id for hit in search(tmp_path, encoder, words="blue", hits=10).hits}
    both = search(
        tmp_path, encoder, words="blue", photo=load_photo(photos / "c0" / "0.png").rgb, hits=60
    )
    assert {hit.id for hit in both.hits} == bluest
    scores = [hit.score for hit in both.hits]
    assert scores == sorted(scores, reverse=True)


def test_an_encoder_without_words_says_so(where):
    with pytest.raises(InputError, match="does not understand words"):
        search(where, words="blue")


def test_nothing_to_search_by_is_said(where):
    with pytest.raises(InputError, match="nothing to search by"):
        search(where)


def test_an_empty_library_answers_with_nothing(tmp_path):
    found = search(tmp_path, strokes=(np.zeros((2, 2)),))
    assert found.hits == ()


def test_products_are_those_of_float64(tmp_path):
    rng = np.random.default_rng(0)
    vectors = rng.standard_normal((3000, 48)).astype(np.float32)
    file = VectorFile(tmp_path / "rows.f16", 48)
    order = rng.permutation(3000) + 5
    for part in np.array_split(np.arange(3000), 7):
        file.write(order[part], vectors[part])
    rows = file.rows()
    assert rows.shape == (3005, 48)
    np.testing.assert_array_equal(rows[:5], 0)
    query = rng.standard_normal(48).astype(np.float32)
    expected = vectors.astype(np.float16).astype(np.float64) @ query.astype(np.float64)
    np.testing.assert_allclose(dot_products(rows, query)[order], expected, rtol=0, atol=1e-4)


def test_the_best_come_first_and_equals_in_order():
    scores = np.array([1, 5, 5, 0, 9, 5], np.float32)
    np.testing.assert_array_equal(best(scores, 3), [4, 1, 2])
    np.testing.assert_array_equal(best(scores, 9), [4, 1, 2, 5, 0, 3])


def test_a_large_library_is_searched_through_the_graph(photos, tmp_path, monkeypatch):
    """With the limit lowered: the same hits, also of photos that came after the graph."""
    for module in (searching, nearest, indexing):
        monkeypatch.setattr(module, "EXACT_UP_TO", 40)
    folder = tmp_path / "copy"
    for i in range(60):
        make_photo(folder / f"{i}.png", 3 * i)
    library = tmp_path / "library"
    index(library, ColourEncoder(), add=(folder,))
    assert list(library.glob("*.usearch"))
    late = make_photo(folder / "late.png", 200)
    index(library, ColourEncoder())
    calls = []
    approximate = searching._approximate
    monkeypatch.setattr(
        searching, "_approximate", lambda *args: calls.append(1) or approximate(*args)
    )
    for path in (folder / "8.png", late):
        found = search(library, photo=load_photo(path).rgb, hits=10)
        expected = brute_force(
            sorted(folder.glob("*.png")), expected_embedding(path, ColourEncoder())
        )
        assert found.hits[0].path == path
        assert_same(found, expected[:10])
    assert len(calls) == 2
