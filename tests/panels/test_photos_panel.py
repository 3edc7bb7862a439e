"""The dock in the window, with the real jobs and an encoder that sees colours."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.panels import folder_watch
from app.panels.assist_target import TargetKind
from app.panels.folder_watch import FolderWatch
from app.panels.photo_library import Phase
from app.panels.photo_search import LIVE_INTERVAL_MS
from app.panels.photos_panel import DRAW_SENTENCE, EMPTY_SENTENCE
from app.panels.reliability import reliability_sentence
from engine.context import Context
from engine.retrieval.describing import describe
from engine.retrieval.indexing import index
from engine.retrieval.searching import search
from engine.types import Job
from tests.engine.retrieval.colour_encoder import ColourEncoder, make_photo

REAL = {"photos.index": index, "photos.search": search, "photos.describe": describe}


@pytest.fixture
def engine(engine):
    """The fake engine with the library's real handlers."""
    encoder = ColourEncoder(seconds=0.001)

    def with_encoder(handler):
        def run(payload: object, context: Context) -> Job:
            context.cache["encoder", "bundled", str(context.device)] = encoder
            return (yield from handler(payload, context))

        return run

    fakes = engine.handlers
    handlers = {**fakes, **{kind: with_encoder(handler) for kind, handler in REAL.items()}}

    class Engine(type(engine)):
        handlers = property(lambda _: handlers)

    return Engine()


@pytest.fixture
def program(program, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_watch, "SETTLE_MS", 50)
    program.photos.folder = tmp_path / "library"
    return program


@pytest.fixture
def panel(window):
    window.photos_dock.raise_()
    return window.photos_panel


@pytest.fixture
def photos(tmp_path) -> Iterator[Path]:
    folder = tmp_path / "photos"
    for i in range(30):
        make_photo(folder / f"c{i % 2}" / f"{i}.png", 5 * i)
    return folder


@pytest.fixture
def with_photos(qtbot, panel, program, user, photos):
    user.path = photos
    panel.add_button.click()
    qtbot.waitUntil(lambda: program.photos.photos == 30 and program.photos.phase is Phase.IDLE)


def draw(program, line) -> None:
    document = program.session.document
    document.apply(document.drawing.adding(line), "Draw stroke")


def test_without_a_folder_one_sentence_explains(panel):
    assert panel.explanation.text() == EMPTY_SENTENCE
    assert panel.explanation.isVisible()
    assert not panel.strip.isVisible()


def test_a_folder_is_indexed_and_a_stroke_finds_photos(
    qtbot, panel, program, with_photos, line, user
):
    assert user.asked == ["add folder"]
    assert panel.hint.isVisible()
    assert panel.hint.text() == DRAW_SENTENCE
    assert panel.state.text() == "30 photos"
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    assert panel.strip.isVisible()


def test_behind_another_dock_nothing_is_searched(
    qtbot, window, panel, program, with_photos, line, engine
):
    searches = []
    program.bridge.busy_changed.connect(
        lambda busy: searches.append(len(busy)) if "photos.search" in busy else None
    )
    window.redraw_dock.raise_()
    draw(program, line)
    program.photo_search.inking()
    qtbot.wait(2 * LIVE_INTERVAL_MS)
    assert searches == []
    assert panel.strip.hits.rowCount() == 0
    window.photos_dock.raise_()
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    assert searches


def test_put_away_nothing_is_searched(qtbot, window, panel, program, with_photos, line):
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    window.photos_dock.hide()
    program.photo_search.search()
    assert "photos.search" not in program.bridge.busy
    window.photos_dock.show()
    window.photos_dock.raise_()
    assert "photos.search" in program.bridge.busy
    qtbot.waitUntil(lambda: not program.bridge.busy)


def test_the_pen_that_draws_finds_photos_before_it_is_lifted(
    qtbot, window, panel, program, with_photos
):
    from PySide6.QtCore import QPoint, Qt

    canvas = window.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    for x in range(210, 300, 10):
        qtbot.mouseMove(canvas, QPoint(x, 230))
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    assert canvas.gesture_active
    assert program.session.document.drawing.strokes == ()
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 230))


def test_a_click_makes_the_photo_the_reference_and_starts_nothing(
    qtbot, panel, program, with_photos, line, engine
):
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    hit = panel.strip.hits.hits[3]
    panel.strip.chosen.emit(hit)
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert program.reference.photo.name == hit.path.name
    assert engine.payloads == []


