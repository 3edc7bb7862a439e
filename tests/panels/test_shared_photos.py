"""The Photos dock on a studio's collection: chosen, searched, lost, tried again, left."""

from __future__ import annotations

from pathlib import Path

import pytest
from qdrant_client import QdrantClient

from app.panels.photos_panel import EMPTY_SENTENCE
from app.panels.shared_dialog import SharedDialog
from app.settings import PHOTOS_COLLECTION, PHOTOS_URL
from engine.context import Context
from engine.retrieval.messages import SharedCollection, SharePhotos
from engine.retrieval.searching import search
from engine.retrieval.shared import describe_shared
from engine.types import Job
from tests.engine.retrieval.colour_encoder import (
    ColourEncoder,
    index,
    make_context,
    make_photo,
    run,
)

STUDIO = SharedCollection("http://pictures.local:6333", "studio")


class Server:
    """A client of a Qdrant server in this process, which may be away."""

    def __init__(self) -> None:
        self.client = QdrantClient(":memory:")
        self.is_away = False

    def __getattr__(self, name: str) -> object:
        if self.is_away:
            raise ValueError("nobody there")
        return getattr(self.client, name)


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """Holds thirty photos of two folders."""
    server = Server()
    for i in range(30):
        make_photo(tmp_path / "theirs" / f"c{i % 2}" / f"{i}.png", 5 * i)
    encoder = ColourEncoder()
    index(tmp_path / "their library", encoder, add=(tmp_path / "theirs",))
    context = make_context(encoder)
    context.cache["qdrant", STUDIO.url] = server
    run("shared:share", SharePhotos(tmp_path / "their library", STUDIO, encoder.name), context)
    return server


@pytest.fixture
def engine(engine, server):
    """The fake engine with the real handlers of searching."""
    encoder = ColourEncoder()

    def with_server(handler):
        def work(payload: object, context: Context) -> Job:
            context.cache["encoder", "bundled", str(context.device)] = encoder
            context.cache["qdrant", STUDIO.url] = server
            return (yield from handler(payload, context))

        return work

    handlers = {
        **engine.handlers,
        "photos.search": with_server(search),
        "photos.shared": with_server(describe_shared),
    }

    class Engine(type(engine)):
        handlers = property(lambda _: handlers)

    return Engine()


@pytest.fixture
def panel(window):
    window.photos_dock.raise_()
    return window.photos_panel


@pytest.fixture
def chosen(qtbot, panel, program, user):
    user.shared = STUDIO
    panel.shared_button.click()
    qtbot.waitUntil(lambda: program.shared_photos.is_answering)


def draw(program, line) -> None:
    document = program.session.document
    document.apply(document.drawing.adding(line), "Draw stroke")


def test_nothing_is_asked_before_a_collection_is_chosen(qtbot, panel, program, server, user, line):
    server.is_away = True
    panel.shared_button.click()  # and the user thinks better of it
    draw(program, line)
    qtbot.wait(50)
    assert user.asked == ["shared None"]
    assert program.shared_photos.collection is None
    assert not program.shared_photos.has_failed
    assert panel.explanation.text() == EMPTY_SENTENCE


def test_a_stroke_finds_shared_photos(qtbot, panel, program, chosen, line, tmp_path):
    assert panel.state.text() == "studio: 30 photos"
    assert not panel.explanation.isVisible()
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    assert {hit.path.parent.parent for hit in panel.strip.hits.hits} == {tmp_path / "theirs"}
    assert all(hit.thumbnail for hit in panel.strip.hits.hits)


def test_the_choice_is_kept_and_can_be_taken_back(qtbot, panel, program, settings, chosen, line):
    assert (settings.get(PHOTOS_URL), settings.get(PHOTOS_COLLECTION)) == (STUDIO.url, "studio")
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    panel.folders_button.menu().aboutToShow.emit()
    actions = {each.text(): each for each in panel.folders_button.menu().actions()}
    actions["Back to My Photos"].trigger()
    assert program.shared_photos.collection is None
    assert settings.get(PHOTOS_URL) == ""
    assert panel.explanation.isVisible()
    assert panel.strip.hits.rowCount() == 0


def test_a_folder_of_the_collection_narrows_and_more_like_this_searches_there(
    qtbot, panel, program, chosen, line, tmp_path
):
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    first = panel.strip.hits.hits[0]
    panel.strip.more_wanted.emit(first)
    qtbot.waitUntil(lambda: first.id not in {each.id for each in panel.strip.hits.hits})
    panel.back_button.click()
    place = tmp_path / "theirs" / "c1"
    panel.place_box.setCurrentIndex(panel.place_box.findText(str(place)))
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 15)
    assert {hit.path.parent for hit in panel.strip.hits.hits} == {place}


def test_a_server_that_goes_away_is_left_alone_until_asked_to_try_again(
    qtbot, panel, program, server, chosen, line
):
    server.is_away = True
    draw(program, line)
    qtbot.waitUntil(lambda: program.shared_photos.has_failed)
    assert STUDIO.url in panel.state.text()
    assert panel.again_button.isVisible()
    server.is_away = False
    draw(program, line)
    qtbot.wait(50)
    assert panel.strip.hits.rowCount() == 0
    panel.again_button.click()
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    assert not panel.again_button.isVisible()


def test_another_encoder_is_said_in_one_sentence(qtbot, panel, program, server, user):
    server.client.update_collection("studio", metadata={"strokewise_encoder": "other:1"})
    user.shared = STUDIO
    panel.shared_button.click()
    qtbot.waitUntil(lambda: program.shared_photos.has_failed)
    assert "was made with the encoder other:1" in panel.state.text()


@pytest.mark.parametrize(
    ("url", "name", "is_good"),
    [
        (STUDIO.url, "studio", True),
        (STUDIO.url, " ", False),
        ("pictures.local", "studio", False),
        ("ftp://pictures.local", "studio", False),
        ("", "studio", False),
    ],
)
def test_the_dialog_takes_an_address_and_a_name(qtbot, url, name, is_good):
    dialog = SharedDialog(None)
    qtbot.addWidget(dialog)
    dialog.url.setText(url)
    dialog.name.setText(name)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert ok.isEnabled() is is_good
    assert (dialog.collection is not None) is is_good
    if is_good:
        assert dialog.collection == SharedCollection(url, name)
