"""`strokewise gallery`: JSON on stdout, one line for bad input, the bundled encoder behind it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import skimage.data
from PIL import Image

from app.cli.common import main
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_write import write_svg

PHOTOS = ("astronaut", "cat", "coffee", "rocket")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in PHOTOS:
        Image.fromarray(getattr(skimage.data, name)()).resize((200, 160)).save(
            photos / f"{name}.jpg"
        )
    (photos / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing else")
    return photos


@pytest.fixture
def gallery(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Runs the command on a library of this test; the last line on stdout."""

    def run(*arguments: str, status: int = 0) -> Any:
        action, *rest = arguments
        got = main(["gallery", action, *rest, "--library", str(tmp_path / "library")])
        out, err = capsys.readouterr()
        assert got == status, err
        return json.loads(out.splitlines()[-1]) if status == 0 else err.splitlines()[-1]

    return run


def test_add_then_search_by_a_drawing_and_by_a_photo(gallery, folder, tmp_path):
    done = gallery("add", str(folder))
    assert {key: done[key] for key in ("added", "skipped", "failed")} == {
        "added": 4,
        "skipped": 0,
        "failed": 1,
    }
    assert done["seconds"] > 0
    assert done["failures"][0]["path"] == str(folder / "broken.png")

    sketch = tmp_path / "sketch.svg"
    write_svg(sketch, Drawing((Stroke.from_polyline([(10, 10), (50, 90), (90, 10)]),)))
    found = gallery("search", str(sketch), "-k", "3")
    assert len(found["hits"]) == 3
    # What the zigzag may become takes turns; for each of it the likest photos come first.
    for guess in {hit["guess"] for hit in found["hits"]}:
        scores = [hit["score"] for hit in found["hits"] if hit["guess"] == guess]
        assert scores == sorted(scores, reverse=True)
    assert {Path(hit["path"]).parent for hit in found["hits"]} == {folder}

    itself = gallery("search", str(folder / "cat.jpg"), "--photo", "-k", "1")
    assert itself["hits"][0]["path"] == str(folder / "cat.jpg")
    assert itself["hits"][0]["score"] > 0.97  # not 1: a photo is smoothed by those like it


def test_update_status_and_remove(gallery, folder):
    gallery("add", str(folder))
    (folder / "cat.jpg").unlink()
    updated = gallery("update")
    assert (updated["removed"], updated["skipped"]) == (1, 3)
    status = gallery("status")
    assert status["photos"] == 3
    assert status["folders"] == [str(folder)]
    assert list(status["indexed"].values()) == [3]
    gallery("remove", str(folder))
    assert gallery("status")["photos"] == 0


def test_bad_input_is_one_sentence(gallery, folder, tmp_path):
    assert "is not a folder" in gallery("add", str(tmp_path / "nowhere"), status=2)
    assert "no photo library" in gallery("search", str(folder / "cat.jpg"), status=2)
    assert not (tmp_path / "library").exists()
    gallery("add", str(folder))
    assert "nothing to search by" in gallery("search", status=2)
    assert "does not understand words" in gallery("search", "--words", "cat", status=2)
    empty = tmp_path / "empty.svg"
    write_svg(empty, Drawing())
    assert "no strokes" in gallery("search", str(empty), status=2)
    assert "at least 1" in gallery("search", str(folder / "cat.jpg"), "-k", "0", status=2)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    """A Qdrant server inside this process, which answers for whatever address."""
    from qdrant_client import QdrantClient

    client = QdrantClient(":memory:")
    monkeypatch.setattr("engine.retrieval.shared.open_client", lambda url: client)
    return ("--qdrant", "http://pictures.local:6333", "--collection", "studio")


def test_share_then_search_the_shared_collection(gallery, folder, server):
    gallery("add", str(folder))
    done = gallery("share", *server)
    assert (done["added"], done["known"]) == (4, 0)
    assert gallery("share", *server)["known"] == 4
    query = ("search", str(folder / "cat.jpg"), "--photo", "-k", "4")
    own, shared = gallery(*query), gallery(*query, *server)
    assert [hit["path"] for hit in shared["hits"]] == [hit["path"] for hit in own["hits"]]
    for a, b in zip(own["hits"], shared["hits"], strict=True):
        assert a["score"] == pytest.approx(b["score"], abs=2e-3)
    assert (shared["photos"], shared["encoder"]) == (own["photos"], own["encoder"])


def test_a_collection_that_is_not_there_is_one_sentence(gallery, folder, server):
    query = ("search", str(folder / "cat.jpg"), "--photo")
    assert 'no collection "studio"' in gallery(*query, *server, status=2)
    assert not list(folder.parent.glob("library"))