def test_more_like_this_and_back(qtbot, panel, program, with_photos, line):
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    drawn = {hit.id for hit in panel.strip.hits.hits}
    hit = panel.strip.hits.hits[0]
    panel.strip.more_wanted.emit(hit)
    qtbot.waitUntil(lambda: hit.id not in {each.id for each in panel.strip.hits.hits})
    assert panel.back_button.isVisible()
    panel.back_button.click()
    qtbot.waitUntil(lambda: {each.id for each in panel.strip.hits.hits} == drawn)
    assert not panel.back_button.isVisible()


def test_a_folder_narrows_the_search(qtbot, panel, program, with_photos, line, photos):
    draw(program, line)
    row = panel.place_box.findText(str(Path("photos", "c1")))
    panel.place_box.setCurrentIndex(row)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 15)
    assert {hit.path.parent for hit in panel.strip.hits.hits} == {photos / "c1"}


def test_files_that_come_while_it_is_open_are_noticed(qtbot, panel, program, with_photos, photos):
    make_photo(photos / "late.png", 190)
    shutil.rmtree(photos / "c0")
    qtbot.waitUntil(lambda: program.photos.photos == 16, timeout=10_000)


def test_indexing_can_be_paused_and_goes_on(qtbot, panel, program, user, photos):
    for i in range(150):
        make_photo(photos / f"{i}.png", i, (40, 40 + i))
    user.path = photos
    panel.add_button.click()
    qtbot.waitUntil(lambda: program.photos.fraction > 0)
    panel.pause_button.click()
    qtbot.waitUntil(lambda: program.photos.phase is Phase.PAUSED)
    assert panel.pause_button.text() == "Go On"
    assert panel.state.text() == "Paused."
    panel.pause_button.click()
    qtbot.waitUntil(lambda: program.photos.phase is Phase.IDLE and program.photos.photos == 180)


def test_unreadable_files_are_counted_and_listed(qtbot, panel, program, user, photos):
    (photos / "broken.jpg").write_bytes(b"\xff\xd8 nothing")
    user.path = photos
    panel.add_button.click()
    qtbot.waitUntil(lambda: bool(program.photos.faults))
    assert "1 could not be read" in panel.state.text()
    assert "broken.jpg" in panel.state.toolTip()


def test_a_forgotten_folder_leaves_the_first_sentence(qtbot, panel, program, with_photos, photos):
    program.photos.remove_folder(photos)
    qtbot.waitUntil(lambda: program.photos.is_empty and program.photos.phase is Phase.IDLE)
    assert panel.explanation.isVisible()


def test_the_reliability_stands_beside_the_strip(panel, with_photos):
    panel.show_reliability("Order and weight of the strokes agree: 0.62")
    assert panel.reliability.isVisible()
    panel.show_reliability("")
    assert not panel.reliability.isVisible()


def test_watching_ends_with_its_thread(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_watch, "SETTLE_MS", 50)
    watch = FolderWatch()
    watch.watch([tmp_path, tmp_path / "missing"])
    assert watch.folders == {tmp_path}
    qtbot.wait(400)  # until the system watches; there is no signal for it
    with qtbot.waitSignal(watch.changed, timeout=5000):
        (tmp_path / "new.jpg").write_bytes(b"x")
    watch.shutdown()
    assert watch.folders == frozenset()


def test_why_this_photo_tints_by_it_and_shows_the_scores(
    qtbot, window, panel, program, with_photos, line
):
    draw(program, line)
    qtbot.waitUntil(lambda: panel.strip.hits.rowCount() == 24)
    hit = panel.strip.hits.hits[2]
    assert panel.strip.can_explain
    panel.strip.explained.emit(hit)
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert program.reference.photo.name == hit.path.name
    assert program.target.kind is TargetKind.PHOTO
    assert program.assist.tinting
    assert window.assist_dock.isVisible()
    # The Corr of the Assist session stands beside the strip as soon as there is one.
    expected = reliability_sentence(0.8)
    program.assist._reliability = 0.8
    program.assist.changed.emit()
    assert panel.reliability.text() == expected
    program.target.choose(TargetKind.GUESS)
    program.assist.changed.emit()
    assert not panel.reliability.isVisible()
