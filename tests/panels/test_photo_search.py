"""When a search is asked for, and what becomes of the answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.bridge.engine_bridge import EngineBridge
from app.document.document import Document
from app.document.stroke import Stroke
from app.errors import Reporter
from app.panels import photo_search as module
from app.panels.photo_library import PhotoLibrary
from app.panels.photo_search import PhotoSearch
from app.panels.shared_photos import SharedPhotos
from engine.context import Context
from engine.errors import InputError
from engine.retrieval.database import FILE_NAME
from engine.retrieval.messages import Description, Found, Hit
from engine.types import Job, Progress


@dataclass
class FakeGallery:
    """Answers with as many hits as there are strokes; may be held up."""

    payloads: list[Any] = field(default_factory=list)
    hold: bool = False
    released: threading.Event = field(default_factory=threading.Event)
    photos: int = 7

    def search(self, payload: Any, context: Context) -> Job:
        self.payloads.append(payload)
        yield Progress(0.5)
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.5)
        if payload.words == "nonsense":
            raise InputError("No words, please.")
        hits = tuple(Hit(i, Path(f"{i}.jpg"), 0.5) for i in range(len(payload.strokes)))
        return Found(hits, 7, "fake", True, 0.0)

    def describe(self, payload: Any, context: Context) -> Job:
        yield Progress(0.5)
        return Description((Path("photos"),), (), self.photos, self.photos, (), {})

    def index(self, payload: Any, context: Context) -> Job:
        yield Progress(0.5)
        raise InputError("Not in this test.")


@pytest.fixture
def gallery() -> FakeGallery:
    return FakeGallery()


@pytest.fixture
def bridge(qapp, tmp_path, gallery) -> Iterator[EngineBridge]:
    handlers = {
        "photos.search": gallery.search,
        "photos.describe": gallery.describe,
        "photos.index": gallery.index,
    }
    bridge = EngineBridge(Reporter(tmp_path), handlers)
    bridge.start()
    yield bridge
    gallery.released.set()
    bridge.shutdown()


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def shared(bridge, settings) -> SharedPhotos:
    return SharedPhotos(bridge, settings)


@pytest.fixture
def search(qtbot, bridge, document, shared, tmp_path, monkeypatch) -> Iterator[PhotoSearch]:
    monkeypatch.setattr(module, "LIVE_INTERVAL_MS", 20)
    monkeypatch.setattr(module, "WORDS_DELAY_MS", 1)
    (tmp_path / FILE_NAME).touch()
    library = PhotoLibrary(bridge, tmp_path)
    search = PhotoSearch(bridge, document, library, shared)
    library.open()
    qtbot.waitUntil(lambda: library.photos == 7 and not bridge.busy)
    yield search
    search.shutdown()
    library.shutdown()


@pytest.fixture
def founds(search) -> list[Found]:
    answers: list[Found] = []
    search.found.connect(answers.append)
    return answers


def draw(document: Document, x: float = 0.0) -> None:
    stroke = Stroke.from_polyline([(x, 0), (x + 10, 10)])
    document.apply(document.drawing.adding(stroke), "Draw stroke")


def test_nobody_is_asked_while_nobody_looks(qtbot, search, document, gallery, founds):
    draw(document)
    qtbot.wait(30)
    assert gallery.payloads == []
    search.set_active(True)
    qtbot.waitUntil(lambda: len(founds) == 1)
    assert len(founds[0].hits) == 1


def test_every_stroke_asks_with_all_strokes(qtbot, search, document, gallery, founds):
    search.set_active(True)
    draw(document)
    qtbot.waitUntil(lambda: founds and len(founds[-1].hits) == 1)
    draw(document, 5.0)
    qtbot.waitUntil(lambda: len(founds[-1].hits) == 2)
    np.testing.assert_array_equal(gallery.payloads[-1].strokes[1], [(5, 0), (15, 10)])


def test_undoing_everything_empties_the_strip(qtbot, search, document, founds):
    search.set_active(True)
    draw(document)
    qtbot.waitUntil(lambda: founds and len(founds[-1].hits) == 1)
    document.undo()
    assert founds[-1].hits == ()


def test_the_live_stroke_is_asked_for_one_at_a_time(qtbot, search, document, gallery, founds):
    """However slow the engine: a search that is under way comes to its end."""
    search.set_active(True)
    search.live = lambda: np.zeros((3, 2))
    gallery.hold = True
    for _ in range(30):
        search.inking()
        qtbot.wait(5)
    assert len(gallery.payloads) == 1
    gallery.hold = False
    gallery.released.set()
    qtbot.waitUntil(lambda: len(founds) >= 1 and len(founds[-1].hits) == 1)
    search.live = lambda: None


def test_pen_up_does_not_wait_for_the_live_search(qtbot, search, document, gallery, founds):
    search.set_active(True)
    search.live = lambda: np.zeros((3, 2))
    gallery.hold = True
    search.inking()
    qtbot.waitUntil(lambda: len(gallery.payloads) == 1)
    gallery.hold = False
    search.live = lambda: None
    draw(document)
    qtbot.waitUntil(lambda: len(founds) > 0 and len(founds[-1].hits) == 1)
    assert len(gallery.payloads) == 2


def test_more_like_a_photo_until_the_next_stroke(qtbot, search, document, gallery, founds):
    search.set_active(True)
    search.more_like(Hit(3, Path("3.jpg"), 0.9))
    qtbot.waitUntil(lambda: len(gallery.payloads) == 1)
    assert gallery.payloads[0].like == 3
    draw(document)
    assert search.like is None
    qtbot.waitUntil(lambda: len(gallery.payloads) == 2)
    assert gallery.payloads[1].like is None


def test_words_and_folder_go_along(qtbot, search, document, gallery, founds):
    search.set_active(True)
    search.set_within(Path("photos/cats"))
    search.set_words(" black cat ")
    qtbot.waitUntil(lambda: len(gallery.payloads) == 1)
    assert gallery.payloads[0].words == "black cat"
    assert gallery.payloads[0].within == Path("photos/cats")


def test_what_is_wrong_is_said(qtbot, search):
    search.set_active(True)
    with qtbot.waitSignal(search.trouble) as caught:
        search.set_words("nonsense")
    assert caught.args == ["No words, please."]
