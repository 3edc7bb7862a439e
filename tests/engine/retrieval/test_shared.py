"""A shared collection answers like the library it was filled from. Qdrant runs in this process."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import numpy as np
import pytest
from qdrant_client import QdrantClient, models

from engine.context import Context
from engine.errors import InputError
from engine.photo import load_photo
from engine.registry import start_job
from engine.retrieval.messages import (
    DescribeShared,
    Description,
    Found,
    SearchPhotos,
    Shared,
    SharedCollection,
    SharePhotos,
)
from engine.types import Progress
from tests.engine.retrieval.colour_encoder import (
    ColourEncoder,
    PartedColourEncoder,
    WordyEncoder,
    expected_embedding,
    index,
    make_context,
    make_photo,
    run,
)

URL = "http://pictures.local:6333"
STUDIO = SharedCollection(URL, "studio")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for i in range(150):
        make_photo(folder / f"c{i % 3}" / f"{i}.png", i)
    return folder


@pytest.fixture
def library(tmp_path: Path, photos: Path) -> Path:
    index(tmp_path / "library", ColourEncoder(), add=(photos,))
    return tmp_path / "library"


@pytest.fixture
def server() -> QdrantClient:
    return QdrantClient(":memory:")


def context_with(server: QdrantClient, encoder: ColourEncoder | None = None) -> Context:
    context = make_context(encoder or ColourEncoder())
    context.cache["qdrant", URL] = server
    return context


def share(server: QdrantClient, library: Path, encoder: ColourEncoder | None = None) -> Shared:
    encoder = encoder or ColourEncoder()
    payload = SharePhotos(library, STUDIO, encoder.name)
    done: Shared = run("shared:share", payload, context_with(server, encoder))
    return done


def search(server: QdrantClient, encoder: ColourEncoder | None = None, **query: object) -> Found:
    encoder = encoder or ColourEncoder()
    payload = SearchPhotos(Path("nowhere"), encoder=encoder.name, shared=STUDIO, **query)
    found: Found = run("searching:search", payload, context_with(server, encoder))
    return found


def test_hits_are_those_of_brute_force_and_bring_path_and_thumbnail(server, library, photos):
    done = share(server, library)
    assert (done.added, done.known) == (150, 0)
    path = photos / "c1" / "4.png"
    found = search(server, photo=load_photo(path).rgb, hits=12)
    query = expected_embedding(path, ColourEncoder())
    scores = sorted(
        (
            float(expected_embedding(each, ColourEncoder()) @ query)
            for each in photos.rglob("*.png")
        ),
        reverse=True,
    )
    np.testing.assert_allclose([hit.score for hit in found.hits], scores[:12], atol=2e-3)
    assert found.hits[0].path == path
    assert found.hits[0].thumbnail.startswith(b"\xff\xd8")
    assert (found.photos, found.encoder, found.is_current) == (150, "colours:2", True)


def test_smoothed_photos_are_shared_smoothed(server, photos, tmp_path):
    encoder = PartedColourEncoder()
    index(tmp_path / "parted", encoder, add=(photos,))
    share(server, tmp_path / "parted", encoder)
    drawing = (np.array([[0.0, 0.0], [9.0, 9.0]]),)
    there = search(server, encoder, strokes=drawing, hits=20)
    payload = SearchPhotos(tmp_path / "parted", encoder=encoder.name, strokes=drawing, hits=20)
    here: Found = run("searching:search", payload, make_context(encoder))
    scores = [[hit.score for hit in found.hits] for found in (there, here)]
    np.testing.assert_allclose(*scores, atol=2e-3)
    plain = search_plain(tmp_path / "plain", photos, drawing)
    assert not np.allclose(scores[1], plain, atol=2e-3)


def search_plain(where: Path, photos: Path, drawing: tuple[np.ndarray, ...]) -> list[float]:
    """The 20 best scores of a library that is not smoothed."""
    index(where, ColourEncoder(), add=(photos,))
    payload = SearchPhotos(where, encoder=ColourEncoder().name, strokes=drawing, hits=20)
    found: Found = run("searching:search", payload, make_context(ColourEncoder()))
    return [hit.score for hit in found.hits]


def test_sharing_again_adds_only_what_is_new(server, library, photos, tmp_path):
    share(server, library)
    make_photo(photos / "late.png", 200)
    index(library, ColourEncoder())
    done = share(server, library)
    assert (done.added, done.known) == (1, 150)
    # A colleague's library with the same pictures elsewhere adds nothing.
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "copy.png").write_bytes((photos / "late.png").read_bytes())
    index(tmp_path / "others", ColourEncoder(), add=(tmp_path / "other",))
    assert share(server, tmp_path / "others").added == 0


def test_a_folder_narrows_and_is_listed(server, library, photos):
    share(server, library)
    drawing = (np.array([[0.0, 0.0], [9.0, 9.0]]),)
    found = search(server, strokes=drawing, within=photos / "c1", hits=500)
    assert len(found.hits) == 50
    assert {hit.path.parent for hit in found.hits} == {photos / "c1"}
    assert len(search(server, strokes=drawing, within=photos, hits=500).hits) == 150
    payload = DescribeShared(STUDIO, ColourEncoder().name)
    now: Description = run("shared:describe_shared", payload, context_with(server))
    assert now.photos == 150
    assert [(row.path, row.photos) for row in now.places] == [
        (photos / f"c{i}", 50) for i in range(3)
    ]
    assert not now.understands_words


def test_more_like_a_shared_photo_leaves_it_out(server, library):
    share(server, library)
    first = search(server, strokes=(np.array([[0.0, 0.0], [9.0, 9.0]]),), hits=1).hits[0]
    alike = search(server, like=first.id, hits=500)
    assert len(alike.hits) == 149
    assert first.id not in {hit.id for hit in alike.hits}
    server.delete("studio", [first.id])
    with pytest.raises(InputError, match="no longer in the collection"):
        search(server, like=first.id)


def test_words_narrow_to_what_they_fit_best(server, photos, tmp_path):
    wordy = WordyEncoder()
    index(tmp_path / "wordy", wordy, add=(photos,))
    share(server, tmp_path / "wordy", wordy)
    red = np.array([1.0, 0.0, 0.0]) - 0.45
    fits = {
        path: float(expected_embedding(path, wordy) @ (red / np.linalg.norm(red)))
        for path in photos.rglob("*.png")
    }
    kept = sorted(fits.values())[-100:]
    found = search(server, wordy, strokes=(np.zeros((2, 2)),), words="red", hits=500)
    assert len(found.hits) == 100
    assert min(fits[hit.path] for hit in found.hits) >= kept[0] - 4e-3
    alone = search(server, wordy, words="red", hits=5)
    np.testing.assert_allclose([hit.score for hit in alone.hits], kept[:-6:-1], atol=4e-3)


def test_another_encoder_is_refused_by_name(server, library):
    share(server, library)
    with pytest.raises(InputError, match="made with the encoder colours:2, not with colours:3"):
        search(server, ColourEncoder(3), strokes=(np.zeros((2, 2)),))


def test_a_collection_of_somebody_else_is_refused(server):
    size = models.VectorParams(size=12, distance=models.Distance.COSINE)
    server.create_collection("studio", vectors_config=size)
    with pytest.raises(InputError, match="does not say which encoder made it"):
        search(server, strokes=(np.zeros((2, 2)),))


def test_a_missing_collection_and_a_missing_query(server):
    with pytest.raises(InputError, match=f'There is no collection "studio" at {URL}'):
        search(server, strokes=(np.zeros((2, 2)),))
    with pytest.raises(InputError, match="nothing to search by"):
        search(server)


def test_an_empty_library_has_nothing_to_share(server, tmp_path):
    with pytest.raises(InputError, match="no photos"):
        share(server, tmp_path / "empty")
    assert not server.collection_exists("studio")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://127.0.0.1:{free}", "does not answer"),
        ("http://pictures:port", "is not the address of a Qdrant server"),
    ],
)
def test_a_server_that_is_not_there_is_one_sentence(url, sentence):
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # bound, but nobody listens
        where = SharedCollection(url.format(free=reserved.getsockname()[1]), "studio")
        payload = SearchPhotos(
            Path("nowhere"), (np.zeros((2, 2)),), encoder=ColourEncoder().name, shared=where
        )
        with pytest.raises(InputError, match=sentence):
            run("searching:search", payload, make_context(ColourEncoder()))


def test_a_slow_server_leaves_the_engine_free_and_is_given_up_at_once():
    released = threading.Event()

    class Slow:
        def get_collection(self, name: str) -> None:
            released.wait(10)
            raise ValueError("not found")

    payload = SearchPhotos(
        Path("nowhere"), (np.zeros((2, 2)),), encoder=ColourEncoder().name, shared=STUDIO
    )
    context = context_with(Slow())  # type: ignore[arg-type]
    job = start_job("engine.retrieval.searching:search", payload, context)
    try:
        for _ in range(5):
            assert isinstance(next(job), Progress)
        job.close()
    finally:
        released.set()
